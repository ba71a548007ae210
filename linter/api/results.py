"""What the Python interface gives back: the findings contract as frozen, typed records.

Names and meanings are those of ``--format json`` (``schemas/findings.schema.json``), so that what
holds for one holds for the other. Later versions may add attributes; none changes its meaning.
"""

from __future__ import annotations

import copy
import datetime
from collections.abc import Mapping
from typing import Any, Literal

from linter.model.finding import Outcome, Status, SuppressedBy
from linter.model.rule import Severity
from linter.records import record


@record
class Location:
    """Where in the file something stands, as a person counts, from 1; None does not apply.

    ``sheet`` and ``address`` (``C7``) exist in spreadsheets.
    """

    line: int | None = None
    column: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    sheet: str | None = None
    address: str | None = None


@record
class Edit:
    """What is ``found`` at ``location`` becomes ``replacement``."""

    location: Location
    found: str
    replacement: str


@record
class Fix:
    """How the file can be mended; a ``safe`` fix changes how it is written, not what it says."""

    description: str
    safe: bool
    edits: tuple[Edit, ...]


@record
class Violation:
    """One of the identities that a mistake breaks."""

    rule: str
    cells: tuple[str, ...]
    expected: float | str | None
    actual: float | str | None


@record
class Finding:
    """One mistake: ``rule`` and ``name`` are the id and the slug of its rule.

    ``message`` is one sentence in the language of the call. ``cells`` are all cells involved,
    ``culprit`` those most likely wrong, ``certainty`` how sure that is. ``source`` is the
    legal basis.
    """

    rule: str
    name: str
    severity: Severity
    message: str
    section: str | None
    cells: tuple[str, ...]
    culprit: tuple[str, ...]
    expected: float | str | None
    actual: float | str | None
    location: Location
    source: str
    fix: Fix | None
    violations: tuple[Violation, ...]
    certainty: Literal["proved", "likely", "one_of"] | None
    data: Mapping[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """The finding as in ``--format json``; the caller's own copy."""
        return copy.deepcopy(dict(self.data))


@record
class Suppressed:
    """A finding that does not count, and why; ``until`` is the last day on which that holds."""

    finding: Finding
    reason: str
    until: datetime.date | None
    by: SuppressedBy


@record
class Result:
    """All that a check knows about one file.

    ``status`` is ``checked``, ``not_a_report`` or ``unreadable``; in the last two cases the
    findings say why. ``outcomes`` tells for each rule what it came to.
    """

    path: str
    status: Status
    edition: str | None
    year: int | None
    issuer: str | None
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    outcomes: Mapping[str, Outcome]
    data: Mapping[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """The result as in ``files`` of ``--format json``; the caller's own copy."""
        return copy.deepcopy(dict(self.data))


@record
class Extraction:
    """The data of one report, as ``nianbao extract`` prints it.

    ``data`` is None where ``status`` is not ``checked``; then the findings say why.
    """

    path: str
    status: Status
    data: dict[str, Any] | None
    findings: tuple[Finding, ...] = ()


def result_of(data: Mapping[str, Any]) -> Result:
    """The result that ``files`` of the findings contract holds as ``data``."""
    return Result(
        data["path"],
        data["status"],
        data["edition"],
        data["year"],
        data["issuer"],
        tuple(map(_finding, data["findings"])),
        tuple(map(_suppressed, data["suppressed"])),
        dict(data["outcomes"]),
        data,
    )


def _finding(data: Mapping[str, Any]) -> Finding:
    return Finding(
        data["rule"],
        data["name"],
        data["severity"],
        data["message"],
        data["section"],
        tuple(data["cells"]),
        tuple(data["culprit"]),
        data["expected"],
        data["actual"],
        _location(data["location"]),
        data["source"],
        data["fix"] and _fix(data["fix"]),
        tuple(map(_violation, data["violations"])),
        data.get("certainty"),
        data,
    )


def _suppressed(data: Mapping[str, Any]) -> Suppressed:
    own = ("reason", "until", "by")
    finding = _finding({key: value for key, value in data.items() if key not in own})
    until = data["until"] and datetime.date.fromisoformat(data["until"])
    return Suppressed(finding, data["reason"], until, data["by"])


def _fix(data: Mapping[str, Any]) -> Fix:
    edits = (
        Edit(_location(edit["location"]), edit["found"], edit["replacement"])
        for edit in data["edits"]
    )
    return Fix(data["description"], data["safe"], tuple(edits))


def _violation(data: Mapping[str, Any]) -> Violation:
    return Violation(data["rule"], tuple(data["cells"]), data["expected"], data["actual"])


def _location(data: Mapping[str, Any]) -> Location:
    return Location(**{name: value for name, value in data.items() if name != "paragraph"})
