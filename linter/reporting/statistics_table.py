"""The number of findings of every rule, as a table."""

from __future__ import annotations

from linter.reporting.page import Page
from linter.reporting.rule_counts import RuleCount, rule_counts
from linter.reporting.run import Run
from linter.reporting.typesetting import text_width

_COLUMNS = ("findings", "files", "rule", "severity", "title")
_NUMBERS = ("findings", "files")
_DISPENSABLE = ("files", "severity")
"""Columns that a narrow page does without, in this order."""

_TITLE = 16
"""Columns of a page that titles need at least."""

_GAP = 2


def print_statistics(page: Page, run: Run) -> None:
    """One row per violated rule, most frequent first; nothing where nothing was found."""
    rows = [_row(page, run, count) for count in rule_counts(run)]
    if not rows:
        return
    headings = {key: page.phrase(f"field.{key}") for key in _COLUMNS}
    widths = {key: max(text_width(row[key]) for row in (headings, *rows)) for key in _COLUMNS[:-1]}
    for key in _DISPENSABLE:
        if page.measure - sum(widths.values()) - _GAP * len(widths) < _TITLE:
            del widths[key]
    page.paragraph((page.phrase("heading.statistics"), "bold underline"))
    page.blank()
    _print_row(page, headings, widths, "dim")
    for row in rows:
        _print_row(page, row, widths)
    page.blank()


def _row(page: Page, run: Run, count: RuleCount) -> dict[str, str]:
    rule = run.rules[count.rule]
    return {
        "findings": str(count.findings),
        "files": str(count.files),
        "rule": rule.id,
        "severity": page.phrase(f"severity.{rule.severity}"),
        "title": rule.title.in_language(page.language),
    }


def _print_row(page: Page, row: dict[str, str], widths: dict[str, int], style: str = "") -> None:
    """The row's columns side by side, its title folded under itself."""
    cells = ""
    for key, width in widths.items():
        padding = " " * (width - text_width(row[key]))
        cells += padding + row[key] if key in _NUMBERS else row[key] + padding
        cells += " " * _GAP
    page.paragraph((cells, style), (row["title"], style), hanging=text_width(cells))
