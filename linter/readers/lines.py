"""From a character's offset to its line and column."""

from __future__ import annotations

import re
from bisect import bisect_left


class LineIndex:
    """Lines of ``source``, indexed once."""

    def __init__(self, source: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", source)]
        self._length = len(source)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of the character at ``offset``."""
        line = bisect_left(self._ends, offset)
        return line + 1, offset - (self._ends[line - 1] if line else -1)

    def offset(self, line: int) -> int:
        """The offset at which the line with index ``line``, from 0, begins."""
        if not line:
            return 0
        return self._ends[line - 1] + 1 if line <= len(self._ends) else self._length
