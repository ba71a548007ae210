"""The three statutory tables as grids of cells with spans, as Word and HTML know them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.records import record, replace
from tests.rendering.content import Block, Line, Section
from tests.rendering.style import Style

_LABEL_COLUMNS = 3  # table three: 三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密


@record
class GridCell:
    """A cell at its upper left corner, rows and columns counted from 0."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@record
class Grid:
    """A table; ``caption`` is a paragraph above it or None."""

    width: int
    height: int
    cells: tuple[GridCell, ...]
    caption: str | None = None


def grids_of(section: Section, style: Style, *, condensed: bool = False) -> tuple[Grid, ...]:
    """The tables of a section. ``condensed`` gives table three a header of one row."""
    if not section.blocks:
        return ()
    if section.key == "disclosure":
        return _disclosure(section.blocks, style)
    if section.key == "applications":
        return _applications(section.blocks[0], style, condensed)
    return (_review(section.blocks[0], style),)


def statutory_rows(grid: Grid) -> list[list[GridCell]]:
    """Every row's own cells: what HTML writes."""
    rows: list[list[GridCell]] = [[] for _ in range(grid.height)]
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(cell)
    return rows


def word_rows(grid: Grid) -> list[list[tuple[GridCell, bool]]]:
    """Every row as Word writes it: a cell merged downwards stands in each row it covers.

    The flag is True where the cell begins.
    """
    rows: list[list[tuple[GridCell, bool]]] = [[] for _ in range(grid.height)]
    for cell in sorted(grid.cells, key=lambda cell: cell.column):
        for row in range(cell.row, cell.row + cell.rowspan):
            rows[row].append((cell, row == cell.row))
    return rows


def matrix(grid: Grid, *, repeated: bool = False) -> list[list[str]]:
    """Every grid position; a merged cell's text stands once, or everywhere if ``repeated``."""
    rows = [["" for _ in range(grid.width)] for _ in range(grid.height)]
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                first = (row, column) == (cell.row, cell.column)
                rows[row][column] = cell.text if first or repeated else ""
    return rows


def _disclosure(blocks: Sequence[Block], style: Style) -> tuple[Grid, ...]:
    if not style.one_table:
        return tuple(_with_caption(block) for block in blocks)
    width = max(1 + len(block.columns) for block in blocks)
    cells: list[GridCell] = []
    row = 0
    for block in blocks:
        if block.title is not None:
            cells.append(GridCell(block.title, row, 0, colspan=width))
            row += 1
        cells += _block(block, row, width)
        row += 1 + len(block.lines)
    return (Grid(width, row, tuple(cells)),)


def _with_caption(block: Block) -> Grid:
    width = 1 + len(block.columns)
    return Grid(width, 1 + len(block.lines), tuple(_block(block, 0, width)), block.title)


def _block(block: Block, top: int, width: int) -> list[GridCell]:
    cells = _spread((block.corner, *(c.label for c in block.columns)), top, width)
    for offset, line in enumerate(block.lines, start=1):
        cells += _spread((line.label, *line.values), top + offset, width)
    return cells


def _spread(texts: Sequence[str], row: int, width: int) -> list[GridCell]:
    """One cell a column; the last spans what is left, as the form has 本年处理决定数量."""
    last = len(texts) - 1
    return [
        GridCell(text, row, column, colspan=width - last if column == last else 1)
        for column, text in enumerate(texts)
    ]


def _applications(block: Block, style: Style, condensed: bool) -> tuple[Grid, ...]:
    width = _LABEL_COLUMNS + max(len(block.columns), *(len(line.values) for line in block.lines))
    header = _condensed_header(block) if condensed else _header(block)
    top = 1 if condensed else 3
    body = [*_groups(block.lines), *_data(block.lines)]
    height = len(block.lines)
    if style.split_header:
        return Grid(width, top, tuple(header)), Grid(width, height, tuple(body))
    moved = [replace(cell, row=cell.row + top) for cell in body]
    return (Grid(width, top + height, (*header, *moved)),)


def _condensed_header(block: Block) -> list[GridCell]:
    corner = GridCell(block.corner, 0, 0, colspan=_LABEL_COLUMNS)
    return [corner, *_texts((c.label for c in block.columns), 0, _LABEL_COLUMNS)]


def _header(block: Block) -> list[GridCell]:
    applicants, legal_persons = block.header_groups
    corner = GridCell(block.corner, 0, 0, rowspan=3, colspan=_LABEL_COLUMNS)
    cells = [corner, GridCell(applicants, 0, _LABEL_COLUMNS, colspan=len(block.columns))]
    legal: list[int] = []
    for at, column in enumerate(block.columns, start=_LABEL_COLUMNS):
        if column.key in ("natural_person", "total"):
            cells.append(GridCell(column.label, 1, at, rowspan=2))
        else:
            legal.append(at)
            cells.append(GridCell(column.label, 2, at))
    return [*cells, GridCell(legal_persons, 1, legal[0], colspan=len(legal))]


def _groups(lines: Sequence[Line]) -> list[GridCell]:
    """The merged cells to the left, one for each run of rows that share it."""
    cells: list[GridCell] = []
    for depth in range(2):
        start = 0
        for row in range(1, len(lines) + 1):
            if row < len(lines) and _same_group(lines[start], lines[row], depth):
                continue
            if len(lines[start].groups) > depth:
                text = lines[start].groups[depth]
                cells.append(GridCell(text, start, depth, rowspan=row - start))
            start = row
    return cells


def _same_group(one: Line, other: Line, depth: int) -> bool:
    prefix = one.groups[: depth + 1]
    return len(prefix) > depth and prefix == other.groups[: depth + 1]


def _data(lines: Sequence[Line]) -> list[GridCell]:
    cells: list[GridCell] = []
    for row, line in enumerate(lines):
        depth = len(line.groups)
        cells.append(GridCell(line.label, row, depth, colspan=_LABEL_COLUMNS - depth))
        cells += _texts(line.values, row, _LABEL_COLUMNS)
    return cells


def _texts(texts: Iterable[str], row: int, column: int) -> list[GridCell]:
    return [GridCell(text, row, at) for at, text in enumerate(texts, start=column)]


def _review(block: Block, style: Style) -> Grid:
    size = len(block.columns)
    labels = tuple(column.label for column in block.columns)
    grouped = [line for line in block.lines if line.groups]
    cells: list[GridCell] = []
    for number, line in enumerate(block.lines):
        left = number * size
        cells += _texts(line.values, 3, left)
        if line.groups:
            cells.append(GridCell(line.label, 1, left, colspan=size))
            cells += _texts(labels, 2, left)
            if line is grouped[0]:
                span = size * len(grouped)
                cells.append(GridCell(line.groups[0], 0, left, colspan=span))
        else:
            cells += _ungrouped(line, labels, left, style)
    return Grid(size * len(block.lines), 4, tuple(cells))


def _ungrouped(line: Line, labels: Sequence[str], left: int, style: Style) -> list[GridCell]:
    """行政复议 has no second level: either its title or its columns span two rows."""
    if style.tall_review:
        title = GridCell(line.label, 0, left, rowspan=2, colspan=len(labels))
        return [title, *_texts(labels, 2, left)]
    title = GridCell(line.label, 0, left, colspan=len(labels))
    return [title, *(replace(cell, rowspan=2) for cell in _texts(labels, 1, left))]
