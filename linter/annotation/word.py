"""Comments in a copy of a Word file; existing comments and everything else stay."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Sequence

from linter.annotation.notes import Note
from linter.readers.ooxml.package import Package
from linter.repair.tracked_changes import AUTHOR
from linter.repair.word_package import with_parts
from linter.repair.word_xml import WordParagraph, paragraph_spans, word_paragraph
from linter.reporting.exchange.xml_text import DECLARATION, xml_text

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KINDS = {
    _TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    _STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_RELATED = re.compile(rb"""Type=["'][^"']*/relationships/comments["']""")
_ID = re.compile(rb"""\bid=["'](-?[0-9]{1,9})["']""")
_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*(?:\s[^<>]*?)?(/?)>")


def with_comments(data: bytes, notes: Sequence[Note], now: datetime.datetime) -> bytes:
    """The file with a comment for each note at each of its paragraphs.

    Raises ``ValueError`` where its XML is in another encoding than UTF-8.
    """
    package = Package(data)
    main = package.main_part
    xml = package.part(main) or b""
    xml.decode("utf-8")
    comments_name = _comments_part(package, main)
    existing = package.part(comments_name)
    number = max(map(int, _ID.findall(xml + (existing or b""))), default=0)
    spans = paragraph_spans(xml)
    commented: dict[int, list[int]] = {}
    written: list[tuple[int, Note]] = []
    for note in notes:
        numbers = (place.paragraph or 1 for place in note.places)
        for paragraph in (n for n in numbers if n <= len(spans)):
            number += 1
            commented.setdefault(paragraph, []).append(number)
            written.append((number, note))
    if not written:
        return data
    targets = {n: word_paragraph(xml, spans[n - 1]) for n in commented}
    marked = _marked(xml, [(p, commented[n]) for n, p in targets.items() if p is not None])
    namespace = _STRICT if _STRICT.encode() in xml else _TRANSITIONAL
    parts = {
        main: marked,
        comments_name: _comments(existing, written, namespace, now),
        **_announced(package, main, comments_name, namespace),
    }
    return with_parts(data, parts)


def _comments_part(package: Package, main: str) -> str:
    """The part that holds the comments, or the one that is to hold them."""
    if _COMMENTS_RELATED.search(package.part(_relationships_of(main)) or b""):
        return package.related(main, "comments")
    folder = posixpath.dirname(main)
    name = f"{folder}/comments.xml".lstrip("/")
    return name if package.part(name) is None else f"{folder}/{AUTHOR}-comments.xml".lstrip("/")


def _relationships_of(part: str) -> str:
    folder, base = posixpath.split(part)
    return f"{folder}/_rels/{base}.rels".lstrip("/")


def _marked(xml: bytes, targets: Sequence[tuple[WordParagraph, Sequence[int]]]) -> bytes:
    """The document with the range of each comment around the content of its paragraph."""
    pieces: list[tuple[int, int, str]] = []
    for paragraph, numbers in targets:
        w = paragraph.prefix
        begin = "".join(f'<{w}commentRangeStart {w}id="{n}"/>' for n in numbers)
        end = "".join(
            f'<{w}commentRangeEnd {w}id="{n}"/><{w}r><{w}commentReference {w}id="{n}"/></{w}r>'
            for n in numbers
        )
        if paragraph.closed:
            tag = xml[paragraph.start : paragraph.tag_end].decode().removesuffix("/>").rstrip()
            pieces.append((paragraph.start, paragraph.tag_end, f"{tag}>{begin}{end}</{w}p>"))
        elif paragraph.content == paragraph.end:
            pieces.append((paragraph.end, paragraph.end, begin + end))
        else:
            pieces.append((paragraph.content, paragraph.content, begin))
            pieces.append((paragraph.end, paragraph.end, end))
    for at, until, new in sorted(pieces, key=lambda piece: piece[:2], reverse=True):
        xml = xml[:at] + new.encode() + xml[until:]
    return xml


def _comments(
    existing: bytes | None,
    written: Sequence[tuple[int, Note]],
    namespace: str,
    now: datetime.datetime,
) -> bytes:
    """The part of the comments, new ones behind those that are there."""
    date = now.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if existing is None:
        existing = f'{DECLARATION}<w:comments xmlns:w="{namespace}"></w:comments>'.encode()
    w = _prefix(existing)
    return _with_children(
        existing,
        "".join(
            f'<{w}comment {w}id="{number}" {w}author="{AUTHOR}" {w}date="{date}" '
            f'{w}initials="{AUTHOR[:2]}">{_content(note, w)}</{w}comment>'
            for number, note in written
        ),
    )


def _content(note: Note, w: str) -> str:
    heading = f"<{w}rPr><{w}b/></{w}rPr>"
    runs = [(heading, note.heading), *(("", line) for line in note.lines)]
    return "".join(
        f'<{w}p><{w}r>{properties}<{w}t xml:space="preserve">{xml_text(text)}</{w}t></{w}r></{w}p>'
        for properties, text in runs
    )


def _announced(package: Package, main: str, comments: str, namespace: str) -> dict[str, bytes]:
    """The parts that say that there are comments, where they do not yet."""
    name = _relationships_of(main)
    relationships = package.part(name)
    if _COMMENTS_RELATED.search(relationships or b""):
        return {}
    if relationships is None:
        relationships = f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
    p = _prefix(relationships)
    link = (
        f'<{p}Relationship Id="{AUTHOR}Comments" Type="{_KINDS[namespace]}" Target="/{comments}"/>'
    )
    types = package.part(_CONTENT_TYPES) or b""
    q = _prefix(types)
    override = f'<{q}Override PartName="/{comments}" ContentType="{_CONTENT_TYPE}"/>'
    announced = {name: _with_children(relationships, link)}
    if types:
        announced[_CONTENT_TYPES] = _with_children(types, override)
    return announced


def _prefix(xml: bytes) -> str:
    """The prefix of the root element, with its colon."""
    root = _ROOT.search(xml)
    return (root[1] or b"").decode() if root else ""


def _with_children(xml: bytes, children: str) -> bytes:
    """``xml`` with ``children`` as the last in its root element."""
    root = _ROOT.search(xml)
    if root is None:
        return xml
    if root[2]:
        name = root[0][1:].split()[0].removesuffix(b"/>").removesuffix(b"/")
        opened = root[0][:-2].rstrip() + b">"
        return xml[: root.start()] + opened + children.encode() + b"</" + name + b">"
    end = xml.rindex(b"</")
    return xml[:end] + children.encode() + xml[end:]
