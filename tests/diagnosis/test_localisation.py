"""The fewest cells whose change satisfies every identity are found, all of them."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.diagnosis.localisation import Equality, Solution, localise
from tests.diagnosis.tables import CELLS, consistent, equalities

EQUALITIES = equalities()


def test_table_three_has_39_identities() -> None:
    assert len(EQUALITIES) == 39


def test_a_consistent_table_has_nothing_to_repair() -> None:
    assert localise(EQUALITIES, consistent(random.Random(1))) == ()


@pytest.mark.parametrize("change", [1, 9, -1])
def test_one_wrong_cell_is_identified_alone_whichever_it_is(change: int) -> None:
    rng = random.Random(7)
    for cell in CELLS:
        values = consistent(rng)
        right = values[cell]
        if right + change < 0:
            continue
        (part,) = localise(EQUALITIES, values | {cell: right + change})
        assert part.complete
        assert part.solutions == (Solution({cell: right}),)


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_two_wrong_cells_are_among_the_smallest_repairs(rng: random.Random) -> None:
    values = consistent(rng)
    first, second = rng.sample(CELLS, 2)
    right = {first: values[first], second: values[second]}
    wrong = {first: right[first] + 3, second: right[second] + 5}
    parts = localise(EQUALITIES, values | wrong, most_steps=1_000_000)
    solutions = [dict(s.expected) for part in parts for s in part.solutions]
    assert right in solutions or all(len(solution) == 1 for solution in solutions)


def test_a_lone_sum_tells_every_cell_that_could_be_wrong() -> None:
    row = Equality({"a": 1, "b": 1, "total": -1})
    (part,) = localise([row], {"a": 2, "b": 1, "total": 4})
    found = {cell: number for s in part.solutions for cell, number in s.expected.items()}
    assert found == {"a": 3, "b": 2, "total": 3}


def test_a_repair_is_never_negative() -> None:
    row = Equality({"a": 1, "b": 1, "total": -1})
    (part,) = localise([row], {"a": 5, "b": 1, "total": 2})
    assert {cell for s in part.solutions for cell in s.expected} == {"a", "total"}


def test_a_repair_is_never_a_fraction() -> None:
    (part,) = localise([Equality({"a": 2}, -3)], {"a": 1})
    assert part.solutions == ()
    assert not part.complete


def test_independent_sums_are_repaired_independently() -> None:
    rows = [Equality({"a": 1, "s": -1}), Equality({"b": 1, "t": -1})]
    parts = localise(rows, {"a": 1, "s": 2, "b": 3, "t": 3})
    assert [part.violated for part in parts] == [(0,)]


def test_a_search_that_is_cut_short_says_so() -> None:
    rng = random.Random(3)
    values = {cell: rng.randint(0, 99) for cell in CELLS}
    (part,) = localise(EQUALITIES, values, most_steps=0)
    assert part.solutions == ()
    assert not part.complete


def test_more_wrong_cells_than_looked_for_are_not_explained() -> None:
    rng = random.Random(5)
    values = {cell: rng.randint(0, 99) for cell in CELLS}
    (part,) = localise(EQUALITIES, values, most_cells=1)
    assert part.solutions == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([-1, 1]), min_size=2),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.integers(0, 6), min_size=6, max_size=6),
)
def test_the_smallest_repairs_are_those_of_exhaustive_search(
    sums: list[dict[str, int]], numbers: list[int]
) -> None:
    values = dict(zip("abcdef", numbers, strict=True))
    rows = [Equality(coefficients) for coefficients in sums]
    parts = localise(rows, values, most_steps=1_000_000)
    for part in parts:
        cells = sorted({cell for s in part.solutions for cell in s.expected})
        sizes = {len(s.expected) for s in part.solutions}
        assert len(sizes) <= 1
        for solution in part.solutions:
            repaired = values | dict(solution.expected)
            for index in part.violated:
                assert sum(c * repaired[x] for x, c in rows[index].coefficients.items()) == 0
        if sizes == {2}:
            assert not any(_repairs(rows, values, part.violated, {c}) for c in "abcdef")
        assert cells == sorted(set(cells))


def _repairs(
    rows: list[Equality], values: dict[str, int], violated: tuple[int, ...], cells: set[str]
) -> bool:
    """Whether some change of one cell by at most 40 satisfies every row."""
    for cell in cells:
        for number in range(41):
            if number == values[cell]:
                continue
            changed = values | {cell: number}
            if all(
                sum(c * changed[x] for x, c in row.coefficients.items())
                == (
                    0
                    if index in violated
                    else sum(c * values[x] for x, c in row.coefficients.items())
                )
                for index, row in enumerate(rows)
            ):
                return True
    return False


def test_every_pair_of_solutions_differs() -> None:
    row = Equality({"a": 1, "b": 1, "c": 1, "total": -1})
    (part,) = localise([row], {"a": 2, "b": 1, "c": 0, "total": 9})
    assert all(x != y for x, y in combinations(part.solutions, 2))
