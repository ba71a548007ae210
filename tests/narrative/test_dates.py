"""Dates that the calendar lacks, days without 日, and where the figures end."""

from __future__ import annotations

import datetime

import pytest

from linter.model.report import Deviation
from linter.narrative.dates import cut_offs, dates, days_without_mark
from linter.narrative.prose import prose_of
from linter.narrative.units import units_in_cells
from linter.records import replace
from tests.narrative.texts import prose, report


def _valid(text: str) -> list[object]:
    return [one.fields["valid"] for one in dates(prose({"overview": [text]}))]


@pytest.mark.parametrize(
    "text",
    ["2023年2月30日", "二〇二四年二月三十日", "2024.2.30", "2024-13-01", "公示期至2023/6/31，"],
)
def test_days_that_the_calendar_lacks_are_recorded_as_such(text: str) -> None:
    assert _valid(text) == [0]


@pytest.mark.parametrize(
    "text",
    [
        "电话0931-8810-12-34",
        "编号2023.13.45.6",
        "传真1234-56-78",
        "8810-56-78",
        "索引号11331024/2024-13-99-1",
    ],
)
def test_numbers_that_only_look_like_dates_are_none(text: str) -> None:
    assert _valid(text) == []


def test_a_day_of_the_calendar_carries_its_date() -> None:
    (one,) = dates(prose({"overview": ["二〇二四年一月十七日"]}))
    assert one.fields == {"valid": 1, "date": datetime.date(2024, 1, 17)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("从2023年1月1日至12月31止", "12月31"),
        ("2023年1月1至12月31日", "1月1"),
        ("自2023年1月1起", "1月1"),
        ("二〇二三年元月1至", "元月1"),
    ],
)
def test_a_day_that_lacks_its_mark_is_found(text: str, day: str) -> None:
    assert [one.text for one in days_without_mark(prose({None: [text]}))] == [day]


@pytest.mark.parametrize(
    "text", ["2023年12月31日止", "2023年1-12月至今", "12月31号止", "1月至12月", "2023年12月310至"]
)
def test_whole_days_and_months_lack_nothing(text: str) -> None:
    assert days_without_mark(prose({None: [text]})) == ()


@pytest.mark.parametrize(
    "text",
    [
        "本报告所列数据截至2023年12月25日。",
        "所列数据截止日期为2023年12月25日，电子版可下载。",
        "报告中所涉及的数据核定时间点为2023年12月25日。",
        "统计截止时间：二〇二三年十二月二十五日",
    ],
)
def test_the_day_on_which_the_figures_end_is_found(text: str) -> None:
    (one,) = cut_offs(prose({None: [text]}))
    assert one.fields == {"date": datetime.date(2023, 12, 25)}


def test_a_cut_off_may_run_over_two_lines() -> None:
    (one,) = cut_offs(prose({None: ["前言。", "所列数据截至2023年", "12月25日。"]}))
    assert (one.text, one.place.line) == ("数据截至2023年12月25日", 2)


@pytest.mark.parametrize(
    "text",
    [
        "截至2023年11月30日，公开信息30条。",
        "数据截至目前。",
        "数据截至2023年13月1日。",
        "报名截止2023年6月1日",
    ],
)
def test_other_ends_are_none(text: str) -> None:
    assert cut_offs(prose({None: [text]})) == ()


def test_only_the_opening_says_where_the_figures_end() -> None:
    assert cut_offs(prose({"overview": ["数据截至2023年11月30日，公开信息30条。"]})) == ()


def test_units_in_cells_are_those_that_structure_noted() -> None:
    noted = Deviation("cell-unit", "disclosure.fees.amount", facts={"found": "3185200元"})
    other = Deviation("row-added", "disclosure", facts={"found": "行政检查"})
    records = units_in_cells(prose_of(replace(report({}), deviations=(noted, other))))
    assert [one.text for one in records] == ["3185200元"]
