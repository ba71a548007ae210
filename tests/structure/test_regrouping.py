"""Headings broken over lines, headings and sign-offs inside tables."""

from __future__ import annotations

import pytest

from linter.model.document import Block, Paragraph, Table
from linter.structure.regrouping import regrouped
from tests.structure.documents import (
    SIX,
    TABLES,
    Part,
    about,
    blocks,
    chrome,
    grid,
    heading,
    numbers,
    parts,
    read,
    report,
    table_text,
    table_values,
)


def _regrouped(*parts: Part) -> list[str]:
    """Each block as its text, a table as its rows in brackets."""
    return [_shown(block) for block in regrouped(blocks(*parts), "2021")]


def _shown(block: Block) -> str:
    if isinstance(block, Table):
        return str([[cell.text for cell in row] for row in block.rows])
    return block.text if isinstance(block, Paragraph) else ""


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("四、政府信息公开行政复议、", "行政诉讼情况"), SIX[3]),
        (("三、收到和处理政府信息公开申请", "情况"), SIX[2]),
        (("五、", "存在的主要问题", "及改进情况"), SIX[4]),
    ],
)
def test_a_heading_broken_over_lines_is_one_line(lines: tuple[str, ...], whole: str) -> None:
    assert _regrouped("甲。", *lines, "乙。") == ["甲。", whole, "乙。"]


@pytest.mark.parametrize(
    "lines",
    [
        ("一、总体情况", "2023年工作有序开展。"),
        ("一、加强领导", "主动公开政府信息情况"),
        ("二、主动公开", "三、收到和处理政府信息公开申请情况"),
        ("四、政府信息公开", "甲。", "行政复议、行政诉讼情况"),
        ("三、本年度办理结果", "（一）予以公开", "0"),
        ("五、" + "甲" * 60, "及改进情况"),
        ("五、存在的主要问题", "甲" * 60),
        ("主动公开政府", "信息情况"),
    ],
)
def test_other_lines_stay_apart(lines: tuple[str, ...]) -> None:
    assert _regrouped(*lines) == list(lines)


def test_a_heading_is_not_joined_over_tables_and_page_furniture() -> None:
    apart: list[Part] = ["四、政府信息公开行政复议、", grid("打印"), "行政诉讼情况"]
    assert len(_regrouped(*apart)) == 3
    marked: list[Part] = ["四、政府信息公开行政复议、", chrome("行政诉讼情况")]
    assert len(_regrouped(*marked)) == 2


def test_a_joined_heading_keeps_its_level_and_place() -> None:
    (joined,) = regrouped(blocks(heading("四、政府信息公开行政复议、"), "行政诉讼情况"), "2021")
    assert isinstance(joined, Paragraph)
    assert (joined.text, joined.level, joined.place.line) == (SIX[3], 2, 1)


@pytest.mark.parametrize(
    "rows",
    [
        "石泉镇人民政府\n2024年1月17日",
        "石泉镇人民政府⏎2024年1月17日",
        "|石泉镇人民政府\n|2024年1月17日",
        "石泉镇人民政府|2024年1月17日",
    ],
)
def test_a_sign_off_laid_out_as_a_table_is_taken_out_of_it(rows: str) -> None:
    assert _regrouped(grid(rows)) == ["石泉镇人民政府", "2024年1月17日"]
    assert about(report(issuer=None, date=None, after=grid(rows))) == []


@pytest.mark.parametrize(
    "rows",
    [
        "石泉镇人民政府",
        "发布机构|石泉镇人民政府\n发布日期|2024年1月17日",
        "石泉镇人民政府\n2024年1月17日\n张三\n李四",
        "石泉镇人民政府⏎2024年1月17日⏎甲乙丙⏎丁戊己",
        "|",
    ],
)
def test_other_small_tables_stay_tables(rows: str) -> None:
    assert len(_regrouped(grid(rows))) == 1


def test_tables_of_page_furniture_are_left_alone() -> None:
    table = grid("石泉镇人民政府\n2024年1月17日")
    assert len(_regrouped(Table(table.rows, table.place, chrome=True))) == 1


def test_headings_inside_a_table_are_taken_out_and_the_rows_below_stay_tables() -> None:
    two = f"{SIX[1]}|<\n规章|0\n行政许可|0"
    rows = f"{SIX[0]}|<\n2023年工作有序开展。|<\n{two}\n{SIX[2]}|<\n重复申请|0"
    assert _regrouped(grid(rows)) == [
        SIX[0],
        "2023年工作有序开展。",
        SIX[1],
        "[['规章', '0'], ['行政许可', '0']]",
        SIX[2],
        "[['重复申请', '0']]",
    ]


def test_prose_between_the_rows_of_such_a_table_is_prose() -> None:
    rows = f"{SIX[1]}|<\n数据如下。|<\n规章|0\n注：截至年底。|<\n{SIX[4]}|<\n甲|乙"
    assert _regrouped(grid(rows)) == [
        SIX[1],
        "数据如下。",
        "[['规章', '0']]",
        "注：截至年底。",
        SIX[4],
        "甲",
        "乙",
    ]


def test_a_cell_longer_than_any_heading_is_none() -> None:
    rows = f"{SIX[0]}{'甲' * 100}|<\n甲|乙"
    assert len(_regrouped(grid(rows))) == 1


def test_a_whole_report_in_one_table_is_read() -> None:
    width = max(len(table_text("2021", key).split("\n")[0].split("|")) for key in TABLES)
    lines: list[str] = []
    for part in parts():
        texts = [part] if isinstance(part, str) else []
        for key in TABLES:
            if part == grid(table_text("2021", key)):
                texts = table_text("2021", key).split("\n")
        lines += [text + "|<" * (width - len(text.split("|"))) for text in texts]
    title, *body, issuer, date = lines
    found = read(
        title.split("|")[0], grid("\n".join(body)), issuer.split("|")[0], date.split("|")[0]
    )
    assert about(found) == []
    for key in TABLES:
        assert numbers(found, key) == table_values("2021", key)
