"""Totals, verdict and counts of rules."""

from __future__ import annotations

import pytest

from linter.model.finding import FileResult, Finding
from linter.model.rule import Severity
from linter.reporting.rule_counts import RuleCount, rule_counts
from linter.reporting.run import Run, Summary, summary
from linter.reporting.verdict import counts_text, verdict_key
from tests.reporting.samples import RESULTS, RULES, sample_run


def _run(*results: FileResult) -> Run:
    return Run(results, RULES, "zh")


def _checked(*severities: Severity) -> FileResult:
    return FileResult("a.txt", "checked", tuple(Finding("A301", s) for s in severities))


_UNREADABLE = FileResult("b.pdf", "unreadable", (Finding("E903", "error"),))


def test_summary_of_the_samples() -> None:
    assert summary(sample_run()) == Summary(5, 10, 2, 1, 2, 1)


def test_totals_add_up() -> None:
    totals = summary(sample_run())

    findings = sum(len(result.findings) for result in RESULTS)
    assert totals.errors + totals.warnings + totals.infos == findings


@pytest.mark.parametrize(
    ("results", "key"),
    [
        ((), "nothing"),
        ((_checked(),), "clean"),
        ((_checked("info"),), "infos"),
        ((_checked("info", "warning"),), "warnings"),
        ((_checked("error"), _UNREADABLE), "errors"),
        ((_checked("warning"), _UNREADABLE), "unreadable"),
    ],
)
def test_verdict_is_about_the_gravest(results: tuple[FileResult, ...], key: str) -> None:
    assert verdict_key(_run(*results)) == key


def test_counts_name_files_that_could_not_be_checked_only_if_there_are_some() -> None:
    assert counts_text(_run(_checked())) == "检查 1 个文件：0 处错误、0 处警告、0 处提示"
    assert counts_text(_run(_UNREADABLE)).endswith("；1 个文件无法检查")


def test_english_counts_know_the_singular() -> None:
    run = Run((_checked("error", "info", "info"),), RULES, "en")

    assert counts_text(run) == "Checked 1 file: 1 error, 0 warnings, 2 infos"


def test_rules_are_counted_most_frequent_first_then_by_id() -> None:
    counts = rule_counts(sample_run())

    assert counts[0] == RuleCount("A301", 2, 2)
    assert [count.rule for count in counts[1:4]] == ["A302", "A303", "A304"]
