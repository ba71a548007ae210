"""Lines of text as a browser would break and space them, from the pieces of a page."""

from __future__ import annotations

from collections.abc import Callable

from linter.readers import limits
from linter.readers.flow import Grid, Image, Item, Line, Position
from linter.readers.html.hidden import HiddenTexts
from linter.readers.html.source import MARKS, PageSource
from linter.readers.whitespace import cleaned
from linter.regex import regex

_FIRST_MARK = MARKS[0]
_LEAD = regex(rf"[\s\u200b\ufeff{MARKS}]*")
_MARK = regex(f"[{MARKS}]")
_TRAIL_MARKS = ">＞»›"
_SPACES = regex(r"[ \t\n\r\f]+")
_MARKED = 9
# A line break in the source of a Chinese sentence stands for nothing.
_BREAK_IN_CHINESE = regex(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\n[ \t\n]*(?=[\u3000-\u9fff])")


class LineCollector:
    """Puts lines, pictures and tables into ``target`` and numbers them from 0.

    ``plain``, ``linked`` and ``links`` count characters outside and inside links, and links.
    ``position`` is that of the last mark seen.
    """

    def __init__(self, source: PageSource, place: Callable[[int], Position]) -> None:
        self.target: list[Item] = []
        self.numbered: list[Item] = []
        self.level: int | None = None
        self.position: Position = None
        self.preserved = 0
        self.in_link = 0
        self.plain = self.linked = self.links = 0
        self._source = source
        self._place = place
        self._pieces: list[str] = []
        self._links_before = 0

    def add_text(self, text: str) -> None:
        self._pieces.append(text)
        if self.in_link:
            length = len(unmarked(text).strip())
            self.linked += length
            self.plain -= length

    def ends_with_digit(self) -> bool:
        """Whether the line at hand ends with a digit so far."""
        return bool(self._pieces) and unmarked(self._pieces[-1][-_MARKED:])[-1:].isdecimal()

    def end_line(self) -> None:
        """Closes the line at hand; where it holds marks alone, only ``position`` moves on."""
        if not self._pieces:
            return
        raw = "".join(self._pieces)
        self._pieces.clear()
        text = raw[1:]
        # Nearly every line is a mark and then text in which nothing is to be cleaned; marks
        # themselves, white space but the blank, and invisible characters are not printable.
        if raw[:1] >= _FIRST_MARK and text.isprintable() and not self.preserved:
            self.position = self._place(self._source.offset(raw[0]))
            if text:
                self._add_line(_SPACES.sub(" ", text) if "  " in text else text, self.position)
            return
        match = _LEAD.match(raw)
        start = match.end() if match else 0
        marks = _MARK.findall(raw, 0, start)
        if marks:
            self.position = self._place(self._source.offset(marks[-1]))
        if self.preserved:
            self._end_preserved(raw)
        elif start < len(raw):
            self._add_line(_collapsed(unmarked(raw[start:])), self.position)

    def add(self, item: Line | Image | Grid) -> None:
        self.target.append(item)
        self.number(item)

    def number(self, item: Line | Image | Grid) -> None:
        item.order = len(self.numbered)
        self.numbered.append(item)
        limits.require("blocks", item.order, limits.MAX_BLOCKS + limits.MAX_CELLS)

    def note_hidden(self, hidden: HiddenTexts, raw: str) -> None:
        """An element at this point of the page that is not shown."""
        mark = _MARK.search(raw)
        position = self._place(self._source.offset(mark[0])) if mark else self.position
        hidden.note(unmarked(raw), len(self.numbered), position)

    def _add_line(self, text: str, position: Position) -> None:
        text = cleaned(text)
        if text:
            self.plain += len(text)
            self.add(Line(text, position, self.level, self._is_trail(text)))
        self._links_before = self.links

    def _is_trail(self, text: str) -> bool:
        """Whether the line leads from page to page: 首页 > 政务公开 > 年报."""
        return self.links - self._links_before > 1 and any(mark in text for mark in _TRAIL_MARKS)

    def _end_preserved(self, raw: str) -> None:
        line, column = self.position or (1, 1)
        lines = unmarked(raw).split("\n")
        first = next((index for index, text in enumerate(lines) if text.strip()), 0)
        for index, text in enumerate(lines[first:]):
            indent = len(text) - len(text.lstrip())
            self._add_line(text, (line + index, indent + 1 if index else column))


def unmarked(text: str) -> str:
    """``text`` without the marks of the page's source."""
    return _MARK.sub("", text)


def _collapsed(text: str) -> str:
    if "\n" in text:
        text = _BREAK_IN_CHINESE.sub("", text)
    return _SPACES.sub(" ", text)
