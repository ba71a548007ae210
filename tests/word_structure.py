"""What Word demands of a document's XML where changes are tracked and comments are made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def flaws(data: bytes) -> list[str]:
    """Everything over which Word would stumble; empty for a sound file."""
    found = parts(data)
    root = etree.fromstring(found["word/document.xml"])
    return [*_order(root), *_changes(root), *_comments(root, found)]


def text(element: etree._Element, *names: str) -> str:
    """The text of the elements ``names`` in ``element``, of all where none is named."""
    return "".join(map(str, element.itertext(*(f"{W}{name}" for name in names))))


def accepted(data: bytes) -> list[str]:
    """The paragraphs with all tracked changes accepted."""
    return [text(paragraph, "t") for paragraph in document(data).iter(f"{W}p")]


def refused(data: bytes) -> list[str]:
    """The paragraphs with all tracked changes of the tool refused."""
    root = document(data)
    for change in list(root.iter(f"{W}ins")):
        if change.get(f"{W}author") == "nianbao":
            change.clear()
    return [text(paragraph, "t", "delText") for paragraph in root.iter(f"{W}p")]


def _order(root: etree._Element) -> Iterator[str]:
    for parent, first in (("p", "pPr"), ("r", "rPr"), ("tc", "tcPr")):
        for element in root.iter(f"{W}{parent}"):
            at = [index for index, child in enumerate(element) if child.tag == f"{W}{first}"]
            if at not in ([], [0]):
                yield f"{first} does not stand first in {parent}"


def _changes(root: etree._Element) -> Iterator[str]:
    changes = [e for name in ("ins", "del") for e in root.iter(f"{W}{name}")]
    ids = [change.get(f"{W}id") for change in changes]
    if len(ids) != len(set(ids)):
        yield f"ids of changes repeat: {ids}"
    for change in changes:
        if not change.get(f"{W}author") or not change.get(f"{W}date"):
            yield "a change has no author or date"
        if change.tag == f"{W}del" and any(True for _ in change.iter(f"{W}t")):
            yield "a deletion holds w:t"
        if change.tag == f"{W}ins" and any(True for _ in change.iterchildren(f"{W}ins")):
            yield "an insertion holds an insertion"
    for gone in root.iter(f"{W}delText"):
        if not any(True for _ in gone.iterancestors(f"{W}del")):
            yield "w:delText stands outside a deletion"
    for run in root.iter(f"{W}r"):
        parent = run.getparent()
        if parent is not None and parent.tag == f"{W}r":
            yield "a run stands in a run"


def _comments(root: etree._Element, found: dict[str, bytes]) -> Iterator[str]:
    referred = [e.get(f"{W}id") for e in root.iter(f"{W}commentReference")]
    for name in ("commentRangeStart", "commentRangeEnd"):
        if sorted(map(str, referred)) != sorted(str(e.get(f"{W}id")) for e in root.iter(W + name)):
            yield f"{name} and commentReference differ"
    order: dict[str | None, list[str]] = {}
    for element in root.iter():
        if "comment" in str(element.tag):
            order.setdefault(element.get(f"{W}id"), []).append(etree.QName(element).localname)
    for number, names in order.items():
        if names != ["commentRangeStart", "commentRangeEnd", "commentReference"]:
            yield f"comment {number} is out of order: {names}"
    if referred:
        yield from _comments_part(referred, found)


def _comments_part(referred: list[str | None], found: dict[str, bytes]) -> Iterator[str]:
    name = next(name for name in found if "comments" in name and name.endswith(".xml"))
    comments = etree.fromstring(found[name])
    ids = [e.get(f"{W}id") for e in comments.iter(f"{W}comment")]
    if sorted(map(str, ids)) != sorted(map(str, referred)):
        yield f"comments {ids} are not those referred to: {referred}"
    if _COMMENTS.encode() not in found["[Content_Types].xml"]:
        yield "the comments have no content type"
    if b"/relationships/comments" not in found["word/_rels/document.xml.rels"]:
        yield "the comments are not related to the document"
