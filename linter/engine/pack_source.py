"""A pack file as TOML data, with the place of everything in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from linter.engine import pack_wording
from linter.engine.mistakes import PackError, PackErrors
from linter.engine.toml_places import Path, Places, places_of
from linter.model.rule import Text
from linter.records import record


@record
class PackSource:
    """``file`` is the name by which people know the pack's file."""

    file: str
    data: Mapping[str, Any]
    places: Places

    def error(self, path: Path, message: Text) -> PackError:
        return PackError(self.file, *self.places.of(path), message)

    def error_within(self, path: Path, offset: int, message: Text) -> PackError:
        """A mistake at one character of the text at ``path``."""
        return PackError(self.file, *self.places.within(path, offset), message)

    def line(self, path: Path) -> int:
        return self.places.of(path)[0]


def read_pack(file: str, content: bytes) -> PackSource:
    """Reads the bytes of a pack. Raises :class:`PackErrors` where they are no TOML."""
    text = _decoded(file, content)
    try:
        return PackSource(file, tomllib.loads(text), places_of(text))
    except tomllib.TOMLDecodeError as error:
        place, detail = _place_and_detail(str(error), text)
        raise PackErrors([PackError(file, *place, pack_wording.not_toml(detail))]) from None
    except RecursionError:
        raise PackErrors([PackError(file, 1, 1, pack_wording.nested_too_deeply())]) from None


def _decoded(file: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise PackErrors([PackError(file, line, column, pack_wording.not_utf8())]) from None
    return text.replace("\r\n", "\n")


_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _place_and_detail(message: str, text: str) -> tuple[tuple[int, int], str]:
    """``tomllib`` tells the place only in its message."""
    match = _PLACE.search(message)
    detail = message[: match.start()] if match else message
    if match and match[1]:
        return (int(match[1]), int(match[2])), detail
    lines = text.rstrip("\n").split("\n")
    return (len(lines), len(lines[-1]) + 1), detail
