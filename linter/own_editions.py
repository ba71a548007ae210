"""What an edition of the form that a pack declares makes of the national one it is based on:
the JSON Schema, the grammar of structure and the example report.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any

from linter.model.edition import AddedSection, OwnEdition

Schema = dict[str, Any]


def derived_schema(base: Schema, own: OwnEdition) -> Schema:
    """The JSON Schema of the edition, from that of its base."""
    schema = copy.deepcopy(base)
    schema["$id"] = f"urn:nianbao:report:{own.id}"
    schema["x-document"] = own.source
    schema["x-years"] = {"minimum": own.since} if own.since else schema["x-years"]
    schema["properties"]["edition"] = {"const": own.id}
    sections = schema["properties"]["sections"]
    for added in own.sections:
        sections["required"].append(added.key)
        sections["properties"][added.key] = {
            "$ref": "#/$defs/section",
            "title": added.title.zh,
            "x-title-en": added.title.en,
        }
    for key, wordings in own.headings.items():
        _accept(sections["properties"][key], wordings)
    for path, wordings in own.labels.items():
        _accept(label_node(schema, path), wordings)
    return schema


def label_node(schema: Schema, path: str) -> Schema:
    """The part of a schema that has the label of a row, group, column or cell's column.

    Raises ``KeyError`` where the form has no such thing.
    """
    node: Schema = schema["properties"]["tables"]
    for key in path.split("."):
        node = _target(schema, node)["properties"][key]
    return node


def _target(schema: Schema, node: Schema) -> Schema:
    target: Schema = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]] if "$ref" in node else node
    return target


def _accept(node: Schema, wordings: Iterable[str]) -> None:
    known = node.get("x-variants", [])
    node["x-variants"] = [*known, *(one for one in wordings if one not in known)]


def derived_grammar(base: str, own: OwnEdition) -> str:
    """The grammar of structure of the edition, from that of its base."""
    rules = "".join(map(_rule, own.sections))
    parts = "".join(f" {_part(section)}" for section in own.sections)
    lines = base.splitlines(keepends=True)
    return "".join(_lines(lines, parts)) + rules


def _lines(lines: Iterable[str], parts: str) -> Iterator[str]:
    for line in lines:
        if line.startswith("report:"):
            line = line.replace(" signoff", f"{parts} signoff")
        yield line


def _rule(section: AddedSection) -> str:
    heading = f"H_{section.key.upper()}"
    return f"\nadded_{section.key}: {heading} TEXT+\n%declare {heading}\n"


def _part(section: AddedSection) -> str:
    return f"added_{section.key}" if section.required else f"[added_{section.key}]"


def derived_example(base: str, own: OwnEdition) -> str:
    """The example report of the edition: that of its base with what the added sections say."""
    # The last two paragraphs are the sign-off.
    *report, issuer, date = base.rstrip("\n").split("\n\n")
    for section in own.sections:
        report += [f"## {section.title.zh}", section.example]
    return "\n\n".join([*report, issuer, date]) + "\n"
