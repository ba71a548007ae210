"""Which characters a terminal can show, and what stands in for the others."""

from __future__ import annotations

from linter.records import record
from linter.reporting.typesetting import text_width

_STAND_INS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "·": "-",
        "…": "...",
        "—": "-",
        "≠": "!=",
        "≤": "<=",
        "≥": ">=",
        "（": "(",
        "）": ")",
    }
)
_STEADY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "…": "...", "—": "-"})


@record
class Lettering:
    """The characters of one terminal.

    ``encoding`` is None where it can show everything. ``boxes`` is False where lines drawn
    with box characters would be torn: without Unicode, and on old Windows consoles, which
    give them two columns. ``coloured`` is False where a mark must do for a colour.
    """

    encoding: str | None
    boxes: bool
    coloured: bool

    @property
    def good(self) -> str:
        return "✓" if self.boxes else "OK"

    @property
    def more_rows(self) -> str:
        return "⋮" if self.boxes else ":"

    @property
    def more_columns(self) -> str:
        return "⋯" if self.boxes else ".."

    def severity(self, severity: str) -> str:
        """The sign of a severity."""
        signs = {"error": "✗" if self.boxes else "x", "warning": "!", "info": "i"}
        return signs[severity]

    def shown(self, text: str) -> str:
        """``text`` in characters that the terminal can show."""
        if self.encoding is None or _encodable(text, self.encoding):
            return text
        return "".join(self._stand_in(char) for char in text)

    def steady(self, text: str) -> str:
        """``text`` for a drawing: without characters whose width no program can know."""
        return self.shown(text.translate(_STEADY))

    def _stand_in(self, char: str) -> str:
        if _encodable(char, self.encoding or "utf-8"):
            return char
        plain = char.translate(_STAND_INS)
        return plain if _encodable(plain, "ascii") else "?" * text_width(char)


def lettering_for(encoding: str, *, legacy_windows: bool, coloured: bool) -> Lettering:
    """The lettering of a terminal with this encoding."""
    unicode = encoding.lower().replace("_", "-").startswith("utf")
    return Lettering(None if unicode else encoding, unicode and not legacy_windows, coloured)


def _encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
