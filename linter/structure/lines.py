"""The rows of a printed table, each taken apart into its label and its values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from linter.model.document import Cell, Table
from linter.records import record
from linter.structure.cell_numbers import CellNumber, cell_number
from linter.structure.folding import numbered
from linter.structure.label_matching import Match, TableLabels

_TORN_INTO = 6
_DEEPEST = 3
_NUMBERS = tuple("一二三四五六七八九12345678")


@record
class Line:
    """One printed row.

    ``kind`` is ``header`` (names columns), ``row`` (``path`` is its statutory row), ``merged``
    (a group printed as one row; ``path`` is the group), ``unknown`` (numbers behind a label
    that the form does not have), ``values`` (numbers alone) or ``other``. ``label`` is the
    label as printed.
    """

    kind: Literal["header", "row", "merged", "unknown", "values", "other"]
    cells: tuple[Cell, ...]
    values: tuple[Cell, ...] = ()
    label: str = ""
    path: str = ""
    exact: bool = True
    table: Table | None = None


def read_lines(tables: Sequence[Table], labels: TableLabels) -> list[Line]:
    """The rows of all tables in order."""
    return [_line(row, table, labels) for table in tables for row in table.rows if row]


def _line(cells: tuple[Cell, ...], table: Table, labels: TableLabels) -> Line:
    numbers = [cell_number(cell.text) for cell in cells]
    bodies = [_body(cell, number) for cell, number in zip(cells, numbers, strict=True)]
    if _is_header(bodies, numbers, labels):
        return Line("header", cells, table=table)
    if not any(bodies):
        kind: Literal["values", "other"] = "values" if _filled(numbers) else "other"
        return Line(kind, cells, cells if kind == "values" else (), table=table)
    for index in range(len(cells) - 1, -1, -1):
        match = bodies[index] and labels.rows.exact(bodies[index])
        if match:
            return _row(match, index, cells, table)
        if labels.groups.get(bodies[index]) and _filled(numbers[index + 1 :]):
            path = labels.groups[bodies[index]]
            label = cells[index].text
            return Line("merged", cells, cells[index + 1 :], label, path, table=table)
    return _inexact(cells, numbers, bodies, table, labels)


def _inexact(
    cells: tuple[Cell, ...],
    numbers: list[CellNumber],
    bodies: list[str],
    table: Table,
    labels: TableLabels,
) -> Line:
    """A row whose label is not in the dictionary: torn, joined with its group's, or altered."""
    last = max(index for index, body in enumerate(bodies) if body)
    first_value = next((i for i, n in enumerate(numbers) if n.number is not None), len(cells))
    if first_value < last:
        last = max((i for i in range(first_value) if bodies[i]), default=-1)
    if last < 0 or bodies[last] in labels.groups or bodies[last] == labels.corner:
        return Line("other", cells, table=table)
    run = [index for index in range(last + 1) if bodies[index]][-_TORN_INTO:]
    for start in run:
        joined = "".join(cells[i].text for i in run if i >= start)
        body = numbered(joined).body
        match = labels.rows.exact(body) or labels.rows.ending(body) or _in_group(body, labels)
        if match:
            return _row(match, last, cells, table)
    if not _filled(numbers[last + 1 :]):
        return Line("other", cells, table=table)
    match = labels.rows.similar(bodies[last])
    if match:
        return _row(match, last, cells, table)
    return Line("unknown", cells, cells[last + 1 :], cells[last].text, table=table)


def _in_group(body: str, labels: TableLabels) -> Match | None:
    """The row whose label stands behind those of its groups in one cell, with their numbers."""
    rest = body
    for _ in range(_DEEPEST):
        rest = next((rest[len(g) :] for g in labels.groups if rest.startswith(g)), rest)
        match = labels.rows.exact(rest[1:]) if rest[:1] in _NUMBERS and rest != body else None
        if match:
            return match
        rest = rest[1:] if rest[:1] in _NUMBERS else rest
    return None


def _row(match: Match, index: int, cells: tuple[Cell, ...], table: Table) -> Line:
    label = cells[index].text
    return Line("row", cells, cells[index + 1 :], label, match.key, match.exact, table)


def _is_header(bodies: list[str], numbers: list[CellNumber], labels: TableLabels) -> bool:
    if _filled(numbers):
        return False
    texts = set(bodies) - {""}
    columns = sum(1 for body in texts if labels.columns.exact(body))
    rows = sum(1 for body in texts if labels.rows.exact(body))
    # A heading over columns is one, too: beside it 总计 alone names a column, not a row.
    over = not labels.over.isdisjoint(texts)
    return labels.corner in texts or (columns > 0 and columns + over >= 2 and columns >= rows)


def _body(cell: Cell, number: CellNumber) -> str:
    """The bare wording of a cell that holds a text, empty for a number or a blank."""
    if number.blank or number.number is not None:
        return ""
    return numbered(cell.text).body


def _filled(numbers: Sequence[CellNumber]) -> bool:
    return any(number.number is not None for number in numbers)
