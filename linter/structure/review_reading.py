"""Table four: fifteen numbers under two or three header rows, or laid out row by row."""

from __future__ import annotations

from collections.abc import Sequence

from linter.forms import Row, TableForm
from linter.model.document import Cell
from linter.model.report import ABSENT, Deviation
from linter.structure.cell_numbers import cell_number
from linter.structure.cell_values import TableReading, cell_value, unit_deviations
from linter.structure.columns import assign, read_header
from linter.structure.folding import numbered
from linter.structure.label_matching import TableLabels
from linter.structure.lines import Line
from linter.structure.listing import has_number, is_text, listed_cells, read_list, rows_across
from linter.structure.review_bands import cells_in_bands

Places = list[tuple[str, str, int]]


def read_review(
    form: TableForm, lines: Sequence[Line], labels: TableLabels, reading: TableReading
) -> None:
    """Reads table four into ``reading``: one row of 15, three rows of 5, or a vertical list."""
    listed = listed_cells(lines, labels, rows_across(lines, labels))
    if len(listed) >= len(form.columns):
        read_list(form, listed, reading)
        return
    data = [line for line in lines if has_number(line)] or _blank_rows(form, lines)
    by_row = [line for line in data if line.kind == "row"]
    if len(by_row) > 1 or (by_row and len(by_row[0].values) <= len(form.columns) + 1):
        _read_by_row(form, lines, by_row, labels, reading)
        return
    header = [line for line in lines if not has_number(line)]
    cells = _data_cells(data)
    names = [(row.path, column.key) for row in form.rows for column in row.columns]
    printed = _printed_order(form, header, labels, reading)
    if printed and len(printed) == len(names):
        names = [(path, key) for path, key, _ in printed]
    by_grid = _by_grid(printed, cells, data)
    if by_grid is not None:
        cells = by_grid
    cells = _without_edges(cells, len(names))
    if len(cells) != len(names):
        if _read_in_bands(form, lines, labels, reading):
            return
        _report_count(form, data, len(cells), len(names), reading)
        return
    for (path, key), cell in zip(names, cells, strict=True):
        _store(form, path, key, cell, reading)


def _blank_rows(form: TableForm, lines: Sequence[Line]) -> list[Line]:
    """The rows for the numbers of a table in which every number is left blank."""
    bare = [line for line in lines if all(_is_blank(cell) for cell in line.cells)]
    rows = [
        line
        for line in lines
        if line.kind == "row"
        and len(line.values) >= len(form.columns)
        and all(_is_blank(cell) for cell in line.values)
    ]
    whole = [line for line in bare if len(line.cells) >= len(form.cells())]
    return whole[-1:] or (rows if len({line.path for line in rows}) == len(form.rows) else [])


def _is_blank(cell: Cell) -> bool:
    return cell_number(cell.text).blank


def _data_cells(data: Sequence[Line]) -> list[Cell]:
    """The cells that hold the numbers, in order: in each row what stands behind its last text."""
    cells: list[Cell] = []
    for line in data:
        texts = [index for index, cell in enumerate(line.cells) if is_text(cell)]
        cells += line.cells[texts[-1] + 1 if texts else 0 :]
    return cells


def _printed_order(
    form: TableForm, header: Sequence[Line], labels: TableLabels, reading: TableReading
) -> Places:
    """(row, column, grid column) of each of the 15 header leaves, where all are found."""
    if not all(line.table is not None and line.table.exact for line in header):
        return []
    cells = [cell for line in header for cell in line.cells if cell.text.strip()]
    groups: list[tuple[str, int, int]] = []
    leaves: list[tuple[str, Cell]] = []
    strangers: list[Cell] = []
    for cell in cells:
        body = numbered(cell.text).body
        row, column = labels.rows.exact(body), labels.columns.exact(body)
        if row:
            groups.append((row.key, cell.column, cell.column + cell.colspan))
        elif column:
            leaves.append((column.key, cell))
        elif body not in labels.groups:
            strangers.append(cell)
    altered = _altered_leaves(leaves, strangers, labels)
    starts = sorted(start for _, start, _ in groups)
    order: Places = []
    for key, cell in sorted([*leaves, *altered], key=lambda item: item[1].column):
        group = _group_of(cell.column, groups, starts)
        if group is not None:
            order.append((group, key, cell.column))
    names = {(row.path, column.key) for row in form.rows for column in row.columns}
    if len(order) != len(names) or {(path, key) for path, key, _ in order} != names:
        return []
    found = {(path, column): key for path, key, column in order}
    for key, cell in altered:
        path = next(path for path, column in found if column == cell.column)
        label = next(c.label.text.zh for c in form.columns if c.key == key)
        facts = {"found": cell.text, "expected": label}
        about = f"{path}.{key}"
        reading.deviations.append(
            Deviation("label-deviates", about, cell.place, form.key, (about,), facts)
        )
    return order


