"""One mistake in a report is one finding: rules leave to each other what is not theirs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from linter.examples import NAME, example_report, example_source
from linter.forms import EDITIONS, load_form
from linter.model.finding import FileResult
from linter.model.report import Report
from linter.model.rule import Example, Text
from linter.pipeline import read_report
from tests.product import checked, grave, rules

ANY_RULE = rules().rules["A301"]
APPLICANTS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")


def with_cells(cells: Mapping[str, int | str | None], edition: str = "2021") -> FileResult:
    example = Example(Text("", ""), edition, set=cells)
    return checked(example_source(ANY_RULE, example), NAME)


def with_edits(*edits: tuple[str, str]) -> FileResult:
    example = Example(Text("", ""), "2021", edit=edits)
    return checked(example_source(ANY_RULE, example), NAME)


def found(result: FileResult) -> list[str]:
    return [finding.rule for finding in grave(result)]


def culprits(result: FileResult, rule: str) -> list[str]:
    return [cell for one in result.findings if one.rule == rule for cell in one.culprit]


def number(edition: str, cell: str) -> object:
    return _report(edition).value(cell).value


@cache
def _report(edition: str) -> Report:
    return read_report(example_report(edition).encode(), NAME)


def totals(edition: str) -> list[str]:
    """The 总计 cells of tables three and four."""
    form = load_form(edition)
    cells = (*form.tables["applications"].cells(), *form.tables["review"].cells())
    return [cell for cell in cells if cell.endswith(".total") or ".results_total." in cell]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_total_left_blank_is_found_once_and_by_its_own_rule(edition: str) -> None:
    for cell in totals(edition):
        result = with_cells({cell: None}, edition)
        (finding,) = grave(result)
        if number(edition, cell) == 0:
            assert finding.rule == ("T219" if cell.startswith("review") else "T204")
            assert finding.cells == (cell,)
        else:
            assert finding.rule == _rule_of_total(cell)
            assert (finding.cells[0], finding.expected) == (cell, number(edition, cell))


def _rule_of_total(cell: str) -> str:
    if cell.startswith("review"):
        return "A309"
    return "A305" if cell.endswith(".total") else "A308"


def test_a_run_of_blank_totals_is_one_finding_with_each_total_that_is_due() -> None:
    rows = ("granted", "partial", "refused.third_party", "refused.state_secret")
    result = with_cells({f"applications.{row}.total": None for row in rows})
    assert sorted(found(result)) == ["A305", "T204"]
    assert culprits(result, "A305") == [f"applications.{row}.total" for row in rows[:3]]


def test_the_whole_column_of_totals_left_blank_breaks_no_other_identity() -> None:
    rows = load_form("2021").tables["applications"].rows
    result = with_cells({f"{row.path}.total": None for row in rows})
    assert sorted(found(result)) == ["A305", "T204"]
    assert len(culprits(result, "A305")) == 13


def test_the_whole_row_of_results_totals_left_blank_breaks_no_other_identity() -> None:
    columns = (*APPLICANTS, "total")
    result = with_cells({f"applications.results_total.{column}": None for column in columns})
    assert sorted(found(result)) == ["A308", "T204"]
    assert len(culprits(result, "A308")) == 5


@pytest.mark.parametrize("edition", EDITIONS)
def test_columns_left_blank_instead_of_zero_are_one_finding_with_just_these_cells(
    edition: str,
) -> None:
    rows = load_form(edition).tables["applications"].rows
    cells = [f"{row.path}.other" for row in rows]
    (finding,) = grave(with_cells(dict.fromkeys(cells), edition))
    assert (finding.rule, list(finding.cells)) == ("T204", cells)


def test_identities_are_checked_beside_blanks_that_stand_for_zero() -> None:
    rows = load_form("2021").tables["applications"].rows
    blank = dict.fromkeys(f"{row.path}.other" for row in rows)
    blanks, wrong = grave(with_cells({**blank, "applications.granted.total": 12}))
    assert (blanks.rule, wrong.rule) == ("T204", "A303")
    assert {violation.rule for violation in wrong.violations} == {"A302", "A303"}
    assert (wrong.culprit, wrong.expected) == (("applications.granted.total",), 11)


def test_a_balance_with_blank_results_is_still_checked() -> None:
    cells = {"applications.new.nonprofit": 1, "applications.new.total": 23}
    result = with_cells({**cells, "applications.results_total.nonprofit": None})
    rules_found = {v.rule for finding in grave(result) for v in finding.violations}
    assert "A301" in {*found(result), *rules_found}
    assert "A308" not in found(result)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_changed_number_breaks_identities_alone_and_one_of_them_names_the_cell(
    edition: str,
) -> None:
    form = load_form(edition)
    rows = (*form.tables["applications"].rows, *form.tables["review"].rows)
    for position, row in enumerate(rows):
        cell = row.cells()[position % len(row.columns)]
        value = number(edition, cell)
        assert isinstance(value, int)
        result = with_cells({cell: value + 3}, edition)
        assert any(cell in finding.cells for finding in grave(result))
        assert all(finding.rule.startswith("A3") for finding in grave(result))


@pytest.mark.parametrize("year", ["2022", "2024", "2203", "1923"])
def test_another_year_in_the_title_alone_is_one_finding(year: str) -> None:
    result = with_edits(("# 云溪县水务局2023年", f"# 云溪县水务局{year}年"))
    assert found(result) == ["D410"]


@pytest.mark.parametrize(
    ("period", "rule"),
    [
        ("自2022年1月1日起至2022年12月31日止", "D402"),
        ("自2022年1月1日起至2023年12月31日止", "D402"),
        ("自2023年1月1日起至2023年11月30日止", "D402"),
        ("自2023年1月1日起至2023年12月32日止", "D408"),
    ],
)
def test_a_wrong_period_alone_is_one_finding(period: str, rule: str) -> None:
    assert found(with_edits(("自2023年1月1日起至2023年12月31日止", period))) == [rule]


@pytest.mark.parametrize(
    ("date", "rule"),
    [
        ("2022年1月18日", "D403"),
        ("2023年12月30日", "D403"),
        ("2024年2月1日", "D404"),
        ("2025年1月18日", "D404"),
        ("2024年1月32日", "D408"),
        ("2024年2月30日", "D408"),
    ],
)
def test_a_wrong_date_of_the_sign_off_alone_is_one_finding(date: str, rule: str) -> None:
    assert found(with_edits(("2024年1月18日", date))) == [rule]


@pytest.mark.parametrize("date", ["2023年12月31日", "2024年1月1日", "2024年1月31日"])
def test_a_date_within_the_time_for_departments_is_right(date: str) -> None:
    assert found(with_edits(("2024年1月18日", date))) == []


@pytest.mark.parametrize(
    ("issuer", "date", "expected"),
    [
        ("云溪县人民政府", "2024年3月31日", []),
        ("云溪县人民政府", "2024年4月1日", ["D405"]),
        ("云溪县青石镇人民政府", "2024年1月31日", []),
        ("云溪县青石镇人民政府", "2024年2月1日", ["D406"]),
        ("云溪县城关街道办事处", "2024年2月1日", ["D406"]),
        ("云溪县人民政府办公室", "2024年3月31日", []),
        ("云溪县人民政府办公室", "2024年4月1日", ["D407"]),
    ],
)
def test_the_deadline_is_that_of_the_issuing_organ(
    issuer: str, date: str, expected: list[str]
) -> None:
    result = with_edits(
        ("# 云溪县水务局2023年", f"# {issuer}2023年"),
        ("云溪县水务局\n\n2024年1月18日", f"{issuer}\n\n{date}"),
    )
    assert found(result) == expected


def test_without_a_sign_off_no_deadline_is_judged() -> None:
    result = with_edits(("\n\n云溪县水务局\n\n2024年1月18日", ""))
    assert found(result) == []
    assert result.not_evaluated == ()


def test_a_missing_title_is_not_also_a_wrong_title() -> None:
    result = with_edits(("# 云溪县水务局2023年政府信息公开工作年度报告\n\n", ""))
    assert found(result) == ["S101"]
    assert result.not_evaluated == ()


@pytest.mark.parametrize(
    "title",
    [
        "云溪县水务局2023年度政府信息公开工作年度报告",
        "2023年云溪县水务局政府信息公开工作年度报告",
        "云溪县水务局政府信息公开工作年度报告",
        "云溪县水务局二〇二三年政府信息公开工作年度报告",
        "云溪县水务局关于2023年政府信息公开工作年度报告",
    ],
)
def test_the_usual_forms_of_the_title_are_right(title: str) -> None:
    result = with_edits(("# 云溪县水务局2023年政府信息公开工作年度报告", f"# {title}"))
    assert result.findings == ()
