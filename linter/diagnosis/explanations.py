"""The ways to explain a broken part of a table, the likeliest first, and how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from linter.diagnosis.grid import Grid
from linter.diagnosis.localisation import Equality, Localisation, Number, Solution
from linter.diagnosis.moves import CELLS_SWAPPED, exchanged, moves
from linter.diagnosis.slips import slip
from linter.model.finding import Certainty
from linter.records import field, record

_COMPUTED = 0.5
"""The cost of a total that was computed of a wrong number: it follows from that mistake."""
_TOLD_IN_PROSE = 1.5
"""How much likelier an explanation is when the text states the number that it expects."""
_MARGIN = 0.8
"""By how much the likeliest explanation must lead to be called likely."""
_EVIDENT = 2
MOST_CANDIDATES = 5
MOVED = frozenset(("cells-swapped", "neighbours-swapped", "lines-swapped", "shifted"))
"""Slips that are one mistake, however many cells they change."""


@record
class Explanation:
    """Numbers that satisfy everything; ``slip`` is the mistake that they undo."""

    expected: Mapping[str, Number]
    slip: str
    cost: float


@record
class Evidence:
    """What is known beside the identities.

    ``blank`` are cells that hold nothing, ``stated`` the numbers that the text gives for cells,
    ``last_year`` those that the cells held in last year's report.
    """

    grids: Sequence[Grid]
    blank: Collection[str] = ()
    stated: Mapping[str, Number] = field(default_factory=dict)
    last_year: Mapping[str, Number] = field(default_factory=dict)


def explanations(
    part: Localisation,
    equalities: Sequence[Equality],
    values: Mapping[str, Number],
    evidence: Evidence,
) -> tuple[Explanation, ...]:
    """What explains ``part``, cheapest first: its smallest repairs, and moves of numbers.

    Where one repair of one or two numbers explains everything, nothing else is looked for.
    """
    unique = len(part.solutions) == 1 and len(part.solutions[0].expected) <= _EVIDENT
    found = [_repair(solution, values, evidence) for solution in part.solutions]
    if not unique:
        for grid in evidence.grids:
            if any(cell in values for row in grid.rows for cell in row):
                found += _moved(grid, part, equalities, values, evidence)
    return tuple(sorted(_distinct(found), key=lambda one: (one.cost, len(one.expected))))


def certainty(ranked: Sequence[Explanation], solutions: Sequence[Solution]) -> Certainty:
    """How sure the first of the ranked explanations is.

    ``proved`` where it is the only smallest repair, ``likely`` where nothing comes near it,
    else ``one_of``.
    """
    first = ranked[0]
    if len(solutions) == 1 and dict(first.expected) == dict(solutions[0].expected):
        return "proved"
    if len(ranked) == 1 or first.cost + _MARGIN <= ranked[1].cost:
        return "likely"
    return "one_of"


def _repair(solution: Solution, values: Mapping[str, Number], evidence: Evidence) -> Explanation:
    if exchanged(solution.expected, values):
        return Explanation(solution.expected, CELLS_SWAPPED.kind, CELLS_SWAPPED.cost)
    changes = {cell: number - values[cell] for cell, number in solution.expected.items()}
    slips = []
    for cell, expected in solution.expected.items():
        total, neighbours = _surroundings(cell, values, evidence)
        if total and _follows(cell, changes):
            slips.append(("total-computed", _COMPUTED))
            continue
        actual = None if cell in evidence.blank else values[cell]
        then = evidence.last_year.get(cell)
        one = slip(actual, expected, total=total, neighbours=neighbours, last_year=then)
        slips.append((one.kind, one.cost))
    kinds = [kind for kind, _ in slips if kind != "total-computed"] or ["total-not-updated"]
    cost = sum(cost for _, cost in slips) - _support(solution.expected, evidence)
    return Explanation(solution.expected, kinds[0] if len(kinds) == 1 else "several", cost)


def _surroundings(
    cell: str, values: Mapping[str, Number], evidence: Evidence
) -> tuple[bool, tuple[Number, ...]]:
    """Whether the cell holds a total, and the numbers beside it."""
    for grid in evidence.grids:
        beside = grid.beside()
        if cell in beside:
            near = tuple(values[other] for other in beside[cell] if other in values)
            return cell in grid.totals, near
    return False, ()


def _follows(total: str, changes: Mapping[str, Number]) -> bool:
    """Whether a total is off by just what another number of its row is off by."""
    row = total.rpartition(".")[0]
    others = [change for cell, change in changes.items() if cell != total and _in(row, cell)]
    return len(others) == 1 and others[0] == changes[total]


def _in(row: str, cell: str) -> bool:
    return cell.rpartition(".")[0] == row


def _moved(
    grid: Grid,
    part: Localisation,
    equalities: Sequence[Equality],
    values: Mapping[str, Number],
    evidence: Evidence,
) -> Iterable[Explanation]:
    for move in moves(grid, equalities, part.violated, values):
        cost = move.slip.cost - _support(move.expected, evidence)
        yield Explanation(move.expected, move.slip.kind, cost)


def _support(expected: Mapping[str, Number], evidence: Evidence) -> float:
    told = any(evidence.stated.get(cell) == number for cell, number in expected.items())
    return _TOLD_IN_PROSE if told else 0.0


def _distinct(found: Iterable[Explanation]) -> list[Explanation]:
    """Each repair once, as the likeliest slip that leads to it."""
    best: dict[frozenset[tuple[str, Number]], Explanation] = {}
    for one in found:
        key = frozenset(one.expected.items())
        if key not in best or one.cost < best[key].cost:
            best[key] = one
    return list(best.values())
