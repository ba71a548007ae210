"""Spreadsheets in OpenDocument format (``.ods``, ``.ots``, ``.fods``)."""

from __future__ import annotations

from linter.model.document import Document
from linter.readers import limits
from linter.readers.ooxml.xml import parse
from linter.readers.spreadsheet.layout import workbook_document
from linter.readers.spreadsheet.numbers import shown_number
from linter.readers.spreadsheet.sheet import Sheet

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE = (
    _NAMESPACE + name for name in ("table:1.0 ", "office:1.0 ", "text:1.0 ", "style:1.0 ")
)
_BORDER = f"{_NAMESPACE}xsl-fo-compatible:1.0 border"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
# What is drawn over cells or remarked at them is no text of theirs.
_ASIDE = frozenset((_OFFICE + "annotation", _TABLE + "shapes", _NAMESPACE + "drawing:1.0 frame"))


def ods_document(content: bytes) -> Document:
    """The sheets of ``content.xml``, or of a flat file, as they are shown."""
    reader = _Reader()
    parse(content, reader.start, reader.end, reader.text)
    return workbook_document("ods", reader.sheets)


class _Reader:
    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._boxed: set[str] = set()
        self._hidden: set[str] = set()
        self._style = ""
        self._row = self._column = self._repeated_row = 0
        self._cell: dict[str, str] = {}
        self._pieces: list[str] = []
        self._paragraphs = 0
        self._in_cell = False
        self._aside = 0
        self._characters = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _ASIDE:
            self._aside += 1
        elif name.startswith(_TABLE) and not self._aside:
            self._start_of_table(name, attributes)
        elif name.startswith(_TEXT):
            self._start_of_text(name.removeprefix(_TEXT))
        elif name.startswith(_STYLE):
            self._start_of_style(name.removeprefix(_STYLE), attributes)

    def _start_of_table(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS:
            self._cell = attributes
            self._pieces.clear()
            self._paragraphs = 0
            self._in_cell = True
            return
        match name.removeprefix(_TABLE):
            case "table":
                limits.require("columns", len(self.sheets) + 1, limits.MAX_COLUMNS)
                sheet = Sheet(attributes.get(_TABLE + "name", ""))
                sheet.hidden = attributes.get(_TABLE + "style-name") in self._hidden
                self.sheets.append(sheet)
                self._row = self._column = 0
            case "table-column" if self.sheets:
                last = self._column + _count(attributes, "number-columns-repeated") - 1
                if _is_collapsed(attributes):
                    self.sheets[-1].hidden_columns.append((self._column, last))
                    limits.require(
                        "columns", len(self.sheets[-1].hidden_columns), limits.MAX_COLUMNS
                    )
                self._column = last + 1
            case "table-row" if self.sheets:
                self._column = 0
                self._repeated_row = _count(attributes, "number-rows-repeated")
                if _is_collapsed(attributes):
                    rows = range(self._row, self._row + min(self._repeated_row, limits.MAX_CELLS))
                    self.sheets[-1].hidden_rows.update(rows)

    def _start_of_text(self, name: str) -> None:
        if not self._in_cell or self._aside:
            return
        if name == "p":
            self._pieces.append("\n" if self._paragraphs else "")
            self._paragraphs += 1
        elif name == "line-break":
            self._pieces.append("\n")
        elif name in ("s", "tab"):
            self._pieces.append(" ")

    def _start_of_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self._style = attributes.get(_STYLE + "name", "")
        elif name == "table-properties" and attributes.get(_TABLE + "display") == "false":
            self._hidden.add(self._style)
        elif name == "table-cell-properties" and any(
            key.startswith(_BORDER) and value not in ("none", "hidden")
            for key, value in attributes.items()
        ):
            self._boxed.add(self._style)

    def end(self, name: str) -> None:
        if name in _ASIDE:
            self._aside -= 1
        elif self._aside or not self.sheets:
            return
        elif name in _CELLS:
            self._in_cell = False
            self._put(covered=name == _CELLS[1])
        elif name == _TABLE + "table-row":
            self._row += self._repeated_row

    def text(self, data: str) -> None:
        if self._in_cell and self._paragraphs and not self._aside:
            self._pieces.append(data)

    def _put(self, covered: bool) -> None:
        text = self._shown()
        repeated = _count(self._cell, "number-columns-repeated")
        if not covered:
            self._merge()
            self._put_everywhere(text, repeated)
        self._column += repeated

    def _put_everywhere(self, text: str, repeated: int) -> None:
        boxed = self._cell.get(_TABLE + "style-name") in self._boxed
        if not text:  # rows and columns without a word may be repeated to the end of the sheet
            for _ in range(min(repeated, 2)):
                self.sheets[-1].put(self._row, self._column, text, boxed)
            return
        limits.require("cells", self._repeated_row * repeated, limits.MAX_CELLS)
        self._characters += len(text) * self._repeated_row * repeated
        limits.require("chars", self._characters, limits.MAX_PART_BYTES)
        for row in range(self._row, self._row + self._repeated_row):
            for column in range(self._column, self._column + repeated):
                self.sheets[-1].put(row, column, text, boxed)

    def _merge(self) -> None:
        rows = _count(self._cell, "number-rows-spanned")
        columns = _count(self._cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            last = self._row + rows - 1, self._column + columns - 1
            self.sheets[-1].merge(self._row, self._column, *last)

    def _shown(self) -> str:
        if self._cell.get(_OFFICE + "value-type") in ("float", "currency"):
            try:
                return shown_number(float(self._cell.get(_OFFICE + "value", "")))
            except ValueError:
                return "".join(self._pieces)
        return "".join(self._pieces)


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(_TABLE + name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1


def _is_collapsed(attributes: dict[str, str]) -> bool:
    return attributes.get(_TABLE + "visibility", "visible") != "visible"
