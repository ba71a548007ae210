"""How wide the columns of a drawing may be, and what does not fit beside the rest."""

from __future__ import annotations

from collections.abc import Sequence

from linter.records import record
from linter.reporting.typesetting import balanced, text_width

NARROWEST = 30
"""Columns of a terminal below which nothing is drawn."""

_NARROWEST_FOLD = {1: 1, 2: 6, 3: 4}
"""Columns below which headings are not folded: three characters, in need two."""

_FRAME = 3
"""Columns around each column's text: a rule and a space on either side of it."""


@record
class Heading:
    """A column before it is laid out: its heading and the width of its widest value."""

    text: str
    value_width: int


@record
class Layout:
    """One piece of a drawing: columns ``start`` to ``stop`` beside the row labels.

    ``headings`` are the lines of each heading, ``widths`` the columns' text widths.
    """

    start: int
    stop: int
    label_width: int
    headings: tuple[list[str], ...]
    widths: tuple[int, ...]


def layouts(room: int, label_width: int, headings: Sequence[Heading]) -> tuple[Layout, ...]:
    """The pieces in which columns under ``headings`` fit into ``room``, one if possible.

    Tries headings on one line, then on two and three, with the labels folded if need be; what
    still does not fit goes into further pieces, each with the labels repeated.
    """
    least_label = min(label_width, max(12, room // 4))
    for lines in (1, 2, 3):
        widths = _widths(headings, lines)
        label = min(label_width, room - 1 - _FRAME - _framed(widths))
        if label >= least_label:
            return (_layout(0, len(headings), label, headings, widths, lines),)
    return _pieces(room, least_label, headings)


def _pieces(room: int, label: int, headings: Sequence[Heading]) -> tuple[Layout, ...]:
    available = room - 1 - _FRAME - label
    widths = _widths(headings, 3)
    pieces: list[Layout] = []
    start = 0
    for stop in range(1, len(headings) + 1):
        if stop == len(headings) or _framed(widths[start : stop + 1]) > available:
            pieces.append(_layout(start, stop, label, headings, widths, 3))
            start = stop
    return tuple(pieces)


def _layout(
    start: int,
    stop: int,
    label: int,
    headings: Sequence[Heading],
    widths: Sequence[int],
    lines: int,
) -> Layout:
    folded = tuple(_folded(heading.text, lines) for heading in headings[start:stop])
    return Layout(start, stop, label, folded, tuple(widths[start:stop]))


def _widths(headings: Sequence[Heading], lines: int) -> list[int]:
    return [
        max(heading.value_width, *map(text_width, _folded(heading.text, lines)))
        for heading in headings
    ]


def _folded(heading: str, lines: int) -> list[str]:
    """The heading on at most ``lines`` lines, folded no narrower than is worth it."""
    return balanced(heading, min(lines, -(-text_width(heading) // _NARROWEST_FOLD[lines])))


def _framed(widths: Sequence[int]) -> int:
    return sum(width + _FRAME for width in widths)
