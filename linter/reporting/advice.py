"""What a person is to do about a finding whose message does not say so already."""

from __future__ import annotations

from linter.forms import Form
from linter.model.finding import FileResult, Finding
from linter.model.rule import Language
from linter.reporting.catalogue import phrase
from linter.reporting.cell_lists import cells_text
from linter.reporting.equations import compares_cells
from linter.reporting.labels import path_label
from linter.reporting.messages import fact_text


def advice(finding: Finding, result: FileResult, form: Form, language: Language) -> str:
    """Where to look first, in one sentence; empty where the message itself tells."""
    if result.status != "checked":
        return phrase("advice.input", language)
    if finding.culprit:
        return _culprit_advice(finding, result, form, language)
    if finding.equation and compares_cells(finding.equation):
        return phrase("advice.equation", language)
    return ""


def _culprit_advice(finding: Finding, result: FileResult, form: Form, language: Language) -> str:
    """What the one cell should hold, where ``expected`` speaks of it; else what to check."""
    first = finding.culprit[0]
    actual = result.report.value(first).value if result.report else None
    of_culprit = len(finding.culprit) == 1 and actual is not None and actual == finding.actual
    if finding.expected is None or finding.actual is None or not of_culprit:
        cells = cells_text(finding.culprit, form, language)
        return phrase("advice.culprits", language, cells=cells)
    return phrase(
        "advice.culprit",
        language,
        cell=path_label(first, form, language),
        expected=fact_text("expected", finding.expected, form, language),
        actual=fact_text("actual", finding.actual, form, language),
    )
