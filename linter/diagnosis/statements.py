"""The numbers that a report's own text gives for cells of its tables."""

from __future__ import annotations

from collections.abc import Mapping

from linter.diagnosis.localisation import Number
from linter.model.report import Report


def stated_numbers(report: Report) -> Mapping[str, Number]:
    """By cell, the number that the text states; cells of which it says two things are left out."""
    found: dict[str, set[Number]] = {}
    for claim in report.records.get("claims", ()):
        number = claim.fields.get("value")
        if isinstance(number, Number) and len(claim.cells) == 1:
            found.setdefault(claim.cells[0], set()).add(number)
    return {cell: numbers.pop() for cell, numbers in found.items() if len(numbers) == 1}
