"""Comments in text formats that are addressed to this tool: they are no part of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from linter.model.document import Block, Directive, Document, Table
from linter.model.place import Place
from linter.readers import limits
from linter.readers.lines import LineIndex
from linter.records import record, replace
from linter.regex import regex

# 「年报：」 alone may well stand in a page's own comments. What stops at the next comment is read
# once, however many there are.
_DIRECTIVE = regex(
    r"<!--\s*+(?:nianbao\s*+[:：]|年报\s*+[:：](?=\s*+(?:全文)?忽略))"
    r"((?:[^-<]|-(?!->)|<(?!!--)){0,2000}+)-->",
    re.IGNORECASE,
)

Position = tuple[int, int]


def read_with_directives(
    text: str, read: Callable[[str], Document], *, comments_seen: bool
) -> Document:
    """What ``read`` makes of ``text`` without its directives, and these.

    ``comments_seen`` tells whether a comment would be read as text.
    """
    found = list(_DIRECTIVE.finditer(text))
    limits.require("directives", len(found), limits.MAX_DIRECTIVES)
    if not found:
        return read(text)
    document = read(_DIRECTIVE.sub(_blanks, text) if comments_seen else text)
    index, blocks = LineIndex(text), _Beginnings.of(document.blocks)
    directives = tuple(_directive(match, index, blocks) for match in found)
    return replace(document, directives=directives)


def _blanks(match: re.Match[str]) -> str:
    """As many blanks, so that all that follows keeps its place."""
    return re.sub(r"[^\n]", " ", match[0])


@record
class _Beginnings:
    """Where each block begins, in the order of the file, and the numbers of the tables."""

    positions: Sequence[Position]
    tables: dict[Position, int | None]

    @staticmethod
    def of(blocks: Sequence[Block]) -> _Beginnings:
        tables: dict[Position, int | None] = {}
        positions = set()
        for block in blocks:
            if block.place.line is not None:
                position = (block.place.line, block.place.column or 1)
                positions.add(position)
                if isinstance(block, Table):
                    tables[position] = block.place.table
        return _Beginnings(sorted(positions), tables)


def _directive(match: re.Match[str], index: LineIndex, blocks: _Beginnings) -> Directive:
    text, place = match[1].strip(), Place(*index.position(match.start()))
    number = bisect_left(blocks.positions, index.position(match.end()))
    if number == len(blocks.positions):
        return Directive(text, place)
    begin = blocks.positions[number]
    after = bisect_right(blocks.positions, begin)
    end = blocks.positions[after] if after < len(blocks.positions) else None
    return Directive(text, place, begin, end, blocks.tables.get(begin))
