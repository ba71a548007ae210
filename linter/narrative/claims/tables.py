"""What the tables give for a quantity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from linter.forms import Form, load_form
from linter.model.report import Report
from linter.narrative.claims.amounts import Amount
from linter.narrative.claims.lexicon import Quantity
from linter.records import record

Number = int | Decimal
Sum = tuple[tuple[int, str], ...]
"""Cells with their factors."""

_ORGANISATIONS = ("enterprise", "research", "nonprofit", "legal_service", "other")
_WAYS = 4
"""The cell itself, and what up to three identities of the form make of it."""


@record
class Given:
    """What the tables give for a figure: ``number``, None where they do not tell, in ``cells``."""

    number: Number | None
    cells: tuple[str, ...]


def given(quantity: Quantity, amount: Amount, report: Report) -> Given | None:
    """What the tables give for a quantity of which the text says ``amount``.

    A figure can be meant in several ways: the first that fits is taken, else the usual one. A
    number of the tables that does not agree with the others of its row or column is one mistake,
    which is told there: the text agrees if it agrees with what the others make of it. Where one of
    the meanings cannot be told, nothing can. None where the form has no such cell.
    """
    sums = [one for one in (_sum(text, report.edition) for text in quantity.readings) if one]
    for one in sums:
        for number in _numbers(one, report):
            if amount.least <= number <= amount.most:
                return Given(number, _cells(one))
    if not sums:
        return None
    known = all(next(_numbers(one, report), None) is not None for one in sums)
    return Given(next(_numbers(sums[0], report)) if known else None, _cells(sums[0]))


def numbers_for(quantity: Quantity, report: Report) -> list[Number]:
    """Every number that the tables give for a quantity, in all its meanings."""
    sums = (_sum(text, report.edition) for text in quantity.readings)
    return [number for one in sums if one for number in _numbers(one, report)]


def least_given(cells: Sequence[str], report: Report) -> Number | None:
    """The least number that the tables, read in any way, give for a sum of cells."""
    numbers = list(_numbers(tuple((1, cell) for cell in cells), report))
    return min(numbers) if numbers else None


def _cells(one: Sum) -> tuple[str, ...]:
    return tuple(cell for _, cell in one)


def _numbers(one: Sum, report: Report) -> Iterator[Number]:
    """A sum as printed, and as the identities of the form give it."""
    for way in range(_WAYS):
        total: Number = 0
        for factor, cell in one:
            number = _number(cell, report, way)
            if number is None:
                break
            total += factor * number
        else:
            yield total


def _number(cell: str, report: Report, way: int) -> Number | None:
    """The cell's own number, or what its ``way``-th identity makes of it."""
    if way == 0:
        value = report.value(cell)
        if value.state == "blank":
            return None if _total_forgotten(cell, report) else 0
        return _plain(cell, report)
    solved = _solutions(report.edition).get(cell, ())
    if way > len(solved):
        return None
    numbers = [(factor, _plain(other, report)) for factor, other in solved[way - 1]]
    if any(number is None for _, number in numbers):
        return None
    return sum((factor * number for factor, number in numbers if number is not None), 0)


def _plain(cell: str, report: Report) -> Number | None:
    value = report.value(cell)
    if value.state == "blank":
        return 0
    filled = value.state == "filled" and isinstance(value.value, Number)
    return value.value if filled and isinstance(value.value, Number) else None


def _total_forgotten(cell: str, report: Report) -> bool:
    """Whether a total is blank beside numbers: that is told of the table."""
    row, _, column = cell.rpartition(".")
    form_row = load_form(report.edition).row(row)
    if column != "total" or form_row is None:
        return False
    return any(_plain(other, report) for other in form_row.cells())


@cache
def _sum(text: str, edition: str) -> Sum:
    """The cells of a reading, none where the form lacks one of them."""
    form = load_form(edition)
    found: list[tuple[int, str]] = []
    for sign, term in _terms(text):
        cells = _expanded(term, form)
        if not cells:
            return ()
        found += ((sign, cell) for cell in cells)
    return tuple(found)


def _terms(text: str) -> Iterator[tuple[int, str]]:
    factor = 1
    for word in text.split():
        if word in ("+", "-"):
            factor = 1 if word == "+" else -1
        elif word.isdecimal():
            factor *= int(word)
        else:
            yield factor, word


def _expanded(path: str, form: Form) -> list[str]:
    row, _, column = path.rpartition(".")
    columns = _ORGANISATIONS if column == "organisations" else (column,)
    table = form.tables[path.partition(".")[0]]
    group = row.removesuffix("*")
    rows = [
        one
        for one in table.rows
        if one.path == row or (group != row and one.path.startswith(group))
    ]
    return [f"{one.path}.{key}" for one in rows for key in columns if _has(one.path, key, form)]


def _has(row: str, column: str, form: Form) -> bool:
    found = form.row(row)
    return found is not None and f"{row}.{column}" in found.cells()


@cache
def _solutions(edition: str) -> Mapping[str, tuple[Sum, ...]]:
    """Every cell of an identity as the sum of the others that it equals."""
    form = load_form(edition)
    found: dict[str, tuple[Sum, ...]] = {}
    for parts, equals in _identities(form):
        for cell in (*parts, *equals):
            side, other = (parts, equals) if cell in parts else (equals, parts)
            rest = tuple((-1, one) for one in side if one != cell)
            found[cell] = (*found.get(cell, ()), (*((1, one) for one in other), *rest))
    return found


def _identities(form: Form) -> Iterator[tuple[list[str], list[str]]]:
    for table in form.tables.values():
        for sums in table.sums:
            if sums.each == "row":
                for row in table.rows:
                    yield (
                        [f"{row.path}.{key}" for key in sums.parts],
                        [f"{row.path}.{key}" for key in sums.equals],
                    )
            else:
                for column in table.columns:
                    yield (
                        _of_rows(table.key, sums.parts, column.key, form),
                        _of_rows(table.key, sums.equals, column.key, form),
                    )


def _of_rows(table: str, names: Sequence[str], column: str, form: Form) -> list[str]:
    rows = form.tables[table].rows
    return [
        f"{row.path}.{column}"
        for name in names
        for row in rows
        if row.path == f"{table}.{name}" or row.path.startswith(f"{table}.{name}.")
    ]
