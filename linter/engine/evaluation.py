"""The rules evaluated on one report."""

from __future__ import annotations

from decimal import Context, localcontext

from linter.engine.assertions import evaluate_assertion
from linter.engine.deviations import deviation_findings
from linter.engine.rule_set import RuleSet
from linter.engine.schema_validation import schema_findings
from linter.forms import Form
from linter.model.finding import Finding, NotEvaluated
from linter.model.place import Place
from linter.model.report import Report
from linter.records import record

# Every sum of the form is exact in so many digits; nothing traps, whatever a cell holds.
_EXACT = Context(prec=100, traps=[])


@record
class Evaluation:
    """What is violated, in the order of the document, and what could not be told."""

    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]


def evaluate(report: Report, form: Form, rules: RuleSet) -> Evaluation:
    """Evaluates the rules of the report's edition; ``form`` is the form of that edition."""
    applicable = [rule for rule in rules.rules.values() if report.edition in rule.editions]
    found: list[Finding] = []
    unknown: list[NotEvaluated] = []
    with localcontext(_EXACT):
        for rule in applicable:
            if rule.assertion is not None:
                violated, untold = evaluate_assertion(rule, report, form)
                found += violated
                unknown += untold
    found += deviation_findings(report, applicable)
    found += schema_findings(report, form, applicable)
    found.sort(key=lambda finding: (_order(finding.place), finding.rule, finding.cells))
    return Evaluation(tuple(found), tuple(unknown))


def _order(place: Place) -> tuple[int, ...]:
    """A key that puts places in reading order; what stands nowhere comes first."""
    numbers = (place.page, place.line, place.column, place.table, place.row, place.cell)
    return tuple(number or 0 for number in numbers)
