"""The characters that a reader sees in marked-up text, with the source that makes each."""

from __future__ import annotations

import html
import re

from linter.regex import regex
from linter.repair.splices import Glyph

_LONGEST = 4000
_ENTITY = r"&(?:\#[0-9]{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});?"
_TAG = r"""<(?:!--(?:[^-]|-(?!->))*+-->|/?(?P<name>[a-z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*+>)"""
_HTML = regex(rf"{_TAG}|{_ENTITY}|.", re.IGNORECASE | re.DOTALL)
_MARKDOWN = regex(
    rf"{_TAG}|{_ENTITY}|\\(?P<escaped>[!-/:-@\[-`{{-~])|(?P<mark>\*+|_+|`+|~~)|.", re.IGNORECASE
)
# Elements that do not end the paragraph or cell in which they stand.
_INLINE = frozenset((
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    "span", "sup", "sub", "o:p", "mark", "label", "ins", "kbd", "samp", "var", "abbr", "cite",
    "bdo", "bdi", "wbr", "ucaptitle", "a",
))  # fmt: skip
_BLANK = r"(?:\s|\u200b|&(?:nbsp|ensp|emsp|\#160|\#xa0|\#12288|\#x3000);?)*+"
_OPENING = r"<(?:p|div|center|span|font|b|strong|em|i|u|o:p)(?=[\s>])[^<>]*+>"
_EMPTY_CELL = regex(rf"(?:{_BLANK}{_OPENING})*+(?P<blank>{_BLANK})", re.IGNORECASE)


def glyphs_of_html(source: str, offset: int) -> list[Glyph]:
    """From ``offset`` to the end of the paragraph or cell; tags between characters are none."""
    glyphs: list[Glyph] = []
    for match in _HTML.finditer(source, offset, offset + _LONGEST):
        if match["name"] and match["name"].lower() not in _INLINE:
            if glyphs and any(glyph.text.strip() for glyph in glyphs):
                break
        elif not match[0].startswith("<") or len(match[0]) == 1:
            glyphs.append(Glyph(html.unescape(match[0]), match.start(), match.end()))
    return glyphs


def glyphs_of_markdown(source: str, offset: int, end: int) -> list[Glyph]:
    """From ``offset`` to the end of the line without the marks of Markdown."""
    glyphs: list[Glyph] = []
    for match in _MARKDOWN.finditer(source, offset, min(end, offset + _LONGEST)):
        if match["name"] or match["mark"] or match[0].startswith("<!"):
            continue
        text = match["escaped"] or html.unescape(match[0])
        glyphs.append(Glyph(text, match.start(), match.end()))
    return glyphs


def blank_in_html(source: str, offset: int) -> tuple[int, int]:
    """The blanks of an empty cell whose content begins at ``offset``, within its paragraph."""
    match = _EMPTY_CELL.match(source, offset)
    return match.span("blank") if match else (offset, offset)
