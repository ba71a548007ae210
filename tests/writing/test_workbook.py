"""The Excel workbook computes, checks what is typed, and reads as a report."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from linter.forms import load_form
from linter.writing.blank import blank_report
from linter.writing.data_files import data_of_report
from linter.writing.totals import with_totals
from tests.examples import example_report
from tests.product import checked
from tests.writing.written import filled, printed

_SHEETS = ["正文", "主动公开", "申请", "复议诉讼", "正文2"]


def _book(file: bytes, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(file), data_only=values)


def _blank(edition: str) -> bytes:
    return printed(blank_report(load_form(edition), 2025, "石泉镇人民政府"), "xlsx")


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_each_table_has_a_sheet_and_the_text_stands_before_and_behind(edition: str) -> None:
    assert _book(_blank(edition)).sheetnames == _SHEETS


def test_without_text_behind_the_tables_the_sign_off_has_a_sheet() -> None:
    report = example_report()
    report["sections"] |= {"problems": None, "other": None}
    book = _book(filled(report, "xlsx"))

    assert book.sheetnames == _SHEETS
    assert [cell.value for cell in book["正文2"]["A"]] == [None, "石泉镇人民政府", "2024年1月17日"]


def test_totals_are_formulas_and_their_values_stand_in_the_file() -> None:
    file = filled(example_report(), "xlsx")
    formulas, values = _book(file), _book(file, values=True)

    assert formulas["申请"]["J7"].value == '=IF(COUNT(D7:I7)=0,"",SUM(D7:I7))'
    assert values["申请"]["J7"].value == 755
    assert formulas["复议诉讼"]["E7"].value == '=IF(COUNT(A7:D7)=0,"",SUM(A7:D7))'
    down = formulas["申请"]["D30"].value
    assert down == '=IF(COUNT(D9:D29)=0,"",SUM(D9:D29))'


def test_what_is_typed_is_checked() -> None:
    sheet = _book(_blank("2021"))["主动公开"]
    kinds = {(one.type, one.formula1) for one in sheet.data_validations.dataValidation}

    assert kinds == {("whole", "0"), ("decimal", "0")}
    assert len(_book(_blank("2021"))["申请"].conditional_formatting) == 7


def test_a_workbook_that_an_office_has_filled_in_becomes_a_report() -> None:
    book = _book(_blank("2021"))
    for sheet, cells in (("申请", {"D7": 4, "E7": 1}), ("主动公开", {"B6": 0, "B17": 12.5})):
        for cell, number in cells.items():
            book[sheet][cell] = number
    book["正文"]["A5"] = "全年工作平稳。"
    out = io.BytesIO()
    book.save(out)

    report = checked(out.getvalue(), "filled.xlsx").report
    assert report is not None
    data = with_totals(data_of_report(report, load_form("2021")), load_form("2021"))

    assert data.figures["applications.new.natural_person"] == 4
    assert "applications.new.total" not in data.figures
    assert data.figures["disclosure.fees.amount"] == Decimal("12.5")
    overview = data.sections["overview"]
    assert overview is not None
    assert overview.text == "全年工作平稳。"


def test_a_paragraph_longer_than_a_cell_goes_on_in_the_next() -> None:
    report = example_report()
    report["sections"]["other"]["text"] = "字" * 40_000

    column = [cell.value for cell in _book(filled(report, "xlsx"))["正文2"]["A"]]
    assert "".join(text for text in column if text and set(text) == {"字"}) == "字" * 40_000


def test_no_text_is_a_formula_and_the_same_data_makes_the_same_file() -> None:
    report = example_report()
    report["sections"]["other"]["text"] = "=1+1"
    file = filled(report, "xlsx")

    assert [c.data_type for c in _book(file)["正文2"]["A"] if c.value == "=1+1"] == ["s"]
    assert filled(report, "xlsx") == file
