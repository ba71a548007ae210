"""The linear relations between cells that the rules assert, read off the compiled rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.engine.code import Code, bound_names, cell_path, decoded
from linter.engine.conditions import truth
from linter.engine.rule_set import RuleSet
from linter.engine.situation import Situation
from linter.forms import Form
from linter.model.finding import Number
from linter.model.report import Report
from linter.records import record


@record
class Identity:
    """``sum(coefficients[cell] * cell) + constant  relation  0``, as ``rule`` asserts it.

    ``bindings`` are the rows, columns (by their first cell) and cells that the variables of
    the rule stand for. ``condition`` is for :func:`applies`, None where the identity always
    holds.
    """

    rule: str
    bindings: Mapping[str, str]
    coefficients: Mapping[str, Number]
    constant: Number
    relation: str
    condition: Any = None


def identities(rules: RuleSet, form: Form) -> tuple[Identity, ...]:
    """All comparisons of sums of cells that must hold, in the order of rules and bindings.

    A comparison with anything else in it (a date, a record, a product of cells), or one that
    is only one of several ways to comply, is no identity.
    """
    return tuple(
        identity
        for rule in rules.rules.values()
        if rule.assertion is not None
        for statement in rule.assertion.get(form.edition, ())
        if "each" not in statement
        for parts in statement.get("over", ((),))
        for identity in _identities(rule.id, statement, parts)
    )


def applies(identity: Identity, report: Report) -> bool:
    """Whether the report meets the condition of the identity beyond doubt."""
    if identity.condition is None:
        return True
    code, bound = identity.condition
    return truth(code, Situation(report, bound)) is True


def _identities(
    rule: str, statement: Mapping[str, Any], parts: Sequence[str]
) -> Iterator[Identity]:
    bound = bound_names(statement, parts)
    names = (name for name, _ in statement.get("variables", ()))
    bindings = dict(zip(names, parts, strict=True))
    condition = (statement["if"], bound) if "if" in statement else None
    for _, relation, left, right in _demanded(statement["claim"]):
        difference = _difference(left, right, bound)
        if difference is not None:
            coefficients, constant = difference
            yield Identity(rule, bindings, coefficients, constant, relation, condition)


def _demanded(claim: Code) -> Iterator[Code]:
    """The comparisons of numbers all of which must hold for the claim to hold."""
    if claim[0] == "and":
        for part in claim[1:]:
            yield from _demanded(part)
    elif claim[0] == "numbers":
        yield claim


def _difference(
    left: Code, right: Code, bound: Mapping[str, str]
) -> tuple[dict[str, Number], Number] | None:
    """Left minus right as coefficients of cells and a constant, None where not linear."""
    coefficients: dict[str, Number] = {}
    constant: Number = 0
    for sign, side in ((1, left), (-1, right)):
        for factor, atom in side:
            weight = sign * decoded(factor)
            if atom[0] == "cell":
                cell = cell_path(atom, bound)
                coefficients[cell] = coefficients.get(cell, 0) + weight
            elif atom[0] == "number":
                constant += weight * decoded(atom[1])
            else:
                return None
    used = {cell: weight for cell, weight in coefficients.items() if weight}
    return (used, constant) if used else None
