"""The paragraphs of a Word document's XML, each piece with the bytes that make it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from linter.readers.ooxml.body import PARAGRAPHS
from linter.readers.ooxml.xml import parse_at
from linter.records import field, mutable_record
from linter.repair.splices import Glyph

_TAG = re.compile(rb"""<(/?)([^\s/>"']+)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_CHARACTER = re.compile(r"&[#\w]+;|.", re.DOTALL)
_BREAKS = ("tab", "br", "cr")
# Text in these is gone, has been or will be elsewhere.
_UNTOUCHED = frozenset(("r", "p", "del", "moveFrom", "moveTo"))

Span = tuple[int, int]


@mutable_record
class Piece:
    """A child of a run that holds text, or a break: then ``text`` is None."""

    start: int
    end: int
    text: Span | None = None


@mutable_record
class Run:
    """A run: its start tag, its properties, and what it holds.

    ``insertion`` is the start tag of the tracked insertion in which it stands.
    """

    start: int
    tag_end: int
    insertion: Span | None
    end: int = 0
    properties: Span | None = None
    pieces: list[Piece] = field(default_factory=list)


@mutable_record
class WordParagraph:
    """A paragraph: its start tag, where its content begins, its mark's properties, its runs.

    ``prefix`` is that of the namespace, with its colon; ``closed`` tells that the tag is empty.
    """

    prefix: str
    start: int
    tag_end: int
    content: int
    end: int
    closed: bool
    mark: Span | None = None
    runs: list[Run] = field(default_factory=list)


def paragraph_spans(xml: bytes) -> list[Span]:
    """Where each paragraph begins and where its end tag does, as the reader numbers them."""
    spans: list[Span] = []
    stack: list[int] = []

    def start(name: str, at: int) -> None:
        if name in PARAGRAPHS:
            stack.append(len(spans))
            spans.append((at, at))

    def end(name: str, at: int) -> None:
        if name in PARAGRAPHS:
            number = stack.pop()
            spans[number] = (spans[number][0], at)

    parse_at(xml, start, end)
    return spans


def word_paragraph(xml: bytes, span: Span) -> WordParagraph | None:
    """The paragraph at ``span``; None where it is written in a way that no office program has."""
    tag = _TAG.match(xml, span[0])
    if tag is None or not tag[2].endswith(b":p") or b"<!" in xml[slice(*span)]:
        return None
    start, end = span
    closed = tag[0].endswith(b"/>")
    prefix = tag[2][:-1].decode()
    paragraph = WordParagraph(prefix, start, tag.end(), tag.end(), end, closed)
    if not closed:
        _Walk(xml, paragraph).walk()
    return paragraph


def glyphs(xml: bytes, paragraph: WordParagraph) -> Iterator[Glyph]:
    """The characters of a paragraph; tabs and line breaks are white space."""
    for run in paragraph.runs:
        for piece in run.pieces:
            if piece.text is None:
                yield Glyph(" ", piece.start, piece.end)
                continue
            offset = piece.text[0]
            for match in _CHARACTER.finditer(xml[slice(*piece.text)].decode("utf-8")):
                end = offset + len(match[0].encode())
                yield Glyph(html.unescape(match[0]), offset, end)
                offset = end


class _Walk:
    """Goes through the tags of a paragraph and notes its runs."""

    def __init__(self, xml: bytes, paragraph: WordParagraph) -> None:
        self._xml = xml
        self._paragraph = paragraph
        self._open: list[tuple[str, Span]] = []
        self._run: Run | None = None

    def walk(self) -> None:
        prefix = self._paragraph.prefix
        for tag in _TAG.finditer(self._xml, self._paragraph.tag_end, self._paragraph.end):
            name = tag[2].decode().removeprefix(prefix)
            if tag[1]:
                self._close(tag.start(), tag.end())
                continue
            self._open.append((name, tag.span()))
            if name == "r":
                self._begin_run(tag.span())
            if tag[0].endswith(b"/>"):
                self._close(tag.end(), tag.end())

    def _begin_run(self, tag: Span) -> None:
        around = self._open[:-1]
        if not _UNTOUCHED.intersection(name for name, _ in around):
            insertion = around[-1][1] if around and around[-1][0] == "ins" else None
            self._run = Run(*tag, insertion)

    def _close(self, at: int, end: int) -> None:
        """An element ends, whose content ends ``at`` and its tag at ``end``."""
        name, (start, tag_end) = self._open.pop()
        around = [outer for outer, _ in self._open]
        if name == "pPr" and not around:
            self._paragraph.content = end
        elif name == "rPr" and around == ["pPr"]:
            self._paragraph.mark = (tag_end, at)
        elif self._run and self._run.start == start:
            self._run.end = end
            self._paragraph.runs.append(self._run)
            self._run = None
        elif self._run and around[-1] == "r" and around.count("r") == 1:
            self._note(self._run, name, (start, end), (tag_end, at))

    def _note(self, run: Run, name: str, span: Span, content: Span) -> None:
        if name == "rPr":
            run.properties = span
        elif name == "t":
            run.pieces.append(Piece(*span, content))
        elif name in _BREAKS:
            run.pieces.append(Piece(*span))
