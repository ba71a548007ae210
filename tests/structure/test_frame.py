"""What frames a report: its title, its issuer, its sign-off."""

from __future__ import annotations

import datetime

import pytest

from linter.model.document import Paragraph
from linter.structure.frame import (
    SignOff,
    Title,
    find_sign_off,
    find_title,
    is_office,
    issuer_in_title,
    issuer_kind,
    sign_off_apart,
    title_of_page,
    title_year,
)
from tests.structure.documents import Part, blocks, chrome, grid, heading

TITLE = "石泉镇2023年政府信息公开工作年度报告"
DAY = datetime.date(2024, 1, 17)


def _title(*parts: Part) -> Title | None:
    found = blocks(*parts)
    return find_title(found, len(found))


def _text(*parts: Part) -> str | None:
    title = _title(*parts)
    return title.text if title else None


def _sign_off(*parts: Part) -> SignOff:
    return find_sign_off(blocks("六、其他需要报告的事项", *parts), 0)


def _signed(*parts: Part) -> tuple[str | None, datetime.date | None]:
    sign_off = _sign_off(*parts)
    return sign_off.issuer, sign_off.date


# --- title ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "2023年石泉镇政府信息公开工作年度报告",
        "石泉镇2023年度政府信息公开工作年度报告",
        "石泉镇政府信息公开工作2023年度报告",
        "石泉镇政府信息公开工作年度报告（2023年）",
        "石泉镇二〇二三年政府信息公开工作年度报告",
        "石泉镇２０２３年政府信息公开工作年度报告",
        "石泉镇2023年政府信息公开年度报告",
        "石泉镇2023年政府信息公开工作年报",
        "石泉镇2023年政务公开工作报告",
        "石泉镇2023年信息公开工作年度报告",
        "河阳县商务局关于2023年度政府信息公开工作情况的报告",
        "石泉镇2023年政府信息公开工作告年度报",
        "石泉镇2023年政府信息公开工作年度报告（草案）",
    ],
)
def test_every_usual_title_is_found_and_tells_the_year(title: str) -> None:
    found = _title(title, "根据《条例》编制本报告。")
    assert found is not None
    assert (found.text, found.indexes, title_year(found.text)) == (title, (0,), 2023)


@pytest.mark.parametrize(
    "lines",
    [
        ("石泉镇", "2023年政府信息公开工作年度报告"),
        ("石泉镇人民政府", "2023年政府信息公开工作年度报告"),
        ("石泉镇2023年", "政府信息公开工作年度报告"),
        ("石泉镇2023年政府信息公开", "工作年度报告"),
        ("河阳县石泉镇人民政府", "2023年", "政府信息公开工作年度报告"),
        ("石泉镇人民政府", "2023年政府信息公开", "工作年度报告"),
        ("石泉镇政府信息公开工作年度报告", "（2023年）"),
        ("石泉镇政府信息公开工作年度报告", "2023年"),
        ("石泉镇政府信息公开工作年度报告", "（2023年度）"),
    ],
)
def test_a_title_on_several_lines_is_joined(lines: tuple[str, ...]) -> None:
    found = _title(*lines, "根据《条例》编制本报告。")
    assert found is not None
    assert (found.text, found.indexes) == ("".join(lines), tuple(range(len(lines))))
    assert title_year(found.text) == 2023


def test_line_breaks_and_white_space_inside_a_title_are_removed() -> None:
    assert _text("石泉镇人民政府⏎2023 年政府信息公开⏎工作年度报告") == (
        "石泉镇人民政府2023年政府信息公开工作年度报告"
    )


@pytest.mark.parametrize(
    "above",
    [
        "首页 > 政务公开 > 政府信息公开年报",
        "当前位置：首页>>信息公开>>政府信息公开年报",
        "政府信息公开年报",
        "附件",
        "附件2",
        "河阳县政务公开领导小组2024年第1期",
        "索引号：000014349/2024-00017",
    ],
)
def test_what_a_page_prints_above_the_title_is_no_part_of_it(above: str) -> None:
    assert _text(above, TITLE) == TITLE


