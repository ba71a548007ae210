"""One report through the house: bytes, document, report, findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from linter.file_errors import unreadable_reason
from linter.forms import load_form
from linter.model.finding import FileResult, Finding, Status
from linter.model.problem import InputProblem
from linter.model.report import Report
from linter.narrative.reading import read_narrative
from linter.structure.reading import AUTO, read_document

if TYPE_CHECKING:
    from linter.engine.packs import RuleSet

NOT_A_REPORT = "E907"


def read_report(data: bytes, name: str, edition: str = AUTO) -> Report:
    """The report that a file's bytes hold; ``name`` is the file's name.

    Raises :class:`InputProblem` where it cannot be read or is no report.
    """
    from linter.readers import read

    return read_document(read(data, name), name, edition)


def check_bytes(data: bytes, path: str, rules: RuleSet, edition: str = AUTO) -> FileResult:
    """Checks one file's bytes; ``path`` is what it is called in the result.

    A file that cannot be read, or is no report, is a finding of the E9xx family.
    """
    from linter.engine.evaluation import evaluate
    from linter.readers import read

    try:
        document = read(data, path)
        report = read_narrative(read_document(document, path, edition))
    except InputProblem as problem:
        return failed(path, problem, rules)
    evaluation = evaluate(report, load_form(report.edition), rules)
    findings = _diagnosed(evaluation.findings, report, rules)
    if document.undecodable:
        lost = InputProblem("E908", count=document.undecodable)
        findings = (*_input_findings(lost, rules), *findings)
    return FileResult(path, "checked", findings, report, report.doubts, evaluation.not_evaluated)


def _diagnosed(
    findings: tuple[Finding, ...], report: Report, rules: RuleSet
) -> tuple[Finding, ...]:
    """The findings with those joined that one wrong cell explains."""
    if not any(finding.equation for finding in findings):
        return findings
    from linter.diagnosis.diagnosis import Identity, diagnose
    from linter.diagnosis.localisation import Equality
    from linter.engine.identities import applies, identities

    asserted = [
        Identity(
            identity.rule,
            Equality(identity.coefficients, identity.constant),
            special=identity.condition is not None,
        )
        for identity in identities(rules.whole(), load_form(report.edition))
        if identity.relation == "=" and applies(identity, report)
    ]
    return diagnose(findings, asserted, report)


def check_file(path: Path, shown_as: str, rules: RuleSet, edition: str = AUTO) -> FileResult:
    """Checks a file on disk, which ``shown_as`` names in the result."""
    from linter.readers.limits import MAX_BYTES

    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise InputProblem("E906", limit="bytes", found=len(data), allowed=MAX_BYTES)
    except OSError as error:
        return failed(shown_as, InputProblem("E901", reason=unreadable_reason(error)), rules)
    except InputProblem as problem:
        return failed(shown_as, problem, rules)
    return check_bytes(data, shown_as, rules, edition)


def failed(path: str, problem: InputProblem, rules: RuleSet) -> FileResult:
    """The result of a file that could not be checked."""
    status: Status = "not_a_report" if problem.rule == NOT_A_REPORT else "unreadable"
    return FileResult(path, status, _input_findings(problem, rules))


def _input_findings(problem: InputProblem, rules: RuleSet) -> tuple[Finding, ...]:
    rule = rules.rules.get(problem.rule)
    severity = rule.severity if rule else "error"
    return (Finding(problem.rule, severity, facts=dict(problem.facts)),)
