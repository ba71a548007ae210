"""Tables whose columns are held apart by nothing but white space."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.readers import limits
from linter.readers.column_slots import with_blanks
from linter.readers.plain_lines import Clean, GridBuilder, Piece, Stretch
from linter.regex import regex

# A full-width space parts columns by itself, unless it only spreads a word: "总　计".
_GAP = r"[ \xa0\u3000]{2,}|(?<=\S\S)\u3000(?=\S\S)|(?<=\S)\u3000(?=[\d—/-])"
_NUMBER = r"[+\-－]?[\d０-９][\d０-９,，.．]*(?:件|条|万元|元|个|次)?|[—\-－/／无]+"
_LONG_CELL = 45


def aligned_table(lines: Sequence[str], start: int, clean: Clean) -> Stretch | None:
    """The table of consecutive lines with gaps in them, one blank line between them allowed.

    Lines with one gap only make a table where numbers stand behind it: prose is indented and
    spread with spaces, too.
    """
    first = _split(lines[start], start)
    if len(first) < 2:
        return None
    rows = [first]
    end = index = start + 1
    while index < len(lines) and index - end < 2:
        if lines[index].strip():
            pieces = _split(lines[index], index)
            if len(pieces) < 2:
                break
            rows.append(pieces)
            end = index + 1
        index += 1
    likely = sum(_is_row(lines, pieces) for pieces in rows)
    if 2 * likely < len(rows) or (len(rows) == 1 and not _is_numeric(lines, first)):
        return Stretch(end, None)
    builder = GridBuilder(lines, clean)
    for pieces in with_blanks(lines, rows, [_numbers(lines, pieces) for pieces in rows]):
        builder.add_row(pieces)
    return Stretch(end, (builder.grid(exact=False),))


def _split(raw: str, index: int) -> list[Piece]:
    """The cells of a line that may be a row, else nothing."""
    if "  " not in raw and "\u3000" not in raw and "\xa0" not in raw:
        return []
    text = raw.rstrip()
    start = len(text) - len(text.lstrip())
    pieces: list[Piece] = []
    for gap in regex(_GAP).finditer(text, start):
        pieces.append(Piece(index, start, gap.start()))
        start = gap.end()
        limits.require("cells", len(pieces), limits.MAX_CELLS)
    pieces.append(Piece(index, start, len(text)))
    if text.endswith("。") or any(piece.end - piece.start > _LONG_CELL for piece in pieces):
        return []
    return pieces


def _is_row(lines: Sequence[str], pieces: Sequence[Piece]) -> bool:
    return len(pieces) > 2 or _is_number(lines, pieces[-1])


def _is_numeric(lines: Sequence[str], pieces: Sequence[Piece]) -> bool:
    return len(pieces) > 2 and all(_is_number(lines, piece) for piece in pieces[1:])


def _numbers(lines: Sequence[str], pieces: Sequence[Piece]) -> int:
    """How many pieces at the end of a row are numbers."""
    texts = [index for index, piece in enumerate(pieces) if not _is_number(lines, piece)]
    return len(pieces) - (texts[-1] + 1 if texts else 0)


def _is_number(lines: Sequence[str], piece: Piece) -> bool:
    return bool(re.fullmatch(_NUMBER, lines[piece.index][piece.start : piece.end]))
