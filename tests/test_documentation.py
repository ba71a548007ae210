"""The generated documents say what law, rules and program say at this very moment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.generate.coverage import coverage_page
from docs.generate.documents import FOLDER, documents, superfluous
from docs.generate.markdown import literal
from docs.generate.requirements import Group, Requirement, requirement_groups
from linter.examples import example_result
from linter.model.rule import Language, Rule, Text
from linter.reporting.explanation import explanation
from linter.reporting.plain import plain
from linter.reporting.run import Run
from tests.conformance.catalogue import MUTATIONS
from tests.product import rules

ROOT = FOLDER.parent
RULES = tuple(rules().whole().rules.values())
REQUIREMENTS = [one for group in requirement_groups() for one in group.requirements]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
# Of an input rule the example is a file of the tests; explain has none to check.
EXAMPLES = [rule for rule in RULES if rule.rejected.file is None]


def test_generated_documents_are_up_to_date() -> None:
    stale = [path for path, text in documents() if _committed(path) != text]

    assert stale == [], "make docs writes them anew"


def _committed(path: str) -> str | None:
    file = FOLDER / path
    return file.read_text(encoding="utf-8") if file.is_file() else None


def test_there_is_no_page_of_a_rule_that_is_no_more() -> None:
    assert superfluous() == []


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda one: one.text.en[:50])
def test_a_requirement_has_a_source_and_a_rule_or_a_reason(requirement: Requirement) -> None:
    assert requirement.source.strip()
    assert requirement.rules or requirement.reason
    assert set(requirement.rules) <= {rule.id for rule in RULES}
    assert list(requirement.rules) == list(dict.fromkeys(requirement.rules))
    for text in filter(None, (requirement.text, requirement.reason)):
        assert re.search("[一-鿿].*。$", text.zh)
        assert re.search(r"[a-z].*\.$", text.en)


def test_no_requirement_stands_there_twice() -> None:
    for language in LANGUAGES:
        texts = [one.text.in_language(language) for one in REQUIREMENTS]
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_there_for_a_requirement(rule: Rule) -> None:
    assert [one for one in REQUIREMENTS if rule.id in one.rules]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_national_rule_says_how_a_report_is_put_right(rule: Rule) -> None:
    assert rule.remedy is not None
    assert re.search("[一-鿿].*。$", rule.remedy.zh)
    assert re.search(r"[a-z].*\.$", rule.remedy.en)
    assert rule.remedy.zh not in (rule.message.zh, rule.why.zh)


def test_the_page_of_coverage_counts_what_is_checked_in_part_and_not_at_all() -> None:
    text, reason = Text("要求。", "Demand."), Text("原因。", "Reason.")
    group = Group(
        Text("甲", "A"),
        (
            Requirement(text, "法", ("A301",)),
            Requirement(text, "法", ("A301", "A302"), reason),
            Requirement(text, "法", (), reason),
        ),
    )

    page = coverage_page([group], "en")

    assert "3 requirements: 2 are checked by rules (1 of them in part), 1\n" in page
    assert "| Demand. | 法 | [A301](rules/A301.md) [A302](rules/A302.md) | Reason. |" in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.id)
def test_explain_shows_what_the_page_shows(rule: Rule, language: Language) -> None:
    page = _squeezed((FOLDER / "rules" / f"{rule.id}.md").read_text(encoding="utf-8"))
    result = example_result(rule, rule.rejected, rules().whole())
    shown = plain(Run((result,), rules().whole().rules, language, quiet=True)).splitlines()

    told = explanation(rule, language, shown)

    assert told.startswith(f"{rule.id} {rule.slug}\n")
    for text in (rule.title, rule.why, rule.accepted.text, rule.rejected.text, rule.remedy):
        if text is not None:
            assert _squeezed(text.in_language(language)) in _squeezed(told)
            assert _squeezed(text.in_language(language)) in page
    for line in shown:
        assert _squeezed(line) in _squeezed(told)
        assert _squeezed(line) in page


def _squeezed(text: str) -> str:
    """The text without what typesetting adds: white space and escapes."""
    return re.sub(r"\\(?=[\\`*_\[\]<>#|])|\s", "", text)


@pytest.mark.parametrize("text", ["# 六、|0|", "*a_b*", "<b>[x](y)", "a\\b"])
def test_literal_text_is_shown_as_it_is(text: str) -> None:
    assert _squeezed(literal(text)) == _squeezed(text) or "\\" in text
    assert not re.search(r"(?<!\\)[`*_\[\]<>#|]", literal(text))


@pytest.mark.parametrize("name", ["accuracy.md", "accuracy.zh-CN.md"])
def test_the_page_of_accuracy_has_figures_for_every_rule_that_is_tried(name: str) -> None:
    page = (FOLDER / name).read_text(encoding="utf-8")

    told = set(re.findall(r"^\| \[(\w+)\]", page, re.MULTILINE))

    assert told == {mutation.rule for mutation in MUTATIONS}, "make accuracy measures anew"


@pytest.mark.parametrize("file", sorted(FOLDER.glob("rules/*.md")), ids=lambda file: file.stem)
def test_links_of_the_pages_of_rules_lead_somewhere(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    headings = {heading.lower() for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}

    for link in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", text):
        path, _, anchor = link.partition("#")
        assert (file.parent / path).exists() if path else anchor in headings


def test_makefile_and_ci_know_the_documents() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)

    assert {"docs", "accuracy"} <= set(targets)
