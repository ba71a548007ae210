"""Whether the cells that are wrong are named: slips in tables three, and what is said of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from linter.diagnosis.explanations import Evidence, certainty, explanations
from linter.diagnosis.grid import grids
from linter.diagnosis.localisation import localise
from linter.forms import load_form
from linter.model.rule import Text
from linter.records import record
from tests.diagnosis.tables import CELLS, as_in_a_city, equalities

Filling = dict[str, int]
EQUALITIES = equalities()
_GRIDS = grids(load_form("2021"))
_GRID = next(grid for grid in _GRIDS if grid.rows[0][0] in CELLS)
_EVIDENCE = Evidence(_GRIDS)
_FIRST_FEW = 3


@record
class SlipFigures:
    """Of ``slips`` that can be seen at all: in how many the truth is the first explanation,
    among the first three, and how many explanations called proved are not the truth.
    """

    name: Text
    slips: int
    first: int
    among_three: int
    wrongly_proved: int


def one_wrong(rng: random.Random, values: Filling) -> None:
    cell = rng.choice(CELLS)
    values[cell] = _another(rng, values[cell])


def two_wrong(rng: random.Random, values: Filling) -> None:
    for cell in rng.sample(CELLS, 2):
        values[cell] = _another(rng, values[cell])


def one_off(rng: random.Random, values: Filling) -> None:
    """A number typed into the cell beside its own, which held another."""
    line = rng.choice((*_GRID.rows, *_GRID.columns))
    at = rng.randrange(len(line) - 1)
    _exchange(values, line[at], line[at + 1])


def two_swapped(rng: random.Random, values: Filling) -> None:
    one, other = rng.sample(rng.choice((*_GRID.rows, *_GRID.columns)), 2)
    _exchange(values, one, other)


def row_shifted(rng: random.Random, values: Filling) -> None:
    _shift(rng, values, rng.choice(_GRID.rows))


def column_shifted(rng: random.Random, values: Filling) -> None:
    _shift(rng, values, rng.choice(_GRID.columns))


SLIPS: Mapping[Callable[[random.Random, Filling], None], Text] = {
    one_wrong: Text("一个数字有误", "one number wrong"),
    two_wrong: Text("两个互不相干的数字有误", "two independent numbers wrong"),
    one_off: Text("数字填到相邻的行或者列", "a number one row or column off"),
    two_swapped: Text("同一行或者列的两个数字填反", "two numbers of a row or column swapped"),
    row_shifted: Text("整行错开一格", "a whole row shifted"),
    column_shifted: Text("整列错开一格", "a whole column shifted"),
}


def slip_figures(number: int) -> list[SlipFigures]:
    """The figures of every kind of slip, of so many tables each."""
    return [_figures(slip, name, number) for slip, name in SLIPS.items()]


def _figures(
    slip: Callable[[random.Random, Filling], None], name: Text, number: int
) -> SlipFigures:
    rng = random.Random(name.en)
    counts: Counter[str] = Counter()
    while counts["slips"] < number:
        right = as_in_a_city(rng)
        wrong = dict(right)
        slip(rng, wrong)
        truth = {cell: right[cell] for cell in right if right[cell] != wrong[cell]}
        counts.update(_judged(wrong, truth))
    return SlipFigures(
        name, counts["slips"], counts["first"], counts["among"], counts["wrongly proved"]
    )


def _judged(wrong: Filling, truth: Mapping[str, int]) -> Sequence[str]:
    """What one table adds to the counts; nothing where all sums still hold."""
    parts = localise(EQUALITIES, wrong)
    if not parts:
        return ()
    (part,) = parts
    ranked = explanations(part, EQUALITIES, wrong, _EVIDENCE)
    rank = next((n for n, one in enumerate(ranked) if dict(one.expected) == truth), None)
    counts = ["slips"]
    if rank == 0:
        counts.append("first")
    elif ranked and certainty(ranked, part.solutions) == "proved":
        counts.append("wrongly proved")
    if rank is not None and rank < _FIRST_FEW:
        counts.append("among")
    return counts


def _another(rng: random.Random, number: int) -> int:
    """A number that a clerk could have written instead."""
    text = str(number)
    choices = (number + 1, number + 10, int(text + text[-1]), int(text[::-1]), number // 10)
    return rng.choice([one for one in choices if one != number] or [number + 1])


def _exchange(values: Filling, one: str, other: str) -> None:
    values[one], values[other] = values[other], values[one]


def _shift(rng: random.Random, values: Filling, line: Sequence[str]) -> None:
    numbers = [values[cell] for cell in line]
    moved = [0, *numbers[:-1]] if rng.random() < 0.5 else [*numbers[1:], 0]
    values.update(zip(line, moved, strict=True))
