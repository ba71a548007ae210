"""What clerks do: how likely it is that one number was written in place of another.

A cost says how surprising a slip is; costs add up, and the least surprising explanation of
a table is the most likely one. The order is that of experience with copied and typed
tables: forgotten numbers and totals that were not brought up to date first, then slips of
the fingers, then anything else.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from linter.model.finding import Number
from linter.records import record


@record
class Slip:
    """A kind of mistake and how surprising it is."""

    kind: str
    cost: float


OTHER = Slip("other", 4.0)
_NOT_FILLED = Slip("not-filled", 1.5)
_ZERO_LEFT = Slip("not-filled", 3.6)
_TRANSPOSED = Slip("digits-transposed", 2.0)
_CARRY = Slip("carry-missed", 2.2)
_DIGIT_ADDED = Slip("digit-added", 2.4)
_DIGIT_LOST = Slip("digit-lost", 2.4)
_NEIGHBOUR = Slip("neighbour-copied", 2.6)
_DIGIT_WRONG = Slip("digit-wrong", 2.8)
_DIGIT_OF_TWO_WRONG = Slip("digit-wrong", 3.4)
_UNIT = Slip("unit", 2.2)
_LAST_YEAR = Slip("last-year-copied", 1.2)
_SMALL_LAST_YEAR = Slip("last-year-copied", 2.6)
_STALE_TOTAL = Slip("total-not-updated", 3.4)
_UNIT_FACTOR = 10_000


def slip(
    actual: Number | None,
    expected: Number,
    *,
    total: bool,
    neighbours: Collection[Number] = (),
    last_year: Number | None = None,
) -> Slip:
    """The likeliest slip that turns ``expected`` into ``actual`` (None: blank).

    ``total`` tells that the cell holds a sum of others, ``neighbours`` are the numbers in the
    cells beside it, above and below, ``last_year`` is what the cell held then.
    """
    found = _slips(actual, expected, total, neighbours)
    if last_year and actual == last_year:
        # Small numbers are the same in many years.
        found.append(_LAST_YEAR if last_year >= 10 else _SMALL_LAST_YEAR)
    return min(found, key=lambda one: one.cost)


def _slips(
    actual: Number | None, expected: Number, total: bool, neighbours: Collection[Number]
) -> list[Slip]:
    found = [_STALE_TOTAL if total else OTHER]
    if not actual:
        # A zero is the commonest number there is; a sum of anything is hardly ever one.
        found.append(_NOT_FILLED if total or actual is None else _ZERO_LEFT)
    if actual is None:
        return found
    if actual and actual in neighbours:
        found.append(_NEIGHBOUR)
    if expected and actual in (expected * _UNIT_FACTOR, Decimal(expected) / _UNIT_FACTOR):
        found.append(_UNIT)
    found += _of_digits(str(actual), str(expected))
    if abs(actual - expected) in (10, 100, 1000, 10_000):
        found.append(_CARRY)
    return found


def _of_digits(actual: str, expected: str) -> list[Slip]:
    """Slips of the fingers that explain the one text beside the other."""
    if len(actual) == len(expected):
        wrong = [index for index in range(len(actual)) if actual[index] != expected[index]]
        if _are_swapped(actual, expected, wrong):
            return [_TRANSPOSED]
        # Any digit can stand for any other: the fewer the rest, the less that tells.
        if len(wrong) == 1 and len(actual) > 1:
            return [_DIGIT_WRONG if len(actual) > 2 else _DIGIT_OF_TWO_WRONG]
        return []
    if len(actual) == len(expected) + 1:
        return [_DIGIT_ADDED] if _is_one_longer(actual, expected) else []
    if len(expected) == len(actual) + 1:
        return [_DIGIT_LOST] if _is_one_longer(expected, actual) else []
    return []


def _are_swapped(actual: str, expected: str, wrong: list[int]) -> bool:
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    first, second = wrong
    return (actual[first], actual[second]) == (expected[second], expected[first])


def _is_one_longer(longer: str, shorter: str) -> bool:
    """Whether ``longer`` is ``shorter`` with one character put in."""
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))
