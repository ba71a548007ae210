"""Characters on a page as lines of text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from linter.readers.pdf_pages import Char
from linter.regex import regex

_WIDE = regex("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]")
_SPACE_OF_LETTERS = 0.2  # of the size, between letters or digits
_SPACE = 0.4  # where justified Chinese text spreads its characters at most
_APART = 1.4
"""A gap of so many characters parts columns or the pieces of a line."""

_TALL = 0.6
_OFF = 0.15


class TextLine:
    """Characters from left to right on one line; ``size`` is the width of a Chinese one.

    ``middle`` is where the middles of most characters stand.
    """

    __slots__ = ("bottom", "chars", "left", "middle", "right", "size", "top")

    def __init__(self, chars: list[Char]) -> None:
        self.chars = _once(sorted(chars, key=lambda char: char.left))
        self.left = self.chars[0].left
        self.right = max(char.right for char in self.chars)
        self.top = min(char.top for char in self.chars)
        self.bottom = max(char.bottom for char in self.chars)
        self.middle = sorted(char.middle for char in self.chars)[len(self.chars) // 2]
        widest = max(char.right - char.left for char in self.chars)
        self.size = max(widest, 0.6 * (self.bottom - self.top), 1.0)

    @property
    def text(self) -> str:
        return " ".join(piece.words for piece in self.pieces())

    def pieces(self) -> list[TextPiece]:
        """The parts of the line that stand clearly apart."""
        pieces = [TextPiece([self.chars[0]], self.size)]
        for before, char in zip(self.chars, self.chars[1:], strict=False):
            if char.left - before.right > _APART * self.size:
                pieces.append(TextPiece([char], self.size))
            else:
                pieces[-1].chars.append(char)
        return pieces


class TextPiece:
    """Characters of a line that stand together."""

    __slots__ = ("chars", "size")

    def __init__(self, chars: list[Char], size: float) -> None:
        self.chars = chars
        self.size = size

    @property
    def left(self) -> float:
        return self.chars[0].left

    @property
    def words(self) -> str:
        text = [self.chars[0].text]
        for before, char in zip(self.chars, self.chars[1:], strict=False):
            narrow = not (is_wide(before.text) or is_wide(char.text))
            space = _SPACE_OF_LETTERS if narrow else _SPACE
            text.append(
                f" {char.text}" if char.left - before.right > space * self.size else char.text
            )
        return "".join(text)


def is_wide(text: str) -> bool:
    """Whether a character is a Chinese one or takes the room of one."""
    return _WIDE.match(text) is not None


def lines_of(chars: Sequence[Char]) -> list[TextLine]:
    """The lines that ``chars`` stand on, from top to bottom."""
    if not chars:
        return []
    heights = sorted(char.height for char in chars)
    least = _TALL * heights[len(heights) // 2]
    rows = _rows([char for char in chars if char.height >= least])
    # Some fonts give points and dashes boxes no larger than their ink, far off the middle.
    small = [char for char in chars if char.height < least]
    alone = [char for char in small if not _placed(char, rows)]
    return sorted(map(TextLine, [*rows, *_rows(alone)]), key=lambda line: line.top)


def _rows(chars: Iterable[Char]) -> list[list[Char]]:
    rows: list[list[Char]] = []
    middle = height = 0.0
    for char in sorted(chars, key=lambda char: char.middle):
        own = char.height
        if rows and char.middle - middle <= 0.5 * min(own, height):
            rows[-1].append(char)
            middle += (char.middle - middle) / len(rows[-1])
            height = max(height, own)
        else:
            rows.append([char])
            middle, height = char.middle, own
    return rows


def _placed(char: Char, rows: Sequence[list[Char]]) -> bool:
    """Puts a small character on the line that it stands in, if there is one."""
    index = bisect_left(rows, char.middle, key=lambda row: row[0].middle)
    for row in rows[max(0, index - 1) : index + 1]:
        if row[0].top - _OFF * row[0].height <= char.middle <= row[0].bottom + _OFF * row[0].height:
            row.append(char)
            return True
    return False


def joined(lines: Iterable[str]) -> str:
    """Lines of one paragraph or cell as one text: a space only between letters or numbers."""
    text = ""
    for line in lines:
        letters = text[-1:].isascii() and text[-1:].isalpha() and line[:1].isascii()
        text += f" {line}" if letters and line[:1].isalnum() else line
    return text


def _once(chars: list[Char]) -> list[Char]:
    """``chars`` without those printed twice, a little aside, to look bold."""
    kept: list[Char] = []
    for char in chars:
        twin = next((one for one in kept[-2:] if one.text == char.text), None)
        if twin is None or char.left - twin.left > 0.3 * (twin.right - twin.left):
            kept.append(char)
    return kept
