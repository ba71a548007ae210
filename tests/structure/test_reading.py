"""A document read as a report: the whole way."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

import pytest

from linter.forms import EDITIONS
from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.model.report import Report
from linter.structure.reading import read_document
from tests.structure.documents import (
    KEYS,
    SIX,
    TABLES,
    YEARS,
    Part,
    about,
    blocks,
    chrome,
    document,
    grid,
    heading,
    kinds,
    loose,
    numbers,
    parts,
    read,
    report,
    table_text,
    table_values,
)

Texts = Sequence[str]
PERIOD = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"


def _state(report: Report, path: str) -> tuple[str, object]:
    value = report.value(path)
    return value.state, value.value


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_flawless_report_is_read_whole(edition: str) -> None:
    found = report(edition)
    year = YEARS[edition]
    assert (found.edition, found.year, found.issuer) == (edition, year, "石泉镇人民政府")
    assert found.title == f"石泉镇{year}年政府信息公开工作年度报告"
    assert found.signed_on == datetime.date(year + 1, 1, 17)
    assert found.deviations == ()
    assert found.tables == dict.fromkeys(TABLES, True)
    for key in TABLES:
        assert numbers(found, key) == table_values(edition, key)


def test_sections_hold_their_prose_without_tables_and_frame() -> None:
    found = report(disclosure="数据如下。", after="打印")
    texts = {key: section.text for key, section in found.sections.items() if section}
    assert list(texts) == list(KEYS)
    assert texts["disclosure"] == "数据如下。"
    assert texts["applications"] == ""
    assert texts["other"] == "本年度未收取信息处理费。"
    assert found.value("sections.review.text").state == "blank"
    assert found.value("sections.other.heading").value == SIX[5]


def test_an_absent_section_is_none_and_its_values_are_absent() -> None:
    found = report(other_heading=None, other=None)
    assert found.sections["other"] is None
    assert found.value("sections.other.text").state == "absent"
    assert found.value("sections.other.heading").state == "absent"


# --- layouts ----------------------------------------------------------------------------------


def _rows(text: str) -> list[list[str]]:
    rows = [
        [cell for cell in line.split("|") if cell not in ("<", "^")] for line in text.split("\n")
    ]
    return [row for row in rows if row]


LAYOUTS: dict[str, Callable[[str], Part]] = {
    "grid": grid,
    "cells in order": lambda text: loose("\n".join("|".join(row) for row in _rows(text))),
    "merged cells left empty": loose,
    "one cell a paragraph": lambda text: [cell for row in _rows(text) for cell in row],
    "rows with tabs": lambda text: ["\t".join(row) for row in _rows(text)],
    "rows with bars": lambda text: [" | ".join(row) for row in _rows(text)],
    "columns apart by blanks": lambda text: ["   ".join(row) for row in _rows(text)],
    "all in one paragraph": lambda text: "⏎".join("\t".join(row) for row in _rows(text)),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_layout_of_the_tables_gives_the_same_cells(
    edition: str, layout: Callable[[str], Part]
) -> None:
    tables: dict[str, Part] = {f"{key}_table": layout(table_text(edition, key)) for key in TABLES}
    found = report(edition, **tables)
    assert about(found) == []
    for key in TABLES:
        assert numbers(found, key) == table_values(edition, key)
        section = found.sections[key]
        assert section is not None
        assert section.text == ""


def test_table_two_in_four_tables_with_captions_is_one_table() -> None:
    pieces: list[Part] = []
    for line in table_text("2021", "disclosure").replace("|<", "").split("\n"):
        if line.startswith("第二十条"):
            pieces += [line, ""]
        else:
            pieces[-1] = f"{pieces[-1]}\n{line}".strip()
    captioned = [grid(p) if isinstance(p, str) and "|" in p else p for p in pieces]
    found = report(disclosure_table=captioned)
    assert about(found) == []
    assert numbers(found, "disclosure") == table_values("2021", "disclosure")


def test_the_page_around_the_article_does_not_matter() -> None:
    above: list[Part] = [chrome("首页 > 政务公开 > 政府信息公开年报"), chrome("一、总体情况")]
    meta = grid("索引号|000014349/2024-00017\n发布机构|石泉镇人民政府\n名称|石泉镇年报")
    below: list[Part] = [chrome("主办单位：河阳县人民政府"), chrome("2025年3月2日")]
    found = read(above, meta, "发布日期：2024-01-18 10:30　浏览次数：12", parts(), below)
    assert about(found) == []
    assert found.signed_on == datetime.date(2024, 1, 17)


def test_the_report_printed_twice_on_a_page_is_read_once() -> None:
    found = read(parts(), "相关链接", parts())
    assert about(found) == []
    assert numbers(found, "applications") == table_values("2021", "applications")


def test_the_tools_and_links_behind_a_report_without_sign_off_are_no_prose() -> None:
    found = report(issuer=None, date=None, after="【打印】【关闭】\n河阳县人民政府\n2025年3月2日")
    assert (found.issuer, found.signed_on) == ("石泉镇", None)
    section = found.sections["other"]
    assert section is not None
    assert section.text == "本年度未收取信息处理费。"


OWN_TABLES = {
    "channels": "公开渠道|条数\n政府网站|100\n其他|5\n合计|105",
    "applicants": "申请人|数量\n自然人|10\n商业企业|2\n总计|12",
    "enforcement": "事项|数量\n行政许可|12\n行政处罚|3",
    "disputes": "类别|数量\n行政复议|2\n行政诉讼|3\n总计|5",
    "fees": "收费项目|数量\n其他|1\n合计|1",
}


@pytest.mark.parametrize("text", OWN_TABLES.values(), ids=OWN_TABLES)
@pytest.mark.parametrize("section", ["overview", "problems", "other"])
def test_an_offices_own_table_in_another_section_is_none_of_the_statutory_ones(
    text: str, section: str
) -> None:
    changed: dict[str, Part] = {section: ["具体情况见下表。", grid(text)]}
    found = report(**changed)
    assert about(found) == []
    for key in TABLES:
        assert numbers(found, key) == table_values("2021", key)


# --- edition ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("edition", "year"), [("2019", 2023), ("2021", 2020)])
def test_the_form_of_the_wrong_year_is_read_and_said(edition: str, year: int) -> None:
    found = report(edition, title=f"石泉镇{year}年政府信息公开工作年度报告")
    assert about(found) == [("wrong-edition", "disclosure")]
    other = {"2019": "2021", "2021": "2019"}[edition]
    assert found.deviations[0].facts == {"found": edition, "expected": other, "year": year}
    assert (found.edition, found.value("form_edition").value) == (edition, edition)
    assert numbers(found, "applications") == table_values(edition, "applications")


def test_one_row_of_other_handling_does_not_make_the_older_edition() -> None:
    lines = table_text("2021", "applications").split("\n")
    start = next(i for i, line in enumerate(lines) if "（六）其他处理" in line)
    merged = [*lines[:start], "^|（六）其他处理|<|1|2|3|4|5|6|7", *lines[start + 3 :]]
    found = report(applications_table=grid("\n".join(merged)))
    assert found.edition == "2021"
    assert about(found) == [("rows-merged", "applications.closed")]


def test_without_table_two_the_year_chooses_the_edition() -> None:
    found = report("2019", disclosure_table=None, disclosure="无。")
    assert (found.edition, found.value("form_edition").state) == ("2019", "absent")
    assert kinds(found) == ["table-missing"]


def test_a_chosen_edition_is_not_second_guessed() -> None:
    found = read(parts("2021"), edition="2019")
    assert found.edition == "2019"
    assert "wrong-edition" not in kinds(found)
    assert "row-missing" in kinds(found)


# --- year -------------------------------------------------------------------------------------

NO_FRAME: dict[str, Part] = {"title": None, "issuer": None, "date": None}
NO_YEAR = "石泉镇政府信息公开工作年度报告"


def test_the_title_tells_the_year_before_all_else() -> None:
    found = read(parts(opening=PERIOD.replace("2023", "2022")), name="2021年.docx")
    assert (found.year, _state(found, "title_year")) == (2023, ("filled", 2023))
    assert _state(found, "file_year") == ("filled", 2021)
    assert _state(found, "period_start") == ("filled", datetime.date(2022, 1, 1))


def test_the_period_tells_the_year_where_the_title_does_not() -> None:
    assert report(title=NO_YEAR, opening=PERIOD).year == 2023


def test_the_sign_off_tells_the_year_where_the_title_and_the_period_do_not() -> None:
    assert report(title=NO_YEAR).year == 2023


@pytest.mark.parametrize("name", ["石泉镇2023年年报.docx", "2023年度报告.html"])
def test_the_name_of_the_file_tells_the_year_last(name: str) -> None:
    assert (
        read(parts(**NO_FRAME, overview="工作有序开展。", problems="已整改。"), name=name).year
        == 2023
    )


@pytest.mark.parametrize(
    "name",
    [
        "2024年上报/石泉镇2023年年报.docx",
        "2024年1月17日报送-石泉镇2023年年报.docx",
        "a/2024年/2023年.txt",
    ],
)
def test_a_folder_or_a_date_in_the_name_is_not_the_files_year(name: str) -> None:
    assert read(parts(), name=name).value("file_year").value in (2023, None)


def test_the_title_of_the_page_tells_the_year() -> None:
    page = "石泉镇2023年政府信息公开工作年度报告_河阳县人民政府"
    found = read_document(document(*parts(**NO_FRAME), page_title=page))
    assert found.year == 2023


def test_no_year_at_all_is_none() -> None:
    found = read(parts(**NO_FRAME, overview="工作有序开展。", problems="已整改。"))
    assert (found.year, found.value("year").state) == (None, "absent")
    assert (found.title, found.issuer, found.signed_on) == (None, None, None)
    assert found.value("issuer_kind").state == "absent"


# --- period, issuer, sign-off -----------------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [
        {"opening": PERIOD},
        {"overview": f"（一）基本情况。{PERIOD}"},
        {"opening": "本报告所列数据的统计期限自2023年1月1\n日起至2023年12月31日止。"},
    ],
)
def test_the_period_is_read_from_the_opening_or_section_one(changed: dict[str, Part]) -> None:
    found = report(**changed)
    assert _state(found, "period_start") == ("filled", datetime.date(2023, 1, 1))
    assert _state(found, "period_end") == ("filled", datetime.date(2023, 12, 31))


def test_an_impossible_day_of_the_period_is_invalid() -> None:
    found = report(opening=PERIOD.replace("12月31日", "12月32日"))
    assert found.value("period_end").state == "invalid"
    assert found.value("period_end").text == "2023年12月32日"


@pytest.mark.parametrize(
    "text",
    ["2023年5月1日至5月31日期间，我镇开展政务公开宣传。", "公示期限为2023年5月1日至5月7日。"],
)
def test_another_range_of_dates_is_no_period(text: str) -> None:
    assert report(overview=text).value("period_start").state == "absent"


def test_a_period_in_a_later_section_is_none() -> None:
    assert report(other=PERIOD).value("period_start").state == "absent"


def test_the_issuer_is_as_signed_else_as_the_title_has_it() -> None:
    signed = report(issuer="河阳县石泉镇人民政府")
    assert (signed.issuer, signed.value("issuer_kind").value) == (
        "河阳县石泉镇人民政府",
        "township",
    )
    titled = report(issuer=None)
    assert (titled.issuer, titled.value("issuer_kind").value) == ("石泉镇", "township")


@pytest.mark.parametrize(
    "lines",
    [
        "无。⏎石泉镇人民政府⏎2024年1月17日",
        "无。⏎石泉镇人民政府 2024年1月17日",
        "无。石泉镇人民政府 2024年1月17日",
    ],
)
def test_a_sign_off_inside_the_last_paragraph_is_found_and_no_prose(lines: str) -> None:
    found = report(other=lines, issuer=None, date=None)
    assert (found.issuer, found.signed_on) == ("石泉镇人民政府", datetime.date(2024, 1, 17))
    section = found.sections["other"]
    assert section is not None
    assert section.text == "无。"
    assert about(found) == []


def test_an_impossible_sign_off_is_invalid_and_recorded() -> None:
    found = report(date="2024年2月30日")
    assert found.signed_on is None
    assert (found.value("signed_on").state, found.value("signed_on").text) == (
        "invalid",
        "2024年2月30日",
    )
    assert [p.text for p in found.closing] == ["2024年2月30日"]


# --- what is no report ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("你好",),
        ("石泉镇2023年政府信息公开工作年度报告",),
        ("石泉镇政府信息公开指南", "一、主动公开", "甲。", "二、依申请公开", "乙。"),
        ("石泉镇召开政府信息公开工作年度报告会", "会议强调做好公开工作。"),
        (
            "石泉镇2023年法治政府建设年度报告",
            SIX[0],
            "甲。",
            "二、存在的主要问题及改进情况",
            "乙。",
        ),
        ("石泉镇2023年工作总结", SIX[0], "甲。", "二、其他需要报告的事项", "乙。"),
    ],
)
def test_a_document_without_a_part_of_the_form_is_no_report(lines: Texts) -> None:
    with pytest.raises(InputProblem) as problem:
        read(*lines)
    assert (problem.value.rule, problem.value.facts) == ("E907", {"reason": "no-statutory-part"})


def test_a_report_from_before_the_unified_form_is_said() -> None:
    with pytest.raises(InputProblem) as problem:
        read("石泉镇2018年政府信息公开工作年度报告", *SIX[:2], "甲。")
    assert problem.value.facts == {"reason": "before-unified-form"}


def test_an_earlier_year_on_the_unified_form_is_read() -> None:
    found = report("2019", title="石泉镇2018年政府信息公开工作年度报告")
    assert (found.year, found.edition) == (2018, "2019")
    assert "wrong-edition" not in kinds(found)


def test_a_title_and_one_section_are_a_report() -> None:
    found = read("石泉镇2023年政府信息公开工作年度报告", SIX[0], "甲。")
    assert kinds(found).count("section-missing") == 5


def test_one_statutory_table_is_a_report() -> None:
    assert read(grid(table_text("2021", "review"))).tables["review"]


def test_an_article_taken_for_page_furniture_is_read() -> None:
    marked = [chrome(p) if p in SIX else p for p in parts()]
    assert set(about(read(*marked))) <= {("title-missing", "title")}


def test_headings_may_be_marked_by_the_format() -> None:
    marked = [heading(p) if isinstance(p, str) and p in SIX else p for p in parts()]
    assert about(read(heading("政府信息公开年报", 1), *marked)) == []


def test_reading_twice_gives_the_same() -> None:
    same = Document("text", blocks(*parts()))
    assert read_document(same) == read_document(same)
