"""Fixes that no finding gives: what is right, written in an unusual form."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from linter.forms import load_form
from linter.model.finding import Number
from linter.model.fix import Edit, Fix
from linter.model.report import Report
from linter.regex import regex
from linter.structure.cell_numbers import cell_number
from linter.structure.folding import fold

_DIGIT = "[0-9\uff10-\uff19]"
_DIGITS = regex(rf"[-+\uff0b\uff0d]?{_DIGIT}[0-9\uff10-\uff19,\uff0c.\uff0e \u3000]*")
_PLAIN = regex(r"[-+]?[0-9][0-9,.]*")


def tidying(report: Report) -> tuple[Fix, ...]:
    """Numbers in full-width digits or with spaces in them, and the date of the sign-off.

    All are safe: they change no number and no date.
    """
    return (*_digits(report), *_sign_off(report))


def _digits(report: Report) -> Iterator[Fix]:
    for cell in load_form(report.edition).cells():
        value = report.value(cell)
        text = value.text.strip()
        if not isinstance(value.value, Number) or _PLAIN.fullmatch(text):
            continue
        plain = fold(text)
        if _DIGITS.fullmatch(text) and cell_number(plain).number == value.value:
            yield Fix("form", True, (Edit(value.place, text, plain),), {cell: value.value})


def _sign_off(report: Report) -> Iterator[Fix]:
    """「2024.1.17」 is 「2024年1月17日」, and the digits stand together."""
    value = report.value("signed_on")
    if not isinstance(date := value.value, datetime.date):
        return
    replacement = value.text
    if "年" not in replacement:
        replacement = f"{date.year}年{date.month}月{date.day}日"
    elif replacement[-1].isdecimal():
        replacement += "日"
    yield Fix("form", True, (Edit(value.place, value.text, replacement),))
