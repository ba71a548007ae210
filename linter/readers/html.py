"""Web pages, whole or in pieces, as sites publish them and as Word saves them."""

from __future__ import annotations

import re

from linter.model.document import Document
from linter.readers.flow import Item, document_blocks
from linter.readers.html_lines import LineCollector
from linter.readers.html_page import PageWalk
from linter.readers.html_source import page_source
from linter.readers.lines import LineIndex

_HIDING = re.compile(r"hidden|display\s*:\s*none", re.IGNORECASE)


def html_document(text: str) -> Document:
    """What a person sees of the page; places are those of the text in the decoded source."""
    items, title = html_items(text, LineIndex(text))
    return Document("html", document_blocks(items), title)


def html_items(source: str, index: LineIndex, base: int = 0) -> tuple[list[Item], str | None]:
    """The items and the title of a page or a piece of one.

    ``base`` is the offset of ``source`` in the text that ``index`` knows.
    """
    from selectolax.lexbor import LexborHTMLParser

    page = page_source(source)
    lines = LineCollector(page, lambda offset: index.position(base + offset))
    walk = PageWalk(lines, hides=bool(_HIDING.search(page.markup)))
    walk.walk(LexborHTMLParser(page.markup).root)
    return lines.target, walk.title
