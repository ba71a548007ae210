"""The comments in a report that suppress findings, applied to those of its check."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from linter.model.document import Directive
from linter.model.finding import Finding, Suppressed
from linter.model.report import Report
from linter.model.rule import Rule
from linter.records import record
from linter.suppression import findings as told
from linter.suppression.comments import Mistake, Request, requested
from linter.suppression.extent import extents


@record
class Settled:
    """The findings that count, those about suppressions themselves, and the suppressed ones."""

    findings: tuple[Finding, ...]
    own: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]


@record
class _InForce:
    directive: Directive
    request: Request
    lines: tuple[tuple[int, int], ...]

    def covers(self, finding: Finding) -> bool:
        if finding.rule not in self.request.ids:
            return False
        place = finding.place
        if self.request.whole_file or (place.table and place.table == self.directive.table):
            return True
        if place.line is None:
            return False
        position = (place.line, place.column)
        return _within(self.directive, position) or any(
            first <= place.line <= last for first, last in self.lines
        )


def settled(
    findings: Sequence[Finding],
    directives: Sequence[Directive],
    report: Report,
    rules: Mapping[str, Rule],
    known: Mapping[str, Rule],
    today: datetime.date,
) -> Settled:
    """``rules`` are those that the run applies, ``known`` all that can be named.

    A comment counts as unused only where every rule that it names was applied.
    """
    own: list[Finding] = []
    in_force = list(_in_force(directives, report, rules, known, today, own))
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[Directive] = set()
    for finding in findings:
        covering = [one for one in in_force if one.covers(finding)]
        used.update(one.directive for one in covering)
        if covering:
            request = covering[0].request
            suppressed.append(Suppressed(finding, "inline", request.reason, request.until))
        else:
            kept.append(finding)
    for one in in_force:
        if one.directive not in used and one.request.ids <= rules.keys():
            own += told.unused(one.request.names, one.directive.place, rules)
    own.sort(key=lambda finding: (finding.place.line or 0, finding.place.column or 0))
    return Settled(tuple(kept), tuple(own), tuple(suppressed))


def _in_force(
    directives: Sequence[Directive],
    report: Report,
    rules: Mapping[str, Rule],
    known: Mapping[str, Rule],
    today: datetime.date,
    own: list[Finding],
) -> Iterator[_InForce]:
    """The comments that suppress something today; what is wrong with others goes to ``own``."""
    names = tuple(known.values())
    for directive in directives:
        try:
            request = requested(directive.text, names)
        except Mistake as mistake:
            own += told.invalid(mistake.found, mistake.mistake, directive.place, rules)
            continue
        if request is None:
            continue
        if request.until and request.until < today:
            own += told.expired(request.names, request.until, directive.place, rules)
        else:
            yield _InForce(directive, request, extents(directive, report))


def _within(directive: Directive, position: tuple[int, int | None]) -> bool:
    """Whether a position lies in the block that follows; without a column its whole line does."""
    if directive.begin is None:
        return False
    line, column = position
    begin, end = directive.begin, directive.end
    if column is None:
        return begin[0] <= line and (end is None or line < end[0] or line == begin[0])
    return begin <= (line, column) and (end is None or (line, column) < end)
