"""A worksheet as it is shown: the texts of its cells, merged ranges, what is hidden."""

from __future__ import annotations

from linter.model.document import Annotation
from linter.model.place import Place
from linter.readers import limits
from linter.readers.whitespace import cleaned
from linter.records import field, mutable_record

HIDDEN = "hidden"
_LONGEST = 200


class SheetCell:
    """A cell, or a merged range, by the row and column at its upper left, counted from 0.

    ``boxed`` tells whether a line is drawn at one of its sides, None where that is not known.
    """

    __slots__ = ("boxed", "column", "columns", "row", "rows", "text")

    def __init__(self, row: int, column: int, text: str, boxed: bool | None = None) -> None:
        self.row = row
        self.column = column
        self.text = text
        self.boxed = boxed
        self.rows = 1
        self.columns = 1


@mutable_record
class Sheet:
    """``hidden_columns`` are stretches of them, first and last.

    ``blanks`` counts by rows the cells around which lines are drawn, with nothing in them.
    """

    name: str
    cells: dict[tuple[int, int], SheetCell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    hidden: bool = False
    blanks: dict[int, int] = field(default_factory=dict)

    def put(self, row: int, column: int, text: str, boxed: bool | None = None) -> None:
        """A cell; those without a word stand nowhere."""
        text = "\n".join(filter(None, map(cleaned, text.splitlines())))
        if text:
            limits.require("cells", len(self.cells) + 1, limits.MAX_CELLS)
            self.cells[row, column] = SheetCell(row, column, text, boxed)
        elif boxed and (row in self.blanks or len(self.blanks) < limits.MAX_CELLS):
            self.blanks[row] = self.blanks.get(row, 0) + 1

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        """A range that is shown as one cell, with what stands at its upper left."""
        limits.require("cells", len(self.merged) + 1, limits.MAX_CELLS)
        if (last_row, last_column) > (first_row, first_column):
            self.merged.append((first_row, first_column, last_row, last_column))


def address(row: int, column: int) -> str:
    """The name of a cell as spreadsheets show it: ``C7``."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def merge_cells(sheet: Sheet) -> None:
    """Gives the cells of ``sheet`` their extent; what a merged range covers is not shown.

    A range reaches no farther than the farthest cell with a word; ranges must not overlap, and
    where they do the first holds.
    """
    last_row = max((row for row, _ in sheet.cells), default=0)
    last_column = max((column for _, column in sheet.cells), default=0)
    covered: set[tuple[int, int]] = set()
    reached = 0
    for first_row, first_column, end_row, end_column in sheet.merged:
        if first_row > last_row or first_column > last_column:
            continue
        rows = range(first_row, min(end_row, last_row) + 1)
        columns = range(first_column, min(end_column, last_column) + 1)
        # Those that overlap count as well, or each would cost as much as the largest.
        reached += len(rows) * len(columns)
        limits.require("cells", reached, limits.MAX_CELLS)
        extent = {(row, column) for row in rows for column in columns}
        if covered.isdisjoint(extent):
            covered |= extent
            _merge(sheet, extent, rows, columns)


def _merge(sheet: Sheet, extent: set[tuple[int, int]], rows: range, columns: range) -> None:
    anchor = rows[0], columns[0]
    cell = sheet.cells.get(anchor) or SheetCell(*anchor, "")
    for inside in extent & sheet.cells.keys():
        del sheet.cells[inside]
    cell.rows, cell.columns = len(rows), len(columns)
    sheet.cells[anchor] = cell


def take_hidden(sheet: Sheet) -> tuple[Annotation, ...]:
    """Takes what is not shown out of ``sheet``; it is annotated instead.

    A merged range of which a part is shown begins where that part does.
    """
    shown: dict[tuple[int, int], SheetCell] = {}
    gone: dict[tuple[int, int], str] = {}
    for at, cell in sorted(sheet.cells.items()):
        if not sheet.hidden and _begin_where_shown(cell, sheet):
            shown[cell.row, cell.column] = cell
        elif cell.text:
            gone[at] = cell.text
    sheet.cells = shown
    text = " ".join(" ".join(words.split()) for words in gone.values())
    if not text:
        return ()
    excerpt = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"
    place = Place(sheet=sheet.name, address=address(*next(iter(gone))))
    return (Annotation(HIDDEN, excerpt, place),)


def _begin_where_shown(cell: SheetCell, sheet: Sheet) -> bool:
    while cell.rows and cell.row in sheet.hidden_rows:
        cell.row, cell.rows = cell.row + 1, cell.rows - 1
    for first, last in sheet.hidden_columns:
        if first <= cell.column <= last:
            cell.columns -= last + 1 - cell.column
            cell.column = last + 1
    return cell.rows > 0 and cell.columns > 0
