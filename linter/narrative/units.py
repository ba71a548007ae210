"""Units that offices wrote into the cells of a table."""

from __future__ import annotations

from linter.model.report import Record
from linter.narrative.prose import Prose


def units_in_cells(prose: Prose) -> tuple[Record, ...]:
    """Cells that carry a unit other than the table's, with what is printed there."""
    return tuple(
        Record(str(deviation.facts["found"]), deviation.place, deviation.section)
        for deviation in prose.report.deviations
        if deviation.kind == "cell-unit"
    )
