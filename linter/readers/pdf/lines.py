"""Characters on a page as lines of text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from linter.readers.pdf.pages import Char
from linter.regex import regex

_WIDE = regex("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]")
_SPACE_OF_LETTERS = 0.2  # of the size, between letters or digits
_SPACE = 0.4  # where justified Chinese text spreads its characters at most
_APART = 1.4
"""A gap of so many characters parts columns or the pieces of a line."""

_SET_APART = 0.08
_LOOSEST = 0.6
_FEWEST_GAPS = 5
_DIGITS = frozenset("0123456789")
_TWIN = 0.3
_COPIES = 6
_LEFT = attrgetter("left")
_TALL = 0.6
_OFF = 0.15


class TextLine:
    """Characters from left to right on one line; ``size`` is the width of a Chinese one.

    ``middle`` is where the middles of most characters stand, ``spread`` what is laid between
    characters to space them out.
    """

    __slots__ = ("bottom", "chars", "left", "middle", "right", "size", "spread", "top")

    def __init__(self, chars: list[Char]) -> None:
        self.chars = chars = _once(sorted(chars, key=_LEFT))
        self.left = chars[0].left
        self.right = max([char.right for char in chars])
        self.top = min([char.top for char in chars])
        self.bottom = max([char.bottom for char in chars])
        self.middle = sorted([char.middle for char in chars])[len(chars) // 2]
        widest = max([char.right - char.left for char in chars])
        self.size = max(widest, 0.6 * (self.bottom - self.top), 1.0)
        self.spread = 0.0

    @property
    def text(self) -> str:
        return " ".join(piece.words for piece in self.pieces())

    def pieces(self, apart: float = _APART) -> list[TextPiece]:
        """The parts of the line that stand apart by more than a share of the size."""
        pieces = [TextPiece([self.chars[0]], self.size, self.spread)]
        for before, char in pairwise(self.chars):
            if char.left - before.right > apart * self.size + self.spread:
                pieces.append(TextPiece([char], self.size, self.spread))
            else:
                pieces[-1].chars.append(char)
        return pieces

    def part_of(self, chars: list[Char]) -> TextLine:
        """Some characters of the line, as a line."""
        part = TextLine(chars)
        part.size, part.spread = self.size, self.spread
        return part


class TextPiece:
    """Characters of a line that stand together."""

    __slots__ = ("chars", "size", "spread")

    def __init__(self, chars: list[Char], size: float, spread: float = 0.0) -> None:
        self.chars = chars
        self.size = size
        self.spread = spread

    @property
    def left(self) -> float:
        return self.chars[0].left

    @property
    def right(self) -> float:
        return self.chars[-1].right

    @property
    def words(self) -> str:
        text = [self.chars[0].text]
        least = _SPACE_OF_LETTERS * self.size + self.spread
        for before, char in pairwise(self.chars):
            gap = char.left - before.right
            if gap > least and (
                gap > _SPACE * self.size + self.spread
                or not (is_wide(before.text) or is_wide(char.text))
            ):
                text.append(" ")
            text.append(char.text)
        return "".join(text)


def is_wide(text: str) -> bool:
    """Whether a character is a Chinese one or takes the room of one."""
    return _WIDE.match(text) is not None


def lines_of(chars: Sequence[Char]) -> list[TextLine]:
    """The lines that ``chars`` stand on, from top to bottom."""
    if not chars:
        return []
    heights = sorted([char.height for char in chars])
    middles = [char.middle for char in chars]
    if max(middles) - min(middles) <= 0.5 * heights[0]:
        return [TextLine(list(chars))]
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
    if not any(_is_twin(first, second) for first, second in pairwise(chars)):
        return chars
    kept: list[Char] = []
    for char in chars:
        if not any(char.text == one.text and _is_twin(one, char) for one in kept[-_COPIES:]):
            kept.append(char)
    return kept


def _is_twin(first: Char, second: Char) -> bool:
    return second.left - first.left <= _TWIN * (first.right - first.left)


def space_out(groups: Sequence[Sequence[TextLine]]) -> None:
    """Tells lines how far apart their characters are set throughout.

    Digits show it: within numbers nothing else parts them. A group with few numbers is taken to
    be set as all others are.
    """
    found = [sorted(_gaps_of_digits(group)) for group in groups]
    overall = _usual(sorted([gap for gaps in found for gap in gaps]))
    for group, gaps in zip(groups, found, strict=True):
        usual = _usual(gaps) if len(gaps) >= _FEWEST_GAPS else overall
        if _SET_APART < usual < _LOOSEST:
            for line in group:
                line.spread = usual * line.size


def _gaps_of_digits(lines: Iterable[TextLine]) -> list[float]:
    """The gaps between neighbouring digits as shares of the size."""
    return [
        (char.left - before.right) / line.size
        for line in lines
        for before, char in pairwise(line.chars)
        if char.text in _DIGITS and before.text in _DIGITS
    ]


def _usual(gaps: Sequence[float]) -> float:
    return gaps[len(gaps) // 2] if gaps else 0.0
