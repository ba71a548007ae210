"""A pack against its JSON Schema (``schemas/rulepack.schema.json``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from linter.engine import pack_wording
from linter.engine.mistakes import PackError
from linter.engine.pack_source import PackSource
from linter.engine.toml_places import Path
from linter.model.rule import Text
from linter.nearest_name import nearest
from linter.resources import SCHEMAS

PACK_SCHEMA = SCHEMAS / "rulepack.schema.json"


def shape_errors(source: PackSource) -> list[PackError]:
    """What the schema finds wrong, each at the key concerned."""
    validator = Draft202012Validator(json.loads(PACK_SCHEMA.read_bytes()))
    errors = list(validator.iter_errors(dict(source.data)))
    misspelt = {key for error in errors for key in _misspelt(error)}
    return [
        source.error(path, message)
        for error in errors
        for path, message in _told(error)
        if error.validator != "required" or (*path, _missing(error)) not in misspelt
    ]


def _unknown(error: ValidationError) -> Iterator[tuple[str, str | None, list[str]]]:
    """Keys that the schema does not know, each with the one probably meant and all it knows."""
    if error.validator == "additionalProperties" and error.validator_value is False:
        schema: Any = error.schema
        found: Any = error.instance
        known = sorted(schema["properties"])
        for key in sorted(set(found) - set(known)):
            yield key, nearest(key, known), known


def _misspelt(error: ValidationError) -> Iterator[Path]:
    """The keys probably meant, which are not missing as well."""
    for _, meant, _ in _unknown(error):
        if meant:
            yield (*error.absolute_path, meant)


def _missing(error: ValidationError) -> str:
    return error.message.split("'")[1]


def _told(error: ValidationError) -> Iterator[tuple[Path, Text]]:
    path: Path = tuple(error.absolute_path)
    key = _name(path)
    limit: Any = error.validator_value
    found: Any = error.instance
    match error.validator:
        case "additionalProperties":
            for extra, meant, known in _unknown(error):
                yield (*path, extra), pack_wording.unknown_key(extra, meant, known)
        case "required":
            yield path, pack_wording.missing_key(_missing(error))
        case "dependentRequired":
            yield (*path, "once"), pack_wording.needs_other_key("once", "assert")
        case "not":
            yield (*path, "on"), pack_wording.assert_and_on()
        case "type":
            yield path, pack_wording.wrong_type(key, limit)
        case "enum":
            yield path, pack_wording.not_one_of(key, found, nearest(str(found), limit), limit)
        case "pattern":
            yield path, pack_wording.wrong_form(key, found, limit)
        case keyword:
            yield path, pack_wording.wrong_size(key, str(keyword), limit)


def _name(path: Path) -> str:
    """The innermost key: a position in a list has no name of its own."""
    names = [part for part in path if isinstance(part, str)]
    return names[-1] if names else ""
