"""From the printed table to the cells of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.forms import Row, TableForm
from linter.model.document import Cell, Table
from linter.model.place import NOWHERE, Place
from linter.model.report import ABSENT, Deviation
from linter.structure.cell_values import TableReading, cell_value, unit_deviations
from linter.structure.columns import Header, assign, without_fillers
from linter.structure.headers import Headers
from linter.structure.label_matching import TableLabels, table_labels
from linter.structure.lines import Line, read_lines
from linter.structure.listing import listed_cells, read_list
from linter.structure.review_reading import read_review
from linter.structure.row_order import first_place, place_rows

_MOST_LINES = 400


def read_table(
    edition: str, form: TableForm, tables: Sequence[Table], *, ordered: bool = True
) -> TableReading:
    """Reads the statutory table that ``tables`` print, in one piece or in several.

    Where they are not ``ordered``, as a conversion left them, nothing is said of the order of rows.
    """
    labels = table_labels(edition, form.key)
    lines = read_lines(tables, labels)[:_MOST_LINES]
    reading = TableReading()
    if form.key == "review":
        read_review(form, lines, labels, reading)
        return reading
    listed = listed_cells(lines, labels) if form.key == "disclosure" else []
    if 2 * len(listed) > len(form.cells()):
        read_list(form, listed, reading)
        return reading
    _read_rows(edition, form, lines, labels, reading)
    if not ordered:
        reading.deviations = [d for d in reading.deviations if d.kind != "row-misplaced"]
    return reading


def _read_rows(
    edition: str,
    form: TableForm,
    lines: Sequence[Line],
    labels: TableLabels,
    reading: TableReading,
) -> None:
    rows = {row.path: row for row in form.rows}
    headers = Headers(lines, labels)
    placed = place_rows(edition, form, lines, reading)
    deviating: dict[str, tuple[str, Place, list[str]]] = {}
    missing: dict[str, list[str]] = {}
    miscounted: list[tuple[Row, Line]] = []
    for index, path, line in placed:
        row = rows[path]
        header = headers.above(index, row)
        for key in header.missing:
            missing.setdefault(key, []).append(f"{path}.{key}")
        for change in header.altered:
            entry = deviating.setdefault(change.key, (change.cell.text, change.cell.place, []))
            entry[2].append(f"{path}.{change.key}")
        if not _read_row(row, line, header, form.key, reading) and header.is_statutory:
            miscounted.append((row, line))
        elif _can_slide(line, row):
            _slide(form, row, line, reading)
    for row, line in miscounted:
        _fit(form, row, line, reading)
    reading.deviations += _column_deviations(form, deviating, missing, headers.extra())


def _read_row(row: Row, line: Line, header: Header, table: str, reading: TableReading) -> bool:
    """Reads one row; False where the count of its values fits no columns."""
    if line.kind == "row" and not line.exact:
        facts = {"found": line.label, "expected": row.label.text.zh}
        place = _place_of_label(line)
        deviation = Deviation("label-deviates", row.path, place, table, row.cells(), facts)
        reading.deviations.append(deviation)
    cells = assign(line, row.columns, header)
    if cells is None:
        facts_count = {"found": _count(line, len(row.columns)), "expected": len(row.columns)}
        deviation = Deviation(
            "cell-count", row.path, first_place(line), table, row.cells(), facts_count
        )
        reading.deviations.append(deviation)
        return False
    if not line.values:
        reading.bare.append(row.path)
    _store(row, cells, table, reading)
    return True


def _can_slide(line: Line, row: Row) -> bool:
    """Whether empty cells that fill up a row of text leave open where its numbers begin."""
    loose = line.table is not None and not line.table.exact
    return loose and len(line.values) > len(row.columns) and not line.values[0].text.strip()


def _slide(form: TableForm, row: Row, line: Line, reading: TableReading) -> None:
    from linter.structure.row_fitting import slid

    cells = slid(form, row, line.values) or {}
    for key, cell in cells.items():
        if cell is not None:
            reading.values[f"{row.path}.{key}"] = cell_value(cell)


def _count(line: Line, expected: int) -> int:
    """How many values a row has, apart from the empty cells that merged labels leave."""
    count = len(without_fillers(line.values, expected))
    return len(without_fillers(line.values, 0)) if count == expected else count


def _fit(form: TableForm, row: Row, line: Line, reading: TableReading) -> None:
    """Reads a row with one value too few or too many, if its sums tell how."""
    from linter.structure.row_fitting import fitted

    cells = fitted(form, row, without_fillers(line.values, len(row.columns) - 1), reading.values)
    if cells is not None:
        reading.fitted.append(row.path)
        _store(row, cells, form.key, reading)


def _store(row: Row, cells: Mapping[str, Cell | None], table: str, reading: TableReading) -> None:
    for column in row.columns:
        path = f"{row.path}.{column.key}"
        cell = cells[column.key]
        reading.values[path] = ABSENT if cell is None else cell_value(cell)
        if cell is not None:
            reading.deviations += unit_deviations(path, column, cell, table)


def _place_of_label(line: Line) -> Place:
    return next((cell.place for cell in line.cells if cell.text == line.label), first_place(line))


def _column_deviations(
    form: TableForm,
    deviating: Mapping[str, tuple[str, Place, list[str]]],
    missing: Mapping[str, list[str]],
    extra: Sequence[Cell],
) -> Iterator[Deviation]:
    labels = {column.key: column.label.text.zh for column in form.columns}
    for key, (found, place, cells) in deviating.items():
        facts = {"found": found, "expected": labels[key]}
        about = f"{form.key}.{key}"
        yield Deviation("label-deviates", about, place, form.key, tuple(cells), facts)
    for key, cells in missing.items():
        facts = {"expected": labels[key]}
        about = f"{form.key}.{key}"
        yield Deviation("column-missing", about, NOWHERE, form.key, tuple(cells), facts)
    for cell in extra:
        facts = {"found": cell.text}
        yield Deviation("column-added", form.key, cell.place, form.key, facts=facts)
