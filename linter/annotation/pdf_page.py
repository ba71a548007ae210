"""What stands where on a page of a PDF file: the rows of its tables, and its text by characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from linter.readers.pdf.lines import lines_of
from linter.readers.pdf.pages import Box, Char, Page
from linter.readers.pdf.rulings import frames_of
from linter.readers.pdf.tables import RuledTable, tables_and_lines
from linter.records import record

_INSET = 1.0
"""Points that a mark stays away from the rulings of its cell."""


@record
class PlacedCell:
    """The text of a cell, folded, and its box on the upright page."""

    text: str
    box: Box


class PlacedPage:
    """A page whose cells and words can be found; texts are compared folded."""

    def __init__(self, page: Page) -> None:
        self.number = page.number
        tables, _ = tables_and_lines(page.number, frames_of(page), page.chars)
        self.rows = [row for table in tables for row in _rows(table)]
        self._chars: list[Char] = []
        letters: list[str] = []
        for line in lines_of(page.chars):
            for char in line.chars:
                for letter in folded(char.text):
                    letters.append(letter)
                    self._chars.append(char)
        self._text = "".join(letters)

    def boxes_of(self, text: str, part: tuple[int, int] | None = None) -> tuple[Box, ...]:
        """The boxes, one a line, of where ``text`` stands first; none where it does not.

        ``part`` says which of its letters, all unless given.
        """
        wanted = folded(text)
        start = self._text.find(wanted) if wanted else -1
        if start < 0:
            return ()
        first, last = part or (0, len(wanted))
        return tuple(_lines(self._chars[start + first : start + last]))


def folded(text: str) -> str:
    """``text`` without blanks, and in the forms that the readers make of letters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _rows(table: RuledTable) -> Iterable[tuple[PlacedCell, ...]]:
    for _, cells in groupby(table.cells, key=lambda cell: cell.top):
        yield tuple(
            PlacedCell(
                _letters(cell.chars),
                (
                    table.xs[cell.left] + _INSET,
                    table.ys[cell.top] + _INSET,
                    table.xs[cell.right] - _INSET,
                    table.ys[cell.bottom] - _INSET,
                ),
            )
            for cell in cells
        )


def _letters(chars: Sequence[Char]) -> str:
    return folded("".join(char.text for line in lines_of(chars) for char in line.chars))


def _lines(chars: Sequence[Char]) -> Iterable[Box]:
    """A box around each line of ``chars``, which are in reading order."""
    line: list[Char] = []
    for char in chars:
        if line and not line[-1].top <= char.middle <= line[-1].bottom:
            yield _around(line)
            line = []
        line.append(char)
    if line:
        yield _around(line)


def _around(chars: Sequence[Char]) -> Box:
    return (
        min(char.left for char in chars),
        min(char.top for char in chars),
        max(char.right for char in chars),
        max(char.bottom for char in chars),
    )
