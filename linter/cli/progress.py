"""A progress bar, where a person watches and there is time to watch."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from linter.cli.wording import say
from linter.model.rule import Language

Result = TypeVar("Result")

_FEWEST_FILES = 20


def followed(
    results: Iterable[Result], total: int, language: Language, *, quiet: bool
) -> Iterator[Result]:
    """The results as they come, with a bar on standard error that vanishes at the end."""
    if quiet or total < _FEWEST_FILES or not _watched():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(
        results,
        description=say("progress", language),
        total=total,
        console=Console(stderr=True),
        transient=True,
    )


def _watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("CI")
