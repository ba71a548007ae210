"""Pictures of pages as the tests draw them, and a recogniser that reads what they draw.

A number is so many bars under a roof: what has its roof above reads well, what is upside down or on
its side does not.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from linter.model.document import Document
from linter.readers.ocr.engine import Reading

_BAR, _STEP, _HEIGHT = 4, 12, 30


class Tally:
    """Reads bars under a roof as their number, in Chinese where there are more than two."""

    name = "tally"

    def __init__(self) -> None:
        self.seen = 0

    def read(self, lines: Sequence[Any]) -> list[Reading]:
        self.seen += len(lines)
        return [_reading(line) for line in lines]


def _reading(line: Any) -> Reading:
    dark = line < 128
    rows = np.flatnonzero(dark.mean(axis=1) > 0.02)
    if len(rows) < 8:
        return Reading("", 0.0)
    dark = dark[rows[0] : rows[-1] + 1]
    middle = dark[len(dark) // 2].astype(int)
    count = int((np.diff(middle) == 1).sum()) + int(middle[0])
    fifth = max(1, len(dark) // 6)
    upright = dark[:fifth].sum() > 1.25 * dark[-fifth:].sum()
    if not upright:
        return Reading("?", 0.1)
    return Reading("件" * count if count > 9 else str(count), 0.9)


def tally(draw: ImageDraw.ImageDraw, x: int, y: int, count: int) -> None:
    """Draws a number at the top left corner (x, y)."""
    for index in range(count):
        left = x + index * _STEP
        # A roof over all bars of a long line would be a ruling.
        wide = (_BAR + 8) if index % 4 else _BAR + 3
        draw.rectangle((left - 4, y, left - 4 + wide, y + 4), fill=0)
        draw.rectangle((left, y, left + _BAR - 1, y + _HEIGHT), fill=0)


def page(
    rows: Sequence[Sequence[int]], *, width: int = 1200, height: int = 1700, merged: int = 0
) -> Image.Image:
    """A page with three lines of prose and a table; ``merged`` joins cells of the first row."""
    picture = Image.new("L", (width, height), 245)
    draw = ImageDraw.Draw(picture)
    for index in range(3):
        tally(draw, 150, 100 + 60 * index, 40)
    left, top, across, down = 150, 400, 180, 80
    columns = len(rows[-1])
    for row in range(len(rows) + 1):
        y = top + row * down
        draw.line((left, y, left + columns * across, y), fill=0, width=3)
    for column in range(columns + 1):
        x = left + column * across
        start = top + down if 0 < column <= merged else top
        draw.line((x, start, x, top + len(rows) * down), fill=0, width=3)
    for row, counts in enumerate(rows):
        for column, count in enumerate(counts):
            if count:
                tally(draw, left + column * across + 40, top + row * down + 25, count)
    return picture


def saved(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def cells(document: Document) -> list[list[list[str]]]:
    """The tables of a document as texts."""
    from linter.model.document import Table

    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]
