"""The rows of a printed table, each taken apart into its label and its values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from linter.model.document import Cell, Table
from linter.records import record, replace
from linter.regex import regex
from linter.structure.cell_numbers import CellNumber, cell_number
from linter.structure.folding import fold, numbered
from linter.structure.label_matching import Match, TableLabels

_TORN_INTO = 6
_DEEPEST = 3
_FEW = 4
_LONGEST_NOTE = 80
_NOTE = regex(r"\([^()]*\)$")
_UNIT = regex(r"\((?:单位:?)?[件条项个次宗份起]\)")
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
    """The rows of all tables in order, without those that number the columns."""
    lines = [_line(row, table, labels) for table in tables for row in table.rows if row]
    return [
        line
        for line, following in zip(lines, [*lines[1:], None], strict=True)
        if following is None or not (_filled_line(following) and _is_numbering(line))
    ]


def _is_numbering(line: Line) -> bool:
    """Whether a row counts the columns (栏次, 1, 2, 3 …) and says nothing else."""
    if line.kind not in ("unknown", "values"):
        return False
    numbers = [cell_number(cell.text).number for cell in line.values if cell.text.strip()]
    return len(numbers) > _FEW and numbers == list(range(1, len(numbers) + 1))


def _filled_line(line: Line) -> bool:
    return _filled([cell_number(cell.text) for cell in line.cells])


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
    index = _label_index(numbers, bodies)
    path = labels.groups.get(bodies[index]) if index >= 0 else None
    if path and _filled(numbers[index + 1 :]):
        return Line("merged", cells, cells[index + 1 :], cells[index].text, path, table=table)
    return _inexact(cells, numbers, bodies, table, labels)


def _inexact(
    cells: tuple[Cell, ...],
    numbers: list[CellNumber],
    bodies: list[str],
    table: Table,
    labels: TableLabels,
) -> Line:
    """A row whose label is not in the dictionary: torn, joined with its group's, or altered."""
    last = _label_index(numbers, bodies)
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
    match = _without_note(cells[last].text, labels) or labels.rows.similar(bodies[last])
    if match:
        return _row(match, last, cells, table)
    return Line("unknown", cells, cells[last + 1 :], cells[last].text, table=table)


def _label_index(numbers: Sequence[CellNumber], bodies: Sequence[str]) -> int:
    """Where the row's own label stands: the last text before the first number, -1 for none."""
    first = next((i for i, n in enumerate(numbers) if n.number is not None), len(bodies))
    return max((index for index in range(first) if bodies[index]), default=-1)


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


def _without_note(text: str, labels: TableLabels) -> Match | None:
    """The row whose label stands before a remark in brackets; a unit is no departure from it."""
    note = _NOTE.search(fold(text)[-_LONGEST_NOTE:])
    if note is None:
        return None
    match = labels.rows.exact(numbered(fold(text)[: -len(note.group())]).body)
    return match and replace(match, exact=match.exact and bool(_UNIT.fullmatch(note.group())))


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
