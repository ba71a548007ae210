"""How long it takes to name what is wrong with a table, by what is wrong with it.

Milliseconds of one table three with all its identities; the last line is a table of random
numbers, where the search is cut short.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from linter.diagnosis.explanations import Evidence, explanations
from linter.diagnosis.grid import grids
from linter.diagnosis.localisation import localise
from linter.forms import load_form
from tests.diagnosis.tables import CELLS, consistent, equalities

ROUNDS = 100
EQUALITIES = equalities()
EVIDENCE = Evidence(grids(load_form("2021")))

Filling = dict[str, int]


def wrong_cells(number: int) -> Callable[[random.Random], Filling]:
    def filling(rng: random.Random) -> Filling:
        values = consistent(rng)
        for cell in rng.sample(CELLS, number):
            values[cell] += rng.choice((1, 2, 3, 9, 10))
        return values

    return filling


def garbage(rng: random.Random) -> Filling:
    return {cell: rng.randint(0, 99) for cell in CELLS}


def milliseconds(filling: Filling) -> float:
    start = time.perf_counter()
    for part in localise(EQUALITIES, filling):
        explanations(part, EQUALITIES, filling, EVIDENCE)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    cases = {f"{number} wrong cells": wrong_cells(number) for number in (1, 2, 3, 4)}
    print(f"{'':16}{'median':>9}{'slowest':>9}  ms")
    for name, make in {**cases, "garbage": garbage}.items():
        rng = random.Random(1)
        times = [milliseconds(make(rng)) for _ in range(ROUNDS)]
        print(f"{name:16}{statistics.median(times):9.1f}{max(times):9.1f}")


if __name__ == "__main__":
    main()
