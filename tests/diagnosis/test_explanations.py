"""The mistakes that clerks make are ranked before those that only arithmetic allows."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from linter.diagnosis.explanations import Evidence, Explanation, certainty, explanations
from linter.diagnosis.grid import grids
from linter.diagnosis.localisation import Equality, Number, localise
from linter.forms import load_form
from tests.diagnosis.tables import CELLS, TABLE, consistent, equalities

GRIDS = grids(load_form("2021"))
GRID = next(grid for grid in GRIDS if grid.rows[0][0] in CELLS)
EQUALITIES = equalities()
ROW = [f"review.reconsideration.{key}" for key in ("upheld", "corrected", "other", "pending")]
TOTAL = "review.reconsideration.total"
LONE_SUM = Equality({**dict.fromkeys(ROW, 1), TOTAL: -1})


def ranked(
    values: Mapping[str, Number],
    sums: list[Equality] | None = None,
    stated: Mapping[str, Number] | None = None,
    last_year: Mapping[str, Number] | None = None,
) -> tuple[tuple[Explanation, ...], str]:
    sums = sums or EQUALITIES
    (part,) = localise(sums, values)
    evidence = Evidence(GRIDS, stated=stated or {}, last_year=last_year or {})
    found = explanations(part, sums, values, evidence)
    return found, certainty(found, part.solutions)


def filled() -> dict[str, Number]:
    """Every number differs from its neighbours, as in a large office's table."""
    values: dict[str, Number] = dict(consistent(random.Random(4)))
    for number, row in enumerate(GRID.rows[2:23]):
        for column, cell in enumerate(row[:-1]):
            values[cell] = 100 + 13 * number + 7 * column * column + number * column
    for at in range(6):
        new, carried_in, total, carried_out = (GRID.rows[row][at] for row in (0, 1, 23, 24))
        values[total] = sum(values[row[at]] for row in GRID.rows[2:23])
        values[new] = values[total] + values[carried_out] - values[carried_in]
    for row_cells in GRID.rows:
        values[row_cells[-1]] = sum(values[cell] for cell in row_cells[:-1])
    return values


def truth(right: Mapping[str, Number], wrong: Mapping[str, Number]) -> dict[str, Number]:
    return {cell: right[cell] for cell in right if right[cell] != wrong[cell]}


def test_table_three_and_four_are_grids() -> None:
    assert [(len(grid.rows), len(grid.columns)) for grid in GRIDS] == [(25, 7), (3, 5)]
    assert GRID.rows == tuple(row.cells() for row in TABLE.rows)
    assert {TOTAL, "review.litigation_direct.total"} < GRIDS[1].totals


def test_the_only_smallest_repair_is_proved() -> None:
    right = filled()
    cell = "applications.granted.natural_person"
    found, sure = ranked({**right, cell: right[cell] + 5})
    assert [dict(one.expected) for one in found] == [{cell: right[cell]}]
    assert sure == "proved"


def test_two_numbers_that_were_swapped_come_first() -> None:
    right = filled()
    one, other = "applications.granted.enterprise", "applications.partial.enterprise"
    found, _ = ranked({**right, one: right[other], other: right[one]})
    assert dict(found[0].expected) == {one: right[one], other: right[other]}
    assert found[0].slip in ("cells-swapped", "neighbours-swapped")


@pytest.mark.parametrize("step", [1, -1])
def test_a_row_shifted_by_a_column_is_one_explanation_and_likely(step: int) -> None:
    right = filled()
    row = GRID.rows[2]
    numbers = [right[cell] for cell in row]
    shifted = [0, *numbers[:-1]] if step > 0 else [*numbers[1:], 0]
    wrong = {**right, **dict(zip(row, shifted, strict=True))}
    found, sure = ranked(wrong)
    assert (found[0].slip, dict(found[0].expected), sure) == (
        "shifted",
        truth(right, wrong),
        "likely",
    )


