"""What the language server asks of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from linter.model.rule import Language
from linter.records import record
from linter.reporting.run import Run


class CannotCheck(Exception):
    """A configuration, a rule pack or a baseline keeps files from being checked; it says why."""


@record
class Service:
    """``check`` gives the run of one text under its path, without results where it is excluded.

    It speaks the language given, None for that of the configuration, and raises
    :class:`CannotCheck`. ``forget`` makes it read rule packs anew.
    """

    check: Callable[[Path, bytes, Language | None], Run]
    forget: Callable[[], None]
