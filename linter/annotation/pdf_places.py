"""Where on the pages of a PDF file the places of a document are.

A place names a page, and in tables a row and a cell. Tables that go on over pages were put
together from what the rulings draw; here their rows are found again on each page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from linter.annotation.pdf_page import PlacedCell, PlacedPage, folded
from linter.model.document import Cell, Document, Table
from linter.model.place import Place
from linter.readers.pdf.pages import Box, Page
from linter.records import record

_ALIGNED = 4_000_000
"""Pairs of rows up to which a page is searched for its rows."""

_Row = tuple[str, ...]

_BEGINNING = 16
"""Letters by which a text is known whose end is on the next page."""


@record
class Spot:
    """The boxes of one place on the page ``page`` (from 1), upright."""

    page: int
    boxes: tuple[Box, ...]


class Places:
    """The pages of a file and the document that was read from them."""

    def __init__(self, pages: Iterable[Page], document: Document) -> None:
        self._pages = {page.number: page for page in pages}
        self._tables = [block for block in document.blocks if isinstance(block, Table)]
        self._placed: dict[int, PlacedPage] = {}
        self._cells: dict[int, Mapping[Place, Box]] = {}

    def of_cell(self, place: Place) -> Spot | None:
        """The cell at ``place``; None where that is no cell or cannot be found again."""
        number = place.page
        if number is None or place.cell is None or number not in self._pages:
            return None
        if number not in self._cells:
            self._cells[number] = dict(self._found(number))
        box = self._cells[number].get(place)
        if box is not None:
            return Spot(number, (box,))
        return self._in_text(number, place)

    def of_text(self, page: int | None, texts: Iterable[str]) -> Spot | None:
        """The first of ``texts`` that stands on the page, or on any where none is given."""
        numbers = [page] if page in self._pages else sorted(self._pages)
        for text in texts:
            for number in numbers:
                placed = self._page(number)
                boxes = placed.boxes_of(text) or placed.boxes_of(folded(text)[:_BEGINNING])
                if boxes:
                    return Spot(number, boxes)
        return None

    def top_of(self, page: int | None) -> Spot:
        """The top left corner of a page, for what stands nowhere in particular."""
        number = page if page in self._pages else min(self._pages)
        return Spot(number or 1, ((18.0, 18.0, 38.0, 38.0),))

    def _page(self, number: int) -> PlacedPage:
        if number not in self._placed:
            self._placed[number] = PlacedPage(self._pages[number])
        return self._placed[number]

    def _found(self, number: int) -> Iterator[tuple[Place, Box]]:
        """The boxes of the cells on a page, row by row.

        A row that differs stands between rows that do not: so does one that the end of the page
        tore, of which a part is elsewhere.
        """
        read = list(self._read_rows(number))
        drawn = self._page(number).rows
        if len(read) * len(drawn) <= _ALIGNED:
            for a, b in _paired([_texts(row) for row in read], [_key(row) for row in drawn]):
                if len(read[a]) == len(drawn[b]):
                    pairs = zip(read[a], drawn[b], strict=True)
                    yield from ((cell.place, placed.box) for cell, placed in pairs)

    def _read_rows(self, number: int) -> Iterator[tuple[Cell, ...]]:
        for table in self._tables:
            for row in table.rows:
                cells = tuple(cell for cell in row if cell.place.page == number)
                if cells:
                    yield cells

    def _in_text(self, number: int, place: Place) -> Spot | None:
        """A cell of a table without rulings: its letters in the line that its row is."""
        for row in self._read_rows(number):
            texts = [folded(cell.text) for cell in row]
            for index, cell in enumerate(row):
                if cell.place == place:
                    start = len("".join(texts[:index]))
                    part = (start, start + len(texts[index])) if texts[index] else None
                    boxes = self._page(number).boxes_of("".join(texts), part)
                    return Spot(number, boxes) if boxes else None
        return None


def _texts(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(folded(cell.text) for cell in row)


def _key(row: Sequence[PlacedCell]) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _paired(read: Sequence[_Row], drawn: Sequence[_Row]) -> Iterator[tuple[int, int]]:
    """Which row of the one is which of the other: the same ones, and as many between them."""
    a = b = 0
    for first, second in (*_same(read, drawn), (len(read), len(drawn))):
        if first - a == second - b:
            yield from zip(range(a, first), range(b, second), strict=True)
        if first < len(read):
            yield first, second
        a, b = first + 1, second + 1


def _same(read: Sequence[_Row], drawn: Sequence[_Row]) -> Iterator[tuple[int, int]]:
    for step in LCSseq.opcodes(read, drawn):
        if step.tag == "equal":
            ranges = ((step.src_start, step.src_end), (step.dest_start, step.dest_end))
            yield from zip(*(range(*one) for one in ranges), strict=True)
