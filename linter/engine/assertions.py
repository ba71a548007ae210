"""One rule's assertion evaluated on one report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

from linter.engine.code import bound_names, cell_path, references
from linter.engine.conditions import truth
from linter.engine.situation import Situation
from linter.engine.violations import Violation, findings, violation
from linter.forms import Form
from linter.model.finding import Fact, Finding, NotApplicable, NotEvaluated, Ref
from linter.model.report import Report
from linter.model.rule import Rule
from linter.records import field, mutable_record, record

MOST_RECORDS = 10_000
"""Records, or combinations of them, up to which a statement is evaluated."""

_MOST_NAMED = 8


@record
class Assessment:
    """What a report violates of one rule, why what could not be told could not, and, where the
    rule demands nothing of the report, why it does not.
    """

    findings: list[Finding]
    not_evaluated: list[NotEvaluated]
    not_applicable: NotApplicable | None


def evaluate_assertion(rule: Rule, report: Report, form: Form) -> Assessment:
    """Evaluates every statement of the rule's assertion for the report's edition."""
    outcomes = _Outcomes(report)
    absent = {table for table in form.tables if not report.tables.get(table)}
    for statement in rule.assertion.get(form.edition, ()):
        for parts in statement.get("over", ((),)):
            bound = bound_names(statement, parts)
            missing = absent & _tables_named(statement, bound) if absent else ()
            if missing:
                outcomes.miss("table-missing", *sorted(missing))
            else:
                outcomes.add(statement, parts, bound)
    section = rule.section or _section(outcomes.violations)
    reasons = _reasons(outcomes.missed, report, form)
    unknown = [NotEvaluated(rule.id, reason, _named(about)) for reason, about in reasons.items()]
    idle = None if outcomes.demanded or unknown else _idle(rule, outcomes)
    return Assessment(findings(rule, outcomes.violations, section), unknown, idle)


def _idle(rule: Rule, outcomes: _Outcomes) -> NotApplicable:
    """Why a rule demands nothing: no such thing in the text, or no such case in the report."""
    if outcomes.empty:
        return NotApplicable(rule.id, "no-record", _named(outcomes.empty))
    return NotApplicable(rule.id, "condition-unmet")


@mutable_record
class _Outcomes:
    """What is violated, and by reason and path what was missing where that is unknown.

    ``demanded`` is True once a statement has demanded anything of the report; ``empty`` are the
    collections of records without any.
    """

    report: Report
    violations: list[Violation] = field(default_factory=list)
    missed: dict[tuple[str, str], None] = field(default_factory=dict)
    demanded: bool = False
    empty: dict[str, None] = field(default_factory=dict)

    def add(
        self, statement: Mapping[str, Any], parts: Sequence[str], bound: Mapping[str, str]
    ) -> None:
        """Evaluates a statement for one part of the form and for all records it is about."""
        loops = dict(statement.get("each", ()))
        collections = [self.report.records.get(name, ()) for name in loops.values()]
        if prod(map(len, collections)) > MOST_RECORDS:
            self.miss("too-complex", *loops.values())
            return
        for name, records in zip(loops.values(), collections, strict=True):
            if not records:
                self.empty[name] = None
        for combination in product(*collections):
            situation = Situation(self.report, bound, dict(zip(loops, combination, strict=True)))
            applies = _applies(statement, situation)
            self.demanded = self.demanded or applies is not False
            outcome = _outcome(statement, situation, applies)
            if outcome is False:
                self.violations.append(violation(statement, parts, situation))
            elif outcome is None and not _holds_leniently(statement, situation):
                for reason, path in situation.missed:
                    self.miss(reason, loops.get(path, path))

    def miss(self, reason: str, *paths: str) -> None:
        self.missed.update(((reason, path), None) for path in paths)


def _applies(statement: Mapping[str, Any], situation: Situation) -> bool | None:
    """Whether the condition of the statement is met."""
    condition = statement.get("if")
    return True if condition is None else truth(condition, situation)


def _outcome(
    statement: Mapping[str, Any], situation: Situation, applies: bool | None
) -> bool | None:
    """Whether the statement holds: where its condition does not, it says nothing."""
    if applies is False:
        return True
    claimed = truth(statement["claim"], situation)
    return claimed if applies or claimed else None


def _holds_leniently(statement: Mapping[str, Any], situation: Situation) -> bool:
    """Whether the statement holds when cells that are not there count as 0."""
    lenient = Situation(situation.report, situation.bound, situation.records, lenient=True)
    return _outcome(statement, lenient, _applies(statement, lenient)) is True


def _tables_named(statement: Mapping[str, Any], bound: Mapping[str, str]) -> set[str]:
    named = references([statement.get("if") or [], statement["claim"]])
    return {cell_path(one, bound).partition(".")[0] for one in named if one[0] == "cell"}


def _section(violations: Sequence[Violation]) -> str | None:
    """The section of the only table concerned, which has the table's name."""
    tables = {cell.partition(".")[0] for violation in violations for cell in violation.cells}
    return tables.pop() if len(tables) == 1 else None


def _reasons(
    missed: Mapping[tuple[str, str], None], report: Report, form: Form
) -> dict[str, dict[str, None]]:
    """The paths that each reason is about: one entry for a rule and reason is enough."""
    reasons: dict[str, dict[str, None]] = {}
    for given, path in missed:
        reason, about = _summarised(given, path, report, form)
        reasons.setdefault(reason, {})[about] = None
    return reasons


def _summarised(reason: str, path: str, report: Report, form: Form) -> tuple[str, str]:
    """A missing cell, as the missing row or column where all of that is missing."""
    row = form.row(path) if reason == "cell-missing" else None
    if row is None:
        return reason, path
    if _absent(row.cells(), report):
        return "row-missing", row.path
    table, column = path.partition(".")[0], path.rpartition(".")[2]
    cells = form.tables[table].cells()
    if _absent([cell for cell in cells if cell.endswith(f".{column}")], report):
        return "column-missing", f"{table}.{column}"
    return reason, path


def _absent(cells: Sequence[str], report: Report) -> bool:
    return all(report.value(cell).state == "absent" for cell in cells)


def _named(paths: Mapping[str, None]) -> dict[str, Fact]:
    names = ("about", *(f"about_{number}" for number in range(2, _MOST_NAMED + 1)))
    return {name: Ref(path) for name, path in zip(names, paths, strict=False)}
