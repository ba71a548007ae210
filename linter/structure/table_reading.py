"""From the printed table to the cells of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.forms import Row, TableForm
from linter.model.document import Cell, Table
from linter.model.place import NOWHERE, Place
from linter.model.report import ABSENT, Deviation
from linter.structure.cell_values import TableReading, cell_value, unit_deviations
from linter.structure.columns import Header, assign, read_header
from linter.structure.folding import numbered
from linter.structure.label_matching import TableLabels, table_labels
from linter.structure.lines import Line, read_lines
from linter.structure.repair import Step, repair
from linter.structure.review_reading import read_review

_UNKNOWN = "UNKNOWN"
_MOST_LINES = 400


def read_table(edition: str, form: TableForm, tables: Sequence[Table]) -> TableReading:
    """Reads the statutory table that ``tables`` print, in one piece or in several."""
    labels = table_labels(edition, form.key)
    lines = read_lines(tables, labels)[:_MOST_LINES]
    reading = TableReading()
    if form.key == "review":
        read_review(form, lines, labels, reading)
        return reading
    _read_rows(edition, form, lines, labels, reading)
    return reading


def _read_rows(
    edition: str,
    form: TableForm,
    lines: Sequence[Line],
    labels: TableLabels,
    reading: TableReading,
) -> None:
    rows = {row.path: row for row in form.rows}
    headers = _Headers(lines, labels)
    placed = _placed(edition, form, lines, reading)
    deviating: dict[str, tuple[str, Place, list[str]]] = {}
    missing: dict[str, list[str]] = {}
    for index, path, line in placed:
        row = rows[path]
        header = headers.above(index, row)
        for key in header.missing:
            missing.setdefault(key, []).append(f"{path}.{key}")
        for change in header.altered:
            entry = deviating.setdefault(change.key, (change.cell.text, change.cell.place, []))
            entry[2].append(f"{path}.{change.key}")
        _read_row(row, line, header, form.key, reading)
    reading.deviations += _column_deviations(form, deviating, missing, headers.extra())


class _Headers:
    """The header rows above each data row, read once for each run of them."""

    def __init__(self, lines: Sequence[Line], labels: TableLabels) -> None:
        self._lines = lines
        self._labels = labels
        self._known: dict[tuple[int, tuple[str, ...]], Header] = {}

    def above(self, index: int, row: Row) -> Header:
        last = next((i for i in range(index - 1, -1, -1) if self._lines[i].kind == "header"), None)
        if last is None:
            return Header()
        first = last
        while first and self._lines[first - 1].kind == "header":
            first -= 1
        known = (first, tuple(column.key for column in row.columns))
        if known not in self._known:
            lines = self._lines[first : last + 1]
            exact = all(line.table is not None and line.table.exact for line in lines)
            values = self._lines[index].values
            start = min((cell.column for cell in values), default=0)
            header = read_header(lines, row.columns, self._labels, start)
            if not exact:
                header = _trusted(header, lines, self._labels)
            self._known[known] = header
        return self._known[known]

    def extra(self) -> list[Cell]:
        return [cell for header in self._known.values() for cell in header.extra]


def _trusted(header: Header, lines: Sequence[Line], labels: TableLabels) -> Header:
    """Of a header without a grid only the order of one single row of column names.

    Where a heading over several columns stands among them, two rows have run into one.
    """
    bodies = {numbered(cell.text).body for line in lines for cell in line.cells}
    if len(lines) == 1 and not header.missing and not bodies & labels.groups.keys():
        return header
    return Header(altered=header.altered)


def _placed(
    edition: str, form: TableForm, lines: Sequence[Line], reading: TableReading
) -> list[tuple[int, str, Line]]:
    """The data rows in their statutory places, what is wrong with their order reported."""
    data = [(i, line) for i, line in enumerate(lines) if line.kind in ("row", "merged", "unknown")]
    paths = [_statutory(form, line) for _, line in data]
    terminals = [_terminal(path) for path in paths]
    steps = repair(edition, f"{form.key}_table", terminals, {})
    reading.deviations += _merged(form, [line for _, line in data])
    inserted = [step.terminal for step in steps if step.action == "insert"]
    placed: list[tuple[int, str, Line]] = []
    taken: set[str] = set()
    unknown: list[tuple[int, int, Line]] = []
    for step in steps:
        if step.action == "insert":
            continue
        index, line = data[step.index]
        path = paths[step.index]
        if path == _UNKNOWN:
            unknown.append((step.index, index, line))
        elif step.action == "keep" or (step.terminal in inserted and path not in taken):
            if step.action == "delete":
                reading.deviations.append(_row_deviation("row-misplaced", form, path, line))
                inserted.remove(step.terminal)
            taken.add(path)
            placed.append((index, path, line))
        else:
            reading.deviations.append(_row_deviation("row-duplicate", form, path, line))
    for at, index, line in unknown:
        replaced = _standing_in(form, steps, at, inserted)
        if replaced:
            inserted.remove(_terminal(replaced))
            placed.append((index, replaced, _renamed(line, replaced)))
        else:
            facts = {"found": line.label}
            place = _place(line)
            deviation = Deviation("row-added", form.key, place, form.key, facts=facts)
            reading.deviations.append(deviation)
    merged = {line.path for _, line in data if line.kind == "merged"}
    reading.deviations += _missing_rows(form, inserted, merged)
    return placed


def _statutory(form: TableForm, line: Line) -> str:
    if line.kind == "merged":
        return _last_of_group(form, line.path)
    return line.path if line.kind == "row" else _UNKNOWN


def _last_of_group(form: TableForm, group: str) -> str:
    """The row that takes the numbers of a group printed as one row (（六）→ 3.其他)."""
    return next(row.path for row in reversed(form.rows) if row.path.startswith(f"{group}."))


def _terminal(path: str) -> str:
    return path.split(".", 1)[-1].upper().replace(".", "_")


def _renamed(line: Line, path: str) -> Line:
    return Line("row", line.cells, line.values, line.label, path, exact=False, table=line.table)


def _standing_in(
    form: TableForm, steps: Sequence[Step], index: int, inserted: Sequence[str]
) -> str | None:
    """The missing row in whose very place the unknown row ``index`` stands."""
    at = next(i for i, s in enumerate(steps) if s.action != "insert" and s.index == index)
    before, after = at - 1, at + 1
    while before >= 0 and steps[before].action == "insert":
        before -= 1
    while after < len(steps) and steps[after].action == "insert":
        after += 1
    around = [step.terminal for step in (*steps[before + 1 : at], *steps[at + 1 : after])]
    missing = [terminal for terminal in around if terminal in inserted]
    if len(missing) != 1:
        return None
    return next(row.path for row in form.rows if _terminal(row.path) == missing[0])


def _merged(form: TableForm, lines: Sequence[Line]) -> Iterator[Deviation]:
    for line in lines:
        if line.kind == "merged":
            cells = tuple(c for r in form.rows if r.path.startswith(line.path) for c in r.cells())
            facts = {"found": line.label}
            yield Deviation("rows-merged", line.path, _place(line), form.key, cells, facts)


def _missing_rows(
    form: TableForm, inserted: Sequence[str], merged: set[str]
) -> Iterator[Deviation]:
    for row in form.rows:
        if _terminal(row.path) in inserted and row.path.rsplit(".", 1)[0] not in merged:
            facts = {"expected": row.label.text.zh}
            yield Deviation("row-missing", row.path, NOWHERE, form.key, row.cells(), facts)


def _row_deviation(kind: str, form: TableForm, path: str, line: Line) -> Deviation:
    row = next(row for row in form.rows if row.path == path)
    facts = {"found": line.label}
    return Deviation(kind, path, _place(line), form.key, row.cells(), facts)


def _place(line: Line) -> Place:
    return next((cell.place for cell in line.cells if cell.text.strip()), line.cells[0].place)


def _read_row(row: Row, line: Line, header: Header, table: str, reading: TableReading) -> None:
    if line.kind == "row" and not line.exact:
        facts = {"found": line.label, "expected": row.label.text.zh}
        place = _place_of_label(line)
        deviation = Deviation("label-deviates", row.path, place, table, row.cells(), facts)
        reading.deviations.append(deviation)
    cells = assign(line, row.columns, header)
    if cells is None:
        facts_count = {"found": len(line.values), "expected": len(row.columns)}
        deviation = Deviation("cell-count", row.path, _place(line), table, row.cells(), facts_count)
        reading.deviations.append(deviation)
        return
    for column in row.columns:
        path = f"{row.path}.{column.key}"
        cell = cells[column.key]
        reading.values[path] = ABSENT if cell is None else cell_value(cell)
        if cell is not None:
            reading.deviations += unit_deviations(path, column, cell, table)


def _place_of_label(line: Line) -> Place:
    return next((cell.place for cell in line.cells if cell.text == line.label), _place(line))


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
