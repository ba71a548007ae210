"""The flattened forms in which reports circulate as plain text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from tests.rendering.content import Content, Section
from tests.rendering.grid import Grid, grids_of, matrix, statutory_rows, word_rows
from tests.rendering.style import Style

Draw = Callable[[Grid], str]


def cell_a_line(content: Content, style: Style) -> str:
    """One cell a line behind a tab, merged cells as empty ones, a blank line between rows."""

    def draw(grid: Grid) -> str:
        rows = (
            "\n".join("\t" + _broken(cell.text, "\n\n") if begins else "\t" for cell, begins in row)
            for row in word_rows(grid)
        )
        return _captioned(grid, "\n\n".join(rows), indent="\t") + "\n"

    return _article(content, style, draw)


def tabbed_rows(content: Content, style: Style) -> str:
    """One row a line, cells apart by tabs, every grid column there, as a spreadsheet copies."""

    def draw(grid: Grid) -> str:
        return _captioned(grid, "\n".join("\t".join(_flat(row)) for row in matrix(grid)))

    return _article(content, style, draw)


def tabbed_cells(content: Content, style: Style) -> str:
    """One row a line, cells apart by tabs, a cell merged sideways once, as Word copies."""

    def draw(grid: Grid) -> str:
        rows = (
            "\t".join(_flat(cell.text if begins else "" for cell, begins in row))
            for row in word_rows(grid)
        )
        return _captioned(grid, "\n".join(rows))

    return _article(content, style, draw)


def aligned_columns(content: Content, style: Style) -> str:
    """Columns held apart by spaces, East Asian characters two columns wide."""

    def draw(grid: Grid) -> str:
        rows = [_flat(row) for row in matrix(grid)]
        starts = _starts(grid)
        lines = (_aligned(row, starts) for row in rows)
        return _captioned(grid, "\n".join(lines))

    return _article(content, style, draw)


def cell_a_paragraph(content: Content, style: Style) -> str:
    """One cell a paragraph, nothing where cells are merged, numbers behind a space."""

    def draw(grid: Grid) -> str:
        texts = (
            " " + cell.text if cell.text[:1].isdigit() else _broken(cell.text, "\n\n")
            for row in statutory_rows(grid)
            for cell in row
        )
        return _captioned(grid, "\n\n".join(texts))

    return _article(content, style, draw)


def piped_rows(content: Content, style: Style) -> str:
    """Rows as ``a | b |`` without a rule; nothing where cells are merged, the row filled up."""

    def draw(grid: Grid) -> str:
        lines = []
        for row in statutory_rows(grid):
            texts = _flat(cell.text for cell in row)
            lines.append(" | ".join(texts) + " |" + "|" * (grid.width - len(texts)))
        return _captioned(grid, "\n".join(lines))

    return _article(content, style, draw)


def _article(content: Content, style: Style, draw: Draw) -> str:
    parts = ["\n".join(content.title), *content.preamble]
    for section in content.sections:
        parts += _section(section, style, draw)
    parts += _sign_off(content, style)
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(section: Section, style: Style, draw: Draw) -> list[str]:
    tables = [draw(grid) for grid in grids_of(section, style)]
    return [section.heading, *section.before, *tables, *section.after]


def _sign_off(content: Content, style: Style) -> list[str]:
    lines = [text for text in (content.issuer, content.date) if text]
    indent = "\u3000" * 12 + " " * 9 if style.right_aligned else ""
    return ["\n".join(indent + line for line in lines)]


def _captioned(grid: Grid, table: str, indent: str = "") -> str:
    return f"{indent}{grid.caption}\n\n{table}" if grid.caption else table


def _broken(text: str, separator: str) -> str:
    return text.replace("\n", separator)


def _flat(texts: Iterable[str]) -> list[str]:
    return [text.replace("\n", " ") for text in texts]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _starts(grid: Grid) -> list[int]:
    """Where each grid column begins, so that every cell ends two spaces before the next."""
    starts = [0] * (grid.width + 1)
    for cell in sorted(grid.cells, key=lambda cell: cell.column + cell.colspan):
        end = cell.column + cell.colspan
        room = starts[cell.column] + _width(cell.text.replace("\n", " ")) + 2
        starts[end] = max(starts[end], room, starts[end - 1] + 2)
    return starts


def _aligned(texts: Sequence[str], starts: Sequence[int]) -> str:
    line, width = "", 0
    for text, start in zip(texts, starts, strict=False):
        if text:
            line += " " * (start - width) + text
            width = start + _width(text)
    return line.rstrip()
