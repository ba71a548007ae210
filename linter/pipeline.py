"""One report through the house: bytes, document, report, findings."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.file_errors import unreadable_reason
from linter.forms import load_form
from linter.model.finding import FileResult, Finding, Status
from linter.model.problem import InputProblem
from linter.model.report import Report
from linter.narrative.reading import read_narrative
from linter.records import replace
from linter.structure.reading import AUTO, read_document

if TYPE_CHECKING:
    from linter.engine.packs import RuleSet
    from linter.model.document import Document
    from linter.model.edition import OwnEdition
    from linter.model.previous import Previous

NOT_A_REPORT = "E907"


def read_report(
    data: bytes, name: str, edition: str = AUTO, own: Sequence[OwnEdition] = ()
) -> Report:
    """The report that a file's bytes hold; ``name`` is the file's name.

    ``own`` are the editions that packs declare, which hold from their years on. Raises
    :class:`InputProblem` where it cannot be read or is no report.
    """
    return read_both(data, name, edition, own)[1]


def read_both(
    data: bytes, name: str, edition: str = AUTO, own: Sequence[OwnEdition] = ()
) -> tuple[Document, Report]:
    """As :func:`read_report`, with the document from which the report was read."""
    from linter.readers import read

    document = read(data, name)
    return document, _read_on_its_form(document, name, edition, own)


def _read_on_its_form(
    document: Document, name: str, edition: str, own: Sequence[OwnEdition]
) -> Report:
    report = read_document(document, name, edition)
    if edition != AUTO:
        return report
    in_force = [
        one
        for one in own
        if one.base == report.edition and one.since and report.year and report.year >= one.since
    ]
    if not in_force:
        return report
    return read_document(document, name, max(in_force, key=lambda one: one.since or 0).id)


def check_bytes(
    data: bytes,
    path: str,
    rules: RuleSet,
    edition: str = AUTO,
    today: datetime.date | None = None,
    previous: Previous | None = None,
) -> FileResult:
    """Checks one file's bytes; ``path`` is what it is called in the result.

    ``previous`` is last year's report, by which numbers left standing from then are known.
    A file that cannot be read, or is no report, is a finding of the E9xx family. What its own
    comments suppress ``today`` (the day it is, where None is given) is no finding any more.
    """
    from linter.engine.evaluation import evaluate, in_doubt
    from linter.readers import read

    try:
        document = read(data, path)
        report = read_narrative(_read_on_its_form(document, path, edition, rules.editions))
    except InputProblem as problem:
        return failed(path, problem, rules)
    evaluation = evaluate(report, load_form(report.edition), rules)
    findings = in_doubt(_diagnosed(evaluation.findings, report, rules, previous), report)
    findings = _told_once(findings, report) if len(findings) > 1 else findings
    findings = _with_fixes(findings, report) if findings else findings
    outcomes = dict(evaluation.outcomes)
    told = _of_the_file(document, rules)
    if told:
        findings = (*told, *findings)
        outcomes.update((one.rule, "violated") for one in told if one.rule in outcomes)
    result = FileResult(
        path,
        "checked",
        findings,
        report,
        report.doubts,
        evaluation.not_evaluated,
        evaluation.not_applicable,
        outcomes,
    )
    return _commented(result, report, document, rules, today) if document.directives else result


def _of_the_file(document: Document, rules: RuleSet) -> tuple[Finding, ...]:
    """What is to be said of a file that was read, but not as it should be."""
    problems = []
    if document.undecodable:
        problems.append(InputProblem("E908", count=document.undecodable))
    if document.recognised:
        problems.append(InputProblem("E917"))
    chosen = [problem for problem in problems if problem.rule in rules.rules]
    return tuple(one for problem in chosen for one in _input_findings(problem, rules))


def _commented(
    result: FileResult,
    report: Report,
    document: Document,
    rules: RuleSet,
    today: datetime.date | None,
) -> FileResult:
    """The result after the comments in the file that suppress findings."""
    from linter.suppression import clock
    from linter.suppression.inline import settled

    known = rules.whole().rules
    day = today or clock.today()
    after = settled(result.findings, document.directives, report, rules.rules, known, day)
    return replace(
        result,
        findings=(*after.findings, *after.own),
        suppressed=after.suppressed,
        outcomes={**result.outcomes, **{one.rule: "violated" for one in after.own}},
    )


def _told_once(findings: tuple[Finding, ...], report: Report) -> tuple[Finding, ...]:
    from linter.diagnosis.echoes import without_echoes

    return without_echoes(findings, report)


def _diagnosed(
    findings: tuple[Finding, ...], report: Report, rules: RuleSet, previous: Previous | None
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
    return diagnose(findings, asserted, report, previous.before(report.year) if previous else {})


def _with_fixes(findings: tuple[Finding, ...], report: Report) -> tuple[Finding, ...]:
    from linter.repair.proposals import with_fixes

    return with_fixes(findings, report)


def check_file(
    path: Path,
    shown_as: str,
    rules: RuleSet,
    edition: str = AUTO,
    today: datetime.date | None = None,
    previous: Previous | None = None,
) -> FileResult:
    """Checks a file on disk, which ``shown_as`` names in the result."""
    try:
        data = content_of(path)
    except InputProblem as problem:
        return failed(shown_as, problem, rules)
    return check_bytes(data, shown_as, rules, edition, today, previous)


def content_of(path: Path) -> bytes:
    """The bytes of a file on disk; raises :class:`InputProblem` where there are none to check."""
    from linter.readers.limits import MAX_BYTES

    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputProblem("E901", reason=unreadable_reason(error)) from error
    if len(data) > MAX_BYTES:
        raise InputProblem("E906", limit="bytes", found=len(data), allowed=MAX_BYTES)
    return data


def failed(path: str, problem: InputProblem, rules: RuleSet) -> FileResult:
    """The result of a file that could not be checked."""
    from linter.engine.outcomes import unchecked

    status: Status = "not_a_report" if problem.rule == NOT_A_REPORT else "unreadable"
    findings = _input_findings(problem, rules)
    return FileResult(path, status, findings, outcomes=unchecked(rules.rules, findings))


def _input_findings(problem: InputProblem, rules: RuleSet) -> tuple[Finding, ...]:
    rule = rules.rules.get(problem.rule)
    severity = rule.severity if rule else "error"
    return (Finding(problem.rule, severity, facts=dict(problem.facts)),)
