"""Tables that a conversion has torn apart: numbers in one place, labels in another."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from linter.forms import Row, load_form
from linter.model.report import Report
from tests.structure.documents import (
    Part,
    about,
    deviations,
    grid,
    kinds,
    numbers,
    report,
    table_values,
)

APPLICATIONS = load_form("2021").tables["applications"].rows
DISCLOSURE = load_form("2021").tables["disclosure"].rows
VALUES = table_values("2021", "applications")
LOOSE = "度办"


def _row(path: str) -> Row:
    return next(row for row in APPLICATIONS if row.path == f"applications.{path}")


def _figures(row: Row) -> list[str]:
    table = row.path.partition(".")[0]
    values = table_values("2021", table)
    return [str(values[cell]) for cell in row.cells()]


def _whole(row: Row) -> Part:
    return grid("|".join([row.label.text.zh, *_figures(row)]))


def _bare(row: Row) -> Part:
    return grid("|".join(_figures(row)))


def _pieces(row: Row) -> list[Part]:
    """The label in two pieces between which something else stands."""
    label = row.label.text.zh
    half = len(label) // 2
    return [label[:half], LOOSE, label[half:]]


def _torn(*paths: str, rows: Sequence[Row] = APPLICATIONS) -> list[Part]:
    """A table in which the numbers of these rows stand before the pieces of their labels."""
    table = rows[0].path.partition(".")[0]
    torn = {f"{table}.{path}" for path in paths}
    return [
        part
        for row in rows
        for part in ([_bare(row), *_pieces(row)] if row.path in torn else [_whole(row)])
    ]


def _doubts(one: Report) -> list[tuple[str, str]]:
    return [(doubt.about, doubt.reason) for doubt in one.doubts]


@pytest.mark.parametrize(
    "paths",
    [
        ["partial"],
        ["new"],
        ["carried_out"],
        ["refused.prohibited_by_law", "refused.internal_affairs", "unavailable.not_held"],
        ["not_processed.excessive", "not_processed.reissue", "closed.uncorrected"],
    ],
)
def test_rows_of_numbers_between_labelled_rows_are_the_rows_between_them(paths: list[str]) -> None:
    one = report(applications_table=_torn(*paths))
    assert numbers(one, "applications") == VALUES
    assert kinds(one) == []
    assert _doubts(one) == [("applications", "rows-by-order")]


def test_labels_that_stand_together_ahead_of_their_numbers_are_no_matter() -> None:
    first, second = _row("unavailable.needs_creation"), _row("unavailable.still_unclear")
    parts: list[Part] = []
    for row in APPLICATIONS:
        if row == first:
            parts += [row.label.text.zh for row in (first, second)]
            parts += [_bare(first), _bare(second)]
        elif row != second:
            parts.append(_whole(row))
    one = report(applications_table=parts)
    assert numbers(one, "applications") == VALUES
    assert kinds(one) == []


def test_a_row_whose_label_stands_alone_is_blank_among_those_put_together() -> None:
    blank = _row("refused.third_party")
    parts = _torn("refused.deliberative")
    parts[parts.index(_whole(blank))] = blank.label.text.zh
    one = report(applications_table=parts)
    assert [one.value(cell).state for cell in blank.cells()] == ["blank"] * 7
    found = numbers(one, "applications")
    assert {c: n for c, n in found.items() if c not in blank.cells()} == {
        c: n for c, n in VALUES.items() if c not in blank.cells()
    }


def test_numbers_one_below_the_other_make_a_row() -> None:
    row = _row("partial")
    parts = _torn("partial")
    at = parts.index(_bare(row))
    one = report(applications_table=[*parts[:at], *_figures(row), *parts[at + 1 :]])
    assert numbers(one, "applications") == VALUES


def test_a_number_that_belongs_to_no_row_is_left_over() -> None:
    parts = _torn("partial", "closed.unpaid")
    at = parts.index(_bare(_row("closed.unpaid")))
    one = report(applications_table=[*parts[:at], "1", *parts[at:]])
    assert numbers(one, "applications") == VALUES
    assert ("applications", "numbers-left-over") in _doubts(one)


def test_more_rows_of_numbers_than_the_form_has_are_not_guessed() -> None:
    row = _row("partial")
    parts = _torn("partial")
    at = parts.index(_bare(row))
    one = report(applications_table=[*parts[:at], grid("1|1|1|1|1|1|7"), *parts[at:]])
    found = numbers(one, "applications")
    assert {found[cell] for cell in row.cells()} == {None}


def test_numbers_without_any_trace_of_their_label_are_not_guessed() -> None:
    row = _row("not_processed.petition")
    parts = [_bare(one) if one == row else _whole(one) for one in APPLICATIONS]
    assert ("row-missing", row.path) in about(report(applications_table=parts))


def test_a_label_that_its_author_forgot_is_missing_in_a_table_that_is_whole() -> None:
    lines = ["|".join([row.label.text.zh, *_figures(row)]) for row in APPLICATIONS]
    row = _row("closed.other")
    lines[APPLICATIONS.index(row)] = "|".join(["", *_figures(row)])
    one = report(applications_table=grid("\n".join(lines)))
    assert ("row-missing", row.path) in about(one)
    assert one.doubts == ()


def test_rows_of_table_two_are_matched_by_their_widths_too() -> None:
    parts = _torn("normative_documents", "penalties", rows=DISCLOSURE)
    one = report(disclosure_table=["信息内容本年制发件数本年废止件数现行有效件数", *parts])
    assert numbers(one, "disclosure") == table_values("2021", "disclosure")
    assert _doubts(one) == [("disclosure", "rows-by-order")]


def test_the_order_of_pieces_is_the_conversions_and_not_the_authors() -> None:
    moved = [f"{row.label.text.zh} {' '.join(_figures(row))}" for row in DISCLOSURE[2:]]
    pieces = grid("\n".join("|".join([r.label.text.zh, *_figures(r)]) for r in DISCLOSURE[:2]))
    one = report(disclosure_table=[*moved, pieces])
    assert numbers(one, "disclosure") == table_values("2021", "disclosure")
    assert deviations(one, "row-misplaced") == []


HEADER = [
    "行政复议行政诉讼",
    "未经复议直接起诉复议后起诉",
    "结果结果其他尚未",
    "维持纠正结果审结",
    "总计",
]


def test_table_four_is_read_by_its_fifteen_numbers() -> None:
    one = report(review_table=[*HEADER, grid("1|0|0|0|1|2|0|0|0|2|0|0|3|0|3")])
    assert list(numbers(one, "review").values()) == [1, 0, 0, 0, 1, 2, 0, 0, 0, 2, 0, 0, 3, 0, 3]
    assert "table-missing" not in kinds(one)
    assert one.doubts == ()


def test_table_four_by_its_numbers_is_doubtful_where_a_sum_disagrees() -> None:
    one = report(review_table=[*HEADER, grid("1|0|0|0|9|2|0|0|0|2|0|0|3|0|3")])
    assert ("review", "rows-by-order") in _doubts(one)


@pytest.mark.parametrize("count", [14, 16])
def test_the_remains_of_a_table_of_which_none_can_be_made_are_doubtful(count: int) -> None:
    one = report(review_table=[*HEADER, grid("|".join("0" * count))])
    assert ("table-missing", "review") in about(one)
    assert ("review", "table-torn") in _doubts(one)


def test_numbers_alone_are_no_remains_of_a_table() -> None:
    one = report(review_table=["本年度共有", grid("|".join("0" * 15))])
    assert ("table-missing", "review") in about(one)
    assert one.doubts == ()


def _a_cell_a_line(change: dict[str, list[str]]) -> list[Part]:
    """Table three with one cell a line, some rows printed otherwise."""
    lines: list[str] = []
    for row in APPLICATIONS:
        lines += change.get(row.path, [row.label.text.zh, *_figures(row)])
    return ["\n".join(lines)]


def test_the_numbers_of_a_group_whose_rows_have_lost_their_labels_are_its_rows() -> None:
    refused = [row for row in APPLICATIONS if row.path.startswith("applications.refused.")]
    change = {row.path: _figures(row) for row in refused}
    change[refused[0].path].insert(0, "（三）不予公开")
    one = report(applications_table=_a_cell_a_line(change))
    assert numbers(one, "applications") == VALUES
    assert kinds(one) == []
    assert _doubts(one) == [("applications", "rows-by-order")]


def test_numbers_that_make_no_whole_rows_of_a_group_are_not_guessed() -> None:
    first = _row("refused.state_secret")
    change = {first.path: ["（三）不予公开", *_figures(first)[:5]]}
    one = report(applications_table=_a_cell_a_line(change))
    assert {one.value(cell).value for cell in first.cells()} == {None}
    assert one.doubts != ()
