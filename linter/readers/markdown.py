"""Markdown, with the tables and the pieces of HTML that stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.model.document import Document
from linter.readers.flow import Image, document_blocks
from linter.readers.inline_markup import unmarked
from linter.readers.lines import LineIndex
from linter.readers.plain_lines import Clean, PlainReader, Stretch, paragraphs_at, text_column
from linter.readers.quotation import unquoted
from linter.readers.text import table_forms
from linter.readers.whitespace import cleaned
from linter.regex import regex

_HEADING = regex(r"\s*(#{1,6})(?:[ \t]+|(?=[\u3000-\u9fff\uff08]))")
_CLOSING_HASHES = regex(r"(?:^|[ \t])#+[ \t]*$")
_ATTRIBUTES = regex(r"[ \t]\{[#.-][^{}]*\}[ \t]*$")
_UNDERLINE = regex(r" {0,3}(?:=+|-{2,})\s*")
_LONGEST_UNDERLINED = 60
_RULE = regex(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
_FENCE = regex(r"\s*(`{3,}|~{3,})")
_DEFINITION = regex(r" {0,3}\[[^\[\]]+\]:\s*(?:https?:|[/#<.])")
_PICTURE = regex(r"\s*!\[([^\[\]]*)\]\([^()]*\)\s*")
_PREFIX = regex(r"\s*(?:>\s?)*\s*(?:[-*+][ \t]+)?(?:\[[ xX]\][ \t]+)?")
_MARKERS = regex(r"[>*+\[-]")
_HTML_BLOCK = regex(
    r"\s*<(?:table|div|p|h[1-6]|center|section|article|ul|ol|dl|blockquote|pre|style|script)"
    r"(?=[\s>/])",
    re.IGNORECASE,
)
_TABLE_TAG = regex(r"<(/?)table(?=[\s>])", re.IGNORECASE)
_FRONT_MATTER_LINES = 200
_TITLE = regex(r"""title:\s*["']?(.*[^\s"'])["']?\s*$""")


def markdown_document(text: str) -> Document:
    """Each line a paragraph without its marks, as the same report gives as plain text."""
    lines = unquoted(text.split("\n"))
    html = _EmbeddedHtml(text)
    own = (_heading, _fenced, _comment, html.recognise, _unseen, _picture, _underlined, _prefixed)
    reader = PlainReader((*own, *table_forms(text)), unmarked)
    title = _take_front_matter(lines)
    return Document("markdown", document_blocks(reader.items(lines)), title)


def _take_front_matter(lines: list[str]) -> str | None:
    """Blanks the front matter among ``lines``; the title that it gives, if it gives one."""
    if lines[0].rstrip() != "---":
        return None
    for index in range(1, min(len(lines), _FRONT_MATTER_LINES)):
        if lines[index].rstrip() in ("---", "..."):
            matter = lines[1:index]
            if any(":" in line for line in matter):
                lines[: index + 1] = [""] * (index + 1)
            titles = (match[1] for line in matter if (match := _TITLE.match(line)))
            return next(titles, None)
    return None


def _heading(lines: Sequence[str], start: int, clean: Clean) -> Stretch | None:
    raw = lines[start]
    match = _HEADING.match(raw)
    if match is None:
        return None
    text = _CLOSING_HASHES.sub("", _ATTRIBUTES.sub("", raw))
    return Stretch(start + 1, paragraphs_at(text, start, clean, match.end(), len(match[1])))


def _underlined(lines: Sequence[str], start: int, clean: Clean) -> Stretch | None:
    """A heading with "===" or "---" on the line below; a long line only has a rule below."""
    raw, below = lines[start], lines[start + 1] if start + 1 < len(lines) else ""
    if not _UNDERLINE.fullmatch(below) or "|" in raw or len(raw) > _LONGEST_UNDERLINED:
        return None
    return Stretch(start + 2, paragraphs_at(raw, start, clean, 0, 1 if "=" in below else 2))


def _fenced(lines: Sequence[str], start: int, _: Clean) -> Stretch | None:
    """Text between fences, whose marks are no marks."""
    match = _FENCE.match(lines[start])
    if match is None:
        return None
    end = start + 1
    while end < len(lines) and not lines[end].strip().startswith(match[1]):
        end += 1
    inside = [
        line
        for index in range(start + 1, end)
        for line in paragraphs_at(lines[index], index, cleaned)
    ]
    return Stretch(min(end + 1, len(lines)), inside)


def _comment(lines: Sequence[str], start: int, _: Clean) -> Stretch | None:
    if not lines[start].lstrip().startswith("<!--"):
        return None
    end = start
    while end < len(lines) and "-->" not in lines[end]:
        end += 1
    if end == start and not lines[end].rstrip().endswith("-->"):
        return None
    return Stretch(min(end + 1, len(lines)), ())


def _unseen(lines: Sequence[str], start: int, _: Clean) -> Stretch | None:
    """Rules and the targets of links."""
    seen = _RULE.fullmatch(lines[start]) or _DEFINITION.match(lines[start])
    return Stretch(start + 1, ()) if seen else None


def _picture(lines: Sequence[str], start: int, _: Clean) -> Stretch | None:
    match = _PICTURE.fullmatch(lines[start])
    if match is None:
        return None
    position = (start + 1, text_column(lines[start], 0))
    return Stretch(start + 1, (Image(cleaned(match[1]), position),))


def _prefixed(lines: Sequence[str], start: int, clean: Clean) -> Stretch | None:
    """A list item or quotation without its mark. Chinese and decimal numbers are no marks."""
    match = _PREFIX.match(lines[start])
    if match is None or not _MARKERS.search(match[0]):
        return None
    return Stretch(start + 1, paragraphs_at(lines[start], start, clean, match.end()))


class _EmbeddedHtml:
    """HTML blocks, read as pages are: to the next blank line, a table to its end."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._index: LineIndex | None = None

    def recognise(self, lines: Sequence[str], start: int, _: Clean) -> Stretch | None:
        if not _HTML_BLOCK.match(lines[start]):
            return None
        from linter.readers.html.document import html_items

        end, depth = start, 0
        while end < len(lines) and (depth > 0 or lines[end].strip()):
            for tag in _TABLE_TAG.finditer(lines[end]):
                depth += -1 if tag[1] else 1
            end += 1
        index = self._index = self._index or LineIndex(self._source)
        first = index.offset(start)
        return Stretch(end, html_items(self._source[first : index.offset(end)], index, first))
