"""The tables that stand open while the body of a Word document is read."""

from __future__ import annotations

from linter.readers import limits
from linter.readers.flow import Grid, GridCell, Item, Line
from linter.records import field, mutable_record


class WordCell:
    """A cell as Word gives it: ``merge`` is ``restart``, ``continue`` or None (``w:vMerge``).

    ``continues`` says that it belongs to the cell before it (``w:hMerge``), ``paragraph`` is the
    number of its first paragraph in the file.
    """

    __slots__ = ("continues", "deleted", "items", "merge", "paragraph", "width")

    def __init__(self, paragraph: int | None = None) -> None:
        self.paragraph = paragraph
        self.items: list[Item] = []
        self.width = 1
        self.merge: str | None = None
        self.deleted = False
        self.continues = False


@mutable_record
class WordRow:
    """A row: ``before`` grid columns stand empty at its start (``w:gridBefore``)."""

    cells: list[WordCell] = field(default_factory=list)
    before: int = 0
    deleted: bool = False

    def deleted_text(self) -> str:
        """What stands in cells that tracked changes deleted."""
        gone = (cell for cell in self.cells if self.deleted or cell.deleted)
        return " ".join(item.text for cell in gone for item in cell.items if isinstance(item, Line))


@mutable_record
class WordTable:
    """A table under construction; cells that are merged downwards are kept by their column."""

    rows: list[list[GridCell]] = field(default_factory=list)
    row: WordRow = field(default_factory=WordRow)
    open_cells: list[WordCell] = field(default_factory=list)
    _merging: dict[int, GridCell] = field(default_factory=dict)

    def grid(self) -> Grid:
        return Grid(self.rows)

    def end_row(self) -> None:
        """Gives the cells of the row their grid places, unless a tracked change deleted it."""
        if not self.row.deleted:
            self._place(self.row)
        self.row = WordRow()

    def _place(self, row: WordRow) -> None:
        placed: list[GridCell] = []
        merging: dict[int, GridCell] = {}
        column = row.before
        for cell in row.cells:
            if cell.deleted:
                continue
            limits.require("columns", column + 1, limits.MAX_COLUMNS)
            width = max(1, min(cell.width, limits.MAX_COLUMNS - column))
            if cell.continues and column > row.before:
                if placed and placed[-1].column + placed[-1].colspan == column:
                    placed[-1].colspan += width
                column += width
                continue
            above = self._merging.get(column) if cell.merge == "continue" else None
            if above is not None:
                above.rowspan += 1
                merging[column] = above
            else:
                grid_cell = GridCell(
                    len(self.rows), column, cell.items, colspan=width, paragraph=cell.paragraph
                )
                placed.append(grid_cell)
                if cell.merge == "restart":
                    merging[column] = grid_cell
            column += width
        self._merging = merging
        self.rows.append(placed)
