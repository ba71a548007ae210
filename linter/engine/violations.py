"""What is told of a statement that does not hold: its numbers, cells, place and facts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from linter.engine.arithmetic import atom_value, date_of, magnitude, text_of
from linter.engine.code import REFERENCES, Code, cell_path, constant, decoded, references
from linter.engine.conditions import truth
from linter.engine.situation import Situation
from linter.model.finding import Equation, Fact, Finding, Number, Ref, Term
from linter.model.place import NOWHERE, Place
from linter.model.rule import Rule
from linter.records import field, record

_EVALUATE = {"dates": date_of, "texts": text_of}


@record
class Violation:
    """One statement of a rule that does not hold."""

    cells: tuple[str, ...]
    place: Place
    facts: Mapping[str, Fact]
    expected: Number | str | None = None
    actual: Number | str | None = None
    equation: Equation | None = None


def violation(
    statement: Mapping[str, Any], parts: Sequence[str], situation: Situation
) -> Violation:
    """Describes a statement whose claim is known not to hold for these parts of the form."""
    broken = _broken(statement["claim"], situation)
    facts = _context(statement, situation)
    for (name, _), path in zip(statement.get("variables", ()), parts, strict=True):
        facts[name] = Ref(path)
    comparison = _comparison(broken, situation)
    return Violation(
        _cells(broken, situation),
        _place(broken, situation),
        facts | comparison.facts,
        comparison.expected,
        comparison.actual,
        comparison.equation,
    )


def _cells(code: Code, situation: Situation) -> tuple[str, ...]:
    """The cells that a claim names, and those that its records are about."""
    named = [cell_path(one, situation.bound) for one in references(code) if one[0] == "cell"]
    of_records = [cell for found in situation.records.values() for cell in found.cells]
    return tuple(dict.fromkeys([*named, *of_records]))


def findings(rule: Rule, violations: Sequence[Violation], section: str | None) -> list[Finding]:
    """One finding for each violation, or one for all of them where the rule says ``once``."""
    if rule.once and violations:
        violations = [_together(violations)]
    return [
        Finding(
            rule.id,
            rule.severity,
            section=section,
            cells=violation.cells,
            expected=violation.expected,
            actual=violation.actual,
            place=violation.place,
            facts=violation.facts,
            equation=violation.equation,
        )
        for violation in violations
    ]


def _together(violations: Sequence[Violation]) -> Violation:
    first = violations[0]
    cells = tuple(dict.fromkeys(cell for each in violations for cell in each.cells))
    facts: dict[str, Fact] = {}
    for name in first.facts:
        facts[name] = _shared([each.facts.get(name, "") for each in violations])
    return Violation(cells, first.place, {**facts, "count": len(violations)})


def _shared(values: list[Fact]) -> Fact:
    """All the parts of the form that a variable stood for, else the first of the values."""
    parts = dict.fromkeys(value for value in values if isinstance(value, Ref))
    return tuple(parts) if len(parts) > 1 else values[0]


def _broken(claim: Code, situation: Situation) -> Code:
    """The part of a claim that is to blame: of several that must all hold the first that fails."""
    if claim[0] == "and":
        return next(
            _broken(part, situation) for part in claim[1:] if truth(part, situation) is False
        )
    return claim


@record
class _Comparison:
    expected: Number | str | None = None
    actual: Number | str | None = None
    equation: Equation | None = None
    facts: dict[str, Fact] = field(default_factory=dict)


def _comparison(code: Code, situation: Situation) -> _Comparison:
    if code[0] == "numbers":
        return _compared_numbers(code, situation)
    if code[0] not in _EVALUATE:
        return _Comparison()
    _, _, left, right = code
    one, other = (_EVALUATE[code[0]](side, situation) for side in (left, right))
    facts: dict[str, Fact] = {"left": one or "", "right": other or ""}
    if isinstance(one, datetime.date) and isinstance(other, datetime.date):
        facts["difference"] = abs((one - other).days)
    expected, actual = (other, one) if _single(left) else (one, other)
    return _Comparison(str(expected), str(actual), None, facts)


def _compared_numbers(code: Code, situation: Situation) -> _Comparison:
    _, relation, left, right = code
    equation = Equation(_terms(left, situation), relation, _terms(right, situation))
    one, other = equation.left_sum, equation.right_sum
    facts: dict[str, Fact] = {"left": one, "right": other, "difference": magnitude(one - other)}
    if _subject(code) is left:
        return _Comparison(other, one, equation, facts)
    return _Comparison(one, other, equation, facts)


def _single(side: Code) -> bool:
    """Whether a side of a comparison is one value of the report."""
    if side and isinstance(side[0], list):
        return len(side) == 1 and side[0][0] == 1 and side[0][1][0] in REFERENCES
    return side[0] in REFERENCES


def _subject(comparison: Code) -> Code:
    """The side that a comparison is about: a single value, or what is compared with a number
    written out; else the right.
    """
    kind, _, left, right = comparison
    limited = kind == "numbers" and constant(right) is not None
    subject: Code = left if _single(left) or limited else right
    return subject


def _terms(side: Code, situation: Situation) -> tuple[Term, ...]:
    return tuple(_term(coefficient, atom, situation) for coefficient, atom in side)


def _term(coefficient: int | str, atom: Code, situation: Situation) -> Term:
    value = atom_value(atom, situation) or 0
    if coefficient in (1, -1) and atom[0] == "cell":
        blank = situation.value(atom).state == "blank"
        return Term(cell_path(atom, situation.bound), value, coefficient == -1, blank)
    weight = decoded(coefficient)
    return Term(None, magnitude(weight) * value, weight < 0)


def _place(code: Code, situation: Situation) -> Place:
    """Where to look: at what the comparison is about, else at the first value that is there."""
    candidates = list(references(code))
    if code[0] in ("numbers", "dates", "texts"):
        candidates = [*references(_subject(code)), *candidates]
    filled = [one for one in candidates if situation.value(one).state == "filled"]
    if code[0] in ("numbers", "dates", "texts") and _single(_subject(code)):
        filled = candidates[:1] + filled
    places = (situation.place(one) for one in (*filled, *candidates))
    return next((place for place in places if place != NOWHERE), NOWHERE)


def _context(statement: Mapping[str, Any], situation: Situation) -> dict[str, Fact]:
    """What a message can name besides the comparison: scalars, records and bound variables."""
    facts: dict[str, Fact] = {}
    for code in references([statement.get("if") or [], statement["claim"]]):
        if code[0] == "value" and "." not in code[1]:
            value = situation.value(code).value
            if value is not None:
                facts[code[1]] = value
    for variable, found in situation.records.items():
        fields = {"text": found.text, **found.fields}
        facts = {**fields, **facts}
        facts.update({f"{variable}_{name}": value for name, value in fields.items()})
    return facts
