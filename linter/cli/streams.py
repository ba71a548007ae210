"""Standard streams, and files in their place."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from linter.cli.failures import Stopped
from linter.cli.wording import say

if TYPE_CHECKING:
    from linter.model.rule import Language


def prepare_streams() -> None:
    """Makes sure that no character can break the output, whatever the terminal can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write_out(text: str, language: Language) -> None:
    """Prints ``text``. That nobody reads it any more (``| head``) is no mistake."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        _silence(sys.stdout)
        reason = _reason(error, language)
        raise Stopped(say("error.stdout", language, reason=reason), language) from error


def write_err(text: str) -> None:
    """Prints ``text`` for the person who watches."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def write(text: str, output: str | None, language: Language) -> None:
    """Writes ``text`` to the file ``output``, all or nothing, or prints it."""
    if output is None:
        write_out(text, language)
        return
    from pathlib import Path

    from linter.atomic_file import write_atomically

    try:
        write_atomically(Path(output), text.encode("utf-8", "backslashreplace"))
    except BrokenPipeError:
        # A pipe in place of a file, such as /dev/stdout, is a stream like any other.
        return
    except OSError as error:
        reason = _reason(error, language)
        message = say("error.output", language, path=output, reason=reason)
        raise Stopped(message, language) from error


def read_in(largest: int, language: Language) -> bytes:
    """Standard input, at most one byte more than ``largest``: then it is too large."""
    if sys.stdin is None:
        raise Stopped(say("error.stdin", language), language)
    try:
        return sys.stdin.buffer.read(largest + 1)
    except OSError as error:
        raise Stopped(say("error.stdin", language), language) from error


def _reason(error: OSError, language: Language) -> str:
    from linter.file_errors import file_error

    return file_error(error).in_language(language)


def _silence(stream: TextIO) -> None:
    """Lets what is still buffered go nowhere, so that leaving makes no noise."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
