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
from linter.model.finding import Fact, Finding, NotEvaluated, Ref
from linter.model.report import Report
from linter.model.rule import Rule
from linter.records import field, mutable_record

MOST_RECORDS = 10_000
"""Records, or combinations of them, up to which a statement is evaluated."""

_MOST_NAMED = 8


def evaluate_assertion(
    rule: Rule, report: Report, form: Form
) -> tuple[list[Finding], list[NotEvaluated]]:
    """What the report violates, and why what could not be told could not."""
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
    return findings(rule, outcomes.violations, section), unknown


@mutable_record
class _Outcomes:
    """What is violated, and by reason and path what was missing where that is unknown."""

    report: Report
    violations: list[Violation] = field(default_factory=list)
    missed: dict[tuple[str, str], None] = field(default_factory=dict)

    def add(
        self, statement: Mapping[str, Any], parts: Sequence[str], bound: Mapping[str, str]
    ) -> None:
        """Evaluates a statement for one part of the form and for all records it is about."""
        loops = dict(statement.get("each", ()))
        collections = [self.report.records.get(name, ()) for name in loops.values()]
        if prod(map(len, collections)) > MOST_RECORDS:
            self.miss("too-complex", *loops.values())
            return
        for combination in product(*collections):
            records = dict(zip(loops, combination, strict=True))
            situation = Situation(self.report, bound, records)
            outcome = _outcome(statement, situation)
            if outcome is False:
                self.violations.append(violation(statement, parts, situation))
            elif outcome is None and not _holds_leniently(statement, situation):
                for reason, path in situation.missed:
                    self.miss(reason, loops.get(path, path))

    def miss(self, reason: str, *paths: str) -> None:
        self.missed.update(((reason, path), None) for path in paths)


def _outcome(statement: Mapping[str, Any], situation: Situation) -> bool | None:
    """Whether the statement holds: where its condition does not, it says nothing."""
    condition = statement.get("if")
    applies = True if condition is None else truth(condition, situation)
    if applies is False:
        return True
    claimed = truth(statement["claim"], situation)
    return claimed if applies or claimed else None


def _holds_leniently(statement: Mapping[str, Any], situation: Situation) -> bool:
    """Whether the statement holds when cells that are not there count as 0."""
    lenient = Situation(situation.report, situation.bound, situation.records, lenient=True)
    return _outcome(statement, lenient) is True


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
