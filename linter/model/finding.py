"""What was found, as facts: wording and drawing are the reporters' business."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from linter.model.fix import Fix
from linter.model.place import NOWHERE, Place
from linter.model.report import Doubt, Report
from linter.model.rule import Severity
from linter.records import field, record

Number = int | Decimal


@record
class Ref:
    """A path of the form (table, row, column, cell or section), shown by its label."""

    path: str


Fact = int | Decimal | str | datetime.date | Ref | tuple[Ref, ...]


@record
class Term:
    """One summand of an equation: ``cell`` is None for a constant."""

    cell: str | None
    value: Number
    negative: bool = False
    blank: bool = False


@record
class Equation:
    """A comparison that does not hold, with both sides spelled out."""

    left: tuple[Term, ...]
    relation: str
    right: tuple[Term, ...]

    @property
    def left_sum(self) -> Number:
        return _sum(self.left)

    @property
    def right_sum(self) -> Number:
        return _sum(self.right)


def _sum(terms: tuple[Term, ...]) -> Number:
    return sum((-term.value if term.negative else term.value for term in terms), 0)


@record
class Violation:
    """One identity that a mistake breaks, kept where several become one finding."""

    rule: str
    cells: tuple[str, ...]
    expected: Number | str | None
    actual: Number | str | None


Certainty = Literal["proved", "likely", "one_of"]


@record
class Candidate:
    """One way to explain what is wrong: what the cells should hold, and the slip it undoes."""

    expected: Mapping[str, Number]
    slip: str


@record
class Finding:
    """One mistake. ``facts`` fill the message template of its rule.

    ``doubt`` is set where it rests on something that was read with doubt: a key of the
    message catalogue saying what a person must look at. Its severity is then one lower than
    its rule's.

    ``certainty`` says how sure the culprit of a broken identity is: ``proved`` where no other
    repair is as small, ``likely`` where ``slip`` explains it far better than anything else,
    ``one_of`` where it is one of the ``candidates``, the likeliest first. ``fix`` is how the file
    can be mended, None where only a person can say.
    """

    rule: str
    severity: Severity
    section: str | None = None
    cells: tuple[str, ...] = ()
    culprit: tuple[str, ...] = ()
    expected: Number | str | None = None
    actual: Number | str | None = None
    place: Place = NOWHERE
    facts: Mapping[str, Fact] = field(default_factory=dict)
    equation: Equation | None = None
    violations: tuple[Violation, ...] = ()
    doubt: str | None = None
    certainty: Certainty | None = None
    slip: str | None = None
    candidates: tuple[Candidate, ...] = ()
    fix: Fix | None = None


@record
class NotEvaluated:
    """A rule that could not be evaluated; ``reason`` is a key of the message catalogue."""

    rule: str
    reason: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@record
class NotApplicable:
    """A rule that demands nothing of the report; ``reason`` is a key of the message catalogue."""

    rule: str
    reason: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


Outcome = Literal["holds", "violated", "doubtful", "not_applicable", "not_evaluated"]
"""What a rule comes to for one report.

``violated`` where at least one finding of the rule is certain, ``doubtful`` where all of them
rest on what was read with doubt; ``not_applicable`` where the rule demands nothing of the
report, ``not_evaluated`` where what it needs to know is not there.
"""
OUTCOMES: tuple[Outcome, ...] = (
    "holds",
    "violated",
    "doubtful",
    "not_applicable",
    "not_evaluated",
)

Status = Literal["checked", "unreadable", "not_a_report"]

SuppressedBy = Literal["configuration", "inline", "baseline"]


@record
class Suppressed:
    """A finding that does not count, and why.

    ``by`` is where that is said; ``until`` is the last day on which it holds, None where it
    holds without end. For ``baseline`` the reason is empty: it is always the same.
    """

    finding: Finding
    by: SuppressedBy
    reason: str = ""
    until: datetime.date | None = None


@record
class FileResult:
    """All that is known about one file after the check.

    ``outcomes`` has one entry for each rule of the run, the two tuples of rules tell why one
    demanded nothing or could not be told. ``suppressed`` are no findings any more; a rule of
    theirs is violated nonetheless.
    """

    path: str
    status: Status
    findings: tuple[Finding, ...]
    report: Report | None = None
    doubts: tuple[Doubt, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    suppressed: tuple[Suppressed, ...] = ()
