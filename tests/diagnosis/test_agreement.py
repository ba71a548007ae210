"""The search agrees with an independent solver in size and set of the smallest repairs."""

from __future__ import annotations

import random

import pytest

from linter.diagnosis.localisation import Equality, localise
from tests.diagnosis.milp import smallest_supports
from tests.diagnosis.tables import CELLS, consistent, equalities

_SIDE = 4


def small_table(rng: random.Random) -> tuple[list[Equality], dict[str, int]]:
    """A square with sums to the right and below, filled consistently."""
    inner = [(row, column) for row in range(_SIDE) for column in range(_SIDE)]
    values = {f"{row}{column}": rng.choice((0, 0, 1, 2, 9, 30)) for row, column in inner}
    sums: list[Equality] = []
    for line in range(_SIDE):
        for cells, total in (
            ([f"{line}{column}" for column in range(_SIDE)], f"r{line}"),
            ([f"{row}{line}" for row in range(_SIDE)], f"c{line}"),
        ):
            values[total] = sum(values[cell] for cell in cells)
            sums.append(Equality({**dict.fromkeys(cells, 1), total: -1}))
    return sums, values


def found_supports(sums: list[Equality], values: dict[str, int]) -> set[frozenset[str]]:
    """The smallest sets of cells over all parts together, as the product finds them."""
    supports: set[frozenset[str]] = {frozenset()}
    for part in localise(sums, values, most_steps=1_000_000):
        assert part.complete
        supports = {
            one | frozenset(solution.expected) for one in supports for solution in part.solutions
        }
    return supports


@pytest.mark.parametrize("seed", range(30))
def test_small_tables_with_up_to_three_wrong_cells(seed: int) -> None:
    rng = random.Random(seed)
    sums, values = small_table(rng)
    for cell in rng.sample(sorted(values), rng.randint(1, 3)):
        values[cell] = max(0, values[cell] + rng.choice((-2, -1, 1, 3, 9)))
    assert found_supports(sums, values) == smallest_supports(sums, values)


@pytest.mark.parametrize("seed", range(1))
def test_table_three_with_two_wrong_cells(seed: int) -> None:
    rng = random.Random(seed)
    values = consistent(rng)
    for cell in rng.sample(CELLS, 2):
        values[cell] += rng.choice((1, 3, 10))
    sums = equalities()
    assert found_supports(sums, values) == smallest_supports(sums, values)
