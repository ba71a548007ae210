"""The TOML text of a configuration: its settings and where each of them stands."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from linter.configuration import wording
from linter.configuration.files import LARGEST_FILE, SHARED_FILE
from linter.configuration.model import ConfigurationErrors, ConfigurationProblem
from linter.file_errors import file_error
from linter.model.rule import Text
from linter.records import record

_SHARED_SECTION = ("tool", "nianbao")
_LONGEST_SHOWN = 60


@record
class Source:
    """The settings of ``file``; ``section`` is the table of ``text`` that they stand in."""

    file: Path
    text: str
    section: tuple[str, ...]
    settings: dict[str, Any]

    def problem(self, path: tuple[str | int, ...], message: Text) -> ConfigurationProblem:
        """A mistake in the setting at ``path``, e.g. ``("select", 2)``."""
        line, column = self.position(path)
        return ConfigurationProblem(self.file, line, column, message)

    def position(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Line and column, from 1, of the setting at ``path``."""
        # Needed only once something is to be said of it.
        from linter.engine.toml_places import places_of

        places, whole = places_of(self.text), (*self.section, *path)
        # [tool.nianbao] is a place for "tool" as well.
        stated = next((key for key in places.keys if key[: len(whole)] == whole), whole)
        return places.of(stated)


def read_source(file: Path) -> Source:
    """The settings in ``file``; raises :class:`ConfigurationErrors` where there are none."""
    text = _text(file)
    section = _SHARED_SECTION if file.name == SHARED_FILE else ()
    settings = _parsed(text, file)
    for key in section:
        settings = settings.get(key, {})
        if not isinstance(settings, dict):
            source = Source(file, text, (), {})
            raise ConfigurationErrors([source.problem(section, wording.not_a_section())])
    return Source(file, text, section, settings)


def shown(value: object) -> str:
    """A value as it stands in TOML, cut to a readable length."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _error(file, 0, 0, wording.unreadable(file_error(error))) from error
    if len(data) > LARGEST_FILE:
        raise _error(file, 0, 0, wording.too_large(LARGEST_FILE))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _error(file, line, 1, wording.not_utf8()) from error


def _parsed(text: str, file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        detail, *place = re.split(r" \(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[0]), int(place[1])) if place else (text.count("\n") + 1, 1)
        raise _error(file, line, column, wording.not_toml(detail)) from error
    except RecursionError as error:
        raise _error(file, 1, 1, wording.too_deep()) from error


def _error(file: Path, line: int, column: int, message: Text) -> ConfigurationErrors:
    return ConfigurationErrors([ConfigurationProblem(file, line, column, message)])
