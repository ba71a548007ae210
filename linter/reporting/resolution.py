"""How a report was read: which cell of the form each cell of the file was taken for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from linter.forms import Form, Row, TableForm
from linter.model.document import Cell, Document, Table
from linter.model.place import NOWHERE, Place
from linter.model.report import Doubt, Report, Value
from linter.records import record

_Printed = Mapping[Place, Cell]


@record
class ResolvedRow:
    """A row of the form as the file has it.

    ``printed`` is its label in the file where that is another than the statutory one, ``values``
    are its cells in the order of the form.
    """

    row: Row
    place: Place
    printed: str | None
    values: tuple[Value, ...]


@record
class SourceLine:
    """A row of a table of the file that holds no value of the form."""

    place: Place
    text: str
    heading: bool


@record
class ResolvedTable:
    """A statutory table: its rows in the order of the file, and what is left of its tables.

    ``columns`` tells for each column of the form the column of the file's table from which all
    its values came, counted from 1; None where they came from several, or from running text.
    ``converted`` are the cells whose text is not the plain number that was read.
    """

    form: TableForm
    present: bool
    numbers: tuple[int, ...]
    rows: tuple[ResolvedRow, ...]
    missing: tuple[Row, ...]
    columns: Mapping[str, int | None]
    unused: tuple[SourceLine, ...]
    converted: tuple[tuple[str, Value], ...]
    doubts: tuple[Doubt, ...]


def resolved_tables(document: Document, report: Report, form: Form) -> tuple[ResolvedTable, ...]:
    """Every statutory table of ``form``, as it was found in ``document``."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    printed = {cell.place: cell for table in tables for row in table.rows for cell in row}
    return tuple(_resolved(table, tables, printed, report) for table in form.tables.values())


def _resolved(
    form: TableForm, tables: Sequence[Table], printed: _Printed, report: Report
) -> ResolvedTable:
    labels = {
        deviation.about: str(deviation.facts["found"])
        for deviation in report.deviations
        if deviation.kind == "label-deviates" and "found" in deviation.facts
    }
    rows = []
    missing = []
    for row in form.rows:
        values = tuple(report.value(cell) for cell in row.cells())
        place = next((v.place for v in values if v.state != "absent"), NOWHERE)
        if all(value.state == "absent" for value in values):
            missing.append(row)
        else:
            rows.append(ResolvedRow(row, place, labels.get(row.path), values))
    rows.sort(key=lambda one: _position(one.place))
    places = {value.place for one in rows for value in one.values}
    used = [table for table in tables if any(c.place in places for r in table.rows for c in r)]
    present = bool(report.tables.get(form.key))
    return ResolvedTable(
        form,
        present,
        tuple(table.place.table for table in used if table.place.table is not None),
        tuple(rows),
        tuple(missing) if present else (),
        _columns(form, printed, report),
        tuple(line for table in used for line in _unused(table, places, _headings(form))),
        tuple(_converted(form, report)),
        tuple(doubt for doubt in report.doubts if doubt.about.split(".")[0] == form.key),
    )


def _position(place: Place) -> tuple[int, int, int]:
    return (place.table or 0, place.row or place.line or 0, place.line or 0)


def _columns(form: TableForm, printed: _Printed, report: Report) -> dict[str, int | None]:
    found: dict[str, set[int | None]] = {}
    for row in form.rows:
        for column in row.columns:
            value = report.value(f"{row.path}.{column.key}")
            if value.state != "absent":
                cell = printed.get(value.place)
                found.setdefault(column.key, set()).add(cell.column + 1 if cell else None)
    return {key: next(iter(where)) if len(where) == 1 else None for key, where in found.items()}


def _headings(form: TableForm) -> frozenset[str]:
    """What the form prints beside rows and values: titles, groups and names of columns."""
    texts = [form.corner, *form.header_groups, *(row.block for row in form.rows)]
    texts += [column.label.text.zh for column in form.columns]
    return frozenset(text for text in texts if text)


def _unused(table: Table, places: set[Place], headings: frozenset[str]) -> Iterator[SourceLine]:
    above = True
    for row in table.rows:
        if any(cell.place in places for cell in row):
            above = False
            continue
        texts = dict.fromkeys(text for cell in row if (text := "".join(cell.text.split())))
        if texts:
            heading = above or texts.keys() <= headings
            yield SourceLine(row[0].place, " | ".join(texts), heading)


def _converted(form: TableForm, report: Report) -> Iterator[tuple[str, Value]]:
    for cell in form.cells():
        value = report.value(cell)
        if isinstance(value.value, int | Decimal) and value.text.strip() != str(value.value):
            yield cell, value
