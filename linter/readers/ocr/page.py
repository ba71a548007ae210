"""One page read from its picture: what a PDF file would say of it, and how sure that is.

Cells are read one by one, as the lines of the table draw them, so that no two numbers become one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from linter.readers.ocr.digits import digits_for_look_alikes
from linter.readers.ocr.engine import Reading, Recogniser
from linter.readers.ocr.ink import Sheet, half_turned, lies_on_its_side, sheet_of
from linter.readers.ocr.lines import Box, lines_in
from linter.readers.ocr.rulings import rulings_of
from linter.readers.pdf.pages import Page, Ruling
from linter.readers.pdf.rulings import frames_of
from linter.readers.pdf.tables import TableOnPage
from linter.records import mutable_record

if TYPE_CHECKING:
    from cv2.typing import MatLike

MAX_LINES = 4_000
"""Lines of one page, those in cells counted."""

_PORTRAIT, _LANDSCAPE = 595.0, 842.0  # the width of A4 in points
_SMALLEST, _LARGEST, _USUAL = 6.5, 20.0, 11.0  # sizes of text in points
_LEGIBLE = 0.5
_SAMPLE = 8
_UPRIGHT = 5.0
_DOUBTFUL = 0.6
_FLAT = 0.3


@mutable_record
class Line:
    """A line of text on the page, in pixels; ``cell`` numbers the cells of the page."""

    box: Box
    cell: int | None = None
    reading: Reading = Reading("", 0.0)


class PageReading:
    """Reads the upright picture of one page."""

    def __init__(self, sheet: Sheet, recogniser: Recogniser) -> None:
        self.sheet = sheet
        self.recogniser = recogniser
        height, width = sheet.ink.shape[:2]
        self.scale = _points(width, height, sheet.em)
        self.across, self.down, self.text = rulings_of(sheet)
        self.lines = list(self._lines(width, height))[:MAX_LINES]

    def _lines(self, width: int, height: int) -> Iterator[Line]:
        text = self.text.copy()
        cell = 0
        for frame in frames_of(self._page()):
            table = TableOnPage(1, frame).table
            if len(table.cells) < 2:
                continue
            for one in table.cells:
                edges = (frame.xs[one.left], frame.ys[one.top])
                ends = (frame.xs[one.right], frame.ys[one.bottom])
                area = self._inside((*edges, *ends), width, height)
                for box in lines_in(text, area, self.sheet.em):
                    yield Line(box, cell)
                cell += 1
            outer = (frame.xs[0], frame.ys[0], frame.xs[-1], frame.ys[-1])
            area = self._inside(outer, width, height)
            text[area.top : area.bottom, area.left : area.right] = 0
        for box in lines_in(text, Box(0, 0, width, height), self.sheet.em, prose=True):
            yield Line(box)

    def _inside(self, points: Sequence[float], width: int, height: int) -> Box:
        """The pixels between walls, the walls not included."""
        left, top, right, bottom = (round(one / self.scale) for one in points)
        left, right = max(0, left + 1), min(width, right)
        top, bottom = max(0, top + 1), min(height, bottom)
        return Box(left, top, max(left, right), max(top, bottom))

    def _page(self) -> Page:
        height, width = (one * self.scale for one in self.sheet.ink.shape[:2])
        across, down = (
            [Ruling(r.at * self.scale, r.start * self.scale, r.end * self.scale) for r in lines]
            for lines in (self.across, self.down)
        )
        return Page(1, width, height, [], across, down, [], False, 0)

    def legibility(self) -> float:
        """How many Chinese characters are read well in each of the longest lines.

        On a page that lies on its side or is upside down few are; zeros read well any way.
        """
        longest = sorted(self.lines, key=lambda line: -line.box.width)[:_SAMPLE]
        readings = self.recogniser.read([self._picture(line.box) for line in longest])
        well = sum(_chinese(one.text) for one in readings if one.confidence >= _LEGIBLE)
        return well / max(len(readings), 1)

    def read(self) -> None:
        """Has every line read."""
        written: list[Line] = []
        for line in self.lines:
            if self._is_dash(line.box):
                line.reading = Reading("—", 1.0)
            else:
                written.append(line)
        pictures = [self._picture(line.box) for line in written]
        for line, reading in zip(written, self.recogniser.read(pictures), strict=True):
            line.reading = reading
        self._read_again([line for line in written if line.reading.confidence < _DOUBTFUL])
        for line in written:
            if line.cell is not None:
                line.reading = digits_for_look_alikes(line.reading)

    def _read_again(self, doubtful: Sequence[Line]) -> None:
        """A character alone is read more surely in a row of itself."""
        narrow = [line for line in doubtful if line.box.width <= 1.2 * self.sheet.em]
        rows = [cv2.hconcat([self._picture(line.box)] * 3) for line in narrow]
        for line, reading in zip(narrow, self.recogniser.read(rows), strict=True):
            third, rest = divmod(len(reading.text), 3)
            text = reading.text[:third]
            if third and not rest and text * 3 == reading.text:
                again = Reading(text, reading.confidence)
                line.reading = max(line.reading, again, key=lambda one: one.confidence)

    def _is_dash(self, box: Box) -> bool:
        """Whether a line is a dash, which a reader of characters takes for 一 or 1."""
        em = self.sheet.em
        return box.height < _FLAT * em and box.width > 1.5 * box.height and box.width < 4 * em

    def _picture(self, box: Box) -> MatLike:
        """The line without the lines of the table, with some paper around it."""
        em = self.sheet.em
        across, down = round(0.35 * em), max(2, round(0.15 * em))
        height = max(box.height, round(0.7 * em))
        down += (height - box.height) // 2
        area = (slice(box.top, box.bottom), slice(box.left, box.right))
        grey = self.sheet.grey[area].copy()
        ruled = cv2.subtract(self.sheet.ink[area], self.text[area])
        paper = int(np.percentile(self.sheet.grey[area], 95)) if grey.size else 255
        grey[cv2.dilate(ruled, np.ones((3, 3), np.uint8)) > 0] = paper
        return cv2.copyMakeBorder(
            grey, down, down, across, across, cv2.BORDER_CONSTANT, value=paper
        )

    def facts(self) -> dict[str, Any]:
        """The page as JSON data, in points."""
        page = self._page()
        return {
            "size": [page.width, page.height],
            "across": [[r.at, r.start, r.end] for r in page.across],
            "down": [[r.at, r.start, r.end] for r in page.down],
            "em": self.sheet.em * self.scale,
            "lines": [
                [
                    [line.box.left, line.box.top, line.box.right, line.box.bottom],
                    line.reading.text,
                    line.reading.confidence,
                    line.cell,
                ]
                for line in self.lines
                if line.reading.text.strip()
            ],
            "scale": self.scale,
        }


def page_facts(picture: MatLike, recogniser: Recogniser) -> dict[str, Any]:
    """What stands on a page, whichever way it lies."""
    tried: list[tuple[float, PageReading]] = []
    for sheet in _turned(picture):
        page = PageReading(sheet, recogniser)
        tried.append((page.legibility(), page))
        if tried[-1][0] >= _UPRIGHT or not page.lines:
            break
    _, page = max(tried, key=lambda pair: pair[0])
    page.read()
    return page.facts()


def _turned(picture: MatLike) -> Iterator[Sheet]:
    """The page as it lies, upside down, and turned to either side, the likelier first."""
    pictures = [picture, cv2.rotate(picture, cv2.ROTATE_90_CLOCKWISE)]
    if lies_on_its_side(picture):
        pictures.reverse()
    for one in pictures:
        sheet = sheet_of(one)
        yield sheet
        yield half_turned(sheet)


def _chinese(text: str) -> int:
    return sum("\u4e00" <= char <= "\u9fff" for char in text)


def _points(width: int, height: int, em: float) -> float:
    """Points for one pixel: as on A4, or by the text where the picture is a part of a page."""
    scale = (_PORTRAIT if height >= width else _LANDSCAPE) / width
    return scale if _SMALLEST <= em * scale <= _LARGEST else _USUAL / em
