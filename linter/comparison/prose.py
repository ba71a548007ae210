"""The prose of two reports: their sections, their beginnings and ends, and further tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.comparison.model import TextComparison
from linter.comparison.rewording import sentence_changes
from linter.comparison.sentences import sentences, without_layout
from linter.model.document import Paragraph, Table
from linter.model.report import Report, Section
from linter.records import record

OPENING, CLOSING, OTHER_TABLES = "opening", "closing", "other_tables"

_COPIED = 40
"""Characters from which a text that is the same in two years is worth a remark."""


@record
class _Part:
    """One part of a report; ``sentences`` is None where it is not there."""

    sentences: tuple[str, ...] | None
    heading: str | None = None


def text_comparisons(old: Report, new: Report) -> Iterator[TextComparison]:
    """Every part of the prose that either report has, in the order of the form."""
    first, second = _parts(old), _parts(new)
    for key in dict.fromkeys((*second, *first)):
        before, after = first.get(key, _Part(None)), second.get(key, _Part(None))
        if before.sentences is not None or after.sentences is not None:
            yield _compared(key, before, after)


def _parts(report: Report) -> dict[str, _Part]:
    parts = {OPENING: _text(report.opening)}
    parts |= {key: _section(section) for key, section in report.sections.items()}
    parts[CLOSING] = _text(report.closing)
    rows = tuple(_rows(report.other_tables))
    parts[OTHER_TABLES] = _Part(rows or None)
    return parts


def _section(section: Section | None) -> _Part:
    if section is None:
        return _Part(None)
    heading = None if section.heading is None else without_layout(section.heading)
    return _Part(_sentences(section.paragraphs), heading)


def _text(paragraphs: Iterable[Paragraph]) -> _Part:
    return _Part(_sentences(paragraphs) or None)


def _sentences(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    return sentences(line for one in paragraphs for line in one.text.split("\n") if line.strip())


def _rows(tables: Iterable[Table]) -> Iterator[str]:
    """The rows of tables that are no statutory ones, each as one line."""
    for table in tables:
        for row in table.rows:
            cells = [without_layout(cell.text) for cell in row]
            if any(cells):
                yield " | ".join(cells)


def _compared(key: str, old: _Part, new: _Part) -> TextComparison:
    before, after = old.sentences or (), new.sentences or ()
    changes = sentence_changes(before, after)
    same = len(after) - sum(change.kind != "removed" for change in changes)
    copied = before == after and sum(map(len, after)) >= _COPIED
    return TextComparison(
        key,
        old.sentences is not None,
        new.sentences is not None,
        old.heading,
        new.heading,
        changes,
        len(before),
        len(after),
        same,
        copied and key not in (OPENING, CLOSING),
    )
