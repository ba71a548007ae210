"""A table that lists its numbers one below the other, each behind the name of its cell."""

from __future__ import annotations

from collections.abc import Sequence

from linter.forms import TableForm
from linter.model.document import Cell
from linter.model.report import Deviation, Scalar
from linter.structure.cell_numbers import cell_number
from linter.structure.cell_values import TableReading, cell_value, unit_deviations
from linter.structure.folding import numbered
from linter.structure.label_matching import TableLabels
from linter.structure.lines import Line

Listed = list[tuple[str, str, Cell]]


def listed_cells(lines: Sequence[Line], labels: TableLabels, across: Sequence[str] = ()) -> Listed:
    """(row, column, cell) of each number that stands behind the names of its row and column.

    Both are named in one cell or in two, and the row above several of its columns once.
    Several numbers may stand side by side under the rows that are named ``across``.
    """
    found: Listed = []
    path = ""
    lines = [line for line in lines if line.kind != "header" or has_number(line)]
    for line in lines:
        bodies = [numbered(cell.text).body if is_text(cell) else "" for cell in line.cells]
        texts = [index for index, body in enumerate(bodies) if body]
        for index in texts:
            row = labels.rows.exact(bodies[index])
            path = row.key if row else path
        column = labels.columns.exact(bodies[texts[-1]]) if texts else None
        values = line.cells[texts[-1] + 1 :] if texts else ()
        named = labels.cells.get(bodies[texts[-1]]) if texts else None
        if named and len(values) == 1:
            found.append((*named, values[0]))
        elif path and column and len(values) == 1:
            found.append((path, column.key, values[0]))
        elif column and len(values) == len(across):
            found += [(row, column.key, cell) for row, cell in zip(across, values, strict=True)]
    return found


def rows_across(lines: Sequence[Line], labels: TableLabels) -> list[str]:
    """The rows of the form that the lines without numbers name, from left to right."""
    named = {}
    for cell in (cell for line in lines if not has_number(line) for cell in line.cells):
        row = labels.rows.exact(numbered(cell.text).body)
        if row:
            named[row.key] = cell.column
    return sorted(named, key=lambda key: named[key])


def read_list(form: TableForm, listed: Listed, reading: TableReading) -> None:
    """Reads the listed cells into ``reading``, each once; those that are not listed are told."""
    columns = {f"{row.path}.{c.key}": c for row in form.rows for c in row.columns}
    taken: set[str] = set()
    for path, key, cell in listed:
        name = f"{path}.{key}"
        if name in columns and name not in taken:
            taken.add(name)
            reading.values[name] = cell_value(cell)
            reading.deviations += unit_deviations(name, columns[name], cell, form.key)
    for row in form.rows:
        found = sum(1 for cell in row.cells() if cell in taken)
        if found < len(row.columns):
            facts: dict[str, Scalar] = {"found": found, "expected": len(row.columns)}
            place = listed[0][2].place
            deviation = Deviation("cell-count", row.path, place, form.key, row.cells(), facts)
            reading.deviations.append(deviation)


def is_text(cell: Cell) -> bool:
    """Whether a cell holds words, and neither a number nor a sign for none."""
    read = cell_number(cell.text)
    return not read.blank and read.number is None


def has_number(line: Line) -> bool:
    """Whether a row holds a number."""
    return any(cell_number(cell.text).number is not None for cell in line.cells)
