"""Blank cells that should hold a number: what their identities leave no doubt about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from fractions import Fraction

from linter.diagnosis.localisation import Equality, Number, Solution, residual

MANY = 3
"""Blanks in one row or column from which on they are one mistake."""


def unfilled(
    equalities: Sequence[Equality], values: Mapping[str, Number], blank: Collection[str]
) -> Solution:
    """The numbers that blank cells should hold, where broken equalities determine them.

    A broken equality with one blank cell determines it; so does, once that is filled in, the
    next. Many offices leave every zero blank: among several blanks of a sum it is then its
    total that was forgotten. What is determined stands only where every equality that it takes
    part in then holds: otherwise the blank was a zero and something else is wrong.
    """
    filled = dict(values)
    determined: dict[str, Number] = {}
    unknown = set(blank)
    while (found := _next(equalities, filled, unknown)) is not None:
        cell, number = found
        determined[cell] = filled[cell] = number
        unknown.discard(cell)
    return Solution(_consistent(equalities, values, determined))


def together_blank(filled: Mapping[str, Number]) -> list[dict[str, Number]]:
    """``filled`` in the groups that were forgotten in one go: the totals of most rows, say.

    A column, or else a row, of which ``MANY`` cells should be filled is one group.
    """
    rest = dict(filled)
    groups = []
    for line in (_column, _row):
        lines: dict[str, dict[str, Number]] = {}
        for cell, number in rest.items():
            lines.setdefault(line(cell), {})[cell] = number
        many = [cells for cells in lines.values() if len(cells) >= MANY]
        groups += many
        rest = {c: n for c, n in rest.items() if not any(c in cells for cells in many)}
    return [*groups, *({cell: number} for cell, number in rest.items())]


def _row(cell: str) -> str:
    return cell.rpartition(".")[0]


def _column(cell: str) -> str:
    return f"{cell.partition('.')[0]} {cell.rpartition('.')[2]}"


def _next(
    equalities: Sequence[Equality], values: Mapping[str, Number], unknown: Set[str]
) -> tuple[str, Number] | None:
    """A blank cell and what it should hold: the only one of a sum first, then a total."""
    broken = [equality for equality in equalities if residual(equality, values)]
    for cells in (_only_blanks(broken, unknown), _blank_totals(broken, unknown)):
        for cell, equality in cells:
            rest = residual(equality, values)
            number = -rest / Fraction(equality.coefficients[cell])
            if number > 0 and number.denominator == 1:
                return cell, number.numerator
    return None


def _only_blanks(broken: Sequence[Equality], unknown: Set[str]) -> Iterator[tuple[str, Equality]]:
    for equality in broken:
        blanks = equality.coefficients.keys() & unknown
        if len(blanks) == 1:
            yield from ((cell, equality) for cell in blanks)


def _blank_totals(broken: Sequence[Equality], unknown: Set[str]) -> Iterator[tuple[str, Equality]]:
    """The blank totals of broken sums in which no addend is a blank total itself."""
    totals = {total for equality in broken if (total := _total(equality)) in unknown}
    for equality in broken:
        total = _total(equality)
        if total in totals and equality.coefficients.keys() & totals == {total}:
            yield total, equality


def _total(equality: Equality) -> str:
    """The cell that the others add up to; empty where the equality is no such sum."""
    for sign in (1, -1):
        cells = [cell for cell, weight in equality.coefficients.items() if weight * sign > 0]
        if len(cells) == 1 and len(equality.coefficients) > 2:
            return cells[0]
    return ""


def _consistent(
    equalities: Sequence[Equality],
    values: Mapping[str, Number],
    determined: Mapping[str, Number],
) -> dict[str, Number]:
    """What stands of ``determined`` where every equality with one of its cells is to hold."""
    kept = dict(determined)
    while refuted := {
        cell
        for equality in equalities
        if kept.keys() & equality.coefficients.keys() and residual(equality, {**values, **kept})
        for cell in equality.coefficients
        if cell in kept
    }:
        kept = {cell: number for cell, number in kept.items() if cell not in refuted}
    return kept
