"""What the page puts behind a report: tools, links, imprint, the report once more."""

from __future__ import annotations

import time

import pytest

from linter.structure.furniture import article_end, without_copy
from linter.structure.headings import find_headings
from tests.structure.documents import SIX, Part, blocks, chrome, grid

TITLE = "石泉镇2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "line",
    [
        "打印本页 | 关闭窗口",
        "【打印】【关闭】",
        "[打印本页] [返回顶部]",
        "分享到：",
        "上一篇：石泉镇2022年政府信息公开工作年度报告",
        "下一篇：没有了",
        "责任编辑：张三",
        "信息来源：石泉镇人民政府",
        "主办单位：河阳县人民政府　承办单位：大数据中心",
        "版权所有 未经许可不得转载",
        "网站标识码：0000000000",
        "京ICP备00000000号",
        "京公网安备00000000000000号",
        "相关附件：1.年度报告.docx",
        "扫一扫在手机打开当前页",
    ],
)
def test_the_first_tool_link_or_imprint_ends_the_article(line: str) -> None:
    assert article_end(blocks(SIX[5], "无。", line, "2025年3月2日"), 0) == 2


@pytest.mark.parametrize(
    "line",
    [
        "无。",
        "打印材料收取信息处理费0元。",
        "关闭僵尸网站栏目3个，其他无。",
        "来源于申请人的信息处理费为0元。",
        "石泉镇人民政府",
        "2024年1月17日",
        "版权" + "无" * 200,
    ],
)
def test_prose_and_sign_off_do_not_end_it(line: str) -> None:
    assert article_end(blocks(SIX[5], line), 0) == 2


def test_lines_before_the_last_heading_tables_and_marked_furniture_do_not_count() -> None:
    parts = blocks("打印", SIX[5], chrome("打印"), grid("打印"), "无。")
    assert article_end(parts, 1) == len(parts)


@pytest.mark.parametrize("line", ["打印||||||" * 8 + "x", "打印：" * 40 + "x", "【【" * 70])
def test_a_hostile_line_is_passed_over_quickly(line: str) -> None:
    start = time.monotonic()
    assert article_end(blocks(line), -1) == 1
    assert time.monotonic() - start < 0.5


def _without_copy(*parts: Part) -> tuple[list[bool], list[str]]:
    placed = blocks(*parts)
    kept, headings = without_copy(placed, find_headings(placed, "2021"))
    return [block.chrome for block in kept], [heading.printed for heading in headings]


def test_a_report_printed_once_is_left_alone() -> None:
    parts = [TITLE, *(part for six in SIX for part in (six, "甲。"))]
    assert _without_copy(*parts) == ([False] * 13, list(SIX))


def test_a_second_print_of_the_whole_report_is_furniture_from_its_title_on() -> None:
    report = [TITLE, *(part for six in SIX for part in (six, "甲。"))]
    assert _without_copy(*report, *report) == ([False] * 13 + [True] * 13, list(SIX))


def test_without_a_title_the_second_print_begins_at_its_first_heading() -> None:
    report = [part for six in SIX for part in (six, "甲。")]
    assert _without_copy(*report, *report) == ([False] * 12 + [True] * 12, list(SIX))


def test_a_single_doubled_section_is_no_second_print() -> None:
    report = [part for six in (*SIX, SIX[5]) for part in (six, "甲。")]
    assert _without_copy(*report)[1] == [*SIX, SIX[5]]
