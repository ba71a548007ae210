"""Places of a text as editors count them: lines and code units from 0."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import Position, Range

from linter.regex import regex

_LINE_END = regex(r"\r\n|\r|\n")
_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class TextPositions:
    """The lines of a text; ``encoding`` is the one agreed upon with the editor."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._codec, self._width = _UNITS[encoding]
        ends = [match.span() for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def position(self, offset: int) -> Position:
        """Where the character at ``offset`` stands."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """The characters from ``start`` up to ``end``, which stays out."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The character at ``position``; what lies beyond an end is that end."""
        if position.line >= len(self._starts):
            return len(self._text)
        at, end = self._starts[position.line], self._ends[position.line]
        units = 0
        while at < end and units < position.character:
            units += self._units(self._text[at])
            at += 1
        return at

    def line_end(self, offset: int) -> int:
        """Where the line that ``offset`` lies on ends, its line end left out."""
        return self._ends[bisect_right(self._starts, offset) - 1]

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._width
