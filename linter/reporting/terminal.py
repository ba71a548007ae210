"""The report for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding

from linter.forms import EDITIONS, Form, load_form
from linter.model.finding import FileResult, Finding, NotApplicable, NotEvaluated
from linter.model.report import Report
from linter.model.rule import SEVERITIES, Rule, Severity
from linter.reporting.advice import advice
from linter.reporting.catalogue import counted, listed
from linter.reporting.cell_lists import cells_text
from linter.reporting.drawing import Drawing, drawings
from linter.reporting.equations import compares_cells, equation_with_difference
from linter.reporting.excerpt import FEW, is_drawn, table_of
from linter.reporting.labels import path_label
from linter.reporting.messages import message
from linter.reporting.outcomes import doubt_lines, outcome_totals, rules_by_reason
from linter.reporting.page import SEVERITY_COLOURS, Page, page_for
from linter.reporting.places import place_text
from linter.reporting.quoting import path_text
from linter.reporting.run import Run
from linter.reporting.statistics_table import print_statistics
from linter.reporting.suppressed import suppression_lines, suppression_text
from linter.reporting.tables import FRAMES, PLAIN, STYLES, drawn_tables
from linter.reporting.verdict import counts_text, verdict_key

_VERDICTS = {"errors": "bold red", "unreadable": "bold red", "warnings": "bold yellow"}
_RULE_INDENT = 2
_TEXT_INDENT = 4


def print_report(run: Run, console: Console) -> None:
    """The findings grouped by file, section and rule, drawn where numbers clash.

    A file without findings is one line. The verdict and the counts stand last. What the
    console cannot show (colours, box characters, Chinese) is replaced, never an error.
    """
    page = page_for(console, run.language)
    for result in run.results:
        _print_file(page, result, run)
    if run.statistics:
        print_statistics(page, run)
    if not run.quiet:
        key = verdict_key(run)
        verdict = (page.phrase(f"verdict.{key}"), _VERDICTS.get(key, "bold green"))
        page.paragraph(verdict)
        page.paragraph(counts_text(run))
        for line in suppression_lines(run):
            page.paragraph((line, "dim"))


def _print_file(page: Page, result: FileResult, run: Run) -> None:
    form = load_form(result.report.edition if result.report else EDITIONS[-1])
    notes = run.verbose and bool(result.outcomes or result.not_evaluated or result.suppressed)
    doubts = () if run.quiet else doubt_lines(result.doubts, form, run.language)
    if result.findings or result.status != "checked":
        _print_title(page, result, doubts)
        for section, findings in _by_section(result.findings, form):
            _print_section(page, section, findings, result, form, run)
    elif not run.quiet:
        clean = (f"  {page.phrase('status.clean')}", "dim")
        page.paragraph((f"{page.lettering.good} ", "green"), path_text(result.path), clean)
        _print_doubts(page, doubts)
        if not notes:
            page.blank()
    if notes and not run.quiet:
        _print_notes(page, result, form, run)


def _print_title(page: Page, result: FileResult, doubts: Sequence[str]) -> None:
    page.paragraph((path_text(result.path), "bold"))
    if result.status != "checked":
        page.paragraph((page.phrase(f"status.{result.status}"), "bold red"))
    if report := result.report:
        year = None if report.year is None else page.phrase("file.year", year=report.year)
        edition = page.phrase("file.edition", edition=report.edition)
        known = (part for part in (report.issuer, year, edition) if part)
        page.paragraph((page.phrase("label.joint").join(known), "dim"))
    _print_doubts(page, doubts)
    page.blank()


def _print_doubts(page: Page, doubts: Sequence[str]) -> None:
    """What was read with doubt, in the head of the file that it is about."""
    word = page.phrase("heading.doubts")
    for line in doubts:
        page.paragraph((f"{word}  ", "bold yellow"), line, hanging=_RULE_INDENT)


def _by_section(
    findings: Iterable[Finding], form: Form
) -> Iterator[tuple[str | None, list[Finding]]]:
    """The findings of each section, in the form's order, those of no section first."""
    groups: dict[str | None, list[Finding]] = {None: []} | {key: [] for key in form.sections}
    for finding in findings:
        groups.setdefault(finding.section, []).append(finding)
    yield from ((section, group) for section, group in groups.items() if group)


def _print_section(
    page: Page,
    section: str | None,
    findings: list[Finding],
    result: FileResult,
    form: Form,
    run: Run,
) -> None:
    heading = (
        path_label(f"sections.{section}", form, run.language)
        if section
        else page.phrase("heading.whole")
    )
    # A configuration has findings as well, and no sections.
    if result.report is not None:
        page.paragraph((heading, "bold underline"))
        page.blank()
    for rule, group in _by_rule(findings, run):
        _print_rule(page, rule, group, result, form)
    if result.report and not run.quiet:
        drawn = [f for f in findings if not run.rules[f.rule].on and is_drawn(f, form)]
        _print_drawings(page, drawn, result.report, form)


def _by_rule(findings: list[Finding], run: Run) -> Iterator[tuple[Rule, list[Finding]]]:
    """The findings of each rule, the gravest first, else in the order given."""
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.rule), []).append(finding)
    for severity, rule in sorted(groups, key=lambda key: SEVERITIES.index(key[0])):
        yield run.rules[rule], groups[severity, rule]


