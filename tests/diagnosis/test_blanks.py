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


def test_of_two_blanks_that_are_addends_none_is_guessed() -> None:
    assert unfilled([ROW], {"a": 0, "b": 0, "total": 4}, {"a", "b"}).expected == {}


def test_a_blank_never_stands_for_less_than_nothing() -> None:
    assert unfilled([ROW], {"a": 5, "b": 0, "total": 4}, {"b"}).expected == {}


def test_a_blank_total_is_told_where_zeros_are_left_blank_as_well() -> None:
    values = {"a": 2, "b": 0, "total": 0}
    assert unfilled([ROW], values, {"b", "total"}).expected == {"total": 2}


def test_totals_of_rows_are_filled_before_the_total_of_their_column() -> None:
    other = Equality({"c": 1, "d": 1, "subtotal": -1})
    column = Equality({"total": 1, "subtotal": 1, "z": 1, "all": -1})
    values = {"a": 2, "b": 0, "total": 0, "c": 3, "d": 0, "subtotal": 0, "z": 4, "all": 0}
    blank = {"b", "d", "total", "subtotal", "all"}
    found = unfilled([column, ROW, other], values, blank).expected
    assert found == {"total": 2, "subtotal": 3, "all": 9}
