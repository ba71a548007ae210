"""What a drawing of an excerpt says, row by row, before any line is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from linter.forms import Column, TableForm
from linter.forms import Row as FormRow
from linter.model.finding import Finding
from linter.model.report import Report
from linter.records import record
from linter.reporting.columns import NARROWEST, Heading, Layout, layouts
from linter.reporting.excerpt import Excerpt, Mark, excerpts
from linter.reporting.excerpt_lines import cell_text, excerpt_lines
from linter.reporting.page import Page
from linter.reporting.typesetting import text_width

INDENT = 2
"""Columns by which a row stands to the right of its group's heading."""

_SEPARATE = 4
"""Findings up to which each gets a drawing of its own where one for all is too wide."""


@record
class Cell:
    """One value and how it is marked."""

    text: str
    mark: Mark | None = None


@record
class Row:
    """A row with its cells; the heading of a group and a gap have none."""

    label: str
    depth: int
    cells: tuple[Cell, ...] = ()


@record
class Drawing:
    """A title, headings of columns and rows."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def marks(self) -> frozenset[Mark]:
        """The marks that it shows."""
        return frozenset(cell.mark for row in self.rows for cell in row.cells if cell.mark)

    def layouts(self, room: int) -> tuple[Layout, ...]:
        """The pieces in which it fits into ``room`` columns; none where nothing would."""
        if room < NARROWEST:
            return ()
        label = max(INDENT * row.depth + text_width(row.label) for row in self.rows)
        return layouts(room, label, [self._heading(n) for n in range(len(self.headings))])

    def _heading(self, number: int) -> Heading:
        widths = [text_width(row.cells[number].text) for row in self.rows if row.cells]
        return Heading(self.headings[number], max(widths))


def drawings(
    page: Page, room: int, report: Report, table: TableForm, findings: Sequence[Finding]
) -> tuple[Drawing, ...]:
    """Drawings that show where ``findings`` clash in ``table``, in ``room`` columns.

    One for all findings, if it fits in one piece; else one for each of a few findings.
    """
    together = _drawings(page, report, table, findings)
    if len(findings) > _SEPARATE or all(_fits(drawing, room) for drawing in together):
        return together
    each = (_drawings(page, report, table, [finding]) for finding in findings)
    fitting = (_fitting(page, drawing, room) for separate in each for drawing in separate)
    return tuple(dict.fromkeys(fitting))


def _drawings(
    page: Page, report: Report, table: TableForm, findings: Sequence[Finding]
) -> tuple[Drawing, ...]:
    return tuple(_drawing(page, report, excerpt) for excerpt in excerpts(table, findings))


def _drawing(page: Page, report: Report, excerpt: Excerpt) -> Drawing:
    steady, language = page.lettering.steady, page.language
    name = excerpt.table.label.text.in_language(language)
    headings = (
        steady(column.label.text.in_language(language)) if column else page.lettering.more_columns
        for column in excerpt.columns
    )
    rows = (
        Row(
            steady(line.text) or page.lettering.more_rows,
            line.depth,
            tuple(_cell(page, report, excerpt, line.row, column) for column in excerpt.columns)
            if line.row
            else (),
        )
        for line in excerpt_lines(excerpt, language)
    )
    title = name if excerpt.whole else page.phrase("table.excerpt", table=name)
    return Drawing(title, tuple(headings), tuple(rows))


def _cell(
    page: Page, report: Report, excerpt: Excerpt, row: FormRow, column: Column | None
) -> Cell:
    if column is None:
        return Cell("")
    path = f"{row.path}.{column.key}"
    text = page.lettering.steady(cell_text(report.value(path), page.language))
    return Cell(text, excerpt.marks.get(path))


def _fits(drawing: Drawing, room: int) -> bool:
    return len(drawing.layouts(room)) <= 1


def _fitting(page: Page, drawing: Drawing, room: int) -> Drawing:
    """The drawing, turned on its side where it has but one row and is too wide."""
    rows = [row for row in drawing.rows if row.cells]
    if len(rows) > 1 or _fits(drawing, room):
        return drawing
    (row,) = rows
    gap = Row(page.lettering.more_rows, 0)
    turned = (
        gap if heading == page.lettering.more_columns else Row(heading, 0, (cell,))
        for heading, cell in zip(drawing.headings, row.cells, strict=True)
    )
    return Drawing(drawing.title, (row.label,), tuple(turned))
