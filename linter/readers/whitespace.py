"""White space and invisible characters, treated alike in every format."""

from __future__ import annotations

import re

_INVISIBLE = "[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"


def cleaned(text: str) -> str:
    """``text`` without invisible characters, no-break spaces as spaces, stripped at both ends."""
    text = text.strip()
    if text.isprintable():
        return text
    return re.sub(_INVISIBLE, "", text).replace("\xa0", " ").strip()