@pytest.mark.parametrize(
    "below",
    [
        "发布日期：2024-01-18　来源：石泉镇人民政府　浏览次数：12",
        "发布时间：2024-01-18 10:30",
        "【字体：大 中 小】",
        "本报告由总体情况等六部分组成，电子版可在政府网站下载。",
        "根据《条例》要求，现公布石泉镇2023年政府信息公开工作年度报告",
        "（2024年1月17日）",
        "石泉镇人民政府",
        "目录",
    ],
)
def test_what_a_page_prints_below_the_title_is_no_part_of_it(below: str) -> None:
    found = _title(TITLE, below)
    assert found is not None
    assert (found.text, found.indexes) == (TITLE, (0,))


def test_the_label_before_a_title_in_the_metadata_is_dropped() -> None:
    assert _text(f"标题：{TITLE}", "文号：无") == TITLE


def test_the_last_of_two_titles_counts() -> None:
    found = _title(heading(TITLE, 1), "发布日期：2024-01-18", TITLE, "（2023年1月1日至12月31日）")
    assert found is not None
    assert found.text.startswith(TITLE)
    assert found.indexes[0] == 2


def test_a_heading_that_names_the_subject_is_better_than_no_title() -> None:
    assert _text(heading("石泉镇2023年度政府信息公开报", 1)) == "石泉镇2023年度政府信息公开报"


@pytest.mark.parametrize(
    "text",
    [
        "石泉镇2023年法治政府建设年度报告",
        "石泉镇召开政府信息公开工作会议",
        "石泉镇2023年政府信息公开工作年度报告已编制完成，现予公布。",
        "政府信息公开" * 20,
    ],
)
def test_other_texts_are_no_title(text: str) -> None:
    assert _text(text) is None


def test_page_furniture_and_tables_are_no_title() -> None:
    assert _text(chrome(TITLE), grid(TITLE)) is None


def test_a_table_or_furniture_between_two_lines_keeps_them_apart() -> None:
    assert _text("石泉镇", grid("规章|0"), "2023年政府信息公开工作年度报告") == (
        "2023年政府信息公开工作年度报告"
    )


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("石泉镇2023政府信息公开工作年度报告", 2023),
        ("石泉镇政府信息公开工作年度报告(2023)", 2023),
        ("石泉镇政府信息公开工作年度报告", None),
        ("石泉镇12023号政府信息公开工作年度报告", None),
    ],
)
def test_the_year_of_a_title_is_its_only_number_of_that_form(title: str, year: int | None) -> None:
    assert title_year(title) == year


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        (TITLE, "石泉镇"),
        ("2023年石泉镇政府信息公开工作年度报告", "石泉镇"),
        ("2023年度石泉镇人民政府政府信息公开工作年度报告", "石泉镇人民政府"),
        ("石泉镇２０２３年政府信息公开工作年度报告", "石泉镇"),
        ("石泉镇二〇二三年度政府信息公开工作年度报告", "石泉镇"),
        ("石泉镇人民政府信息公开工作年度报告（2023年）", "石泉镇人民政府"),
        ("河阳县商务局关于2023年度政府信息公开工作情况的报告", "河阳县商务局"),
        ("关于石泉镇2023年政府信息公开工作年度报告", "石泉镇"),
        ("《石泉镇2023年政府信息公开工作年度报告》", "石泉镇"),
        ("河阳县人民政府办公室2023年政务公开工作年度报告", "河阳县人民政府办公室"),
        ("2023年政府信息公开工作年度报告", None),
        ("年度报告", None),
    ],
)
def test_the_title_names_the_issuer(title: str, issuer: str | None) -> None:
    assert issuer_in_title(title) == issuer


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (TITLE, TITLE),
        (f"{TITLE}_政府信息公开年报_河阳县人民政府", TITLE),
        (f"河阳县人民政府 - {TITLE}", TITLE),
        (f"政府信息公开 | {TITLE} | 石泉镇", TITLE),
        ("河阳县人民政府门户网站", None),
        ("", None),
        (None, None),
    ],
)
def test_the_title_of_a_page_is_read_without_the_names_of_the_site(
    page: str | None, title: str | None
) -> None:
    found = title_of_page(page)
    assert (found.text if found else None) == title


