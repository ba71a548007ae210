"""What ``extract`` gives, ``fill`` writes, and ``extract`` gives it again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.forms import load_form
from linter.writing.data_files import data_of_report
from linter.writing.totals import with_totals
from tests.examples import example_report
from tests.product import checked, differences, extracted, grave, ids
from tests.rendering import Data
from tests.strategies import consistent_reports
from tests.writing.written import SUFFIXES, filled, printed, without

_EXAMPLES = {"docx": 3, "md": 6, "html": 5, "xlsx": 2}
in_every_format = pytest.mark.parametrize("suffix", SUFFIXES)
on_every_form = pytest.mark.parametrize("edition", ["2019", "2021"])


@in_every_format
@on_every_form
def test_a_report_is_extracted_as_it_was_filled_in(edition: str, suffix: str) -> None:
    @settings(max_examples=_EXAMPLES[suffix])
    @given(report=consistent_reports(edition))
    def holds(report: Data) -> None:
        name = f"report.{suffix}"
        file = filled(report, suffix)
        assert differences(report, extracted(file, name)) == {}
        assert ids(grave(checked(file, name))) == []

    holds()


@in_every_format
@on_every_form
def test_what_is_not_there_stays_away(edition: str, suffix: str) -> None:
    report = example_report(edition) | {"signed_on": None, "issuer": "石泉镇"}
    report["tables"]["review"] = None
    report["sections"]["other"] = None

    assert differences(report, extracted(filled(report, suffix), f"report.{suffix}")) == {}


@pytest.mark.parametrize("suffix", ["docx", "md", "html"])
@on_every_form
def test_a_blank_cell_stays_blank(edition: str, suffix: str) -> None:
    report = example_report(edition)
    report["tables"]["review"]["reconsideration"] |= {"upheld": None, "total": None}
    report["tables"]["disclosure"]["licensing"] = dict.fromkeys(
        report["tables"]["disclosure"]["licensing"]
    )

    assert differences(report, extracted(filled(report, suffix), f"report.{suffix}")) == {}


@in_every_format
@on_every_form
def test_totals_need_not_be_given(edition: str, suffix: str) -> None:
    report = example_report(edition)
    rows = [row.path for row in load_form(edition).tables["applications"].rows]
    totals = [f"tables.{row}.total" for row in rows]
    totals += [f"tables.review.{name}.total" for name in report["tables"]["review"]]
    partial = without(report, *totals, "tables.applications.results_total")

    assert differences(report, extracted(filled(partial, suffix), f"report.{suffix}")) == {}


@settings(max_examples=3)
@given(report=consistent_reports(), suffix=st.sampled_from(SUFFIXES))
def test_a_report_itself_is_data_enough(report: Data, suffix: str) -> None:
    file = filled(report, "md")
    result = checked(file, "report.md").report
    assert result is not None
    form = load_form(result.edition)

    again = printed(with_totals(data_of_report(result, form), form), suffix)

    assert differences(report, extracted(again, f"report.{suffix}")) == {}


@in_every_format
def test_a_fragment_stays_one(suffix: str) -> None:
    """A table without its heading, no title, no sign-off: what was cut out of a report."""
    report = example_report() | {"title": None, "year": None, "issuer": None, "signed_on": None}
    report["sections"] = dict.fromkeys(report["sections"])
    report["tables"] |= {"disclosure": None, "review": None}

    assert differences(report, extracted(filled(report, suffix), f"report.{suffix}")) == {}
