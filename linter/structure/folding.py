"""Text reduced to what matters when labels are compared.

Published reports write the same label with full-width or half-width forms, spaces and line
breaks inside, other quotation marks and other numbering; none of that is a deviation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from linter.records import record
from linter.regex import regex
from linter.structure.numerals import chinese_number

BULLETS = "■□●○◆◇★☆▲△▶►▪•※"
_INVISIBLE = regex(r"[\s\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]+")
_NUMBERING = regex(
    r"(?:第?([一二三四五六七八九十]{1,3})(?:[、.,:，．]|部分[、:]?|(?<=第.)[章节][、:]?)"
    r"|\(([一二三四五六七八九十]{1,3})\)[、.]?"
    r"|([0-9]{1,2})(?:[、.,:)](?![0-9])|(?=[^0-9.%\W]))"
    r"|\(([0-9]{1,2})\)"
    r"|[0-9]\.([0-9])[、.]?(?=[^\W0-9_a-zA-Z万亿元件条项个次人倍年月日米公吨级版]))"
)
_STYLES = ("", "一、", "(一)", "1.", "(1)", "1.1")
_SPACED = regex(r"^\s*([一二三四五六七八九十]{1,2})[ \t\u3000]+(?=[^\s、.,:，．：)）])")
_CIRCLED = regex("[①-⑳㈠-㈩]")
_PUNCTUATION = regex(r"""["'“”‘’「」『』《》〈〉()\[\]{}【】、,.;:!?·・。，；：/\\|*_~\-–—―…]+""")


def squeeze(text: str) -> str:
    """``text`` without any white space or invisible character."""
    return _INVISIBLE.sub("", text)


def fold(text: str) -> str:
    """``text`` in half-width forms, without white space."""
    return squeeze(unicodedata.normalize("NFKC", _CIRCLED.sub(_spelled_circle, text)))


@record
class Numbered:
    """A label taken apart: its number and numbering style, and its bare wording.

    ``style`` is ``"一、"``, ``"(一)"``, ``"1."``, ``"(1)"``, ``"1.1"`` or ``""``; ``body`` is
    folded and free of punctuation.
    """

    number: int | None
    style: str
    body: str


@lru_cache(maxsize=4096)
def numbered(text: str) -> Numbered:
    """``text`` taken apart into its number and its bare wording."""
    folded = fold(_SPACED.sub(r"\1、", text, count=1)).lstrip(BULLETS)
    match = _NUMBERING.match(folded)
    if match is None:
        return Numbered(None, "", bare(folded))
    group = match.lastindex or 0
    digits = match.group(group)
    number = int(digits) if digits.isdecimal() else chinese_number(digits)
    return Numbered(number, _STYLES[group], bare(folded[match.end() :]))


def bare(folded: str) -> str:
    """Folded text without punctuation."""
    return _PUNCTUATION.sub("", folded)


def _spelled_circle(match: re.Match[str]) -> str:
    character = match.group()
    if character >= "㈠":
        return f"({'一二三四五六七八九十'[ord(character) - ord('㈠')]})"
    return f"({ord(character) - ord('①') + 1})"
