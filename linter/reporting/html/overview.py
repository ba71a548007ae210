"""Many files at a glance: how many are in order, and which rules each of them violates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.model.finding import FileResult
from linter.model.rule import SEVERITIES, Severity
from linter.records import record
from linter.reporting.exchange.entries import page_address
from linter.reporting.html.sheets import SheetView
from linter.reporting.rule_counts import rule_counts
from linter.reporting.run import Run

_STATES = ("errors", "unreadable", "warnings", "infos", "clean")
_HEAT = (1, 2, 3, 5)
"""Findings from which on a cell is of the next darker colour."""


@record
class RuleView:
    """A rule that was violated, and how often."""

    id: str
    slug: str
    severity: Severity
    title: str
    why: str
    source: str
    remedy: str
    page: str
    findings: int
    files: int


@record
class HeatCell:
    """The number of findings of one rule in one file, and its colour (0 is none)."""

    number: int
    heat: int


@record
class UnitRow:
    """One file: findings by severity, and by the rules of the overview."""

    sheet: SheetView
    counts: tuple[int, ...]
    cells: tuple[HeatCell, ...]


@record
class Overview:
    """``states`` are the numbers of files by what was found in them, without zeros."""

    states: tuple[tuple[str, int], ...]
    rules: tuple[RuleView, ...]
    rows: tuple[UnitRow, ...]


def overview(run: Run, sheets: Sequence[SheetView]) -> Overview:
    """The overview of a run; ``sheets`` are its files."""
    states = Counter(sheet.state for sheet in sheets)
    rules = tuple(_rules(run))
    pairs = zip(run.results, sheets, strict=True)
    return Overview(
        tuple((state, states[state]) for state in _STATES if states[state]),
        rules,
        tuple(_row(result, sheet, rules) for result, sheet in pairs),
    )


def _rules(run: Run) -> Iterator[RuleView]:
    language = run.language
    for count in rule_counts(run):
        rule = run.rules[count.rule]
        yield RuleView(
            rule.id,
            rule.slug,
            rule.severity,
            rule.title.in_language(language),
            rule.why.in_language(language),
            rule.source,
            rule.remedy.in_language(language) if rule.remedy else "",
            page_address(rule, run) or "",
            count.findings,
            count.files,
        )


def _row(result: FileResult, sheet: SheetView, rules: Sequence[RuleView]) -> UnitRow:
    severities = Counter(finding.severity for finding in result.findings)
    numbers = Counter(finding.rule for finding in result.findings)
    return UnitRow(
        sheet,
        tuple(severities[severity] for severity in SEVERITIES),
        tuple(HeatCell(numbers[rule.id], _heat(numbers[rule.id])) for rule in rules),
    )


def _heat(number: int) -> int:
    return sum(number >= least for least in _HEAT)
