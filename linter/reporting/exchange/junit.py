"""Findings as JUnit XML, for the test page of a CI system."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from linter.model.finding import FileResult
from linter.records import record
from linter.reporting.catalogue import phrase
from linter.reporting.exchange.entries import Entry, entries_of, shown_path
from linter.reporting.exchange.xml_text import DECLARATION, tag, xml_text
from linter.reporting.run import Run

Kind = Literal["passed", "failure", "error"]


@record
class _Case:
    kind: Kind
    element: str


def junit(run: Run) -> str:
    """One suite a file, one case a finding.

    An error of the report is a failure, a file that could not be checked an error of the
    suite. Warnings and advice pass with the sentence as output: they fail no build unless
    the build asks for it. A file in order is one case that passes.
    """
    suites = [(result, list(_cases(result, run))) for result in run.results]
    totals = {"name": "nianbao", **_counts([case for _, cases in suites for case in cases])}
    content = "".join(_suite(result, cases) for result, cases in suites)
    return DECLARATION + tag("testsuites", totals, content)


def _suite(result: FileResult, cases: list[_Case]) -> str:
    attributes = {"name": shown_path(result), **_counts(cases), "skipped": 0}
    return tag("testsuite", attributes, "".join(case.element for case in cases), indent=2)


def _counts(cases: list[_Case]) -> dict[str, int]:
    kinds = Counter(case.kind for case in cases)
    return {"tests": len(cases), "failures": kinds["failure"], "errors": kinds["error"]}


def _cases(result: FileResult, run: Run) -> Iterator[_Case]:
    seen: Counter[str] = Counter()
    for entry in entries_of(result, run):
        # Without the place, which moves: CI systems follow a case by its name, from run to run.
        name = f"{entry.rule.id} {entry.rule.slug}"
        seen[name] += 1
        yield _case(entry, name if seen[name] == 1 else f"{name} #{seen[name]}", run)
    if not seen:
        attributes = {"classname": shown_path(result), "name": phrase("status.clean", run.language)}
        yield _Case("passed", tag("testcase", attributes, indent=4))


def _case(entry: Entry, name: str, run: Run) -> _Case:
    attributes = {"classname": entry.path, "name": name}
    kind = _kind(entry)
    sentence = entry.message
    if entry.where:
        sentence = phrase("line.about", run.language, what=entry.where, more=sentence)
    text = f"{sentence}\n{entry.rule.source}" if entry.rule.source else sentence
    if kind == "passed":
        severity = phrase(f"severity.{entry.finding.severity}", run.language)
        content = tag("system-out", {}, xml_text(f"{severity} {text}"), indent=6)
    else:
        outcome = {"message": sentence, "type": entry.rule.slug}
        content = tag(kind, outcome, xml_text(text), indent=6)
    return _Case(kind, tag("testcase", attributes, content, indent=4))


def _kind(entry: Entry) -> Kind:
    if entry.result.status != "checked":
        return "error"
    return "failure" if entry.finding.severity == "error" else "passed"
