"""What follows from the figures is worked out; what contradicts them is named."""

from __future__ import annotations

import pytest

from linter.forms import load_form
from linter.writing.mistakes import DataMistakes
from linter.writing.report_data import Figure
from tests.examples import example_report
from tests.rendering import Data, with_cell
from tests.writing.written import completed, mistakes_in, without

_NEW = "applications.new"


def _figures(data: Data, *, zeros: bool = False) -> dict[str, Figure]:
    return dict(completed(data, zeros=zeros).figures)


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    "cell",
    [
        f"{_NEW}.total",
        f"{_NEW}.natural_person",
        "applications.results_total.enterprise",
        "applications.carried_out.other",
        "review.litigation_direct.pending",
        "review.reconsideration.total",
    ],
)
def test_the_only_figure_left_out_of_a_sum_follows(cell: str, edition: str) -> None:
    report = example_report(edition)
    whole = _figures(report)

    assert _figures(without(report, f"tables.{cell}")) == whole


def test_what_follows_from_what_followed_is_worked_out_too() -> None:
    report = example_report()
    rows = load_form("2021").tables["applications"].rows
    left_out = [f"tables.{row.path}.total" for row in rows]
    left_out += ["tables.applications.results_total", "tables.applications.carried_out"]

    assert _figures(without(report, *left_out)) == _figures(report)


def test_a_total_of_unknown_parts_stays_blank() -> None:
    row = _figures(without(example_report(), f"tables.{_NEW}", "tables.applications.carried_in"))

    assert f"{_NEW}.total" not in row


def test_null_stays_blank_even_where_it_would_follow() -> None:
    report = with_cell(example_report(), f"{_NEW}.total", None)

    assert f"{_NEW}.total" not in _figures(report)


def test_with_zeros_everything_is_filled_in_and_totals_still_follow() -> None:
    report = without(example_report(), "tables.disclosure", f"tables.{_NEW}.total")
    report = with_cell(report, "review.reconsideration.upheld", None)
    report = without(report, "tables.applications.carried_in")

    figures = _figures(report, zeros=True)

    assert figures.keys() == set(load_form("2021").cells())
    assert figures["disclosure.fees.amount"] == 0
    assert figures["review.reconsideration.upheld"] == 3
    assert figures["applications.carried_in.total"] == 27


def test_zeros_that_contradict_what_is_given_are_a_mistake() -> None:
    report = without(
        example_report(), "tables.applications.carried_in", "tables.applications.carried_out"
    )

    with pytest.raises(DataMistakes) as raised:
        completed(report, zeros=True)

    assert raised.value.messages[0].zh.endswith("两者应相等")


def test_a_table_that_is_not_there_has_no_figures() -> None:
    report = example_report()
    report["tables"]["review"] = None

    assert not any(cell.startswith("review") for cell in _figures(report, zeros=True))


def test_a_total_that_is_wrong_is_named_with_both_figures() -> None:
    report = example_report()
    right = report["tables"]["review"]["reconsideration"]["total"]

    assert mistakes_in(with_cell(report, "review.reconsideration.total", right + 2)) == [
        f"“行政复议 · 总计”（review.reconsideration.total）填的是 {right + 2}，"
        f"按各项计算应为 {right}"
    ]


def test_a_balance_that_does_not_hold_shows_both_sides() -> None:
    report = example_report()
    column = report["tables"]["applications"]
    column["carried_out"]["other"] += 1
    column["carried_out"]["total"] += 1

    told = mistakes_in(report)

    assert len(told) == 2
    assert "一、本年新收政府信息公开申请数量 · 其他" in told[0]
    assert told[0].endswith("两者应相等")


def test_a_figure_that_would_be_negative_is_named() -> None:
    report = without(example_report(), "tables.review.reconsideration.pending")
    report = with_cell(report, "review.reconsideration.total", 1)

    assert mistakes_in(report) == [
        "“行政复议 · 尚未审结”（review.reconsideration.pending）按其他各项推算为 -3，不能是负数"
    ]
