"""Headings of sections as offices print them, and where layout has put them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.records import replace
from tests.layouts.article import (
    HEADINGS,
    article,
    assert_read,
    expecting,
    grid,
    html_paragraph,
    html_table,
    page,
)
from tests.rendering import STATUTORY
from tests.rendering.grid import Grid, GridCell

Print = Callable[[str, str], str]


@pytest.mark.parametrize(
    "print_",
    [
        lambda number, text: f"第{number}部分　{text}",
        lambda number, text: f"第{number}章 {text}",
        lambda number, text: f"（{number}）{text}",
        lambda number, text: f"{number}．{text}：",
        lambda number, text: f"{number} {text}",
        lambda number, text: f"{number} 、{'　'.join(text)}",
        lambda number, text: f"【{number}、{text}】",
        lambda number, text: text,
    ],
    ids=["part", "chapter", "brackets", "dot and colon", "space", "spread", "lenticular", "bare"],
)
def test_a_heading_is_known_however_it_is_numbered(print_: Print) -> None:
    def printed(heading: str) -> str:
        return print_(heading[0], heading[2:])

    def kept(heading: str) -> str:
        return "".join(printed(heading).split()).strip("【】：")

    expected = expecting({key: {"heading": kept(heading)} for key, heading in HEADINGS.items()})
    assert_read(page(article(heading=lambda h: html_paragraph(printed(h)))), expected=expected)


@pytest.mark.parametrize(
    "broken",
    [
        "<p>四、政府信息公开行政复议、<br>行政诉讼情况</p>",
        "<p>四、政府信息公开行政复议、</p><p>行政诉讼情况</p>",
        "<p>四、</p><p>政府信息公开行政复议、行政诉讼情况</p>",
    ],
)
def test_a_heading_broken_over_lines_is_whole(broken: str) -> None:
    whole = html_paragraph(HEADINGS["review"])

    assert_read(page(article().replace(whole, broken)))


def test_a_heading_may_be_the_first_row_of_its_table() -> None:
    keys = ("disclosure", "applications", "review")
    tables = {key: html_table(_below(HEADINGS[key], grid(key))) for key in keys}
    inside = {HEADINGS[key] for key in keys}

    printed = article(tables=tables, heading=lambda h: "" if h in inside else html_paragraph(h))

    assert_read(page(printed))


def test_the_whole_report_may_be_one_wide_table() -> None:
    def row(text: str) -> str:
        return f'<tr><td colspan="15">{text}</td></tr>'

    def rows(grid: Grid) -> str:
        return html_table(grid).removeprefix('<table border="1">').removesuffix("</table>")

    printed = article(title=row(expecting()["title"]), paragraph=row, table=rows, style=STATUTORY)

    assert_read(page(f"<table>{printed}</table>"))


def _below(heading: str, grid: Grid) -> Grid:
    """``grid`` with a row above that holds ``heading``."""
    moved = (replace(cell, row=cell.row + 1) for cell in grid.cells)
    first = GridCell(heading, 0, 0, colspan=grid.width)
    return Grid(grid.width, grid.height + 1, (first, *moved))
