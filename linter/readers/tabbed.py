"""Tables made of tabs: rows with tabs between cells, or one cell a line behind a tab."""

from __future__ import annotations

from collections.abc import Sequence

from linter.readers import limits
from linter.readers.plain_lines import Clean, GridBuilder, Piece, Stretch, text_column
from linter.regex import regex

_CELL_LINE = regex(r"[ \u3000]*\t[^\t]*")
_NUMBERED = regex(r"\s*(?:[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十]+[)）])")
_SENTENCE_ENDS = "。；！？;!?"
_LONG_CELL = 60
_BROKEN_LINES = 4
_SHORT_REST = 3


def tab_table(lines: Sequence[str], start: int, clean: Clean) -> Stretch | None:
    """The table of tabbed lines from ``start``, whichever of the two forms it has."""
    if "\t" not in lines[start] or _is_prose(lines[start]):
        return None
    if all(_CELL_LINE.fullmatch(raw) for raw in lines[start : start + 2] if "\t" in raw):
        return _flattened(lines, start, _flattened_end(lines, start), clean)
    return _rows_of_cells(lines, start, _rows_end(lines, start), clean)


def _is_prose(raw: str) -> bool:
    """Whether a tab only indents a paragraph."""
    if not _CELL_LINE.fullmatch(raw):
        return False
    text = raw.strip()
    return len(text) > _LONG_CELL or (len(text) > 15 and text[-1] in _SENTENCE_ENDS)


def _rows_end(lines: Sequence[str], start: int) -> int:
    end = start + 1
    for index in range(end, len(lines)):
        raw = lines[index]
        if "\t" in raw and not _is_prose(raw):
            end = index + 1
        elif raw.strip():
            break
    return end


def _flattened_end(lines: Sequence[str], start: int) -> int:
    end = index = start + 1
    while index < len(lines):
        raw = lines[index]
        if "\t" in raw:
            if _is_prose(raw) or not _CELL_LINE.fullmatch(raw):
                break
            end = index = index + 1
        elif not raw.strip():
            index += 1
        elif (rest := _broken_cell_end(lines, end, index)) is not None:
            end = index = rest
        else:
            break
    return end


def _broken_cell_end(lines: Sequence[str], end: int, index: int) -> int | None:
    """Where the rest of a cell that is broken over lines ends, None where this is none.

    A cell of two paragraphs, "总" over "计", is "⇥总", a blank line and "计", and the row goes
    on with "⇥" on the very next line. At the end of a row a blank line follows instead, and
    then only a piece of very few characters is taken for the rest of a cell.
    """
    for _ in range(_BROKEN_LINES):
        if index - end > 1 or not _may_continue(lines[index]):
            return None
        end = index + 1
        index = end if end < len(lines) and lines[end].strip(" ") else end + 1
        if index >= len(lines) or not (lines[index].strip() or "\t" in lines[index]):
            return None
        if "\t" in lines[index]:
            short = len(lines[end - 1].strip()) <= _SHORT_REST
            return end if index == end or short else None
    return None


def _may_continue(raw: str) -> bool:
    text = raw.strip()
    return len(text) <= 40 and text[-1] not in _SENTENCE_ENDS and not _NUMBERED.match(text)


def _flattened(lines: Sequence[str], start: int, end: int, clean: Clean) -> Stretch:
    builder = GridBuilder(lines, clean)
    limits.require("cells", sum("\t" in raw for raw in lines[start:end]), limits.MAX_CELLS)
    rows: list[list[list[Piece]]] = []
    open_row = False
    for index in range(start, end):
        raw = lines[index]
        piece = Piece(index, text_column(raw, 0) - 1 if raw.strip() else len(raw), len(raw))
        if "\t" in raw:
            if not open_row:
                rows.append([])
            rows[-1].append([piece])
            open_row = True
        elif raw.strip():
            rows[-1][-1].append(piece)
            open_row = True
        else:
            open_row = False
    wide = sum(len(row) > 1 for row in rows)
    if wide < 2 and max(map(len, rows)) < 4:
        return Stretch(end, None)
    for row in rows:
        _add_broken(builder, row)
    return Stretch(end, (builder.grid(exact=False),))


def _add_broken(builder: GridBuilder, row: Sequence[Sequence[Piece]]) -> None:
    builder.add_row([pieces[0] for pieces in row])
    for cell, pieces in zip(builder.rows[-1], row, strict=True):
        for piece in pieces[1:]:
            builder.extend_cell(cell, piece)


def _rows_of_cells(lines: Sequence[str], start: int, end: int, clean: Clean) -> Stretch:
    rows = [index for index in range(start, end) if "\t" in lines[index]]
    limits.require("cells", sum(lines[index].count("\t") for index in rows), limits.MAX_CELLS)
    builder = GridBuilder(lines, clean)
    for index in rows:
        builder.add_row(_split(lines[index], index))
    most = max(sum(bool(cell.items) for cell in row) for row in builder.rows)
    # A tab at the start alone may as well indent a line.
    wide = sum(len(row) > 2 or bool(row[0].items) for row in builder.rows)
    if most < 2 or (most < 3 and wide < 2):
        return Stretch(end, None)
    return Stretch(end, (builder.grid(builder.same_widths()),))


def _split(raw: str, index: int) -> list[Piece]:
    pieces: list[Piece] = []
    start = 0
    for text in raw.split("\t"):
        pieces.append(Piece(index, start, start + len(text)))
        start += len(text) + 1
    return pieces
