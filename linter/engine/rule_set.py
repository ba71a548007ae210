"""The rules of a run, and rules as the JSON data that the cache keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linter.cache import Json
from linter.model.rule import Example, Rule, Text
from linter.records import record


@record
class RuleSet:
    """Rules by id, in the order of their ids.

    ``loaded`` are all rules of which ``rules`` is a selection, None where it is all: which cell
    is to blame does not depend on what a run was asked to report.
    """

    rules: Mapping[str, Rule]
    loaded: Mapping[str, Rule] | None = None

    def only(self, ids: Iterable[str]) -> RuleSet:
        """The rules with these ids."""
        wanted = frozenset(ids)
        chosen = {key: rule for key, rule in self.rules.items() if key in wanted}
        return RuleSet(chosen, self.whole().rules)

    def whole(self) -> RuleSet:
        """All rules that were loaded."""
        return self if self.loaded is None else RuleSet(self.loaded)


def rule_set_of(rules: Iterable[Rule]) -> RuleSet:
    return RuleSet({rule.id: rule for rule in sorted(rules, key=lambda rule: rule.id)})


def rules_as_data(rules: Iterable[Rule]) -> Json:
    return [_data(rule) for rule in rules]


def rules_from_data(data: Json) -> list[Rule]:
    """The rules that :func:`rules_as_data` wrote down. Other data is an error of its shape."""
    rules = [_rule(item) for item in data]
    if not rules:
        raise ValueError("no rules")
    return rules


_PLAIN = (
    "id",
    "slug",
    "severity",
    "section",
    "source",
    "assertion",
    "once",
    "preview",
    "protected",
    "pack",
    "origin",
)
_TEXTS = ("title", "why", "message")
_LISTS = ("editions", "on")


def _data(rule: Rule) -> Json:
    data: dict[str, Any] = {name: getattr(rule, name) for name in (*_PLAIN, *_LISTS)}
    for name in _TEXTS:
        text: Text = getattr(rule, name)
        data[name] = [text.zh, text.en]
    for name in ("accepted", "rejected"):
        example: Example = getattr(rule, name)
        text = example.text
        data[name] = {
            "text": [text.zh, text.en],
            "edition": example.edition,
            "set": dict(example.set),
            "edit": [list(pair) for pair in example.edit],
            "file": example.file,
        }
    return data


def _rule(data: dict[str, Any]) -> Rule:
    texts = {name: Text(*data[name]) for name in _TEXTS}
    lists = {name: tuple(data[name]) for name in _LISTS}
    examples = {name: _example(data[name]) for name in ("accepted", "rejected")}
    return Rule(**{**{name: data[name] for name in _PLAIN}, **texts, **lists, **examples})


def _example(data: dict[str, Any]) -> Example:
    edits = tuple((old, new) for old, new in data["edit"])
    return Example(Text(*data["text"]), data["edition"], data["set"], edits, data["file"])