# --- sign-off ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        ("石泉镇人民政府", "2024年1月17日"),
        ("石泉镇人民政府⏎2024年1月17日",),
        ("石泉镇人民政府 2024年1月17日",),
        ("石泉镇人民政府2024年1月17日",),
        ("2024年1月17日", "石泉镇人民政府"),
        ("石泉镇人民政府", "2024-01-17"),
        ("石泉镇人民政府", "２０２４年１月１７日"),
        ("石泉镇人民政府", "二〇二四年一月十七日"),
        ("石泉镇人民政府", "二0二四年一月十七日"),
        ("石泉镇人民政府", "2024年元月17日"),
        ("石泉镇人民政府", "（2024年1月17日）"),
        ("石 泉 镇 人 民 政 府", "2 0 2 4 年 1 月 1 7 日"),
        ("石泉镇人民政府（盖章）", "2024年1月17日"),
        ("石泉镇人民政府（公章） 2024年1月17日",),
    ],
)
def test_office_and_date_are_found_however_they_are_printed(lines: tuple[str, ...]) -> None:
    assert _signed("无。", *lines) == ("石泉镇人民政府", DAY)


@pytest.mark.parametrize(
    "tail",
    [
        ("扫一扫在手机打开当前页",),
        ("附件：1.2023年度报告.docx", "责任编辑：张三"),
        ("【打印】【关闭】", "上一篇：2022年政府信息公开工作年度报告"),
        ("主办：河阳县人民政府", "网站标识码：0000000000"),
        ("版权所有：河阳县人民政府", "更新时间：2025-03-02"),
        ("公开方式：主动公开",),
    ],
)
def test_text_behind_the_sign_off_does_not_hide_it(tail: tuple[str, ...]) -> None:
    assert _signed("无。", "石泉镇人民政府", "2024年1月17日", *tail) == ("石泉镇人民政府", DAY)


def test_the_sign_off_remembers_where_it_stands() -> None:
    sign_off = _sign_off("无。", "石泉镇人民政府", "2024年1月17日")
    assert (sign_off.issuer_at, sign_off.date_at) == (2, 3)
    assert (sign_off.issuer_place.line, sign_off.date_place.line) == (3, 4)


def test_a_date_alone_is_a_sign_off_without_an_office() -> None:
    assert _signed("无。", "2024年1月17日") == (None, DAY)


def test_an_office_alone_is_a_sign_off_without_a_date() -> None:
    assert _signed("无。", "石泉镇人民政府") == ("石泉镇人民政府", None)


@pytest.mark.parametrize("date", ["2024年1月", "2024年 月 日"])
def test_an_office_over_an_unfinished_date_is_found(date: str) -> None:
    assert _signed("无。", "石泉镇人民政府", date) == ("石泉镇人民政府", None)


def test_an_impossible_date_is_kept_as_printed() -> None:
    sign_off = _sign_off("无。", "石泉镇人民政府", "2024年2月30日")
    assert (sign_off.issuer, sign_off.date_text, sign_off.date) == (
        "石泉镇人民政府",
        "2024年2月30日",
        None,
    )


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("无。",),
        ("无。", "2024-01-17"),
        ("2023年12月31日，我镇未收到申请。",),
        ("本年度收取信息处理费0元", "无"),
        ("无。", "发布日期：2024-01-18"),
        ("收费依据自2021年1月1日",),
        ("字" * 61 + "2024年1月17日",),
    ],
)
def test_other_last_lines_are_no_sign_off(lines: tuple[str, ...]) -> None:
    assert _sign_off(*lines) == SignOff()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("无。⏎石泉镇人民政府 2024年1月17日", ["无。", "石泉镇人民政府 2024年1月17日"]),
        ("无。 石泉镇人民政府2024年1月17日", ["无。", "石泉镇人民政府2024年1月17日"]),
        ("无。⏎截至年底无其他需要报告的事项", ["无。\n截至年底无其他需要报告的事项"]),
        ("无。", ["无。"]),
    ],
)
def test_a_line_of_office_and_date_behind_the_last_sentence_is_set_apart(
    text: str, lines: list[str]
) -> None:
    found = sign_off_apart(blocks(text))
    assert [block.text for block in found if isinstance(block, Paragraph)] == lines


