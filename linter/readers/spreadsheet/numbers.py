"""Numbers of a worksheet as they are shown."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal

from linter.regex import regex

GENERAL = "General"
BUILTIN_FORMATS = {
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    **dict.fromkeys((15, 16, 17, 22, 30), "yyyy/m/d"),
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    31: 'yyyy"年"m"月"d"日"',
}
"""Number formats by their ids, as a Chinese Excel shows them; the others are mere numbers."""

_EPOCH = datetime.date(1899, 12, 30)
_EPOCH_1904 = datetime.date(1904, 1, 1)
_LITERAL = regex(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DATE_PART = regex(r"y+|m+|d+", 2)
_DIGITS_OF_DOUBLE = 15


def shown_number(number: float, form: str = GENERAL, since_1904: bool = False) -> str:
    """``number`` in the number format ``form``: a date, a percentage, or all its digits.

    Digits that the format leaves out are kept: what is checked is the value.
    """
    if not math.isfinite(number):
        return str(number)
    pattern = form.partition(";")[0]
    bare = _LITERAL.sub("", pattern).lower()
    if "%" in bare:
        return f"{_digits(number * 100)}%"
    if "0" not in bare and "#" not in bare and bare != "general" and ("y" in bare or "d" in bare):
        epoch = _EPOCH_1904 if since_1904 else _EPOCH
        try:
            return shown_date(epoch + datetime.timedelta(math.floor(number)), pattern)
        except OverflowError:
            return _digits(number)
    return _digits(number)


def shown_date(day: datetime.date, form: str = 'yyyy"年"m"月"d"日"') -> str:
    """``day`` in a date format; times of the day are left out."""
    # The words of the format must not be taken for its letters.
    words: list[str] = []

    def kept(literal: str) -> str:
        words.append(literal)
        return chr(0xE000 + len(words) - 1)

    pattern = _LITERAL.sub(lambda match: kept(match[1] or match[2] or ""), form)
    text = _DATE_PART.sub(lambda match: _part(day, match[0].lower()), pattern.partition(" h")[0])
    return "".join(words[ord(one) - 0xE000] if 0xE000 <= ord(one) < 0xE000 + len(words) else one
                   for one in text).strip()  # fmt: skip


def _part(day: datetime.date, letters: str) -> str:
    if letters[0] == "y":
        return f"{day.year:04}" if len(letters) > 2 else f"{day.year % 100:02}"
    number = day.month if letters[0] == "m" else day.day
    return f"{number:02}" if len(letters) == 2 else str(number)


def _digits(number: float) -> str:
    """All digits that count, without an exponent, and none behind the point of a whole number."""
    text = format(Decimal(f"{number:.{_DIGITS_OF_DOUBLE}g}"), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
