"""Where the cells of an HTML table stand in its grid."""

from __future__ import annotations

from collections.abc import Sequence

from linter.readers import limits
from linter.readers.flow import GridCell
from linter.regex import regex

_INTEGER = regex(r"\s*\+?0*(\d{1,9})")


Row = list[GridCell]
"""Cells as the source gives them; ``rowspan`` 0 reaches to the end of the row group."""


def span(value: str | None, most: int, zero: int) -> int:
    """The number in a ``rowspan`` or ``colspan`` attribute as browsers read it."""
    match = _INTEGER.match(value) if value else None
    if match is None:
        return 1
    return min(int(match[1]), most) or zero


def placed(groups: Sequence[Sequence[Row]]) -> list[Row]:
    """The rows of all row groups, each cell put at its grid place (HTML, "forming a table").

    A cell takes the first free column of its row; a row span ends with its group; spans that
    overlap are left to overlap, as browsers do.
    """
    rows: list[Row] = []
    for group in groups:
        end = len(rows) + len(group)
        busy_until: list[int] = []
        for row in group:
            _place(row, len(rows), end, busy_until)
            rows.append(row)
    return rows


def _place(row: Row, index: int, end: int, busy_until: list[int]) -> None:
    column = 0
    for cell in row:
        while column < len(busy_until) and busy_until[column] > index:
            column += 1
        limits.require("columns", column + 1, limits.MAX_COLUMNS)
        cell.row, cell.column = index, column
        cell.colspan = min(cell.colspan, limits.MAX_COLUMNS - column)
        cell.rowspan = min(cell.rowspan or end, end - index)
        beyond = column + cell.colspan
        busy_until.extend([0] * (beyond - len(busy_until)))
        for taken in range(column, beyond):
            busy_until[taken] = max(busy_until[taken], index + cell.rowspan)
        column = beyond
