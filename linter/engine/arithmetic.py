"""What numbers, dates and texts in an assertion come to; None where that is unknown."""

from __future__ import annotations

import datetime

from linter.engine.code import REFERENCES, Code, decoded
from linter.engine.situation import Situation
from linter.model.finding import Number


def number_of(total: Code, situation: Situation) -> Number | None:
    """The value of a sum."""
    result: Number = 0
    known = True
    for coefficient, atom in total:
        value = atom_value(atom, situation)
        if value is None:
            known = False
        elif coefficient == 1:
            result += value
        else:
            result += decoded(coefficient) * value
    return result if known else None


def atom_value(atom: Code, situation: Situation) -> Number | None:
    """The value of one summand, without its coefficient."""
    kind = atom[0]
    if kind in REFERENCES:
        return situation.number(atom)
    if kind == "number":
        return decoded(atom[1])
    if kind == "count":
        return len(situation.report.records.get(atom[1], ()))
    if kind == "filled among":
        values = (situation.value(cell) for cell in atom[1:])
        return sum(value.state == "filled" for value in values)
    if kind == "length":
        text = text_of(atom[1], situation)
        # As clerks count: blanks and line breaks are no characters.
        return None if text is None else len("".join(text.split()))
    if kind in ("year", "month", "day"):
        date = date_of(atom[1], situation)
        return (
            None if date is None else {"year": date.year, "month": date.month}.get(kind, date.day)
        )
    return _computed(kind, [number_of(part, situation) for part in atom[1:]])


def _computed(kind: str, operands: list[Number | None]) -> Number | None:
    numbers = [operand for operand in operands if operand is not None]
    if len(numbers) < len(operands):
        return None
    if kind == "*":
        left, right = numbers
        return left * right
    if kind == "abs":
        return magnitude(numbers[0])
    ordered: list[Number] = sorted(numbers)
    return ordered[0] if kind == "min" else ordered[-1]


def magnitude(number: Number) -> Number:
    """The number without its sign."""
    return -number if number < 0 else number


def date_of(code: Code, situation: Situation) -> datetime.date | None:
    """The date that a reference or ``date(…)`` comes to."""
    if code[0] in REFERENCES:
        return situation.date(code)
    parts = [number_of(part, situation) for part in code[1:]]
    whole = [int(part) for part in parts if part is not None and part == int(part)]
    if len(whole) < len(parts):
        return None
    try:
        return datetime.date(*whole)
    except (ValueError, OverflowError):
        return None


def text_of(code: Code, situation: Situation) -> str | None:
    """The text that a reference or a literal comes to."""
    return str(code[1]) if code[0] == "text" else situation.text(code)
