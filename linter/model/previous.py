"""Last year's report, as far as this year's is judged by it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from linter.records import record


@record
class Previous:
    """``numbers`` are the cells of the tables of the report of ``year`` that hold one."""

    year: int | None
    numbers: Mapping[str, int | Decimal]

    def before(self, year: int | None) -> Mapping[str, int | Decimal]:
        """The numbers where it is the report of the year before ``year``, else none."""
        follows = self.year is None or year is None or self.year + 1 == year
        return self.numbers if follows else {}
