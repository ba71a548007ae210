"""A row with one number too few or too many, read where its sums leave one reading only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.forms import Row, TableForm
from linter.model.document import Cell
from linter.model.report import Value
from linter.structure.cell_values import cell_value
from linter.structure.proof import Sum, missing_number, row_sums, sums_of

Places = dict[str, Cell | None]


def fitted(
    form: TableForm, row: Row, cells: Sequence[Cell], values: Mapping[str, Value]
) -> Places | None:
    """The cell of each column of ``row``, None for the column whose number is missing.

    ``values`` are the other rows as read. None where no reading satisfies every sum that the row
    takes part in, or more than one does.
    """
    concerned = [one for one in sums_of(form) if not {*one.cells}.isdisjoint(row.cells())]
    if not concerned:
        return None
    found: dict[tuple[object, ...], Places] = {}
    for places in _readings(row, cells):
        numbers = _numbers(row, places, values, concerned)
        if numbers is not None and all(one.agrees({**values, **numbers}) for one in concerned):
            found[tuple(numbers[cell].value for cell in row.cells())] = places
    return next(iter(found.values())) if len(found) == 1 else None


def slid(form: TableForm, row: Row, cells: Sequence[Cell]) -> Places | None:
    """The cell of each column of a row with empty cells at both ends, of which some fill it up.

    None unless the numbers in exactly one position satisfy the sum of the row.
    """
    keys = [column.key for column in row.columns]
    own = [one for one in row_sums(form) if {*one.cells} <= {*row.cells()}]
    found: list[Places] = []
    for start in range(len(cells) - len(keys) + 1):
        end = start + len(keys)
        if any(cell.text.strip() for cell in (*cells[:start], *cells[end:])):
            continue
        places: Places = dict(zip(keys, cells[start:end], strict=True))
        numbers = {f"{row.path}.{key}": cell_value(cell) for key, cell in places.items() if cell}
        if own and all(one.agrees(numbers) for one in own):
            found.append(places)
    return found[0] if len(found) == 1 else None


def _readings(row: Row, cells: Sequence[Cell]) -> Iterator[Places]:
    """Every way to leave a column out, or a number."""
    keys = [column.key for column in row.columns]
    if len(cells) == len(keys) - 1:
        for at in range(len(keys)):
            yield dict(zip(keys, [*cells[:at], None, *cells[at:]], strict=True))
    if len(cells) == len(keys) + 1:
        for at in range(len(cells)):
            yield dict(zip(keys, [*cells[:at], *cells[at + 1 :]], strict=True))


def _numbers(
    row: Row, places: Places, values: Mapping[str, Value], concerned: Sequence[Sum]
) -> dict[str, Value] | None:
    """The numbers of the row in one reading, the missing one as its own sum gives it."""
    numbers: dict[str, Value] = {}
    for key, cell in places.items():
        if cell is not None:
            numbers[f"{row.path}.{key}"] = cell_value(cell)
    for name in row.cells():
        if name not in numbers:
            number = missing_number(name, concerned, {**values, **numbers})
            if number is None:
                return None
            numbers[name] = Value("filled", number)
    return numbers
