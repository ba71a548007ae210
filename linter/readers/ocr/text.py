"""Recognised lines as the characters of a page, where a PDF file would have them."""

from __future__ import annotations

from typing import Any

from linter.readers.pdf.lines import is_wide
from linter.readers.pdf.pages import Box, Char, Page, Ruling
from linter.records import mutable_record

_LIKE_OTHERS = (0.8, 1.25)
_NARROW = 0.5  # the width of a digit or letter in that of a Chinese character


@mutable_record
class RecognisedPage:
    """A page and how sure its text is; ``cells`` are in reading order, until they are asked for."""

    page: Page
    prose: float
    least: float
    cells: dict[str, list[float]]

    def of_cell(self, text: str) -> float:
        """How sure the next cell is that holds ``text``, whatever was joined to make it."""
        found = self.cells.get(_bare(text))
        return found.pop(0) if found else self.least


def recognised_page(number: int, facts: dict[str, Any]) -> RecognisedPage:
    """The page of one answer of ``worker``."""
    width, height = facts["size"]
    across, down = ([Ruling(*line) for line in facts[key]] for key in ("across", "down"))
    chars: list[Char] = []
    cells: dict[int, list[tuple[str, float]]] = {}
    prose: list[tuple[int, float]] = []
    for box, text, confidence, cell in facts["lines"]:
        points = [one * facts["scale"] for one in box]
        chars += _chars(text, (points[0], points[1], points[2], points[3]), facts["em"])
        if cell is None:
            prose.append((len(text), confidence))
        else:
            cells.setdefault(cell, []).append((text, confidence))
    page = Page(number, width, height, chars, across, down, [], False, 0)
    least = min((one for *_, one, _ in facts["lines"]), default=0.0)
    return RecognisedPage(page, _mean(prose), least, _by_text(cells))


def _by_text(cells: dict[int, list[tuple[str, float]]]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for lines in cells.values():
        text = _bare("".join(text for text, _ in lines))
        found.setdefault(text, []).append(min(confidence for _, confidence in lines))
    return found


def _bare(text: str) -> str:
    return "".join(text.split())


def _mean(lines: list[tuple[int, float]]) -> float:
    """The mean of all lines, the longer counting for more."""
    length = sum(one for one, _ in lines)
    return round(sum(one * sure for one, sure in lines) / length, 3) if length else 0.0


def _chars(text: str, box: Box, em: float) -> list[Char]:
    """Characters spread over their line; all of the size of the page's text if they are near it."""
    left, top, right, bottom = box
    widths = [1.0 if is_wide(char) else _NARROW for char in text]
    unit = (right - left) / (sum(widths) or 1.0)
    size = em if _LIKE_OTHERS[0] <= unit / em <= _LIKE_OTHERS[1] else unit
    half = max(bottom - top, 0.9 * min(size, 1.5 * (bottom - top))) / 2
    middle = (top + bottom) / 2
    chars: list[Char] = []
    for char, width in zip(text, widths, strict=True):
        if not char.isspace():
            end = left + min(unit, size) * width
            chars.append(Char(char, (left, middle - half, end, middle + half)))
        left += unit * width
    return chars
