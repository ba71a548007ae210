"""The parameters of a rule: constants that another pack may change, such as a deadline.

A parameter is a number, a text, or a day of the year (``{ month = 1, day = 31 }``).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from linter.model.finding import Number
from linter.model.rule import Text

Parameter = Number | str | Mapping[str, int]
DAY = ("month", "day")

# Every year has the days that a year without a leap day has.
_COMMON_YEAR = 2023
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def is_day(value: object) -> bool:
    """Whether ``value`` is a day that every year has."""
    if not isinstance(value, Mapping) or set(value) != set(DAY):
        return False
    try:
        datetime.date(_COMMON_YEAR, value["month"], value["day"])
    except (TypeError, ValueError):
        return False
    return True


def parameter(value: Any) -> Parameter:
    """A parameter as TOML has it; a decimal fraction becomes an exact number."""
    return Decimal(str(value)) if isinstance(value, float) else value


def same_kind(one: Parameter, other: Parameter) -> bool:
    """Whether ``other`` can take the place of ``one``."""
    kinds = [
        "day" if isinstance(value, Mapping) else "text" if isinstance(value, str) else "number"
        for value in (one, other)
    ]
    return kinds[0] == kinds[1]


def shown(value: Parameter) -> Text:
    """A parameter in words: 1月31日, 31 January."""
    if isinstance(value, Mapping):
        month, day = value["month"], value["day"]
        return Text(f"{month}月{day}日", f"{day} {_MONTHS[month - 1]}")
    return Text(str(value), str(value))


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """``text`` with parameters in the place of their names in braces."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
