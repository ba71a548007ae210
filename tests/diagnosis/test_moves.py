"""Numbers in the wrong cells: undone, they satisfy every identity."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.diagnosis.grid import Grid
from linter.diagnosis.localisation import Equality, Number, localise, residual
from linter.diagnosis.moves import exchanged, moves

ROWS = (("a1", "a2", "a3", "a"), ("b1", "b2", "b3", "b"), ("1", "2", "3", "sum"))
GRID = Grid(ROWS, frozenset(("a", "b", "1", "2", "3", "sum")))
SUMS = [
    *(Equality({**dict.fromkeys(row[:-1], 1), row[-1]: -1}) for row in ROWS),
    *(Equality({a: 1, b: 1, total: -1}) for a, b, total in zip(*ROWS, strict=True)),
]
RIGHT: Mapping[str, Number] = dict(
    zip(
        (cell for row in ROWS for cell in row),
        (5, 9, 2, 16, 7, 1, 30, 38, 12, 10, 32, 54),
        strict=True,
    )
)


def found(wrong: Mapping[str, Number]) -> dict[str, Mapping[str, Number]]:
    values = {**RIGHT, **wrong}
    violated = [index for index, one in enumerate(SUMS) if residual(one, values)]
    return {move.slip.kind: move.expected for move in moves(GRID, SUMS, violated, values)}


def test_the_filling_is_consistent() -> None:
    assert localise(SUMS, RIGHT) == ()


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ({"a1": 9, "a2": 5}, "neighbours-swapped"),
        ({"a1": 2, "a3": 5}, "cells-swapped"),
        ({"a1": 7, "b1": 5}, "neighbours-swapped"),
        ({"a1": 0, "a2": 5, "a3": 9, "a": 2}, "shifted"),
        ({"a1": 9, "a2": 2, "a3": 16, "a": 0}, "shifted"),
        ({"a1": 0, "b1": 5, "1": 7}, "shifted"),
        (
            {"b1": 12, "b2": 10, "b3": 32, "b": 54, "1": 7, "2": 1, "3": 30, "sum": 38},
            "lines-swapped",
        ),
    ],
)
def test_a_move_is_undone(wrong: Mapping[str, Number], kind: str) -> None:
    assert found(wrong)[kind] == {cell: RIGHT[cell] for cell in wrong}


def test_what_no_move_explains_is_left_alone() -> None:
    assert found({"a1": 50, "b2": 71}) == {}


def test_a_number_that_one_sum_alone_gives_confirms_nothing() -> None:
    row = Grid((ROWS[0],), frozenset("a"))
    values = {"a1": 3, "a2": 1, "a3": 2, "a": 9}
    kinds = {move.slip.kind for move in moves(row, SUMS[:1], [0], values)}
    assert "shifted" not in kinds


def test_two_numbers_are_exchanged_where_each_stands_in_the_place_of_the_other() -> None:
    assert exchanged({"a": 2, "b": 1}, {"a": 1, "b": 2})
    assert not exchanged({"a": 2, "b": 3}, {"a": 1, "b": 2})
    assert not exchanged({"a": 2}, {"a": 1})


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_every_move_that_is_found_satisfies_everything(rng: random.Random) -> None:
    wrong = {cell: rng.randint(0, 40) for cell in rng.sample(sorted(RIGHT), rng.randint(1, 4))}
    values = {**RIGHT, **wrong}
    violated = [index for index, one in enumerate(SUMS) if residual(one, values)]
    if violated:
        for move in moves(GRID, SUMS, violated, values):
            assert not any(residual(one, {**values, **move.expected}) for one in SUMS)
