"""One sheet of the workbook: prose over the whole width, and a table with its formulas."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from linter.forms import TableForm
from linter.reporting.typesetting import text_width
from linter.structure.proof import Sum, sums_of
from linter.writing.draft import Cell, Grid

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet as Sheet

_CHARACTERS = 0.6
"""Characters of a column's width in a millimetre."""
_LINE = 18
_LONGEST_TEXT = 16_000
"""Excel takes 32 767 units of UTF-16; a character has at most two."""
_MOST_HIGH = 400
"""Points; Excel draws no row higher than 409."""
_BOXED = {"border": 1, "text_wrap": True, "valign": "vcenter"}
_TEXT = {"text_wrap": True, "valign": "top"}
_A4 = 9

_FORMATS: Mapping[str, Mapping[str, Any]] = {
    "title": {**_TEXT, "bold": True, "font_size": 18, "align": "center"},
    "heading": {**_TEXT, "bold": True, "font_size": 14},
    "prose": _TEXT,
    "closing": {**_TEXT, "align": "right"},
    "head": {**_BOXED, "align": "center"},
    "label": {**_BOXED, "align": "left"},
    "group": {**_BOXED, "align": "center"},
    "count": {**_BOXED, "align": "center", "num_format": "0"},
    "amount": {**_BOXED, "align": "center"},
    "total": {**_BOXED, "align": "center", "num_format": "0", "bg_color": "#E7E6E6"},
    "wrong": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
}


class Formats:
    """The formats of one workbook by name."""

    def __init__(self, book: Workbook) -> None:
        self._made = {name: book.add_format(dict(one)) for name, one in _FORMATS.items()}

    def __getitem__(self, name: str) -> Format:
        return self._made[name]


class Worksheet:
    """A sheet that is written from top to bottom; ``widths`` of its columns are millimetres."""

    def __init__(self, sheet: Sheet, formats: Formats, widths: Sequence[float]) -> None:
        self._sheet = sheet
        self._formats = formats
        self._last = len(widths) - 1
        self._wide = sum(widths) * _CHARACTERS
        self._next = 0
        self.has_table = False
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width * _CHARACTERS)
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.5, right=0.5)
        sheet.fit_to_pages(1, 0)

    def guide(self, text: str) -> None:
        """A box beside the text, which is no part of any cell."""
        size = {"width": 420, "height": 170}
        self._sheet.insert_textbox(0, self._last + 2, text, size)

    def title(self, text: str) -> None:
        self._line(text, "title", size=18)
        self._next += 1

    def heading(self, text: str) -> None:
        self._line(text, "heading", size=14)

    def prose(self, paragraphs: Iterable[str]) -> None:
        """One paragraph a row; one longer than a cell can be goes on in the next."""
        for text in paragraphs:
            for begin in range(0, max(len(text), 1), _LONGEST_TEXT):
                self._line(text[begin : begin + _LONGEST_TEXT], "prose")

    def closing(self, lines: Sequence[str]) -> None:
        self._next += 1
        for text in lines:
            self._line(text, "closing")

    def _line(self, text: str, form: str, size: int = 11) -> None:
        row, kind = self._next, self._formats[form]
        if self._last:
            self._sheet.merge_range(row, 0, row, self._last, "", kind)
        if text:
            self._sheet.write_string(row, 0, text, kind)
        else:
            self._sheet.write_blank(row, 0, None, kind)
        lines = _lines(text, self._wide * 11 / size)
        self._sheet.set_row(row, min(lines * _LINE * size / 11, _MOST_HIGH))
        self._sheet.print_area(0, 0, row, self._last)
        self._next += 1

    def table(self, grid: Grid, form: TableForm) -> None:
        """A table, a row apart from what stands above it."""
        self.has_table = True
        top = self._next + 1
        table = _Table(self._sheet, self._formats, grid, form, top)
        table.write()
        if grid.header_rows:
            self._sheet.repeat_rows(top, top + grid.header_rows - 1)
        self._next = top + grid.height
        self._sheet.print_area(0, 0, self._next - 1, self._last)