@pytest.mark.parametrize("step", [1, -1])
def test_a_column_shifted_by_a_row_is_one_explanation_and_likely(step: int) -> None:
    right = filled()
    column = GRID.columns[0]
    numbers = [right[cell] for cell in column]
    shifted = [0, *numbers[:-1]] if step > 0 else [*numbers[1:], 0]
    wrong = {**right, **dict(zip(column, shifted, strict=True))}
    found, sure = ranked(wrong)
    assert (found[0].slip, dict(found[0].expected), sure) == (
        "shifted",
        truth(right, wrong),
        "likely",
    )


def test_two_rows_that_were_swapped_are_one_explanation() -> None:
    right = filled()
    one, other = GRID.rows[23], GRID.rows[24]
    wrong = dict(right)
    for a, b in zip(one, other, strict=True):
        wrong[a], wrong[b] = right[b], right[a]
    found, sure = ranked(wrong)
    assert (found[0].slip, dict(found[0].expected)) == ("lines-swapped", truth(right, wrong))
    assert sure == "likely"


def test_of_a_lone_sum_a_total_left_at_zero_is_proved_where_no_part_can_be_less() -> None:
    values = {**dict.fromkeys(ROW, 0), ROW[0]: 2, ROW[2]: 1, TOTAL: 0}
    found, sure = ranked(values, [LONE_SUM])
    assert dict(found[0].expected) == {TOTAL: 3}
    assert (found[0].slip, sure) == ("not-filled", "proved")


def test_of_a_lone_sum_without_a_trace_all_cells_are_candidates() -> None:
    values = {ROW[0]: 2, ROW[1]: 7, ROW[2]: 3, ROW[3]: 9, TOTAL: 25}
    found, sure = ranked(values, [LONE_SUM])
    assert sure == "one_of"
    assert {cell for one in found for cell in one.expected} == {*ROW, TOTAL}


def test_what_the_text_states_decides_between_candidates() -> None:
    values = {ROW[0]: 2, ROW[1]: 7, ROW[2]: 3, ROW[3]: 9, TOTAL: 25}
    found, sure = ranked(values, [LONE_SUM], stated={TOTAL: 21})
    assert (dict(found[0].expected), sure) == ({TOTAL: 21}, "likely")


def test_transposed_digits_decide_between_candidates() -> None:
    values = {ROW[0]: 21, ROW[1]: 35, ROW[2]: 3, ROW[3]: 9, TOTAL: 59}
    found, sure = ranked(values, [LONE_SUM])
    assert (dict(found[0].expected), found[0].slip, sure) == (
        {ROW[0]: 12},
        "digits-transposed",
        "likely",
    )


def test_a_number_and_the_total_computed_of_it_cost_little_more_than_the_number() -> None:
    right = filled()
    row = "applications.granted"
    wrong = dict(right)
    for key in ("natural_person", "total"):
        wrong[f"{row}.{key}"] += 5
    found, _ = ranked(wrong)
    best = {frozenset(one.expected): one.cost for one in found}
    assert best[frozenset((f"{row}.natural_person", f"{row}.total"))] < 5


def test_a_number_left_standing_from_last_year_is_likelier_than_any_other_slip() -> None:
    """The total of 83 is last year's; 61 and 12 add up to 73."""
    values: dict[str, Number] = {**dict.fromkeys(ROW, 0), ROW[0]: 61, ROW[3]: 12, TOTAL: 83}
    (first, *_), sure = ranked(values, [LONE_SUM], last_year={**values, ROW[0]: 71})
    assert (first.slip, first.expected) == ("last-year-copied", {ROW[3]: 22})
    (first, *_), sure = ranked(values, [LONE_SUM], last_year={TOTAL: 83, ROW[0]: 71, ROW[3]: 19})
    assert (first.slip, first.expected, sure) == ("last-year-copied", {TOTAL: 73}, "likely")
    (first, *_), _ = ranked(values, [LONE_SUM])
    assert first.slip != "last-year-copied"
