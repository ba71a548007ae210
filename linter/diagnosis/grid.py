"""The statutory tables as rows and columns of cells: what stands beside what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from linter.forms import Form
from linter.records import record


@record
class Grid:
    """One table: ``rows`` are its cells, all rows of one length. ``totals`` hold sums."""

    rows: tuple[tuple[str, ...], ...]
    totals: frozenset[str]

    @property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        return tuple(zip(*self.rows, strict=True))

    def beside(self) -> Mapping[str, tuple[str, ...]]:
        """The cells to the left and right of each cell, above and below it."""
        found: dict[str, list[str]] = {}
        for line in (*self.rows, *self.columns):
            for one, next_one in pairwise(line):
                found.setdefault(one, []).append(next_one)
                found.setdefault(next_one, []).append(one)
        return {cell: tuple(cells) for cell, cells in found.items()}


def grids(form: Form) -> tuple[Grid, ...]:
    """The tables of ``form`` that can be drawn as one grid: three and four."""
    found = []
    for table in form.tables.values():
        rows = tuple(row.cells() for row in table.rows)
        if len({_columns(row) for row in rows}) == 1:
            found.append(Grid(rows, frozenset(_totals(rows))))
    return tuple(found)


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.rpartition(".")[2] for cell in cells)


def _totals(rows: Sequence[Sequence[str]]) -> list[str]:
    """The cells that hold a sum, by the names that the model gives to rows and columns."""
    return [
        cell for row in rows for cell in row if cell.endswith(".total") or ".results_total." in cell
    ]
