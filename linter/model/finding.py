"""What was found, as facts: wording and drawing are the reporters' business."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

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


@record
class Finding:
    """One mistake. ``facts`` fill the message template of its rule.

    ``doubt`` is set where it rests on something that was read with doubt: a key of the
    message catalogue saying what a person must look at. Its severity is then one lower than
    its rule's.
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


@record
class NotEvaluated:
    """A rule that could not be evaluated; ``reason`` is a key of the message catalogue."""

    rule: str
    reason: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


Status = Literal["checked", "unreadable", "not_a_report"]


@record
class FileResult:
    """All that is known about one file after the check."""

    path: str
    status: Status
    findings: tuple[Finding, ...]
    report: Report | None = None
    doubts: tuple[Doubt, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
