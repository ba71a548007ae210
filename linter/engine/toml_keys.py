"""TOML with Chinese keys that are not quoted, which a pack may have and TOML itself has not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.records import record
from linter.regex import regex

# Outside of texts and notes letters that are not ASCII can only be a key, or a word in the place
# of a value (是, 否), which is as good as a text.
_PIECE = regex(
    r'"""(?:[^\\]|\\.)*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    # Quotes that are not closed: what follows is for tomllib to complain of.
    r"|\"\"\".*|'''.*|\"[^\n]*|'[^\n]*"
    r"|#[^\n]*"
    r"|(?P<word>[\w-]+)"
    r"|.",
    re.DOTALL,
)


@record
class Quoted:
    """TOML in which all keys are quoted that need it; ``added`` are the offsets, in it, of the
    quotes that its author did not write.
    """

    text: str
    added: Sequence[int]

    def column(self, line: int, column: int) -> int:
        """A column of a line of ``text`` as a column of what the author wrote."""
        start = 0
        for _ in range(line - 1):
            start = self.text.index("\n", start) + 1
        return column - sum(start <= place < start + column - 1 for place in self.added)


def quoted(source: str) -> Quoted:
    """``source`` with quotes around bare words that are not ASCII."""
    pieces: list[str] = []
    added: list[int] = []
    length = 0
    for match in _PIECE.finditer(source):
        piece = match[0]
        if match["word"] and not piece.isascii():
            added += [length, length + len(piece) + 1]
            piece = f'"{piece}"'
        pieces.append(piece)
        length += len(piece)
    return Quoted("".join(pieces), added)
