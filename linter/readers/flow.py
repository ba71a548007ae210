"""What stands in a file, in reading order, before it is clear which tables are tables.

Readers build these; ``document_blocks`` makes the document's blocks of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.model.document import Block, Cell, Paragraph, Picture, Table
from linter.model.place import NOWHERE, Place
from linter.readers import limits
from linter.records import mutable_record, replace

Position = tuple[int, int] | None
"""Line and column from 1, None in formats without lines; in paged ones page and line."""


# Thousands of lines and cells are made for one file, hence classes as plain as can be.


class Line:
    """A line of text, cleaned and never empty; ``order`` numbers what a page holds.

    ``paragraph`` is the paragraph of a Word file that holds it.
    """

    __slots__ = ("chrome", "level", "order", "paragraph", "position", "text")

    def __init__(
        self,
        text: str,
        position: Position = None,
        level: int | None = None,
        chrome: bool = False,
        paragraph: int | None = None,
    ) -> None:
        self.text = text
        self.position = position
        self.level = level
        self.chrome = chrome
        self.paragraph = paragraph
        self.order = 0


class GridCell:
    """A physical cell at its grid place, counted from 0, with all that stands in it.

    ``paragraph`` is the first paragraph of a cell in a Word file.
    """

    __slots__ = ("colspan", "column", "items", "paragraph", "position", "row", "rowspan")

    def __init__(
        self,
        row: int,
        column: int,
        items: list[Item],
        position: Position = None,
        rowspan: int = 1,
        colspan: int = 1,
        paragraph: int | None = None,
    ) -> None:
        self.row = row
        self.column = column
        self.items = items
        self.position = position
        self.rowspan = rowspan
        self.colspan = colspan
        self.paragraph = paragraph


@mutable_record
class Image:
    alt: str
    position: Position = None
    chrome: bool = False
    order: int = 0


@mutable_record
class Grid:
    """A table or what only looks like one in the source."""

    rows: list[list[GridCell]]
    position: Position = None
    exact: bool = True
    chrome: bool = False
    order: int = 0


Item = Line | Image | Grid

_LONG_CELL = 200
_LONG_LINE = 800


def document_blocks(items: Iterable[Item], paged: bool = False) -> tuple[Block, ...]:
    """The blocks of a document: layout tables dissolved, tables numbered from 1.

    Where it is ``paged``, the positions of the items are pages.
    """
    blocks: list[Block] = []
    tables = 0
    for item in _settled(items):
        if isinstance(item, Grid):
            tables += 1
            blocks.append(_table(item, tables))
        elif isinstance(item, Line):
            place = _place(item.position, item.paragraph)
            blocks.append(Paragraph(item.text, place, item.level, item.chrome))
        else:
            blocks.append(Picture(_place(item.position), item.alt, item.chrome))
    limits.require("blocks", len(blocks), limits.MAX_BLOCKS)
    return tuple(map(_on_page, blocks) if paged else blocks)


def _on_page(block: Block) -> Block:
    if isinstance(block, Table):
        rows = tuple(
            tuple(
                Cell(
                    cell.text,
                    _page_of(cell.place),
                    cell.row,
                    cell.column,
                    cell.rowspan,
                    cell.colspan,
                )
                for cell in row
            )
            for row in block.rows
        )
        return replace(block, rows=rows, place=_page_of(block.place))
    return replace(block, place=_page_of(block.place))


def _page_of(place: Place) -> Place:
    return Place(None, None, place.line, place.table, place.row, place.cell, None)


def _settled(items: Iterable[Item]) -> list[Item]:
    """``items`` with layout tables dissolved and the tables inside cells moved behind theirs."""
    settled: list[Item] = []
    for item in items:
        if isinstance(item, Grid):
            settled.extend(_settled_grid(item))
        else:
            settled.append(item)
    return settled


def _settled_grid(grid: Grid) -> list[Item]:
    cells = [cell for row in grid.rows for cell in row]
    for cell in cells:
        if len(cell.items) != 1 or not isinstance(cell.items[0], Line):
            cell.items = _settled(cell.items)
    inside = [item for cell in cells for item in cell.items]
    if _is_layout(grid, cells):
        return inside
    return [grid, *(item for item in inside if not isinstance(item, Line))]


def _is_layout(grid: Grid, cells: list[GridCell]) -> bool:
    """Whether ``grid`` only arranges what stands in it.

    So it is where the tables inside it have at least as many cells as it fills itself, where
    it is one cell or a column with headings or prose, and where prose is most of it.
    """
    if len(cells) <= 1:
        return True
    one_column = all(len(row) <= 1 for row in grid.rows)
    filled = nested = prose = total = 0
    for cell in cells:
        length = lines = 0
        heading = False
        for item in cell.items:
            if isinstance(item, Line):
                length += len(item.text)
                lines += 1
                heading = heading or item.level is not None
            elif isinstance(item, Grid):
                nested += sum(map(len, item.rows))
        filled += lines > 0
        total += length
        if one_column and (heading or length > _LONG_CELL):
            return True
        if _is_prose(length, lines):
            prose += length
    return (nested > 0 and nested >= filled) or 2 * prose > total


def _is_prose(length: int, lines: int) -> bool:
    return length > _LONG_LINE or (length > _LONG_CELL and lines > 1)


def _table(grid: Grid, number: int) -> Table:
    rows = tuple(
        tuple(_cell(cell, number, index) for index, cell in enumerate(row, 1)) for row in grid.rows
    )
    line, column = grid.position or (None, None)
    first = rows[0][0].place.paragraph if rows and rows[0] else None
    place = Place(line, column, None, number, paragraph=first)
    return Table(rows, place, grid.exact, grid.chrome)


def _cell(cell: GridCell, table: int, index: int) -> Cell:
    text = "\n".join(item.text for item in cell.items if isinstance(item, Line))
    line, column = cell.position or (None, None)
    place = Place(line, column, None, table, cell.row + 1, index, cell.paragraph)
    return Cell(text, place, cell.row, cell.column, cell.rowspan, cell.colspan)


def _place(position: Position, paragraph: int | None = None) -> Place:
    if paragraph is not None:
        return Place(paragraph=paragraph)
    return Place(*position) if position else NOWHERE
