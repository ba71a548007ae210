"""The years that a report names."""

from __future__ import annotations

import re

from linter.model.report import Record
from linter.narrative.prose import Prose
from linter.structure.numerals import chinese_number

_YEAR = re.compile(r"(?<![0-9])(?:[0-9]{4}|[〇零○一二三四五六七八九]{4})(?=年)")


def years(prose: Prose) -> tuple[Record, ...]:
    """Every year that the text names as …年, the sign-off's apart."""
    return tuple(
        Record(match.group(), passage.place, passage.section, {"year": year})
        for passage in prose.passages
        if not passage.closing
        for match in _YEAR.finditer(passage.folded)
        if (year := _year(match.group())) is not None
    )


def _year(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_number(text)
