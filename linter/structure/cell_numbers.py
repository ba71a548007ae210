"""The number that a table cell holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from linter.structure.folding import fold
from linter.structure.numerals import NUMERAL, chinese_number

_DASHES = "-—–―－‐‑─_/\\~·.、"
_BLANK_WORDS = frozenset({"无", "空", "空白", "N/A", "n/a", "NA", "null", "不涉及"})
_UNITS = "件|条|次|项|个|宗|份|起|人|例|元|万元|亿元|人次|件次|万件|万条|%"
_NUMBER = re.compile(
    r"(?P<sign>[+\-−]?)(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<fraction>\.[0-9]+)?"
    rf"(?P<unit>{_UNITS})?(?P<note>[(\[*].*|其中.*|含.*)?"
)
_CHINESE = re.compile(rf"(?P<digits>{NUMERAL}{{1,12}})(?P<unit>{_UNITS})?")


@dataclass(frozen=True, slots=True)
class CellNumber:
    """What a cell says: ``blank``, or a ``number``, or neither where it is no number.

    ``unit`` is a unit printed in the cell, ``note`` a remark behind the number.
    """

    number: int | Decimal | None = None
    blank: bool = False
    unit: str | None = None
    note: str | None = None


@lru_cache(maxsize=4096)
def cell_number(text: str) -> CellNumber:
    """Reads one cell: １２, 1,234, 12.0, 十二, 0件, 22（其中修订16件）, —, 无."""
    folded = fold(text)
    if not folded.strip(_DASHES) or folded in _BLANK_WORDS:
        return CellNumber(blank=True)
    if match := _NUMBER.fullmatch(folded):
        digits = match["digits"].replace(",", "")
        number = _exact(match["sign"], digits, match["fraction"] or "")
        return CellNumber(number, unit=match["unit"], note=match["note"])
    if match := _CHINESE.fullmatch(folded):
        return CellNumber(chinese_number(match["digits"]), unit=match["unit"])
    return CellNumber()


def _exact(sign: str, digits: str, fraction: str) -> int | Decimal:
    sign = "-" if sign in ("-", "−") else ""
    if len(digits) > 18:
        return Decimal(sign + digits + fraction)
    number = Decimal(f"{sign}{digits}{fraction}")
    return int(number) if number == number.to_integral_value() else number
