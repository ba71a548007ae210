"""Error localisation as a mixed integer programme, solved by HiGHS: a second opinion.

After de Waal, Pannekoek and Scholtus (2011): one binary variable a cell says whether it
changes, and as few as possible do. All smallest sets are found by forbidding each in turn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import highspy

from linter.diagnosis.localisation import Equality

_LARGEST = 100_000


def smallest_supports(
    equalities: Sequence[Equality], values: Mapping[str, int], *, at_most: int = 400
) -> set[frozenset[str]]:
    """The smallest sets of cells whose change satisfies all equalities."""
    model = _Model(equalities, values)
    first = model.solved()
    if first is None:
        return set()
    found = {first}
    model.forbid(first)
    while len(found) < at_most:
        following = model.solved()
        if following is None or len(following) > len(first):
            return found
        found.add(following)
        model.forbid(following)
    raise AssertionError("more smallest repairs than were expected")


class _Model:
    def __init__(self, equalities: Sequence[Equality], values: Mapping[str, int]) -> None:
        self._highs = highspy.Highs()
        self._highs.silent()
        self._highs.setOptionValue("mip_rel_gap", 0.0)
        self._highs.setOptionValue("mip_feasibility_tolerance", 1e-9)
        cells = sorted({cell for equality in equalities for cell in equality.coefficients})
        self._number = {c: self._highs.addIntegral(0, _LARGEST) for c in cells}
        self._changed = {c: self._highs.addBinary() for c in cells}
        for cell in cells:
            number, changed, old = self._number[cell], self._changed[cell], values[cell]
            self._highs.addConstr(number - (_LARGEST - old) * changed <= old)
            self._highs.addConstr(number + old * changed >= old)
        for equality in equalities:
            terms = [int(c) * self._number[cell] for cell, c in equality.coefficients.items()]
            self._highs.addConstr(self._highs.qsum(terms) == -int(equality.constant))

    def solved(self) -> frozenset[str] | None:
        """The cells of a smallest repair, None where there is none (left)."""
        self._highs.minimize(self._highs.qsum(list(self._changed.values())))
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return frozenset(c for c, one in self._changed.items() if self._highs.val(one) > 0.5)

    def forbid(self, cells: frozenset[str]) -> None:
        """Lets no further repair change all of ``cells``."""
        one = self._highs.qsum([self._changed[cell] for cell in cells])
        self._highs.addConstr(one <= len(cells) - 1)
