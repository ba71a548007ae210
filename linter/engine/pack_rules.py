"""The rules of a pack whose shape is right: what they name must exist, assertions compile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linter.engine import pack_wording
from linter.engine.compilation import Statement, compile_assertion
from linter.engine.form_names import names_of
from linter.engine.mistakes import Mistake, PackError
from linter.engine.pack_names import section_key, unknown_names, with_english_cells
from linter.engine.pack_source import PackSource
from linter.engine.pack_texts import Compiled, fact_names, in_english, text_of, unknown_facts
from linter.engine.parameters import Parameter, filled_in, is_day, parameter, shown
from linter.engine.toml_places import Path
from linter.model.edition import OwnEdition
from linter.model.rule import Change, Example, Rule, Text
from linter.records import record, replace


@record
class RuleSource:
    """A rule as its pack states it, with what other packs change of it.

    ``examples`` are the pack, the place in it and the data of either example.
    """

    pack: PackSource
    path: Path
    data: Mapping[str, Any]
    examples: Mapping[str, tuple[PackSource, Path, Mapping[str, Any]]]
    changes: tuple[Change, ...] = ()

    @property
    def id(self) -> str:
        return str(self.data["id"])

    @property
    def slug(self) -> str:
        """The name of the rule, which is its id where its author gave none."""
        return str(self.data.get("slug", self.id.lower()))


def rule_sources(pack: PackSource) -> list[RuleSource]:
    """The rules of a pack, in its order."""
    return [
        RuleSource(
            pack,
            ("rule", number),
            data,
            {name: (pack, ("rule", number, name), data[name]) for name in ("accepted", "rejected")},
        )
        for number, data in enumerate(pack.data.get("rule", ()))
    ]


def compiled_rule(
    source: RuleSource, own: Sequence[OwnEdition], errors: list[PackError], known: Sequence[str]
) -> Rule | None:
    """The rule, None where something is wrong with it, which is added to ``errors``.

    It holds for editions of packs that are based on one of its own; ``known`` are all editions.
    """
    pack, path, data = source.pack, source.path, source.data
    found = list(unknown_names(pack, path, data, known))
    found += _wrong_parameters(pack, path, data)
    if found:
        errors += found
        return None
    values = {name: parameter(value) for name, value in data.get("parameters", {}).items()}
    compiled = _compiled(pack, path, data, values, found)
    names = fact_names(data, compiled, values)
    if names is not None and not found:
        found += unknown_facts(pack, (*path, "message"), data["message"], names)
    errors += found
    return None if found else _rule(source, compiled, names or {}, values, own)


def _wrong_parameters(pack: PackSource, path: Path, data: Mapping[str, Any]) -> list[PackError]:
    return [
        pack.error((*path, "parameters", name), pack_wording.no_such_day(name))
        for name, value in data.get("parameters", {}).items()
        if isinstance(value, Mapping) and not is_day(value)
    ]


def _compiled(
    pack: PackSource,
    path: Path,
    data: Mapping[str, Any],
    values: Mapping[str, Parameter],
    errors: list[PackError],
) -> Compiled | None:
    if "assert" not in data:
        return None
    try:
        return compile_assertion(data["assert"], data["editions"], values)
    except Mistake as mistake:
        errors.append(pack.error_within((*path, "assert"), mistake.offset, mistake.message))
        return None


def _rule(
    source: RuleSource,
    compiled: Compiled | None,
    names: Mapping[str, str],
    values: Mapping[str, Parameter],
    own: Sequence[OwnEdition],
) -> Rule:
    data, pack = source.data, source.pack
    words = {name: shown(value) for name, value in values.items()}
    rule = Rule(
        source.id,
        source.slug,
        data["severity"],
        section_key(data["section"], data["editions"]) if "section" in data else None,
        tuple(data["editions"]),
        data["source"],
        _text(data["title"], words),
        _text(data["why"], words),
        _text(in_english(text_of(data["message"]), names), words),
        _example(source, "accepted"),
        _example(source, "rejected"),
        compiled,
        tuple(data.get("on", ())),
        data.get("once", False),
        data.get("preview", False),
        data.get("protected", False),
        pack.data["pack"]["name"],
        f"{pack.file}:{pack.line(source.path)}",
        _text(data["remedy"], words) if "remedy" in data else None,
        data.get("enabled", True),
        source.changes,
    )
    return _for_own_editions(rule, own)


def _text(value: Any, words: Mapping[str, Text]) -> Text:
    """A text of the rule with its parameters in words."""
    text = value if isinstance(value, Text) else text_of(value)
    return Text(
        filled_in(text.zh, {name: word.zh for name, word in words.items()}),
        filled_in(text.en, {name: word.en for name, word in words.items()}),
    )


def _for_own_editions(rule: Rule, own: Sequence[OwnEdition]) -> Rule:
    """The rule with the editions of packs that are based on one of its own."""
    based = [
        one
        for one in own
        if one.base in rule.editions
        and one.id not in rule.editions
        and not {rule.id, rule.slug} & set(one.without)
    ]
    if not based:
        return rule
    assertion: dict[str, Sequence[Statement]] | None = None
    if rule.assertion is not None:
        assertion = dict(rule.assertion) | {one.id: rule.assertion[one.base] for one in based}
    editions = (*rule.editions, *(one.id for one in based))
    return replace(rule, editions=editions, assertion=assertion)


def _example(source: RuleSource, name: str) -> Example:
    pack, path, data = source.examples[name]
    edition = data.get("edition", source.data["editions"][-1])
    cells = with_english_cells(data.get("set", {}), names_of(edition))
    return Example(
        text_of(data["text"]),
        edition,
        {cell: None if value == "" else value for cell, value in cells.items()},
        tuple((old, new) for old, new in data.get("edit", ())),
        data.get("file"),
        pack.place(path),
    )
