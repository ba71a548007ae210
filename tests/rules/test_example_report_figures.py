"""The example reports are exemplary: their figures agree, in the tables and in the prose."""

from __future__ import annotations

import re

import pytest

from linter.examples import NAME, example_report
from linter.forms import EDITIONS, load_form
from linter.model.report import Report
from linter.pipeline import read_report

APPLICANTS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")
BALANCE = ("new", "carried_in", "results_total", "carried_out")
ASPECTS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
GROUPS = {
    "予以公开": "granted",
    "部分公开": "partial",
    "不予公开": "refused",
    "无法提供": "unavailable",
    "不予处理": "not_processed",
}


def report_of(edition: str) -> Report:
    return read_report(example_report(edition).encode(), NAME)


def number(report: Report, cell: str) -> int:
    value = report.value(cell).value
    assert isinstance(value, int), cell
    return value


def table_sum(report: Report, prefix: str, column: str) -> int:
    """The sum of a column over the rows at or below ``applications.<prefix>``."""
    rows = load_form(report.edition).tables["applications"].rows
    path = f"applications.{prefix}"
    return sum(
        number(report, f"{row.path}.{column}")
        for row in rows
        if row.path == path or row.path.startswith(f"{path}.")
    )


def stated(report: Report, words: str) -> int:
    """The figure that section one states behind ``words``."""
    section = report.sections["overview"]
    assert section is not None
    match = re.search(rf"{words}([0-9]+)件", section.text)
    assert match, words
    return int(match[1])


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_cell_is_filled(edition: str) -> None:
    report = report_of(edition)
    for cell in load_form(edition).cells():
        assert report.value(cell).state == "filled", cell


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_identities_hold(edition: str) -> None:
    report = report_of(edition)
    rows = [row.path.split(".", 1)[1] for row in load_form(edition).tables["applications"].rows]
    for column in (*APPLICANTS, "total"):
        new, carried_in, results, carried_out = (
            number(report, f"applications.{row}.{column}") for row in BALANCE
        )
        assert new + carried_in == results + carried_out
        parts = [row for row in rows if row not in BALANCE]
        assert results == sum(number(report, f"applications.{row}.{column}") for row in parts)
    for row in rows:
        applicants = [number(report, f"applications.{row}.{column}") for column in APPLICANTS]
        assert sum(applicants) == number(report, f"applications.{row}.total")
    for form_row in load_form(edition).tables["review"].rows:
        *outcomes, total = (number(report, cell) for cell in form_row.cells())
        assert sum(outcomes) == total


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_figures_are_not_trivial(edition: str) -> None:
    report = report_of(edition)
    applicants = [number(report, f"applications.new.{column}") for column in APPLICANTS]
    assert sum(value > 0 for value in applicants) >= 3
    for row in BALANCE:
        assert number(report, f"applications.{row}.total") > 0
    review = load_form(edition).tables["review"].cells()
    assert sum(number(report, cell) for cell in review) > 0


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_prose_states_the_figures_of_the_tables(edition: str) -> None:
    report = report_of(edition)
    assert stated(report, "新收政府信息公开申请") == table_sum(report, "new", "total")
    assert stated(report, "上年结转") == table_sum(report, "carried_in", "total")
    assert stated(report, "办结") == table_sum(report, "results_total", "total")
    assert stated(report, "结转下年度继续办理") == table_sum(report, "carried_out", "total")
    for words, group in GROUPS.items():
        assert stated(report, words) == table_sum(report, group, "total")
    received = ("new", "carried_in")
    persons = sum(table_sum(report, row, "natural_person") for row in received)
    everybody = sum(table_sum(report, row, "total") for row in received)
    assert stated(report, "自然人") == persons
    assert stated(report, "法人或其他组织") == everybody - persons


def test_the_prose_of_2021_states_documents_and_other_results() -> None:
    report = report_of("2021")
    row = "disclosure.normative_documents"
    assert stated(report, "制发行政规范性文件") == number(report, f"{row}.issued")
    assert stated(report, "废止") == number(report, f"{row}.repealed")
    assert stated(report, "现行有效") == number(report, f"{row}.in_force")
    assert stated(report, "其他处理") == table_sum(report, "closed", "total")


def test_the_prose_of_2019_states_documents() -> None:
    report = report_of("2019")
    row = "disclosure.normative_documents"
    assert stated(report, "新制作规范性文件") == number(report, f"{row}.made")
    assert stated(report, "文件总数为") == number(report, f"{row}.disclosed_total")


@pytest.mark.parametrize("edition", EDITIONS)
def test_lists_in_the_prose_add_up_to_their_sum(edition: str) -> None:
    section = report_of(edition).sections["overview"]
    assert section is not None
    match = re.search(r"主动公开政府信息([0-9]+)条，其中([^。]*)。", section.text)
    assert match
    assert int(match[1]) == sum(map(int, re.findall(r"([0-9]+)条", match[2])))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_section_says_what_it_must(edition: str) -> None:
    report = report_of(edition)
    texts = {key: section.text for key, section in report.sections.items() if section}
    headings = {key: section.heading for key, section in report.sections.items() if section}
    assert headings == {k: v.text.zh for k, v in load_form(edition).sections.items()}
    for aspect in ASPECTS:
        assert aspect in texts["overview"]
    assert "主要问题" in texts["problems"]
    assert "改进情况" in texts["problems"]
    assert f"{(report.year or 0) + 1}年，我局将" in texts["problems"]
    assert "信息处理费" in texts["other"]
    assert report.issuer
    assert report.title == f"{report.issuer}{report.year}年政府信息公开工作年度报告"
    assert report.signed_on
    assert (report.signed_on.year, report.signed_on.month) == ((report.year or 0) + 1, 1)
