"""What packs change in the rules of others: severities, switches, deadlines and limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.engine import chinese, pack_wording
from linter.engine.mistakes import PackError
from linter.engine.pack_names import unknown_in_example
from linter.engine.pack_rules import RuleSource
from linter.engine.pack_source import PackSource
from linter.engine.pack_texts import text_of
from linter.engine.parameters import is_day, parameter, same_kind, shown
from linter.engine.toml_places import Path
from linter.model.rule import Change, Text
from linter.nearest_name import nearest
from linter.records import replace

_SWITCH = {True: Text("启用", "on"), False: Text("停用", "off")}
_SEVERITIES = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}


def changed(
    rules: Sequence[RuleSource],
    packs: Sequence[PackSource],
    editions: Sequence[str],
    errors: list[PackError],
) -> list[RuleSource]:
    """The rules as the packs change them, a later pack having the last word.

    What is wrong with a change is added to ``errors``; ``editions`` are all that there are.
    """
    by_id = {rule.id: rule for rule in rules}
    ids = {name: rule.id for rule in rules for name in (rule.id, rule.slug)}
    for pack in packs:
        seen: dict[str, Path] = {}
        for number, data in enumerate(pack.data.get("change", ())):
            path: Path = ("change", number)
            name = data["rule"]
            if name not in ids:
                message = pack_wording.unknown_rule(name, nearest(name, ids))
                errors.append(pack.error((*path, "rule"), message))
                continue
            rule = by_id[ids[name]]
            earlier = seen.setdefault(rule.id, path)
            if earlier != path:
                message = pack_wording.changed_already(rule.id, pack.place(earlier))
                errors.append(pack.error((*path, "rule"), message))
                continue
            wrong = list(_wrong(pack, path, data, rule, editions))
            errors += wrong
            if not wrong:
                by_id[rule.id] = _applied(pack, path, data, rule)
    return list(by_id.values())


def _wrong(
    pack: PackSource,
    path: Path,
    data: Mapping[str, Any],
    rule: RuleSource,
    editions: Sequence[str],
) -> Iterator[PackError]:
    known = rule.data.get("parameters", {})
    for name, value in data.get("parameters", {}).items():
        place = (*path, "parameters", name)
        key = _parameter_name(name, known)
        if key not in known:
            message = pack_wording.unknown_parameter(rule.id, name, nearest(name, known), known)
            yield pack.error(place, message)
        elif not same_kind(known[key], value):
            yield pack.error(place, pack_wording.other_kind(name, shown(known[key])))
        elif isinstance(value, Mapping) and not is_day(value):
            yield pack.error(place, pack_wording.no_such_day(name))
    for name in ("accepted", "rejected"):
        if name in data:
            of_rule = rule.data["editions"]
            yield from unknown_in_example(pack, (*path, name), data[name], of_rule, editions)


def _parameter_name(name: str, known: Mapping[str, Any]) -> str:
    """The name under which the rule declares a parameter."""
    return name if name in known else chinese.PARAMETERS.get(name, name)


def _applied(pack: PackSource, path: Path, data: Mapping[str, Any], rule: RuleSource) -> RuleSource:
    given = {
        _parameter_name(name, rule.data.get("parameters", {})): value
        for name, value in data.get("parameters", {}).items()
    }
    after = {key: data[key] for key in ("severity", "enabled") if key in data}
    if given:
        after["parameters"] = rule.data["parameters"] | given
    after["source"] = f"{rule.data['source']}；{data['source']}"
    change = Change(
        text_of(pack.data["pack"]["title"]),
        data["source"],
        tuple(_differences(rule.data, data, given)),
        pack.place(path),
    )
    examples = {
        name: (pack, (*path, name), data[name]) for name in ("accepted", "rejected") if name in data
    }
    return replace(
        rule,
        data={**rule.data, **after},
        examples={**rule.examples, **examples},
        changes=(*rule.changes, change),
    )


def _differences(
    before: Mapping[str, Any], data: Mapping[str, Any], parameters: Mapping[str, Any]
) -> Iterator[tuple[str, Text, Text]]:
    """Each thing that changes, with what it was and what it is, in words."""
    if "severity" in data:
        yield "severity", _SEVERITIES[before["severity"]], _SEVERITIES[data["severity"]]
    if "enabled" in data:
        yield "enabled", _SWITCH[before.get("enabled", True)], _SWITCH[data["enabled"]]
    for name, value in parameters.items():
        old = before["parameters"][name]
        yield name, shown(parameter(old)), shown(parameter(value))
