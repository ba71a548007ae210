"""Whether settings are what ``schemas/configuration.schema.json`` describes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from linter.configuration import wording
from linter.configuration.entries import ENTRIES, entry_problems, with_plain_dates
from linter.configuration.model import ConfigurationProblem
from linter.configuration.source import Source, shown
from linter.nearest_name import nearest
from linter.resources import SCHEMAS

if TYPE_CHECKING:
    from jsonschema import ValidationError


@cache
def configuration_schema() -> dict[str, Any]:
    """The JSON Schema of a configuration."""
    schema: dict[str, Any] = json.loads((SCHEMAS / "configuration.schema.json").read_bytes())
    return schema


def problems(source: Source) -> list[ConfigurationProblem]:
    """What is wrong with the settings of ``source``, in the order of its lines."""
    # 60 ms that a run without a configuration need not pay.
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(configuration_schema())
    found: list[ConfigurationProblem] = []
    for error in validator.iter_errors(with_plain_dates(source.settings)):
        if error.absolute_path and error.absolute_path[0] in ENTRIES:
            found.extend(entry_problems(error, source))
        elif error.validator == "additionalProperties":
            found.extend(_unknown_keys(source))
        else:
            found.append(_wrong_value(error, source))
    return sorted(found, key=lambda problem: (problem.line, problem.column))


def _unknown_keys(source: Source) -> Iterator[ConfigurationProblem]:
    known = tuple(configuration_schema()["properties"])
    for key in source.settings:
        if key not in known:
            yield source.problem((key,), wording.unknown_key(key, nearest(key, known), known))


def _wrong_value(error: ValidationError, source: Source) -> ConfigurationProblem:
    key, *positions = error.absolute_path
    name, found = str(key), shown(error.instance)
    if error.validator in ("enum", "anyOf"):
        limit = error.validator_value
        values = limit if error.validator == "enum" else cast("Any", limit)[0]["enum"]
        allowed = [str(value) for value in cast("list[object]", values)]
        close = nearest(error.instance, allowed) if isinstance(error.instance, str) else None
        message = wording.not_one_of(name, found, allowed, close)
    elif name in ("baseline", "preview"):
        message = (
            wording.no_file_name(found) if name == "baseline" else wording.no_truth(name, found)
        )
    elif positions:
        message = wording.not_a_text(name, int(positions[0]) + 1, found)
    else:
        message = wording.not_a_list(name, found)
    return source.problem(tuple(error.absolute_path), message)
