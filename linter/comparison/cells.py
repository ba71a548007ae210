"""The cells of two reports, one against the other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from linter.comparison.model import CellChange
from linter.forms import Form
from linter.model.finding import Number
from linter.model.report import Report, Value

_TELLING = 10
"""From so many on a percentage tells something."""

_MOST_DIGITS = 30
"""Digits up to which a number is taken for one with which to calculate."""

_TENTH = Decimal("0.1")


def shared_cells(old: Form, new: Form) -> tuple[str, ...]:
    """The cells that two editions of the form have in common, in the order of the new one.

    A row that another edition numbers otherwise is another row: 「（六）其他处理」 of 2019 is the
    whole group of which 「3.其他」 of 2021 is but one.
    """
    if old.edition == new.edition:
        return new.cells()
    known = set(old.cells())
    return tuple(cell for cell in new.cells() if cell in known and _same_row(cell, old, new))


def cell_changes(
    cells: tuple[str, ...], old: Report, new: Report, form: Form
) -> Iterator[CellChange]:
    """The cells among ``cells`` that hold something else in ``new`` than in ``old``."""
    for path in cells:
        before, after = old.value(path), new.value(path)
        if _content(before) == _content(after):
            continue
        first, second = number(before), number(after)
        if first is None or second is None:
            yield CellChange(path, before, after)
        else:
            difference = second - first
            percent = None if _signed(path, form) else _percent(first, difference)
            yield CellChange(path, before, after, difference, percent)


def number(value: Value) -> Number | None:
    """The number that a cell holds, None where it holds none that can be calculated with."""
    held = value.value
    if isinstance(held, int):
        return held if abs(held) < 10**_MOST_DIGITS else None
    if isinstance(held, Decimal) and held.is_finite() and abs(held.adjusted()) < _MOST_DIGITS:
        return held
    return None


def _content(value: Value) -> object:
    """What a cell comes to: a dash and nothing at all are both blank."""
    return value.state, value.value, value.text if value.state == "invalid" else ""


def _same_row(cell: str, old: Form, new: Form) -> bool:
    first, second = old.row(cell), new.row(cell)
    return bool(first and second and first.label.text == second.label.text)


def _signed(path: str, form: Form) -> bool:
    row = form.row(path)
    return row is not None and any(
        column.kind == "signed" and path.endswith(f".{column.key}") for column in row.columns
    )


def _percent(before: Number, difference: Number) -> Decimal | None:
    if before < _TELLING:
        return None
    return (Decimal(100) * difference / before).quantize(_TENTH, ROUND_HALF_UP)
