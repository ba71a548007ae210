"""Tables drawn with bars: Markdown pipes, ``a | b``, box-drawing and ASCII grids."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.readers import limits
from linter.readers.plain_lines import BARS, Clean, GridBuilder, Piece, Stretch
from linter.records import record
from linter.regex import regex

_BAR = regex(r"(?<!\\)[|│┃║｜]")
_RULER = regex(r"[\s+:|\-=_│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋─━═]+")
_SHORT_RULER = regex(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")
_DRAWN = regex(r"[-=─━═]{3}|:-|-:|[├┤┬┴┼]")
_FILLING = regex(r"[|│┃║｜]{2}\s*$")
_PROSE = 120


def pipe_table(lines: Sequence[str], start: int, clean: Clean) -> Stretch | None:
    """The table of barred lines from ``start``; blank lines and rulers between them belong to it.

    A head with a ruler of its own behind a blank line begins another table.

    Exact where the rows have outer pipes or a ruler under the head, or all the same width, unless
    some were filled up to it: those had cells that were merged and are no longer there.
    Bars that stand alone on their lines, with the cells on lines between, are dropped.
    """
    if not _begins(lines, start):
        return None
    block = _block(lines, start)
    limits.require("cells", sum(_bars(lines[index]) for index in block.rows), limits.MAX_CELLS)
    if not any(lines[index].strip(BARS + " \t\u3000\xa0") for index in block.rows):
        return Stretch(block.end, ())
    pieces = _pieces(lines, block)
    if not _is_table(lines, pieces, block.ruled):
        return Stretch(block.end, None)
    builder = GridBuilder(lines, lambda raw: clean(raw.replace("\\|", "|")))
    joined = _ruled_rows(block.groups)
    for group in block.groups:
        _add_rows(builder, lines, [pieces[index] for index in group], joined)
    outer = all(lines[index].lstrip()[0] in BARS for index in block.rows)
    even = builder.same_widths() and not any(_is_filled_up(lines[i]) for i in block.rows)
    return Stretch(block.end, (builder.grid(outer or block.ruled or even),))


@record
class _Block:
    """Barred lines up to ``end``: the indices of the rows, in the groups that rulers part."""

    end: int
    groups: Sequence[Sequence[int]]
    ruled: bool

    @property
    def rows(self) -> list[int]:
        return [index for group in self.groups for index in group]


def _begins(lines: Sequence[str], start: int) -> bool:
    if _bars(lines[start]):
        return True
    follows = start + 1 < len(lines) and _bars(lines[start + 1]) > 0
    return follows and _is_ruler(lines[start])


def _bars(raw: str) -> int:
    return sum(map(raw.count, BARS))


def _is_ruler(raw: str) -> bool:
    return bool(_DRAWN.search(raw) and _RULER.fullmatch(raw))


def _block(lines: Sequence[str], start: int) -> _Block:
    groups: list[list[int]] = [[]]
    end = index = start
    ruled = False
    while index < len(lines):
        raw = lines[index]
        if ruled and index > end and _is_head(lines, index):
            break
        if _is_ruler(raw) or (groups == [[index - 1]] and _SHORT_RULER.fullmatch(raw)):
            ruled = ruled or bool(groups[-1])
            groups.append([])
            end = index + 1
        elif _bars(raw):
            groups[-1].append(index)
            end = index + 1
        elif raw.strip():
            break
        index += 1
    return _Block(end, [group for group in groups if group], ruled)


def _is_head(lines: Sequence[str], index: int) -> bool:
    """Whether a line is the head of a table of its own: behind a blank line, over a ruler."""
    return bool(_bars(lines[index])) and index + 1 < len(lines) and _is_ruler(lines[index + 1])


def _pieces(lines: Sequence[str], block: _Block) -> dict[int, list[Piece]]:
    """The cells of each row. An outer bar is no cell's border where it is the block's style."""
    stripped = [lines[index].strip() for index in block.rows]
    leading = all(text[0] in BARS for text in stripped)
    trailing = all(text[-1] in BARS for text in stripped)
    found: dict[int, list[Piece]] = {}
    for index, text in zip(block.rows, stripped, strict=True):
        raw = lines[index]
        borders = [-1, *(match.start() for match in _BAR.finditer(raw)), len(raw)]
        pieces = [Piece(index, left + 1, right) for left, right in pairwise(borders)]
        if leading:
            del pieces[0]
        if len(pieces) > 1 and text[-1] in BARS and (leading or trailing or block.ruled):
            del pieces[-1]
        found[index] = pieces
    return found


def _is_table(lines: Sequence[str], pieces: dict[int, list[Piece]], ruled: bool) -> bool:
    if len(pieces) == 1 and not ruled and max(map(len, pieces.values())) < 3:
        return False
    cells = sum(map(len, pieces.values()))
    return sum(len(lines[index]) for index in pieces) <= _PROSE * max(cells, 1)


def _is_filled_up(raw: str) -> bool:
    """Whether a row ends in bars with nothing between them (``a | b |||``)."""
    return bool(_FILLING.search(raw))


def _ruled_rows(groups: Sequence[Sequence[int]]) -> bool:
    """Whether a ruler stands under each row, so that a row may take several lines."""
    return len(groups) > 2 and 3 * len(groups) >= sum(map(len, groups))


def _add_rows(
    builder: GridBuilder, lines: Sequence[str], rows: Sequence[Sequence[Piece]], joined: bool
) -> None:
    for number, pieces in enumerate(rows):
        previous = builder.rows[-1] if builder.rows else []
        if joined and number and _continues(lines, pieces) and len(pieces) == len(previous):
            for cell, piece in zip(previous, pieces, strict=True):
                builder.extend_cell(cell, piece)
        else:
            builder.add_row(pieces)


def _continues(lines: Sequence[str], pieces: Sequence[Piece]) -> bool:
    filled = sum(bool(lines[piece.index][piece.start : piece.end].strip()) for piece in pieces)
    return 2 * filled <= len(pieces)
