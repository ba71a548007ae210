"""Files that once did harm, made small: what fuzzing has found must not come back."""

from __future__ import annotations

from typing import Any

from linter.examples import NAME, example_report
from linter.readers import read
from linter.readers.pdf.pages import Ruling
from linter.readers.pdf.rulings import walls
from tests.product import checked
from tests.readers.blocks import outline
from tests.readers.workbook import written


def test_heading_merged_over_two_rows_stands_above_its_table() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.merge_range("A1:A2", "一、总体情况。")
        for row in (2, 3):
            sheet.write_row(row, 0, ["甲", "乙", "丙"])

    expected = ["一、总体情况。", [["甲", "乙", "丙"], ["甲", "乙", "丙"]]]
    assert outline(read(written(draw))) == expected


def test_rows_of_table_four_without_any_number_are_told() -> None:
    report = example_report("2021")
    start = report.index("|行政复议|||||行政诉讼")
    end = report.index("## 五、")
    table = "|行政复议|\n|---|\n|未经复议直接起诉|\n|复议后起诉|\n\n"
    result = checked((report[:start] + table + report[end:]).encode(), NAME)
    assert result.status == "checked"
    assert {finding.rule for finding in result.findings} & {"T201", "T203", "T217", "T219"}


def test_a_paragraph_numbered_beyond_a_hundred_is_numbered_wrongly_and_no_more() -> None:
    report = example_report("2021")
    assert "（一）主动公开" in report
    result = checked(report.replace("（一）主动公开", "（一一一）主动公开").encode(), NAME)
    assert result.status == "checked"


def test_a_ruling_that_stands_nowhere_walls_nothing() -> None:
    nowhere = Ruling(at=float("inf"), start=0.0, end=9.0)
    assert walls([0.0, 5.0], [nowhere], [0.0, 9.0]) == [[False], [False]]
