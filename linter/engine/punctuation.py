"""Full-width punctuation, which a Chinese keyboard gives, as the grammar has it."""

from __future__ import annotations

from linter.regex import regex

OPENING_QUOTES = "\"'“「"
_HALF_WIDTH = str.maketrans(
    "（）［］：，、．＝＋－−＊×＜＞！＃０１２３４５６７８９\u3000", "()[]:,,.=+--**<>!#0123456789 "
)
_PIECE = regex(r"\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”|「[^」\n]*」|[#＃][^\n]*|[^\"'“「#＃]+|.")


def half_width(text: str) -> str:
    """``text`` with half-width punctuation and digits outside of quotes, every character in
    its place.
    """
    return _PIECE.sub(lambda piece: _plain(piece[0]), text)


def _plain(piece: str) -> str:
    if piece[0] in "#＃":
        return "#" + piece[1:]
    quoted = len(piece) > 1 and piece[0] in OPENING_QUOTES
    return piece if quoted else piece.translate(_HALF_WIDTH)


def outside_of_quotes(text: str) -> str:
    """``text`` with blanks in the place of what is in quotes or a note."""
    return _PIECE.sub(lambda piece: _blank(piece[0]), text)


def _blank(piece: str) -> str:
    return " " * len(piece) if piece[0] in f"{OPENING_QUOTES}#＃" else piece
