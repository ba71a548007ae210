"""Rows with a number too few or too many are read where their sums leave one reading only."""

from __future__ import annotations

import pytest

from linter.forms import load_form
from linter.model.document import Cell
from linter.model.place import NOWHERE
from linter.model.report import Value
from linter.structure.row_fitting import Places, fitted, slid

FORM = load_form("2021").tables["applications"]
COLUMNS = tuple(column.key for column in FORM.columns)
ROWS = {row.path.partition(".")[2]: row for row in FORM.rows}

# Eleven applications, two of them carried in; all granted, one of them carried out.
TABLE = {
    "new": (6, 2, 0, 1, 0, 0, 9),
    "carried_in": (1, 1, 0, 0, 0, 0, 2),
    "granted": (6, 3, 0, 1, 0, 0, 10),
    "results_total": (6, 3, 0, 1, 0, 0, 10),
    "carried_out": (1, 0, 0, 0, 0, 0, 1),
}


def _fitted(name: str, printed: str) -> tuple[int | None, ...] | None:
    """The numbers of a row printed so, all other rows of the table being as they should."""
    values = {
        f"applications.{key}.{column}": Value("filled", number)
        for key, row in ROWS.items()
        if key != name
        for column, number in zip(COLUMNS, TABLE.get(key, (0,) * 7), strict=True)
    }
    return _numbers(fitted(FORM, ROWS[name], _cells(printed.split()), values))


def _cells(texts: list[str]) -> list[Cell]:
    return [Cell(text, NOWHERE, 0, column) for column, text in enumerate(texts)]


def _numbers(places: Places | None) -> tuple[int | None, ...] | None:
    if places is None:
        return None
    assert tuple(places) == COLUMNS
    return tuple(int(cell.text) if cell else None for cell in places.values())


@pytest.mark.parametrize(
    ("name", "printed", "read"),
    [
        ("new", "6 2 0 1 0 0", (6, 2, 0, 1, 0, 0, None)),
        ("new", "6 0 1 0 0 9", (6, None, 0, 1, 0, 0, 9)),
        ("new", "2 0 1 0 0 9", (None, 2, 0, 1, 0, 0, 9)),
        ("carried_out", "0 0 0 0 0 1", (None, 0, 0, 0, 0, 0, 1)),
        ("new", "6 2 0 1 0 0 0 9", (6, 2, 0, 1, 0, 0, 9)),
        ("new", "6 2 0 1 7 0 0 9", (6, 2, 0, 1, 0, 0, 9)),
        ("results_total", "6 3 0 1 0 0 10 12", (6, 3, 0, 1, 0, 0, 10)),
    ],
)
def test_the_one_reading_that_satisfies_all_sums_is_taken(
    name: str, printed: str, read: tuple[int | None, ...]
) -> None:
    assert _fitted(name, printed) == read


def test_which_of_several_zeros_is_missing_makes_no_difference() -> None:
    numbers = _fitted("new", "6 2 0 1 0 9")
    assert numbers is not None
    assert tuple(number or 0 for number in numbers) == TABLE["new"]


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("6 2 0 1 0 8", id="no reading satisfies the sums"),
        pytest.param("6 2 0 1 0", id="two numbers too few"),
        pytest.param("6 2 0 1 0 0 0 0 9", id="two numbers too many"),
        pytest.param("6 2 若干 1 0 0 9", id="a cell holds no number"),
    ],
)
def test_nothing_is_guessed(printed: str) -> None:
    assert _fitted("new", printed) is None


def test_two_rows_with_a_wrong_count_prove_nothing_of_each_other() -> None:
    values = {f"applications.new.{column}": Value("filled", 0) for column in COLUMNS}
    assert fitted(FORM, ROWS["carried_in"], _cells(list("110000")), values) is None


def test_a_table_without_sums_leaves_every_reading_open() -> None:
    form = load_form("2021").tables["disclosure"]
    assert fitted(form, form.rows[0], _cells(["1", "2"]), {}) is None


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (["", "5", "10", "2", "7", "12", "36", "", ""], [None, 5, 10, 2, 7, 12, 36]),
        (["", "", "5", "10", "2", "7", "0", "12", "36"], [5, 10, 2, 7, 0, 12, 36]),
    ],
)
def test_a_row_filled_up_begins_where_its_sum_agrees(
    printed: list[str], read: list[int | None]
) -> None:
    places = slid(FORM, ROWS["granted"], _cells(printed))
    assert places is not None
    assert [int(cell.text) if cell and cell.text else None for cell in places.values()] == read


def test_a_row_whose_sum_agrees_in_several_places_is_left_as_it_is() -> None:
    assert slid(FORM, ROWS["granted"], _cells(["", "", "0", "0", "0", "0", "0", "", ""])) is None


def test_a_row_whose_sum_agrees_nowhere_is_left_as_it_is() -> None:
    assert slid(FORM, ROWS["granted"], _cells(["", "5", "1", "0", "0", "0", "0", "9", ""])) is None
