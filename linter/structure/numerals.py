"""Chinese numerals, as they stand in dates, headings and cells."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "0": 0, "○": 0, "Ο": 0, "О": 0, "O": 0, "两": 2,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = ("万", "亿")
_CONTRACTED = {"廿": "二十", "卅": "三十"}

NUMERAL = "[" + "".join((*DIGITS, *_UNITS, *_LARGE, *_CONTRACTED)) + "]"
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
    for large, factor in (("亿", 100_000_000), ("万", 10_000)):
        head, found, tail = text.rpartition(large)
        if found:
            high = chinese_number(head)
            low = _remainder(tail, factor)
            return None if high is None or low is None else high * factor + low
    return _below_ten_thousand(text)


def _remainder(text: str, above: int) -> int | None:
    """What follows a unit: 一万二 is 12 000, but 一万零二 is 10 002."""
    if not text:
        return 0
    if len(text) == 1 and text in DIGITS:
        return DIGITS[text] * above // 10
    return _with_units(text)


def _below_ten_thousand(text: str) -> int | None:
    total = 0
    digit: int | None = None
    last_unit = 10_000
    zero = False
    for character in text:
        if character in _UNITS:
            unit = _UNITS[character]
            if unit >= last_unit or (digit is None and (unit > 10 or total)):
                return None
            total += (1 if digit is None else digit) * unit
            last_unit, digit, zero = unit, None, False
        elif character in DIGITS:
            if digit:
                return None
            zero = zero or DIGITS[character] == 0
            digit = DIGITS[character]
        else:
            return None
    if digit is None:
        return total
    contracted = last_unit // 10 if 100 <= last_unit < 10_000 and not zero else 1
    return total + digit * contracted
