"""Slips that put right numbers into wrong cells: swapped, shifted by a row or a column.

Such a slip changes many cells and is one mistake. Each is undone here; what then satisfies
every identity explains the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from linter.diagnosis.grid import Grid
from linter.diagnosis.localisation import Equality, Number, residual
from linter.diagnosis.slips import Slip
from linter.records import record

CELLS_SWAPPED = Slip("cells-swapped", 3.0)
_NEIGHBOURS_SWAPPED = Slip("neighbours-swapped", 2.4)
_LINES_SWAPPED = Slip("lines-swapped", 3.2)
_SHIFTED = Slip("shifted", 2.6)
_OF_FEW_NUMBERS = 2.4
"""What a move of a line costs more where it moves so few numbers that they may fit by chance."""
_FEW = 3
_LOST = None
"""In a shifted line, the cell whose number was pushed out."""

Change = Mapping[str, Number | None]


@record
class Move:
    """A slip and the numbers that the cells held before it."""

    slip: Slip
    expected: Mapping[str, Number]


def moves(
    grid: Grid,
    equalities: Sequence[Equality],
    violated: Sequence[int],
    values: Mapping[str, Number],
) -> Iterator[Move]:
    """Every move within ``grid`` after whose undoing all ``equalities`` hold.

    ``violated`` are the indexes of those that do not hold now.
    """
    check = _Check(equalities, violated, values)
    for slip, change in _changes(grid, check.suspects, values):
        expected = check.completed(change)
        if expected is not None:
            yield Move(slip, expected)


def _changes(
    grid: Grid, suspects: frozenset[str], values: Mapping[str, Number]
) -> Iterator[tuple[Slip, Change]]:
    """What undoing each conceivable move would change, one by one."""
    for side in (grid.rows, grid.columns):
        known = [line for line in side if all(cell in values for cell in line)]
        for number, line in enumerate(known):
            suspect = not suspects.isdisjoint(line)
            if suspect:
                yield from _swaps(line, suspects, values)
                yield from _shifts(line, values)
            for other in known[number + 1 :]:
                if suspect or not suspects.isdisjoint(other):
                    yield from _line_swap(line, other, values)


def _swaps(
    line: Sequence[str], suspects: frozenset[str], values: Mapping[str, Number]
) -> Iterator[tuple[Slip, Change]]:
    for number, one in enumerate(line):
        for distance, other in enumerate(line[number + 1 :]):
            if values[one] != values[other] and (one in suspects or other in suspects):
                slip = CELLS_SWAPPED if distance else _NEIGHBOURS_SWAPPED
                yield slip, {one: values[other], other: values[one]}


def _shifts(line: Sequence[str], values: Mapping[str, Number]) -> Iterator[tuple[Slip, Change]]:
    """The line moved one cell back, its last number being lost, or one cell on."""
    numbers = [values[cell] for cell in line]
    if not any(numbers):
        return
    back: list[Number | None] = [*numbers[1:], _LOST]
    on: list[Number | None] = [_LOST, *numbers[:-1]]
    for moved in (back, on):
        change = {
            cell: number
            for cell, number, old in zip(line, moved, numbers, strict=True)
            if number is _LOST or number != old
        }
        yield _weighed(_SHIFTED, sum(map(bool, numbers))), change


def _line_swap(
    one: Sequence[str], other: Sequence[str], values: Mapping[str, Number]
) -> Iterator[tuple[Slip, Change]]:
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if values[a] != values[b]]
    if len(pairs) > 1:
        forth = {a: values[b] for a, b in pairs}
        slip = _weighed(_LINES_SWAPPED, len(pairs))
        yield slip, {**forth, **{b: values[a] for a, b in pairs}}


def _weighed(slip: Slip, numbers: int) -> Slip:
    return slip if numbers >= _FEW else Slip(slip.kind, slip.cost + _OF_FEW_NUMBERS)


def exchanged(expected: Mapping[str, Number], values: Mapping[str, Number]) -> bool:
    """Whether a repair of two cells gives each the number that the other holds."""
    if len(expected) != 2:
        return False
    one, other = expected
    return expected[one] == values[other] and expected[other] == values[one]


class _Check:
    """Whether a change satisfies the equalities, told from what it adds to each of them."""

    def __init__(
        self,
        equalities: Sequence[Equality],
        violated: Sequence[int],
        values: Mapping[str, Number],
    ) -> None:
        self._equalities = equalities
        self._values = values
        self._residuals = {i: _exact(residual(equalities[i], values)) for i in violated}
        self._of_cell: dict[str, list[int]] = {}
        for index, equality in enumerate(equalities):
            for cell in equality.coefficients:
                self._of_cell.setdefault(cell, []).append(index)
        smallest = min(violated, key=lambda index: len(equalities[index].coefficients))
        # Whatever mends everything changes a cell of each broken equality, so of this one.
        self.suspects = frozenset(equalities[smallest].coefficients)

    def completed(self, change: Change) -> Mapping[str, Number] | None:
        """The change with the number that was lost, None where not everything then holds."""
        if not self.suspects & change.keys():
            return None
        known = {cell: number for cell, number in change.items() if number is not None}
        lost = next((cell for cell, number in change.items() if number is None), None)
        rest = self._rest(known)
        if lost is None:
            return known if not any(rest.values()) else None
        found = self._lost_number(lost, rest)
        if found is None:
            return None
        return known if found == self._values[lost] else {**known, lost: found}

    def _rest(self, known: Mapping[str, Number]) -> dict[int, int | Fraction]:
        rest = dict(self._residuals)
        for cell, number in known.items():
            difference = _exact(number) - _exact(self._values[cell])
            for index in self._of_cell.get(cell, ()):
                coefficient = _exact(self._equalities[index].coefficients[cell])
                rest[index] = rest.get(index, 0) + coefficient * difference
        return rest

    def _lost_number(self, lost: str, rest: Mapping[int, int | Fraction]) -> Number | None:
        """The number that all equalities of the lost cell agree on; the others must hold."""
        indexes = self._of_cell.get(lost, [])
        # What one sum alone determines, no sum confirms.
        if (
            len(rest) <= 1
            or not indexes
            or any(r for index, r in rest.items() if index not in indexes)
        ):
            return None
        numbers = {
            _exact(self._values[lost])
            - Fraction(rest.get(index, 0)) / _exact(self._equalities[index].coefficients[lost])
            for index in indexes
        }
        number = numbers.pop()
        whole = not numbers and number.denominator == 1 and number >= 0
        return number.numerator if whole else None


def _exact(number: Number | Fraction) -> int | Fraction:
    """The number as quick as it can be reckoned with and exact."""
    if isinstance(number, int):
        return number
    exact = Fraction(number)
    return exact.numerator if exact.denominator == 1 else exact
