"""Chinese numerals, as they stand in dates, headings and cells."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "Ο": 0, "О": 0, "O": 0, "两": 2,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_CONTRACTED = {"廿": "二十", "卅": "三十"}

NUMERAL = "[" + "".join({*DIGITS, *_UNITS, *_LARGE, *_CONTRACTED}) + "]"
"""A regular expression for one character of a Chinese numeral."""


def chinese_number(text: str) -> int | None:
    """The number that ``text`` spells (十二, 二〇二四, 一万二千), None where it spells none."""
    for short, long in _CONTRACTED.items():
        text = text.replace(short, long)
    if not text:
        return None
    if all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    return _with_units(text)


def _with_units(text: str) -> int | None:
    total = section = digit = 0
    last_unit = 1
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
            last_unit = 1 if digit == 0 else last_unit
        elif character in _UNITS:
            last_unit = _UNITS[character]
            section += (digit or 1) * last_unit
            digit = 0
        elif character in _LARGE:
            last_unit = _LARGE[character]
            total = (total + section + digit) * last_unit
            section = digit = 0
        else:
            return None
    # 一千二 is 1200 and 一万二 is 12 000, but 一千零二 is 1002.
    return total + section + digit * (last_unit // 10 if last_unit >= 100 else 1)
