"""Numbers that belong to a person, told by how they are built."""

from __future__ import annotations

import datetime

_PROVINCES = (
    *range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55),
    *range(61, 66), 71, *range(81, 84),
)  # fmt: skip
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FIRST_YEAR, _LAST_YEAR = 1880, 2099


def is_resident_id(number: str) -> bool:
    """Whether 18 characters are a 公民身份号码: region, date of birth and check digit right.

    GB 11643-1999: the check digit stands for the weighted sum of the others modulo 11.
    """
    if len(number) != 18 or not number[:17].isdecimal():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return (
        int(number[:2]) in _PROVINCES
        and _is_birthday(number[6:14])
        and number[17].upper() == _CHECKS[total % 11]
    )


def is_old_resident_id(number: str) -> bool:
    """Whether 15 digits may be a number of the first kind, which has no check digit."""
    return (
        len(number) == 15
        and number.isdecimal()
        and int(number[:2]) in _PROVINCES
        and _is_birthday(f"19{number[6:12]}")
    )


def is_card_number(number: str) -> bool:
    """Whether digits are a card of 银联 by prefix, length and check digit (Luhn)."""
    if not (16 <= len(number) <= 19 and number.isdecimal() and number.startswith("62")):
        return False
    doubled = (int(digit) * 2 for digit in number[-2::-2])
    total = sum(map(int, number[-1::-2])) + sum(digit // 10 + digit % 10 for digit in doubled)
    return total % 10 == 0


def mask(number: str) -> str:
    """The number with its middle hidden, enough to find it and too little to use it."""
    kept = 3 if len(number) == 11 else 4
    return f"{number[:kept]}{'*' * (len(number) - kept - 4)}{number[-4:]}"


def mask_address(address: str) -> str:
    """An e-mail address of which only the first letter and the domain are left."""
    name, _, domain = address.partition("@")
    return f"{name[:1]}***@{domain}"


def _is_birthday(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return _FIRST_YEAR <= year <= _LAST_YEAR
