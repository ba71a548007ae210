"""Error localisation: the fewest cells whose change satisfies every identity.

After Fellegi and Holt (1976): of all ways to make a table consistent the one that changes the
fewest cells is the most likely truth. Exact and complete up to a bound; table three is in
effect an error-correcting code, so that one wrong cell in it is always identified.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from linter.records import record

Number = int | Decimal

MOST_CELLS = 4
MOST_STEPS = 2_000
"""Sets of cells that are tried for a part: a count, so that every machine finds the same."""


class Equality(NamedTuple):
    """``sum(coefficient × cell) + constant = 0``."""

    coefficients: Mapping[str, Number]
    constant: Number = 0


@record
class Solution:
    """One way to repair a table: the value that each culprit should have."""

    expected: Mapping[str, Number]


@record
class Localisation:
    """The smallest repairs of one connected part of the identities.

    ``part`` are the indexes of its equalities, ``violated`` those of the broken ones.
    ``complete`` is False where the search was cut short or more cells are wrong than were
    looked for.
    """

    part: tuple[int, ...]
    violated: tuple[int, ...]
    solutions: tuple[Solution, ...]
    complete: bool


def localise(
    equalities: Sequence[Equality],
    values: Mapping[str, Number],
    *,
    most_cells: int = MOST_CELLS,
    most_steps: int = MOST_STEPS,
) -> tuple[Localisation, ...]:
    """The smallest repairs, one :class:`Localisation` for each part with a broken equality.

    ``values`` holds a number for each cell of the equalities. Repairs are whole and not
    negative. All repairs of the smallest size are found, up to ``most_cells`` cells; after
    ``most_steps`` sets of cells the search of a part stops.
    """
    residuals = [residual(equality, values) for equality in equalities]
    return tuple(
        _Search(equalities, values, residuals, part, most_steps).run(most_cells)
        for part in _parts(equalities)
        if any(residuals[index] for index in part)
    )


def residual(equality: Equality, values: Mapping[str, Number]) -> Fraction:
    """What is left of the equality: 0 where it holds."""
    terms = (Fraction(c) * Fraction(values[cell]) for cell, c in equality.coefficients.items())
    return sum(terms, Fraction(equality.constant))


def _parts(equalities: Sequence[Equality]) -> list[list[int]]:
    """The equalities in groups that share no cell."""
    parent = list(range(len(equalities)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    first: dict[str, int] = {}
    for index, equality in enumerate(equalities):
        for cell in equality.coefficients:
            parent[root(index)] = root(first.setdefault(cell, index))
    parts: dict[int, list[int]] = {}
    for index in range(len(equalities)):
        parts.setdefault(root(index), []).append(index)
    return list(parts.values())


class _CutShort(Exception):
    pass


class _Search:
    """Iterative deepening over the cells that some unsatisfied equality forces to change."""

    def __init__(
        self,
        equalities: Sequence[Equality],
        values: Mapping[str, Number],
        residuals: Sequence[Fraction],
        part: Sequence[int],
        most_steps: int,
    ) -> None:
        self._equalities = equalities
        self._values = values
        self._residuals = residuals
        self._part = part
        self._steps_left = most_steps
        self._violated = tuple(index for index in part if residuals[index])
        self._of_cell: dict[str, list[int]] = {}
        for index in part:
            for cell in equalities[index].coefficients:
                self._of_cell.setdefault(cell, []).append(index)

    def run(self, most_cells: int) -> Localisation:
        try:
            for size in range(1, most_cells + 1):
                found: dict[frozenset[str], Solution] = {}
                self._extend((), size, found, set())
                if found:
                    return Localisation(
                        tuple(self._part), self._violated, tuple(found.values()), True
                    )
        except _CutShort:
            return Localisation(tuple(self._part), self._violated, tuple(found.values()), False)
        return Localisation(tuple(self._part), self._violated, (), False)

    def _extend(
        self,
        chosen: tuple[str, ...],
        size: int,
        found: dict[frozenset[str], Solution],
        seen: set[frozenset[str]],
    ) -> None:
        key = frozenset(chosen)
        if key in seen:
            return
        seen.add(key)
        self._steps_left -= 1
        if self._steps_left < 0:
            raise _CutShort
        open_equality = self._unsatisfiable(chosen)
        if open_equality is None:
            solution = self._solution(chosen)
            if solution is not None and len(chosen) == size:
                found[key] = solution
            return
        if len(chosen) < size:
            for index in open_equality:
                for cell in self._equalities[index].coefficients:
                    if cell not in key:
                        self._extend((*chosen, cell), size, found, seen)

    def _unsatisfiable(self, chosen: tuple[str, ...]) -> tuple[int, ...] | None:
        """Equalities of which one needs a further cell, None where the chosen cells suffice."""
        touched = [i for i in self._violated if not self._touches(i, chosen)]
        if touched:
            return (min(touched, key=lambda i: len(self._equalities[i].coefficients)),)
        return _conflict(self._rows(chosen), len(chosen))

    def _touches(self, index: int, chosen: Iterable[str]) -> bool:
        coefficients = self._equalities[index].coefficients
        return any(cell in coefficients for cell in chosen)

    def _rows(self, chosen: tuple[str, ...]) -> list[tuple[int, list[Fraction]]]:
        """The equalities that the chosen cells take part in, as rows of a linear system."""
        indexes = sorted({index for cell in chosen for index in self._of_cell[cell]})
        return [
            (
                index,
                [
                    *(
                        Fraction(self._equalities[index].coefficients.get(cell, 0))
                        for cell in chosen
                    ),
                    -self._residuals[index],
                ],
            )
            for index in indexes
        ]

    def _solution(self, chosen: tuple[str, ...]) -> Solution | None:
        """The repaired values: None where they are not determined, negative or fractional."""
        rows = [row for _, row in self._rows(chosen)]
        changes = _solved(rows, len(chosen))
        if changes is None:
            return None
        expected: dict[str, Number] = {}
        for cell, change in zip(chosen, changes, strict=True):
            value = Fraction(self._values[cell]) + change
            if change == 0 or value < 0 or value.denominator != 1:
                return None
            expected[cell] = value.numerator
        return Solution(expected)


def _conflict(rows: list[tuple[int, list[Fraction]]], width: int) -> tuple[int, ...] | None:
    """The equalities whose combination contradicts itself, None where there is none."""
    reduced: list[tuple[list[Fraction], frozenset[int]]] = []
    for index, row in rows:
        row, used = list(row), frozenset({index})
        for pivot_row, pivot_used in reduced:
            lead = next(i for i in range(width) if pivot_row[i])
            if row[lead]:
                factor = row[lead] / pivot_row[lead]
                row = [a - factor * b for a, b in zip(row, pivot_row, strict=True)]
                used |= pivot_used
        if any(row[:width]):
            reduced.append((row, used))
        elif row[width]:
            return tuple(sorted(used))
    return None


def _solved(rows: list[list[Fraction]], width: int) -> list[Fraction] | None:
    """The one solution of a consistent system, None where it has several."""
    matrix = [list(row) for row in rows]
    pivots: list[int] = []
    for column in range(width):
        pivot = next((i for i in range(len(pivots), len(matrix)) if matrix[i][column]), None)
        if pivot is None:
            return None
        top = len(pivots)
        matrix[top], matrix[pivot] = matrix[pivot], matrix[top]
        scale = matrix[top][column]
        matrix[top] = [value / scale for value in matrix[top]]
        for i, row in enumerate(matrix):
            if i != top and row[column]:
                factor = row[column]
                matrix[i] = [a - factor * b for a, b in zip(row, matrix[top], strict=True)]
        pivots.append(column)
    return [matrix[i][width] for i in range(width)]
