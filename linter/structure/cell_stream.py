"""A table that reached us as running text: one cell a line, or rows without a grid.

Pieces of text are gathered into rows by the one thing that such a print keeps, the order:
a row is a run of labels followed by a run of numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from linter.model.document import Block, Cell, Paragraph, Table
from linter.records import replace
from linter.regex import regex
from linter.structure.cell_numbers import cell_number
from linter.structure.folding import fold
from linter.structure.wrapped_labels import unwrapped

_SEPARATOR = regex(r"[|｜│\t]+|[ \u3000]{2,}")
_TORN = regex(r"(?P<label>.*[^\s0-9.,])(?P<numbers>(?:\s+[0-9][0-9,.]*)+)")
_NUMBERS = regex(r"[0-9][0-9,.]*(?:\s+[0-9][0-9,.]*)+")
_PROSE = regex("[。；;]")
_LONGEST_CELL = 70


def is_cell_text(block: Block) -> bool:
    """Whether a paragraph can be a cell or a row of cells rather than prose."""
    if not isinstance(block, Paragraph):
        return False
    longest = max((len(fold(piece)) for piece in _SEPARATOR.split(block.text)), default=0)
    return longest <= _LONGEST_CELL and not _PROSE.search(block.text)


def stream_table(
    blocks: Sequence[Block],
    is_label: Callable[[str], bool],
    is_known: Callable[[str], bool] | None = None,
) -> Table | None:
    """The table that ``blocks`` print in running text, None where there is no number.

    ``is_label`` tells whether a text is the label of a row, ``is_known`` whether it is any
    label of the table.
    """
    is_known = is_known or is_label
    lines = printed_lines(blocks, is_label, is_known)
    rows = [
        tuple(replace(cell, row=number, column=column) for column, cell in enumerate(row))
        for number, row in enumerate(_rows(lines, is_label, is_known))
    ]
    if not any(is_number(cell) for row in rows for cell in row):
        return None
    return Table(tuple(rows), rows[0][0].place, exact=False)


def printed_lines(
    blocks: Sequence[Block], is_label: Callable[[str], bool], is_known: Callable[[str], bool]
) -> list[list[Cell]]:
    """The lines and rows of ``blocks`` in their pieces, wrapped labels put together."""
    return [
        cells for cells in unwrapped(list(_pieces(blocks, is_known)), is_label, is_number) if cells
    ]


def _rows(
    lines: Sequence[list[Cell]],
    is_label: Callable[[str], bool],
    is_known: Callable[[str], bool],
) -> Iterator[list[Cell]]:
    row: list[Cell] = []
    valued = False
    for cells in lines:
        if len(cells) > 1 and _is_whole(cells, is_label):
            if row:
                yield row
            yield cells
            row, valued = [], False
            continue
        for cell in cells:
            value = is_number(cell) or (valued and not cell.text.strip())
            # A label right behind a row's own: that row was left empty.
            empty = bool(row) and is_label(row[-1].text) and is_known(cell.text)
            if row and not value and (valued or is_label(cell.text) or empty):
                yield row
                row, valued = [], False
            row.append(cell)
            valued = valued or value
    if row:
        yield row


def _is_whole(cells: Sequence[Cell], is_label: Callable[[str], bool]) -> bool:
    """Whether one printed row is one row of the table: its label, then its values."""
    numbers = [is_number(cell) for cell in cells]
    if any(numbers):
        behind = cells[numbers.index(True) :]
        several = any(is_label(cell.text) for cell in behind)
        return not (numbers[0] or several) and bool(cells[0].text.strip() or len(cells) > 5)
    labels = [index for index, cell in enumerate(cells) if is_label(cell.text)]
    return bool(labels) and labels[-1] < len(cells) - 1


def _pieces(blocks: Sequence[Block], is_known: Callable[[str], bool]) -> Iterator[list[Cell]]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield list(row)
        elif isinstance(block, Paragraph):
            for line in block.text.split("\n"):
                pieces = [p for part in _SEPARATOR.split(line) for p in _untorn(part, is_known)]
                yield [Cell(piece, block.place, 0, 0) for piece in pieces if piece.strip()]


def _untorn(part: str, is_known: Callable[[str], bool]) -> list[str]:
    """Labels, or a label and the numbers behind it, where single spaces part them."""
    part = part.strip()
    if len(part) > _LONGEST_CELL:
        return [part]
    if _NUMBERS.fullmatch(part):
        return part.split()
    if all(map(is_known, part.split())):
        return part.split()
    torn = _TORN.fullmatch(part)
    return [torn["label"], *torn["numbers"].split()] if torn else [part]


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, or a sign that stands for none."""
    read = cell_number(cell.text)
    return read.number is not None or (read.blank and bool(cell.text.strip()))
