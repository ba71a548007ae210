"""What is wrong with the entries of ``[[suppress]]`` and ``[[disable]]``, and what they say."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from linter.configuration import wording
from linter.configuration.model import ConfigurationProblem
from linter.configuration.source import Source, shown
from linter.nearest_name import nearest
from linter.suppression.entry import Disabling, Suppression

if TYPE_CHECKING:
    from jsonschema import ValidationError

ENTRIES = ("suppress", "disable")


def entry_problems(error: ValidationError, source: Source) -> Iterator[ConfigurationProblem]:
    """The mistakes in an entry that ``error`` stands for."""
    path = tuple(error.absolute_path)
    key = str(path[0])
    if len(path) < 3:
        yield from _shape_problems(error, key, source)
        return
    name, found = str(path[2]), shown(error.instance)
    if name in ("reason", "rule"):
        message = wording.blank(name)
    elif name == "until":
        message = wording.no_date(found)
    elif len(path) > 3:
        message = wording.not_a_text(name, int(path[3]) + 1, found)
    else:
        message = wording.not_a_list(name, found)
    yield source.problem(path, message)


def _shape_problems(
    error: ValidationError, key: str, source: Source
) -> Iterator[ConfigurationProblem]:
    path = tuple(error.absolute_path)
    schema: Any = error.schema
    entry: Any = error.instance
    match error.validator:
        case "additionalProperties":
            properties = schema["properties"]
            for name in entry:
                if name not in properties:
                    message = wording.unknown_entry_key(key, name, nearest(name, properties))
                    yield source.problem((*path, name), message)
        case "required":
            # One error for each key that is missing, and named in its text alone.
            for name in schema["required"]:
                if error.message.startswith(repr(name)):
                    yield source.problem(path, wording.missing_key(key, name))
        case _:
            yield source.problem(path, wording.not_entries(key))


def impossible_dates(source: Source) -> Iterator[ConfigurationProblem]:
    """The days until which entries shall hold although no calendar has them."""
    for number, entry in enumerate(source.settings.get("suppress", ())):
        try:
            _date(entry.get("until"))
        except ValueError:
            place = ("suppress", number, "until")
            yield source.problem(place, wording.no_date(shown(entry["until"])))


def suppressions(source: Source) -> tuple[Suppression, ...]:
    """The entries of ``[[suppress]]`` in a sound source."""
    return tuple(
        Suppression(
            tuple(entry["rules"]),
            entry["reason"].strip(),
            tuple(entry.get("files", ())),
            tuple(entry.get("cells", ())),
            _date(entry.get("until")),
            source.position(("suppress", number))[0],
        )
        for number, entry in enumerate(source.settings.get("suppress", ()))
    )


def disablings(source: Source) -> tuple[Disabling, ...]:
    """The entries of ``[[disable]]`` in a sound source."""
    return tuple(
        Disabling(entry["rule"], entry["reason"].strip())
        for entry in source.settings.get("disable", ())
    )


def with_plain_dates(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings as JSON could hold them: a date as its text."""
    return {key: _plain(value) for key, value in settings.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, datetime.date) else value


def _date(value: datetime.date | str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if isinstance(value, str) else value
