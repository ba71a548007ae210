"""What a comment stands before, where the format itself does not tell.

In plain text a statutory table may be a mere sequence of lines, or have its first line apart; a
comment before the first of them is meant for the whole table.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.document import Directive
from linter.model.report import Report


def extents(directive: Directive, report: Report) -> tuple[tuple[int, int], ...]:
    """The first and the last line of the statutory table that follows ``directive``, if any."""
    return tuple(_extents(directive, report))


def _extents(directive: Directive, report: Report) -> Iterator[tuple[int, int]]:
    line = directive.place.line or 0
    prose = sorted(_prose_lines(report))
    for key, there in report.tables.items():
        lines = _lines(key, report) if there else []
        if lines and line < min(lines):
            first = min(lines)
            if not any(line < other <= first for other in prose):
                yield line, max(lines)


def _lines(table: str, report: Report) -> list[int]:
    """The lines in which cells of a statutory table stand."""
    places = (value.place for path, value in report.values.items() if path.startswith(f"{table}."))
    return [place.line for place in places if place.line is not None]


def _prose_lines(report: Report) -> Iterator[int]:
    """The lines of headings and of paragraphs that belong to no table."""
    for section in report.sections.values():
        if section is not None:
            yield from (section.place.line or 0, *(p.place.line or 0 for p in section.paragraphs))
