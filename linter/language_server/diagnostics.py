"""Findings as the diagnostics of an editor."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
)

from linter.forms import Form, load_form
from linter.language_server.checked_text import CheckedText, span_of_place
from linter.language_server.wording import text
from linter.model.report import Report
from linter.model.rule import Severity
from linter.readers.detection import text_format
from linter.reporting.exchange.entries import page_address
from linter.reporting.labels import path_label
from linter.reporting.messages import message

SOURCE = "nianbao"
_SEVERITIES: dict[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}
_MOST_RELATED = 12


def diagnostics(checked: CheckedText) -> list[Diagnostic]:
    """One diagnostic for each finding; none for a text that is no report, or none yet."""
    if checked.result.status != "checked":
        return []
    return [diagnostic(checked, number) for number in range(len(checked.spans))]


def diagnostic(checked: CheckedText, number: int) -> Diagnostic:
    """The finding with this ``number`` in the result."""
    finding, run = checked.result.findings[number], checked.run
    report = checked.result.report
    form = load_form(report.edition) if report else None
    rule = run.rules[finding.rule]
    page = page_address(rule, run)
    return Diagnostic(
        range=checked.positions.range(*checked.spans[number]),
        message=message(finding, rule, form, run.language),
        severity=_SEVERITIES[finding.severity],
        code=rule.id,
        code_description=CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=list(_related(checked, number, report, form)) or None,
    )


def _related(
    checked: CheckedText, number: int, report: Report | None, form: Form | None
) -> Iterator[DiagnosticRelatedInformation]:
    """The other cells that clash, with what they hold."""
    finding = checked.result.findings[number]
    # Where words differ, the cells that they name do not clash.
    if report is None or form is None or isinstance(finding.expected, str):
        return
    kind = text_format(checked.source.text, checked.name)
    shown = 0
    for cell in dict.fromkeys((*finding.culprit, *finding.cells)):
        value = report.value(cell)
        known = iter([value.text] if value.text else [])
        found = span_of_place(value.place, known, checked.source, checked.positions, kind)
        if found is None or found == checked.spans[number]:
            continue
        language = checked.run.language
        held = value.text.strip() or text("blank", language)
        label = path_label(cell, form, language)
        yield DiagnosticRelatedInformation(
            Location(checked.uri, checked.positions.range(*found)),
            text("related", language, cell=label, value=held),
        )
        shown += 1
        if shown == _MOST_RELATED:
            return
