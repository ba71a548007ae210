"""What a person is to do about a finding whose message does not say so already."""

from __future__ import annotations

from linter.forms import Form
from linter.model.finding import FileResult, Finding
from linter.model.rule import Language
from linter.reporting.catalogue import phrase
from linter.reporting.cell_lists import cells_text
from linter.reporting.equations import compares_cells


def advice(finding: Finding, result: FileResult, form: Form, language: Language) -> str:
    """Where to look first, in one sentence; empty where the message itself tells."""
    if result.status != "checked":
        return phrase("advice.input", language)
    if len(finding.culprit) == 1 and finding.expected is not None:
        return ""
    if finding.culprit:
        cells = cells_text(finding.culprit, form, language)
        return phrase("advice.culprits", language, cells=cells)
    if finding.equation and compares_cells(finding.equation):
        return phrase("advice.equation", language)
    return ""
