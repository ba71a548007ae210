"""Whether one input does harm, and how much of a machine it may use before that is harm."""

from __future__ import annotations

import resource
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from fuzzing.targets import Target
from linter.records import record

SECONDS = 5.0
"""Processor time for one input of at most two megabytes."""

MEMORY = 3 << 30
"""Address space of the process: libraries alone take a third of it."""

EVERY = 4
"""Of so many inputs one goes the whole way to a report's findings."""


class TooSlow(BaseException):
    """The time is up. Nothing in the program catches this, which a ``TimeoutError`` may be."""


@record
class Harm:
    """``signature`` is alike for inputs that do the same harm at the same place."""

    signature: str
    details: str


def harm_of(target: Target, data: bytes, number: int) -> Harm | None:
    """The harm that input ``number`` does, None where all goes as promised."""
    reading = target.reading if number % EVERY else target.thorough
    try:
        with _time_limited():
            reading(data, target.file_name)
    except (Exception, TooSlow) as error:  # noqa: BLE001 - whatever it is, it is what we look for
        return Harm(_signature(error), "".join(traceback.format_exception(error)))
    return None


def limit_memory() -> None:
    """From here on this process and those that it starts get no more than ``MEMORY``."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@contextmanager
def _time_limited() -> Iterator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _signature(error: BaseException) -> str:
    """The kind of the error and the innermost place of ours."""
    kind = type(error).__name__
    if isinstance(error, TooSlow):
        return kind  # is stopped somewhere else each time
    frames = [one for one in traceback.extract_tb(error.__traceback__) if "linter" in one.filename]
    if not frames:
        return kind
    return f"{kind}-{Path(frames[-1].filename).stem}-{frames[-1].lineno}"
