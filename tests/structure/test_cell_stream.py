"""Tables that reached us as running text."""

from __future__ import annotations

import time

import pytest

from linter.model.document import Table
from linter.structure.cell_stream import is_cell_text, stream_table
from tests.structure.documents import Part, blocks, grid, loose, picture

LABELS = {"规章", "行政许可", "1.属于国家秘密", "2.其他法律行政法规禁止公开"}


def _is_label(text: str) -> bool:
    return text.strip() in LABELS


def _rows(*parts: Part) -> list[list[str]]:
    table = stream_table(blocks(*parts), _is_label)
    assert table is not None
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    "text",
    ["规章", "0", "行政许可 3", "一、本年新收政府信息公开申请数量", "规章\t0\t0\t0", "甲" * 70],
)
def test_short_texts_can_be_cells(text: str) -> None:
    (block,) = blocks(text)
    assert is_cell_text(block)


def test_a_row_of_many_short_cells_can_be_cells() -> None:
    (block,) = blocks("\t".join(["本年处理决定数量"] * 40))
    assert is_cell_text(block)


@pytest.mark.parametrize("text", ["数据如下。", "一是公开；二是管理", "甲" * 71])
def test_prose_is_no_cell(text: str) -> None:
    (block,) = blocks(text)
    assert not is_cell_text(block)


def test_tables_and_pictures_are_no_cell_text() -> None:
    assert [is_cell_text(block) for block in blocks(grid("规章|0"), picture())] == [False, False]


def test_one_cell_a_paragraph_is_gathered_into_rows() -> None:
    assert _rows("规章", "0", "1", "2", "行政许可", "3") == [
        ["规章", "0", "1", "2"],
        ["行政许可", "3"],
    ]


def test_a_label_begins_a_row_and_the_group_above_it_stays_apart() -> None:
    groups = ("三、本年度办理结果", "（三）不予公开")
    assert _rows(*groups, "1.属于国家秘密", "0", "0", "2.其他法律行政法规禁止公开", "0", "0") == [
        [*groups],
        ["1.属于国家秘密", "0", "0"],
        ["2.其他法律行政法规禁止公开", "0", "0"],
    ]


def test_a_label_that_is_not_known_is_gathered_with_what_stands_above() -> None:
    assert _rows("（三）不予公开", "1.国家机密", "0") == [["（三）不予公开", "1.国家机密", "0"]]


@pytest.mark.parametrize(
    "line",
    [
        "规章\t0\t1\t2",
        "规章  0  1  2",
        "规章　　0　　1　　2",
        "规章|0|1|2",
        "规章 | 0 | 1 | 2",
        "规章｜0｜1｜2",
        "规章 0 1 2",
        "规章 0\t1\t2",
    ],
)
def test_one_row_a_paragraph_is_split(line: str) -> None:
    assert [[text.strip() for text in row] for row in _rows(line, "行政许可 5")] == [
        ["规章", "0", "1", "2"],
        ["行政许可", "5"],
    ]


def test_numbers_one_blank_apart_are_cells() -> None:
    assert _rows("规章", "0 1 2", "行政许可", "3") == [["规章", "0", "1", "2"], ["行政许可", "3"]]


def test_a_text_longer_than_any_cell_is_not_torn() -> None:
    long = "甲" * 70 + " 7"
    assert _rows(long, "规章", "0")[0] == [long]


def test_lines_inside_a_paragraph_are_rows() -> None:
    assert _rows("规章\t0\t1\t2⏎行政许可\t3") == [["规章", "0", "1", "2"], ["行政许可", "3"]]


def test_dashes_count_as_numbers() -> None:
    assert _rows("规章", "—", "/", "无", "行政许可", "3") == [
        ["规章", "—", "/", "无"],
        ["行政许可", "3"],
    ]


def test_rows_of_inexact_tables_are_kept_or_put_together() -> None:
    assert _rows(loose("规章|0|1|2\n行政许可|3")) == [["规章", "0", "1", "2"], ["行政许可", "3"]]
    assert _rows(loose("规章\n0\n1\n2"), "行政许可", "3")[0] == ["规章", "0", "1", "2"]


def test_empty_cells_behind_a_number_stay_in_their_row() -> None:
    assert _rows(loose("规章|0||2\n行政许可|3"))[0] == ["规章", "0", "", "2"]


def test_a_label_ends_a_row_that_has_lost_its_numbers() -> None:
    assert _rows("规章", "行政许可", "3") == [["规章"], ["行政许可", "3"]]


def test_a_printed_row_with_texts_for_values_stays_a_row() -> None:
    assert _rows("规章\t见附表\t见附表", "行政许可\t3")[0] == ["规章", "见附表", "见附表"]


def test_two_rows_on_one_line_are_parted() -> None:
    assert _rows("规章\t1\t行政许可\t3") == [["规章", "1"], ["行政许可", "3"]]


def test_a_line_of_numbers_follows_the_labels_above() -> None:
    assert _rows("规章", "0\t1\t2", "行政许可", "3") == [["规章", "0", "1", "2"], ["行政许可", "3"]]


def test_a_run_without_a_number_is_no_table() -> None:
    assert stream_table(blocks("数据见附表", "规章"), _is_label) is None
    assert stream_table((), _is_label) is None


def test_the_cells_know_their_places_and_that_the_grid_is_not_reliable() -> None:
    table = stream_table(blocks("规章", "7"), _is_label)
    assert isinstance(table, Table)
    assert not table.exact
    assert [(c.place.line, c.row, c.column) for row in table.rows for c in row] == [
        (1, 0, 0),
        (2, 0, 1),
    ]


@pytest.mark.parametrize("text", ["甲" + " " * 200_000 + "乙", "甲" + " \t" * 100_000 + "1"])
def test_a_hostile_line_is_split_quickly(text: str) -> None:
    start = time.monotonic()
    stream_table(blocks(text, "1"), _is_label)
    assert time.monotonic() - start < 5
