"""Blank cells that should hold a number: what their identities leave no doubt about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from linter.diagnosis.localisation import Equality, Number, Solution, residual


def unfilled(
    equalities: Sequence[Equality], values: Mapping[str, Number], blank: Collection[str]
) -> Solution:
    """The numbers that blank cells should hold, where broken equalities determine them.

    A broken equality with one blank cell determines it; so does, once that is filled in, the
    next. What is determined stands only where every equality that it takes part in then
    holds: otherwise the blank was a zero and something else is wrong.
    """
    filled = dict(values)
    determined: dict[str, Number] = {}
    progress = True
    while progress:
        progress = False
        for equality in equalities:
            unknown = [c for c in equality.coefficients if c in blank and c not in determined]
            rest = residual(equality, filled)
            if rest and len(unknown) == 1:
                number = -rest / Fraction(equality.coefficients[unknown[0]])
                if number > 0 and number.denominator == 1:
                    determined[unknown[0]] = filled[unknown[0]] = number.numerator
                    progress = True
    return Solution(_consistent(equalities, filled, determined))


def _consistent(
    equalities: Sequence[Equality],
    filled: Mapping[str, Number],
    determined: Mapping[str, Number],
) -> dict[str, Number]:
    refuted = {
        cell
        for equality in equalities
        if residual(equality, filled)
        for cell in equality.coefficients
        if cell in determined
    }
    return {cell: number for cell, number in determined.items() if cell not in refuted}
