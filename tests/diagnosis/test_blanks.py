"""A blank cell that should hold a number is told; one that stands for zero is not."""

from __future__ import annotations

from linter.diagnosis.blanks import unfilled
from linter.diagnosis.localisation import Equality

ROW = Equality({"a": 1, "b": 1, "total": -1})


def test_a_blank_total_should_hold_the_sum() -> None:
    assert unfilled([ROW], {"a": 2, "b": 3, "total": 0}, {"total"}).expected == {"total": 5}


def test_a_blank_that_stands_for_zero_is_left_alone() -> None:
    assert unfilled([ROW], {"a": 2, "b": 0, "total": 2}, {"b"}).expected == {}


def test_filling_one_blank_determines_the_next() -> None:
    column = Equality({"total": 1, "other": 1, "all": -1})
    values = {"a": 2, "b": 3, "total": 0, "other": 1, "all": 0}
    assert unfilled([ROW, column], values, {"total", "all"}).expected == {"total": 5, "all": 6}


def test_a_blank_is_not_blamed_where_another_identity_refutes_it() -> None:
    column = Equality({"b": 1, "s": -1})
    values = {"a": 2, "b": 0, "total": 9, "s": 0}
    assert unfilled([ROW, column], values, {"b"}).expected == {}


def test_two_blanks_in_one_sum_are_not_guessed() -> None:
    assert unfilled([ROW], {"a": 0, "b": 0, "total": 4}, {"a", "b"}).expected == {}


def test_a_blank_never_stands_for_less_than_nothing() -> None:
    assert unfilled([ROW], {"a": 5, "b": 0, "total": 4}, {"b"}).expected == {}
