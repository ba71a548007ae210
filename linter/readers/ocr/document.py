"""Scans and pictures of pages, read by a recogniser of characters where one is installed.

What it reads is a guess, however good: the document says so, and how sure each part is.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.document import Block, Document, Paragraph, Recognition, Table
from linter.model.place import Place
from linter.model.problem import InputProblem
from linter.readers.ocr.process import EXTRA, is_installed, recognised_pages
from linter.readers.ocr.text import RecognisedPage, recognised_page
from linter.readers.pdf.document import blocks_of


def picture_document(data: bytes, format_name: str) -> Document:
    """The text in a picture; ``format_name`` is what the format is called in a finding.

    Raises E902 where there is none, E904 and E906 as other readers do, E911 where the recogniser
    is not installed.
    """
    if not is_installed():
        raise InputProblem("E911", format=format_name, extra=EXTRA)
    return _document(data, "picture")


def scan_document(data: bytes, pages: int) -> Document:
    """The text in a PDF file of pictures.

    Raises E910 where there is none or the recogniser is not installed.
    """
    if is_installed():
        document = _document(data, "pdf")
        if document.blocks:
            return document
    raise InputProblem("E910", pages=pages)


def _document(data: bytes, kind: str) -> Document:
    engine, answers = recognised_pages(data)
    pages = [recognised_page(number, answer) for number, answer in enumerate(answers, 1)]
    blocks = blocks_of([one.page for one in pages])
    return Document(kind, blocks, recognised=Recognition(engine, _confidence(blocks, pages)))


def _confidence(blocks: Sequence[Block], pages: Sequence[RecognisedPage]) -> dict[Place, float]:
    """How sure each cell is, by its place, and the prose of each page, by the place of the page."""
    sure: dict[Place, float] = {}
    by_number = {one.page.number: one for one in pages}
    for block in blocks:
        if isinstance(block, Paragraph):
            page = by_number.get(block.place.page or 0)
            if page is not None:
                sure[block.place] = page.prose
        elif isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row if cell.text):
                page = by_number.get(cell.place.page or 0)
                if page is not None:
                    sure[cell.place] = page.of_cell(cell.text)
    return sure
