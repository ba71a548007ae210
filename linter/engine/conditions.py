"""Whether a condition holds: True, False, or None where that cannot be known (Kleene)."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from linter.engine.arithmetic import date_of, number_of, text_of
from linter.engine.code import REFERENCES, Code
from linter.engine.patterns import matches
from linter.engine.situation import Situation
from linter.model.report import Report

COMPARISONS: Mapping[str, Callable[[Code, Situation], Any]] = {
    "numbers": number_of,
    "dates": date_of,
    "texts": text_of,
}
_RELATIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def truth(code: Code, situation: Situation) -> bool | None:
    """The outcome of a condition. Where it is None, every part was evaluated, so that the
    situation knows all that is missing.
    """
    kind = code[0]
    if kind in COMPARISONS:
        return _compared(code, situation)
    if kind in ("and", "or", "not"):
        return _combined(kind, (truth(part, situation) for part in code[1:]))
    if kind in ("filled", "blank"):
        return bool(situation.value(code[1]).state == kind)
    text = text_of(code[1], situation)
    if text is None:
        return None
    wanted: str = code[2]
    return matches(wanted, text) if kind == "like" else wanted in text


def _compared(code: Code, situation: Situation) -> bool | None:
    _, relation, left, right = code
    evaluate = COMPARISONS[code[0]]
    one, other = evaluate(left, situation), evaluate(right, situation)
    if one is None or other is None:
        return None
    return _RELATIONS[relation](one, other)


def _combined(word: str, outcomes: Iterable[bool | None]) -> bool | None:
    if word == "and":
        return _least(outcomes)
    inverse = _least(_inverse(outcome) for outcome in outcomes)
    return _inverse(inverse) if word == "or" else inverse


def _least(outcomes: Iterable[bool | None]) -> bool | None:
    """False before unknown before True."""
    least: bool | None = True
    for outcome in outcomes:
        if outcome is False:
            return False
        if outcome is None:
            least = None
    return least


def _inverse(outcome: bool | None) -> bool | None:
    return None if outcome is None else not outcome


def settled(code: Code) -> bool | None:
    """The outcome of a condition that no report can change, None where one can."""
    if code[0] in ("and", "or", "not"):
        return _combined(code[0], (settled(part) for part in code[1:]))
    return truth(code, Situation(_NO_REPORT)) if _is_constant(code) else None


_NO_REPORT = Report("", None, None, None, None, {}, {}, {})
_OF_A_REPORT = (*REFERENCES, "count", "filled among")


def _is_constant(code: Code) -> bool:
    if code[0] in _OF_A_REPORT:
        return False
    return all(_is_constant(part) for part in code if isinstance(part, list))
