"""Where in a picture lines of text stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from linter.records import record

if TYPE_CHECKING:
    from cv2.typing import MatLike
    from numpy.typing import NDArray

_SPECK = 0.2  # times the size of the text, as all that follow
_ONE_LINE = 1.2
_HIGH = 1.8
_APART = 1.6
_TORN = 0.25
_COLUMNS_APART = 3.0
_DEEPEST = 6


@record
class Box:
    """A part of a picture in pixels; right and bottom are not included."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


def lines_in(
    ink: MatLike, area: Box, em: float, *, prose: bool = False, depth: int = 0
) -> Iterator[Box]:
    """The lines of text in ``area``, each as far as its ink reaches.

    White from edge to edge parts columns, then lines, then what stands apart on a line. In
    ``prose`` no narrow lines stand under each other: what looks like it is a large character.
    """
    columns = _parts(ink, area, em, _COLUMNS_APART) if depth < _DEEPEST else [area]
    for column in columns:
        for band in _bands(ink, column, em, _HIGH + 0.4 if prose else 0.0):
            if band.height > _HIGH * em and depth < _DEEPEST:
                apart = _parts(ink, band, em, _APART)
                if len(apart) > 1:
                    for part in apart:
                        yield from lines_in(ink, part, em, prose=prose, depth=depth + 1)
                    continue
                yield from _divided(ink, band, em)
            else:
                yield from _pieces(ink, band, em)


def _divided(ink: MatLike, band: Box, em: float) -> Iterator[Box]:
    """Lines that touch each other, parted where there is the least ink."""
    count = round(band.height / (1.35 * em))
    if count < 2 or count > 4:
        yield from _pieces(ink, band, em)
        return
    profile = _cut(ink, band).sum(axis=1, dtype=np.int64)
    edges = [0]
    for index in range(1, count):
        middle = round(index * band.height / count)
        reach = max(1, round(0.3 * em))
        edges.append(middle - reach + int(profile[middle - reach : middle + reach].argmin()))
    for top, bottom in zip(edges, [*edges[1:], band.height], strict=True):
        yield from _pieces(ink, Box(band.left, band.top + top, band.right, band.top + bottom), em)


def _pieces(ink: MatLike, band: Box, em: float) -> Iterator[Box]:
    for part in _parts(ink, band, em, _APART):
        runs = _runs(_filled(ink, part, 1), 0)
        if not runs:
            continue
        box = Box(part.left, part.top + runs[0][0], part.right, part.top + runs[-1][1])
        if max(box.width, box.height) > _SPECK * em:
            yield box


def _parts(ink: MatLike, area: Box, em: float, apart: float) -> list[Box]:
    """What stands ``apart`` from each other from left to right."""
    runs = _runs(_filled(ink, area, 0), round(apart * em))
    return [Box(area.left + start, area.top, area.left + end, area.bottom) for start, end in runs]


def _bands(ink: MatLike, area: Box, em: float, large: float) -> list[Box]:
    """The lines of one column; the strokes of 二 and 三 are no lines of their own.

    Nor are those of a character alone on its line that is up to ``large`` times the usual size.
    """
    runs: list[tuple[int, int]] = []
    for start, end in _runs(_filled(ink, area, 1), 0):
        first, last = runs[-1] if runs else (0, -area.height)
        whole = Box(area.left, area.top + first, area.right, area.top + end)
        if (
            end - first <= _ONE_LINE * em
            or start - last < 2
            or (start - last <= _TORN * em and _is_one(ink, whole, large * em))
        ):
            runs[-1:] = [(first, end)]
        else:
            runs.append((start, end))
    return [Box(area.left, area.top + start, area.right, area.top + end) for start, end in runs]


def _is_one(ink: MatLike, box: Box, size: float) -> bool:
    """Whether no more than one character of ``size`` can stand in a box."""
    if box.height > size:
        return False
    runs = _runs(_filled(ink, box, 0), box.width)
    return bool(runs) and runs[0][1] - runs[0][0] <= size


def _cut(ink: MatLike, area: Box) -> MatLike:
    return ink[area.top : area.bottom, area.left : area.right]


def _filled(ink: MatLike, area: Box, axis: int) -> NDArray[np.bool_]:
    """Which columns (axis 0) or rows (axis 1) of ``area`` have ink."""
    return np.asarray(np.any(_cut(ink, area), axis=axis))


def _runs(filled: NDArray[np.bool_], gap: int) -> list[tuple[int, int]]:
    """Where ``filled`` is true, over gaps of no more than ``gap``."""
    indexes = np.flatnonzero(filled)
    if not len(indexes):
        return []
    breaks = np.flatnonzero(np.diff(indexes) > gap + 1)
    starts = [int(indexes[0]), *(int(indexes[one + 1]) for one in breaks)]
    ends = [*(int(indexes[one]) + 1 for one in breaks), int(indexes[-1]) + 1]
    return list(zip(starts, ends, strict=True))
