"""What the text says of a cell decides between explanations of a broken sum."""

from __future__ import annotations

from linter.diagnosis.statements import stated_numbers
from linter.model.place import NOWHERE
from linter.model.report import Record
from linter.records import replace
from tests.narrative.texts import report

CELL = "review.reconsideration.total"


def claim(number: int | str, *cells: str) -> Record:
    return Record("…", NOWHERE, "overview", {"value": number}, cells)


def stated(*claims: Record) -> dict[str, object]:
    return dict(stated_numbers(replace(report({}), records={"claims": claims})))


def test_a_figure_about_one_cell_is_its_number() -> None:
    assert stated(claim(6, CELL)) == {CELL: 6}


def test_a_figure_about_several_cells_or_without_a_number_says_nothing_of_one() -> None:
    assert stated(claim(6, CELL, "review.litigation_direct.total"), claim("数", CELL)) == {}


def test_two_figures_that_differ_say_nothing() -> None:
    assert stated(claim(6, CELL), claim(7, CELL)) == {}
    assert stated(claim(6, CELL), claim(6, CELL)) == {CELL: 6}


def test_a_report_whose_text_states_nothing_gives_no_numbers() -> None:
    assert stated() == {}
