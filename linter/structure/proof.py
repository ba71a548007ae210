"""The sums of a table as evidence of how it was read.

Whether a report's sums agree is for the rules to say. Here they tell only whether numbers have
come to stand in their own cells: a table of which every sum agrees was read rightly, and of
several ways to read a row the one that agrees is the right one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.forms import Sums, TableForm
from linter.model.report import ABSENT, Value
from linter.records import record

Cells = tuple[str, ...]


@record
class Sum:
    """The cells of ``parts`` add up to the cells of ``equals``, within one row or column."""

    parts: Cells
    equals: Cells

    @property
    def cells(self) -> Cells:
        return (*self.parts, *self.equals)

    def agrees(self, values: Mapping[str, Value]) -> bool | None:
        """Whether it does, None where a cell has no number and is not blank."""
        left, right = (_total(cells, values) for cells in (self.parts, self.equals))
        return None if left is None or right is None else left == right

    def is_trivial(self, values: Mapping[str, Value]) -> bool:
        """Whether it has nothing but zeros and blanks to add up."""
        return not any(_number(values.get(cell, ABSENT)) for cell in self.cells)


def sums_of(form: TableForm) -> tuple[Sum, ...]:
    """Every sum of a table, spelled out in cells."""
    return tuple(one for sums in form.sums for one in _spelled(sums, form))


def row_sums(form: TableForm) -> tuple[Sum, ...]:
    """The sums within the rows of a table."""
    return tuple(one for sums in form.sums if sums.each == "row" for one in _spelled(sums, form))


def is_proven(form: TableForm, values: Mapping[str, Value]) -> bool:
    """Whether all sums of a table that has any agree."""
    sums = sums_of(form)
    return bool(sums) and all(one.agrees(values) for one in sums)


def missing_number(cell: str, sums: Iterable[Sum], values: Mapping[str, Value]) -> int | None:
    """The number that a sum of otherwise known cells leaves for ``cell``, None where none does."""
    for one in sums:
        sides = (one.parts, one.equals) if cell in one.parts else (one.equals, one.parts)
        if cell not in sides[0]:
            continue
        rest = _total([other for other in sides[0] if other != cell], values)
        whole = _total(sides[1], values)
        if rest is not None and whole is not None:
            return whole - rest if whole >= rest else None
    return None


def _spelled(sums: Sums, form: TableForm) -> Iterable[Sum]:
    if sums.each == "row":
        for row in form.rows:
            yield Sum(_within(row.path, sums.parts), _within(row.path, sums.equals))
        return
    for column in form.columns:
        yield Sum(_down(sums.parts, column.key, form), _down(sums.equals, column.key, form))


def _within(row: str, columns: Iterable[str]) -> Cells:
    return tuple(f"{row}.{column}" for column in columns)


def _down(names: Iterable[str], column: str, form: TableForm) -> Cells:
    return tuple(
        f"{row.path}.{column}"
        for name in names
        for row in form.rows
        if f"{row.path}.".startswith(f"{form.key}.{name}.")
    )


def _total(cells: Iterable[str], values: Mapping[str, Value]) -> int | None:
    total = 0
    for cell in cells:
        number = _number(values.get(cell, ABSENT))
        if number is None:
            return None
        total += number
    return total


def _number(value: Value) -> int | None:
    """The number in a cell, 0 where it is blank, None where it holds no whole number."""
    if value.state == "blank":
        return 0
    return value.value if isinstance(value.value, int) else None
