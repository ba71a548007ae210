"""How one number came to stand in place of another, the likeliest slip first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.diagnosis.slips import OTHER, slip


@pytest.mark.parametrize(
    ("actual", "expected", "kind"),
    [
        (None, 12, "not-filled"),
        (0, 12, "not-filled"),
        (21, 12, "digits-transposed"),
        (1322, 1232, "digits-transposed"),
        (122, 12, "digit-added"),
        (12, 122, "digit-lost"),
        (17, 12, "digit-wrong"),
        (109, 119, "carry-missed"),
        (199, 209, "carry-missed"),
        (35_000, 3, "other"),
        (30_000, 3, "unit"),
        (4, 9, "other"),
    ],
)
def test_the_likeliest_slip_is_named(actual: int | None, expected: int, kind: str) -> None:
    assert slip(actual, expected, total=False).kind == kind


def test_a_zero_tells_little_but_in_a_total() -> None:
    blank, zero = slip(None, 12, total=False), slip(0, 12, total=False)
    assert blank.cost == slip(0, 12, total=True).cost < zero.cost < OTHER.cost


def test_a_number_that_stands_beside_was_copied_from_there() -> None:
    assert slip(4, 9, total=False, neighbours=(4, 0)).kind == "neighbour-copied"
    assert slip(0, 9, total=False, neighbours=(0, 0)).kind == "not-filled"


def test_a_wrong_total_was_not_brought_up_to_date() -> None:
    assert slip(4, 9, total=True).kind == "total-not-updated"
    assert slip(21, 12, total=True).kind == "digits-transposed"


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.booleans())
def test_nothing_is_more_surprising_than_any_other_number(
    actual: int, expected: int, total: bool
) -> None:
    assert 0 < slip(actual, expected, total=total).cost <= OTHER.cost


@given(st.integers(10, 10**6))
def test_a_slip_of_the_fingers_is_likelier_than_any_number(number: int) -> None:
    text = str(number)
    swapped = int(text[:-2] + text[-1] + text[-2])
    if swapped != number:
        assert slip(swapped, number, total=False).cost < OTHER.cost
    assert slip(int(text + text[-1]), number, total=False).cost < OTHER.cost
