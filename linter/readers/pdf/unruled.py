"""Tables without rulings: lines whose pieces stand in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.readers.aligned import aligned_table
from linter.readers.flow import Grid
from linter.readers.pdf.lines import TextLine, is_wide
from linter.readers.pdf.number_rows import number_tables
from linter.readers.whitespace import cleaned


def unruled(lines: Sequence[TextLine], page: int) -> Iterator[tuple[TextLine, TextLine | Grid]]:
    """The lines of a page; instead of those that form a table, the table with its first line."""
    done = 0
    for table in number_tables(lines, page):
        yield from _aligned(lines[done : table.start], page)
        yield lines[table.start], table.grid
        done = table.end
    yield from _aligned(lines[done:], page)


def _aligned(lines: Sequence[TextLine], page: int) -> Iterator[tuple[TextLine, TextLine | Grid]]:
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and len(lines[end].pieces()) > 1:
            end += 1
        if end == index:
            yield lines[index], lines[index]
            index += 1
        while index < end:
            run = lines[index:end]
            stretch = aligned_table([_spread(line) for line in run], 0, cleaned)
            if stretch is None or stretch.items is None:
                yield run[0], run[0]
                index += 1
                continue
            for grid in stretch.items:
                if isinstance(grid, Grid):
                    yield run[0], _on_page(grid, page)
            index += stretch.end


def _spread(line: TextLine) -> str:
    """The line as text in which a piece begins at the column where it stands on the page."""
    half = line.size / 2
    text, width = "", 0
    for piece in line.pieces():
        gap = max(2 if text else 0, round((piece.left) / half) - width)
        words = piece.words
        text += " " * gap + words
        width += gap + sum(2 if is_wide(char) else 1 for char in words)
    return text


def _on_page(grid: Grid, page: int) -> Grid:
    grid.position = (page, 1)
    for row in grid.rows:
        for cell in row:
            cell.position = (page, cell.row + 1)
    return grid
