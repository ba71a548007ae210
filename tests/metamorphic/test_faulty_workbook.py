"""A workbook with a mistake: where the finding stands, and that nothing is written into it."""

from __future__ import annotations

import datetime
from functools import cache

from linter.annotation.copies import annotated
from linter.reporting.findings_json import run_data
from linter.reporting.run import Run
from tests.examples import example_report
from tests.metamorphic.workbooks import WORKBOOKS
from tests.product import checked, rules
from tests.rendering import with_cell
from tests.repair.mending import mended

_NAME = "report.xlsx"
_NOW = datetime.datetime(2024, 2, 5, tzinfo=datetime.UTC)


@cache
def _faulty() -> bytes:
    report = with_cell(example_report("2021"), "applications.new.total", 999)
    return WORKBOOKS[0].print(report)


@cache
def _run() -> Run:
    return Run((checked(_faulty(), _NAME),), rules().rules, "zh")


def test_the_finding_names_the_cell_as_the_program_does() -> None:
    (result,) = _run().results
    (finding,) = result.findings

    assert (finding.rule, finding.place.sheet, finding.place.address) == ("A301", "报告", "J29")


def test_programs_are_told_the_sheet_and_the_cell() -> None:
    (file,) = run_data(_run())["files"]
    location = file["findings"][0]["location"]

    assert (location["sheet"], location["address"]) == ("报告", "J29")
    assert "paragraph" not in location


def test_it_is_neither_mended_nor_annotated() -> None:
    (result,) = _run().results

    assert mended(_faulty(), _NAME) == _faulty()
    assert annotated(_faulty(), result, _run(), "检查结果", _NOW) is None