def test_page_furniture_is_no_sign_off() -> None:
    assert _sign_off("无。", chrome("石泉镇人民政府"), chrome("2024年1月17日")) == SignOff()


# --- offices ----------------------------------------------------------------------------------

GOVERNMENTS = """江南省人民政府 云岭市人民政府 南浦区人民政府 河阳县人民政府 浦东新区人民政府
阿拉善左旗人民政府 伊犁哈萨克自治州人民政府 内蒙古自治区人民政府 神农架林区人民政府
云岭市 南浦区 河阳县 大化瑶族自治县 伊犁哈萨克自治州 景德镇市 乡宁县 新乡市 镇原县
锡林郭勒盟行政公署 大兴安岭地区行政公署 河阳县政府 云岭市政府"""
DEPARTMENTS = """河阳县发展和改革局 云岭市卫生健康委员会 云岭市卫健委 江南省财政厅 河阳县教育体育局
云岭市大数据发展管理局 国家税务总局河阳县税务局 云岭市生态环境局河阳分局 河阳县消防救援大队
云岭市人民政府外事办公室 云岭市人民政府国有资产监督管理委员会 云岭市国资委 滨海新区财政局
云岭市开发区自然资源局 景德镇市财政局 河阳县公安局交通警察大队 河阳县行政审批局 国家统计局
云岭市人防办 河阳海关 河阳县财政局（盖章）"""
TOWNSHIPS = """石泉镇人民政府 石泉镇 松坪乡人民政府 松坪乡 松坪民族乡 乌兰苏木人民政府 乌兰苏木
河阳县石泉镇人民政府 石泉镇政府 石泉镇人民政府办公室 石泉镇党政办公室"""
SUBDISTRICTS = """东门街道办事处 东门街道 东门街道办 南浦区人民政府东门街道办事处
东门街道办事处党政综合办公室"""
UNKNOWNS = """河阳县人民政府办公室 云岭市人民政府办公厅 河阳县政府办 云岭经济技术开发区管理委员会
云岭高新区管委会 天府新区管理委员会 云岭经济技术开发区 苏州工业园区 柳林管理区
河阳县公共资源交易中心 石泉农场 云岭市总工会
河阳县人民医院 云岭职业技术学院 江南省农业科学研究院 河阳县人民法院"""


@pytest.mark.parametrize("name", GOVERNMENTS.split())
def test_governments_of_a_county_and_above(name: str) -> None:
    assert issuer_kind(name) == "government"


@pytest.mark.parametrize("name", DEPARTMENTS.split())
def test_departments(name: str) -> None:
    assert issuer_kind(name) == "department"


@pytest.mark.parametrize("name", TOWNSHIPS.split())
def test_townships(name: str) -> None:
    assert issuer_kind(name) == "township"


@pytest.mark.parametrize("name", SUBDISTRICTS.split())
def test_subdistricts(name: str) -> None:
    assert issuer_kind(name) == "subdistrict"


@pytest.mark.parametrize("name", [*UNKNOWNS.split(), None, "", "石泉"])
def test_offices_that_the_law_does_not_sort(name: str | None) -> None:
    assert issuer_kind(name) == "unknown"


@pytest.mark.parametrize(
    "name",
    f"{GOVERNMENTS} {DEPARTMENTS} {TOWNSHIPS} {SUBDISTRICTS} {UNKNOWNS}".split(),
)
def test_every_such_name_is_the_name_of_an_office(name: str) -> None:
    assert is_office(name)


@pytest.mark.parametrize(
    "text",
    ["无", "无。", "收费0元", "2023年石泉镇", "由石泉镇、松坪乡", "局", "字" * 40 + "局", "张三"],
)
def test_other_lines_are_no_office(text: str) -> None:
    assert not is_office(text)
