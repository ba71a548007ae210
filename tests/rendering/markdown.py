"""Markdown: pipe tables, whose merged cells are empty or repeated, and HTML tables."""

from __future__ import annotations

from collections.abc import Callable

from tests.rendering.content import Content
from tests.rendering.grid import Grid, grids_of, matrix
from tests.rendering.html import plain_table
from tests.rendering.style import Style

Draw = Callable[[Grid], str]


def pipe_tables(content: Content, style: Style) -> str:
    """The header of table three in one row, merged cells empty."""
    return _article(content, style, _pipes, condensed=True)


def pipe_tables_in_full(content: Content, style: Style) -> str:
    """All header rows of the form, merged cells empty."""
    return _article(content, style, _pipes)


def pipe_tables_repeated(content: Content, style: Style) -> str:
    """All header rows of the form, a merged cell's text in every position; bold headings."""

    def draw(grid: Grid) -> str:
        return _table(grid, matrix(grid, repeated=True))

    return _article(content, style, draw, heading="**{}**")


def html_tables(content: Content, style: Style) -> str:
    """HTML tables between Markdown paragraphs."""

    def draw(grid: Grid) -> str:
        return _captioned(grid, plain_table(grid))

    return _article(content, style, draw)


def _pipes(grid: Grid) -> str:
    return _table(grid, matrix(grid))


def _table(grid: Grid, rows: list[list[str]]) -> str:
    lines = ["|" + "|".join(text.replace("\n", "<br>") for text in row) + "|" for row in rows]
    lines.insert(1, "|" + "---|" * grid.width)
    return _captioned(grid, "\n".join(lines))


def _captioned(grid: Grid, table: str) -> str:
    return f"{grid.caption}\n\n{table}" if grid.caption else table


def _article(
    content: Content,
    style: Style,
    draw: Draw,
    *,
    heading: str = "## {}",
    condensed: bool = False,
) -> str:
    parts = ["# " + "<br>".join(content.title)] if content.title else []
    parts += content.preamble
    for section in content.sections:
        parts += [heading.format(section.heading.strip()), *section.before]
        parts += [draw(grid) for grid in grids_of(section, style, condensed=condensed)]
        parts += section.after
    parts += [text for text in (content.issuer, content.date) if text]
    return "\n\n".join(parts) + "\n"
