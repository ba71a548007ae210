"""A walk over a parsed page that collects what a person would see, in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from linter.readers import limits
from linter.readers.flow import GridCell, Image, Line, Position
from linter.readers.html.chrome import CONTAINERS, Container, chrome_numbers
from linter.readers.html.hidden import HiddenTexts, is_words
from linter.readers.html.lines import LineCollector, unmarked
from linter.readers.html.source import page_source
from linter.readers.html.tables import TableStack
from linter.regex import regex

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Close = Callable[[], None]
"""What is to be done when an element is left."""

_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "iframe", "input", "textarea", "select", "button",
    "object", "embed", "audio", "video", "canvas", "svg", "math", "noframes", "noembed",
    "datalist", "rt", "rp", "head", "title",
))  # fmt: skip
_BLOCKS = CONTAINERS | frozenset((
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "address",
    "figure", "figcaption", "fieldset", "legend", "details", "summary", "hgroup", "dir", "body",
    "html", "caption", "pre", "xmp", "listing", "plaintext", "thead", "tbody", "tfoot", "tr",
    "th",
))  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = ("td", "th")
_FIELDS = ("input", "textarea")
_FIGURE = regex(r"\s*[0-9][0-9.,]{0,15}\s*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FEW_WORDS = 50
_MOST_FRAMES = 5
_GROUPS = ("thead", "tbody", "tfoot")
_PRESERVED = ("pre", "xmp", "listing", "plaintext")
_STYLE_HIDES = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SMALL = regex(r"\s*0*[1-4]?\d\s*(?:px)?\s*")


class PageWalk:
    """Fills ``lines`` from a tree and finds the page's ``title``.

    ``hides`` tells whether any element of the page may be hidden.
    """

    def __init__(self, lines: LineCollector, hides: bool) -> None:
        self.title: str | None = None
        self._lines = lines
        self._hides = hides
        self._in_frame = False
        self._frames = 0
        self._tables = TableStack(lines)
        self._containers: list[Container] = []
        self._hidden = HiddenTexts()
        self._openers: dict[str, Callable[[LexborNode], Close]] = {
            "table": self._open_table,
            "tr": self._open_row,
            "a": self._open_link,
            **dict.fromkeys(_GROUPS, self._open_group),
            **dict.fromkeys(_HEADINGS, self._open_heading),
            **dict.fromkeys(_PRESERVED, self._open_preserved),
        }

    def hidden(self) -> Iterator[tuple[str, Position]]:
        """What the article holds and does not show, in reading order."""
        return self._hidden.within([item.chrome for item in self._lines.numbered])

    def walk(self, root: LexborNode | None) -> None:
        """Visits ``root`` and all below it, without recursion: pages nest as they like."""
        open_elements: list[tuple[LexborNode, tuple[Close, ...]]] = []
        enter, add_text = self._enter, self._lines.add_text
        node = root
        while node is not None:
            tag = node.tag
            if tag == "-text":
                add_text(node.text_content or "")
            elif (closes := enter(node, tag or "")) is not None:
                child = node.first_child
                if child is not None:
                    open_elements.append((node, closes))
                    limits.require("nesting", len(open_elements), limits.MAX_NESTING)
                    node = child
                    continue
                for close in closes:
                    close()
            following = node.next
            node = _following(open_elements) if following is None else following
        self._lines.end_line()

    def _enter(self, node: LexborNode, tag: str) -> tuple[Close, ...] | None:
        """What to do when the element is left, None where it is not entered."""
        if tag == "br" or tag == "hr":
            self._lines.end_line()
            return None
        if tag in _UNSEEN:
            self._glance(node, tag)
            return None
        if self._hides and _is_hidden(node):
            if is_words(tag):
                self._lines.note_hidden(self._hidden, node.text())
            return None
        if tag == "img" or (tag == "sup" and self._lines.ends_with_digit()):
            (self._add_image if tag == "img" else self._add_raised)(node)
            return None
        if tag in _CELLS:
            self._lines.end_line()
            return (self._open_cell(node, tag),)
        closes: tuple[Close, ...] = ()
        if tag in _BLOCKS:
            self._lines.end_line()
            closes = (self._lines.end_line,)
        if tag in CONTAINERS:
            closes = (*closes, self._open_container(tag, node))
        opener = self._openers.get(tag)
        return (*closes, opener(node)) if opener else closes

    def _read_frame(self, frame: LexborNode) -> None:
        """A frame that carries its page itself; other frames are never fetched."""
        source = frame.attributes.get("srcdoc")
        if not source or self._in_frame or self._frames == _MOST_FRAMES:
            return
        from selectolax.lexbor import LexborHTMLParser

        self._lines.end_line()
        self._in_frame = True
        self._frames += 1
        # Its places are that of the frame.
        self.walk(LexborHTMLParser(unmarked(page_source(unmarked(source)).markup)).body)
        self._in_frame = False

    def _find_title(self, node: LexborNode, tag: str) -> None:
        if tag == "head":
            for child in node.iter():
                self._find_title(child, child.tag or "")
        elif tag == "title" and self.title is None:
            self.title = " ".join(unmarked(node.text()).split()) or None

    def _glance(self, node: LexborNode, tag: str) -> None:
        """What is of use in an element that is not shown as text."""
        self._find_title(node, tag)
        if tag == "iframe":
            self._read_frame(node)
        elif tag in _FIELDS:
            self._add_field(node, tag)

    def _add_raised(self, node: LexborNode) -> None:
        """A note mark or power, which must not become a part of the number before it."""
        self._lines.add_text(unmarked(node.text()).strip().translate(_RAISED))

    def _add_field(self, node: LexborNode, tag: str) -> None:
        """The number that a form shows in one of its fields."""
        shown = node.attributes.get("type") in (None, "", "text", "number")
        hidden = self._hides and _is_hidden(node)
        text = node.attributes.get("value") if tag == "input" else unmarked(node.text())
        if text and shown and not hidden and self._tables.in_cell and _FIGURE.fullmatch(text):
            self._lines.add_text(text.strip())

    def _add_image(self, node: LexborNode) -> None:
        sizes = (node.attributes.get(side) for side in ("width", "height"))
        if not any(size and _SMALL.fullmatch(size) for size in sizes):
            alt = node.attributes.get("alt") or ""
            self._lines.end_line()
            self._lines.add(Image(" ".join(unmarked(alt).split()), self._lines.position))

    def _open_container(self, tag: str, node: LexborNode) -> Close:
        lines = self._lines
        first = len(lines.numbered)
        plain, linked, links = lines.plain, lines.linked, lines.links
        attributes = node.attributes
        label = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()

        def close() -> None:
            counts = (lines.plain - plain, lines.linked - linked, lines.links - links)
            self._containers.append(Container(tag, label, first, len(lines.numbered), *counts))

        return close

    def _open_link(self, node: LexborNode) -> Close:
        if "href" not in node.attributes:
            return _nothing
        lines = self._lines
        lines.in_link += 1
        lines.links += 1

        def close() -> None:
            lines.in_link -= 1

        return close

    def _open_heading(self, node: LexborNode) -> Close:
        lines = self._lines
        outer = lines.level
        lines.level = _HEADINGS[node.tag or ""]

        def close() -> None:
            lines.level = outer

        return close

    def _open_preserved(self, _: LexborNode) -> Close:
        lines = self._lines
        lines.preserved += 1

        def close() -> None:
            lines.preserved -= 1

        return close

    def _open_table(self, _: LexborNode) -> Close:
        self._tables.begin()
        return self._tables.end

    def _open_group(self, node: LexborNode) -> Close:
        self._tables.begin_group(foot=node.tag == "tfoot")
        return _nothing

    def _open_row(self, _: LexborNode) -> Close:
        self._tables.begin_row()
        return _nothing

    def _open_cell(self, node: LexborNode, tag: str) -> Close:
        lines = self._lines
        attributes = node.attributes
        cell = self._tables.begin_cell(attributes.get("rowspan"), attributes.get("colspan"))
        before = (len(lines.numbered), lines.plain, lines.linked, lines.links)
        return partial(self._close_cell, cell, tag, before)

    def _close_cell(self, cell: GridCell, tag: str, before: tuple[int, int, int, int]) -> None:
        lines = self._lines
        lines.end_line()
        self._tables.end_cell(cell)
        first, plain, linked, links = before
        plain, links = lines.plain - plain, lines.links - links
        # Cells are many, and those of a few words without links are neither chrome nor article.
        if tag == "td" and (links or plain > _FEW_WORDS):
            held = (first, len(lines.numbered), plain, lines.linked - linked, links)
            self._containers.append(Container(tag, "", *held))

    def tell_chrome(self) -> None:
        numbered = self._lines.numbered
        chrome = chrome_numbers(self._containers, len(numbered), self._lines.plain)
        for item, is_chrome in zip(numbered, chrome, strict=False):
            heading = isinstance(item, Line) and item.level == 1
            item.chrome = (item.chrome or is_chrome) and not heading


def _nothing() -> None:
    """An element whose end means nothing."""


def _following(open_elements: list[tuple[LexborNode, tuple[Close, ...]]]) -> LexborNode | None:
    """The node behind the elements that end here, which are closed."""
    while open_elements:
        node, closes = open_elements.pop()
        for close in closes:
            close()
        following = node.next
        if following is not None:
            return following
    return None


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_STYLE_HIDES.search(attributes.get("style") or ""))
