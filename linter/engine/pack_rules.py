"""The rules of a pack whose shape is right: what they name must exist, assertions compile."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from linter.engine import pack_wording
from linter.engine.code import references
from linter.engine.compilation import Statement, compile_assertion
from linter.engine.form_names import names_of
from linter.engine.mistakes import Mistake, PackError
from linter.engine.pack_source import PackSource
from linter.engine.toml_places import Path
from linter.engine.vocabulary import DEVIATIONS, FACTS, RECORDS
from linter.forms import EDITIONS
from linter.model.rule import Example, Rule, Text
from linter.nearest_name import nearest

_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([A-Za-z_][A-Za-z0-9_]*)\}")
Compiled = Mapping[str, Sequence[Statement]]


def pack_rules(source: PackSource, errors: list[PackError]) -> list[Rule]:
    """The rules of a pack, in its order; what is wrong with one is added to ``errors``."""
    rules = []
    for number, data in enumerate(source.data["rule"]):
        found = list(_names_unknown(source, ("rule", number), data))
        if not found:
            compiled = _compiled(source, ("rule", number), data, found)
            found += _facts_unknown(source, ("rule", number), data, compiled)
            rules.append(_rule(source, number, data, compiled))
        errors += found
    return rules


def _names_unknown(source: PackSource, path: Path, data: Mapping[str, Any]) -> Iterator[PackError]:
    for number, edition in enumerate(data["editions"]):
        if edition not in EDITIONS:
            yield _unknown(source, (*path, "editions", number), edition, EDITIONS)
    for number, kind in enumerate(data.get("on", ())):
        if kind not in DEVIATIONS:
            yield _unknown(source, (*path, "on", number), kind, tuple(DEVIATIONS))
    sections = names_of(EDITIONS[-1]).sections
    if data.get("section", sections[0]) not in sections:
        yield _unknown(source, (*path, "section"), data["section"], sections)
    for name in ("accepted", "rejected"):
        yield from _example_names(source, (*path, name), data[name], data["editions"])


def _example_names(
    source: PackSource, path: Path, data: Mapping[str, Any], editions: Sequence[str]
) -> Iterator[PackError]:
    edition = data.get("edition", editions[-1])
    if edition not in editions:
        yield _unknown(source, (*path, "edition"), edition, editions)
    elif edition in EDITIONS:
        cells = names_of(edition).all("cell")
        for cell in data.get("set", {}):
            if cell not in cells:
                message = pack_wording.unknown_cell(cell, edition, nearest(cell, cells))
                yield source.error((*path, "set", cell), message)


def _unknown(source: PackSource, path: Path, found: str, known: Sequence[str]) -> PackError:
    key = next(part for part in reversed(path) if isinstance(part, str))
    message = pack_wording.not_one_of(key, found, nearest(found, known), known)
    return source.error(path, message)


def _compiled(
    source: PackSource, path: Path, data: Mapping[str, Any], errors: list[PackError]
) -> Compiled | None:
    if "assert" not in data:
        return None
    try:
        return compile_assertion(data["assert"], data["editions"])
    except Mistake as mistake:
        place = (*path, "assert")
        errors.append(source.error_within(place, mistake.offset, mistake.message))
        return None


def _facts_unknown(
    source: PackSource, path: Path, data: Mapping[str, Any], compiled: Compiled | None
) -> Iterator[PackError]:
    """Placeholders of the message that no finding of the rule could fill."""
    known = _facts(data, compiled)
    if known is None:
        return
    for language, template in data["message"].items():
        for match in _PLACEHOLDER.finditer(template):
            name = match[1]
            if name and name not in known:
                message = pack_wording.unknown_fact(name, nearest(name, known), sorted(known))
                place = (*path, "message", language)
                yield source.error_within(place, match.start(), message)


def _facts(data: Mapping[str, Any], compiled: Compiled | None) -> Collection[str] | None:
    """What the message of a rule can name; None where readers or the schema decide that."""
    if "on" in data:
        kinds = [set(DEVIATIONS[kind]) for kind in data["on"]]
        return {"about", "cells", *set.intersection(*kinds)}
    if compiled is None:
        return None
    known = {*FACTS, "count"} if data.get("once") else set(FACTS)
    for statement in (one for statements in compiled.values() for one in statements):
        code = references([statement.get("if") or [], statement["claim"]])
        known.update(one[1] for one in code if one[0] == "value")
        known.update(name for name, _ in statement.get("variables", ()))
        for variable, collection in statement.get("each", ()):
            known.update(RECORDS[collection])
            known.update(f"{variable}_{name}" for name in RECORDS[collection])
    return known


def _rule(
    source: PackSource, number: int, data: Mapping[str, Any], compiled: Compiled | None
) -> Rule:
    return Rule(
        data["id"],
        data["slug"],
        data["severity"],
        data.get("section"),
        tuple(data["editions"]),
        data["source"],
        Text(**data["title"]),
        Text(**data["why"]),
        Text(**data["message"]),
        _example(data["accepted"], data["editions"]),
        _example(data["rejected"], data["editions"]),
        compiled,
        tuple(data.get("on", ())),
        data.get("once", False),
        data.get("preview", False),
        data.get("protected", False),
        source.data["pack"]["name"],
        f"{source.file}:{source.line(('rule', number))}",
    )


def _example(data: Mapping[str, Any], editions: Sequence[str]) -> Example:
    return Example(
        Text(**data["text"]),
        data.get("edition", editions[-1]),
        {cell: None if value == "" else value for cell, value in data.get("set", {}).items()},
        tuple((old, new) for old, new in data.get("edit", ())),
        data.get("file"),
    )
