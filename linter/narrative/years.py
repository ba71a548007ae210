"""The years that a report names, and whether its title agrees with them."""

from __future__ import annotations

import datetime
from collections import Counter

from linter.model.report import Record
from linter.narrative.accounts import accounts
from linter.narrative.prose import Prose
from linter.regex import regex
from linter.structure.numerals import chinese_number

_YEAR = regex(r"(?<![0-9])(?:[0-9]{4}|[〇零○一二三四五六七八九]{4})(?=年)")


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


def title_contradictions(prose: Prose) -> tuple[Record, ...]:
    """The title, where two of period, sign-off and text agree on another report ``year``.

    Then the title is what is wrong, and nothing that is right is measured by it.
    """
    report = prose.report
    title = report.value("title_year")
    if not isinstance(title.value, int):
        return ()
    year = _agreed_year(prose, title.value)
    if year is None or year == title.value:
        return ()
    return (Record(str(report.title), title.place, None, {"year": year}),)


def _agreed_year(prose: Prose, title: int) -> int | None:
    """The year on which two of period, sign-off and text agree, the third not with the title.

    Without period and sign-off, two sentences of the text are enough.
    """
    period, signed = _period_year(prose), _signed_year(prose)
    if period is not None and period == signed:
        return period
    told, times = _told_year(prose)
    alone = period is None and signed is None and times >= 2
    return told if (alone or told in (period, signed)) and title not in (period, signed) else None


def _period_year(prose: Prose) -> int | None:
    days = (prose.report.value(name).value for name in ("period_start", "period_end"))
    named = {day.year for day in days if isinstance(day, datetime.date)}
    both = all(prose.report.value(name).value for name in ("period_start", "period_end"))
    return named.pop() if both and len(named) == 1 else None


def _signed_year(prose: Prose) -> int | None:
    """The report year that a sign-off speaks for: the year before."""
    signed = prose.report.value("signed_on").value
    return signed.year - 1 if isinstance(signed, datetime.date) else None


def _told_year(prose: Prose) -> tuple[int | None, int]:
    """The one year for which the text renders account, and how often; None where it names two
    as often.
    """
    ranked = Counter(record.fields["year"] for record in accounts(prose)).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None, 0
    year, times = ranked[0]
    return (year, times) if isinstance(year, int) else (None, 0)
