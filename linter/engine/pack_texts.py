"""The texts of a pack, which are in both languages or in one, and what their templates name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from linter.engine import chinese, pack_wording
from linter.engine.code import references
from linter.engine.compilation import Statement
from linter.engine.mistakes import PackError
from linter.engine.pack_source import PackSource
from linter.engine.script import is_chinese
from linter.engine.toml_places import Path
from linter.engine.vocabulary import DEVIATIONS, FACTS, RECORDS
from linter.model.rule import Text
from linter.nearest_name import nearest
from linter.regex import regex

Compiled = Mapping[str, Sequence[Statement]]

_PLACEHOLDER = regex(r"\{\{|\}\}|\{([^\W\d]\w*)\}")


def text_of(value: Any) -> Text:
    """A text of a pack: where it is in one language only it speaks for both."""
    if isinstance(value, str):
        return Text(value, value)
    return Text(value["zh"], value.get("en", value["zh"]))


def in_english(text: Text, names: Mapping[str, str]) -> Text:
    """A template with the English names of facts, which is what findings call them."""
    return Text(_in_english(text.zh, names), _in_english(text.en, names))


def _in_english(template: str, names: Mapping[str, str]) -> str:
    def replacement(match: re.Match[str]) -> str:
        return f"{{{names.get(match[1], match[1])}}}" if match[1] else match[0]

    return _PLACEHOLDER.sub(replacement, template)


def unknown_facts(
    source: PackSource, path: Path, value: Any, names: Mapping[str, str]
) -> Iterator[PackError]:
    """Placeholders of a message that no finding of the rule could fill."""
    templates = {path: value}
    if isinstance(value, Mapping):
        templates = {(*path, language): text for language, text in value.items()}
    for place, template in templates.items():
        for match in _PLACEHOLDER.finditer(template):
            name = match[1]
            if name and name not in names:
                in_chinese = [one for one in names if is_chinese(one)]
                english = [one for one in names if not is_chinese(one)]
                known = sorted(chinese.in_script_of(name, in_chinese, english))
                message = pack_wording.unknown_fact(name, nearest(name, known), known)
                yield source.error_within(place, match.start(), message)


def fact_names(
    data: Mapping[str, Any], compiled: Compiled | None, parameters: Collection[str]
) -> Mapping[str, str] | None:
    """The facts that the message of a rule can name, by all their names in both languages.

    None where readers or the schema decide that.
    """
    if "on" in data:
        kinds = [set(DEVIATIONS[kind]) for kind in data["on"]]
        return _with_chinese({"about", "cells", *set.intersection(*kinds)})
    if compiled is None:
        return None
    known = {*FACTS, "count"} if data.get("once") else set(FACTS)
    fields: dict[str, str] = {}
    for statement in (one for statements in compiled.values() for one in statements):
        code = references([statement.get("if") or [], statement["claim"]])
        known.update(one[1] for one in code if one[0] == "value")
        known.update(name for name, _ in statement.get("variables", ()))
        for variable, collection in statement.get("each", ()):
            fields |= _fields(variable, collection)
    return {**_with_chinese(known | set(parameters)), **fields}


def _with_chinese(known: Collection[str]) -> dict[str, str]:
    words = {**chinese.FACTS, **chinese.SCALARS}
    return {name: name for name in known} | {
        name: key for name, key in words.items() if key in known
    }


def _fields(variable: str, collection: str) -> dict[str, str]:
    names = {name: name for name in RECORDS[collection]}
    names.update(chinese.fields_of(collection))
    joined = {f"{variable}_{name}": f"{variable}_{key}" for name, key in names.items()}
    return names | joined
