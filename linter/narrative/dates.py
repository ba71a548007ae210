"""The dates that a report names, and those that lack a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.model.report import Record, Scalar
from linter.narrative.joined import joined
from linter.narrative.prose import Prose
from linter.regex import regex
from linter.structure.dates import FoundDate, find_dates

# 0931-8810-12-34 is a telephone number, 2023.1.2.5 a number of something.
_IN_A_NUMBER = frozenset("-./0123456789")


def dates(prose: Prose) -> tuple[Record, ...]:
    """Every full date; ``valid`` is 1 where the calendar has it, else 0."""
    return tuple(
        Record(found.text, passage.place, passage.section, _fields(found))
        for passage in prose.passages
        for found in find_dates(passage.folded)
        if found.date or not _in_a_number(passage.folded, found)
    )


def _fields(found: FoundDate) -> dict[str, Scalar]:
    if found.date is None:
        return {"valid": 0}
    return {"valid": 1, "date": found.date}


def _in_a_number(text: str, found: FoundDate) -> bool:
    if "年" in found.text:
        return False
    around = text[max(found.start - 1, 0) : found.start] + text[found.end : found.end + 1]
    return bool(_IN_A_NUMBER & {*around}) or not 1900 <= found.year <= 2100


@cache
def _without_mark() -> re.Pattern[str]:
    return regex(r"(?:(?<![0-9])[0-9]{1,2}|元)月(?:[12][0-9]|3[01]|0?[1-9])(?=止|起|至|到|[—~])")


def days_without_mark(prose: Prose) -> tuple[Record, ...]:
    """Days from which 日 was lost: 12月31止."""
    return tuple(
        Record(match.group(), passage.place, passage.section)
        for passage in prose.passages
        for match in _without_mark().finditer(passage.folded)
    )


@cache
def _cut_off() -> re.Pattern[str]:
    return regex(
        r"(?:数据|统计)[^。;]{0,12}?(?:截止|截至|核定)(?:日期|时间点|时间|时点)?(?:为|是|至|到|于|:)?"
    )


def cut_offs(prose: Prose) -> tuple[Record, ...]:
    """Days on which the figures of the whole report end, as the opening states them."""
    return tuple(_cut_offs(prose))


def _cut_offs(prose: Prose) -> Iterator[Record]:
    for text in joined([one for one in prose.passages if one.section is None and not one.closing]):
        for match in _cut_off().finditer(text.folded):
            found = next(find_dates(text.folded[match.end() : match.end() + 14]), None)
            if found and found.start == 0 and found.date:
                place = text.place(match.start())
                words = match.group() + found.text
                yield Record(words, place, text.section, {"date": found.date})
