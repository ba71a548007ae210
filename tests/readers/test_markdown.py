"""Markdown reads as the same report in plain text, its marks gone."""

from __future__ import annotations

import pytest

from linter.model.document import Paragraph, Table
from linter.readers import read
from tests.readers.blocks import (
    grid,
    outline,
    paragraphs,
    pictures,
    places,
    read_text,
    rows,
    table,
    tables,
)


def _read(source: str) -> list[str]:
    return paragraphs(read_text(source, "a.md"))


def _levels(source: str) -> list[tuple[str, int | None]]:
    blocks = read_text(source, "a.md").blocks
    return [(block.text, block.level) for block in blocks if isinstance(block, Paragraph)]


def test_headings_carry_their_level() -> None:
    assert _levels("# 年度报告\n\n## 一、总体情况 ##\n###  （一）公开\n正文 # 1\n") == [
        ("年度报告", 1),
        ("一、总体情况", 2),
        ("（一）公开", 3),
        ("正文 # 1", None),
    ]


def test_heading_needs_no_space_before_chinese() -> None:
    assert _levels("##一、总体情况\n#（一）公开\n#1 甲\n") == [
        ("一、总体情况", 2),
        ("（一）公开", 1),
        ("#1 甲", None),
    ]


def test_empty_heading_is_nothing() -> None:
    assert _read("## \n甲") == ["甲"]
    assert _read("# ##\n甲") == ["甲"]


def test_underlined_lines_are_headings() -> None:
    assert _levels("年度报告\n===\n\n一、总体情况\n---\n正文\n") == [
        ("年度报告", 1),
        ("一、总体情况", 2),
        ("正文", None),
    ]


def test_rule_under_prose_makes_no_heading_of_it() -> None:
    assert _levels(f"{'政务公开' * 20}\n---\n") == [("政务公开" * 20, None)]


@pytest.mark.parametrize("rule", ["---", "***", "_ _ _", "- - -"])
def test_rules_are_no_text(rule: str) -> None:
    assert _read(f"甲\n\n{rule}\n\n乙") == ["甲", "乙"]


def test_each_line_is_a_paragraph_with_the_place_of_its_text() -> None:
    document = read_text("## 一、总体情况\n\n第一行。  \n  第二行。\n- 第三行。\n", "a.md")

    assert places(document) == [
        ("一、总体情况", 1, 4),
        ("第一行。", 3, 1),
        ("第二行。", 4, 3),
        ("第三行。", 5, 3),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**一、** 总体情况", "一、 总体情况"),
        ("__一__、~~总体~~*情况*", "一、总体情况"),
        ("***一、总体***情况", "一、总体情况"),
        ("~~**删去**~~", "删去"),
        ("_强调_，与snake_case_name", "强调，与snake_case_name"),
        ("5*3*2，5 * 3", "5*3*2，5 * 3"),
        ("未闭合**的*强调_", "未闭合**的*强调_"),
        ("`a*b*c` 与 ``x``", "a*b*c 与 x"),
        ('见[条例](https://example.org/a_b_c "标题")。', "见条例。"),
        ("见[条例][1]与[注]", "见条例与[注]"),
        ("图![印章](a.png)后", "图后"),
        ("<https://example.org/> 与 <a@example.org>", "https://example.org/ 与 a@example.org"),
        (r"1\. 甲 \*乙\* \[丙\]", "1. 甲 *乙* [丙]"),
        ("甲&nbsp;&lt;乙&gt;&amp;", "甲 <乙>&"),
        ("甲<b>乙</b><!-- 注 -->丙 5 < 6", "甲乙丙 5 < 6"),
        ("行末反斜杠\\", "行末反斜杠"),
        (r"路径 C:\年报", r"路径 C:\年报"),
    ],
)
def test_marks_inside_a_line_go(source: str, text: str) -> None:
    assert _read(source) == [text]


def test_html_line_break_parts_paragraphs() -> None:
    assert _read("某某镇人民政府<br>2024年1月17日<br/>") == ["某某镇人民政府", "2024年1月17日"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("- 甲", "甲"),
        ("* 甲", "甲"),
        ("  + 甲", "甲"),
        ("- [x] 甲", "甲"),
        ("> 甲", "甲"),
        ("> - 甲", "甲"),
        ("一、甲", "一、甲"),
        ("（一）甲", "（一）甲"),
        ("1.甲", "1.甲"),
        ("1. 甲", "1. 甲"),
        ("-1", "-1"),
        ("*注：甲", "*注：甲"),
    ],
)
def test_list_marks_go_and_numbers_stay(source: str, text: str) -> None:
    assert _read(source) == [text]


