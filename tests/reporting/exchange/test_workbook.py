"""The workbook, read back by another program: one line a finding, and nothing is a formula."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.finding import FileResult, Finding
from linter.model.rule import Language
from linter.reporting.catalogue import phrase
from linter.reporting.exchange import workbook as module
from linter.reporting.exchange.workbook import FINDINGS, workbook
from tests.reporting.exchange.runs import LANGUAGES, quoting, run_of
from tests.reporting.samples import RESULTS, sample_run


def _book(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def _rows(data: bytes, sheet: int = 0) -> list[dict[str, Any]]:
    head, *rows = _book(data).worksheets[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_a_finding_under_headings_that_stay_and_filter(language: Language) -> None:
    book = _book(workbook(sample_run(language)))
    sheet = book.worksheets[0]

    assert [cell.value for cell in sheet[1]] == [phrase(f"field.{n}", language) for n in FINDINGS]
    assert sheet.max_row == 1 + sum(len(result.findings) for result in RESULTS)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert [sheet.column_dimensions[c].width for c in "AG"] == [
        pytest.approx(width, abs=1) for width in (36, 80)
    ]


def test_a_finding_has_its_cells_values_and_law() -> None:
    row = next(row for row in _rows(workbook(sample_run())) if row["规则"] == "A303")

    assert (row["文件"], row["发布机关"]) == ("reports/2023-qingshi.txt", "青石县交通运输局")
    assert (row["年度"], row["现为"], row["应为"]) == (2023, 6, 5)
    assert row["格位"] == "（一）予以公开 · 总计"
    assert row["级别"] == "错误"
    assert row["依据"] == "国办公开办函〔2021〕30号"


def test_several_cells_stand_one_a_line() -> None:
    rows = _rows(workbook(sample_run()))
    row = next(row for row in rows if row["规则"] == "A301")
    assert row["格位"].splitlines()[:2] == [
        "一、本年新收政府信息公开申请数量 · 自然人",
        "二、上年结转政府信息公开申请数量 · 自然人",
    ]


def test_files_have_a_sheet_of_their_own_with_counts() -> None:
    rows = _rows(workbook(sample_run()), sheet=1)

    assert [row["检查情况"] for row in rows] == [
        "已检查，有问题",
        "已检查，有问题",
        "未发现问题",
        "无法读取，未检查",
        "不是年度报告，未检查",
    ]
    assert [row["错误"] for row in rows] == [4, 4, 0, 1, 1]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)", "12", "http://a"]
)
def test_no_file_name_becomes_a_formula_a_number_or_a_link(text: str) -> None:
    data = workbook(run_of(Finding("E907", "error"), path=text))
    cell = _book(data).worksheets[0]["A2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


@given(text=st.text(max_size=30), path=st.text(min_size=1, max_size=20))
def test_no_text_breaks_the_workbook(text: str, path: str) -> None:
    assert len(_rows(workbook(quoting(text, path)))) == 1


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        (3, 3),
        (Decimal("36.5"), 36.5),
        ("2024-01-31", "2024-01-31"),
        (10**20, "100000000000000000000"),
        (Decimal("1E+400"), "1.000000E+400"),
        (Decimal("Infinity"), "Infinity"),
    ],
)
def test_values_are_numbers_as_far_as_excel_keeps_them(value: Any, cell: object) -> None:
    (row,) = _rows(workbook(run_of(Finding("E907", "error", actual=value))))
    assert row["现为"] == cell


def test_what_is_too_long_for_a_cell_is_cut() -> None:
    (row,) = _rows(workbook(run_of(Finding("E907", "error"), path="长" * 40_000)))
    assert len(row["文件"]) == 16_000


def test_what_one_sheet_cannot_hold_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_ROWS", 2)
    results = tuple(
        FileResult(f"{n}.txt", "checked", (Finding("E907", "error"),)) for n in range(5)
    )
    book = _book(workbook(sample_run(results=results)))

    assert book.sheetnames == ["发现", "发现 2", "发现 3", "文件", "文件 2", "文件 3"]
    assert [sheet.max_row for sheet in book.worksheets] == [3, 3, 2] * 2


def test_the_file_is_a_plain_package_without_macros_or_links_outside() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(sample_run()))) as package:
        names = package.namelist()
    assert not [name for name in names if "vba" in name or "externalLinks" in name]
