"""What rests on a part of the report that was read with doubt is no certain finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.model.finding import Fact, Finding, Ref
from linter.model.report import Doubt
from linter.model.rule import Severity
from linter.records import replace

_LOWER: dict[Severity, Severity] = {"error": "warning", "warning": "info", "info": "info"}


def with_doubts(findings: Iterable[Finding], doubts: Sequence[Doubt]) -> tuple[Finding, ...]:
    """``findings``, those that rest on a doubted part one degree less severe and saying why."""
    if not doubts:
        return tuple(findings)
    return tuple(_doubted(finding, doubts) for finding in findings)


def _doubted(finding: Finding, doubts: Sequence[Doubt]) -> Finding:
    if finding.doubt is not None:
        return finding
    paths = {*finding.cells, *_named(finding.facts.values())}
    for doubt in doubts:
        if any(_is_within(path, doubt.about) for path in paths):
            return replace(finding, severity=_LOWER[finding.severity], doubt=doubt.reason)
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
