"""A report with what its running text states."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.model.report import Record, Report
from linter.narrative.citations import cited_documents
from linter.narrative.dates import dates
from linter.narrative.plans import plans
from linter.narrative.prose import Prose, prose_of
from linter.narrative.years import years
from linter.records import replace

COLLECTIONS: Mapping[str, Callable[[Prose], tuple[Record, ...]]] = {
    "cited_documents": cited_documents,
    "dates": dates,
    "plans": plans,
    "years": years,
}
"""Every collection of records that rules can range over, and who finds it."""


def read_narrative(report: Report) -> Report:
    """``report`` with its collections of records."""
    prose = prose_of(report)
    return replace(report, records={name: find(prose) for name, find in COLLECTIONS.items()})
