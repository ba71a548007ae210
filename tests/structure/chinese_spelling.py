"""Numbers as Chinese spells them: the inverse of what the product reads."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_LARGE = ((10**8, "亿"), (10**4, "万"), (1, ""))


def spelled(number: int) -> str:
    """``number`` (0 to 10^12) in full: 10305 is 一万零三百零五."""
    if number == 0:
        return DIGITS[0]
    text = ""
    skipped = False
    for size, name in _LARGE:
        section = number // size % 10_000
        if section == 0:
            skipped = bool(text)
            continue
        gap = bool(text) and (skipped or section < 1000)
        text += ("零" if gap else "") + _section(section) + name
        skipped = False
    return text


def digit_by_digit(number: int) -> str:
    """``number`` as years are written: 2024 is 二〇二四."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _section(section: int) -> str:
    text = ""
    gap = False
    for size, name in _UNITS:
        digit = section // size % 10
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + name
        gap = bool(text) and not digit
    return text
