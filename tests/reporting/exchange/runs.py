"""A run in which there is something of everything that exchange formats can tell."""

from __future__ import annotations

import datetime
from typing import Any

from linter.model.finding import FileResult, Finding, Suppressed
from linter.model.place import Place
from linter.model.rule import Language
from linter.records import replace
from linter.reporting.run import Disabled, Run
from tests.reporting.samples import RESULTS, RULES, sample_run

LANGUAGES: tuple[Language, ...] = ("zh", "en")
PAGES = "https://docs.example.org/rules/"
NATIONAL = {
    rule.id: replace(rule, pack="" if rule.id == "S108" else "national-sample")
    for rule in RULES.values()
}
"""The sample rules as those that come with the program; S108 is an office's own."""

_SUPPRESSED = (
    Suppressed(
        Finding("A303", "error", cells=("applications.new.total",), place=Place(line=80)),
        "configuration",
        "区划调整，数据另行说明",
        datetime.date(2026, 12, 31),
    ),
    Suppressed(Finding("D404", "error", place=Place(line=413, column=1)), "inline", "经批准延期"),
    Suppressed(Finding("A307", "warning", place=Place(line=42, column=2)), "baseline"),
)


def full_run(language: Language = "zh", **options: Any) -> Run:
    """The sample results with suppressed findings, compared with a baseline."""
    first, *others = RESULTS
    facts: dict[str, Any] = {
        "results": (replace(first, suppressed=_SUPPRESSED), *others),
        "rules": NATIONAL,
        "baseline": True,
        "disabled": (Disabled("T204", "本地格式另有规定"),),
        "exit_status": 2,
        "rule_pages": PAGES,
    }
    return sample_run(language, **(facts | options))


def run_of(*findings: Finding, path: str = "a.txt", **options: Any) -> Run:
    """The run of one file with ``findings``."""
    return sample_run(results=(FileResult(path, "checked", findings),), **options)


def quoting(text: str, path: str = "a.txt") -> Run:
    """A run whose one message quotes ``text`` from a report."""
    finding = Finding("T205", "error", place=Place(line=1), facts={"about": "", "found": text})
    return run_of(finding, path=path)
