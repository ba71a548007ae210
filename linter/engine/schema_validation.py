"""A report's data against the JSON Schema of its edition, errors as findings of rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from typing import Any, Literal

from linter.engine.plain_validity import is_plainly_valid
from linter.extraction import report_as_data
from linter.forms import Form, load_schema
from linter.model.finding import Fact, Finding, Ref
from linter.model.report import Report
from linter.model.rule import Rule
from linter.records import record

Validator = Literal["jsonschema", "jsonschema_rs"]
Keys = Sequence[str | int]


@record
class SchemaError:
    """One thing that the schema finds wrong: where in the data, and which keyword says so."""

    path: Keys
    keyword: str
    message: str


class UnroutedError(AssertionError):
    """The schema finds something wrong for which it names no rule: a defect of the schema."""


def schema_findings(
    report: Report, form: Form, rules: Sequence[Rule], validator: Validator | None = None
) -> list[Finding]:
    """The schema's errors as findings of those of the ``rules`` that it routes them to.

    ``validator`` is the faster one that is installed unless chosen, and none at all for data
    that is plainly valid. Raises
    :class:`UnroutedError` where an error has no route, which no report can bring about.
    """
    by_id = {rule.id: rule for rule in rules}
    schema = load_schema(form.edition)
    data = report_as_data(report, form, with_text=True)
    if validator is None and is_plainly_valid(data, schema, schema):
        return []
    errors = _ERRORS[validator or _installed()](form.edition, data)
    routed = ((by_id.get(route(schema, error)), error) for error in errors)
    return [_finding(report, rule, error) for rule, error in routed if rule is not None]


@cache
def routed_rules(edition: str) -> frozenset[str]:
    """Every rule to which the schema of an edition routes what is wrong with a cell."""
    definitions = load_schema(edition)["$defs"].values()
    return frozenset(rule for node in definitions for rule in node.get("x-rules", {}).values())


def route(schema: Mapping[str, Any], error: SchemaError) -> str:
    """The id of the rule for an error: what the nearest enclosing ``x-rules`` says."""
    rule: str | None = None
    for subschema in _enclosing(schema, error.path):
        rule = subschema.get("x-rules", {}).get(error.keyword, rule)
    if rule is None:
        raise UnroutedError(f"{'.'.join(map(str, error.path))}: {error.keyword}: {error.message}")
    return rule


def _enclosing(schema: Mapping[str, Any], path: Keys) -> Iterator[Mapping[str, Any]]:
    """The subschemas of a place in the data and of all around it, outermost first."""
    chain = [schema]
    yield schema
    for key in path:
        (properties,) = (part["properties"] for part in chain if "properties" in part)
        chain = list(_with_target(schema, properties[key]))
        yield from chain


def _with_target(schema: Mapping[str, Any], node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield node
    if "$ref" in node:
        yield schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]


def _finding(report: Report, rule: Rule, error: SchemaError) -> Finding:
    _, *names = error.path
    cell = ".".join(map(str, names))
    value = report.value(cell)
    found = value.value if isinstance(value.value, int | Decimal) else value.text
    facts: dict[str, Fact] = {"found": found, "cell": Ref(cell)}
    return Finding(
        rule.id,
        rule.severity,
        section=rule.section or cell.partition(".")[0],
        cells=(cell,),
        actual=found,
        place=value.place,
        facts=facts,
    )


def _installed() -> Validator:
    return "jsonschema_rs" if find_spec("jsonschema_rs") else "jsonschema"


def _errors_of_jsonschema(edition: str, data: Any) -> Iterator[SchemaError]:
    for error in _jsonschema(edition).iter_errors(data):
        yield SchemaError(tuple(error.absolute_path), str(error.validator), error.message)


def _errors_of_jsonschema_rs(edition: str, data: Any) -> Iterator[SchemaError]:
    for error in _jsonschema_rs(edition).iter_errors(data):
        keyword = str(error.schema_path[-1])
        yield SchemaError(tuple(error.instance_path), keyword, error.message)


@cache
def _jsonschema(edition: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(load_schema(edition))


@cache
def _jsonschema_rs(edition: str) -> Any:
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(load_schema(edition))


_ERRORS = {"jsonschema": _errors_of_jsonschema, "jsonschema_rs": _errors_of_jsonschema_rs}
