"""Reports as workbooks, in the ways in which offices write them."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import xlsxwriter

from tests.rendering import Layout, Style
from tests.rendering.content import Content, Section
from tests.rendering.grid import Grid, GridCell, grids_of

_WIDTH = 10


class _Page:
    """A worksheet that is written from top to bottom."""

    def __init__(self, book: Any, name: str, way: _Way) -> None:
        self._sheet = book.add_worksheet(name)
        self._way = way
        self._plain = book.add_format({"text_wrap": True})
        self._boxed = book.add_format({"text_wrap": True, "border": 1} if way.boxes else {})
        self._row = way.margin

    def text(self, text: str, gap: bool = False) -> None:
        self._put(GridCell(text, 0, 0, colspan=_WIDTH if self._way.merges_text else 1), self._plain)
        self._row += 2 if gap else 1

    def grid(self, grid: Grid) -> None:
        if grid.caption:
            self.text(grid.caption)
        for cell in grid.cells:
            self._put(cell, self._boxed)
        self._row += grid.height + self._way.gap

    def _put(self, cell: GridCell, form: Any) -> None:
        row, column = self._row + cell.row, self._way.margin + cell.column
        value = _typed(cell.text) if self._way.numbers else cell.text
        if cell.rowspan == cell.colspan == 1 or not self._way.merges:
            self._sheet.write(row, column, value, form)
        else:
            last = row + cell.rowspan - 1, column + cell.colspan - 1
            self._sheet.merge_range(row, column, *last, value, form)


class _Way:
    """How a workbook is laid out."""

    def __init__(
        self,
        *,
        boxes: bool = True,
        merges: bool = True,
        merges_text: bool = True,
        numbers: bool = True,
        gap: int = 1,
        margin: int = 0,
        sheets: bool = False,
        one_cell: bool = False,
    ) -> None:
        self.boxes, self.merges, self.merges_text = boxes, merges, merges_text
        self.numbers, self.gap, self.margin = numbers, gap, margin
        self.sheets, self.one_cell = sheets, one_cell


def _typed(text: str) -> str | int | float:
    """A number as a number, so that the program shows it in its own way."""
    try:
        return int(text) if text.lstrip("-").isdecimal() and text.isascii() else float(text)
    except ValueError:
        return text


def _workbook(way: _Way) -> Callable[[Content, Style], bytes]:
    def write(content: Content, style: Style) -> bytes:
        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
            page = _Page(book, "报告", way)
            for text in (*content.title, *content.preamble):
                page.text(text)
            for number, section in enumerate(content.sections):
                if way.sheets and number:
                    page = _Page(book, f"第{number + 1}部分", way)
                _section(page, section, style, way)
            for text in filter(None, (content.issuer, content.date)):
                page.text(text)
        return out.getvalue()

    return write


def _section(page: _Page, section: Section, style: Style, way: _Way) -> None:
    page.text(section.heading)
    _prose(page, section.before, way)
    for grid in grids_of(section, style):
        page.grid(grid)
    _prose(page, section.after, way)


def _prose(page: _Page, texts: tuple[str, ...], way: _Way) -> None:
    for text in ("\n".join(texts),) if way.one_cell and texts else texts:
        page.text(text)


def _layout(name: str, **ways: Any) -> Layout:
    return Layout(f"xlsx-{name}", ".xlsx", _workbook(_Way(**ways)))


WORKBOOKS = (
    _layout("one-sheet"),
    _layout("figures-as-text", numbers=False),
    _layout("no-lines", boxes=False),
    _layout("no-gaps", gap=0),
    _layout("no-lines-no-gaps", boxes=False, gap=0),
    _layout("text-in-one-column", merges_text=False, gap=0),
    _layout("prose-in-one-cell", one_cell=True),
    _layout("margin", margin=2),
    _layout("sheets", sheets=True),
    _layout("sheets-no-lines", sheets=True, boxes=False),
)
