"""How wide Chinese and Latin text is on a terminal, and where its lines may break.

A terminal gives a Chinese character two columns. Characters of *ambiguous* width (“ ” … · ≠)
take one column or two, as the terminal is set. Running text is therefore measured as if they
took two, so that no line overflows; drawings must do without them.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_NOT_FIRST = frozenset("，。、；：？！）」』】》〉〕”’…—·,.;:?!)]}%％")
_BEFORE_NUMBERS = frozenset("第表差共约〕")
_NOT_LAST = frozenset("（「『【《〈〔“‘([{")


def text_width(text: str, *, ambiguous: int = 1) -> int:
    """Columns that ``text`` takes, where a character of ambiguous width takes ``ambiguous``."""
    return sum(_char_width(char, ambiguous) for char in text)


def line_ends(text: str, width: int, first: int | None = None) -> tuple[int, ...]:
    """Offsets at which ``text`` is to be cut so that no line is wider than ``width``.

    ``first`` is the width of the first line where it differs. Latin words and numbers with
    their units stay whole, no line begins with closing punctuation or ends with opening
    punctuation, unless there is no other way. Spaces at the end of a line do not count.
    """
    ends: list[int] = []
    start = used = chance = 0
    room = width if first is None else first
    for index, char in enumerate(text):
        if index > start and _may_break(text, index):
            chance = index
        used += _char_width(char, 2)
        while used > room and index > start and char != " ":
            start = chance if chance > start else index
            ends.append(start)
            used = text_width(text[start : index + 1], ambiguous=2)
            room = width
    return tuple(ends)


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines no wider than ``width``; always at least one line."""
    cuts = (0, *line_ends(text, width), len(text))
    return [text[a:b].strip(" ") for a, b in pairwise(cuts)]


def balanced(text: str, lines: int) -> list[str]:
    """``text`` in at most ``lines`` lines of about the same width, as column headings stand.

    A Latin word is never cut.
    """
    words = (text_width(word, ambiguous=2) for word in re.findall("[!-~]+", text))
    narrowest = max(-(-text_width(text, ambiguous=2) // lines), *words, 2)
    width = next(
        width
        for width in range(narrowest, text_width(text, ambiguous=2) + 3)
        if len(wrapped(text, width)) <= lines
    )
    return wrapped(text, width)


def _may_break(text: str, index: int) -> bool:
    """Whether a line may end before the character at ``index``."""
    before, after = text[index - 1], text[index]
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if before == " ":
        word = text[index - 2 : index - 1]
        return not ((after.isdigit() and _is_wide(word)) or (word.isdigit() and _is_wide(after)))
    if before.isdigit() or after.isdigit():
        return _is_wide(before) and before not in _BEFORE_NUMBERS
    return _is_wide(before) or _is_wide(after)


def _is_wide(char: str) -> bool:
    return char != "" and _char_width(char, 1) == 2


def _char_width(char: str, ambiguous: int) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    kind = unicodedata.east_asian_width(char)
    return 2 if kind in "WF" else ambiguous if kind == "A" else 1
