"""One printed cell as a value of the form."""

from __future__ import annotations

from collections.abc import Iterator

from linter.forms import Column
from linter.model.document import Cell
from linter.model.report import Deviation, Value
from linter.records import field, mutable_record
from linter.structure.cell_numbers import cell_number

_CURRENCY = frozenset({"元", "万元", "亿元"})


@mutable_record
class TableReading:
    """The cells of one statutory table and where its print departs from the form.

    Rows by how they were read: ``fitted`` to the columns by their sums, as blank since the label
    stands ``bare``, told ``by_place`` alone as their label is another.
    """

    values: dict[str, Value] = field(default_factory=dict)
    deviations: list[Deviation] = field(default_factory=list)
    fitted: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    by_place: list[str] = field(default_factory=list)


def cell_value(cell: Cell) -> Value:
    """The value of one cell."""
    read = cell_number(cell.text)
    if read.blank:
        return Value("blank", text=cell.text, place=cell.place)
    if read.number is None:
        return Value("invalid", text=cell.text, place=cell.place)
    return Value("filled", read.number, cell.text, cell.place)


def unit_deviations(path: str, column: Column, cell: Cell, table: str) -> Iterator[Deviation]:
    """A unit in a cell that contradicts the column's (元 where the form counts in 万元)."""
    read = cell_number(cell.text)
    if (
        not read.number
        or read.unit is None
        or read.unit == column.unit
        or not _misleads(column, read.unit)
    ):
        return
    facts = {"found": cell.text, "expected": column.unit or ""}
    yield Deviation("cell-unit", path, cell.place, table, (path,), facts)


def _misleads(column: Column, unit: str) -> bool:
    if column.kind == "amount":
        return column.unit is not None and unit in _CURRENCY
    return unit in _CURRENCY or unit.startswith("万") or unit == "%"
