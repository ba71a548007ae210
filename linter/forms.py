"""The statutory form of each edition, read from ``schemas/<edition>/report.schema.json``.

The schema is the single source of every label: parsing, messages and drawings take them
from here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from linter.model.rule import Text
from linter.records import field, record, replace
from linter.resources import SCHEMAS

if TYPE_CHECKING:
    from linter.model.edition import OwnEdition

EDITIONS = ("2019", "2021")
"""The national editions."""
TABLES = ("disclosure", "applications", "review")

Kind = Literal["count", "amount", "signed"]


@record
class Label:
    """What a heading, row or column is called.

    ``text.zh`` is the statutory label. ``variants`` are wordings accepted in silence,
    ``deviations`` wordings that are read as this label and reported.
    """

    text: Text
    variants: tuple[str, ...] = ()
    deviations: tuple[str, ...] = ()


@record
class Column:
    """One column: ``kind`` says whether it holds a count, an amount or a signed change."""

    key: str
    label: Label
    kind: Kind
    unit: str | None = None


@record
class Row:
    """One data row. ``path`` starts with the table's key.

    ``groups`` are the labels of the merged cells to its left, outermost first; ``block`` is
    the title row above it (「第二十条第（一）项」) or None.
    """

    path: str
    label: Label
    groups: tuple[Text, ...]
    columns: tuple[Column, ...]
    block: str | None = None

    def cells(self) -> tuple[str, ...]:
        return tuple(f"{self.path}.{column.key}" for column in self.columns)


@record
class Sums:
    """A sum that holds in ``each`` row or column of a table (勾稽关系).

    ``parts`` add up to what ``equals`` add up to: columns, or rows and groups of rows.
    """

    each: Literal["row", "column"]
    parts: tuple[str, ...]
    equals: tuple[str, ...]


@record
class TableForm:
    """A statutory table: ``corner`` is the label of its first cell, where it has one.

    ``english`` has the corner, the header groups and the titles of blocks in English.
    """

    key: str
    label: Label
    rows: tuple[Row, ...]
    corner: str | None
    header_groups: tuple[str, ...]
    sums: tuple[Sums, ...] = ()
    english: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column of the table once, in order of first appearance."""
        return tuple({c.key: c for row in self.rows for c in row.columns}.values())

    def cells(self) -> tuple[str, ...]:
        return tuple(cell for row in self.rows for cell in row.cells())


@record
class Form:
    """The statutory form of one edition."""

    edition: str
    document: str
    sections: Mapping[str, Label]
    tables: Mapping[str, TableForm]
    labels: Mapping[str, Text]

    def cells(self) -> tuple[str, ...]:
        return tuple(cell for table in self.tables.values() for cell in table.cells())

    def row(self, path: str) -> Row | None:
        """The row at ``path`` or of the cell at ``path``."""
        rows = self.tables[path.split(".", 1)[0]].rows
        return next((row for row in rows if path == row.path or path in row.cells()), None)


_DECLARED: dict[str, OwnEdition] = {}


class EditionClash(Exception):
    """``declared`` has the name of the other edition ``earlier``."""

    def __init__(self, earlier: OwnEdition, declared: OwnEdition) -> None:
        super().__init__(declared.id, earlier.origin, declared.origin)
        self.earlier = earlier
        self.declared = declared


def declare(editions: Iterable[OwnEdition]) -> None:
    """Makes the forms of editions of packs known by their names, for the rest of the process.

    Raises :class:`EditionClash` where a name stands for something else already.
    """
    for own in editions:
        earlier = _DECLARED.setdefault(own.id, own)
        if replace(earlier, origin="") != replace(own, origin=""):
            raise EditionClash(earlier, own)


@cache
def load_schema(edition: str) -> dict[str, Any]:
    """The JSON Schema of an edition, as parsed JSON."""
    if own := _DECLARED.get(edition):
        from linter.own_editions import derived_schema

        return derived_schema(load_schema(own.base), own)
    file = SCHEMAS / edition / "report.schema.json"
    schema: dict[str, Any] = json.loads(file.read_bytes())
    return schema


