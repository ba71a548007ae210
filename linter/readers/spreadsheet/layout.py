"""Which cells of a worksheet form tables, and which hold running text.

A worksheet is one grid, whatever is written on it. Rows in which several cells have a word are
rows of a table, rows with one such cell are text, unless it stands as a row of the table would.
Where lines are drawn around cells, rows without them are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.model.document import Annotation, Block, Document, Paragraph
from linter.model.place import Place
from linter.readers import limits
from linter.readers.spreadsheet.rows import SheetRow, Surroundings, blank_row, sheet_rows
from linter.readers.spreadsheet.sheet import Sheet, SheetCell, address, merge_cells, take_hidden
from linter.readers.spreadsheet.table import table_of

_LONG_CELL = 100


def workbook_document(
    kind: str, sheets: Iterable[Sheet], annotations: tuple[Annotation, ...] = ()
) -> Document:
    """The sheets that are shown, in order; what is hidden is annotated."""
    blocks: list[Block] = []
    tables = cells = 0
    for sheet in sheets:
        merge_cells(sheet)
        annotations += take_hidden(sheet)
        for stretch in _stretches(sheet):
            if isinstance(stretch, SheetCell):
                blocks.extend(_paragraphs(sheet, stretch))
            else:
                tables += 1
                table = table_of(sheet, [*stretch, *blank_row(sheet, stretch)], tables)
                cells += sum(map(len, table.rows))
                limits.require("cells", cells, limits.MAX_CELLS)
                blocks.append(table)
    limits.require("blocks", len(blocks), limits.MAX_BLOCKS)
    return Document(kind, tuple(blocks), annotations=annotations)


def _paragraphs(sheet: Sheet, cell: SheetCell) -> Iterator[Paragraph]:
    place = Place(sheet=sheet.name, address=address(cell.row, cell.column))
    return (Paragraph(text, place) for text in cell.text.split("\n"))


def _stretches(sheet: Sheet) -> Iterator[SheetCell | list[SheetRow]]:
    """What stands on a sheet from top to bottom: cells of text, and rows that form a table."""
    boxes = any(cell.boxed for cell in sheet.cells.values())
    for rows in _without_gaps(sheet):
        yield from _settled(rows, boxes)


def _without_gaps(sheet: Sheet) -> Iterator[list[SheetRow]]:
    """Rows that follow each other with no empty row between them."""
    rows: list[SheetRow] = []
    for row in sheet_rows(sheet):
        between = range(rows[-1].index + 1, row.index) if rows else ()
        if any(index not in sheet.hidden_rows for index in between):
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def _settled(rows: Sequence[SheetRow], boxes: bool) -> Iterator[SheetCell | list[SheetRow]]:
    table: list[SheetRow] = []
    of_table = _of_table(rows, boxes)
    for row, belongs in zip(rows, of_table, strict=True):
        if belongs:
            table.append(row)
            continue
        yield from _table_or_text(table)
        table = []
        yield from row.words
    yield from _table_or_text(table)


def _table_or_text(rows: list[SheetRow]) -> Iterator[SheetCell | list[SheetRow]]:
    """One row of two cells is no table, nor are rows that mostly hold prose."""
    words = [cell for row in rows for cell in row.words]
    lengths = [len(cell.text) for cell in words]
    prose = sum(length for length in lengths if length > _LONG_CELL)
    if len(words) < 3 or 2 * prose > sum(lengths):
        yield from words
    else:
        yield rows


def _of_table(rows: Sequence[SheetRow], boxes: bool) -> list[bool]:
    """Which of ``rows`` belong to a table, the rows of one cell told by those around them."""
    of_table = [row.lone is None and (row.is_boxed or not boxes) for row in rows]
    around = Surroundings([row for row, several in zip(rows, of_table, strict=True) if several])
    last = max((index for index, several in enumerate(of_table) if several), default=-1)
    for index, row in enumerate(rows):
        if row.lone and index and of_table[index - 1] and (row.is_boxed or not boxes):
            of_table[index] = around.belongs(row.lone, inside=index < last)
    for index in range(len(rows) - 2, -1, -1):
        row = rows[index]
        if row.lone and of_table[index + 1] and (row.is_boxed or not boxes):
            of_table[index] = of_table[index] or around.heads(row.lone)
    for index, row in enumerate(rows):
        if not row.own:  # nothing begins here: the row above goes on
            of_table[index] = index > 0 and of_table[index - 1]
    return of_table
