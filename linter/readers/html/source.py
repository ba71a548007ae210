"""The source of a page made ready for the HTML parser, which knows no places.

One pass over the source does three things. Type-setting tags (``span``, ``font`` …) that say
nothing about structure go: pages made from Word hold thousands, and unclosed ones make an HTML
parser copy them into every later paragraph. Scripts, styles and comments go. And before each
run of text, and in each table cell, a private character is put that stands for the run's
offset in the source; it survives whatever the parser does to broken mark-up.
"""

from __future__ import annotations

import re

from linter.readers import limits
from linter.records import field, mutable_record, record
from linter.regex import regex

_FIRST_MARK = 0xF0000
_LAST_MARK = 0x10FFFD
MARKS = f"{chr(_FIRST_MARK)}-{chr(_LAST_MARK)}"
"""The marking characters as a range for a character class."""

_FOREIGN_MARK = regex(f"[{MARKS}]")
_BLANK = r"[\s\u200b\ufeff]++|&(?:nbsp|ensp|emsp|\#160|\#xa0|\#12288|\#x3000);?"
_TAG = r"""<(?:
    !--(?:-?>|[^-]*+(?:-(?!->)[^-]*+)*+(?:-->|\Z))
  | script\b[^<]*+(?:<(?!/script\b)[^<]*+)*+(?:</script[^>]*+>?|\Z)
  | style\b[^<]*+(?:<(?!/style\b)[^<]*+)*+(?:</style[^>]*+>?|\Z)
  | [!?][^>]*+(?:>|\Z)
  | /?[a-z](?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?)*+(?:>|\Z)
)"""
_TOKEN = regex(_TAG, re.IGNORECASE | re.VERBOSE)
_RUN = regex(rf"{_TAG}(?:{_TAG}|{_BLANK})*+", re.IGNORECASE | re.VERBOSE)
_NAME = regex(r"<(/?)([a-z][^\s/>]*)", re.IGNORECASE)
_HIDDEN = regex(r"\shidden(?=[\s=>/])|display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_TYPE_SETTING = frozenset((
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    "span", "sub", "o:p", "mark", "label", "ins", "kbd", "samp", "var", "abbr", "cite",
    "bdo", "bdi", "wbr", "ucaptitle",
))  # fmt: skip
_CELLS = ("td", "th")
# These close each other or hold nothing, so that they cannot pile up in the parser.
_SHALLOW = frozenset((
    "td", "th", "tr", "tbody", "thead", "tfoot", "p", "br", "hr", "img", "input", "meta",
    "link", "col", "wbr",
))  # fmt: skip


@mutable_record
class PageSource:
    """``markup`` for the parser; ``offsets`` of its marks in the source."""

    markup: str
    offsets: list[int]

    def offset(self, mark: str) -> int:
        """The offset in the source that the character ``mark`` stands for."""
        return self.offsets[ord(mark) - _FIRST_MARK]


def page_source(source: str) -> PageSource:
    """``source`` simplified and marked; raises E906 where the parser would not end in time."""
    if len(source.encode("utf-16-le", "surrogatepass")) != 2 * len(source):
        source = _FOREIGN_MARK.sub("\ufffd", source)
    simplifier = _Simplifier(frozenset())
    page = simplifier.page(source)
    if simplifier.hiding:
        page = _Simplifier(frozenset(simplifier.hiding)).page(source)
    return page


@record
class _Simplified:
    """A run of tags: its pieces, each ending where a mark is due, and what parsing it costs.

    ``cuts`` are the offsets, in the run, of the marks behind the pieces but the last;
    ``parts`` tells whether the run parts texts, so that a mark is due behind it, too.
    """

    pieces: tuple[str, ...]
    cuts: tuple[int, ...]
    parts: bool
    tags: int
    nesting: int


@mutable_record
class _Simplifier:
    """``kept``: type-setting tags that hide text somewhere on this page and so must stay."""

    kept: frozenset[str]
    hiding: set[str] = field(default_factory=set)

    def page(self, source: str) -> PageSource:
        known: dict[str, _Simplified] = {}
        output: list[str] = []
        offsets: list[int] = []
        tags = nesting = 0
        start = len(source) - len(source.lstrip())
        if not source.startswith("<", start):
            output.append(_mark(offsets, start))
        last = 0
        for match in _RUN.finditer(source):
            run = match[0]
            simplified = known.get(run)
            if simplified is None:
                simplified = known[run] = self._simplified(run)
            begin = match.start()
            output.append(source[last:begin])
            for piece, cut in zip(simplified.pieces, simplified.cuts, strict=False):
                output.append(piece)
                output.append(_mark(offsets, begin + cut))
            output.append(simplified.pieces[-1])
            last = match.end()
            if simplified.parts:
                output.append(_mark(offsets, last))
            tags += simplified.tags
            nesting += simplified.nesting
        output.append(source[last:])
        limits.require("tags", tags, limits.MAX_TAGS)
        limits.require("nesting", tags * nesting, limits.MAX_TREE_WORK)
        return PageSource("".join(output), offsets)

    def _simplified(self, run: str) -> _Simplified:
        pieces: list[str] = []
        cuts: list[int] = []
        current: list[str] = []
        last = tags = nesting = 0
        for token in _TOKEN.finditer(run):
            current.append(run[last : token.start()])
            last = token.end()
            name = _NAME.match(token[0])
            if name is None or name[2].lower() in ("script", "style"):
                current.append(token[0] if token[0][:9].lower() == "<!doctype" else "")
                continue
            kept = self._kept(token[0], name)
            if not kept:
                continue
            current.append(kept)
            tags += 1
            if not name[1]:
                tag = name[2].lower()
                nesting += tag not in _SHALLOW
                if tag in _CELLS:
                    pieces.append("".join(current))
                    cuts.append(last)
                    current.clear()
        pieces.append("".join(current) + run[last:])
        # A cell at the end of the run has its mark already, just where that of the run would be.
        parts = tags > 0 and cuts[-1:] != [len(run)]
        return _Simplified(tuple(pieces), tuple(cuts), parts, tags, nesting)

    def _kept(self, token: str, name: re.Match[str]) -> str:
        """The tag as the parser shall see it; empty where it only sets type."""
        tag = name[2].lower()
        if tag not in _TYPE_SETTING:
            return token
        if not name[1] and _HIDDEN.search(token):
            self.hiding.add(tag)
        # Under a name that HTML does not know it is an element like any other.
        return f"<{name[1]}x-{token[name.start(2) :]}" if tag in self.kept else ""


def _mark(offsets: list[int], offset: int) -> str:
    if len(offsets) > _LAST_MARK - _FIRST_MARK:
        return ""
    offsets.append(offset)
    return chr(_FIRST_MARK + len(offsets) - 1)
