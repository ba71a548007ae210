"""What a reporter is given: the results of a run and how they are to be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from linter.model.finding import FileResult
from linter.model.fix import Replacement
from linter.model.rule import Language, Rule, Severity
from linter.records import field, record

if TYPE_CHECKING:
    from linter.model.balance import Balance


@record
class Disabled:
    """A rule that a configuration switches off by name, and why."""

    rule: str
    reason: str


@record
class Worksheet:
    """What a person signs for one file (校核单): its SHA-256, and every identity evaluated.

    ``sha256`` is None where the file is no longer there.
    """

    sha256: str | None
    balances: tuple[Balance, ...] = ()


@record
class Run:
    """The results of one check, file by file, with the rules that they name by id.

    ``statistics`` adds the number of findings per rule; ``quiet`` leaves the findings only,
    without files that are in order, drawings, verdict and counts; ``verbose`` adds what the rules
    without findings come to: not applicable or not evaluated, with reasons, or in order; and what
    is suppressed. ``baseline`` says whether findings were compared with one. ``disabled`` are
    rules that were off. ``exit_status`` is how the program will end, ``rule_pages`` the address
    under which the pages of rules are published; both are None where unknown. ``replacements``
    has, by the path of a text file, what the fix of each of its findings replaces, where anybody
    asked for it; ``worksheets`` have what an HTML report lets a person sign, by the path of the
    file, where one is written.
    """

    results: tuple[FileResult, ...]
    rules: Mapping[str, Rule]
    language: Language
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False
    baseline: bool = False
    disabled: tuple[Disabled, ...] = ()
    exit_status: int | None = None
    rule_pages: str | None = None
    replacements: Mapping[str, Sequence[Sequence[Replacement]]] = field(default_factory=dict)
    worksheets: Mapping[str, Worksheet] = field(default_factory=dict)


@record
class Summary:
    """The totals of a run.

    ``files`` counts every file, checked or not; ``unreadable`` those among them whose status
    is not ``checked``, ``doubted`` those in which something was read with doubt. ``errors``,
    ``warnings`` and ``infos`` count the findings of all files, so that their sum is the number of
    findings; ``suppressed`` are none of them.
    """

    files: int
    errors: int
    warnings: int
    infos: int
    unreadable: int
    doubted: int = 0
    suppressed: int = 0


def summary(run: Run) -> Summary:
    """The totals of ``run``."""
    return Summary(
        files=len(run.results),
        errors=_findings(run, "error"),
        warnings=_findings(run, "warning"),
        infos=_findings(run, "info"),
        unreadable=sum(result.status != "checked" for result in run.results),
        doubted=sum(bool(result.doubts) for result in run.results),
        suppressed=sum(len(result.suppressed) for result in run.results),
    )


def _findings(run: Run, severity: Severity) -> int:
    return sum(f.severity == severity for result in run.results for f in result.findings)
