"""Every rule accepts its accepted example and rejects its rejected one, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.corpus.checking import Plan, Task, check_task
from linter.examples import NAME, ExampleMistake, example_report, example_source
from linter.forms import EDITIONS, load_form
from linter.model.finding import FileResult, Finding
from linter.model.rule import Example, Language, Rule, Text
from linter.reporting.messages import message
from tests.product import checked, grave, ids, rules
from tests.rules.input_files import DEFECT, built, circumstances

RULES = tuple(rules().rules.values())
IDS = tuple(rule.id for rule in RULES)
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def result_of(
    rule: Rule, example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> FileResult:
    """What the whole product finds in an example."""
    if example.file is None:
        return checked(example_source(rule, example), NAME)
    if example.file == DEFECT:
        monkeypatch.setattr("linter.readers.read", _failing)
    path = built(example.file, folder)
    with circumstances(example.file):
        return check_task(Task(path, example.file, Plan((), frozenset(IDS))))


def _failing(*_: object) -> None:
    raise ZeroDivisionError


def without(findings: list[Finding], rule: Rule) -> list[str]:
    return [finding.rule for finding in findings if finding.rule != rule.id]


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_at_all_is_wrong_with_the_example_reports(edition: str) -> None:
    result = checked(example_report(edition).encode(), NAME)
    assert result.status == "checked"
    assert (result.findings, result.doubts, result.not_evaluated) == ((), (), ())


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_the_accepted_example_is_accepted(
    rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = result_of(rule, rule.accepted, tmp_path, monkeypatch)
    assert rule.id not in ids(result.findings)
    assert grave(result) == []


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_the_rejected_example_is_rejected_for_this_alone(
    rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = result_of(rule, rule.rejected, tmp_path, monkeypatch)
    found = [finding for finding in result.findings if finding.rule == rule.id]
    assert found
    assert {finding.severity for finding in found} == {rule.severity}
    assert without(grave(result), rule) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_the_message_of_the_rejected_example_is_whole(
    rule: Rule, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = result_of(rule, rule.rejected, tmp_path, monkeypatch)
    form = load_form(result.report.edition) if result.report else None
    for finding in result.findings:
        if finding.rule == rule.id:
            text = message(finding, rule, form, language, strict=True)
            assert text.endswith("。" if language == "zh" else ".")
            assert "\n" not in text


def test_an_edit_that_fits_nowhere_is_the_mistake_of_the_rules_author() -> None:
    rule = rules().rules["S101"]
    example = Example(Text("", ""), "2021", edit=(("没有这句话", ""),))
    with pytest.raises(ExampleMistake, match=r"S101.*not 0 times"):
        example_source(rule, example)


def test_a_cell_that_the_example_report_lacks_is_the_mistake_of_the_rules_author() -> None:
    rule = rules().rules["T204"]
    example = Example(Text("", ""), "2021", set={"applications.nobody.total": 1})
    with pytest.raises(ExampleMistake, match=r"no cell applications\.nobody\.total"):
        example_source(rule, example)


def test_an_example_that_is_a_whole_file_has_no_source_of_its_own() -> None:
    rule = rules().rules["E902"]
    with pytest.raises(ExampleMistake, match=r"empty\.txt"):
        example_source(rule, rule.rejected)
