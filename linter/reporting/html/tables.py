"""The statutory tables as the form draws them, with merged labels and marked cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from linter.forms import Column, Row, TableForm
from linter.model.report import Report, Value
from linter.model.rule import Language
from linter.records import record
from linter.reporting.catalogue import phrase
from linter.reporting.excerpt_lines import cell_text
from linter.reporting.html.cells import CellMark, CellNote
from linter.reporting.quantities import number_text
from linter.reporting.quoting import one_line


@record
class GridCell:
    """One cell of a drawn table: a label (``scope`` says of what) or a value.

    ``note`` is what is said about a value, whose element then has the id ``anchor``.
    """

    text: str
    colspan: int = 1
    rowspan: int = 1
    scope: str = ""
    note: CellNote | None = None
    anchor: str = ""


GridRow = tuple[GridCell, ...]


@record
class Grid:
    """A drawn table: rows of the header, and the others in groups that belong together."""

    key: str
    caption: str
    head: tuple[GridRow, ...]
    bodies: tuple[tuple[GridRow, ...], ...]
    marks: tuple[CellMark, ...]


@record
class Drawn:
    """What a table is drawn from: its form, the report, notes by cell, ``prefix`` of ids."""

    table: TableForm
    report: Report
    notes: Mapping[str, CellNote]
    prefix: str
    language: Language

    def label(self, text: str) -> str:
        """What the form prints beside the labels of rows and columns, in the language."""
        return text if self.language == "zh" else self.table.english.get(text, text)

    def value(self, path: str, colspan: int = 1) -> GridCell:
        """The cell at ``path``."""
        note, value = self.notes.get(path), self.report.value(path)
        if note is None or note.mark == "noted":
            return GridCell(_printed(value, self.language), colspan, note=note)
        anchor = f"{self.prefix}-{path.replace('.', '-')}"
        return GridCell(cell_text(value, self.language), colspan, note=note, anchor=anchor)


def grid(drawn: Drawn) -> Grid:
    """The whole table, as ``drawn.table`` lays it out.

    A table without a label in its corner has no column of labels: its rows stand side by side.
    """
    table = drawn.table
    if table.corner is None:
        head, bodies = _side_by_side(drawn)
    elif any(row.block for row in table.rows):
        head, bodies = (), tuple(_blocks(drawn))
    else:
        head, bodies = tuple(_header(drawn)), (tuple(_rows(drawn)),)
    cells = table.cells()
    found = {drawn.notes[path].mark for path in cells if path in drawn.notes}
    marks: tuple[CellMark, ...] = ("culprit", "clash", "noted")
    return Grid(
        table.key,
        table.label.text.in_language(drawn.language),
        head,
        bodies,
        tuple(mark for mark in marks if mark in found),
    )


def _printed(value: Value, language: Language) -> str:
    """What stands in the cell; a blank one may hold a dash."""
    if value.state == "absent":
        return phrase("value.absent", language)
    if isinstance(value.value, int | Decimal):
        return number_text(value.value)
    return one_line(value.text)


def _column(column: Column, language: Language, colspan: int = 1, rowspan: int = 1) -> GridCell:
    return GridCell(column.label.text.in_language(language), colspan, rowspan, "col")


def _blocks(drawn: Drawn) -> Iterator[tuple[GridRow, ...]]:
    """Table two: blocks with a title and headings of their own."""
    table, language = drawn.table, drawn.language
    width = max(len(row.columns) for row in table.rows) + 1
    for block, group in groupby(table.rows, key=lambda row: row.block):
        rows = list(group)
        columns = rows[0].columns
        spans = _spans(len(columns), width - 1)
        lines = [(GridCell(drawn.label(block or ""), width, scope="colgroup"),)]
        corner = GridCell(drawn.label(table.corner or ""), scope="col")
        labels = (_column(c, language, colspan=n) for c, n in zip(columns, spans, strict=True))
        yield (*lines, (corner, *labels), *(_block_row(drawn, row, spans) for row in rows))


def _block_row(drawn: Drawn, row: Row, spans: Sequence[int]) -> GridRow:
    label = GridCell(row.label.text.in_language(drawn.language), scope="row")
    cells = zip(row.cells(), spans, strict=True)
    return (label, *(drawn.value(path, n) for path, n in cells))


def _spans(number: int, width: int) -> list[int]:
    """The last of a few columns takes all that is left of the width."""
    return [1] * (number - 1) + [width - number + 1]


def _header(drawn: Drawn) -> Iterator[GridRow]:
    """Table three: the header groups lie over all columns, then over those between the outer."""
    table, language = drawn.table, drawn.language
    columns, groups = table.columns, table.header_groups
    depth, first = len(groups) + 1, _label_columns(table)
    corner = GridCell(drawn.label(table.corner or ""), first, depth)
    if len(groups) != 2:
        yield (corner, *(_column(column, language) for column in columns))
        return
    yield (corner, GridCell(drawn.label(groups[0]), len(columns), scope="colgroup"))
    yield (
        _column(columns[0], language, rowspan=2),
        GridCell(drawn.label(groups[1]), len(columns) - 2, scope="colgroup"),
        _column(columns[-1], language, rowspan=2),
    )
    yield tuple(_column(column, language) for column in columns[1:-1])


def _label_columns(table: TableForm) -> int:
    return 1 + max(len(row.groups) for row in table.rows)


def _rows(drawn: Drawn) -> Iterator[GridRow]:
    table, language = drawn.table, drawn.language
    width = _label_columns(table)
    before: tuple[str, ...] = ()
    for number, row in enumerate(table.rows):
        groups = tuple(group.in_language(language) for group in row.groups)
        labels = [
            GridCell(groups[depth], 1, _height(table.rows[number:], depth), "rowgroup")
            for depth in range(len(groups))
            if groups[: depth + 1] != before[: depth + 1]
        ]
        own = GridCell(row.label.text.in_language(language), width - len(groups), scope="row")
        yield (*labels, own, *map(drawn.value, row.cells()))
        before = groups


def _height(rows: Sequence[Row], depth: int) -> int:
    """How many rows from the first on share its groups down to ``depth``."""
    shared = rows[0].groups[: depth + 1]
    differ = (n for n, row in enumerate(rows) if row.groups[: depth + 1] != shared)
    return next(differ, len(rows))


def _side_by_side(drawn: Drawn) -> tuple[tuple[GridRow, ...], tuple[tuple[GridRow, ...], ...]]:
    """Table four: groups of rows, rows and columns as a header, and one line of values."""
    rows, language = drawn.table.rows, drawn.language
    top: list[GridCell] = []
    middle: list[GridCell] = []
    for groups, members in groupby(rows, key=lambda row: row.groups):
        group = list(members)
        labels = [
            GridCell(row.label.text.in_language(language), len(row.columns), scope="colgroup")
            for row in group
        ]
        if groups:
            width = sum(len(row.columns) for row in group)
            top.append(GridCell(groups[0].in_language(language), width, scope="colgroup"))
            middle += labels
        else:
            top += (GridCell(one.text, one.colspan, 2, "colgroup") for one in labels)
    columns = tuple(_column(column, language) for row in rows for column in row.columns)
    values = tuple(drawn.value(path) for row in rows for path in row.cells())
    return (tuple(top), tuple(middle), columns), ((values,),)
