"""The rules of a run, and rules as the JSON data that the cache keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from linter.cache import Json
from linter.model.rule import Change, Example, Rule, Text
from linter.records import record

if TYPE_CHECKING:
    from linter.model.edition import OwnEdition


@record
class RuleSet:
    """Rules by id, in the order of their ids.

    ``loaded`` are all rules of which ``rules`` is a selection, None where it is all: rules that
    are off are not among ``rules``, and which cell is to blame does not depend on what a run
    was asked to report. ``editions`` are those that
    packs declare on top of the national ones.
    """

    rules: Mapping[str, Rule]
    loaded: Mapping[str, Rule] | None = None
    editions: tuple[OwnEdition, ...] = ()

    def only(self, ids: Iterable[str]) -> RuleSet:
        """The rules with these ids, of all that were loaded."""
        wanted = frozenset(ids)
        loaded = self.whole().rules
        chosen = {key: rule for key, rule in loaded.items() if key in wanted}
        return RuleSet(chosen, loaded, self.editions)

    def whole(self) -> RuleSet:
        """All rules that were loaded."""
        return self if self.loaded is None else RuleSet(self.loaded, None, self.editions)


def rule_set_of(rules: Iterable[Rule], editions: Iterable[OwnEdition] = ()) -> RuleSet:
    """The rules, of which those that are on are to be evaluated."""
    by_id = {rule.id: rule for rule in sorted(rules, key=lambda rule: rule.id)}
    on = {key: rule for key, rule in by_id.items() if rule.enabled}
    return RuleSet(on, None if len(on) == len(by_id) else by_id, tuple(editions))


def rules_as_data(rules: RuleSet) -> Json:
    return {
        "rules": [_data(rule) for rule in rules.whole().rules.values()],
        "editions": [_edition_data(edition) for edition in rules.editions],
    }


def rules_from_data(data: Json) -> RuleSet:
    """The rules that :func:`rules_as_data` wrote down. Other data is an error of its shape."""
    rules = [_rule(item) for item in data["rules"]]
    if not rules:
        raise ValueError("no rules")
    return rule_set_of(rules, map(_edition, data["editions"]))


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
    "enabled",
)
_TEXTS = ("title", "why", "message")
_LISTS = ("editions", "on")


def _data(rule: Rule) -> Json:
    data: dict[str, Any] = {name: getattr(rule, name) for name in (*_PLAIN, *_LISTS)}
    for name in _TEXTS:
        text: Text = getattr(rule, name)
        data[name] = [text.zh, text.en]
    if rule.remedy:
        data["remedy"] = [rule.remedy.zh, rule.remedy.en]
    for name in ("accepted", "rejected"):
        example: Example = getattr(rule, name)
        text = example.text
        data[name] = {
            "text": [text.zh, text.en],
            "edition": example.edition,
            "set": dict(example.set),
            "edit": [list(pair) for pair in example.edit],
            "file": example.file,
            "origin": example.origin,
        }
    data["changes"] = [_change_data(change) for change in rule.changes]
    return data


def _change_data(change: Change) -> Json:
    what = [[name, [old.zh, old.en], [new.zh, new.en]] for name, old, new in change.what]
    return [[change.pack.zh, change.pack.en], change.source, what, change.origin]


def _change(data: Json) -> Change:
    pack, source, what, origin = data
    parts = tuple((name, Text(*old), Text(*new)) for name, old, new in what)
    return Change(Text(*pack), source, parts, origin)


def _rule(data: dict[str, Any]) -> Rule:
    texts = {name: Text(*data[name]) for name in _TEXTS}
    lists = {name: tuple(data[name]) for name in _LISTS}
    examples = {name: _example(data[name]) for name in ("accepted", "rejected")}
    remedy = Text(*data["remedy"]) if "remedy" in data else None
    plain = {name: data[name] for name in _PLAIN}
    changes = tuple(map(_change, data["changes"]))
    given = {**plain, **texts, **lists, **examples}
    return Rule(**given, remedy=remedy, changes=changes)


def _example(data: dict[str, Any]) -> Example:
    edits = tuple((old, new) for old, new in data["edit"])
    text, origin = Text(*data["text"]), data["origin"]
    return Example(text, data["edition"], data["set"], edits, data["file"], origin)


def _edition_data(edition: OwnEdition) -> Json:
    sections = [
        [one.key, [one.title.zh, one.title.en], one.example, one.required]
        for one in edition.sections
    ]
    labels = {path: list(wordings) for path, wordings in edition.labels.items()}
    headings = {key: list(wordings) for key, wordings in edition.headings.items()}
    facts = [edition.id, edition.base, edition.source, edition.since]
    return [facts, headings, labels, sections, list(edition.without), edition.origin]


def _edition(data: Json) -> OwnEdition:
    from linter.model.edition import AddedSection, OwnEdition

    (name, base, source, since), headings, labels, sections, without, origin = data
    return OwnEdition(
        name,
        base,
        source,
        since,
        {key: tuple(wordings) for key, wordings in headings.items()},
        {path: tuple(wordings) for path, wordings in labels.items()},
        tuple(
            AddedSection(key, Text(*title), example, required)
            for key, title, example, required in sections
        ),
        tuple(without),
        origin,
    )
