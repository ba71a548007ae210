"""Dates, years and the statistics period in running text."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.structure.dates import find_dates, find_period, find_years, only_date
from linter.structure.folding import fold
from tests.structure.chinese_spelling import digit_by_digit, spelled

JANUARY = datetime.date(2024, 1, 17)
YEAR = (datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月17日",
        "2024年01月17日",
        "2024 年 1 月 17 日",
        "２０２４年１月１７日",
        "2024年1月17",
        "2024年1月17号",
        "2024-01-17",
        "2024-1-17",
        "2024.1.17",
        "2024/1/17",
        "２０２４．０１．１７",
        "二〇二四年一月十七日",
        "二零二四年一月十七日",
        "二○二四年一月十七日",
        "二O二四年一月十七日",
        "二Ｏ二四年一月十七日",
        "二0二四年一月十七日",
        "二〇二四年元月十七日",
        "2024年元月17日",
        "（2024年1月17日）",
        "2024年1月17日。",
    ],
)
def test_every_way_to_print_a_day_is_that_day(text: str) -> None:
    found = only_date(fold(text))
    assert found is not None
    assert (found.date, found.year) == (JANUARY, 2024)


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_reads_back_in_numerals(day: datetime.date) -> None:
    month, date = (spelled(number).replace("一十", "十") for number in (day.month, day.day))
    text = f"{digit_by_digit(day.year)}年{month}月{date}日"
    assert [found.date for found in find_dates(text)] == [day]


@pytest.mark.parametrize(
    "text", ["2023年2月29日", "2024年13月1日", "2024年4月31日", "2024-02-30", "0000年1月1日"]
)
def test_a_day_that_the_calendar_lacks_is_found_without_a_date(text: str) -> None:
    assert [found.date for found in find_dates(text)] == [None]


@pytest.mark.parametrize("text", ["2024年1月", "2024年", "20240117", "1月17日", "2024年月日", ""])
def test_what_is_no_full_date_is_not_found(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize("text", ["12024年1月17日", "2024年1月170日"])
def test_digits_are_not_torn_off_longer_numbers(text: str) -> None:
    assert JANUARY not in [found.date for found in find_dates(text)]


def test_several_dates_are_found_in_order_with_their_places() -> None:
    text = "自2023年1月1日起至2023年12月31日止"
    found = list(find_dates(text))
    assert [date.date for date in found] == list(YEAR)
    assert [text[date.start : date.end] for date in found] == ["2023年1月1日", "2023年12月31日"]


@pytest.mark.parametrize("text", ["发布日期:2024-01-17", "2024年1月17日印发", "2024年1月", ""])
def test_a_line_with_more_than_a_date_is_no_bare_date(text: str) -> None:
    assert only_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
        "统计期限自2023年1月1日起，至2023年12月31日止",
        "统计期限为2023年1月1日至12月31日",
        "统计期限：2023年1月1日－2023年12月31日",
        "统计期限2023年1月1日——2023年12月31日",
        "统计时限从2023年1月1日到2023年12月31日",
        "统计期限从二〇二三年一月一日至二〇二三年十二月三十一日",
        "统计期限 2023.1.1-2023.12.31",
        "统计期限为2023-01-01至2023-12-31",
        "本报告中所列数据统计自2023年1月1日至2023年12月31止",
        "统计期限为2023年1月1日0时至2023年12月31日24时",
        "统计期限为2023年1月至12月",
        "统计时间：2023年1月—2023年12月",
        "统计期限自二〇二三年一月至十二月",
    ],
)
def test_the_statistics_period_is_found_in_every_wording(text: str) -> None:
    period = find_period(fold(text))
    assert period is not None
    assert (period[0].date, period[1].date) == YEAR


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我镇开展政务公开工作。",
        "宣传活动时间为2023年5月1日至5月7日。",
        "2023年5月1日至5月31日期间，我镇开展政务公开宣传。",
        "在法定期限内，2023年5月1日至2023年6月1日公示。",
        "培训于2023年3月1日至3月3日举行。",
        "据统计，2023年3月1日至5月31日共收到申请2件。",
        "据不完全统计，2023年1月至6月发布信息30条。",
        "统计数据2023年1月至6月增长较快。",
        "统计期限为2023年1月至13月。",
    ],
)
def test_any_other_range_of_dates_is_no_statistics_period(text: str) -> None:
    assert find_period(fold(text)) is None


def test_an_impossible_end_of_the_period_is_said() -> None:
    period = find_period("统计期限自2023年1月1日起至2023年12月32日止")
    assert period is not None
    assert (period[0].date, period[1].date) == (YEAR[0], None)


def test_a_period_by_months_ends_with_the_last_day_of_its_month() -> None:
    period = find_period("统计期限为2022年12月至2023年11月")
    assert period is not None
    assert [day.date for day in period] == [
        datetime.date(2022, 12, 1),
        datetime.date(2023, 11, 30),
    ]


def test_years_are_found_in_order_in_either_writing() -> None:
    assert find_years("2023年工作总结和二〇二四年计划，共12023年") == [2023, 2024]
