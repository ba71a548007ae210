"""The examples of rule packs tried: whether the rules find what they should, and only that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.engine.packs import RuleSet
from linter.examples import NAME, ExampleMistake, example_report, example_result
from linter.forms import load_form
from linter.model.finding import FileResult, Finding
from linter.model.rule import Example, Language, Rule, Text
from linter.pipeline import check_bytes, check_file
from linter.records import record
from linter.reporting.messages import UnknownFactError, message


@record
class TrialProblem:
    """What is wrong with an example; ``origin`` is its file, line and column."""

    origin: str
    message: Text


@record
class Trial:
    """How the trial of packs went: how much there was, and what is wrong."""

    rules: int
    changes: int
    editions: int
    examples: int
    problems: tuple[TrialProblem, ...]


def tried(rules: RuleSet, folders: Sequence[Path]) -> Trial:
    """Tries what the packs in ``folders``, absolute paths, state."""
    loaded = rules.whole().rules.values()
    changes = [change for rule in loaded for change in rule.changes]
    editions = [one for one in rules.editions if _is_in(one.origin, folders)]
    examples = [
        (rule, example)
        for rule in loaded
        for example in (rule.accepted, rule.rejected)
        if _is_in(example.origin, folders)
    ]
    problems = [
        TrialProblem(one.origin, text) for one in editions for text in _of_form(one.id, rules)
    ]
    problems += [
        TrialProblem(example.origin, text)
        for rule, example in examples
        for text in _of_example(rule, example, rules)
    ]
    return Trial(
        sum(_is_in(rule.origin, folders) for rule in loaded),
        sum(_is_in(change.origin, folders) for change in changes),
        len(editions),
        len(examples),
        tuple(problems),
    )


def _is_in(origin: str, folders: Sequence[Path]) -> bool:
    """Whether a place (``file:line`` or ``file:line:column``) lies in one of the folders."""
    return _file(origin).parent in folders


def _file(origin: str) -> Path:
    return Path(origin.rstrip("0123456789:"))


def _of_form(edition: str, rules: RuleSet) -> Iterator[Text]:
    """What is found in the example report of an edition, in which all should be right."""
    result = check_bytes(example_report(edition).encode(), NAME, rules, edition)
    for finding in _grave(result):
        text = _told(finding, rules, result)
        yield Text(
            f"{edition}版的示例报告触发了 {finding.rule}：{text.zh}",
            f"the example report of edition {edition} violates {finding.rule}: {text.en}",
        )


def _of_example(rule: Rule, example: Example, rules: RuleSet) -> Iterator[Text]:
    tested = rules.only({*rules.rules, rule.id})
    try:
        result = _result(rule, example, tested)
    except ExampleMistake as mistake:
        yield mistake.message
        return
    found = [finding for finding in result.findings if finding.rule == rule.id]
    if example is rule.accepted:
        yield from (_accepted_is_found(one, tested, result) for one in found)
    elif not found:
        yield Text(
            f"反例没有触发本规则 {rule.id}：{_named(result, 'zh')}",
            f"the rejected example does not violate {rule.id}: {_named(result, 'en')}",
        )
        return
    yield from _unwanted(rule, example, tested, result)
    if found:
        yield from _gaps(found[0], rule, result)


def _result(rule: Rule, example: Example, rules: RuleSet) -> FileResult:
    """What a check of the example finds; a whole file stands beside the pack."""
    if example.file is None:
        return example_result(rule, example, rules)
    file = _file(example.origin).parent / example.file
    if not file.is_file():
        raise ExampleMistake(
            rule, f"没有文件“{example.file}”", f"there is no file “{example.file}”"
        )
    return check_file(file, example.file, rules)


def _accepted_is_found(finding: Finding, rules: RuleSet, result: FileResult) -> Text:
    text = _told(finding, rules, result)
    return Text(
        f"正例触发了本规则 {finding.rule}：{text.zh}",
        f"the accepted example violates {finding.rule}: {text.en}",
    )


def _unwanted(rule: Rule, example: Example, rules: RuleSet, result: FileResult) -> Iterator[Text]:
    """Errors and warnings of other rules: an example shows one thing."""
    zh, en = ("正例", "accepted") if example is rule.accepted else ("反例", "rejected")
    for finding in _grave(result):
        if finding.rule != rule.id:
            text = _told(finding, rules, result)
            yield Text(
                f"{rule.id} 的{zh}触发了另一条规则 {finding.rule}：{text.zh}",
                f"the {en} example of {rule.id} violates another rule, {finding.rule}: {text.en}",
            )


def _gaps(finding: Finding, rule: Rule, result: FileResult) -> Iterator[Text]:
    """What the message of the rule names and the finding does not have."""
    form = load_form(result.report.edition) if result.report else None
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        try:
            message(finding, rule, form, language, strict=True)
        except UnknownFactError as gap:
            yield Text(f"消息中有内容无法填写：{gap}", f"a part of the message is unknown: {gap}")
            return


def _grave(result: FileResult) -> Iterator[Finding]:
    return (finding for finding in result.findings if finding.severity != "info")


def _told(finding: Finding, rules: RuleSet, result: FileResult) -> Text:
    rule = rules.whole().rules[finding.rule]
    form = load_form(result.report.edition) if result.report else None
    return Text(message(finding, rule, form, "zh"), message(finding, rule, form, "en"))


def _named(result: FileResult, language: str) -> str:
    """The rules that were violated instead."""
    ids = list(dict.fromkeys(finding.rule for finding in result.findings))
    if language == "zh":
        return f"只触发了 {'、'.join(ids)}" if ids else "没有发现任何问题"
    return f"only {', '.join(ids)}" if ids else "nothing was found"
