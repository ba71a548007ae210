"""What every rule of a run comes to for one report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from linter.model.finding import Finding, NotApplicable, NotEvaluated, Outcome
from linter.model.report import Report
from linter.model.rule import Rule

_OF_TABLES = frozenset(
    {"row-missing", "rows-missing", "row-added", "row-duplicate", "row-misplaced", "rows-merged"}
    | {
        "cell-count",
        "cell-unit",
        "label-deviates",
        "column-missing",
        "column-added",
        "table-duplicate",
    }
    | {"wrong-edition"}
)
"""The deviations that only a table which is there can have."""

OTHER_EDITION = "other-edition"
NO_TABLE = "table-missing"


def outcomes_of(
    rules: Iterable[str],
    findings: Iterable[Finding],
    not_applicable: Iterable[NotApplicable],
    not_evaluated: Iterable[NotEvaluated],
) -> dict[str, Outcome]:
    """One outcome for each of the ``rules``.

    A rule that is violated in one place and could not be evaluated in another is violated; one
    that holds wherever it could be evaluated, and could not be everywhere, is not evaluated.
    """
    outcomes: dict[str, Outcome] = dict.fromkeys(rules, "holds")
    outcomes.update((item.rule, "not_applicable") for item in not_applicable)
    outcomes.update((item.rule, "not_evaluated") for item in not_evaluated)
    certain: set[str] = set()
    for finding in findings:
        if finding.doubt is None:
            certain.add(finding.rule)
        outcomes[finding.rule] = "violated" if finding.rule in certain else "doubtful"
    return outcomes


def unchecked(rules: Iterable[str], violated: Iterable[Finding]) -> dict[str, Outcome]:
    """The outcomes for a file that is no report or cannot be read: ``violated`` say why."""
    outcomes: dict[str, Outcome] = dict.fromkeys(rules, "not_evaluated")
    outcomes.update((finding.rule, "violated") for finding in violated)
    return outcomes


def idle_rule(rule: Rule, report: Report, routed: Collection[str]) -> NotApplicable | None:
    """Why a rule without an assertion demands nothing of the report, None where it does.

    ``routed`` are the rules to which the form's schema routes what is wrong with a cell.
    """
    about_tables = rule.id in routed or (rule.on and _OF_TABLES.issuperset(rule.on))
    if not about_tables or _has_table(rule.section, report.tables):
        return None
    return NotApplicable(rule.id, NO_TABLE)


def _has_table(section: str | None, tables: Mapping[str, bool]) -> bool:
    if section is not None and section in tables:
        return tables[section]
    return any(tables.values())
