"""A pack file as TOML data, with the place of everything in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from linter.engine import pack_wording
from linter.engine.mistakes import PackError, PackErrors
from linter.engine.pack_terms import KEYS, moved, translated
from linter.engine.toml_keys import Quoted, quoted
from linter.engine.toml_places import Path, Places, places_of
from linter.model.rule import Text
from linter.records import record
from linter.regex import regex


@record
class PackSource:
    """``file`` is the name by which people know the pack's file.

    All keys of ``data`` and in ``places`` are English; ``written`` has them as they stand in
    the file, and ``chinese`` says whether its author writes Chinese keys.
    """

    file: str
    data: Mapping[str, Any]
    places: Places
    written: Mapping[Path, str]
    chinese: bool

    def error(self, path: Path, message: Text) -> PackError:
        return PackError(self.file, *self.places.of(path), message)

    def error_within(self, path: Path, offset: int, message: Text) -> PackError:
        """A mistake at one character of the text at ``path``."""
        return PackError(self.file, *self.places.within(path, offset), message)

    def line(self, path: Path) -> int:
        return self.places.of(path)[0]

    def place(self, path: Path) -> str:
        """The place of what ``path`` names, as people are told of it."""
        line, column = self.places.of(path)
        return f"{self.file}:{line}:{column}"

    def name(self, path: Path) -> str:
        """The innermost key of ``path`` as its author wrote it; a position has no name."""
        while path and isinstance(path[-1], int):
            path = path[:-1]
        return self.written.get(path, str(path[-1]) if path else "")

    def key_name(self, key: str, kind: str) -> str:
        """What the author of the pack would call a key of a kind of table."""
        names = KEYS.get(kind, {}).items() if self.chinese else ()
        return next((name for name, meant in names if meant == key), key)

    def english_key(self, name: str, kind: str) -> str:
        """The key that is called so in a kind of table."""
        return KEYS.get(kind, {}).get(name, name)


def read_pack(file: str, content: bytes) -> PackSource:
    """Reads the bytes of a pack. Raises :class:`PackErrors` where they are no TOML."""
    text = _decoded(file, content)
    source = quoted(text)
    try:
        data = tomllib.loads(source.text)
        translation = translated(data)
        as_written = places_of(text)
    except tomllib.TOMLDecodeError as error:
        place, detail = _place_and_detail(str(error), source)
        raise PackErrors([PackError(file, *place, pack_wording.not_toml(detail))]) from None
    except RecursionError:
        raise PackErrors([PackError(file, 1, 1, pack_wording.nested_too_deeply())]) from None
    twice = [
        PackError(file, *as_written.of(path), pack_wording.key_twice(str(path[-1])))
        for path in translation.twice
    ]
    if twice:
        raise PackErrors(twice)
    places = moved(as_written, translation)
    return PackSource(file, translation.data, places, translation.written, translation.chinese)


def _decoded(file: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise PackErrors([PackError(file, line, column, pack_wording.not_utf8())]) from None
    return text.replace("\r\n", "\n")


_PLACE = regex(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _place_and_detail(message: str, source: Quoted) -> tuple[tuple[int, int], str]:
    """``tomllib`` tells the place only in its message."""
    match = _PLACE.search(message)
    detail = message[: match.start()] if match else message
    if match and match[1]:
        line, column = int(match[1]), int(match[2])
    else:
        lines = source.text.rstrip("\n").split("\n")
        line, column = len(lines), len(lines[-1]) + 1
    return (line, source.column(line, column)), detail
