"""Words of a report as a message quotes them."""

from __future__ import annotations

from linter.regex import regex

_FULL_WIDTH = str.maketrans("():;!?", "（）：；！？")
_COMMA = regex(",(?![0-9])")


def as_printed(folded: str) -> str:
    """Folded text with the punctuation of Chinese print."""
    return _COMMA.sub("，", folded.translate(_FULL_WIDTH))
