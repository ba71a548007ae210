"""Web pages, whole or in pieces, as sites publish them and as Word saves them."""

from __future__ import annotations

import re

from linter.model.document import Annotation, Document
from linter.model.place import NOWHERE, Place
from linter.readers.flow import Item, document_blocks
from linter.readers.html.lines import LineCollector
from linter.readers.html.page import PageWalk
from linter.readers.html.source import page_source
from linter.readers.lines import LineIndex
from linter.regex import regex

_HIDING = regex(r"hidden|display\s*:\s*none", re.IGNORECASE)


def html_document(text: str) -> Document:
    """What a person sees of the page; places are those of the text in the decoded source."""
    items, walk = _walked(text, LineIndex(text), 0)
    hidden = tuple(
        Annotation("hidden-on-page", text, Place(*position) if position else NOWHERE)
        for text, position in walk.hidden()
    )
    return Document("html", document_blocks(items), walk.title, annotations=hidden)


def html_items(source: str, index: LineIndex, base: int) -> list[Item]:
    """The items of a piece of a page.

    ``base`` is the offset of ``source`` in the text that ``index`` knows.
    """
    return _walked(source, index, base)[0]


def _walked(source: str, index: LineIndex, base: int) -> tuple[list[Item], PageWalk]:
    from selectolax.lexbor import LexborHTMLParser

    page = page_source(source)
    lines = LineCollector(page, lambda offset: index.position(base + offset))
    walk = PageWalk(lines, hides=bool(_HIDING.search(page.markup)))
    walk.walk(LexborHTMLParser(page.markup).root)
    walk.tell_chrome()
    return lines.target, walk
