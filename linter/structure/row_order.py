"""The printed rows of a table in their statutory places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.forms import TableForm
from linter.model.place import NOWHERE, Place
from linter.model.report import Deviation
from linter.structure.cell_values import TableReading
from linter.structure.lines import Line
from linter.structure.repair import Step, repair

_UNKNOWN = "UNKNOWN"

MANY = 4
"""Missing rows from which on they are one mistake: a table cut off, or left out where zero."""


def place_rows(
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
            reading.by_place.append(replaced)
        else:
            facts = {"found": line.label}
            place = first_place(line)
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
            yield Deviation("rows-merged", line.path, first_place(line), form.key, cells, facts)


def _missing_rows(
    form: TableForm, inserted: Sequence[str], merged: set[str]
) -> Iterator[Deviation]:
    missing = [
        row
        for row in form.rows
        if _terminal(row.path) in inserted and row.path.rsplit(".", 1)[0] not in merged
    ]
    if len(missing) >= MANY:
        cells = tuple(cell for row in missing for cell in row.cells())
        count = {"missing": len(missing)}
        yield Deviation("rows-missing", missing[0].path, NOWHERE, form.key, cells, count)
        return
    for row in missing:
        facts = {"expected": row.label.text.zh}
        yield Deviation("row-missing", row.path, NOWHERE, form.key, row.cells(), facts)


def _row_deviation(kind: str, form: TableForm, path: str, line: Line) -> Deviation:
    row = next(row for row in form.rows if row.path == path)
    facts = {"found": line.label}
    return Deviation(kind, path, first_place(line), form.key, row.cells(), facts)


def first_place(line: Line) -> Place:
    return next((cell.place for cell in line.cells if cell.text.strip()), line.cells[0].place)
