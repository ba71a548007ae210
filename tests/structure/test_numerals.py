"""Chinese numerals: every spelling of a number reads back as that number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.structure.numerals import chinese_number
from tests.structure.chinese_spelling import digit_by_digit, spelled

_BANKERS = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


@given(st.integers(0, 10**9))
def test_every_number_spelled_in_full_reads_back(number: int) -> None:
    assert chinese_number(spelled(number)) == number


@given(st.integers(0, 10**9))
def test_every_number_in_bankers_numerals_reads_back(number: int) -> None:
    assert chinese_number(spelled(number).translate(_BANKERS)) == number


@given(st.integers(10, 19))
def test_ten_to_nineteen_may_leave_out_the_leading_one(number: int) -> None:
    assert chinese_number(spelled(number).removeprefix("一")) == number


@given(st.integers(1000, 2999))
def test_every_year_written_digit_by_digit_reads_back(year: int) -> None:
    assert chinese_number(digit_by_digit(year)) == year


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("两", 2),
        ("两千", 2000),
        ("廿", 20),
        ("廿三", 23),
        ("卅一", 31),
        ("一百五", 150),
        ("一千二", 1200),
        ("一千零二", 1002),
        ("一万二", 12_000),
        ("一万零五", 10_005),
        ("一亿五千万", 150_000_000),
        ("二○二四", 2024),
        ("二零二四", 2024),
        ("二O二四", 2024),
        ("二0二四", 2024),
    ],
)
def test_short_and_mixed_spellings_are_read(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize("text", ["", "无", "abc", "一x", "十十", "十二三", "万", "百", "亿"])
def test_what_spells_no_number_is_none(text: str) -> None:
    assert chinese_number(text) is None
