"""A pack against its JSON Schema (``schemas/rulepack.schema.json``)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from linter.engine import pack_wording
from linter.engine.chinese import in_script_of
from linter.engine.mistakes import PackError
from linter.engine.pack_source import PackSource
from linter.engine.pack_terms import kind_of, values_in_chinese
from linter.engine.toml_places import Path
from linter.model.rule import Text
from linter.nearest_name import nearest
from linter.resources import SCHEMAS

PACK_SCHEMA = SCHEMAS / "rulepack.schema.json"


def shape_errors(source: PackSource) -> list[PackError]:
    """What the schema finds wrong, each at the key concerned."""
    validator = Draft202012Validator(json.loads(PACK_SCHEMA.read_bytes()))
    errors = list(validator.iter_errors(dict(source.data)))
    misspelt = {key for error in errors for key in _misspelt(error, source)}
    return [
        source.error(path, message)
        for error in errors
        for path, message in _told(error, source)
        if error.validator != "required" or (*path, _missing(error)) not in misspelt
    ]


def _unknown(
    error: ValidationError, source: PackSource
) -> Iterator[tuple[str, str | None, Sequence[str]]]:
    """Keys that the schema does not know, each with the one probably meant and all it knows."""
    if error.validator == "additionalProperties" and error.validator_value is False:
        schema: Any = error.schema
        found: Any = error.instance
        english = {key: key for key in sorted(schema["properties"])}
        in_chinese = {
            source.key_name(key, kind_of(tuple(error.absolute_path))): key for key in english
        }
        for key in sorted(set(found) - set(english)):
            known = english if not source.chinese else in_chinese
            yield key, nearest(key, known), list(known)


def _misspelt(error: ValidationError, source: PackSource) -> Iterator[Path]:
    """The keys probably meant, which are not missing as well."""
    kind = kind_of(tuple(error.absolute_path))
    for _, meant, _ in _unknown(error, source):
        if meant:
            yield (*error.absolute_path, source.english_key(meant, kind))


def _missing(error: ValidationError) -> str:
    return error.message.split("'")[1]


def _told(error: ValidationError, source: PackSource) -> Iterator[tuple[Path, Text]]:
    path: Path = tuple(error.absolute_path)
    kind = kind_of(path)
    key = source.name(path)
    limit: Any = error.validator_value
    found: Any = error.instance
    schema: Any = error.schema
    match error.validator:
        case "additionalProperties":
            for extra, meant, known in _unknown(error, source):
                yield (*path, extra), pack_wording.unknown_key(extra, meant, known)
        case "required":
            yield path, pack_wording.missing_key(source.key_name(_missing(error), kind))
        case "anyOf":
            one_of = [source.key_name(one["required"][0], kind) for one in limit]
            yield path, pack_wording.missing_one_of(one_of)
        case "dependentRequired":
            yield from _dependent(error, source, kind)
        case "not":
            names = [source.key_name(name, kind) for name in ("assert", "on")]
            yield (*path, "on"), pack_wording.assert_and_on(*names)
        case "type":
            yield path, pack_wording.wrong_type(key, limit)
        case "enum":
            words = in_script_of(str(found), values_in_chinese(kind), limit)
            yield path, pack_wording.not_one_of(key, found, nearest(str(found), words), words)
        case "pattern":
            yield path, pack_wording.wrong_form(key, found, schema["x-form"])
        case keyword:
            yield path, pack_wording.wrong_size(key, str(keyword), limit)


def _dependent(
    error: ValidationError, source: PackSource, kind: str
) -> Iterator[tuple[Path, Text]]:
    """The keys that are only allowed together with others which are not there."""
    limit: Any = error.validator_value
    found: Any = error.instance
    path: Path = tuple(error.absolute_path)
    missing = _missing(error)
    for key, others in limit.items():
        if key in found and missing in others:
            names = [source.key_name(name, kind) for name in (key, missing)]
            yield (*path, key), pack_wording.needs_other_key(*names)
