"""Many files at a glance, and a page that stays small."""

from __future__ import annotations

import pytest

from linter.records import replace
from linter.reporting.html.overview import overview
from linter.reporting.html.page import WHOLE, html
from linter.reporting.html.sheets import Sheets
from linter.reporting.run import Run
from tests.reporting.exchange.runs import full_run
from tests.reporting.html.pages import (
    EXAMPLES,
    FAULTY,
    attributes,
    page_of,
    run_of_files,
    texts,
)
from tests.reporting.samples import RESULTS, sample_run

_CULTURE = EXAMPLES / "faulty" / "2024-culture-bureau.docx"
_CLEAN = EXAMPLES / "clean" / "2024-water-bureau.md"


@pytest.fixture(scope="module")
def several() -> Run:
    return run_of_files(FAULTY, _CLEAN, _CULTURE)


def _many(run: Run, number: int) -> Run:
    """``number`` files that are in turn those of ``run``."""
    results = [run.results[n % len(run.results)] for n in range(number)]
    named = (replace(result, path=f"{n:04}.md") for n, result in enumerate(results))
    return replace(run, results=tuple(named), worksheets={})


def test_one_file_needs_no_overview() -> None:
    page = page_of(run_of_files(FAULTY))

    assert page.css(".overview, .sheet .verdict") == []


def test_files_are_counted_by_the_worst_in_them(several: Run) -> None:
    assert texts(page_of(several), ".states li") == ["2 有错误", "1 未发现问题"]
    page = page_of(full_run("en"))
    assert texts(page, ".states li") == ["2 errors", "2 not checked", "1 no findings"]


def test_the_heat_map_counts_the_findings_of_each_office_by_rule(several: Run) -> None:
    page = page_of(several)

    head, *rows = [texts(row, "th, td") for row in page.css(".sortable tr")]
    rules = [text[:4] for text in head[6:]]
    assert head[:6] == ["单位", "年度", "结论", "错误", "警告", "提示"]
    assert rules == texts(page, ".rules tbody th")
    assert [" ".join(row[:2]) for row in rows] == texts(page, ".sheet h2")
    for row, result in zip(rows, several.results, strict=True):
        for rule, number in zip(rules, row[6:], strict=True):
            found = sum(finding.rule == rule for finding in result.findings)
            assert number == (str(found) if found else "")


def test_more_findings_have_a_darker_colour() -> None:
    (finding, *_) = RESULTS[1].findings
    results = [
        replace(RESULTS[1], path=f"{n}.docx", findings=(finding,) * n)
        for n in (0, 1, 2, 3, 4, 5, 9)
    ]
    run = sample_run(results=tuple(results))

    rows = overview(run, tuple(Sheets(run, partial=False))).rows

    assert [row.cells[0].heat for row in rows] == [0, 1, 2, 3, 3, 4, 4]


def test_every_office_leads_to_its_part_and_back(several: Run) -> None:
    page = page_of(several)

    targets = attributes(page, ".sortable tbody a", "href")
    assert targets == ["#f1", "#f2", "#f3"]
    for target in targets:
        assert page.css_first(f".sheet{target} a[href='#overview']") is not None


def test_up_to_a_number_every_file_is_shown_whole(several: Run) -> None:
    page = page_of(_many(several, WHOLE))

    assert len(page.css("table.form")) == 3 * WHOLE
    assert page.css("body.partial") == []


def test_of_many_files_only_what_findings_are_about_is_shown(several: Run) -> None:
    page = page_of(_many(several, WHOLE + 1))

    (body,) = page.css("body.partial")
    clean = page.css_first("#f2")
    assert clean is not None
    assert clean.css(".text, table, .finding") == []
    assert all(paragraph.css("a.marked, a.ref") for paragraph in body.css(".text"))
    assert all(table.css("td.clash, td.culprit, td.noted") for table in body.css("table.form"))
    assert "文件较多" in texts(page, ".overview > p.quiet")[0]


def test_of_many_files_reasons_and_laws_stand_once(several: Run) -> None:
    page = page_of(_many(several, WHOLE + 1))

    links = attributes(page, ".finding dd a", "href")
    assert len(links) == len(page.css(".finding"))
    for link in set(links):
        (row,) = page.css(f".rules tr{link}")
        terms = texts(row, "dt")
        assert {"理由", "依据"} <= set(terms)
    assert "依据" not in texts(page, ".finding dt")


def test_a_page_of_a_thousand_files_stays_small(several: Run) -> None:
    small, large = (len(html(_many(several, number)).encode()) for number in (30, 60))

    assert (large - small) / 30 < 16_000
