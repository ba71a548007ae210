"""What last year's report gives this year's to begin with."""

from __future__ import annotations

from collections.abc import Iterator

from linter.forms import Form
from linter.model.report import Report

# Cells of this year's form, and the cells of last year's that they begin with.
_CARRIED = {"applications.carried_in": "applications.carried_out"}
_STOCKS = ("in_force", "disclosed_total")


def carried_over(previous: Report, form: Form) -> dict[str, int]:
    """The figures that stand in ``previous`` and begin the report on ``form`` a year later.

    What was carried over (结转下年度) was carried in; the stock in force (现行有效件数) is where
    this year's begins, before what was issued and repealed. Cells that were blank stay blank.
    """
    found = {}
    for cell, earlier in _pairs(form):
        number = previous.value(earlier).value
        if isinstance(number, int) and number >= 0:
            found[cell] = number
    return found


def _pairs(form: Form) -> Iterator[tuple[str, str]]:
    for cell in form.cells():
        row, _, column = cell.rpartition(".")
        if row in _CARRIED:
            yield cell, f"{_CARRIED[row]}.{column}"
        elif column in _STOCKS:
            yield cell, cell


def same_office(one: str, other: str) -> bool:
    """Whether two names may be those of one office: a title often shortens the name."""
    return one.startswith(other) or other.startswith(one)


def offices_differ(previous: Report, issuer: str) -> bool:
    """Whether ``previous`` is the report of another office than ``issuer``."""
    return previous.issuer is not None and not same_office(previous.issuer, issuer)
