"""What could explain a finding whose culprit is not one cell, in one clause."""

from __future__ import annotations

from linter.forms import Form
from linter.model.finding import Candidate, Finding
from linter.model.rule import Language
from linter.reporting.catalogue import listed, phrase
from linter.reporting.cell_lists import cells_text
from linter.reporting.codes import code_text
from linter.reporting.labels import path_label
from linter.reporting.quantities import number_text

_SHOWN = 3
"""Candidates, or cells of one, that a sentence spells out at most."""


def candidates_clause(finding: Finding, form: Form, language: Language) -> str:
    """The candidates as the end of a sentence; empty where there are none."""
    candidates = finding.candidates
    if not candidates:
        return ""
    if finding.culprit:
        slip = code_text("slip", candidates[0].slip, language)
        cells = _cells(candidates[0], form, language)
        return phrase("candidates.one", language, slip=slip, cells=cells)
    shown = [_candidate(one, form, language) for one in candidates[:_SHOWN]]
    joint = phrase("candidates.joint", language)
    more = "" if len(candidates) <= _SHOWN else phrase("candidates.more", language)
    return phrase("candidates.several", language, candidates=joint.join(shown) + more)


def not_filled(finding: Finding, form: Form, language: Language) -> str:
    """That the culprits, which are several, were left blank, and what they should hold."""
    cells = cells_text(finding.culprit, form, language)
    numbers = _cells(finding.candidates[0], form, language)
    return phrase("candidates.not_filled", language, cells=cells, numbers=numbers)


def _candidate(candidate: Candidate, form: Form, language: Language) -> str:
    cells = _cells(candidate, form, language)
    if candidate.slip in ("other", "several"):
        return cells
    slip = code_text("slip", candidate.slip, language)
    return phrase("candidates.with_slip", language, cells=cells, slip=slip)


def _cells(candidate: Candidate, form: Form, language: Language) -> str:
    """What the cells should hold, the first of many only."""
    numbers = [
        phrase(
            "candidates.cell",
            language,
            cell=path_label(cell, form, language),
            number=number_text(number),
        )
        for cell, number in candidate.expected.items()
    ]
    if len(numbers) <= _SHOWN:
        return listed(numbers, language)
    first = listed(numbers[:_SHOWN], language)
    return phrase("candidates.cells_more", language, cells=first, n=len(numbers))
