"""A rule on one screen, and all rules as a list."""

from __future__ import annotations

import io
import json

import pytest

from linter.model.rule import Language, Text
from linter.records import replace
from linter.reporting.explanation import explanation, print_explanation, rules_json, rules_table
from linter.reporting.typesetting import text_width
from tests.reporting.consoles import coloured, console
from tests.reporting.samples import RULES

_RULE = RULES["A301"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_explanation_says_all_there_is_to_a_rule(language: Language) -> None:
    text = explanation(_RULE, language).replace("\n          ", "").replace("  ", "")

    for part in (
        _RULE.id,
        _RULE.slug,
        _RULE.title.in_language(language),
        _RULE.why.in_language(language),
        _RULE.accepted.text.in_language(language),
        _RULE.rejected.text.in_language(language),
        "国办公开办函〔2021〕30号",
        "2019",
    ):
        assert part in text


def test_message_is_shown_with_dots_for_what_a_finding_fills_in() -> None:
    assert "「…」列" in explanation(_RULE, "zh")
    assert "{" not in explanation(_RULE, "zh")


def test_field_without_content_is_left_out() -> None:
    text = explanation(RULES["E903"], "zh")

    assert "部分" not in text
    assert "依据" not in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_of_an_explanation_fit_on_a_page(language: Language) -> None:
    for rule in RULES.values():
        assert all(text_width(line) <= 80 for line in explanation(rule, language).splitlines())


@pytest.mark.parametrize("width", [30, 80, 200])
def test_explanation_on_a_terminal_says_the_same(width: int) -> None:
    on = console(width)

    print_explanation(_RULE, "zh", on)

    assert isinstance(on.file, io.StringIO)
    text = on.file.getvalue()
    squeezed = "".join(text.split())
    assert squeezed == "".join(explanation(_RULE, "zh").split())
    assert all(text_width(line) <= width for line in text.splitlines())


def test_explanation_on_a_terminal_has_the_colour_of_the_severity() -> None:
    on = coloured(80)

    print_explanation(RULES["A307"], "en", on)

    assert isinstance(on.file, io.StringIO)
    assert "\x1b[1;33mwarning" in on.file.getvalue()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_table_of_rules_is_aligned(language: Language) -> None:
    lines = rules_table(RULES.values(), language).splitlines()
    titles = [rule.title.in_language(language) for rule in RULES.values()]

    starts = {
        text_width(line.removesuffix(title)) for line, title in zip(lines, titles, strict=True)
    }
    assert len(starts) == 1


def test_no_rules_are_an_empty_table() -> None:
    assert rules_table((), "zh") == ""
    assert json.loads(rules_json((), "zh")) == []


def test_rules_as_json_carry_texts_in_the_language_asked_for() -> None:
    edited = replace(_RULE, accepted=replace(_RULE.accepted, edit=(("甲", "乙"),)))

    (data,) = json.loads(rules_json([edited], "en"))

    assert (data["rule"], data["name"]) == ("A301", "applications-balance")
    assert data["title"] == _RULE.title.en
    assert data["editions"] == ["2019", "2021"]
    assert data["accepted"]["edit"] == [["甲", "乙"]]


def test_the_output_of_the_rejected_example_ends_the_explanation() -> None:
    lines = ["example.md:3:1: A301 错误 不平衡。", "example.md:4:1: A301 错误 又不平衡。"]

    told = explanation(_RULE, "zh", lines)
    on = console(80)
    print_explanation(_RULE, "zh", on, lines)

    assert told.splitlines()[-2].endswith(lines[0])
    assert told.splitlines()[-1].strip() == lines[1]
    assert isinstance(on.file, io.StringIO)
    assert "".join(on.file.getvalue().split()) == "".join(told.split())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_how_a_report_is_put_right_is_said_where_the_rule_tells_it(language: Language) -> None:
    remedy = Text("补上这一行。", "Add the row.")
    rule = replace(_RULE, remedy=remedy)

    assert remedy.in_language(language) in explanation(rule, language)
    assert json.loads(rules_json([rule], language))[0]["remedy"] == remedy.in_language(language)
    assert json.loads(rules_json([_RULE], language))[0]["remedy"] is None
