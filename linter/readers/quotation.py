"""Text that a mail program has quoted, each line behind ``>``."""

from __future__ import annotations

from linter.regex import regex

_MARKS = regex(r" {0,3}(?:> ?)+")
_FEW = 0.2


def unquoted(lines: list[str]) -> list[str]:
    """``lines`` with spaces for the marks of a quotation where all but a few have one.

    Characters keep their columns.
    """
    if not any(line.startswith((">", " >")) for line in lines):
        return lines
    written = sum(1 for line in lines if line.strip())
    quoted = sum(1 for line in lines if _MARKS.match(line))
    if quoted < (1 - _FEW) * written:
        return lines
    return [_MARKS.sub(lambda marks: " " * len(marks[0]), line, count=1) for line in lines]
