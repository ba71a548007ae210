"""Where the cells of an HTML table stand in its grid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.readers import limits
from linter.readers.flow import GridCell, Item, Position
from linter.records import field, mutable_record

_INTEGER = re.compile(r"\s*\+?0*(\d{1,9})")


@mutable_record
class SpannedCell:
    """A cell as the source gives it; ``rowspan`` 0 reaches to the end of the row group."""

    rowspan: int
    colspan: int
    items: list[Item] = field(default_factory=list)
    position: Position = None


Row = list[SpannedCell]


def span(value: str | None, most: int, zero: int) -> int:
    """The number in a ``rowspan`` or ``colspan`` attribute as browsers read it."""
    match = _INTEGER.match(value) if value else None
    if match is None:
        return 1
    return min(int(match[1]), most) or zero


def placed(groups: Sequence[Sequence[Row]]) -> list[list[GridCell]]:
    """The rows of all row groups with each cell at its grid place (HTML, "forming a table").

    A cell takes the first free column of its row; a row span ends with its group; spans that
    overlap are left to overlap, as browsers do.
    """
    rows: list[list[GridCell]] = []
    for group in groups:
        end = len(rows) + len(group)
        busy_until: list[int] = []
        for row in group:
            rows.append(_placed_row(row, len(rows), end, busy_until))
    return rows


def _placed_row(row: Row, index: int, end: int, busy_until: list[int]) -> list[GridCell]:
    cells: list[GridCell] = []
    column = 0
    for cell in row:
        while column < len(busy_until) and busy_until[column] > index:
            column += 1
        limits.require("columns", column + 1, limits.MAX_COLUMNS)
        width = min(cell.colspan, limits.MAX_COLUMNS - column)
        height = min(cell.rowspan or end, end - index)
        busy_until.extend([0] * (column + width - len(busy_until)))
        for taken in range(column, column + width):
            busy_until[taken] = max(busy_until[taken], index + height)
        cells.append(GridCell(index, column, cell.items, cell.position, height, width))
        column += width
    return cells