class _Table:
    def __init__(
        self, sheet: Sheet, formats: Formats, grid: Grid, form: TableForm, top: int
    ) -> None:
        self._sheet = sheet
        self._formats = formats
        self._grid = grid
        self._top = top
        self._kinds = {
            path: column.kind
            for row in form.rows
            for path, column in zip(row.cells(), row.columns, strict=True)
        }
        self._sums = sums_of(form)
        self._addresses = {
            cell.path: _address(cell.row + top, cell.column) for cell in grid.cells if cell.path
        }

    def write(self) -> None:
        for row, cells in enumerate(self._grid.rows()):
            lines = max(self._lines(cell) for cell in cells if cell.rowspan == 1)
            self._sheet.set_row(row + self._top, lines * _LINE)
        totals = {one.equals[0]: one for one in reversed(self._sums) if len(one.equals) == 1}
        for cell in self._grid.cells:
            if cell.path in totals:
                self._total(cell, totals[cell.path])
            elif cell.role == "figure":
                self._figure(cell)
            else:
                centred = "group" if cell.rowspan > 1 else "label"
                self._text(cell, "head" if cell.role == "head" else centred)
        for one in self._sums:
            if len(one.equals) > 1:
                self._watch(one)

    def _lines(self, cell: Cell) -> int:
        width = sum(self._grid.widths[cell.column : cell.column + cell.colspan])
        return _lines(cell.text, width * _CHARACTERS)

    def _at(self, cell: Cell) -> tuple[int, int]:
        return cell.row + self._top, cell.column

    def _merged(self, cell: Cell, kind: Format) -> None:
        if cell.rowspan > 1 or cell.colspan > 1:
            row, column = self._at(cell)
            bottom, right = row + cell.rowspan - 1, column + cell.colspan - 1
            self._sheet.merge_range(row, column, bottom, right, "", kind)

    def _text(self, cell: Cell, form: str) -> None:
        kind = self._formats[form]
        self._merged(cell, kind)
        self._sheet.write_string(*self._at(cell), cell.text, kind)

    def _figure(self, cell: Cell) -> None:
        kind = self._kinds[cell.path]
        form = self._formats["amount" if kind == "amount" else "count"]
        self._merged(cell, form)
        if cell.text:
            self._sheet.write_number(*self._at(cell), _number(cell.text), form)
        else:
            self._sheet.write_blank(*self._at(cell), None, form)
        checked = {
            "validate": "decimal" if kind == "amount" else "integer",
            "criteria": ">=",
            "value": 0 if kind != "signed" else -(10**9),
            "error_title": "填写有误",
            "error_message": "此处应填写数字。" if kind == "signed" else "此处应填写 0 或正数。",
        }
        self._sheet.data_validation(*self._at(cell), *self._at(cell), checked)

    def _total(self, cell: Cell, one: Sum) -> None:
        """A sum of its parts; blank, as the form is, while all of them are."""
        parts = _ranges([self._addresses[part] for part in one.parts])
        formula = f'=IF(COUNT({parts})=0,"",SUM({parts}))'
        value: float | str = _number(cell.text) if cell.text else ""
        self._sheet.write_formula(*self._at(cell), formula, self._formats["total"], value)

    def _watch(self, one: Sum) -> None:
        """Colours the last cell of a balance while both sides of it differ."""
        left, right = (
            ",".join(self._addresses[cell] for cell in cells) for cells in (one.parts, one.equals)
        )
        count = len(one.cells)
        formula = f"=AND(COUNT({left},{right})={count},SUM({left})<>SUM({right}))"
        last = self._addresses[one.equals[-1]]
        self._sheet.conditional_format(
            last, {"type": "formula", "criteria": formula, "format": self._formats["wrong"]}
        )


def _lines(text: str, width: float) -> int:
    """Lines that Chinese text takes in a column of ``width`` characters."""
    return math.ceil(1.03 * text_width(text) / width) or 1


def _number(text: str) -> float:
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else float(number)


def _ranges(addresses: Sequence[str]) -> str:
    """Addresses that follow each other in a row or column as one range, else each by itself."""
    first, last = _parts(addresses[0]), _parts(addresses[-1])
    across = first[1] == last[1] and last[0] - first[0] == len(addresses) - 1
    down = first[0] == last[0] and last[1] - first[1] == len(addresses) - 1
    return f"{addresses[0]}:{addresses[-1]}" if across or down else ",".join(addresses)


def _parts(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    return ord(letters) - ord("A"), int(address[len(letters) :])


def _address(row: int, column: int) -> str:
    """``C7``; no statutory table is wider than the alphabet."""
    return f"{chr(ord('A') + column)}{row + 1}"
