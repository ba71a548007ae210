"""The straight lines that a picture shows, and the ink without them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import cv2
import numpy as np

from linter.readers.ocr.ink import Sheet
from linter.readers.pdf.pages import Ruling

if TYPE_CHECKING:
    from cv2.typing import MatLike

_LEAST_ACROSS, _LEAST_DOWN = 1.6, 0.72  # of the size of the text; that of tables is smaller
_SURE = 12.0  # a line so long is no stroke of a character, whatever it meets
_THICKEST = 0.4
_REACH = 0.25
_LOW = 3.0
_OPEN = 2.5  # how far a line at least goes on beside a table that is open there
_TALLEST = 1.2
_ALIGNED = 0.1
_FEW_FIELDS = 3
_ENDS = 0.25
_ROUNDS = 3
_LONG = 4.0
_NEXT, _DENSE = 0.15, 0.12
_BREAK = 0.15  # what a bad print leaves out of a line, less than between two characters
_GAP = 0.35
_ALONG, _THIN = 0.15, 0.3
_FAINT = 10  # of 255, by which a line is darker than the paper
_SOLID, _WHOLE = 0.93, 0.985  # the strokes of a line of characters leave more out
_SPECK = 0.22
_BESIDE = 0.3


def rulings_of(sheet: Sheet) -> tuple[list[Ruling], list[Ruling], MatLike]:
    """Lines across and down, in pixels, and the ink of the text alone."""
    ink, em = sheet.ink, sheet.em
    turned = Sheet(np.ascontiguousarray(sheet.grey.T), np.ascontiguousarray(ink.T), em)
    level, upright = _thin(sheet), _thin(turned)
    across = _segments(sheet, level, _LEAST_ACROSS)
    down = _segments(turned, upright, _LEAST_DOWN)
    for _ in range(_ROUNDS):  # what only a stroke has held falls with it
        across, down = _anchored(across, down, em), _anchored(down, across, em)
    across, down = (
        _between(across, down, cv2.max(level, ink), em),
        _between(down, across, cv2.max(upright, turned.ink), em),
    )
    across = [line for line in across if not _is_alone(line, across, em)]
    down = [line for line in down if not _is_a_stroke(line, down, turned.ink, em)]
    text = ink.copy()
    for ruling, thickness in across:
        _wipe(text, ruling, thickness)
    for ruling, thickness in down:
        _wipe(text.T, ruling, thickness)
    return [ruling for ruling, _ in across], [ruling for ruling, _ in down], _clean(text, em)


def _clean(text: MatLike, em: float) -> MatLike:
    """Without the specks that stand beside no character; points and commas do."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(text)
    small = (stats[:, 2] <= _SPECK * em) & (stats[:, 3] <= _SPECK * em)
    small[0] = True  # the paper
    characters = np.where(small[labels], 0, text).astype(np.uint8)
    reach = 2 * round(_BESIDE * em) + 1
    near = cv2.dilate(characters, np.ones((reach, reach), np.uint8))
    return cv2.min(text, near)


Line = tuple[Ruling, int]


def _segments(sheet: Sheet, strokes: MatLike, least: float) -> list[Line]:
    """Lines across, each with its thickness; the long ones first, which no text is."""
    em = sheet.em
    # A line that is not quite level goes on one pixel higher or lower.
    whole = _bridged(cv2.dilate(strokes, np.ones((3, 1), np.uint8)), round(_BREAK * em))
    found = list(_lines(whole, strokes, sheet.ink, _LONG, em))
    for ruling, thickness in found:
        _wipe(whole, ruling, thickness + 2)
    return [*found, *_lines(whole, strokes, sheet.ink, least, em)]


def _lines(
    whole: MatLike, strokes: MatLike, ink: MatLike, least: float, em: float
) -> Iterator[Line]:
    length = max(12, round(least * em))
    opened = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(_bridged(opened, round(_GAP * em)))
    blur = round(_ALONG * em / 2)
    for left, top, width, height, _ in stats[1:].tolist():
        start, end = float(left + blur), float(left + width - 1 - blur)
        if height > _TALLEST * em or end - start < max(length / 2, 1):
            continue
        rows = _solid_rows(strokes[:, left + blur : left + width - blur], top, top + height)
        if not rows or len(rows) > max(6, _THICKEST * em):
            continue
        line = Ruling((rows[0] + rows[-1]) / 2, start, end), max(1, len(rows) - 2)
        part = strokes[:, left + blur : left + width - blur]
        sure = _solidity(part, rows[0], rows[-1] + 1) >= _WHOLE
        if sure or not _is_within_text(ink, line, em):
            yield line


def _solid_rows(strokes: MatLike, top: int, bottom: int) -> list[int]:
    """The rows, one under the other, that a line takes; text may touch it on either side."""
    shares = _shares(strokes, top, bottom)
    best = max(range(len(shares)), key=lambda index: shares[index], default=0)
    if not shares or shares[best] < _SOLID:
        return []
    first = last = best
    while first > 0 and shares[first - 1] >= _SOLID:
        first -= 1
    while last + 1 < len(shares) and shares[last + 1] >= _SOLID:
        last += 1
    return list(range(top + first, top + last + 1))


