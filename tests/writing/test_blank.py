"""The blank form has all that the statutory form has, and nothing in it."""

from __future__ import annotations

import pytest

from linter.forms import load_form
from linter.model.edition import OwnEdition
from linter.pipeline import read_report
from linter.writing.blank import blank_report
from linter.writing.carrying import carried_over, offices_differ
from linter.writing.editions import edition_in_force, known_edition
from linter.writing.mistakes import DataMistakes
from tests.examples import example_report
from tests.product import checked
from tests.rendering import with_cell
from tests.writing.written import filled, printed

_YEARS = {"2019": 2020, "2021": 2025}


@pytest.mark.parametrize("suffix", ["docx", "md", "html"])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_check_says_that_it_is_blank_and_nothing_else(edition: str, suffix: str) -> None:
    form = load_form(edition)
    file = printed(blank_report(form, _YEARS[edition], "石泉镇人民政府"), suffix)

    result = checked(file, f"blank.{suffix}")

    assert {finding.rule for finding in result.findings} == {
        "S110", "S111", "T204", "T218", "T219",
    }  # fmt: skip
    report = result.report
    assert report is not None
    assert (report.edition, report.year) == (edition, _YEARS[edition])
    assert report.title == f"石泉镇人民政府{_YEARS[edition]}年政府信息公开工作年度报告"
    assert report.issuer == "石泉镇人民政府"
    assert all(report.value(cell).state == "blank" for cell in form.cells())


@pytest.mark.parametrize(("edition", "suffix"), [("2019", "xlsx"), ("2021", "xlsx")])
def test_the_workbook_has_every_section_and_no_figure(edition: str, suffix: str) -> None:
    form = load_form(edition)
    file = printed(blank_report(form, _YEARS[edition], "石泉镇人民政府"), suffix)

    report = read_report(file, "blank.xlsx")

    assert [section.text for section in report.sections.values() if section] == [""] * 6
    assert not any(report.value(cell).value for cell in form.cells())


@pytest.mark.parametrize(
    ("year", "edition"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2030, "2021")]
)
def test_the_edition_is_that_in_force_for_the_year(year: int, edition: str) -> None:
    assert edition_in_force(year) == edition


def test_the_newest_edition_of_a_pack_that_has_begun_is_in_force() -> None:
    own = [
        OwnEdition("2021-a", "2021", "甲", 2023),
        OwnEdition("2021-b", "2021", "乙", 2025),
        OwnEdition("2019-c", "2019", "丙", 2019),
        OwnEdition("2021-d", "2021", "丁"),
    ]

    assert [edition_in_force(year, own) for year in (2019, 2022, 2024, 2026)] == [
        "2019-c", "2021", "2021-a", "2021-b",
    ]  # fmt: skip
    assert known_edition("2021-d", own) == "2021-d"


def test_before_the_first_unified_form_there_is_none() -> None:
    with pytest.raises(DataMistakes, match="2018"):
        edition_in_force(2018)


def test_last_year_gives_what_was_carried_over_and_what_is_in_force() -> None:
    last = example_report("2021")
    report = read_report(filled(last, "md"), "last.md")

    figures = carried_over(report, load_form("2021"))

    carried = last["tables"]["applications"]["carried_out"]
    expected = {f"applications.carried_in.{key}": number for key, number in carried.items()}
    expected |= {
        "disclosure.regulations.in_force": 0,
        "disclosure.normative_documents.in_force": 23,
    }
    assert figures == expected


def test_across_editions_only_what_was_carried_over_is_comparable() -> None:
    report = read_report(filled(example_report("2019"), "md"), "last.md")

    assert set(carried_over(report, load_form("2021"))) == {
        cell for cell in load_form("2021").cells() if ".carried_in." in cell
    }
    stocks = [cell for cell in carried_over(report, load_form("2019")) if "disclosed_total" in cell]
    assert len(stocks) == 2


def test_what_was_blank_last_year_stays_blank() -> None:
    last = with_cell(example_report(), "disclosure.normative_documents.in_force", None)
    report = read_report(filled(last, "md"), "last.md")

    figures = carried_over(report, load_form("2021"))

    assert "disclosure.normative_documents.in_force" not in figures


def test_a_shortened_name_is_the_same_office() -> None:
    report = read_report(filled(example_report(), "md"), "last.md")

    assert not offices_differ(report, "石泉镇")
    assert offices_differ(report, "松坪乡人民政府")
