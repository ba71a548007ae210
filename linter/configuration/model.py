"""A configuration and what can be wrong with one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.model.rule import Language, Text
from linter.records import record

if TYPE_CHECKING:
    from linter.suppression.entry import Disabling, Suppression


@record
class Configuration:
    """One configuration; None and empty mean that it says nothing.

    ``file`` is None where no file was found. ``rules`` are folders with rule packs, made
    absolute, and so is ``baseline``. ``exclude`` and the patterns of ``suppress`` are relative
    to the folder of ``file``.
    """

    file: Path | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    edition: str | None = None
    lang: Language | None = None
    format: str | None = None
    exclude: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    preview: bool = False
    baseline: Path | None = None
    suppress: tuple[Suppression, ...] = ()
    disable: tuple[Disabling, ...] = ()


NO_CONFIGURATION = Configuration()


@record
class ConfigurationProblem:
    """One mistake in a configuration file; ``line`` and ``column`` count from 1.

    Both are 0 where the mistake is in no place: the file cannot be read at all.
    """

    file: Path
    line: int
    column: int
    message: Text


class ConfigurationErrors(Exception):
    """A configuration that cannot be used, with everything that is wrong with it."""

    def __init__(self, problems: Sequence[ConfigurationProblem]) -> None:
        super().__init__(*problems)
        self.problems = tuple(problems)
