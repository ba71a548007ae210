"""Lines of a PDF file as paragraphs: which line breaks were only those of the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.readers.pdf.lines import TextLine, is_wide, joined
from linter.records import mutable_record
from linter.regex import regex

_INDENT = 0.8
_SLACK = 0.6
_DEEPEST = 4.5  # of an indented first line
_LEAST_WIDTH = 0.6  # of a page, that its text takes
_LOOSE = 1.3
_WIDE_PITCH = 2.4
_CLOSING = "，。、；：？！）》】”’%％)],.;:"
_NUMBERED = regex(r"[（(]?[\d一二三四五六七八九十]+[）)、.．]")
_END = regex(r"[。；：:;!！?？]$")


@mutable_record
class Margins:
    """Between which the running text of a page stands, and how far apart its lines are."""

    left: float
    right: float
    pitch: float = 0.0


class Paragraphs:
    """Collects lines, from top to bottom and page by page, into paragraphs."""

    def __init__(self) -> None:
        self._lines: list[TextLine] = []

    def add(self, line: TextLine, margins: Margins, new_page: bool) -> bool:
        """Takes ``line`` into the open paragraph; False where it begins another one."""
        if self._lines and not self._goes_on(line, margins, new_page):
            return False
        self._lines.append(line)
        return True

    def take(self) -> str:
        """The text of the open paragraph, which ends here."""
        text = joined(line.text for line in self._lines)
        self._lines = []
        return text

    def _goes_on(self, line: TextLine, margins: Margins, new_page: bool) -> bool:
        last = self._lines[-1]
        if not _may_follow(last, line, margins):
            return False
        if new_page:
            return not _END.search(last.text)
        if _END.search(last.text) and (not margins.pitch or _NUMBERED.match(line.text)):
            return False
        most = _LOOSE * margins.pitch if margins.pitch else _WIDE_PITCH * last.size
        return 0 < line.middle - last.middle <= most


def _may_follow(last: TextLine, line: TextLine, margins: Margins) -> bool:
    """Whether ``last`` is filled so that ``line`` can be the rest of its paragraph."""
    size = max(line.size, last.size)
    if abs(line.size - last.size) > 0.15 * size:
        return False
    room = _first_word(line) + _SLACK * size
    indent = last.left - margins.left
    if indent > _DEEPEST * size or line.left - margins.left > _INDENT * size:
        middle = (margins.left + margins.right) / 2
        centred = all(abs(middle - (one.left + one.right) / 2) < size / 2 for one in (last, line))
        return centred and last.right - last.left + room > margins.right - margins.left - 2 * size
    return last.right + room > margins.right


def margins_of(lines: Sequence[TextLine], width: float) -> Margins:
    """The margins of pages as their lines show them, the lines of each page in order."""
    right = max(line.right for line in lines)
    margins = Margins(min(line.left for line in lines), max(right, _LEAST_WIDTH * width))
    steps = sorted(
        line.middle - last.middle
        for last, line in pairwise(lines)
        if line.middle > last.middle
        and _may_follow(last, line, margins)
        and not _END.search(last.text)
    )
    if steps:
        margins.pitch = steps[len(steps) // 4]
    return margins


def _first_word(line: TextLine) -> float:
    """The width of what cannot be parted from the beginning of a line."""
    last = line.chars[0]
    for char in line.chars[1:]:
        breakable = is_wide(char.text) or (is_wide(last.text) and last.text not in _CLOSING)
        if breakable and char.text not in _CLOSING:
            break
        last = char
    return last.right - line.left
