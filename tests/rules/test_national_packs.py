"""The national rules are complete: both languages, a source, every route and deviation used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from linter.engine.vocabulary import DEVIATIONS
from linter.forms import EDITIONS, load_schema
from linter.model.rule import Rule
from tests.product import rules
from tests.rules.input_files import BUILDERS, MISSING

RULES = tuple(rules().rules.values())
IDS = tuple(rule.id for rule in RULES)
FAMILIES = {
    "S": "national-structure",
    "T": "national-tables",
    "A": "national-arithmetic",
    "D": "national-dates",
    "E": "national-input",
    "E95": "national-suppression",
    "P": "national-hygiene",
    "N": "national-narrative",
}
# The C family is in several packs: each holds the ids from a number on.
CONTENT = {
    501: "national-content",
    530: "national-leftovers",
    560: "national-plausibility",
    570: "national-narrative",
}
# What no rule has to be told: facts of findings that the schema or a reader raises.
ROUTED_FACTS = {
    "T205": {"cell", "found"},
    "T206": {"cell", "found"},
    "T207": {"cell", "found"},
    "E900": {"error", "where"},
    "E901": {"reason"},
    "E903": {"format"},
    "E906": {"limit", "found"},
    "E908": {"count"},
    "E910": {"pages"},
    "E911": {"format", "extra"},
    "E912": {"format"},
    "E913": {"format", "version"},
    "E914": {"format", "seconds"},
    "E916": {"format"},
    "E951": {"rules"},
    "E952": {"rules", "until"},
    "E953": {"found", "mistake"},
}
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[a-z]{3}")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_speaks_both_languages(rule: Rule) -> None:
    for text in (rule.title, rule.why, rule.message):
        assert _HAN.search(text.zh)
        assert _LATIN.search(text.en)
    for example in (rule.accepted, rule.rejected):
        assert example.text.zh.strip()
        assert example.text.en.strip()


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_message_is_one_sentence_with_the_same_facts_in_both_languages(rule: Rule) -> None:
    zh, en = rule.message.zh, rule.message.en
    assert zh.endswith("。")
    assert zh.count("。") == 1
    assert en.endswith(".")
    assert set(_PLACEHOLDER.findall(zh)) == set(_PLACEHOLDER.findall(en))


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_names_its_source_and_its_editions(rule: Rule) -> None:
    assert rule.source.strip()
    assert rule.editions == tuple(sorted(rule.editions))
    assert set(rule.editions) <= set(EDITIONS)
    if not rule.id.startswith("E9"):
        assert "第四十九条" in rule.source or "第五十条" in rule.source or "30号" in rule.source \
            or "60号" in rule.source  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_stands_in_the_pack_of_its_family(rule: Rule) -> None:
    assert re.fullmatch(r"S1\d\d|T2\d\d|A3\d\d|D4\d\d|C5\d\d|N6\d\d|P8\d\d|E9\d\d", rule.id)
    if rule.id.startswith("C"):
        first = max(number for number in CONTENT if number <= int(rule.id[1:]))
        assert rule.pack == CONTENT[first]
    else:
        assert rule.pack == FAMILIES.get(rule.id[:3], FAMILIES[rule.id[0]])


def test_ids_are_in_order_and_slugs_are_unique() -> None:
    for pack in {*FAMILIES.values(), *CONTENT.values()}:
        own = [rule for rule in RULES if rule.pack == pack]
        lines = [int(rule.origin.rpartition(":")[2]) for rule in own]
        assert lines == sorted(lines)
    assert max(Counter(rule.slug for rule in RULES).values()) == 1


def test_every_deviation_from_the_form_belongs_to_one_rule() -> None:
    claimed = Counter(kind for rule in RULES for kind in rule.on)
    assert claimed == Counter(dict.fromkeys(DEVIATIONS, 1))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_route_of_the_schema_leads_to_a_rule_of_the_edition(edition: str) -> None:
    routes = set(_routes(load_schema(edition)))
    assert routes
    for route in routes:
        assert edition in rules().rules[route].editions


def test_rules_without_assertion_or_deviation_are_routed_or_about_input() -> None:
    routed = set().union(*(_routes(load_schema(edition)) for edition in EDITIONS))
    for rule in RULES:
        if rule.assertion is None and not rule.on:
            assert rule.id in routed or rule.id.startswith("E9")


def test_messages_about_input_name_only_facts_that_are_there() -> None:
    for rule in RULES:
        if rule.assertion is None and not rule.on:
            named = set(_PLACEHOLDER.findall(rule.message.zh))
            assert named == ROUTED_FACTS.get(rule.id, set())


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_examples_change_the_report_or_are_known_files(rule: Rule) -> None:
    assert rule.rejected.file or rule.rejected.set or rule.rejected.edit
    for example in (rule.accepted, rule.rejected):
        assert example.edition in rule.editions
        assert example.file is None or example.file in {*BUILDERS, MISSING}


def _routes(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node.get("x-rules", {}).values()
        for child in node.values():
            yield from _routes(child)
