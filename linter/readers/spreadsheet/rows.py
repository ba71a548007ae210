"""The rows of a worksheet, and where a row of one cell belongs."""

from __future__ import annotations

from collections.abc import Sequence

from linter.readers.spreadsheet.sheet import Sheet, SheetCell
from linter.records import field, mutable_record
from linter.regex import regex

_NUMBERED = regex(
    r"(?:[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十]+[)）]|注\s*[:：])"
)
_SENTENCE_ENDS = "。；！？;!?：:"
_LONG_TITLE = 40


@mutable_record
class SheetRow:
    """The cells that begin in a row, and those from above that reach into it."""

    index: int
    own: list[SheetCell] = field(default_factory=list)
    above: list[SheetCell] = field(default_factory=list)

    @property
    def words(self) -> list[SheetCell]:
        """The cells that begin here with something in them."""
        return [cell for cell in self.own if cell.text]

    @property
    def is_filled(self) -> bool:
        return any(cell.text for cell in (*self.own, *self.above))

    @property
    def is_boxed(self) -> bool:
        """Whether a line is drawn around a cell with something in it."""
        return any(cell.boxed for cell in (*self.own, *self.above) if cell.text)

    @property
    def lone(self) -> SheetCell | None:
        """The only cell in a row, None in a row of several."""
        words = self.words
        return words[0] if len(words) == 1 and not any(cell.text for cell in self.above) else None


def sheet_rows(sheet: Sheet) -> list[SheetRow]:
    """The rows that are shown with something in them, in order."""
    rows: dict[int, SheetRow] = {}
    for cell in (sheet.cells[at] for at in sorted(sheet.cells)):
        begun = False
        for index in range(cell.row, cell.row + cell.rows):
            if index not in sheet.hidden_rows:
                row = rows.setdefault(index, SheetRow(index))
                (row.above if begun else row.own).append(cell)
                begun = True
    return [rows[index] for index in sorted(rows) if rows[index].is_filled]


def blank_row(sheet: Sheet, rows: Sequence[SheetRow]) -> list[SheetRow]:
    """The row of empty boxes below ``rows`` that are headers alone: figures are missing there."""
    if any(cell.text[-1].isdecimal() for row in rows for cell in row.words):
        return []
    below = rows[-1].index + 1
    while below in sheet.hidden_rows:
        below += 1
    return [SheetRow(below)] if sheet.blanks.get(below, 0) > 1 else []


class Surroundings:
    """The rows of several cells around a row of one, which tell whether that is one of theirs."""

    def __init__(self, rows: Sequence[SheetRow]) -> None:
        words = [cell for row in rows for cell in row.words]
        left = min((cell.column for cell in words), default=0)
        self._width = max((cell.column + cell.columns for cell in words), default=0) - left
        firsts = [row.words[0] for row in rows if row.words]
        self._labels = {(cell.column, cell.columns) for cell in firsts}

    def belongs(self, cell: SheetCell, inside: bool) -> bool:
        """Whether a cell below a row of the table is its next row; rows follow if ``inside``.

        So is one that is as wide as the label of a row, whose figures are missing then, and a
        title between two parts of the table, but no heading that numbers what comes below.
        """
        label = (cell.column, cell.columns) in self._labels and not self._is_wide(cell)
        if not _is_plain(cell.text):
            return label and _is_short(cell.text) and (bool(cell.boxed) or cell.columns > 1)
        return label or bool(cell.boxed) or (inside and self._is_wide(cell))

    def heads(self, cell: SheetCell) -> bool:
        """Whether a cell directly above the first row is a title within the table."""
        return _is_plain(cell.text) and (bool(cell.boxed) or self._is_wide(cell))

    def _is_wide(self, cell: SheetCell) -> bool:
        return cell.columns > 1 and 2 * cell.columns > self._width


def _is_short(text: str) -> bool:
    return len(text) <= _LONG_TITLE and text[-1] not in _SENTENCE_ENDS


def _is_plain(text: str) -> bool:
    return _is_short(text) and not _NUMBERED.match(text)
