"""What a reporter is given: the results of a run and how they are to be shown."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.finding import FileResult
from linter.model.rule import Language, Rule, Severity
from linter.records import record


@record
class Run:
    """The results of one check, file by file, with the rules that they name by id.

    ``statistics`` adds the number of findings per rule; ``quiet`` leaves the findings only,
    without files that are in order, drawings, verdict and counts; ``verbose`` adds the rules
    that could not be evaluated, with reasons.
    """

    results: tuple[FileResult, ...]
    rules: Mapping[str, Rule]
    language: Language
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False


@record
class Summary:
    """The totals of a run.

    ``files`` counts every file, checked or not; ``unreadable`` those among them whose status
    is not ``checked``. ``errors``, ``warnings`` and ``infos`` count the findings of all
    files, so that their sum is the number of findings.
    """

    files: int
    errors: int
    warnings: int
    infos: int
    unreadable: int


def summary(run: Run) -> Summary:
    """The totals of ``run``."""
    return Summary(
        files=len(run.results),
        errors=_findings(run, "error"),
        warnings=_findings(run, "warning"),
        infos=_findings(run, "info"),
        unreadable=sum(result.status != "checked" for result in run.results),
    )


def _findings(run: Run, severity: Severity) -> int:
    return sum(f.severity == severity for result in run.results for f in result.findings)
