"""A report as a Word document in the layout of official documents (公文, GB/T 9704—2012)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from html import escape

from linter.regex import regex
from linter.reporting.typesetting import text_width
from linter.writing.draft import Draft
from linter.writing.word_parts import PARTS, core_properties, opened
from linter.writing.word_tables import word_table

_SUBHEADING = regex("（[一二三四五六七八九十]{1,3}）[^。：]{1,20}(?:[。：]|$)")
_TITLE_BREAK = regex("(?=20[0-9]{2}年)")
_TITLE_LINE = 40
"""Columns on a line of size 二号, of which a Chinese character takes two."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def word(draft: Draft) -> bytes:
    """``draft`` as a ``.docx`` file; the same draft makes the same file."""
    parts = {
        **PARTS,
        "docProps/core.xml": core_properties(draft.title or ""),
        "word/document.xml": opened("w:document", f"<w:body>{_body(draft)}</w:body>"),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _body(draft: Draft) -> str:
    return "".join(_blocks(draft)) + _SECTION


def _blocks(draft: Draft) -> Iterator[str]:
    if draft.title:
        yield _paragraph("Title", _title(draft.title))
    yield from map(_prose, draft.opening)
    for part in draft.parts:
        # Tables that touch are one table to Word; without a heading a line parts them.
        yield _paragraph("Heading1", _run(part.heading)) if part.heading else _BLANK_LINE
        signed = part is draft.parts[-1] and bool(draft.closing)
        for number, text in enumerate(part.paragraphs, start=1):
            # A sign-off never stands on a page of its own.
            yield _prose(text, keep=signed and number == len(part.paragraphs))
        if part.grid is not None:
            yield word_table(part.grid)
        elif not part.paragraphs:
            yield _BLANK_LINE
    if not draft.closing:
        # Nor may a table end the document.
        yield _BLANK_LINE
    for number, line in enumerate(draft.closing):
        yield _paragraph("Signature" if number == 0 else "Date", _run(line))


def _title(text: str) -> str:
    """The title; where it needs two lines, the second begins with the year."""
    lines = _TITLE_BREAK.split(text, maxsplit=1) if text_width(text) > _TITLE_LINE else [text]
    return "<w:r><w:br/></w:r>".join(_run(line) for line in lines if line)


def _prose(text: str, *, keep: bool = False) -> str:
    """A paragraph; its heading of the second level (（一）…) is in the typeface of its own."""
    found = _SUBHEADING.match(text)
    if found is None:
        return _paragraph("BodyText", _run(text), keep=keep)
    runs = _run(found[0], '<w:rPr><w:rStyle w:val="Subheading"/></w:rPr>')
    rest = text[found.end() :]
    return _paragraph("BodyText", runs + (_run(rest) if rest else ""), keep=keep)


def _paragraph(style: str, runs: str, *, keep: bool = False) -> str:
    """``keep`` holds it on one page with what follows."""
    with_next = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{with_next}</w:pPr>{runs}</w:p>'


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


_BLANK_LINE = _paragraph("BodyText", "")
_SECTION = (
    '<w:sectPr><w:footerReference w:type="even" r:id="rId5"/>'
    '<w:footerReference w:type="default" r:id="rId4"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'
    ' w:header="851" w:footer="1400" w:gutter="0"/>'
    '<w:cols w:space="425"/></w:sectPr>'
)
