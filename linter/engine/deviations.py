"""Departures from the form that structure noted, as findings of the rules that ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from linter.model.finding import Fact, Finding, Ref
from linter.model.report import Deviation, Report
from linter.model.rule import Rule


def deviation_findings(report: Report, rules: Sequence[Rule]) -> list[Finding]:
    """A finding for every deviation and every rule that subscribes to its kind."""
    subscribers: dict[str, list[Rule]] = {}
    for rule in rules:
        for kind in rule.on:
            subscribers.setdefault(kind, []).append(rule)
    return [
        _finding(rule, deviation)
        for deviation in report.deviations
        for rule in subscribers.get(deviation.kind, ())
    ]


def _finding(rule: Rule, deviation: Deviation) -> Finding:
    facts: dict[str, Fact] = {**deviation.facts, "about": Ref(deviation.about)}
    expected, actual = deviation.facts.get("expected"), deviation.facts.get("found")
    return Finding(
        rule.id,
        rule.severity,
        section=deviation.section or rule.section,
        cells=deviation.cells,
        expected=_shown(expected),
        actual=_shown(actual),
        place=deviation.place,
        facts=facts,
    )


def _shown(value: object) -> int | Decimal | str | None:
    return value if isinstance(value, int | Decimal | str) else None