def _thin(sheet: Sheet) -> MatLike:
    """What is dark along the page and thin across it, however faint.

    Noise vanishes where the neighbours along a line are taken together, and text is no line.
    """
    smooth = cv2.blur(sheet.grey, (max(3, round(_ALONG * sheet.em)), 1))
    kernel = np.ones((max(5, round(_THIN * sheet.em)), 1), np.uint8)
    dark = cv2.morphologyEx(smooth, cv2.MORPH_BLACKHAT, kernel)
    return cv2.threshold(dark, _FAINT, 255, cv2.THRESH_BINARY)[1]


def _solidity(strokes: MatLike, top: int, bottom: int) -> float:
    """For how much of its length there is a line within three pixels: a row of strokes has gaps."""
    return max(_shares(strokes, top, bottom), default=0.0)


def _shares(strokes: MatLike, top: int, bottom: int) -> list[float]:
    """For how much of the length there is a stroke on each row or beside it."""
    return [
        float(np.mean(np.any(strokes[max(0, row - 1) : row + 2], axis=0)))
        for row in range(top, bottom)
        if strokes.size
    ]


def _is_within_text(ink: MatLike, line: Line, em: float, near: float = _NEXT) -> bool:
    """Whether there is ink right above and right below, all along: a line of characters."""
    ruling, thickness = line
    reach = max(3, round(near * em))
    top, bottom = (round(ruling.at + side * (thickness / 2 + 1.5)) for side in (-1, 1))
    ends = min(_ENDS * em, (ruling.end - ruling.start) / 4)  # the lines that it meets are no text
    along = slice(int(ruling.start + ends), int(ruling.end - ends) + 1)
    sides = (ink[max(0, top - reach) : max(0, top), along], ink[bottom : bottom + reach, along])
    return min(float(np.mean(side > 0)) if side.size else 0.0 for side in sides) > _DENSE


def _bridged(ink: MatLike, gap: int) -> MatLike:
    """With gaps of so many pixels across filled."""
    return cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, gap + 1), np.uint8))


def _anchored(lines: list[Line], others: list[Line], em: float) -> list[Line]:
    """Without the strokes of characters, which are short and meet no two other lines."""
    return [
        line
        for line in lines
        if line[0].end - line[0].start >= _SURE * em or len(_met(line[0], others, em)) > 1
    ]


def _is_a_stroke(line: Line, down: list[Line], ink: MatLike, em: float) -> bool:
    """Whether what goes down one low row is a part of a character: others are beside it."""
    low = line[0].end - line[0].start < _LOW * em
    return _is_alone(line, down, em) or (low and _is_within_text(ink, line, em, _BESIDE))


def _is_alone(line: Line, lines: list[Line], em: float) -> bool:
    """Whether a short line goes on in no other row or column of a larger table."""
    ruling = line[0]
    if ruling.end - ruling.start >= _LOW * em:
        return False
    fields = {round(other.start) for other, _ in lines}
    return len(fields) > _FEW_FIELDS and not any(
        other is not ruling and abs(other.at - ruling.at) <= _ALIGNED * em for other, _ in lines
    )


def _between(lines: list[Line], others: list[Line], ink: MatLike, em: float) -> list[Line]:
    """The parts of lines from crossing to crossing that are there all along.

    A stroke that goes on where a line ends, or stands between two, leaves some paper free.
    """
    found: list[Line] = []
    for ruling, thickness in lines:
        met = _met(ruling, others, em)
        ends = [(ruling.start, 0.0), *met, (ruling.end, 0.0)]
        for (start, after), (end, before) in pairwise(ends):
            free = not (after and before)
            if end - start < (_OPEN * em if free else 1):
                continue
            part = ink[:, round(start + after) : max(round(end - before), round(start + after) + 1)]
            row = round(ruling.at)
            least = _WHOLE if end - start < _LOW * em else _SOLID
            if _solidity(part, max(0, row - 3), row + 4) >= least:
                found.append((Ruling(ruling.at, start, end), thickness))
    return found


def _met(ruling: Ruling, others: list[Line], em: float) -> list[tuple[float, float]]:
    """Where other lines meet this one, each with half its thickness, from its start to its end."""
    reach = _REACH * em
    return sorted(
        (other.at, thickness / 2)
        for other, thickness in others
        if ruling.start - reach < other.at < ruling.end + reach
        and other.start - reach <= ruling.at <= other.end + reach
    )


def _wipe(text: MatLike, ruling: Ruling, thickness: int) -> None:
    half = thickness / 2 + 2
    rows = slice(max(0, int(ruling.at - half)), int(ruling.at + half) + 2)
    text[rows, int(ruling.start) : int(ruling.end) + 1] = 0
