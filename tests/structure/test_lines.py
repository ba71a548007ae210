"""The rows of a printed table, each taken apart into its label and its values."""

from __future__ import annotations

import pytest

from linter.model.document import Table
from linter.structure.label_matching import table_labels
from linter.structure.lines import Line, read_lines
from tests.structure.documents import grid, loose


def _lines(table: Table, key: str = "applications", edition: str = "2021") -> list[Line]:
    return read_lines([table], table_labels(edition, key))


def _line(text: str, key: str = "applications", edition: str = "2021") -> Line:
    (line,) = _lines(loose(text), key, edition)
    return line


def _texts(line: Line) -> list[str]:
    return [cell.text for cell in line.values]


@pytest.mark.parametrize(
    "text",
    [
        "2.重复申请|1|2|3|4|5|6|7",
        "重复申请|1|2|3|4|5|6|7",
        "（2）重复 申请|1|2|3|4|5|6|7",
        "2.重复⏎申请|1|2|3|4|5|6|7",
        "（五）不予处理|2.重复申请|1|2|3|4|5|6|7",
        "三、本年度办理结果|（五）不予处理|2.重复申请|1|2|3|4|5|6|7",
        "||2.重复申请|1|2|3|4|5|6|7",
        "（五）不予处理2.重复申请|1|2|3|4|5|6|7",
        "2.重复|申请|1|2|3|4|5|6|7",
        "15|2.重复申请|1|2|3|4|5|6|7",
    ],
)
def test_a_row_is_known_by_its_label_wherever_it_stands(text: str) -> None:
    line = _line(text)
    assert (line.kind, line.path) == ("row", "applications.not_processed.repeated")
    assert _texts(line) == list("1234567")


def test_a_row_without_any_number_is_known_by_its_label() -> None:
    line = _line("2.重复申请|||||||")
    assert (line.kind, _texts(line)) == ("row", [""] * 7)


def test_an_altered_label_is_a_row_that_deviates() -> None:
    line = _line("2.其他法律行政…公开|0|0|0|0|0|0|0")
    assert (line.kind, line.path) == ("row", "applications.refused.prohibited_by_law")
    assert (line.exact, line.label) == (False, "2.其他法律行政…公开")


def test_numbers_behind_a_strange_label_are_unknown() -> None:
    line = _line("9.备注|1|2|3|4|5|6|7")
    assert (line.kind, line.label, _texts(line)) == ("unknown", "9.备注", list("1234567"))


def test_a_group_with_numbers_is_a_merged_row() -> None:
    line = _line("（六）其他处理|1|2|3|4|5|6|7")
    assert (line.kind, line.path) == ("merged", "applications.closed")
    assert _texts(line) == list("1234567")


def test_the_single_row_of_the_older_edition_is_a_row() -> None:
    line = _line("（六）其他处理|1|2|3|4|5|6|7", edition="2019")
    assert (line.kind, line.path) == ("row", "applications.closed.other")


@pytest.mark.parametrize(
    "text",
    [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|申请人情况",
        "自然人|法人或其他组织|总计",
        "商业企业|科研机构|社会公益组织|法律服务机构|其他",
    ],
)
def test_the_lines_that_name_columns_are_headers(text: str) -> None:
    assert _line(text).kind == "header"


def test_numbers_alone_are_values() -> None:
    line = _line("0|0|0|1|0|0|1", key="review")
    assert (line.kind, len(line.values)) == ("values", 7)


@pytest.mark.parametrize(
    "text",
    [
        "（三）不予公开",
        "三、本年度办理结果",
        "第二十条第（一）项",
        "||",
        "注：含上年度结转",
        "甲|乙",
    ],
)
def test_other_lines_are_other(text: str) -> None:
    assert _line(text).kind == "other"


def test_a_text_among_the_numbers_stays_a_value() -> None:
    line = _line("2.重复申请|1|见附表|3|4|5|6|7")
    assert (line.kind, _texts(line)[1]) == ("row", "见附表")


def test_a_text_among_the_numbers_of_an_altered_label_stays_a_value() -> None:
    line = _line("2.其他法律行政…公开|1|见附表|3|4|5|6|7")
    assert line.path == "applications.refused.prohibited_by_law"
    assert _texts(line) == ["1", "见附表", "3", "4", "5", "6", "7"]


def test_a_text_behind_numbers_without_a_label_is_other() -> None:
    assert _line("1|2|见附表").kind == "other"


def test_rows_of_several_tables_come_in_order_and_empty_ones_are_passed_over() -> None:
    labels = table_labels("2021", "disclosure")
    empty = Table(((),), loose("x").place)
    tables = [grid("规章|1|2|3"), empty, grid("行政许可|4")]
    assert [line.path for line in read_lines(tables, labels)] == [
        "disclosure.regulations",
        "disclosure.licensing",
    ]