def structure_grammar(edition: str) -> str:
    """The grammar of an edition's structure, in lark's notation."""
    if own := _DECLARED.get(edition):
        from linter.own_editions import derived_grammar

        return derived_grammar(structure_grammar(own.base), own)
    return (SCHEMAS / edition / "structure.lark").read_text(encoding="utf-8")


def example_text(edition: str) -> str:
    """The consistent report of an invented office on the form of ``edition``, in Markdown."""
    if own := _DECLARED.get(edition):
        from linter.own_editions import derived_example

        return derived_example(example_text(own.base), own)
    return (SCHEMAS / edition / "example.md").read_text(encoding="utf-8")


@cache
def load_form(edition: str) -> Form:
    """The form of an edition: a national one, or one that was declared."""
    schema = load_schema(edition)
    properties = schema["properties"]
    tables = {
        key: _table(key, node, schema["$defs"])
        for key, node in properties["tables"]["properties"].items()
    }
    sections = {key: _label(node) for key, node in properties["sections"]["properties"].items()}
    labels: dict[str, Text] = {}
    for key, node in properties["sections"]["properties"].items():
        labels[f"sections.{key}"] = _text(node)
    for key, node in properties["tables"]["properties"].items():
        labels.update(_labels(key, node, schema["$defs"]))
    return Form(edition, schema["x-document"], sections, tables, labels)


def _text(node: Mapping[str, Any]) -> Text:
    return Text(node["title"], node["x-title-en"])


def _label(node: Mapping[str, Any]) -> Label:
    variants = tuple(node.get("x-variants", ()))
    return Label(_text(node), variants, tuple(node.get("x-known-deviations", ())))


def _table(key: str, node: Mapping[str, Any], defs: Mapping[str, Any]) -> TableForm:
    return TableForm(
        key,
        _label(node),
        tuple(_rows(key, node, (), defs)),
        node.get("x-corner"),
        tuple(node.get("x-header-groups", ())),
        tuple(
            Sums(one["each"], tuple(one["sum"]), tuple(one["equals"]))
            for one in node.get("x-identities", ())
        ),
        dict(_english(node)),
    )


def _english(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a table prints beside labels of rows and columns, with its English."""
    groups = (node.get(f"x-header-groups{end}", ()) for end in ("", "-en"))
    yield from zip(*groups, strict=True)
    for name in ("x-corner", "x-block"):
        for one in (node, *node["properties"].values()):
            if name in one:
                yield one[name], one[f"{name}-en"]


def _rows(
    path: str, node: Mapping[str, Any], groups: tuple[Text, ...], defs: Mapping[str, Any]
) -> Iterator[Row]:
    for key, child in node["properties"].items():
        group = child.get("x-group")
        outer = (*groups, Text(group, child["x-group-en"])) if group else groups
        if "$ref" in child:
            columns = tuple(_columns(_resolve(child, defs)))
            yield Row(f"{path}.{key}", _label(child), outer, columns, child.get("x-block"))
        elif child.get("x-single-row"):
            yield from _rows(f"{path}.{key}", child, outer, defs)
        else:
            yield from _rows(f"{path}.{key}", child, (*outer, _text(child)), defs)


def _columns(node: Mapping[str, Any]) -> Iterator[Column]:
    for key, child in node["properties"].items():
        yield Column(key, _label(child), _name(child), child.get("x-unit"))


def _resolve(node: Mapping[str, Any], defs: Mapping[str, Any]) -> Mapping[str, Any]:
    resolved: Mapping[str, Any] = defs[_name(node)]
    return resolved


def _name(node: Mapping[str, Any]) -> Any:
    return node["$ref"].rsplit("/", 1)[-1]


def _labels(
    path: str, node: Mapping[str, Any], defs: Mapping[str, Any]
) -> Iterator[tuple[str, Text]]:
    yield path, _text(node)
    target = _resolve(node, defs) if "$ref" in node else node
    for key, child in target.get("properties", {}).items():
        yield from _labels(f"{path}.{key}", child, defs)