def test_pipe_table_is_exact_and_its_ruler_is_no_row() -> None:
    document = read_text(
        "|  | **自然人** | 总计 |\n|:--|--:|---|\n| 一、新收 | `3` | 3 |\n| 三、<br>结果 | |\n"
        "\n| 四 | 1 | 1 |\n"
    )

    assert rows(table(document)) == [
        ["", "自然人", "总计"],
        ["一、新收", "3", "3"],
        ["三、\n结果", ""],
        ["四", "1", "1"],
    ]
    assert table(document).exact


def test_table_cells_know_their_place() -> None:
    cell = table(read_text("甲\n\n| 乙 | 丙 |\n|---|---|\n| 丁 | **5** |\n", "a.md")).rows[1][1]

    assert (cell.place.line, cell.place.column) == (5, 7)
    assert (cell.place.table, cell.place.row, cell.place.cell) == (1, 2, 2)


def test_escaped_bar_stays_in_the_cell() -> None:
    assert rows(table(read_text("| a\\|b | c |\n|---|---|\n"))) == [["a|b", "c"]]


def test_other_table_forms_are_read_as_in_text() -> None:
    assert outline(read_text("# 年报\n\t规章\n\t0\n\n\t文件\n\t1\n\n甲  1  2\n乙  3  4\n")) == [
        "年报",
        [["规章", "0"], ["文件", "1"]],
        [["甲", "1", "2"], ["乙", "3", "4"]],
    ]


def test_html_table_is_read_with_its_spans_and_places() -> None:
    document = read_text(
        "# 年报\n\n<table>\n<tr><td rowspan=2>甲</td><td>1</td></tr>\n\n"
        "<tr><td>2</td></tr></table>\n\n后文\n"
    )

    assert outline(document) == ["年报", [["甲", "1"], ["2"]], "后文"]
    assert grid(table(document)) == [("甲", 0, 0, 2, 1), ("1", 0, 1, 1, 1), ("2", 1, 1, 1, 1)]
    assert places(document)[1] == ("甲", 4, 19)
    assert places(document)[-1] == ("后文", 8, 1)


def test_html_tables_are_numbered_with_the_others() -> None:
    document = read_text("|甲|1|\n|-|-|\n|乙|2|\n\n<table><tr><td>丙<td>3</table>\n", "a.md")

    assert [found.place.table for found in tables(document)] == [1, 2]


def test_html_block_reads_as_a_page() -> None:
    assert outline(
        read_text('# 年报\n<p align="center">一、\n总体</p>\n\n<div>甲<br>乙</div>')
    ) == [
        "年报",
        "一、总体",
        "甲",
        "乙",
    ]


def test_html_block_may_be_the_first_line() -> None:
    document = read_text("<blockquote>甲</blockquote>\n\n# 年报\n", "a.md")

    assert places(document) == [("甲", 1, 13), ("年报", 3, 3)]


def test_html_table_that_is_not_closed_ends_with_the_file() -> None:
    assert outline(read_text("# 年报\n<table><tr><td>甲<td>1\n\n<tr><td>乙<td>2")) == [
        "年报",
        [["甲", "1"], ["乙", "2"]],
    ]


def test_comments_are_no_text() -> None:
    assert _read("甲\n<!-- 注\n\n释 -->\n乙\n<!-- 注 -->\n丙\n<!-- 注 --> 丁") == [
        "甲",
        "乙",
        "丙",
        "丁",
    ]
    assert _read("甲\n<!-- 未完\n乙") == ["甲"]


def test_text_between_fences_keeps_its_marks() -> None:
    assert _read("```text\n# **甲**\n\n```\n**乙**\n~~~\n丙") == ["# **甲**", "乙", "丙"]


def test_front_matter_is_no_text() -> None:
    assert _read("---\ntitle: 年报\n---\n甲") == ["甲"]
    assert _read("---\n甲\n---\n乙") == ["甲", "乙"]
    assert _read("---\n甲：乙") == ["甲：乙"]


def test_targets_of_links_are_no_text() -> None:
    assert _read("甲\n[1]: https://example.org/\n[^1]: 注释\n") == ["甲", "[^1]: 注释"]


def test_picture_is_a_picture() -> None:
    (picture,) = pictures(read_text("# 年报\n\n ![统计表](a.png)\n"))

    assert (picture.alt, picture.place.line, picture.place.column) == ("统计表", 3, 2)


def test_table_with_a_head_of_its_own_behind_a_blank_line_is_another_table() -> None:
    source = "|甲|乙|\n|---|---|\n|1|2|\n\n|丙|丁|\n|---|---|\n|3|4|\n"
    tables = [b for b in read(source.encode(), "a.md").blocks if isinstance(b, Table)]
    assert [[cell.text for row in t.rows for cell in row] for t in tables] == [
        ["甲", "乙", "1", "2"],
        ["丙", "丁", "3", "4"],
    ]
