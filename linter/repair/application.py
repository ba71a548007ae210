"""Fixes made in the bytes of a file, and checked to do what they are meant to and no more."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Protocol

from linter.model.finding import Number
from linter.model.fix import Edit, Fix
from linter.model.problem import InputProblem
from linter.model.report import Report, Scalar
from linter.readers import read
from linter.records import record
from linter.repair.splices import Splice, overlap
from linter.structure.reading import read_document

_ZIP = b"PK\x03\x04"
_TEXTS = ("text", "markdown", "html")


@record
class Repaired:
    """The bytes after the fixes that were ``made``."""

    data: bytes
    made: tuple[Fix, ...]


class Source(Protocol):
    """A file that can be changed in place."""

    def located(self, edit: Edit) -> tuple[Splice, ...] | None:
        """What changes for an edit; None where its text is not at its place."""

    def written(self, changes: Iterable[Splice]) -> bytes:
        """The file with the changes."""


@record
class _Located:
    fix: Fix
    changes: tuple[Splice, ...]


def repaired(
    data: bytes,
    name: str,
    report: Report,
    fixes: Sequence[Fix],
    now: datetime.datetime,
) -> Repaired:
    """``data`` with those of ``fixes`` that can be made together.

    ``report`` is what it holds now. A fix whose text is not found, or that would change
    anything else in the report than it says, is left out.
    """
    source = _source(data, name, now)
    if source is None:
        return Repaired(data, ())
    made = _Attempt(source, name, report).harmless(fixes, ())
    written = _written(source, made) if made else None
    return Repaired(data if written is None else written, tuple(one.fix for one in made))


@record
class _Attempt:
    source: Source
    name: str
    report: Report

    def harmless(self, fixes: Sequence[Fix], kept: Sequence[_Located]) -> Sequence[_Located]:
        """``kept`` and those of ``fixes`` that do what they are meant to beside them.

        All are tried at once; where that does not work, one half after the other.
        """
        new = _located(self.source, fixes, kept)
        if not new:
            return kept
        together = (*kept, *new)
        written = _written(self.source, together)
        if written is not None and _as_meant(written, self.name, self.report, together):
            return together
        if len(fixes) == 1:
            return kept
        half = len(fixes) // 2
        return self.harmless(fixes[half:], self.harmless(fixes[:half], kept))


def _source(data: bytes, name: str, now: datetime.datetime) -> Source | None:
    """The file as something to write into; None where it is none, or would lose its encoding."""
    try:
        if data.startswith(_ZIP):
            from linter.repair.word_source import WordSource

            return WordSource(data, now)
        from linter.repair.text_source import TextSource

        kind = read(data, name).format
        return TextSource(data, kind) if kind in _TEXTS else None
    except (ValueError, InputProblem):  # a zip may as well be a workbook or an archive
        return None


def _located(source: Source, fixes: Iterable[Fix], kept: Iterable[_Located]) -> list[_Located]:
    """The fixes that are found and change something, none of which touches another or ``kept``."""
    found: list[_Located] = []
    taken = [splice for one in kept for splice in one.changes]
    for fix in fixes:
        pieces = [source.located(edit) for edit in fix.edits]
        changes = tuple(splice for piece in pieces for splice in piece or ())
        if None in pieces or not changes or overlap(changes, taken) or _meet(changes):
            continue
        taken.extend(changes)
        found.append(_Located(fix, changes))
    return found


def _meet(changes: Sequence[Splice]) -> bool:
    """Whether changes of one fix touch each other."""
    return any(overlap((one,), changes[:index]) for index, one in enumerate(changes))


def _written(source: Source, located: Iterable[_Located]) -> bytes | None:
    """The file with the fixes; None where its encoding lacks a character."""
    try:
        return source.written(splice for one in located for splice in one.changes)
    except UnicodeEncodeError:
        return None


def _as_meant(data: bytes, name: str, before: Report, located: Iterable[_Located]) -> bool:
    """Whether the report is as it was but for the cells and the title that the fixes change."""
    try:
        after = read_document(read(data, name), name, before.edition)
    except InputProblem:
        return False
    expected, title = _numbers(before), before.title
    for one in located:
        expected |= one.fix.cells
        title = one.fix.title or title
    same = after.title == title and _parts(after) == _parts(before)
    return same and _numbers(after) == expected


def _numbers(report: Report) -> dict[str, Number | str | None]:
    """What each cell holds, or why it holds nothing."""
    return {
        path: value.value if isinstance(value.value, Number) else value.state
        for path, value in report.values.items()
        if path.split(".", 1)[0] in report.tables
    }


def _parts(report: Report) -> tuple[Scalar | None, ...]:
    sections = (key for key, section in report.sections.items() if section is not None)
    return (report.year, report.issuer, report.signed_on, *sections)
