"""One printed cell as a value of the form."""

from __future__ import annotations

import pytest

from linter.forms import Column, load_form
from linter.model.document import Cell
from linter.model.place import Place
from linter.structure.cell_values import cell_value, unit_deviations

PLACE = Place(line=3, table=1, row=2, cell=4)


def _cell(text: str) -> Cell:
    return Cell(text, PLACE, 1, 3)


def _column(path: str, edition: str = "2021") -> Column:
    row = load_form(edition).row(path)
    assert row is not None
    return next(c for c in row.columns if path.endswith(f".{c.key}"))


def _units(path: str, text: str, edition: str = "2021") -> list[tuple[object, object]]:
    found = unit_deviations(path, _column(path, edition), _cell(text), "disclosure")
    return [(d.facts["found"], d.facts["expected"]) for d in found]


@pytest.mark.parametrize(
    ("text", "state", "value"),
    [("12", "filled", 12), ("—", "blank", None), ("", "blank", None), ("见附表", "invalid", None)],
)
def test_a_cell_is_filled_blank_or_invalid(text: str, state: str, value: int | None) -> None:
    read = cell_value(_cell(text))
    assert (read.state, read.value, read.text, read.place) == (state, value, text, PLACE)


def test_yuan_in_the_column_of_ten_thousand_yuan_is_a_deviation() -> None:
    assert _units("disclosure.fees.amount", "251000元") == [("251000元", "万元")]


@pytest.mark.parametrize("text", ["12.5", "12.5万元", "0元", "—", "12件"])
def test_the_unit_of_the_form_no_unit_or_nothing_at_all_is_right(text: str) -> None:
    assert _units("disclosure.fees.amount", text) == []


@pytest.mark.parametrize("text", ["3元", "3万元", "3万件", "3%"])
def test_a_unit_of_money_or_another_size_in_a_count_is_a_deviation(text: str) -> None:
    assert _units("disclosure.licensing.decisions", text) == [(text, "")]


@pytest.mark.parametrize("text", ["3", "3件", "3项", "3人次"])
def test_a_unit_of_counting_in_a_count_is_right(text: str) -> None:
    assert _units("disclosure.licensing.decisions", text) == []


@pytest.mark.parametrize("text", ["8040元", "0.804万元", "8040"])
def test_where_the_form_fixes_no_unit_any_is_right(text: str) -> None:
    assert _units("disclosure.procurement.amount", text, "2019") == []


def test_the_deviation_names_the_cell_and_its_place() -> None:
    path = "disclosure.fees.amount"
    (found,) = unit_deviations(path, _column(path), _cell("3元"), "disclosure")
    assert (found.kind, found.about, found.cells, found.section) == (
        "cell-unit",
        path,
        (path,),
        "disclosure",
    )
    assert found.place == PLACE
