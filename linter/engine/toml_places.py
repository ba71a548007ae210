"""Where in a TOML file each key and each character of a text stands.

``tomllib`` reads the data and says nothing about places, so this walks over the same source
once more. It trusts that ``tomllib`` found nothing wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.records import field, record
from linter.regex import regex

Path = tuple[str | int, ...]

_BLANK = regex(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING = regex(
    r'"""(?:[^\\]|\\.)*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY = regex(r"[\w-]+")
_PLAIN_VALUE = regex(r"[^,\]}#\n]+")
_ESCAPE = regex(r"\\(?:u.{4}|U.{8}|[ \t]*\n\s*|.)|.", re.DOTALL)


@record
class Places:
    """The places of a TOML source. A path holds keys and, for lists, positions from 0."""

    source: str
    keys: dict[Path, int] = field(default_factory=dict)
    values: dict[Path, int] = field(default_factory=dict)

    def of(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1, of what ``path`` names, else of what encloses it."""
        while path and path not in self.keys:
            path = path[:-1]
        return self._line_and_column(self.keys.get(path, 0))

    def within(self, path: Path, index: int) -> tuple[int, int]:
        """Line and column of one character of the text at ``path``, counted as read."""
        for count, offset in enumerate(self._characters(self.values[path])):
            if count == index:
                return self._line_and_column(offset)
        raise IndexError(index)

    def _characters(self, start: int) -> Iterator[int]:
        """The offset of each character of the text whose quotes open at ``start``."""
        match = _STRING.match(self.source, start)
        quoted = match[0] if match else ""
        fence = 3 if quoted[:3] in ('"""', "'''") else 1
        body = quoted[fence:-fence]
        offset = start + fence
        if fence == 3 and body.startswith("\n"):
            body, offset = body[1:], offset + 1
        if quoted.startswith("'"):
            yield from range(offset, offset + len(body) + 1)
            return
        for character in _ESCAPE.finditer(body):
            if not character[0].startswith(("\\\n", "\\ ", "\\\t")):
                yield offset + character.start()
        yield offset + len(body)

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = self.source.count("\n", 0, offset) + 1
        return line, offset - self.source.rfind("\n", 0, offset)


def places_of(source: str) -> Places:
    """The places of all keys of ``source``, which is right TOML with ``\\n`` at line ends."""
    scan = _Scan(source)
    scan.document()
    return scan.places


class _Scan:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.places = Places(source)
        self.lengths: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        self._skip_blank()
        while self.position < len(self.source):
            if self.source.startswith("[", self.position):
                table = self._header()
            else:
                self._setting(table)
            self._skip_blank()

    def _header(self) -> Path:
        start = self.position
        listed = self.source.startswith("[[", start)
        self.position += 2 if listed else 1
        path = self._resolved(self._key())
        self.position = self.source.index("]", self.position) + (2 if listed else 1)
        if listed:
            number = self.lengths.get(path, 0)
            self.lengths[path] = number + 1
            path = (*path, number)
        for length in range(1, len(path)):
            self.places.keys.setdefault(path[:length], start)
        self.places.keys[path] = start
        return path

    def _resolved(self, keys: Path) -> Path:
        """The path of a header: keys that are lists of tables mean their last table."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
        return (*path, keys[-1])

    def _setting(self, table: Path) -> None:
        start = self.position
        path = table
        for key in self._key():
            path = (*path, key)
            self.places.keys.setdefault(path, start)
        self.position = self.source.index("=", self.position) + 1
        self._value(path)

    def _key(self) -> Path:
        parts: list[str] = []
        while True:
            self._skip_blank()
            parts.append(self._take(_STRING, _BARE_KEY).strip("\"'"))
            self._skip_blank()
            if not self.source.startswith(".", self.position):
                return tuple(parts)
            self.position += 1

    def _value(self, path: Path) -> None:
        self._skip_blank()
        self.places.values[path] = self.position
        opening = self.source[self.position]
        if opening == "[":
            self._list(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._take(_STRING, _PLAIN_VALUE)

    def _list(self, path: Path) -> None:
        number = 0
        while self._continues("]"):
            self.places.keys[(*path, number)] = self.position
            self._value((*path, number))
            number += 1

    def _inline_table(self, path: Path) -> None:
        while self._continues("}"):
            self._setting(path)

    def _continues(self, closing: str) -> bool:
        """Steps over an opening bracket or a comma; False behind the closing bracket."""
        self._skip_blank()
        if self.source[self.position] != closing:
            self.position += self.source[self.position] in "[{,"
            self._skip_blank()
        if self.source[self.position] != closing:
            return True
        self.position += 1
        return False

    def _take(self, *shapes: re.Pattern[str]) -> str:
        for shape in shapes:
            if match := shape.match(self.source, self.position):
                self.position = match.end()
                return match[0]
        raise ValueError(self.position)

    def _skip_blank(self) -> None:
        match = _BLANK.match(self.source, self.position)
        self.position = match.end() if match else self.position
