"""A finding as the page shows it."""

from __future__ import annotations

from linter.forms import Form
from linter.model.finding import FileResult, Finding
from linter.model.rule import Rule, Severity
from linter.records import record
from linter.reporting.advice import advice
from linter.reporting.catalogue import listed
from linter.reporting.cell_lists import cells_text
from linter.reporting.equations import compares_cells, equation_with_difference
from linter.reporting.excerpt import FEW
from linter.reporting.exchange.entries import page_address
from linter.reporting.fixes import fix_text
from linter.reporting.messages import message
from linter.reporting.places import place_text
from linter.reporting.run import Run


@record
class FindingView:
    """One finding in words; what does not apply is empty.

    ``anchor`` is the id of its element in the page.
    """

    anchor: str
    rule: str
    slug: str
    title: str
    severity: Severity
    message: str
    sum: str
    cells: str
    place: str
    related: str
    advice: str
    fix: str
    fix_is_safe: bool
    why: str
    source: str
    remedy: str
    page: str


def finding_view(
    finding: Finding, anchor: str, result: FileResult, form: Form, run: Run
) -> FindingView:
    """``finding`` in the language of the run."""
    rule, language = run.rules[finding.rule], run.language
    related = sorted({violation.rule for violation in finding.violations} - {rule.id})
    return FindingView(
        anchor,
        rule.id,
        rule.slug,
        rule.title.in_language(language),
        finding.severity,
        message(finding, rule, form, language),
        _sum(finding, rule, run),
        _cells(finding, rule, form, run),
        place_text(finding.place, language),
        listed(related, language),
        advice(finding, result, form, language),
        fix_text(finding.fix, form, language) if finding.fix else "",
        bool(finding.fix and finding.fix.safe),
        rule.why.in_language(language),
        rule.source,
        rule.remedy.in_language(language) if rule.remedy else "",
        page_address(rule, run) or "",
    )


def _sum(finding: Finding, rule: Rule, run: Run) -> str:
    """The sum, unless the message spells it out."""
    equation = finding.equation
    if equation is None or not compares_cells(equation):
        return ""
    if "{equation}" in rule.message.in_language(run.language):
        return ""
    return equation_with_difference(equation, run.language)


def _cells(finding: Finding, rule: Rule, form: Form, run: Run) -> str:
    """The cells of a finding that is about each of many, unless the message names them."""
    many = len(finding.cells) > FEW and finding.equation is None and not rule.on
    if not many or "{cells}" in rule.message.in_language(run.language):
        return ""
    return cells_text(finding.cells, form, run.language)
