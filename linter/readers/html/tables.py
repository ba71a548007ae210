"""The tables that stand open while a page is walked."""

from __future__ import annotations

from linter.readers import limits
from linter.readers.flow import Grid, GridCell, Item, Position
from linter.readers.html.lines import LineCollector
from linter.readers.spans import Row, placed, span
from linter.records import field, mutable_record

_MOST_COLUMNS_OF_SPAN = 1000


@mutable_record
class _OpenTable:
    grid: Grid
    outer: list[Item]
    groups: list[list[Row]] = field(default_factory=list)
    feet: list[list[Row]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


class TableStack:
    """Directs the lines of each cell into it, and the finished table into the text around it."""

    def __init__(self, lines: LineCollector) -> None:
        self._lines = lines
        self._open: list[_OpenTable] = []
        self._cells = 0

    @property
    def in_cell(self) -> bool:
        """Whether a table stands open."""
        return bool(self._open)

    def begin(self) -> None:
        grid = Grid([], self._lines.position)
        self._open.append(_OpenTable(grid, self._lines.target))
        limits.require("nesting", len(self._open), limits.MAX_TABLE_DEPTH)
        self._lines.number(grid)

    def end(self) -> None:
        table = self._open.pop()
        # Wherever a foot stands in the source, it is shown last.
        table.grid.rows = placed([*table.groups, *table.feet])
        if table.grid.rows and table.grid.rows[0]:
            table.grid.position = table.grid.rows[0][0].position
        table.outer.append(table.grid)

    def begin_group(self, foot: bool) -> None:
        table = self._open[-1]
        table.rows = []
        (table.feet if foot else table.groups).append(table.rows)

    def begin_row(self) -> None:
        self._open[-1].rows.append([])

    def begin_cell(self, rowspan: str | None, colspan: str | None) -> GridCell:
        cell = GridCell(
            0,
            0,
            [],
            None,
            span(rowspan, limits.MAX_ROWSPAN, zero=0),
            span(colspan, _MOST_COLUMNS_OF_SPAN, zero=1),
        )
        self._cells += 1
        limits.require("cells", self._cells, limits.MAX_CELLS)
        self._open[-1].rows[-1].append(cell)
        self._lines.target = cell.items
        return cell

    def end_cell(self, cell: GridCell) -> None:
        """The cell's place is that of its text, in an empty cell that of its tag."""
        cell.position = self._start(cell)
        self._lines.target = self._open[-1].outer

    def _start(self, cell: GridCell) -> Position:
        return cell.items[0].position if cell.items else self._lines.position
