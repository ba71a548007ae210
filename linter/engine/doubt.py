"""What rests on a part of the report that was read with doubt is no certain finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.model.finding import Fact, Finding, Ref
from linter.model.report import RECOGNISED, Doubt
from linter.model.rule import Severity
from linter.records import replace

_LOWER: dict[Severity, Severity] = {"error": "warning", "warning": "info", "info": "info"}


def with_doubts(
    findings: Iterable[Finding], doubts: Sequence[Doubt], *, recognised: bool = False
) -> tuple[Finding, ...]:
    """``findings``, those that rest on a doubted part one degree less severe and saying why.

    Of a report that was ``recognised`` in pictures all do, but for those about sums of tables
    that nobody doubts; mere advice is left out there, since a misread character is likelier.
    """
    if not doubts:
        return tuple(findings)
    if not recognised:
        return tuple(_doubted(finding, doubts) for finding in findings)
    found = (_doubted(finding, doubts) for finding in findings if finding.severity != "info")
    return tuple(
        finding
        if finding.doubt is not None or _is_about_numbers(finding)
        else _less_severe(finding, RECOGNISED)
        for finding in found
    )


def _is_about_numbers(finding: Finding) -> bool:
    """Whether a finding compares nothing but numbers in cells."""
    equation = finding.equation
    terms = (*equation.left, *equation.right) if equation else ()
    compares = bool(terms or finding.violations)
    return compares and bool(finding.cells) and all(term.cell is not None for term in terms)


def _less_severe(finding: Finding, reason: str) -> Finding:
    return replace(finding, severity=_LOWER[finding.severity], doubt=reason)


def _doubted(finding: Finding, doubts: Sequence[Doubt]) -> Finding:
    if finding.doubt is not None:
        return finding
    paths = {*finding.cells, *_named(finding.facts.values())}
    for doubt in doubts:
        if any(_is_within(path, doubt.about) for path in paths):
            return _less_severe(finding, doubt.reason)
    return finding


def _named(facts: Iterable[Fact]) -> Iterator[str]:
    """The parts of the form that facts name, in whatever shape."""
    for fact in facts:
        match fact:
            case Ref():
                yield fact.path
            case str() if "." in fact:
                yield fact
            case tuple():
                yield from (ref.path for ref in fact)


def _is_within(path: str, part: str) -> bool:
    return path == part or path.startswith(f"{part}.")
