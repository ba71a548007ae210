"""What carries over from one year into the next (接续).

A report begins where the last one ended: the form (国办公开办函〔2021〕30号) has requests carried
into the year, which are those that the year before carried out of it, and documents in force,
which are those in force a year ago and those issued, less those repealed.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.comparison.cells import number
from linter.comparison.model import Continuation
from linter.forms import Form
from linter.model.report import Report, Value

_FROM, _INTO = "applications.carried_out", "applications.carried_in"
_STOCK, _ISSUED, _REPEALED = "in_force", "issued", "repealed"


def continuations(
    old: Report, new: Report, old_form: Form, new_form: Form
) -> Iterator[Continuation]:
    """Every figure of ``new`` that continues one of ``old``, where both give them."""
    before, after = set(old_form.cells()), new_form.cells()
    for cell in after:
        source = cell.replace(_INTO, _FROM, 1)
        if cell.startswith(f"{_INTO}.") and source in before:
            yield from _continued(cell, (source,), (), old, new)
        row, _, column = cell.rpartition(".")
        if column == _STOCK and cell in before:
            yield from _continued(
                cell, (cell,), (f"{row}.{_ISSUED}", f"{row}.{_REPEALED}"), old, new
            )


def _continued(
    cell: str, old_cells: tuple[str, ...], moves: tuple[str, ...], old: Report, new: Report
) -> Iterator[Continuation]:
    carried = _counted(old.value(old_cells[0]))
    changes = [_counted(new.value(move)) for move in moves]
    actual = _counted(new.value(cell))
    if carried is None or actual is None or any(change is None for change in changes):
        return
    expected = carried
    for change, sign in zip(changes, (1, -1), strict=False):
        expected += sign * (change or 0)
    yield Continuation(cell, old_cells, moves, expected, actual)


def _counted(value: Value) -> int | None:
    """What a cell counts; a blank one counts nothing."""
    if value.state == "blank":
        return 0
    found = number(value)
    return found if isinstance(found, int) else None
