"""Table three as numbers: its 39 identities and random consistent fillings."""

from __future__ import annotations

import random
from collections.abc import Callable

from linter.diagnosis.localisation import Equality
from linter.forms import load_form

TABLE = load_form("2021").tables["applications"]
COLUMNS = tuple(column.key for column in TABLE.columns)
ROWS = tuple(row.path for row in TABLE.rows)
CELLS = TABLE.cells()
FRAME = ("new", "carried_in", "results_total", "carried_out")
RESULTS = tuple(row for row in ROWS if row.removeprefix("applications.") not in FRAME)


def equalities() -> list[Equality]:
    """7 balances, 7 result sums and 25 row sums."""
    found = []
    for column in COLUMNS:
        new, carried_in, total, carried_out = (f"applications.{row}.{column}" for row in FRAME)
        found.append(Equality({new: 1, carried_in: 1, total: -1, carried_out: -1}))
        found.append(Equality({**{f"{row}.{column}": 1 for row in RESULTS}, total: -1}))
    for row in ROWS:
        parts = {f"{row}.{column}": 1 for column in COLUMNS[:-1]}
        found.append(Equality({**parts, f"{row}.total": -1}))
    return found


def consistent(rng: random.Random) -> dict[str, int]:
    """A filling that satisfies every identity, with the same few numbers again and again."""
    return _filled(rng, lambda: rng.choice((0, 0, 0, 0, 1, 2, 7, 31)))


def as_in_a_city(rng: random.Random) -> dict[str, int]:
    """A filling such as those of cities: two cells in five filled, some of them with much."""
    return _filled(rng, lambda: int(rng.lognormvariate(2, 1.3)) if rng.random() < 0.4 else 0)


def _filled(rng: random.Random, number: Callable[[], int]) -> dict[str, int]:
    values = {f"{row}.{column}": 0 for row in ROWS for column in COLUMNS}
    for column in COLUMNS[:-1]:
        for row in RESULTS:
            values[f"{row}.{column}"] = number()
        total = sum(values[f"{row}.{column}"] for row in RESULTS)
        carried_out = rng.choice((0, 0, 1, 4))
        carried_in = rng.randint(0, min(3, total + carried_out))
        values[f"applications.results_total.{column}"] = total
        values[f"applications.carried_out.{column}"] = carried_out
        values[f"applications.carried_in.{column}"] = carried_in
        values[f"applications.new.{column}"] = total + carried_out - carried_in
    for row in ROWS:
        values[f"{row}.total"] = sum(values[f"{row}.{column}"] for column in COLUMNS[:-1])
    return values
