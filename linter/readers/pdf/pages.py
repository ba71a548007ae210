"""Pages of a PDF file as they are seen: upright, measured in points from the top left."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from typing import Any

from linter.records import mutable_record, record

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Char:
    """One character and where it stands; ``middle`` is between top and bottom."""

    __slots__ = ("bottom", "center", "height", "left", "middle", "right", "text", "top")

    def __init__(self, text: str, box: Box) -> None:
        self.text = text
        self.left, self.top, self.right, self.bottom = left, top, right, bottom = box
        self.height = bottom - top
        self.middle = (top + bottom) / 2
        self.center = (left + right) / 2


@record
class Ruling:
    """A straight line along an axis: ``at`` across it, ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


@mutable_record
class Page:
    """``number`` counts from 1; ``unmapped`` counts characters the file gives no code for."""

    number: int
    width: float
    height: float
    chars: list[Char]
    across: list[Ruling]
    down: list[Ruling]
    images: list[Box]
    invisible: bool
    unmapped: int


_UNMAPPED = "\ufffd"
_HYPHENS = (0x02, 0xAD, 0xFFFE)  # what PDFium makes of a hyphen at the end of a line
_SPACES = (0xA0, 0x3000)
_Turn = Callable[[float, float, float, float], Box]


def pages_of(header: dict[str, Any], body: memoryview) -> Iterator[Page]:
    """The pages of an answer of ``worker``."""
    start = 0
    for number, facts in enumerate(header["pages"], 1):
        arrays: list[array[Any]] = []
        sizes = (("I", facts["chars"]), ("f", 4 * facts["chars"]), ("f", 4 * facts["segments"]))
        for kind, count in sizes:
            arrays.append(array(kind, body[start : start + 4 * count].tobytes()))
            start += 4 * count
        yield _page(number, facts, *arrays)


def _page(
    number: int, facts: dict[str, Any], codes: array[int], boxes: array[float], lines: array[float]
) -> Page:
    left, bottom, right, top = facts["box"]
    width, height = right - left, top - bottom
    if facts["turn"] % 2:
        width, height = height, width
    turn = _turn(facts["turn"], left, bottom, right, top)
    chars = _chars(codes, boxes, turn, width, height)
    unmapped = sum([char.text == _UNMAPPED for char in chars])
    across, down = _rulings(lines, turn)
    images = [turn(*box) for box in facts["images"]]
    invisible = 0 < facts["texts"] == facts["invisible"]
    return Page(number, width, height, chars, across, down, images, invisible, unmapped)


def _turn(quarters: int, left: float, bottom: float, right: float, top: float) -> _Turn:
    """From a box in the file's coordinates to one on the upright page."""
    if quarters == 0:
        return lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0)
    if quarters == 1:
        return lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    if quarters == 2:
        return lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom)
    return lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0)


def _chars(
    codes: array[int], boxes: array[float], turn: _Turn, width: float, height: float
) -> list[Char]:
    """The characters that leave a mark; a table too wide for its page ends beyond it."""
    chars: list[Char] = []
    places = iter(boxes)
    texts: dict[int, str] = {}
    # PDFium gives left, top, right, bottom with the vertical axis upwards.
    for code, left, high, right, low in zip(codes, places, places, places, places, strict=True):
        text = texts.get(code)
        if text is None:
            text = texts[code] = _text(code)
        if not text:
            continue
        char = Char(text, turn(left, low, right, high))
        if -width <= char.center <= 2 * width and -height <= char.middle <= 2 * height:
            chars.append(char)
    return chars


def _text(code: int) -> str:
    """The character of a code, none where it leaves no mark."""
    if code in _HYPHENS:
        return "-"
    if 0 < code <= 32 or code in _SPACES:
        return ""
    known = code and not 0xD800 <= code < 0xE000 and code <= 0x10FFFF
    return chr(code) if known else _UNMAPPED


def _rulings(lines: array[float], turn: _Turn) -> tuple[list[Ruling], list[Ruling]]:
    across: list[Ruling] = []
    down: list[Ruling] = []
    for index in range(0, len(lines), 4):
        left, top, right, bottom = turn(*lines[index : index + 4])
        if right - left >= bottom - top:
            across.append(Ruling((top + bottom) / 2, left, right))
        else:
            down.append(Ruling((left + right) / 2, top, bottom))
    return across, down
