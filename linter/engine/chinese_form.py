"""What the parts of a form are called in rules written in Chinese.

The statutory label is a name, bare of number, brackets and punctuation, and so is the short
``x-name-zh`` beside it; both stand in ``schemas/<edition>/report.schema.json`` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.forms import load_schema
from linter.regex import regex

_NUMBER = regex(r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+\.)")
_NOTE = regex(r"（[^）]*）$")
_OTHER_SIGNS = regex(r"[\W_]+")

Names = Mapping[str, Mapping[str, str]]


def form_names_in_chinese(edition: str) -> Names:
    """For each path that can be continued the Chinese names of what follows, the short first.

    The tables continue the empty path, the sections continue ``sections``.
    """
    schema = load_schema(edition)
    names: dict[str, dict[str, str]] = {}
    for path, node in _nodes("", schema["properties"]["tables"], schema["$defs"]):
        _add(names, path, node)
    for key, node in schema["properties"]["sections"]["properties"].items():
        _add(names, f"sections.{key}", node)
    return names


def _add(names: dict[str, dict[str, str]], path: str, node: Mapping[str, Any]) -> None:
    outer, _, key = path.rpartition(".")
    label = bare_label(node["title"])
    for name in (node.get("x-name-zh", label), label):
        names.setdefault(outer, {}).setdefault(name, key)


def _nodes(
    path: str, node: Mapping[str, Any], defs: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    target = defs[node["$ref"].rsplit("/", 1)[-1]] if "$ref" in node else node
    for key, child in target.get("properties", {}).items():
        inner = f"{path}.{key}" if path else key
        yield inner, child
        yield from _nodes(inner, child, defs)


def bare_label(label: str) -> str:
    """A statutory label as a name: 「3.危及“三安全一稳定”」 is 危及三安全一稳定."""
    unnumbered = _NUMBER.sub("", label, count=1) if _NUMBER.match(label) else label
    return _OTHER_SIGNS.sub("", _NOTE.sub("", unnumbered))
