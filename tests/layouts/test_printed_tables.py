"""Statutory tables as editors and exporters leave them: the same cells are read."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest

from linter.records import replace
from tests.layouts.article import (
    REPORT,
    article,
    assert_read,
    cells,
    grid,
    grids,
    html_table,
    page,
)
from tests.rendering import Style, content_of
from tests.rendering.content import Block
from tests.rendering.grid import Grid, GridCell

_INSIDE: dict[str, Callable[[str], str]] = {
    "strong in a paragraph": lambda text: f"<p><strong>{escape(text)}</strong></p>",
    "numbers as links": lambda text: (
        f'<a href="#">{text}</a>' if _is_number(text) else escape(text)
    ),
    "no-break spaces": lambda text: f"&nbsp;{escape(text)}&nbsp;",
    "invisible characters": lambda text: f"\u200e\u200b{escape(text)}\ufeff",
    "a run a character": lambda text: "".join(f"<span>{escape(c)}</span>" for c in text),
    "vertical labels": lambda text: text if _is_number(text) else "<br>".join(map(escape, text)),
    "labels spread": lambda text: text if _is_number(text) else "&nbsp;".join(map(escape, text)),
    "quotes and commas": lambda text: text.replace("“", '"').replace("”", '"').replace("、", "，"),
    "a table in each cell": lambda text: (
        f"<table><tr><td>{text}</td></tr></table>" if _is_number(text) else escape(text)
    ),
}


@pytest.mark.parametrize("way", _INSIDE)
def test_what_stands_in_a_cell_is_read_however_it_is_set(way: str) -> None:
    assert_read(page(article(table=cells(_INSIDE[way]))))


def _is_number(text: str) -> bool:
    return text.replace(".", "").isdigit()


def _unmerged(repeated: bool) -> Callable[[Grid], Grid]:
    def change(grid: Grid) -> Grid:
        single = [
            GridCell(cell.text if repeated or (row, column) == (0, 0) else "",
                     cell.row + row, cell.column + column)
            for cell in grid.cells
            for row in range(cell.rowspan)
            for column in range(cell.colspan)
        ]  # fmt: skip
        return replace(grid, cells=tuple(single))

    return change


def _beside(column: int) -> Callable[[Grid], Grid]:
    """An empty column before ``column`` of the grid."""

    def change(grid: Grid) -> Grid:
        moved = [
            replace(cell, column=cell.column + (cell.column >= column),
                    colspan=cell.colspan + (cell.column < column < cell.column + cell.colspan))
            for cell in grid.cells
        ]  # fmt: skip
        taken = {
            row
            for cell in moved
            for row in range(cell.row, cell.row + cell.rowspan)
            if cell.column <= column < cell.column + cell.colspan
        }
        empty = [GridCell("", row, column) for row in range(grid.height) if row not in taken]
        return Grid(grid.width + 1, grid.height, (*moved, *empty), grid.caption)

    return change


def _above(text: str) -> Callable[[Grid], Grid]:
    def change(grid: Grid) -> Grid:
        moved = (replace(cell, row=cell.row + 1) for cell in grid.cells)
        first = GridCell(text, 0, 0, colspan=grid.width)
        return replace(grid, height=grid.height + 1, cells=(first, *moved))

    return change


def _below(text: str) -> Callable[[Grid], Grid]:
    def change(grid: Grid) -> Grid:
        last = GridCell(text, grid.height, 0, colspan=grid.width)
        return replace(grid, height=grid.height + 1, cells=(*grid.cells, last))

    return change


def _relabelled(label: str, printed: str) -> Callable[[Grid], Grid]:
    def change(grid: Grid) -> Grid:
        new = (replace(c, text=printed) if c.text == label else c for c in grid.cells)
        return replace(grid, cells=tuple(new))

    return change


_CHANGED: dict[str, Callable[[Grid], Grid]] = {
    "merged cells repeated": _unmerged(repeated=True),
    "merged cells once and empty": _unmerged(repeated=False),
    "empty column at the left": _beside(0),
    "empty column among the numbers": _beside(3),
    "caption above": _above("情况统计表"),
    "unit above": _above("单位：件"),
    "note below": _below("注：1.数据截至2023年12月31日。"),
    "other heading over the columns": _relabelled("申请人情况", "申请人"),
}


@pytest.mark.parametrize("way", _CHANGED)
def test_a_table_is_read_with_what_editors_add_and_drop(way: str) -> None:
    assert_read(page(article(table=lambda grid: html_table(_CHANGED[way](grid)))))


@pytest.mark.parametrize("between", ["", " ", "—", "\n"])
def test_the_labels_of_a_row_and_its_groups_may_share_a_cell(between: str) -> None:
    block = _block("applications")
    rows = [[block.corner, *(column.label for column in block.columns)]]
    rows += [[between.join((*line.groups, line.label)), *line.values] for line in block.lines]

    assert_read(page(article(tables={"applications": _rows(rows)})))


def test_table_four_may_list_the_outcomes_downwards() -> None:
    block = _block("review")
    rows = [["", *(line.label for line in block.lines)]]
    rows += [
        [column.label, *(line.values[at] for line in block.lines)]
        for at, column in enumerate(block.columns)
    ]

    assert_read(page(article(tables={"review": _rows(rows)})))


@pytest.mark.parametrize("titles", ["above", "inside"])
def test_table_four_may_be_two_tables(titles: str) -> None:
    first, *rest = _block("review").lines
    labels = [column.label for column in _block("review").columns]
    title = "<p>（一）行政复议</p>" if titles == "above" else ""
    inside = "" if title else '<tr><td colspan="5">行政复议</td></tr>'
    left = _rows([labels, list(first.values)], inside)
    names = "".join(f'<td colspan="5">{line.label}</td>' for line in rest)
    numbers = [number for line in rest for number in line.values]
    right = _rows([labels * 2, numbers], f"<tr>{names}</tr>")

    assert_read(page(article(tables={"review": title + left + right})))


def test_table_two_may_be_four_tables_under_numbered_titles() -> None:
    four = grids("disclosure", Style(one_table=False))
    drawn = "".join(
        f"<p>（{number}）{one.caption}</p>{html_table(replace(one, caption=None))}"
        for number, one in zip("一二三四", four, strict=True)
    )

    assert_read(page(article(tables={"disclosure": drawn})))


def test_table_three_may_go_on_under_its_header_again() -> None:
    whole = grid("applications")
    header = [cell for cell in whole.cells if cell.row < 3]
    upper = [replace(c, rowspan=min(c.rowspan, 14 - c.row)) for c in whole.cells if c.row < 14]
    lower = [
        replace(c, row=max(c.row, 14) - 11, rowspan=c.row + c.rowspan - max(c.row, 14))
        for c in whole.cells
        if c.row + c.rowspan > 14
    ]
    parts = (
        Grid(whole.width, 14, tuple(upper)),
        Grid(whole.width, whole.height - 11, (*header, *lower)),
    )

    assert_read(page(article(tables={"applications": "".join(map(html_table, parts))})))


def _block(section: str) -> Block:
    content = content_of(REPORT)
    return next(part for part in content.sections if part.key == section).blocks[0]


def _rows(rows: list[list[str]], before: str = "") -> str:
    drawn = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in rows)
    return f"<table>{before}{''.join(f'<tr>{row}</tr>' for row in drawn)}</table>"
