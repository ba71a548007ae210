"""What tells against the reading of a table, and what proves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import pytest

from linter.forms import load_form
from linter.model.place import Place
from linter.model.report import Report
from linter.structure.confidence import table_doubts
from linter.structure.table_finding import FoundTable
from linter.structure.table_reading import read_table
from tests.structure.documents import Part, about, grid, loose, numbers, report

FORM = load_form("2021").tables["applications"]
COLUMNS = tuple(column.key for column in FORM.columns)
# Eleven applications, two of them carried in; ten closed, one carried out.
RIGHT = {
    "new": "6|2|0|1|0|0|9",
    "carried_in": "1|1|0|0|0|0|2",
    "granted": "5|2|0|1|0|0|8",
    "partial": "1|1|0|0|0|0|2",
    "results_total": "6|3|0|1|0|0|10",
    "carried_out": "1|0|0|0|0|0|1",
}

Lines = list[tuple[str, str]]


def _lines(changes: Mapping[str, str] = MappingProxyType({})) -> Lines:
    """(label, numbers) of every row of table three."""
    printed = {**RIGHT, **changes}
    return [
        (row.label.text.zh, printed.get(row.path.partition(".")[2], "0|0|0|0|0|0|0"))
        for row in FORM.rows
    ]


def _text(lines: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"{label}|{printed}" if printed else label for label, printed in lines)


def _doubts(one: Report) -> list[tuple[str, str]]:
    return [(doubt.about.partition(".")[2], doubt.reason) for doubt in one.doubts]


def _read(
    changes: Mapping[str, str] = MappingProxyType({}), change: Callable[[Lines], Lines] = list
) -> Report:
    """The report with table three in running text, some rows printed otherwise."""
    return report(applications_table=loose(_text(change(_lines(changes)))))


def _exact(changes: Mapping[str, str]) -> Report:
    return report(applications_table=grid(_text(_lines(changes))))


def _doubled(lines: Lines) -> Lines:
    return [*lines[:3], lines[2], *lines[3:]]


def _renamed(lines: Lines) -> Lines:
    return [*lines[:3], ("（二）酌情公开", lines[3][1]), *lines[4:]]


def test_a_table_in_text_whose_rows_are_whole_is_sure() -> None:
    assert _read().doubts == ()


def test_a_wrong_sum_in_whole_rows_is_the_authors() -> None:
    assert _read({"granted": "5|2|0|1|0|0|9"}).doubts == ()


@pytest.mark.parametrize(
    ("changes", "change", "doubts"),
    [
        pytest.param(
            {"granted": "5|2|1|8", "partial": "1|1|2"},
            list,
            [("granted", "numbers-miscounted"), ("partial", "numbers-miscounted")],
            id="numbers lost in two rows",
        ),
        pytest.param(
            {"new": "7|2|0|1|0|0|9"}, _doubled, [("granted", "row-repeated")], id="row repeated"
        ),
        pytest.param(
            {"new": "7|2|0|1|0|0|9"}, _renamed, [("partial", "row-by-place")], id="another label"
        ),
        pytest.param({"granted": ""}, list, [("granted", "numbers-lost")], id="label alone"),
        pytest.param(
            {"granted": "5|2|1|8|||"}, list, [("granted", "columns-guessed")], id="blanks lost"
        ),
        pytest.param(
            {key: "1|" + RIGHT[key][:-2] for key in RIGHT},
            list,
            [("", "sums-disagree")],
            id="columns moved",
        ),
        pytest.param({}, lambda lines: lines[:9], [("", "table-cut-off")], id="cut off"),
    ],
)
def test_what_text_has_done_to_a_table_is_said(
    changes: Mapping[str, str], change: Callable[[Lines], Lines], doubts: list[tuple[str, str]]
) -> None:
    assert _doubts(_read(changes, change)) == doubts


@pytest.mark.parametrize("change", [_doubled, _renamed])
def test_a_table_of_which_all_sums_agree_is_its_own_proof(
    change: Callable[[Lines], Lines],
) -> None:
    assert _read({}, change).doubts == ()


def test_blank_rows_are_sure_where_nothing_is_lacking() -> None:
    blank = {row.path.partition(".")[2]: "" for row in FORM.rows} | RIGHT
    assert _read(blank).doubts == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"granted": "5|2|0|1|0|0|9"},
        {"granted": "5|2|1|8|||"},
        {key: "1|" + RIGHT[key][:-2] for key in RIGHT},
    ],
)
def test_a_table_with_a_grid_is_never_doubted_for_its_numbers(changes: Mapping[str, str]) -> None:
    assert _exact(changes).doubts == ()


@pytest.mark.parametrize("read", [_read, _exact])
def test_a_row_fitted_by_its_sums_is_read_and_doubted(
    read: Callable[[Mapping[str, str]], Report],
) -> None:
    one = read({"new": "6|2|0|1|0|9"})
    assert _doubts(one) == [("new", "row-fitted")]
    assert ("cell-count", "applications.new") in about(one)
    found = numbers(one, "applications")
    assert [found[f"applications.new.{c}"] or 0 for c in COLUMNS] == [6, 2, 0, 1, 0, 0, 9]


def test_a_row_without_a_reading_is_said_and_not_guessed() -> None:
    one = _exact({"new": "6|2|0|1|0|5"})
    assert one.doubts == ()
    assert ("cell-count", "applications.new") in about(one)
    assert {one.value(f"applications.new.{column}").state for column in COLUMNS} == {"absent"}


def test_more_blank_cells_than_a_row_needs_are_no_value_of_it() -> None:
    text = "\n".join(f"{label}|||{numbers}" for label, numbers in _lines({"new": "6|2|0|1|0|0"}))
    header = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|||" + "|".join(
        column.label.text.zh for column in FORM.columns
    )
    one = report(applications_table=grid(f"{header}\n{text}"))
    assert _doubts(one) == [("new", "row-fitted")]
    assert numbers(one, "applications")["applications.new.natural_person"] == 6


HEADING_LOST = "（一）主要问题\n公开不够及时。\n（二）改进情况\n已组织专题学习。"


def _torn_rows() -> list[str]:
    return [f"{label} {numbers.replace('|', ' ')}" for label, numbers in _lines()]


def test_a_lost_heading_is_doubtful_in_a_torn_document() -> None:
    rows = _torn_rows()
    torn: list[Part] = [*rows[:20], grid(_text(_lines()[20:]))]
    one = report(applications_table=torn, problems_heading=None, problems=HEADING_LOST)
    assert _doubts(one) == [("problems", "heading-lost")]


@pytest.mark.parametrize("problems", ["公开不够及时，已组织专题学习。", None])
def test_a_section_without_a_trace_is_missing_for_certain(problems: str | None) -> None:
    torn: list[Part] = [*_torn_rows()[:20], grid(_text(_lines()[20:]))]
    one = report(applications_table=torn, problems_heading=None, problems=problems)
    assert one.doubts == ()


def test_a_heading_that_its_author_forgot_is_missing_for_certain() -> None:
    one = report(problems_heading=None, problems=HEADING_LOST)
    assert one.doubts == ()


def _doubts_of_printed(lines: Lines, place: Place) -> list[str]:
    """The doubts of table three as a grid at ``place``."""
    printed = grid(_text(lines))
    reading = read_table("2021", FORM, [printed])
    found = FoundTable("applications", (printed,), (0,), place)
    return [doubt.reason for doubt in table_doubts(FORM, found, reading)]


@pytest.mark.parametrize("granted", ["5|2|0|1|0|0|8", "5|2|0|1|0|0|9"])
def test_a_whole_table_on_a_page_is_sure_whatever_its_sums(granted: str) -> None:
    assert _doubts_of_printed(_lines({"granted": granted}), Place(page=2, table=1)) == []


def test_a_table_on_a_page_that_lacks_a_row_may_have_been_cut_there() -> None:
    lines = [line for line in _lines() if not line[0].startswith("（二）部分公开")]
    assert _doubts_of_printed(lines, Place(page=2, table=1)) == ["lines-of-page"]
    assert _doubts_of_printed(lines, Place(table=1)) == []
