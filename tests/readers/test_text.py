"""Plain text: lines are paragraphs, and the tables that circulate in text are tables."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.readers.blocks import outline, paragraphs, places, read_text, rows, table, tables

_FLATTENED = (
    "二、主动公开政府信息情况\n\n"
    "\t第二十条第（一）项\n\n"
    "\t信息内容\n\t本年制发件数\n\n"
    "\t规章\n\t0 \n\n"
    "\t\n\t  3\n\n\n"
    "三、申请情况\n\n无。\n"
)


def _lines(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_each_line_is_a_paragraph_with_its_place() -> None:
    document = read_text("标题\n\n  \u3000一、总体情况  \n　　正文第一行。\n正文第二行。")

    assert places(document) == [
        ("标题", 1, 1),
        ("一、总体情况", 3, 4),
        ("正文第一行。", 4, 3),
        ("正文第二行。", 5, 1),
    ]


def test_invisible_characters_are_no_text() -> None:
    assert paragraphs(read_text("总\u200b体\u00ad情况\xa0\n\u200b\n")) == ["总体情况"]


def test_radicals_are_the_characters_they_stand_for() -> None:
    assert paragraphs(read_text("⼀、⼈⺠政府⻓\ufe0f")) == ["一、人民政府长"]


def test_marks_of_a_quoted_mail_are_no_text() -> None:
    quoted = "> 一、总体情况\n>\n> > 甲\n>\t规章\n>\t0\n>\n>\t文件\n>\t1\n"

    assert outline(read_text(quoted, "a.txt")) == [
        "一、总体情况",
        "甲",
        [["规章", "0"], ["文件", "1"]],
    ]
    assert places(read_text(quoted, "a.txt"))[0] == ("一、总体情况", 1, 3)


def test_single_quoted_line_keeps_its_mark() -> None:
    assert paragraphs(read_text("> 甲\n乙\n丙\n")) == ["> 甲", "乙", "丙"]


class TestOneCellALine:
    """One cell a line behind a tab, a blank line between rows, merged cells empty."""

    def test_rows_are_parted_by_blank_lines(self) -> None:
        document = read_text(_FLATTENED)

        assert outline(document) == [
            "二、主动公开政府信息情况",
            [["第二十条第（一）项"], ["信息内容", "本年制发件数"], ["规章", "0"], ["", "3"]],
            "三、申请情况",
            "无。",
        ]
        assert not table(document).exact

    def test_cells_know_line_and_column_of_their_text(self) -> None:
        found = table(read_text(_FLATTENED))

        assert [(c.place.line, c.place.column) for row in found.rows for c in row] == [
            (3, 2),
            (5, 2),
            (6, 2),
            (8, 2),
            (9, 2),
            (11, 2),
            (12, 4),
        ]
        last = found.rows[-1][-1].place
        assert (last.table, last.row, last.cell) == (1, 4, 2)
        assert (found.place.line, found.place.table) == (3, 1)

    @pytest.mark.parametrize(
        "broken",
        [
            "\t尚未审结\n\t总\n\n计\n\t未经复议\n\n\t1\n\t2\n\t3\n",
            "\t尚未审结\n\t总\n计\n\t未经复议\n\n\t1\n\t2\n\t3\n",
        ],
    )
    def test_cell_broken_over_lines_is_one_cell(self, broken: str) -> None:
        assert rows(table(read_text(broken))) == [
            ["尚未审结", "总\n计", "未经复议"],
            ["1", "2", "3"],
        ]

    def test_cell_may_be_broken_into_several_lines(self) -> None:
        document = read_text("\t甲\n\t结\n\n转\n\n数\n\t乙\n\n\t1\n\t2\n\t3\n")

        assert rows(table(document)) == [["甲", "结\n转\n数", "乙"], ["1", "2", "3"]]

    def test_last_cell_of_a_row_may_be_broken(self) -> None:
        document = read_text("\t甲\n\t总\n\n计\n\n\t1\n\t2\n")

        assert rows(table(document)) == [["甲", "总\n计"], ["1", "2"]]

    @pytest.mark.parametrize(
        "between",
        [
            "三、收到和处理政府信息公开申请情况\n",
            "（二）其他\n",
            "以下为第三部分。\n",
            "表二 依申请公开情况\n\n",
            "表三\n\n\n",
            "甲\n\n乙\n\n丙\n\n丁\n\n戊\n\n",
            "甲\n\n\n乙\n",
            "这一段文字说明了下面表格所列各项数据的统计口径以及计算的方法和来源以及其他应当注意的事项\n",
        ],
    )
    def test_paragraph_between_tables_is_no_part_of_a_cell(self, between: str) -> None:
        cells = "\t规章\n\t1\n\n\t文件\n\t2\n\n"

        document = read_text(cells + between + cells)

        assert len(tables(document)) == 2
        assert paragraphs(document) == between.split() if " " not in between else [between.strip()]

    def test_file_may_end_within_a_table_or_a_broken_cell(self) -> None:
        assert outline(read_text("\t甲\n\t1\n\n\t乙\n\t2\n\n计")) == [
            [["甲", "1"], ["乙", "2"]],
            "计",
        ]

    def test_prose_indented_with_a_tab_is_prose(self) -> None:
        prose = "2023年，我镇高度重视政务公开工作，安排专人负责。"

        document = read_text(f"\t{prose}\n\t{prose}\n\n\t无。\n\n\t某某镇\n\t2024年1月17日\n")

        assert outline(document) == [prose, prose, "无。", "某某镇", "2024年1月17日"]

    def test_table_ends_where_indented_prose_begins(self) -> None:
        prose = "2023年，我镇高度重视政务公开工作，安排专人负责。"

        document = read_text(f"\t甲\n\t1\n\n\t乙\n\t2\n\n\t{prose}\n")

        assert outline(document) == [[["甲", "1"], ["乙", "2"]], prose]


class TestTabsBetweenCells:
    def test_lines_with_tabs_are_rows(self) -> None:
        document = read_text("表\n信息内容\t制发\t废止\n规章\t0\t 1 \n\n文件\t2\t\n注：无。\n")

        assert outline(document) == [
            "表",
            [["信息内容", "制发", "废止"], ["规章", "0", "1"], ["文件", "2", ""]],
            "注：无。",
        ]
        assert table(document).exact

    def test_places_are_those_of_the_text_in_the_cell(self) -> None:
        assert places(read_text("甲\t 乙\t\n丙\t丁\t戊\n"))[:3] == [
            ("甲", 1, 1),
            ("乙", 1, 4),
            ("", 1, 6),
        ]

    def test_rows_of_different_width_are_not_exact(self) -> None:
        document = read_text("\t自然人\t企业\n新收\t1\t2\t3\n")

        assert rows(table(document)) == [["", "自然人", "企业"], ["新收", "1", "2", "3"]]
        assert not table(document).exact

    def test_row_may_begin_with_a_merged_cell(self) -> None:
        document = read_text("合计\t1\t2\n\t其中\n\t\t3\n")

        assert rows(table(document)) == [["合计", "1", "2"], ["", "其中"], ["", "", "3"]]

    def test_cells_may_be_empty_at_the_end(self) -> None:
        assert rows(table(read_text("项目\t数\n规章\t\n"))) == [["项目", "数"], ["规章", ""]]

    def test_indented_line_after_a_line_with_a_tab_makes_no_table(self) -> None:
        assert not tables(read_text("某某镇\t2024年1月17日\n\t（盖章）\n"))
        assert not tables(read_text("甲\t\n乙\t\n"))

    def test_single_row_needs_three_cells(self) -> None:
        assert outline(read_text("甲\t乙\t丙\n")) == [[["甲", "乙", "丙"]]]
        assert paragraphs(read_text("某某镇\t2024年1月17日\n")) == ["某某镇\t2024年1月17日"]

    def test_prose_behind_a_tab_ends_the_table(self) -> None:
        prose = "2023年，我镇高度重视政务公开工作，安排专人负责。"

        assert outline(read_text(f"甲\t1\n乙\t2\n\t{prose}\n")) == [
            [["甲", "1"], ["乙", "2"]],
            prose,
        ]

    def test_flattened_table_ends_where_rows_with_tabs_begin(self) -> None:
        document = read_text("\t甲\n\t1\n\n\t乙\n\t2\n\n丙\t3\t4\n丁\t5\t6\n")

        assert [rows(found) for found in tables(document)] == [
            [["甲", "1"], ["乙", "2"]],
            [["丙", "3", "4"], ["丁", "5", "6"]],
        ]


class TestAlignedColumns:
    def test_columns_held_apart_by_spaces_are_cells(self) -> None:
        document = read_text(
            _lines("""
            二、主动公开
              信息内容      制发   废止
              规章             0      1

              规范性文件       2      3
            三、申请
            """)
        )

        assert outline(document) == [
            "二、主动公开",
            [["信息内容", "制发", "废止"], ["规章", "0", "1"], ["规范性文件", "2", "3"]],
            "三、申请",
        ]
        assert not table(document).exact

    def test_places_are_those_of_the_cells(self) -> None:
        assert places(read_text("规章    0\n文件     12\n")) == [
            ("规章", 1, 1),
            ("0", 1, 7),
            ("文件", 2, 1),
            ("12", 2, 8),
        ]

    def test_full_width_space_parts_columns_but_not_a_spread_word(self) -> None:
        document = read_text("项　目　　本年数　上年数\n规章　0　—\n总　计　3　4\n")

        assert rows(table(document)) == [
            ["项　目", "本年数", "上年数"],
            ["规章", "0", "—"],
            ["总　计", "3", "4"],
        ]

    def test_two_columns_need_numbers(self) -> None:
        assert rows(table(read_text("信息内容   处理决定\n行政许可   15件\n"))) == [
            ["信息内容", "处理决定"],
            ["行政许可", "15件"],
        ]
        assert not tables(read_text("地址：某路    电话：某号\n邮编：某某    传真：某号\n"))

    def test_single_line_of_numbers_is_a_row(self) -> None:
        assert outline(read_text("总计\n予以公开  5  0  0  5\n（二）")) == [
            "总计",
            [["予以公开", "5", "0", "0", "5"]],
            "（二）",
        ]

    @pytest.mark.parametrize(
        "prose",
        [
            "        某某镇人民政府\n        2024年1月17日",
            "某某镇人民政府    2024年1月17日",
            "公开类型  主动公开  文号",
            "我镇  重视政务公开，  安排专人负责。\n我镇  重视政务公开，  安排专人负责。",
            f"{'政' * 50}  1  2\n{'府' * 50}  3  4",
            "　　一是加强领导\n　　二是加强管理",
        ],
    )
    def test_spaced_prose_is_prose(self, prose: str) -> None:
        assert paragraphs(read_text(prose)) == [line.strip() for line in prose.splitlines()]

    def test_rows_two_blank_lines_apart_are_two_tables(self) -> None:
        assert len(tables(read_text("甲  1  2\n乙  3  4\n\n\n丙  5  6\n丁  7  8\n"))) == 2


class TestBars:
    def test_outer_bars_are_no_cells(self) -> None:
        document = read_text("| 信息内容 | 制发 |\n| 规章 | 0 |\n\n|文件||\n其他\n")

        assert outline(document) == [
            [["信息内容", "制发"], ["规章", "0"], ["文件", ""]],
            "其他",
        ]
        assert table(document).exact

    def test_places_are_those_of_the_cells(self) -> None:
        assert places(read_text("| 甲 |  乙|\n|丙||"))[:3] == [
            ("甲", 1, 3),
            ("乙", 1, 8),
            ("丙", 2, 2),
        ]

    def test_bars_only_between_cells_make_rows_of_any_width(self) -> None:
        document = read_text("规章 | 0 | 1\n | 2 | 3\n合计 | 5")

        assert rows(table(document)) == [["规章", "0", "1"], ["", "2", "3"], ["合计", "5"]]
        assert not table(document).exact

    def test_bar_at_the_end_of_each_row_is_no_cell(self) -> None:
        document = read_text("第（一）项 | |||\n内容 | 制发 | 废止 | 有效 |\n许可 | 0 |\n")

        assert rows(table(document)) == [
            ["第（一）项", "", "", ""],
            ["内容", "制发", "废止", "有效"],
            ["许可", "0"],
        ]

    def test_bar_at_the_end_of_some_rows_is_an_empty_cell(self) -> None:
        assert rows(table(read_text("甲 | 1\n乙 | 2 |\n"))) == [["甲", "1"], ["乙", "2", ""]]

    def test_outer_bars_may_be_missing_at_the_end_of_a_row(self) -> None:
        assert rows(table(read_text("| 甲 | 1 |\n| 乙 | 2\n"))) == [["甲", "1"], ["乙", "2"]]

    def test_escaped_bar_stays_in_its_cell(self) -> None:
        assert rows(table(read_text(r"| 甲\|乙 | 1 |" + "\n| 丙 | 2 |"))) == [
            ["甲|乙", "1"],
            ["丙", "2"],
        ]

    def test_rulers_are_no_rows_and_need_no_outer_bars(self) -> None:
        document = read_text("甲 | 乙\n---|---\n丙 | 丁\n|:-:|\n— | -\n", "a.txt")

        assert rows(table(document)) == [["甲", "乙"], ["丙", "丁"], ["—", "-"]]
        assert table(document).exact

    def test_short_ruler_stands_under_the_head_only(self) -> None:
        document = read_text("|甲|乙|\n|-|-|\n|-|-|\n")

        assert rows(table(document)) == [["甲", "乙"], ["-", "-"]]

    def test_paragraph_between_keeps_tables_apart(self) -> None:
        document = read_text("|甲|1|\n|乙|2|\n三、申请情况\n|丙|3|\n|丁|4|\n")

        assert outline(document) == [
            [["甲", "1"], ["乙", "2"]],
            "三、申请情况",
            [["丙", "3"], ["丁", "4"]],
        ]

    def test_bars_alone_on_their_lines_are_dropped(self) -> None:
        document = read_text("规章\n|\n0\n|\n6\n|\n文件\n|\n")

        assert outline(document) == ["规章", "0", "6", "文件"]

    def test_single_line_with_one_bar_is_prose(self) -> None:
        assert outline(read_text("首页 | 政务公开")) == ["首页 | 政务公开"]
        assert outline(read_text("首页 | 公开 | 年报")) == [[["首页", "公开", "年报"]]]

    def test_prose_with_bars_is_prose(self) -> None:
        prose = f"{'政务公开' * 80}|{'政务公开' * 80}"

        assert paragraphs(read_text(f"{prose}\n{prose}")) == [prose, prose]

    def test_box_drawing_is_a_table(self) -> None:
        document = read_text(
            _lines("""
            ┌──────┬────┐
            │ 内容 │ 数 │
            ├──────┼────┤
            │ 规章 │ 0  │
            │ 文件 │ 1  │
            └──────┴────┘
            六、其他
            """)
        )

        assert outline(document) == [[["内容", "数"], ["规章", "0"], ["文件", "1"]], "六、其他"]

    def test_row_between_rulers_may_take_several_lines(self) -> None:
        document = read_text(
            _lines("""
            +--------+------+
            | 内容   | 数   |
            +--------+------+
            | 规范性 | 0    |
            | 文件   |      |
            +--------+------+
            | 许可   | 1    |
            +--------+------+
            """)
        )

        assert rows(table(document)) == [["内容", "数"], ["规范性\n文件", "0"], ["许可", "1"]]

    def test_merged_cells_between_rulers_do_not_join_rows(self) -> None:
        document = read_text(
            _lines("""
            +------+------+---+---+
            | 一   | 新收 | 0 | 1 |
            +------+------+---+---+
            | 三   | 公开 | 2 | 3 |
            |      | 部分 | 4 | 5 |
            +------+------+---+---+
            | 四   | 结转 | 6 | 7 |
            +------+------+---+---+
            """)
        )

        assert rows(table(document))[2] == ["", "部分", "4", "5"]

    def test_line_of_dashes_without_a_table_is_a_line(self) -> None:
        assert paragraphs(read_text("甲\n-----\n乙", "a.txt")) == ["甲", "-----", "乙"]

    def test_ruler_alone_above_a_bar_is_no_table(self) -> None:
        assert outline(read_text("-----\n首页 | 年报\n")) == ["-----", "首页 | 年报"]
