"""Which tables of a document are the statutory ones."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from linter.forms import EDITIONS
from linter.model.document import Block
from linter.structure.table_finding import FoundTable, find_tables, pictures
from tests.structure.documents import TABLES, Part, blocks, chrome, grid, loose, picture, table_text

HEADER = "信息内容|本年制发件数|本年废止件数|现行有效件数"
PIECES = {
    "regulations": f"{HEADER}\n规章|1|2|3\n行政规范性文件|4|5|6",
    "licensing": "信息内容|本年处理决定数量\n行政许可|7",
    "penalties": "信息内容|本年处理决定数量\n行政处罚|8\n行政强制|9",
    "fees": "信息内容|本年收费金额（单位：万元）\n行政事业性收费|10",
}


def _find(
    *parts: Part, regions: Mapping[str, range] | None = None, edition: str = "2021"
) -> dict[str, FoundTable]:
    return find_tables(blocks(*parts), regions or {}, edition)


def _whole(found: tuple[Block, ...], key: str) -> dict[str, range]:
    return {key: range(len(found))}


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_statutory_tables_are_known_by_their_labels_wherever_they_stand(edition: str) -> None:
    found = _find("正文。", *(grid(table_text(edition, key)) for key in TABLES), edition=edition)
    assert {key: table.indexes for key, table in found.items()} == {
        "disclosure": (1,),
        "applications": (2,),
        "review": (3,),
    }


def test_a_table_in_pieces_is_one_table() -> None:
    found = _find(*(grid(piece) for piece in PIECES.values()))
    assert found["disclosure"].indexes == (0, 1, 2, 3)
    assert found["disclosure"].copies == ()


def test_pieces_may_stand_apart() -> None:
    captioned = [part for name, piece in PIECES.items() for part in (name, grid(piece))]
    assert _find(*captioned)["disclosure"].indexes == (1, 3, 5, 7)


def test_a_header_torn_off_its_rows_belongs_to_the_table() -> None:
    lines = table_text("2021", "applications").split("\n")
    found = _find(grid("\n".join(lines[:3])), grid("\n".join(lines[3:])))
    assert found["applications"].indexes == (0, 1)


@pytest.mark.parametrize("key", TABLES)
def test_a_table_printed_twice_is_a_copy(key: str) -> None:
    table = grid(table_text("2021", key))
    found = _find(table, "正文。", table)[key]
    assert (found.indexes, found.copies) == ((0,), (2,))


@pytest.mark.parametrize(
    "text",
    [
        "索引号|000014349/2024-00017|主题分类|政务公开\n发布机构|石泉镇人民政府|文号|无",
        "首页|政务公开|政民互动",
        "姓名|职务|电话\n张三|镇长|0000000",
        "收入|其他|总计\n1|2|3",
    ],
)
def test_other_tables_are_not_taken(text: str) -> None:
    assert _find(grid(text)) == {}


def test_page_furniture_is_not_taken() -> None:
    table = grid(table_text("2021", "disclosure"))
    hidden = type(table)(table.rows, table.place, chrome=True)
    assert _find(hidden) == {}


@pytest.mark.parametrize("key", TABLES)
def test_a_table_in_running_text_is_found_in_its_section(key: str) -> None:
    lines = [c for row in table_text("2021", key).split("\n") for c in row.split("|")]
    parts = blocks("有关数据如下表所示。", *(text for text in lines if text not in ("<", "^")))
    found = find_tables(parts, _whole(parts, key), "2021")
    assert list(found) == [key]
    assert found[key].indexes == tuple(range(1, len(parts)))


def test_a_table_in_running_text_is_not_sought_elsewhere() -> None:
    lines = [c for row in table_text("2021", "disclosure").split("\n") for c in row.split("|")]
    assert _find(*(text for text in lines if text not in ("<", "^"))) == {}


def test_short_lines_around_a_table_in_running_text_stay_prose() -> None:
    table = ["第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    parts = blocks("如下", *table, "规章", "1", "2", "3", "行政规范性文件", "4", "5", "6")
    found = find_tables(parts, _whole(parts, "disclosure"), "2021")
    assert 0 not in found["disclosure"].indexes


def test_an_inexact_table_is_read_together_with_the_text_around_it() -> None:
    table = loose("信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|1|2|3")
    parts = blocks("第二十条第（一）项", table, "行政规范性文件", "4", "5", "6")
    found = find_tables(parts, _whole(parts, "disclosure"), "2021")
    assert found["disclosure"].indexes == (0, 1, 2, 3, 4, 5)


def test_an_inexact_table_outside_its_section_is_taken_as_it_is() -> None:
    assert _find(loose(table_text("2021", "disclosure")))["disclosure"].indexes == (0,)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("规章0件，规范性文件0件。",),
        ("见附表", "共3件"),
        ("规章", "行政许可", "行政处罚", "行政强制"),
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "1"),
    ],
)
def test_running_text_without_rows_is_no_table(lines: tuple[str, ...]) -> None:
    parts = blocks(*lines)
    assert find_tables(parts, _whole(parts, "disclosure"), "2021") == {}


def test_the_pictures_of_a_region_are_those_of_the_article() -> None:
    icon = type(picture())(picture().place, chrome=True)
    parts = blocks("正文。", picture("表格"), icon, chrome("打印"))
    assert [place.line for place in pictures(parts, range(len(parts)))] == [2]
