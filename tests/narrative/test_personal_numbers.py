"""Numbers of persons are told by how they are built."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.narrative.personal_numbers import (
    is_card_number,
    is_old_resident_id,
    is_resident_id,
    mask,
    mask_address,
)

_DIGITS = st.text("0123456789", min_size=17, max_size=17)


@pytest.mark.parametrize(
    "number",
    ["110101190001010006", "11010119000101009X", "11010119000101009x", "810000199408230021"],
)
def test_region_birthday_and_check_digit_make_an_id(number: str) -> None:
    assert is_resident_id(number)


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("110101190001010010", "check digit"),
        ("000101190001010005", "region"),
        ("110101190002300007", "30 February"),
        ("110101179901010008", "eighteenth century"),
        ("11010119000101006", "length"),
        ("11010A190001010006", "letter"),
        ("", "nothing"),
    ],
)
def test_what_lacks_one_of_them_is_none(number: str, wrong: str) -> None:
    assert not is_resident_id(number), wrong


@given(_DIGITS)
def test_of_all_last_characters_at_most_one_makes_an_id(digits: str) -> None:
    assert sum(is_resident_id(digits + last) for last in "0123456789X") <= 1


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("110101000101001", True),
        ("000101000101001", False),
        ("110101001301001", False),
        ("11010100010100", False),
        ("11010100010100X", False),
    ],
)
def test_an_old_number_has_a_region_and_a_birthday(number: str, expected: bool) -> None:
    assert is_old_resident_id(number) is expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("6217000000000000004", True),
        ("6222000000000009", True),
        ("6217000000000000005", False),
        ("4222000000000003", False),
        ("622200000000000", False),
        ("62170000000000000004", False),
    ],
)
def test_a_card_has_prefix_length_and_check_digit(number: str, expected: bool) -> None:
    assert is_card_number(number) is expected


@given(st.text("0123456789", min_size=13, max_size=16))
def test_of_all_last_digits_exactly_one_makes_a_card(digits: str) -> None:
    assert sum(is_card_number(f"62{digits}{last}") for last in range(10)) == 1


def test_a_mask_keeps_the_length_and_hides_the_middle() -> None:
    assert mask("110101190001010006") == "1101**********0006"
    assert mask("13800000000") == "138****0000"
    assert mask("6222000000000009") == "6222********0009"
    assert mask_address("lihua@qq.com") == "l***@qq.com"
