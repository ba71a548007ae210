"""One mutation of one report in one layout, and what a check makes of it."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import islice
from random import Random
from typing import Protocol

from linter.model.finding import FileResult, Finding
from linter.records import record
from tests.conformance.specimen import Mutation, Specimen
from tests.conformance.specimens import specimens
from tests.product import checked, grave, rules
from tests.rendering import BY_NAME


class Named(Protocol):
    """A mutation, of whatever it is one."""

    @property
    def rule(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def cells(self) -> int: ...


@record
class Trial:
    """``findings`` counts what the mistake added, ``others`` are what was said beside the rule.

    ``found`` is whether the rule reported the mistake, by itself or among the violations that
    one finding explains.
    """

    rule: str
    mutation: str
    report: int
    layout: str
    found: bool
    findings: int
    others: tuple[str, ...]
    cells: int = 1

    @property
    def clean(self) -> bool:
        """Found once, or once for each cell that is wrong, and nothing else said."""
        return self.found and self.findings <= self.cells and not self.others


def tried(mutation: Mutation, report: int, layout: str) -> Trial | None:
    """The mutation of this report in this layout; None where there is no place for it.

    Chance is fixed by the mutation and the report, so that all layouts carry the same mistake.
    """
    slip = _slipped(mutation, report)
    if slip is None or not mutation.layouts(BY_NAME[layout]):
        return None
    after = checked(*slip.file(BY_NAME[layout]))
    return judged(mutation, report, layout, unharmed(report, layout), after)


def places(mutation: Mutation, number: int) -> list[int]:
    """So many reports in which the mutation has a place, other ones for other mutations."""
    every = len(specimens())
    start = zlib.crc32(f"{mutation.rule} {mutation.name}".encode())
    order = ((start + step) % every for step in range(every))
    return list(islice((one for one in order if _slipped(mutation, one) is not None), number))


def _slipped(mutation: Mutation, report: int) -> Specimen | None:
    specimen = specimens()[report]
    if specimen.edition not in rules().rules[mutation.rule].editions:
        return None
    return mutation.slip(specimen, Random(f"{mutation.rule} {mutation.name} {report}"))


@cache
def unharmed(report: int, layout: str) -> FileResult:
    """What a check says of the report without a mistake."""
    return checked(*specimens()[report].file(BY_NAME[layout]))


def false_alarms(report: int, layout: str) -> list[str]:
    """The rules that report an error or a warning where there is none."""
    return [finding.rule for finding in grave(unharmed(report, layout))]


def judged(
    mutation: Named, report: int, layout: str, before: FileResult, after: FileResult
) -> Trial:
    """What ``after`` says more than ``before``."""
    new = _added(before, after)
    own = [finding for finding in new if mutation.rule in _rules(finding)]
    others = sorted(
        finding.rule for finding in new if finding not in own and finding.severity != "info"
    )
    return Trial(
        mutation.rule,
        mutation.name,
        report,
        layout,
        bool(own),
        len(own) + len(others),
        tuple(others),
        mutation.cells,
    )


def _added(before: FileResult, after: FileResult) -> list[Finding]:
    known = Counter(map(_identity, before.findings))
    new: list[Finding] = []
    for finding in after.findings:
        if known[_identity(finding)]:
            known[_identity(finding)] -= 1
        else:
            new.append(finding)
    return new


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.cells, str(sorted(map(str, finding.facts.items())))


def _rules(finding: Finding) -> Iterable[str]:
    return (finding.rule, *(violation.rule for violation in finding.violations))
