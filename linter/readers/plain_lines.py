"""Running text as items: each line a paragraph, except where lines form a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.readers import limits
from linter.readers.flow import Grid, GridCell, Item, Line
from linter.readers.whitespace import cleaned
from linter.records import mutable_record, record

BARS = "|│┃║｜"
"""What draws the sides of cells in text."""

Clean = Callable[[str], str]
"""From the source of a line or cell to its text."""


@record
class Stretch:
    """What a recogniser made of the lines up to, not including, ``end``.

    ``items`` is None where the lines turned out to be paragraphs.
    """

    end: int
    items: Sequence[Item] | None


Recogniser = Callable[[Sequence[str], int, Clean], Stretch | None]
"""Looks at the lines from an index on; None where nothing of its kind begins there."""


class PlainReader:
    """Walks lines once and asks its recognisers, in order, what begins at each."""

    def __init__(self, recognisers: Sequence[Recogniser], clean: Clean = cleaned) -> None:
        self._recognisers = recognisers
        self._clean = clean

    def items(self, lines: Sequence[str]) -> list[Item]:
        items: list[Item] = []
        index = 0
        while index < len(lines):
            if lines[index].isspace() or not lines[index]:
                index += 1
                continue
            stretch = self._stretch(lines, index)
            if stretch.items is None:
                items.extend(self._paragraphs(lines, index, stretch.end))
            else:
                items.extend(stretch.items)
            index = stretch.end
            limits.require("blocks", len(items), limits.MAX_BLOCKS)
        return items

    def _stretch(self, lines: Sequence[str], index: int) -> Stretch:
        for recogniser in self._recognisers:
            stretch = recogniser(lines, index, self._clean)
            if stretch is not None:
                return stretch
        return Stretch(index + 1, None)

    def _paragraphs(self, lines: Sequence[str], start: int, end: int) -> list[Item]:
        return [
            line
            for index in range(start, end)
            for line in paragraphs_at(lines[index], index, self._clean)
        ]


def paragraphs_at(
    raw: str, index: int, clean: Clean, start: int = 0, level: int | None = None
) -> list[Line]:
    """The paragraphs in ``raw`` from character ``start`` on: none, one, or one a line break."""
    position = (index + 1, text_column(raw, start))
    return [Line(text, position, level) for text in clean(raw[start:]).split("\n") if text]


def text_column(raw: str, start: int, end: int | None = None) -> int:
    """The column, from 1, of the first character that is no white space, else of ``start``."""
    piece = raw[start:end]
    blank = len(piece) - len(piece.lstrip())
    return start + 1 + (blank if blank < len(piece) else 0)


@mutable_record
class Piece:
    """The source of one cell: line index and the characters it occupies there."""

    index: int
    start: int
    end: int


class GridBuilder:
    """Collects the cells of a table found in text, row by row."""

    def __init__(self, lines: Sequence[str], clean: Clean) -> None:
        self._lines = lines
        self._clean = clean
        self.rows: list[list[GridCell]] = []
        self._cells = 0

    def add_row(self, pieces: Sequence[Piece]) -> None:
        self._cells += len(pieces)
        limits.require("cells", self._cells, limits.MAX_CELLS)
        self.rows.append(
            [self._cell(piece, column) for column, piece in enumerate(pieces)],
        )

    def extend_cell(self, cell: GridCell, piece: Piece) -> None:
        """Adds a further line to a cell that is broken over lines."""
        raw = self._lines[piece.index]
        text = self._clean(raw[piece.start : piece.end])
        if text:
            position = (piece.index + 1, text_column(raw, piece.start, piece.end))
            cell.items.append(Line(text, position))

    def grid(self, exact: bool) -> Grid:
        return Grid(self.rows, self.rows[0][0].position if self.rows[0] else None, exact)

    def same_widths(self) -> bool:
        return len({len(row) for row in self.rows}) == 1

    def _cell(self, piece: Piece, column: int) -> GridCell:
        raw = self._lines[piece.index]
        position = (piece.index + 1, text_column(raw, piece.start, piece.end))
        text = self._clean(raw[piece.start : piece.end])
        items: list[Item] = [Line(part, position) for part in text.split("\n") if part]
        return GridCell(len(self.rows), column, items, position)
