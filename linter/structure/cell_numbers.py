"""The number that a table cell holds."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from linter.records import record
from linter.regex import regex
from linter.structure.folding import fold
from linter.structure.numerals import NUMERAL, chinese_number

_LONGEST = 120
_DASHES = "-—–―－‐‑─_/\\~·.、。"
_BLANK_WORDS = frozenset(
    {"无", "暂无", "没有", "空", "空白", "无数据", "不涉及", "未发生"}
    | {"持平", "不变", "无变化", "无增减", "N/A", "n/a", "NA", "null"}
)
_UNITS = "件|条|次|项|个|宗|份|起|人|例|元|万元|亿元|人次|件次|万件|万条|%"
_NUMBER = regex(
    r"(?P<sign>[+\-−↑↓▲▼]|增加?|减少?)?"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<fraction>\.[0-9]+)?"
    rf"(?P<unit>{_UNITS})?(?P<note>[(\[*⁰¹²³⁴-⁹].*|其中.*|含.*)?"
)
_MINUS = frozenset({"-", "−", "↓", "▼", "减", "减少"})
_CHINESE = regex(rf"(?P<digits>{NUMERAL}{{1,12}})(?P<unit>{_UNITS})?")
_GAP = regex(r"(?<=\d)[\s\u3000]+(?=\d)")
_GROUPS = regex(r"\D*\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)")
_WRAPPED = regex(r"\d{3,}[ \t]*\n[ \t]*\d+|\d+[ \t]*\n[ \t]*\d{3,}")
_QUOTED = regex('[\'’‘"“”]+(?P<text>[^\'’‘"“”]+)[’"“”]*')
_SUPERSCRIPT = regex("[⁰¹²³⁴-⁹]+$")


@record
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
    """Reads one cell: １２, 1,234, 12.0, 十二, 0件, 22（其中修订16件）, 减2, —, 无.

    Two numbers in one cell are none, unless they are one that was grouped by thousands (1 234)
    or wrapped in a narrow column.
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return CellNumber()
    if quoted := _QUOTED.fullmatch(stripped):
        stripped = quoted["text"].strip()
    mark = _SUPERSCRIPT.search(stripped)
    folded = fold(stripped[: mark.start()] if mark else stripped).rstrip("。.")
    if not folded.strip(_DASHES) or folded in _BLANK_WORDS:
        return CellNumber(blank=not mark)
    if _GAP.search(stripped) and not (_GROUPS.match(stripped) or _WRAPPED.search(stripped)):
        return CellNumber()
    if match := _NUMBER.fullmatch(folded):
        digits = match["digits"].replace(",", "")
        number = _exact(match["sign"], digits, match["fraction"] or "")
        note = match["note"] or (mark.group() if mark else None)
        return CellNumber(number, unit=match["unit"], note=note)
    if match := _CHINESE.fullmatch(folded):
        return CellNumber(chinese_number(match["digits"]), unit=match["unit"])
    return CellNumber()


def _exact(sign: str | None, digits: str, fraction: str) -> int | Decimal:
    minus = "-" if sign in _MINUS else ""
    number = Decimal(f"{minus}{digits}{fraction}")
    whole = len(digits) <= 18 and number == number.to_integral_value()
    return int(number) if whole else number
