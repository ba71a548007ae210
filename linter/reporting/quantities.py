"""Numbers and dates as a person writes them."""

from __future__ import annotations

import datetime
from decimal import Decimal

from linter.model.finding import Number
from linter.model.rule import Language

LONGEST = 60
"""Digits up to which a number is written out; a longer one is rounded."""

_LONGEST_INTEGER = 10**LONGEST


def number_text(value: Number) -> str:
    """A number in plain digits, without trailing zeros or exponent.

    A number of absurd length is rounded (``1.234568E+80``), so that its text stays short.
    """
    if isinstance(value, int):
        if abs(value) < _LONGEST_INTEGER:
            return str(value)
        value = Decimal(value)
    if not value.is_finite() or abs(value.adjusted()) > LONGEST:
        return f"{value:.6E}"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def date_text(date: datetime.date, language: Language) -> str:
    """「2024年1月17日」 or ``2024-01-17``."""
    if language == "en":
        return date.isoformat()
    return f"{date.year}年{date.month}月{date.day}日"
