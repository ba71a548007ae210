"""What may be left out of the data, and what is said about data that is wrong."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from linter.forms import load_form
from linter.model.edition import OwnEdition
from linter.writing.data_checking import checked
from linter.writing.drafting import drafted
from linter.writing.mistakes import DataMistakes
from tests.writing.written import mistakes_in

_MINIMAL = {"issuer": "石泉镇人民政府", "year": 2025}


def _closing(data: dict[str, Any]) -> tuple[str, ...]:
    report = checked(data)
    return drafted(report, load_form(report.edition)).closing


def test_an_office_and_a_year_are_enough() -> None:
    report = checked(_MINIMAL)

    assert (report.edition, report.title) == (
        "2021",
        "石泉镇人民政府2025年政府信息公开工作年度报告",
    )
    assert report.tables == {"disclosure", "applications", "review"}
    assert list(report.sections) == list(load_form("2021").sections)
    assert report.figures == {}


def test_a_title_tells_office_and_year() -> None:
    report = checked({"title": "石泉镇2020年政府信息公开工作年度报告"})

    assert (report.edition, report.year, report.issuer) == ("2019", 2020, "石泉镇")


def test_without_a_date_there_is_room_for_it() -> None:
    assert _closing(_MINIMAL) == ("石泉镇人民政府", "2026年　月　日")
    assert _closing({"issuer": None, "year": None, "edition": "2021", "title": "年报"}) == (
        "年　月　日",
    )
    assert _closing({**_MINIMAL, "signed_on": None}) == ()


def test_an_office_that_its_title_calls_otherwise_signs_without_a_date() -> None:
    data = {"title": "石泉镇2025年政府信息公开工作年度报告", "issuer": "石泉镇人民政府"}

    assert _closing({**data, "signed_on": None}) == ("石泉镇人民政府",)
    assert _closing({**data, "issuer": None, "signed_on": "2026-01-05"}) == ("2026年1月5日",)


@pytest.mark.parametrize("date", ["2026-01-15", datetime.date(2026, 1, 15)])
def test_a_date_is_iso_or_that_of_toml(date: object) -> None:
    assert checked({**_MINIMAL, "signed_on": date}).signed_on == datetime.date(2026, 1, 15)


def test_a_section_is_a_text_or_has_one() -> None:
    sections = {"overview": "文字", "problems": {"text": "问题"}, "other": {"heading": "六、其他"}}
    report = checked({**_MINIMAL, "sections": sections})

    texts = {key: prose and (prose.heading, prose.text) for key, prose in report.sections.items()}
    assert texts["overview"] == (None, "文字")
    assert texts["problems"] == (None, "问题")
    assert texts["other"] == ("六、其他", "")


def test_an_opening_of_ones_own_takes_the_place_of_the_customary_one() -> None:
    report = checked({**_MINIMAL, "opening": "甲\n乙"})

    assert drafted(report, load_form("2021")).opening == ("甲", "乙")


def test_a_whole_figure_may_be_written_with_decimals() -> None:
    tables = {"disclosure": {"licensing": {"decisions": Decimal("3.0")}}}

    assert checked({**_MINIMAL, "tables": tables}).figures == {"disclosure.licensing.decisions": 3}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"issuers": 1}, "不认识的键“issuers”，是否想写“issuer”？"),
        ({"zzz\x1b": 1}, "不认识的键“zzz�”"),
        ({"year": "2025"}, "“year”应为年份（整数），现为 “2025”"),
        ({"year": True}, "“year”应为年份（整数），现为 true"),
        ({"title": 5}, "“title”应为文字，现为 5"),
        ({"signed_on": "2026-02-30"}, "“signed_on”应为日期（如 2025-01-15），现为 “2026-02-30”"),
        ({"signed_on": "今天"}, "“signed_on”应为日期（如 2025-01-15），现为 “今天”"),
        ({"sections": []}, "“sections”应为一组数据（键和值），现为 […]"),
        (
            {"sections": {"overviw": ""}},
            "不认识的键“sections.overviw”，是否想写“sections.overview”？",
        ),
        (
            {"sections": {"other": 1}},
            "“sections.other”应为文字或含 heading、text 的一组，现为 1",
        ),
        ({"sections": {"other": {"text": {}}}}, "“sections.other.text”应为文字，现为 {…}"),
        ({"tables": {"review": 3}}, "“tables.review”应为一组数据（键和值），现为 3"),
        (
            {"tables": {"review": {"reconsideration": {"totl": 1}}}},
            "不认识的键“tables.review.reconsideration.totl”，"
            "是否想写“tables.review.reconsideration.total”？",
        ),
        (
            {"tables": {"disclosure": {"licensing": {"decisions": "8"}}}},
            "“tables.disclosure.licensing.decisions”应为0 或正整数，现为 “8”",
        ),
        (
            {"tables": {"disclosure": {"licensing": {"decisions": -1}}}},
            "“tables.disclosure.licensing.decisions”应为0 或正整数，现为 -1",
        ),
        (
            {"tables": {"disclosure": {"licensing": {"decisions": Decimal("1.5")}}}},
            "“tables.disclosure.licensing.decisions”应为0 或正整数，现为 1.5",
        ),
        (
            {"tables": {"disclosure": {"fees": {"amount": Decimal("nan")}}}},
            "“tables.disclosure.fees.amount”应为0 或正数，现为 NaN",
        ),
        (
            {"tables": {"disclosure": {"fees": {"amount": Decimal("1e-99")}}}},
            "“tables.disclosure.fees.amount”应为0 或正数，现为 1E-99",
        ),
        ({"edition": "2012"}, "没有“2012”版格式，应为 2019、2021 之一"),
        ({"year": 2015}, "2015 年度没有统一格式（自 2019 年度起才有）"),
        (
            {"title": "石泉镇2024年政府信息公开工作年度报告"},
            "标题中的年份 2024 与“year”的 2025 不一致",
        ),
    ],
)
def test_what_is_wrong_is_named_by_its_path(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(DataMistakes) as raised:
        checked({**_MINIMAL, **wrong})

    assert [message.zh for message in raised.value.messages] == [told]
    assert all(message.en.isprintable() for message in raised.value.messages)


def test_all_mistakes_are_told_at_once() -> None:
    assert len(mistakes_in({"issuer": 3, "yaer": 2025, "signed_on": 1, "edition": "2021"})) == 4


def test_what_cannot_be_derived_is_missing() -> None:
    assert mistakes_in({}) == [
        "缺少“issuer”：标题中也没有",
        "缺少“year”：标题中也没有",
    ]
    assert mistakes_in({"title": "报告", "year": None}) == [
        "缺少“edition”：没有年份，无法确定格式的版本"
    ]


@pytest.mark.parametrize("raw", [[], 3, None, "文字"])
def test_data_is_a_group(raw: object) -> None:
    assert mistakes_in(raw)[0].startswith("数据应为一组数据（键和值），现为 ")


def test_an_edition_of_a_pack_holds_from_its_year_on() -> None:
    own = [OwnEdition("2021-x", "2021", "某规定", 2026), OwnEdition("2021-y", "2021", "某规定")]

    assert checked({**_MINIMAL, "edition": "2021"}, own).edition == "2021"
    assert checked(_MINIMAL, own).edition == "2021"
    assert checked(_MINIMAL, own, "2019").edition == "2019"
    with pytest.raises(DataMistakes, match="2021-y"):
        checked({**_MINIMAL, "edition": "2021-z"}, own)
