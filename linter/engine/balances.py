"""Every identity between cells that holds for one report, evaluated."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from linter.engine.identities import Identity, applies, identities
from linter.engine.rule_set import RuleSet
from linter.forms import load_form
from linter.model.balance import Balance
from linter.model.finding import Number, Outcome, Term
from linter.model.report import Report, Value

_RELATIONS: Mapping[str, Callable[[Number, Number], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Identities:
    """The identities that ``rules`` assert, read off once for each edition."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._of_edition = cache(self._read)

    def balances(self, report: Report, outcomes: Mapping[str, Outcome]) -> tuple[Balance, ...]:
        """Those that the report has to keep, each relation between the same cells once.

        A blank cell counts as 0. A bound for a single cell is no identity; one on a condition
        that the report does not beyond doubt meet is none of them.
        """
        return tuple(_distinct(self._balances(report, outcomes)))

    def _read(self, edition: str) -> tuple[Identity, ...]:
        return identities(self._rules, load_form(edition))

    def _balances(self, report: Report, outcomes: Mapping[str, Outcome]) -> Iterator[Balance]:
        for identity in self._of_edition(report.edition):
            if len(identity.coefficients) > 1 and applies(identity, report):
                certain = outcomes.get(identity.rule) != "doubtful"
                yield _balance(identity, report, certain)


def _balance(identity: Identity, report: Report, certain: bool) -> Balance:
    left: list[Term] = []
    right: list[Term] = []
    for cell, weight in identity.coefficients.items():
        value = report.value(cell)
        term = Term(cell, _size(weight) * _number(value), blank=value.state == "blank")
        (right if weight < 0 else left).append(term)
    if identity.constant:
        side = right if identity.constant < 0 else left
        side.append(Term(None, _size(identity.constant)))
    unknown = tuple(cell for cell in identity.coefficients if _is_unknown(report.value(cell)))
    return Balance(
        identity.rule,
        identity.bindings,
        tuple(left),
        identity.relation,
        tuple(right),
        None if unknown else _RELATIONS[identity.relation](_sum(left), _sum(right)),
        unknown,
        certain,
    )


def _size(number: Number) -> Number:
    return -number if number < 0 else number


def _sum(side: Iterable[Term]) -> Number:
    return sum(term.value for term in side)


def _distinct(balances: Iterable[Balance]) -> Iterator[Balance]:
    """What a rule demands only of blank totals is demanded by another of all totals."""
    seen = set()
    for balance in balances:
        sides = (_cells(balance.left), _cells(balance.right))
        key = frozenset(sides) if balance.relation == "=" else (balance.relation, sides)
        if key not in seen:
            seen.add(key)
            yield balance


def _cells(side: tuple[Term, ...]) -> frozenset[tuple[str | None, Number]]:
    return frozenset((term.cell, 0 if term.cell else term.value) for term in side)


def _number(value: Value) -> Number:
    return value.value if isinstance(value.value, int | Decimal) else 0


def _is_unknown(value: Value) -> bool:
    return value.state != "blank" and not isinstance(value.value, int | Decimal)