def _print_rule(
    page: Page, rule: Rule, findings: list[Finding], result: FileResult, form: Form
) -> None:
    severity = findings[0].severity
    colour = SEVERITY_COLOURS[severity]
    number = len(findings)
    times = f"  {counted('findings', number, page.language)}" if number > 1 else ""
    page.paragraph(
        (f"{page.lettering.severity(severity)} ", f"bold {colour}"),
        (f"{page.phrase(f'severity.{severity}')} {rule.id} ", f"bold {colour}"),
        (rule.slug + times, "dim"),
        indent=_RULE_INDENT,
        hanging=_TEXT_INDENT,
    )
    advices = [advice(finding, result, form, page.language) for finding in findings]
    common = len(set(advices)) == 1
    for finding, own in zip(findings, advices, strict=True):
        _print_finding(page, finding, rule, form)
        page.field("advice", "" if common else own, indent=_TEXT_INDENT)
    page.field("advice", advices[0] if common else "", indent=_TEXT_INDENT)
    page.field("source", rule.source, indent=_TEXT_INDENT, style="dim")
    page.blank()


def _print_finding(page: Page, finding: Finding, rule: Rule, form: Form) -> None:
    page.paragraph(message(finding, rule, form, page.language), indent=_TEXT_INDENT)
    template = rule.message.in_language(page.language)
    equation = finding.equation
    if equation and compares_cells(equation) and "{equation}" not in template:
        spelled = equation_with_difference(equation, page.language)
        page.field("sum", spelled, indent=_TEXT_INDENT)
    if _needs_cells_named(finding, rule) and "{cells}" not in template:
        cells = cells_text(finding.cells, form, page.language)
        page.field("cells", cells, indent=_TEXT_INDENT)
    page.field("place", place_text(finding.place, page.language), indent=_TEXT_INDENT)
    related = sorted({violation.rule for violation in finding.violations} - {rule.id})
    page.field("related", listed(related, page.language), indent=_TEXT_INDENT)


def _needs_cells_named(finding: Finding, rule: Rule) -> bool:
    """Whether a finding has too many cells to be drawn, and is about each of them."""
    return len(finding.cells) > FEW and finding.equation is None and not rule.on


def _print_drawings(page: Page, findings: list[Finding], report: Report, form: Form) -> None:
    """The excerpts of every table in which findings clash, each table once if possible."""
    room = page.width - _TEXT_INDENT
    for key, table in form.tables.items():
        of_table = [finding for finding in findings if table_of(finding) == key]
        if report.tables.get(key):
            for drawing in drawings(page, room, report, table, of_table):
                _print_drawing(page, drawing, room)


def _print_drawing(page: Page, drawing: Drawing, room: int) -> None:
    tables = list(drawn_tables(drawing, page.lettering, room))
    if not tables:
        return
    page.paragraph((drawing.title, "dim"), indent=_TEXT_INDENT)
    for table in tables:
        page.console.print(Padding(table, (0, 0, 0, _TEXT_INDENT), expand=False))
    _print_legend(page, drawing)
    page.blank()


def _print_legend(page: Page, drawing: Drawing) -> None:
    """What the colours or marks mean, where that is not plain to see."""
    coloured = page.lettering.coloured
    if coloured and "culprit" not in drawing.marks:
        return
    parts: list[tuple[str, str]] = []
    for mark in sorted(drawing.marks, reverse=True):
        left, right = PLAIN if coloured else FRAMES[mark]
        words = f"{left}{page.phrase(f'legend.{mark}')}{right}"
        parts += [(words, STYLES[mark] if coloured else ""), ("  ", "")]
    page.paragraph(*parts[:-1], indent=_TEXT_INDENT)


def _print_suppressed(page: Page, result: FileResult, form: Form, run: Run) -> None:
    if result.suppressed:
        page.paragraph((page.phrase("heading.suppressed"), "bold"), indent=_RULE_INDENT)
    for suppressed in result.suppressed:
        finding = suppressed.finding
        sentence = message(finding, run.rules[finding.rule], form, run.language)
        page.paragraph(f"{finding.rule}  {sentence}", indent=_TEXT_INDENT)
        why = suppression_text(suppressed, run.language)
        page.paragraph((why, "dim"), indent=_TEXT_INDENT + _RULE_INDENT)


def _print_notes(page: Page, result: FileResult, form: Form, run: Run) -> None:
    """What the rules without findings come to: which do not apply or could not be evaluated."""
    _print_suppressed(page, result, form, run)
    told: dict[str, Sequence[NotApplicable | NotEvaluated]] = {
        "not_applicable": result.not_applicable,
        "not_evaluated": result.not_evaluated,
    }
    for key, items in told.items():
        if items:
            page.paragraph((page.phrase(f"heading.{key}"), "bold"), indent=_RULE_INDENT)
        for reason, ids in rules_by_reason(items, form, run.language).items():
            line = f"{listed(ids, run.language)}  {reason}"
            page.paragraph((line, "dim"), indent=_TEXT_INDENT)
    if result.outcomes:
        page.paragraph((outcome_totals(result, run.language), "dim"), indent=_RULE_INDENT)
    page.blank()
