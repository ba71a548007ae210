"""The three statutory tables, their merged cells as the form has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from linter.forms import Row, TableForm
from linter.records import replace
from linter.writing.draft import Cell, Grid, Role

_LABEL_COLUMNS = 3  # 三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密
_PAGE = 156.0
_APPLICATION_LABELS = (11.0, 17.0, 47.4)
_CONTENT = 54.0

Texts = Mapping[str, str]
"""The printed figure of each cell of the form that has one."""


def statutory_grid(form: TableForm, texts: Texts) -> Grid:
    """The table of ``form`` with the figures ``texts`` in it."""
    match form.key:
        case "disclosure":
            return _disclosure(form, texts)
        case "applications":
            return _applications(form, texts)
        case _:
            return _review(form, texts)


def _disclosure(form: TableForm, texts: Texts) -> Grid:
    """Blocks by item of article 20 (第二十条), each with a title row and a header of its own."""
    blocks: dict[str | None, list[Row]] = {}
    for row in form.rows:
        blocks.setdefault(row.block, []).append(row)
    width = 1 + max(len(row.columns) for row in form.rows)
    cells: list[Cell] = []
    at = 0
    for title, rows in blocks.items():
        if title is not None:
            cells.append(Cell(title, at, 0, colspan=width, role="head"))
            at += 1
        labels = [form.corner or "", *(column.label.text.zh for column in rows[0].columns)]
        cells += _spread([Cell(label, at, 0, role="head") for label in labels], width)
        for offset, row in enumerate(rows, start=1):
            cells += _spread(_line(row, at + offset, texts), width)
        at += 1 + len(rows)
    widths = (_CONTENT, *[(_PAGE - _CONTENT) / (width - 1)] * (width - 1))
    return Grid(form.key, form.label.text.zh, widths, at, 0, tuple(cells))


def _line(row: Row, at: int, texts: Texts) -> list[Cell]:
    return [Cell(row.label.text.zh, at, 0), *_figures(row, at, 1, texts)]


def _spread(cells: Sequence[Cell], width: int) -> list[Cell]:
    """One cell a column; the last spans what is left, as the form has 本年处理决定数量."""
    last = len(cells) - 1
    return [
        replace(cell, column=column, colspan=width - last if column == last else 1)
        for column, cell in enumerate(cells)
    ]


def _figures(row: Row, at: int, left: int, texts: Texts) -> list[Cell]:
    return [
        Cell(texts.get(path, ""), at, column, role="figure", path=path)
        for column, path in enumerate(row.cells(), start=left)
    ]


def _applications(form: TableForm, texts: Texts) -> Grid:
    header = _applicants(form)
    rows = form.rows
    body = [*_groups(rows)]
    for at, row in enumerate(rows):
        depth = len(row.groups)
        body.append(Cell(row.label.text.zh, at, depth, colspan=_LABEL_COLUMNS - depth))
        body += _figures(row, at, _LABEL_COLUMNS, texts)
    top = 3
    moved = [replace(cell, row=cell.row + top) for cell in body]
    figures = len(form.columns)
    widths = (*_APPLICATION_LABELS, *[(_PAGE - sum(_APPLICATION_LABELS)) / figures] * figures)
    label = form.label.text.zh
    return Grid(form.key, label, widths, top + len(rows), top, (*header, *moved))


def _applicants(form: TableForm) -> list[Cell]:
    """Three rows over the columns: applicants, natural and legal persons, kinds of the latter."""
    applicants, legal_persons = form.header_groups
    columns, left = form.columns, _LABEL_COLUMNS
    cells = [
        Cell(form.corner or "", 0, 0, rowspan=3, colspan=left, role="head"),
        Cell(applicants, 0, left, colspan=len(columns), role="head"),
    ]
    inner = range(left + 1, left + len(columns) - 1)
    cells.append(Cell(legal_persons, 1, inner.start, colspan=len(inner), role="head"))
    for at, column in enumerate(columns, start=left):
        row, rowspan = (2, 1) if at in inner else (1, 2)
        cells.append(Cell(column.label.text.zh, row, at, rowspan=rowspan, role="head"))
    return cells


def _groups(rows: Sequence[Row]) -> list[Cell]:
    """The merged cells to the left, one for each run of rows that share it."""
    cells: list[Cell] = []
    for depth in range(_LABEL_COLUMNS - 1):
        start = 0
        for at in range(1, len(rows) + 1):
            if at < len(rows) and _in_one_group(rows[start], rows[at], depth):
                continue
            if len(rows[start].groups) > depth:
                text = rows[start].groups[depth].zh
                cells.append(Cell(text, start, depth, rowspan=at - start))
            start = at
    return cells


def _in_one_group(one: Row, other: Row, depth: int) -> bool:
    outer = one.groups[: depth + 1]
    return len(outer) > depth and outer == other.groups[: depth + 1]


def _review(form: TableForm, texts: Texts) -> Grid:
    """All in one row of figures; the outcomes of 行政复议 stand one level above the others."""
    size = len(form.columns)
    cells: list[Cell] = []
    seen: set[str] = set()
    for number, row in enumerate(form.rows):
        left = number * size
        group = row.groups[0].zh if row.groups else ""
        if group and group not in seen:
            seen.add(group)
            span = size * sum(1 for one in form.rows if one.groups == row.groups)
            cells.append(Cell(group, 0, left, colspan=span, role="head"))
        top = 1 if group else 0
        cells.append(Cell(row.label.text.zh, top, left, colspan=size, role="head"))
        labels = (column.label.text.zh for column in row.columns)
        cells += _heads(labels, top + 1, left, 2 - top)
        cells += _figures(row, 3, left, texts)
    width = size * len(form.rows)
    return Grid(form.key, form.label.text.zh, (_PAGE / width,) * width, 4, 3, tuple(cells))


def _heads(labels: Iterable[str], row: int, left: int, rowspan: int) -> list[Cell]:
    role: Role = "head"
    return [
        Cell(label, row, column, rowspan=rowspan, role=role)
        for column, label in enumerate(labels, start=left)
    ]
