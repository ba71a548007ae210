"""From the picture of a page to ink on paper: upright, level, black or white."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from linter.records import mutable_record

if TYPE_CHECKING:
    from cv2.typing import MatLike

_SMALL = 900  # pixels of the longer side of what angles are measured on
_MOST_SKEW = 5.0
_BLOCK, _CONTRAST = 41, 14
_LEAST_EM, _GOOD_EM = 20.0, 30.0
_RED = 40
_FEW = 5
_LINES = 70  # of a page, where its text does not tell
_SHARE = 0.9  # of its size, that the strokes of a character take
_SEAL = 4.5  # times the size of the text, that a seal is wide at least


@mutable_record
class Sheet:
    """A page in grey and its ink (255 where there is some); ``em`` is the size of its text."""

    grey: MatLike
    ink: MatLike
    em: float


def sheet_of(picture: MatLike) -> Sheet:
    """The page without its seals, level, its text large enough to be read."""
    grey = _without_seals(picture)
    angle = _skew(_ink(_small(grey)))
    if abs(angle) >= 0.05:
        grey = _turned(grey, angle)
    ink = _ink(grey)
    em = _em(ink)
    if em < _LEAST_EM:
        factor = min(_GOOD_EM / max(em, 7.0), 3.0)
        grey = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        ink, em = _ink(grey), em * factor
    return Sheet(grey, ink, em)


def lies_on_its_side(picture: MatLike) -> bool:
    """Whether the lines of text run down the picture."""
    ink = _ink(_small(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)))
    text = cv2.subtract(ink, _long_lines(ink, 40))
    return _sharpness(text.T) > 1.3 * _sharpness(text)


def half_turned(sheet: Sheet) -> Sheet:
    """The page upside down."""
    turned = [cv2.rotate(one, cv2.ROTATE_180) for one in (sheet.grey, sheet.ink)]
    return Sheet(turned[0], turned[1], sheet.em)


def _without_seals(picture: MatLike) -> MatLike:
    """In grey; where a red seal lies over the text, as red light shows it, which is without."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    blue, green, red = cv2.split(picture)
    over = cv2.subtract(red, cv2.max(blue, green))
    marked = cv2.threshold(over, _RED, 255, cv2.THRESH_BINARY)[1]
    if not cv2.countNonZero(marked):
        return grey
    near = cv2.dilate(marked, np.ones((9, 9), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(near)
    least = _SEAL * _em(_ink(grey))
    for left, top, width, height, _ in stats[1:].tolist():
        if min(width, height) >= least and 0.5 < width / height < 2:
            area = (slice(top, top + height), slice(left, left + width))
            grey[area] = cv2.max(grey[area], red[area])
    return grey


def _ink(grey: MatLike) -> MatLike:
    smooth = cv2.medianBlur(grey, 3) if max(grey.shape) > 1400 else grey
    return cv2.adaptiveThreshold(
        smooth,
        255,
        cv2.ADAPTIVE_THRESH_GAUSSIAN_C,
        cv2.THRESH_BINARY_INV,
        _BLOCK,
        _CONTRAST,
    )


def _small(grey: MatLike) -> MatLike:
    factor = _SMALL / max(grey.shape)
    if factor >= 1:
        return grey
    return cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)


def _skew(ink: MatLike) -> float:
    """By how many degrees the lines fall to the right: where their profile is the sharpest."""
    best = 0.0
    for width, step in ((_MOST_SKEW, 0.5), (0.5, 0.1), (0.1, 0.02)):
        count = round(width / step)
        angles = [best + step * index for index in range(-count, count + 1)]
        best = max(angles, key=lambda angle: _sharpness(_turned(ink, angle, 0)))
    return best if abs(best) < _MOST_SKEW else 0.0


def _sharpness(ink: MatLike) -> float:
    profile = ink.sum(axis=1, dtype=np.float64) / max(ink.shape[1], 1)
    sharpness: float = np.square(np.diff(profile)).sum() / max(ink.shape[0], 1)
    return sharpness


def _turned(picture: MatLike, angle: float, border: int = 255) -> MatLike:
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(
        picture,
        matrix,
        (width, height),
        flags=cv2.INTER_CUBIC if border else cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=border,
    )


def _long_lines(ink: MatLike, length: int) -> MatLike:
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    return cv2.dilate(cv2.max(across, down), np.ones((3, 3), np.uint8))


def _em(ink: MatLike) -> float:
    """The size of most characters in pixels."""
    length = max(30, max(ink.shape) // 24)
    text = cv2.subtract(ink, _long_lines(ink, length))
    joined = cv2.morphologyEx(text, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    _, _, widths, heights, _ = stats[1:].T if len(stats) > 1 else np.zeros((5, 1), int)
    likely = (heights >= 6) & (heights < length) & (widths < 2 * heights) & (heights < 3 * widths)
    sizes = heights[likely]
    if len(sizes) < _FEW:
        return float(max(ink.shape)) / _LINES
    return float(np.percentile(sizes, 75)) / _SHARE
