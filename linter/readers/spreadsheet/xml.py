"""One worksheet of a workbook, read from its part."""

from __future__ import annotations

from collections.abc import Sequence

from linter.readers import limits
from linter.readers.ooxml.xml import parse
from linter.readers.spreadsheet.sheet import Sheet
from linter.readers.spreadsheet.styles import CellStyles
from linter.regex import regex

_REFERENCE = regex(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_TRUE = ("1", "true")


class SheetReader:
    """Reads sheets of one workbook, whose texts together are bounded."""

    def __init__(self, strings: Sequence[str], styles: CellStyles) -> None:
        self._strings = strings
        self._styles = styles
        self._characters = 0
        self._pieces: list[str] = []
        self._in_value = False
        self._phonetic = False
        self._begin(Sheet(""))

    def _begin(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._row = self._column = -1
        self._kind, self._style = "n", 0

    def read(self, part: bytes, sheet: Sheet) -> None:
        """Puts the cells of ``part`` on ``sheet``."""
        self._begin(sheet)
        parse(part, self._start, self._end, self._text)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "c":
                self._start_cell(attributes)
            case "v" | "t":
                self._in_value = not self._phonetic
            case "rPh":
                self._phonetic = True
            case "row":
                self._start_row(attributes)
            case "col" if _is_hidden(attributes, "width"):
                first, last = (_integer(attributes.get(key)) - 1 for key in ("min", "max"))
                limits.require("columns", len(self._sheet.hidden_columns), limits.MAX_COLUMNS)
                self._sheet.hidden_columns.append((first, last))
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = _integer(attributes.get("r"), self._row + 2) - 1
        self._column = -1
        if _is_hidden(attributes, "ht"):
            self._sheet.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        at = cell_at(attributes.get("r", ""))
        self._row, self._column = at or (max(self._row, 0), self._column + 1)
        self._kind = attributes.get("t", "n")
        self._style = _integer(attributes.get("s"), 0)
        self._pieces.clear()

    def _end(self, name: str) -> None:
        match name.rpartition(" ")[2]:
            case "c":
                self._put("".join(self._pieces))
            case "v" | "t":
                self._in_value = False
            case "rPh":
                self._phonetic = False

    def _text(self, data: str) -> None:
        if self._in_value:
            self._pieces.append(data)

    def _put(self, value: str) -> None:
        text = self._shown(value) if value else ""
        self._characters += len(text)
        limits.require("chars", self._characters, limits.MAX_PART_BYTES)
        self._sheet.put(self._row, self._column, text, self._styles.is_boxed(self._style))

    def _shown(self, value: str) -> str:
        match self._kind:
            case "s":
                number = _integer(value, len(self._strings))
                return self._strings[number] if number < len(self._strings) else ""
            case "b":
                return "TRUE" if value in _TRUE else "FALSE"
            case "n":
                try:
                    return self._styles.shown(float(value), self._style)
                except ValueError:
                    return value
        return value

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        begin, end = cell_at(first), cell_at(last)
        if begin and end:
            self._sheet.merge(*begin, *end)


def cell_at(reference: str) -> tuple[int, int] | None:
    """Row and column, from 0, of a reference such as ``C7``; None where it is none."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _is_hidden(attributes: dict[str, str], extent: str) -> bool:
    return attributes.get("hidden") in _TRUE or attributes.get(extent) == "0"


def _integer(text: str | None, default: int = 1) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else default
