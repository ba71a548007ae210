"""The rules evaluated on one report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Context, localcontext

from linter.engine.assertions import evaluate_assertion
from linter.engine.deviations import deviation_findings
from linter.engine.outcomes import OTHER_EDITION, idle_rule, outcomes_of
from linter.engine.rule_set import RuleSet
from linter.engine.schema_validation import routed_rules, schema_findings
from linter.forms import Form
from linter.model.finding import Finding, NotApplicable, NotEvaluated, Outcome
from linter.model.place import Place
from linter.model.report import Report
from linter.records import field, record

# Every sum of the form is exact in so many digits; nothing traps, whatever a cell holds.
_EXACT = Context(prec=100, traps=[])


@record
class Evaluation:
    """What is violated, in the order of the document, what could not be told, what demands
    nothing of the report, and what every rule comes to.
    """

    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]
    not_applicable: tuple[NotApplicable, ...] = ()
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)


def evaluate(report: Report, form: Form, rules: RuleSet) -> Evaluation:
    """Evaluates the rules of the report's edition; ``form`` is the form of that edition."""
    applicable = [rule for rule in rules.rules.values() if report.edition in rule.editions]
    routed = routed_rules(form.edition)
    found: list[Finding] = []
    unknown: list[NotEvaluated] = []
    idle = [
        NotApplicable(rule.id, OTHER_EDITION)
        for rule in rules.rules.values()
        if report.edition not in rule.editions
    ]
    with localcontext(_EXACT):
        for rule in applicable:
            if rule.assertion is None:
                demanding_nothing = idle_rule(rule, report, routed)
            else:
                assessment = evaluate_assertion(rule, report, form)
                found += assessment.findings
                unknown += assessment.not_evaluated
                demanding_nothing = assessment.not_applicable
            if demanding_nothing:
                idle.append(demanding_nothing)
    found += deviation_findings(report, applicable)
    found += schema_findings(report, form, applicable)
    found.sort(key=lambda finding: (_order(finding.place), finding.rule, finding.cells))
    findings = in_doubt(found, report)
    outcomes = outcomes_of(rules.rules, findings, idle, unknown)
    return Evaluation(findings, tuple(unknown), tuple(idle), outcomes)


def in_doubt(findings: Sequence[Finding], report: Report) -> tuple[Finding, ...]:
    """The findings, those that rest on a doubted part of the report saying so."""
    if not report.doubts:
        return tuple(findings)
    from linter.engine.doubt import with_doubts

    return with_doubts(findings, report.doubts, recognised=report.recognised is not None)


def _order(place: Place) -> tuple[int, ...]:
    """A key that puts places in reading order; what stands nowhere comes first."""
    numbers = (place.page, place.line, place.column, place.table, place.row, place.cell)
    return tuple(number or 0 for number in numbers)
