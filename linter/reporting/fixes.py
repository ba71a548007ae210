"""How a finding can be fixed, in words."""

from __future__ import annotations

from linter.forms import EDITIONS, Form, load_form
from linter.model.fix import Fix
from linter.model.rule import Language
from linter.reporting.catalogue import listed, phrase
from linter.reporting.cell_lists import cells_text
from linter.reporting.labels import path_label
from linter.reporting.quantities import number_text
from linter.reporting.quoting import one_line

_SHOWN = 3
"""Cells of one fix that are spelled out with their numbers."""


def fix_text(fix: Fix, form: Form | None, language: Language) -> str:
    """「「自然人·……」改为 3」 / “put 3 into …”."""
    form = form or load_form(EDITIONS[-1])
    if fix.kind == "blank":
        return phrase("fix.blank", language, cells=cells_text(tuple(fix.cells), form, language))
    if fix.kind == "number":
        numbers = [
            phrase(
                "fix.number",
                language,
                cell=path_label(cell, form, language),
                number=number_text(number),
            )
            for cell, number in fix.cells.items()
        ]
        more = phrase("candidates.more", language) if len(numbers) > _SHOWN else ""
        return phrase("list.sentence", language).join(numbers[:_SHOWN]) + more
    edits = [
        phrase(
            "fix.wording",
            language,
            found=one_line(edit.found),
            replacement=one_line(edit.replacement),
        )
        for edit in fix.edits
    ]
    return listed(edits, language)
