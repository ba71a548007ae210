"""One finding a line, for logs, editors and pipes."""

from __future__ import annotations

from collections.abc import Iterator

from linter.forms import Form, load_form
from linter.model.finding import FileResult
from linter.model.place import Place
from linter.model.rule import Language
from linter.reporting.catalogue import listed, phrase
from linter.reporting.labels import path_label
from linter.reporting.messages import message
from linter.reporting.places import place_text
from linter.reporting.quoting import path_text
from linter.reporting.reasons import doubt_reason, untold_reason
from linter.reporting.rule_counts import rule_counts
from linter.reporting.run import Run
from linter.reporting.suppressed import suppression_lines, suppression_text
from linter.reporting.verdict import counts_text


def plain(run: Run) -> str:
    """``path:line:column: A301 错误 message`` for every finding, the counts last.

    Where the format has no lines the place is 「路径:表2第5行第4格:」. A file that could not be
    checked has a finding that says why. ``run.verbose`` adds what is suppressed, doubts and
    what the other rules come to, ``run.statistics`` the count of every rule, ``run.quiet``
    leaves the counts off.
    """
    lines = [line for result in run.results for line in _file_lines(result, run)]
    if run.statistics:
        lines += _statistics_lines(run)
    if not run.quiet:
        lines += [counts_text(run), *suppression_lines(run)]
    return "".join(f"{line}\n" for line in lines)


def _file_lines(result: FileResult, run: Run) -> Iterator[str]:
    form = load_form(result.report.edition) if result.report else None
    path = path_text(result.path)
    for finding in result.findings:
        severity = phrase(f"severity.{finding.severity}", run.language)
        sentence = message(finding, run.rules[finding.rule], form, run.language)
        place = _located(path, finding.place, run.language)
        yield f"{place} {finding.rule} {severity} {sentence}"
    if run.verbose:
        yield from _suppressed_lines(path, result, form, run)
        yield from _unsure_lines(path, result, form, run.language)


def _suppressed_lines(path: str, result: FileResult, form: Form | None, run: Run) -> Iterator[str]:
    for suppressed in result.suppressed:
        finding = suppressed.finding
        sentence = message(finding, run.rules[finding.rule], form, run.language)
        place = _located(path, finding.place, run.language)
        why = suppression_text(suppressed, run.language)
        yield f"{place} {finding.rule} {why} | {sentence}"


def _unsure_lines(
    path: str, result: FileResult, form: Form | None, language: Language
) -> Iterator[str]:
    from linter.reporting.outcomes import outcome_totals, rules_by_reason

    for doubt in result.doubts:
        about = path_label(doubt.about, form, language)
        line = phrase("line.about", language, what=about, more=doubt_reason(doubt, language))
        yield f"{_located(path, doubt.place, language)} {phrase('doubt.word', language)} {line}"
    for item in result.not_evaluated:
        word = phrase("not_evaluated.word", language)
        yield f"{path}: {item.rule} {word} {untold_reason(item, form, language)}"
    for reason, rules in rules_by_reason(result.not_applicable, form, language).items():
        word = phrase("not_applicable.word", language)
        yield f"{path}: {listed(rules, language)} {word} {reason}"
    if result.outcomes:
        yield f"{path}: {outcome_totals(result, language)}"


def _located(path: str, place: Place, language: Language) -> str:
    """The path and the place as editors read it, the place in words where there is no line."""
    if place.line is None:
        words = place_text(place, language)
        joint = ":" if language == "zh" else ": "
        return f"{path}{joint}{words}:" if words else f"{path}:"
    column = "" if place.column is None else f"{place.column}:"
    return f"{path}:{place.line}:{column}"


def _statistics_lines(run: Run) -> Iterator[str]:
    counts = rule_counts(run)
    digits = max((len(str(count.findings)) for count in counts), default=0)
    for count in counts:
        rule = run.rules[count.rule]
        severity = phrase(f"severity.{rule.severity}", run.language)
        title = rule.title.in_language(run.language)
        yield f"{count.findings:>{digits}}  {rule.id} {severity} {rule.slug}  {title}"
