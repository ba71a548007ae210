"""White space and invisible characters, treated alike in every format."""

from __future__ import annotations

import re

from linter.regex import regex

_INVISIBLE = "[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060\ufe00-\ufe0f\ufeff]"
_PRINTABLE_BUT_ODD = regex("[\u2e80-\u2fd5\ufe00-\ufe0f]")


def cleaned(text: str) -> str:
    """``text`` without invisible characters, no-break spaces as spaces, stripped at both ends."""
    text = text.strip()
    if _PRINTABLE_BUT_ODD.search(text):
        from linter.readers.radicals import without_radicals

        text = without_radicals(text)
    elif text.isprintable():
        return text
    return re.sub(_INVISIBLE, "", text).replace("\xa0", " ").strip()
