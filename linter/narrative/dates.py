"""The dates that a report names."""

from __future__ import annotations

from linter.model.report import Record
from linter.narrative.prose import Prose
from linter.structure.dates import find_dates


def dates(prose: Prose) -> tuple[Record, ...]:
    """Every full date; ``valid`` is 1 where the calendar has it, else 0."""
    return tuple(
        Record(found.text, passage.place, passage.section, {"valid": int(found.date is not None)})
        for passage in prose.passages
        for found in find_dates(passage.folded)
    )
