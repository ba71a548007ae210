"""Rows of a worksheet as a table of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from linter.model.document import Cell, Table
from linter.model.place import Place
from linter.readers import limits
from linter.readers.spreadsheet.rows import SheetRow
from linter.readers.spreadsheet.sheet import Sheet, SheetCell, address


def table_of(sheet: Sheet, rows: Sequence[SheetRow], number: int) -> Table:
    """The table number ``number`` of the file; empty cells are cells of it.

    A column in which no word begins is none: it only serves to give others their width.
    """
    columns = sorted({cell.column for row in rows for cell in row.words})
    limits.require("columns", len(columns), limits.MAX_COLUMNS)
    limits.require("cells", len(columns) * len(rows), limits.MAX_CELLS)
    lines = [row.index for row in rows]
    built = tuple(
        tuple(
            _cell(sheet, found, index, column, (number, order), lines, columns)
            for order, (column, found) in enumerate(_filled(row, columns), 1)
        )
        for index, row in enumerate(rows)
    )
    first = min(cell.row for cell in rows[0].own), columns[0]
    return Table(built, Place(table=number, sheet=sheet.name, address=address(*first)))


def _filled(row: SheetRow, columns: Sequence[int]) -> list[tuple[int, SheetCell]]:
    """The cells that begin in ``row`` by their grid columns, new ones where it is empty."""
    covered: set[int] = set()
    for cell in (*row.above, *row.own):
        covered.update(range(*_extent(cell, columns)))
    begun = [(bisect_left(columns, cell.column), cell) for cell in row.own]
    empty = [
        (index, SheetCell(row.index, column, ""))
        for index, column in enumerate(columns)
        if index not in covered
    ]
    visible = [(index, cell) for index, cell in begun if len(range(*_extent(cell, columns)))]
    return sorted([*visible, *empty], key=lambda one: one[0])


def _extent(cell: SheetCell, columns: Sequence[int]) -> tuple[int, int]:
    """The grid columns of a cell: the first, and the one behind the last."""
    return bisect_left(columns, cell.column), bisect_left(columns, cell.column + cell.columns)


def _cell(
    sheet: Sheet,
    cell: SheetCell,
    row: int,
    column: int,
    numbers: tuple[int, int],
    lines: Sequence[int],
    columns: Sequence[int],
) -> Cell:
    table, order = numbers
    place = Place(
        None, None, None, table, row + 1, order, None, sheet.name, address(cell.row, cell.column)
    )
    rowspan = bisect_left(lines, cell.row + cell.rows) - row
    first, end = _extent(cell, columns)
    return Cell(cell.text, place, row, column, rowspan, end - first)
