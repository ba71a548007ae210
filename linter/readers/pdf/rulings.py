"""From the lines drawn on a page to the frames of its tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from linter.readers import limits
from linter.readers.pdf.pages import Page, Ruling
from linter.records import mutable_record

NEAR = 3.5
"""Lines nearer to each other than this are one: double borders, and cells drawn as boxes."""

_SAME = 0.3
_WIDEST = 5.0
_SHORTEST = 4.0


@mutable_record
class Frame:
    """Lines that hang together: the positions of all, from left to right and top to bottom.

    ``across`` and ``down`` are the lines themselves, at these positions.
    """

    xs: list[float]
    ys: list[float]
    across: list[Ruling]
    down: list[Ruling]

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]


def frames_of(page: Page) -> list[Frame]:
    """The frames of a page, from top to bottom; a line that meets no other makes none."""
    across, down = _merged(page.across, _SAME), _merged(page.down, _SAME)
    limits.require("rulings", max(len(across), len(down)), limits.MAX_RULINGS)
    groups = list(_groups(across, down))
    found = [
        frame for group in groups if len((frame := _frame(*group)).xs) > 1 and len(frame.ys) > 1
    ]
    _add_lone_sides(found, [side for across, down in groups if not across for side in down])
    for frame in found:
        if frame.xs[-1] > page.width - NEAR:  # the table is wider than its page
            frame.xs[-1] = 2 * page.width
    return sorted(found, key=lambda frame: (frame.ys[0], frame.xs[0]))


def _add_lone_sides(frames: Sequence[Frame], sides: Iterable[Ruling]) -> None:
    """Gives tables the sides that nothing meets: of a cell as high as the table on this page."""
    for side in sides:
        for frame in frames:
            high = abs(side.start - frame.ys[0]) <= NEAR and abs(side.end - frame.ys[-1]) <= NEAR
            if high and not frame.xs[0] - NEAR <= side.at <= frame.xs[-1] + NEAR:
                frame.xs = sorted([*frame.xs, side.at])
                frame.down.append(side)
                break


def _groups(
    across: list[Ruling], down: list[Ruling]
) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Rulings that cross or touch, however far around."""
    groups = _Groups(len(across) + len(down))
    columns = [ruling.at for ruling in down]
    for index, row in enumerate(across):
        first = bisect_left(columns, row.start - NEAR)
        for other in range(first, bisect_right(columns, row.end + NEAR)):
            if down[other].start - NEAR <= row.at <= down[other].end + NEAR:
                groups.join(index, len(across) + other)
    for group in groups.all():
        own = [across[index] for index in group if index < len(across)]
        yield own, [down[index - len(across)] for index in group if index >= len(across)]


def _frame(across: list[Ruling], down: list[Ruling]) -> Frame:
    if not across or not down:
        return Frame([], [], across, down)
    across, down = _merged(across, NEAR), _merged(down, NEAR)
    xs = [ruling.at for ruling in down]
    ys = [ruling.at for ruling in across]
    xs += _beyond(xs, min(r.start for r in across), max(r.end for r in across))
    ys += _beyond(ys, min(r.start for r in down), max(r.end for r in down))
    return Frame(sorted(set(xs)), sorted(set(ys)), across, down)


def _beyond(positions: Sequence[float], start: float, end: float) -> list[float]:
    """The ends of lines that reach beyond the last crossing: an open side of the table."""
    open_ends = [start] if start < min(positions) - _WIDEST else []
    return [*open_ends, end] if end > max(positions) + _WIDEST else open_ends


def _merged(rulings: Iterable[Ruling], near: float) -> list[Ruling]:
    """One ruling for all that lie on a line, no farther off it than ``near``, and touch."""
    merged: list[Ruling] = []
    for level in _levels(rulings, near):
        at = sum(ruling.at for ruling in level) / len(level)
        start, end = level[0].start, level[0].end
        for ruling in level[1:]:
            if ruling.start > end + NEAR:
                merged.append(Ruling(at, start, end))
                start = ruling.start
                end = ruling.end
            end = max(end, ruling.end)
        merged.append(Ruling(at, start, end))
    return [ruling for ruling in merged if ruling.end - ruling.start >= _SHORTEST]


def _levels(rulings: Iterable[Ruling], near: float) -> list[list[Ruling]]:
    """Rulings that lie on one line, each group from its start on."""
    levels: list[list[Ruling]] = []
    for ruling in sorted(rulings, key=lambda ruling: ruling.at):
        close = levels and ruling.at - levels[-1][-1].at <= near
        if close and ruling.at - levels[-1][0].at <= _WIDEST:
            levels[-1].append(ruling)
        else:
            levels.append([ruling])
    return [sorted(level, key=lambda ruling: ruling.start) for level in levels]


class _Groups:
    """Things that hang together, however far around."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def join(self, one: int, other: int) -> None:
        self._parents[self._root(one)] = self._root(other)

    def _root(self, index: int) -> int:
        parents = self._parents
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    def all(self) -> list[list[int]]:
        groups: dict[int, list[int]] = {}
        for index in range(len(self._parents)):
            groups.setdefault(self._root(index), []).append(index)
        return list(groups.values())


def walls(
    positions: Sequence[float], rulings: Iterable[Ruling], ends: Sequence[float]
) -> list[list[bool]]:
    """For each position across, whether a ruling stands along each step between ``ends``."""
    middles = [(start + end) / 2 for start, end in pairwise(ends)]
    table = [[False] * len(middles) for _ in positions]
    for ruling in rulings:
        at = bisect_left(positions, ruling.at)
        if at == len(table):  # a coordinate that is no number stands nowhere
            continue
        row = table[at]
        first = bisect_left(middles, ruling.start)
        for index in range(first, bisect_right(middles, ruling.end)):
            row[index] = True
    return table
