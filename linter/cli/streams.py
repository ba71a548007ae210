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


def write_out(content: str | bytes, language: Language) -> None:
    """Prints ``content``. That nobody reads it any more (``| head``) is no mistake."""
    try:
        if isinstance(content, str):
            sys.stdout.write(content)
            sys.stdout.flush()
        else:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
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


def write(content: str | bytes, output: str | None, language: Language) -> None:
    """Writes ``content`` to the file ``output``, all or nothing, or prints it."""
    if output is None:
        write_out(content, language)
        return
    from pathlib import Path

    from linter.atomic_file import write_atomically

    try:
        write_atomically(Path(output), _encoded(content))
    except BrokenPipeError:
        # A pipe in place of a file, such as /dev/stdout, is a stream like any other.
        return
    except OSError as error:
        raise _not_written(output, error, language) from error


def append(text: str, file: str, language: Language) -> None:
    """Adds ``text`` at the end of ``file``."""
    from pathlib import Path

    try:
        with Path(file).open("ab") as stream:
            stream.write(_encoded(text))
    except OSError as error:
        raise _not_written(file, error, language) from error


def read_in(largest: int, language: Language) -> bytes:
    """Standard input, at most one byte more than ``largest``: then it is too large."""
    if sys.stdin is None:
        raise Stopped(say("error.stdin", language), language)
    try:
        return sys.stdin.buffer.read(largest + 1)
    except OSError as error:
        raise Stopped(say("error.stdin", language), language) from error


def _encoded(content: str | bytes) -> bytes:
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content


def _not_written(file: str, error: OSError, language: Language) -> Stopped:
    message = say("error.output", language, path=file, reason=_reason(error, language))
    return Stopped(message, language)


def _reason(error: OSError, language: Language) -> str:
    from linter.file_errors import file_error

    return file_error(error).in_language(language)


def _silence(stream: TextIO) -> None:
    """Lets what is still buffered go nowhere, so that leaving makes no noise."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
