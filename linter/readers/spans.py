"""Where the cells of an HTML table stand in its grid."""

from __future__ import annotations

from collections.abc import Sequence

from linter.readers import limits
from linter.readers.flow import GridCell, Line
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
    overlap are left to overlap, as browsers do. But where the corner of a table's header ends a
    row too early, it goes on: else the labels below it would stand above other columns.
    """
    rows: list[Row] = []
    for group in groups:
        end = len(rows) + len(group)
        busy_until: list[int] = []
        for row in group:
            if rows and rows[0]:
                _complete_corner(rows[0][0], row, len(rows), busy_until)
            _place(row, len(rows), end, busy_until)
            rows.append(row)
    return rows


def _complete_corner(corner: GridCell, row: Row, index: int, busy_until: list[int]) -> None:
    """Lets ``corner`` reach into ``row`` where just its width is missing from a row of labels."""
    if corner.rowspan < 2 or corner.row + corner.rowspan != index:
        return
    free = sum(until <= index for until in busy_until)
    missing = free - sum(cell.colspan for cell in row)
    if missing == corner.colspan and row and all(map(_is_label, row)):
        corner.rowspan += 1
        for column in range(corner.column, corner.column + corner.colspan):
            busy_until[column] = index + 1


def _is_label(cell: GridCell) -> bool:
    text = "".join(item.text for item in cell.items if isinstance(item, Line))
    return bool(text) and not text.isdecimal()


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
