"""What is printed on every page around its text: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.readers.pdf.lines import TextLine
from linter.readers.pdf.pages import Page
from linter.regex import regex

_MARGIN = 0.13
"""The share of a page's height, above and below, in which furniture stands."""

_MOST_LINES = 3
_NEAR = 4.0
_PAGE_NUMBER = regex(
    r"[—–\-－·.\s~]*(?:第\s*)?(?:\d{1,3}|[ivxIVX]{1,5})\s*页?"
    r"(?:\s*[/／,，共]+\s*(?:共\s*)?\d{1,3}\s*页?)?[—–\-－·.\s~]*"
)


def furniture(pages: Sequence[tuple[Page, Sequence[TextLine]]]) -> set[int]:
    """The ids of the lines that are furniture; ``pages`` have their lines from top to bottom.

    A line near the edge is furniture where another page has the same there, but for its
    digits, or where it is nothing but the number of the page.
    """
    edges = [
        (index, line, page)
        for index, (page, lines) in enumerate(pages)
        for line in _edge(page, lines)
    ]
    seen: dict[str, list[tuple[int, float]]] = {}
    for index, line, page in edges:
        seen.setdefault(_pattern(line), []).append((index, _from_edge(line, page)))
    found: set[int] = set()
    for index, line, page in edges:
        twins = (
            other != index and abs(place - _from_edge(line, page)) <= _NEAR
            for other, place in seen[_pattern(line)]
        )
        if any(twins) or _PAGE_NUMBER.fullmatch(line.text):
            found.add(id(line))
    return found


def _edge(page: Page, lines: Sequence[TextLine]) -> list[TextLine]:
    head = [line for line in lines[:_MOST_LINES] if line.bottom < _MARGIN * page.height]
    foot = [line for line in lines[-_MOST_LINES:] if line.top > (1 - _MARGIN) * page.height]
    return [*head, *foot]


def _from_edge(line: TextLine, page: Page) -> float:
    return line.top if line.bottom < page.height / 2 else line.top - page.height


def _pattern(line: TextLine) -> str:
    return re.sub(r"\d+", "#", line.text)
