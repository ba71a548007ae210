"""Runs of a Word document rewritten so that a change is one that Word lets its user accept."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Literal

from linter.records import record
from linter.repair.splices import Splice
from linter.repair.word_xml import Piece, Run, WordParagraph

AUTHOR = "nianbao"
_ID = re.compile(rb""":id=["'](-?[0-9]{1,9})["']""")
_NOT_OF_TEXT = re.compile(
    rb"<\w+:(?P<name>ins|del|moveFrom|moveTo)\b[^>]*/>"
    rb"|<(?P<change>\w+:rPrChange)\b.*?</(?P=change)>",
    re.DOTALL,
)

State = Literal["kept", "deleted", "inserted"]


class Revision:
    """What the changes of one run of the tool have in common: author, date, and their ids."""

    def __init__(self, xml: bytes, now: datetime.datetime) -> None:
        self._next = max((int(found) for found in _ID.findall(xml)), default=0) + 1
        self._date = now.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def id(self, prefix: str) -> str:
        """An id that nothing else in the document has."""
        number, self._next = self._next, self._next + 1
        return f'{prefix}id="{number}"'

    def tag(self, prefix: str, name: str) -> str:
        """The start tag of a tracked change with an id of its own."""
        made = f'{prefix}author="{AUTHOR}" {prefix}date="{self._date}"'
        return f"<{prefix}{name} {self.id(prefix)} {made}>"


@record
class _Part:
    """A part of a run: what it holds as XML."""

    state: State
    xml: str


def rewritten(
    xml: bytes, prefix: str, run: Run, changes: Sequence[Splice], revision: Revision
) -> tuple[int, int, bytes]:
    """Where the run stands, and the runs and tracked changes that take its place."""
    parts = [part for part in _parts(xml, prefix, run, changes) if part.xml]
    begin = xml[run.start : run.tag_end].decode()
    properties = xml[slice(*run.properties)].decode() if run.properties else ""
    insertion = xml[slice(*run.insertion)].decode() if run.insertion else None
    written = []
    for state, group in groupby(parts, key=lambda part: part.state):
        content = "".join(part.xml for part in group)
        text = f"{begin}{properties}{content}</{prefix}r>"
        written.append(_in_state(text, state, prefix, insertion, revision))
    return run.start, run.end, "".join(written).encode()


def _in_state(
    run: str, state: State, prefix: str, insertion: str | None, revision: Revision
) -> str:
    if state == "kept":
        return run
    if state == "deleted":
        return f"{revision.tag(prefix, 'del')}{run}</{prefix}del>"
    inserted = f"{revision.tag(prefix, 'ins')}{run}</{prefix}ins>"
    if insertion is None:
        return inserted
    # In what somebody else inserted, the insertion is parted: it cannot hold another's.
    again = re.sub(rf'{prefix}id="[^"]*"', revision.id(prefix), insertion, count=1)
    return f"</{prefix}ins>{inserted}{again}"


def _parts(xml: bytes, prefix: str, run: Run, changes: Sequence[Splice]) -> Iterator[_Part]:
    at = run.properties[1] if run.properties else run.tag_end
    content_end = run.end - len(f"</{prefix}r>")
    for piece in run.pieces:
        yield _Part("kept", xml[at : piece.start].decode())
        yield from _of_piece(xml, prefix, piece, changes)
        at = piece.end
    yield _Part("kept", xml[at:content_end].decode())


def _of_piece(xml: bytes, prefix: str, piece: Piece, changes: Sequence[Splice]) -> Iterator[_Part]:
    touching = [one for one in changes if piece.start <= one.start and one.end <= piece.end]
    if piece.text is None or not touching:
        gone = any(one.start <= piece.start and piece.end <= one.end for one in changes)
        yield _Part("deleted" if gone else "kept", xml[piece.start : piece.end].decode())
        return
    at, end = piece.text
    for change in touching:
        yield _Part("kept", _text(prefix, "t", xml[at : change.start]))
        yield _Part("deleted", _text(prefix, "delText", xml[change.start : change.end]))
        yield _Part("inserted", _text(prefix, "t", escape(change.text, quote=False).encode()))
        at = change.end
    yield _Part("kept", _text(prefix, "t", xml[at:end]))


def _text(prefix: str, name: str, content: bytes) -> str:
    """Text in an element; ``content`` is escaped."""
    if not content:
        return ""
    return f'<{prefix}{name} xml:space="preserve">{content.decode()}</{prefix}{name}>'


def inserted_at(
    xml: bytes, paragraph: WordParagraph, text: str, revision: Revision
) -> tuple[int, int, bytes]:
    """Text at the start of an empty paragraph, in the type of its runs or else of its mark."""
    prefix = paragraph.prefix
    shown = _type(xml, paragraph)
    content = _text(prefix, "t", escape(text, quote=False).encode())
    run = f"{revision.tag(prefix, 'ins')}<{prefix}r>{shown}{content}</{prefix}r></{prefix}ins>"
    if not paragraph.closed:
        return paragraph.content, paragraph.content, run.encode()
    tag = xml[paragraph.start : paragraph.tag_end].decode().removesuffix("/>").rstrip()
    whole = f"{tag}>{run}</{prefix}p>"
    return paragraph.start, paragraph.tag_end, whole.encode()


def _type(xml: bytes, paragraph: WordParagraph) -> str:
    """The properties of a run that looks as the paragraph does."""
    of_run = next((run.properties for run in paragraph.runs if run.properties), None)
    if of_run:
        return xml[slice(*of_run)].decode()
    mark = xml[slice(*paragraph.mark)] if paragraph.mark else b""
    properties = _NOT_OF_TEXT.sub(b"", mark).decode()
    return f"<{paragraph.prefix}rPr>{properties}</{paragraph.prefix}rPr>" if properties else ""
