"""PDF files with text: paragraphs and ruled tables, wherever pages end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from linter.model.document import Block, Document
from linter.model.problem import InputProblem
from linter.readers import limits
from linter.readers.flow import Grid, Image, Item, Line, document_blocks
from linter.readers.pdf.continued import continues, grid_of
from linter.readers.pdf.furniture import furniture
from linter.readers.pdf.lines import TextLine, space_out
from linter.readers.pdf.pages import Page, pages_of
from linter.readers.pdf.paragraphs import Margins, Paragraphs, margins_of
from linter.readers.pdf.process import pdfium_answer
from linter.readers.pdf.rulings import frames_of
from linter.readers.pdf.tables import RuledTable, tables_and_lines
from linter.readers.pdf.unruled import unruled
from linter.readers.whitespace import cleaned

_COVERING = 0.5
_FEW = 30
_SMALLEST_PICTURE = 60.0


def pdf_document(data: bytes) -> Document:
    """The text of a PDF file; places are pages, and in tables rows and cells.

    Raises E904, E905 and E906 as other readers do, E910 where the file holds pictures of
    pages and no text, E911 where the library for PDF files is not installed.
    """
    header, body = pdfium_answer(data)
    if "rule" in header:
        raise InputProblem(header["rule"], **header["facts"])
    pages = list(pages_of(header, body))
    if _has_no_text(pages):
        from linter.readers.ocr.document import scan_document

        return scan_document(data, len(pages))
    undecodable = sum(page.unmapped for page in pages)
    return Document("pdf", blocks_of(pages), undecodable=undecodable)


def blocks_of(pages: Iterable[Page]) -> tuple[Block, ...]:
    """The paragraphs and tables of pages."""
    return document_blocks(_items(_sheets(pages)), paged=True)


def _has_no_text(pages: Sequence[Page]) -> bool:
    """Whether no page has text of its own.

    What an OCR engine laid invisibly over the picture of a page is a guess, no text.
    """
    written = [page for page in pages if not _is_scan(page)]
    chars = sum(len(page.chars) for page in written)
    unmapped = sum(page.unmapped for page in written)
    drawn = any(page.images or page.across or page.down for page in pages)
    return (
        (drawn and not chars)
        or (len(written) < len(pages) and chars < _FEW)
        or 3 * unmapped > chars > 0
    )


def _is_scan(page: Page) -> bool:
    area = max(((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in page.images), default=0.0)
    covered = area > _COVERING * page.width * page.height
    return covered and (page.invisible or len(page.chars) < _FEW)


def _sheets(pages: Iterable[Page]) -> list[_Sheet]:
    sheets: list[_Sheet] = []
    cells = 0
    for page in pages:
        sheets.append(_Sheet(page))
        cells += sum(len(table.cells) for table in sheets[-1].tables)
        limits.require("cells", cells, limits.MAX_CELLS)
    tables = [table for sheet in sheets for table in sheet.tables]
    space_out([*(table.all_lines() for table in tables), *(sheet.lines for sheet in sheets)])
    for table in tables:
        table.put_into_words()
    return sheets


class _Sheet:
    """A page taken apart: its tables and the lines outside them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        chars = [] if _is_scan(page) else page.chars
        self.tables, self.lines = tables_and_lines(page.number, frames_of(page), chars)
        self.pictures = [box for box in page.images if _is_picture(box)]

    def give_back_cut_text(self, following: _Sheet, around: set[int]) -> None:
        """Puts into the last table what the end of the page cut off its cells."""
        if not self.tables or not following.tables:
            return
        last, first = self.tables[-1], following.tables[0]
        rest = [one for one in self.lines if one.top > last.ys[-2] and id(one) not in around]
        before = [one for one in following.lines if one.top < first.top and id(one) not in around]
        if rest and not before and continues(last, first) and last.absorb(rest):
            gone = set(map(id, rest))
            self.lines = [line for line in self.lines if id(line) not in gone]

    def in_order(self, left_out: set[int]) -> list[RuledTable | TextLine | Grid | Image]:
        """What stands on the page from top to bottom."""
        lines = [line for line in self.lines if id(line) not in left_out]
        placed: list[tuple[float, RuledTable | TextLine | Grid | Image]] = [
            *((line.top, part) for line, part in unruled(lines, self.page.number)),
            *((table.top, table) for table in self.tables),
            *((box[1], Image("", (self.page.number, 1))) for box in self.pictures),
        ]
        return [part for _, part in sorted(placed, key=lambda pair: pair[0])]


def _is_picture(box: Sequence[float]) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) >= _SMALLEST_PICTURE


def _items(sheets: Sequence[_Sheet]) -> list[Item]:
    around = furniture([(sheet.page, sheet.lines) for sheet in sheets])
    flow = _Flow(_margins(sheets, around))
    for sheet, following in zip_longest(sheets, sheets[1:]):
        if following:
            sheet.give_back_cut_text(following, around)
        flow.add(sheet, around)
    return flow.end()


def _margins(sheets: Iterable[_Sheet], around: set[int]) -> dict[int, Margins]:
    """The margins of pages by their width in points: pages of one size have the same."""
    lines: dict[int, list[TextLine]] = {}
    for sheet in sheets:
        own = [line for line in sheet.lines if id(line) not in around]
        lines.setdefault(round(sheet.page.width), []).extend(own)
    return {width: margins_of(found, width) for width, found in lines.items() if found}


class _Flow:
    """Puts together what the ends of lines and pages cut apart."""

    def __init__(self, margins: dict[int, Margins]) -> None:
        self._margins = margins
        self._items: list[Item] = []
        self._paragraph = Paragraphs()
        self._parts: list[RuledTable] = []
        self._begun = 0  # the page on which the open paragraph begins
        self._page = 0
        self._fresh = False  # nothing of the page has been taken yet

    def add(self, sheet: _Sheet, around: set[int]) -> None:
        self._page, self._fresh = sheet.page.number, True
        margins = self._margins.get(round(sheet.page.width), Margins(0.0, sheet.page.width))
        for line in sheet.lines:
            if id(line) in around:
                self._items.append(Line(line.text, (self._page, 1), chrome=True))
        for part in sheet.in_order(around):
            if isinstance(part, RuledTable):
                self._table(part)
            elif isinstance(part, TextLine):
                self._line(part, margins)
            else:
                self._close()
                self._items.append(part)
            self._fresh = False
        limits.require("blocks", len(self._items), limits.MAX_BLOCKS)

    def end(self) -> list[Item]:
        self._close()
        return self._items

    def _table(self, table: RuledTable) -> None:
        if not (self._fresh and self._parts and continues(self._parts[-1], table)):
            self._close()
        self._end_paragraph()
        self._parts.append(table)

    def _line(self, line: TextLine, margins: Margins) -> None:
        self._end_table()
        if not self._paragraph.add(line, margins, self._fresh):
            self._end_paragraph()
            self._paragraph.add(line, margins, self._fresh)
        self._begun = self._begun or self._page

    def _close(self) -> None:
        self._end_table()
        self._end_paragraph()

    def _end_table(self) -> None:
        if self._parts:
            self._items.append(grid_of(self._parts))
            self._parts = []

    def _end_paragraph(self) -> None:
        text = cleaned(self._paragraph.take())
        if text:
            self._items.append(Line(text, (self._begun, 1)))
        self._begun = 0
