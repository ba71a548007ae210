"""A report as an Excel workbook: a sheet for each table, those before and behind for the prose.

Read from the first sheet to the last it is the whole report. Totals are formulas, whose values
stand in the file as well; what a cell takes is checked while it is typed.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from linter.forms import load_form
from linter.writing.draft import Draft, Part
from linter.writing.worksheet import Formats, Worksheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_PROSE_WIDTHS = (130.0,)
_NAMES = {"disclosure": "主动公开", "applications": "申请", "review": "复议诉讼"}
_PROSE = "正文"
_GUIDE = (
    "填写说明\n"
    "1. 白色单元格填写数字，没有的填 0。\n"
    "2. 灰色单元格是合计，自动计算。\n"
    "3. 变红的单元格不符合勾稽关系：第一项加第二项之和，应等于第三项加第四项之和。\n"
    "4. 文字每段占一行，可以插入行；请勿改动标题和表格的行、列名称。"
)


def workbook(draft: Draft) -> bytes:
    """``draft`` as an ``.xlsx`` file; the same draft makes the same file."""
    from xlsxwriter import Workbook

    output = io.BytesIO()
    book = Workbook(output, {"in_memory": True, "strings_to_formulas": False})
    epoch = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
    book.set_properties({"title": draft.title or "", "created": epoch})
    _fill(book, draft)
    book.close()
    return output.getvalue()


def _fill(book: Workbook, draft: Draft) -> None:
    """Sections with a table stand on sheets of their own, all between them together."""
    formats, form = Formats(book), load_form(draft.edition)
    names: set[str] = set()
    sheet = _sheet(book, _PROSE, names, formats)
    sheet.guide(_GUIDE)
    if draft.title:
        sheet.title(draft.title)
    sheet.prose(draft.opening)
    for part in draft.parts:
        if part.grid is not None:
            name = _NAMES[part.grid.key]
            sheet = _sheet(book, name, names, formats, part.grid.widths)
        elif sheet.has_table:
            sheet = _sheet(book, _PROSE, names, formats)
        _write(sheet, part)
        if part.grid is not None:
            sheet.table(part.grid, form.tables[part.grid.key])
    if sheet.has_table and draft.closing:
        sheet = _sheet(book, _PROSE, names, formats)
    sheet.closing(draft.closing)


def _write(sheet: Worksheet, part: Part) -> None:
    if part.heading is None:
        return
    sheet.heading(part.heading)
    # A row to write into, where nothing is written yet.
    sheet.prose(part.paragraphs or ("",))


def _sheet(
    book: Workbook,
    name: str,
    names: set[str],
    formats: Formats,
    widths: Sequence[float] = _PROSE_WIDTHS,
) -> Worksheet:
    free = next(one for one in _numbered(name) if one not in names)
    names.add(free)
    return Worksheet(book.add_worksheet(free), formats, widths)


def _numbered(name: str) -> Iterable[str]:
    yield name
    for number in range(2, 100):
        yield f"{name}{number}"
