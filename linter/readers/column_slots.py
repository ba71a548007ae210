"""Where the columns of numbers stand in aligned text, so that blanks between them are seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.readers.plain_lines import Piece
from linter.regex import regex

_LEAST = 3
_WIDE = regex("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]")

Span = tuple[int, int]


def with_blanks(
    lines: Sequence[str], rows: Sequence[Sequence[Piece]], numbers: Sequence[int]
) -> list[list[Piece]]:
    """The rows, those with fewer numbers than their neighbours filled up with empty pieces.

    ``numbers`` says how many pieces at the end of each row are numbers. A row is filled up only
    where each of its numbers stands under one column of the full rows.
    """
    most = max(numbers, default=0)
    slots = _slots(lines, rows, numbers, most) if most >= _LEAST else []
    return [
        _filled(lines, row, count, slots) if 0 < count < most else list(row)
        for row, count in zip(rows, numbers, strict=True)
    ]


def _slots(
    lines: Sequence[str], rows: Sequence[Sequence[Piece]], numbers: Sequence[int], most: int
) -> list[Span]:
    """The columns that the numbers of all full rows share, none where they overlap."""
    full = [
        [_span(lines, piece) for piece in row[-most:]]
        for row, count in zip(rows, numbers, strict=True)
        if count == most
    ]
    slots = [
        (min(start for start, _ in column), max(end for _, end in column))
        for column in zip(*full, strict=True)
    ]
    return slots if all(a[1] < b[0] for a, b in pairwise(slots)) else []


def _filled(
    lines: Sequence[str], row: Sequence[Piece], count: int, slots: Sequence[Span]
) -> list[Piece]:
    placed: dict[int, Piece] = {}
    for piece in row[-count:]:
        start, end = _span(lines, piece)
        under = [n for n, slot in enumerate(slots) if start < slot[1] and slot[0] < end]
        if len(under) != 1 or under[0] in placed:
            return list(row)
        placed[under[0]] = piece
    last = row[-1]
    empty = Piece(last.index, last.end, last.end)
    return [*row[:-count], *(placed.get(number, empty) for number in range(len(slots)))]


def _span(lines: Sequence[str], piece: Piece) -> Span:
    """The columns of a terminal that a piece fills: a Chinese character fills two."""
    raw = lines[piece.index]
    start = _width(raw[: piece.start])
    return start, start + _width(raw[piece.start : piece.end])


def _width(text: str) -> int:
    return len(text) + len(_WIDE.findall(text))
