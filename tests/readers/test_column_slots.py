"""In aligned text a blank is seen by the column that has no number in its row."""

from __future__ import annotations

import pytest

from tests.readers.blocks import read_text, tables

TABLE = """\
项目          甲    乙      丙
一、收到数量  12    3       155
二、办结数量  1     {0:<8}15
三、结转数量  {1:<6}30      5
"""


def _texts(source: str) -> list[list[str]]:
    (table,) = tables(read_text(source))
    return [[cell.text for cell in row] for row in table.rows]


def test_blanks_between_numbers_are_cells() -> None:
    assert _texts(TABLE.format("", ""))[2:] == [
        ["二、办结数量", "1", "", "15"],
        ["三、结转数量", "", "30", "5"],
    ]


def test_full_rows_are_as_they_stand() -> None:
    assert _texts(TABLE.format(7, 8))[2:] == [
        ["二、办结数量", "1", "7", "15"],
        ["三、结转数量", "8", "30", "5"],
    ]


@pytest.mark.parametrize(
    "row",
    ["四、其他数量    12    3", "四、其他数量  1  2"],
    ids=["between two columns", "two numbers in one column"],
)
def test_numbers_that_stand_under_no_one_column_are_not_moved(row: str) -> None:
    source = TABLE.format(7, 8) + row + "\n"
    assert len(_texts(source)[-1]) == 3


def test_columns_that_overlap_tell_nothing() -> None:
    source = "甲  1  2  3\n乙      1  2  3\n丙  5  6\n"
    assert _texts(source)[-1] == ["丙", "5", "6"]
