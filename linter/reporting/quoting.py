"""Text of unknown origin made fit to stand inside one line of output.

Reports, file names and error texts may hold line breaks, terminal escape sequences, marks
that reverse the direction of writing, or no end. None of that reaches a terminal or a log.
"""

from __future__ import annotations

import re
import unicodedata

EXCERPT = 60
"""Characters of a report's own words that a message quotes at most."""


def one_line(text: str, limit: int = EXCERPT) -> str:
    """``text`` on one line, without invisible characters, cut after ``limit`` characters."""
    visible = printable(re.sub(r"\s+", " ", text[: 4 * limit])).strip()
    cut = len(visible) > limit or len(text) > 4 * limit
    return visible[:limit] + "…" if cut else visible


def printable(text: str) -> str:
    """``text`` without control, format, surrogate and unassigned characters."""
    return "".join(char for char in text if not unicodedata.category(char).startswith("C"))


def path_text(path: str) -> str:
    """A file's path as printable text; what cannot be printed is written as an escape."""
    return "".join(
        char.encode("unicode_escape").decode("ascii")
        if unicodedata.category(char).startswith("C")
        else char
        for char in path
    )
