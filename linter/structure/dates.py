"""Dates as reports print them: 2024年1月17日, ２０２４－０１－１７, 二〇二四年一月十七日."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from linter.records import record
from linter.regex import regex
from linter.structure.numerals import NUMERAL, chinese_number

_YEAR = r"(?<![0-9])(?:[0-9]{4}|[〇零○ΟОO0一二三四五六七八九]{4})"
_MONTH_OR_DAY = r"(?:[0-9]{1,2}|" + NUMERAL + r"{1,4})"
_MONTH_DAY = rf"(?:{_MONTH_OR_DAY}|元)月{_MONTH_OR_DAY}(?:[日号曰]|(?![0-9]))"
DATE = regex(
    rf"(?P<y>{_YEAR})年(?P<m>{_MONTH_OR_DAY}|元)月(?P<d>{_MONTH_OR_DAY})(?:[日号曰]|(?![0-9]))"
    r"|(?<![0-9])(?P<y2>[0-9]{4})(?P<s>[-./])(?P<m2>[0-9]{1,2})(?P=s)(?P<d2>[0-9]{1,2})(?![0-9])"
)
YEAR = regex(rf"{_YEAR}(?=年)")
_NUMERIC = r"(?<![0-9])[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])"
_RANGE = regex(
    rf"(?P<from>{_YEAR}年{_MONTH_DAY}|{_NUMERIC})\)?(?:零时|0时|00:00)?起?[,，]?止?"
    r"(?:至|到|-|—|–|~|－|―)*\(?"
    rf"(?P<to>(?:{_YEAR}年)?{_MONTH_DAY}|{_NUMERIC})"
)
_MONTH_ONLY = regex(rf"(?:{_MONTH_OR_DAY}|元)月")
# A period by months counts only where it is called one; 据统计 introduces any other figure.
_MONTHS = regex(
    rf"(?P<from>{_YEAR})年(?P<first>{_MONTH_OR_DAY}|元)月份?(?:至|到|-|—|–|~|－|―)+"
    rf"(?:(?P<to>{_YEAR})年)?(?P<last>{_MONTH_OR_DAY})月(?!{_MONTH_OR_DAY})"
)
_CALLED_PERIOD = regex(r"统计(?:的)?(?:期限|时限|期间|时间|区间|周期|起止)|报告期")
_OF_THE_FIGURES = regex(
    r"(?<![据经全])统计|所列(?:的)?数据|数据(?:的)?(?:期限|时限|期间|范围|起止)|报告期"
)
_SENTENCE_END = regex("[。;；!！?？]")


@record
class FoundDate:
    """A date in running text; ``date`` is None where the calendar has no such day."""

    text: str
    start: int
    end: int
    year: int
    date: datetime.date | None


def find_dates(folded: str) -> Iterator[FoundDate]:
    """Every full date in folded text, the impossible ones too."""
    for match in DATE.finditer(folded):
        year, month, day = (_number(match[g] or match[f"{g}2"]) for g in "ymd")
        found = _calendar(year, month, day)
        yield FoundDate(match.group(), match.start(), match.end(), year, found)


def only_date(folded: str) -> FoundDate | None:
    """The date where the folded text holds nothing else (brackets aside)."""
    text = folded.strip("()[]。.,")
    found = next(find_dates(text), None)
    return found if found and (found.start, found.end) == (0, len(text)) else None


def find_period(folded: str) -> tuple[FoundDate, FoundDate] | None:
    """The statistics period that folded text states: first and last day.

    Only a range that its sentence introduces as that of the figures counts: other ranges
    (a campaign, a time for comments) are no business of the form's.
    """
    for match in _RANGE.finditer(folded):
        sentence = _SENTENCE_END.split(folded[: match.start()])[-1]
        if _OF_THE_FIGURES.search(sentence):
            start = next(find_dates(match["from"]))
            last = match["to"]
            if _MONTH_ONLY.match(last):
                last = f"{start.year}年{last}"
            end = next(find_dates(last), None)
            if end is not None:
                return start, end
    for match in _MONTHS.finditer(folded):
        sentence = _SENTENCE_END.split(folded[: match.start()])[-1]
        if _CALLED_PERIOD.search(sentence):
            return _of_months(match)
    return None


def _of_months(match: re.Match[str]) -> tuple[FoundDate, FoundDate] | None:
    """The first and the last day of a period that is given by months."""
    year, first, last = (_number(match[name]) for name in ("from", "first", "last"))
    ended = _number(match["to"]) if match["to"] else year
    start, following = _calendar(year, first, 1), _calendar(ended + last // 12, last % 12 + 1, 1)
    if start is None or following is None or not 1 <= last <= 12:
        return None
    end = following - datetime.timedelta(days=1)
    text = match.group()
    return (
        FoundDate(text, match.start(), match.end(), year, start),
        FoundDate(text, match.start(), match.end(), ended, end),
    )


def find_years(folded: str) -> list[int]:
    """Every year named as …年, in order."""
    return [_number(match.group()) for match in YEAR.finditer(folded)]


def _number(text: str) -> int:
    if text == "元":
        return 1
    value = int(text) if text.isdecimal() else chinese_number(text)
    return -1 if value is None else value


def _calendar(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