def _altered_leaves(
    leaves: Sequence[tuple[str, Cell]], strangers: Sequence[Cell], labels: TableLabels
) -> list[tuple[str, Cell]]:
    taken = {cell.column for _, cell in leaves}
    matches = [(labels.columns.similar(numbered(cell.text).body), cell) for cell in strangers]
    return [(m.key, cell) for m, cell in matches if m and cell.column not in taken]


def _group_of(
    column: int, groups: Sequence[tuple[str, int, int]], starts: Sequence[int]
) -> str | None:
    """The group over a grid column; one printed as a single cell reaches to the next group."""
    for path, start, end in groups:
        following = next((other for other in starts if other > start), None)
        reach = end if end - start > 1 or following is None else following
        if following is None and end - start == 1:
            reach = column + 1
        if start <= column < reach:
            return path
    return None


def _by_grid(printed: Places, cells: Sequence[Cell], data: Sequence[Line]) -> list[Cell] | None:
    """The cells under the header leaves, where one row of a reliable grid has them all."""
    if not printed or len(data) != 1 or len(cells) == len(printed):
        return None
    under = {cell.column: cell for cell in data[0].cells}
    found = [under.get(column) for _, _, column in printed]
    placed = {column for _, _, column in printed}
    if any(cell.text.strip() and cell.column not in placed for cell in cells):
        return None
    return None if any(cell is None for cell in found) else [c for c in found if c is not None]


def _without_edges(cells: Sequence[Cell], count: int) -> list[Cell]:
    kept = list(cells)
    while len(kept) > count and not kept[-1].text.strip():
        del kept[-1]
    while len(kept) > count and not kept[0].text.strip():
        del kept[0]
    return kept


def _read_by_row(
    form: TableForm,
    lines: Sequence[Line],
    by_row: Sequence[Line],
    labels: TableLabels,
    reading: TableReading,
) -> None:
    header = read_header(
        [line for line in lines if line.kind == "header"],
        form.columns,
        labels,
        min((cell.column for line in by_row for cell in line.values), default=0),
    )
    taken: set[str] = set()
    for line in by_row:
        row = _row(form, line.path)
        if line.path in taken:
            facts = {"found": line.label}
            reading.deviations.append(
                Deviation(
                    "row-duplicate", row.path, line.cells[0].place, form.key, row.cells(), facts
                )
            )
            continue
        taken.add(line.path)
        cells = assign(line, row.columns, header)
        if cells is None:
            _report_row_count(form, line, row, reading)
            continue
        for key, cell in cells.items():
            _store(form, row.path, key, cell, reading)
    for row in form.rows:
        if row.path not in taken:
            expected = {"expected": row.label.text.zh}
            reading.deviations.append(
                Deviation("row-missing", row.path, section=form.key, cells=row.cells(),
                          facts=expected)
            )  # fmt: skip


def _read_in_bands(
    form: TableForm, lines: Sequence[Line], labels: TableLabels, reading: TableReading
) -> bool:
    found = cells_in_bands(form, lines, labels)
    if found is None:
        return False
    listed, added = found
    for path, key, cell in listed:
        _store(form, path, key, cell, reading)
    reading.deviations += added
    return True


def _row(form: TableForm, path: str) -> Row:
    return next(row for row in form.rows if row.path == path)


def _store(form: TableForm, path: str, key: str, cell: Cell | None, reading: TableReading) -> None:
    name = f"{path}.{key}"
    reading.values[name] = ABSENT if cell is None else cell_value(cell)
    if cell is not None:
        column = next(column for column in form.columns if column.key == key)
        reading.deviations += unit_deviations(name, column, cell, form.key)


def _report_row_count(form: TableForm, line: Line, row: Row, reading: TableReading) -> None:
    facts = {"found": len(line.values), "expected": len(row.columns)}
    place = line.cells[0].place
    reading.deviations.append(
        Deviation("cell-count", row.path, place, form.key, row.cells(), facts)
    )


def _report_count(
    form: TableForm, data: Sequence[Line], found: int, expected: int, reading: TableReading
) -> None:
    facts = {"found": found, "expected": expected}
    place = data[0].cells[0].place if data else (ABSENT.place)
    reading.deviations.append(
        Deviation("cell-count", form.key, place, form.key, form.cells(), facts)
    )
