"""The blank statutory form for a year and an office."""

from __future__ import annotations

from collections.abc import Mapping

from linter.forms import Form
from linter.writing.drafting import blank_sections, statutory_title
from linter.writing.report_data import Figure, ReportData


def blank_report(
    form: Form, year: int, issuer: str, figures: Mapping[str, Figure] | None = None
) -> ReportData:
    """A report on ``form`` in which nothing stands but ``figures``; its date has room."""
    return ReportData(
        edition=form.edition,
        year=year,
        title=statutory_title(issuer, year),
        issuer=issuer,
        signed_on=None,
        closing="undated",
        sections=blank_sections(form),
        tables=frozenset(form.tables),
        figures=figures or {},
    )
