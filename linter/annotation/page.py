"""Marks in a copy of a web page, and a list of the findings above it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from linter.annotation.notes import Note
from linter.regex import regex
from linter.repair.markup import blank_in_html
from linter.repair.text_source import TextSource

_BODY = regex(r"<body(?:\s[^<>]*)?>", re.IGNORECASE)
_STYLE = "background:#fff3a3;color:#000;outline:2px solid #d33"
_LIST_STYLE = "margin:1em;padding:1em;border:2px solid #d33;background:#fff;color:#000"


def with_marks(data: bytes, notes: Sequence[Note], heading: str) -> bytes:
    """The page with each place of a note marked, its title the note, and all notes listed.

    Raises ``ValueError`` where the page would not keep its bytes.
    """
    source = TextSource(data, "html")
    text = source.text
    anchored: set[int] = set()
    marks = [
        (start, end, _mark(text[start:end], numbers, notes, anchored))
        for start, end, numbers in _pieces(source, notes)
    ]
    body = _BODY.search(text)
    top = body.end() if body else 0
    marks.append((top, top, _list(notes, anchored, heading)))
    for start, end, new in sorted(marks, reverse=True):
        text = text[:start] + new + text[end:]
    return source.encoded(text, references=True)


def _pieces(source: TextSource, notes: Sequence[Note]) -> list[tuple[int, int, list[int]]]:
    """The pieces of text to mark, in order, each with the notes about it; none overlap."""
    found = [
        (*span, number)
        for number, note in enumerate(notes)
        for place in note.places
        if (offset := source.offset(place)) is not None
        for span in _spans(source, offset)
    ]
    pieces: list[tuple[int, int, list[int]]] = []
    for start, end, number in sorted(found):
        if pieces and (start < pieces[-1][1] or (start, end) == pieces[-1][:2]):
            first, last, numbers = pieces.pop()
            start, end, known = first, max(end, last), numbers
        else:
            known = []
        pieces.append((start, end, known if number in known else [*known, number]))
    return pieces


def _spans(source: TextSource, offset: int) -> list[tuple[int, int]]:
    """The pieces of text of the paragraph or cell at ``offset``, tags between them left out."""
    spans: list[tuple[int, int]] = []
    for glyph in source.glyphs(offset):
        if spans and spans[-1][1] == glyph.start:
            spans[-1] = (spans[-1][0], glyph.end)
        else:
            spans.append((glyph.start, glyph.end))
    shown = [(start, end) for start, end in spans if source.text[start:end].strip()]
    return shown or [blank_in_html(source.text, offset)]


def _mark(piece: str, numbers: Sequence[int], notes: Sequence[Note], anchored: set[int]) -> str:
    title = "\n\n".join("\n".join((notes[n].heading, *notes[n].lines)) for n in numbers)
    first = [number for number in numbers if number not in anchored]
    anchored.update(first)
    anchors = "".join(f'<a id="nianbao-{number + 1}"></a>' for number in first)
    shown = piece if piece.strip() else "&emsp;"
    title = html.escape(title).replace("\n", "&#10;")
    return f'{anchors}<mark style="{_STYLE}" title="{title}">{shown}</mark>'


def _list(notes: Sequence[Note], anchored: set[int], heading: str) -> str:
    items = "".join(_item(number, note, number in anchored) for number, note in enumerate(notes))
    head = html.escape(heading)
    return f'<div style="{_LIST_STYLE}"><p><b>{head}</b></p><ol>{items}</ol></div>\n'


def _item(number: int, note: Note, linked: bool) -> str:
    head = f"<b>{html.escape(note.heading)}</b>"
    if linked:
        head = f'<a href="#nianbao-{number + 1}">{head}</a>'
    return f"<li>{'<br>'.join((head, *map(html.escape, note.lines)))}</li>"
