"""A sentence as the words of the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from linter.narrative.claims.lexicon import (
    AFTER_NUMBERS,
    BEFORE_NUMBERS,
    BEHIND_UNITS,
    Index,
    Word,
    lexicon,
    longest,
)
from linter.regex import regex
from linter.structure.numerals import NUMERAL, chinese_number

Number = int | Decimal

OTHER = "OTHER"
BREAK = "BREAK"
"""Between the pieces of a sentence: a comma, a colon, a semicolon."""
OPEN, CLOSE = "OPEN", "CLOSE"
YEAR = "YEAR"

_MOST_DIGITS = 12
_BREAKS = ",;:；，："
_BRACKETS = {"(": OPEN, "[": OPEN, "【": OPEN, ")": CLOSE, "]": CLOSE, "】": CLOSE}
_NO_COUNT = "一"
"""「一件」 is more often 「a」 than 「one」: it is a number behind 共 alone."""


class Token(NamedTuple):
    """A word in its place: ``kind`` is its terminal, ``key`` its meaning, ``number`` what a
    number or a year spells.
    """

    kind: str
    key: str
    text: str
    start: int
    number: Number | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    arabic = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]{1,6})?|[0-9]{1,12}(?:\.[0-9]{1,6})?"
    return (
        regex(r"“[^“”]{0,80}”|\"[^\"]{0,80}\"|《[^《》]{0,80}》|https?:[!-~]{1,200}|[A-Za-z]+"),
        regex(
            r"(?:(?P<from>[0-9]{4})年)?1月1日(?:零时)?起?(?:至|到|-|—|~)+(?:(?P<to>[0-9]{4})年)?12月31日止?"
            r"|(?:截至|截止|截止到|到)?(?:(?P<last>[0-9]{4})年度?(?:12月31日|年?[底末]))(?:止|,)?"
        ),
        regex(
            r"([0-9]{4})年度?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月(?:份|[0-9]{1,2}日)?"
        ),
        regex(rf"(?:{arabic})(?:(?:-|—|~|至|到)+(?:{arabic}))?|[0-9]+"),
        regex(rf"{NUMERAL}{{1,16}}"),
    )


def tokens(folded: str) -> list[Token]:
    """The words of a folded sentence; what is no word is OTHER, however long."""
    return list(_merged(_scanned(folded)))


def _merged(found: Iterator[Token]) -> Iterator[Token]:
    """Neighbouring OTHER as one."""
    held: Token | None = None
    for token in found:
        if held is not None and token.kind == OTHER:
            held = held._replace(text=held.text + token.text)
            continue
        if held is not None:
            yield held
        held = token if token.kind == OTHER else None
        if held is None:
            yield token
    if held is not None:
        yield held


def _scanned(text: str) -> Iterator[Token]:
    position = 0
    counted = False  # whether the last word was 共 or 共计
    while position < len(text):
        for token in _at(text, position, counted=counted):
            yield token
            position = token.end
            counted = token.key == "total"


def _at(text: str, position: int, *, counted: bool) -> list[Token]:
    character = text[position]
    if character in _BREAKS:
        return [Token(BREAK, character, character, position)]
    if character in _BRACKETS:
        return [Token(_BRACKETS[character], "", character, position)]
    quoted, span, date, arabic, chinese = _patterns()
    if character in '“"《' or (character.isascii() and character.isalpha()):
        match = quoted.match(text, position)
        if match:
            return [Token(OTHER, "", match.group(), position)]
    if character.isdigit() or character in "截到":
        dated = _dated(text, position, span, date)
        if dated:
            return [dated]
    word = longest(lexicon().words, text, position)
    bound = longest(lexicon().about_numbers[BEFORE_NUMBERS], text, position)
    if bound and (word is None or len(bound.text) >= len(word.text)):
        following = _numbers(text, position + len(bound.text), arabic, chinese, counted=True)
        if following:
            return [_token(bound, position), *following]
    numbers = [] if word else _numbers(text, position, arabic, chinese, counted=counted)
    if numbers:
        return numbers
    return [_token(word, position) if word else Token(OTHER, "", character, position)]


def _token(word: Word, position: int) -> Token:
    return Token(word.kind, word.key, word.text, position)


def _dated(text: str, position: int, span: re.Pattern[str], date: re.Pattern[str]) -> Token | None:
    """A whole year or a part of one; ``number`` is the year, ``key`` tells the two apart."""
    match = span.match(text, position)
    if match:
        years = {int(year) for year in match.group("from", "to", "last") if year}
        year = years.pop() if len(years) == 1 else None
        return Token(YEAR, "whole" if year or not years else "part", match.group(), position, year)
    match = date.match(text, position)
    if match is None:
        return None
    whole = match[1] is not None and match.group().rstrip("度").endswith("年")
    year = int(match[1]) if match[1] else None
    return Token(YEAR, "whole" if whole else "part", match.group(), position, year)


def _numbers(
    text: str,
    position: int,
    arabic: re.Pattern[str],
    chinese: re.Pattern[str],
    *,
    counted: bool,
) -> list[Token]:
    """A number with what belongs to it: 余, 万, its unit, 左右."""
    match = arabic.match(text, position)
    if match:
        number = _arabic(match.group())
        token = Token(
            "NUMBER" if number is not None else OTHER, "", match.group(), position, number
        )
        return [token, *_behind(text, token.end)]
    match = chinese.match(text, position)
    if match is None or (match.group() == _NO_COUNT and not counted):
        return []
    spelled = chinese_number(match.group())
    token = Token("NUMBER", "", match.group(), position, spelled)
    behind = _behind(text, token.end)
    return [token, *behind] if spelled is not None and behind else []


def _arabic(text: str) -> Number | None:
    """The number, None for a range (3至5) and for what is no figure but a code."""
    plain = text.replace(",", "")
    if plain.isdecimal() and len(plain) <= _MOST_DIGITS:
        return int(plain)
    return Decimal(plain) if plain.replace(".", "", 1).isdecimal() and "." in plain else None


def _behind(text: str, position: int) -> list[Token]:
    found: list[Token] = []
    about = lexicon().about_numbers
    while True:
        word = _longest_of(about, text, position)
        if word is None:
            return found
        found.append(_token(word, position))
        position += len(word.text)
        if word.kind in ("UNIT", "PERCENT_SIGN"):
            around = longest(about[BEHIND_UNITS], text, position)
            return [*found, _token(around, position)] if around else found


def _longest_of(about: Mapping[str, Index], text: str, position: int) -> Word | None:
    words = (longest(about[kind], text, position) for kind in sorted(AFTER_NUMBERS))
    return max((word for word in words if word), key=lambda word: len(word.text), default=None)
