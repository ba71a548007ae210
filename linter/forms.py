"""The statutory form of each edition, read from ``schemas/<edition>/report.schema.json``.

The schema is the single source of every label: parsing, messages and drawings take them
from here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from linter.model.rule import Text
from linter.records import record
from linter.resources import SCHEMAS

EDITIONS = ("2019", "2021")
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
class TableForm:
    """A statutory table: ``corner`` is the label of its first cell, where it has one."""

    key: str
    label: Label
    rows: tuple[Row, ...]
    corner: str | None
    header_groups: tuple[str, ...]

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


@cache
def load_schema(edition: str) -> dict[str, Any]:
    """The JSON Schema of an edition, as parsed JSON."""
    file = SCHEMAS / edition / "report.schema.json"
    schema: dict[str, Any] = json.loads(file.read_bytes())
    return schema


@cache
def load_form(edition: str) -> Form:
    """The form of an edition (``"2019"`` or ``"2021"``)."""
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
    )


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
