"""Which rows and columns of a statutory table matter to a set of findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, TypeVar

from linter.forms import Column, Form, Row, TableForm
from linter.model.finding import Finding
from linter.records import record
from linter.reporting.equations import MANY, telling_terms

FEW = 12
"""Cells up to which a finding without an equation is drawn rather than summarised."""

Mark = Literal["culprit", "clash"]
T = TypeVar("T")


@record
class Excerpt:
    """Rows and columns of a table in the form's order; None stands where some are left out.

    Every row has every column. ``marks`` holds the cells that clash, ``culprit`` for those
    most likely wrong.
    """

    table: TableForm
    rows: tuple[Row | None, ...]
    columns: tuple[Column | None, ...]
    marks: dict[str, Mark]

    @property
    def whole(self) -> bool:
        """Whether nothing of the table is left out."""
        shown = {row.path for row in self.rows if row}
        return None not in self.columns and all(row.path in shown for row in self.table.rows)


def is_drawn(finding: Finding, form: Form) -> bool:
    """Whether a drawing helps: the finding names a few cells, or numbers that clash."""
    if finding.equation is None and not finding.culprit and len(finding.cells) > FEW:
        return False
    known = form.cells()
    return any(cell in known for cell in _named_cells(finding))


def table_of(finding: Finding) -> str | None:
    """The key of the table in which the finding's first cell stands."""
    return next((cell.split(".")[0] for cell in _named_cells(finding)), None)


def excerpts(table: TableForm, findings: Iterable[Finding]) -> tuple[Excerpt, ...]:
    """The parts of ``table`` that show all ``findings``: one for each block of like rows."""
    marks = marks_of(findings)
    blocks = groupby(table.rows, key=lambda row: [column.key for column in row.columns])
    found = (_block_excerpt(table, tuple(rows), marks) for _, rows in blocks)
    return tuple(excerpt for excerpt in found if excerpt)


def marks_of(findings: Iterable[Finding]) -> dict[str, Mark]:
    """The cells that clash, by their paths."""
    marks: dict[str, Mark] = {}
    for finding in findings:
        marks |= {cell: "clash" for cell in telling_cells(finding) if cell not in marks}
        marks |= dict.fromkeys(finding.culprit, "culprit")
    return marks


def _block_excerpt(
    table: TableForm, rows: tuple[Row, ...], marks: dict[str, Mark]
) -> Excerpt | None:
    marked = [[cell in marks for cell in row.cells()] for row in rows]
    if not any(map(any, marked)):
        return None
    keep_row = [any(line) for line in marked]
    keep_column = [any(column) for column in zip(*marked, strict=True)]
    columns = _with_gaps(rows[0].columns, keep_column)
    return Excerpt(table, tuple(_inner(_with_gaps(rows, keep_row))), tuple(columns), marks)


def _with_gaps(items: tuple[T, ...], keep: list[bool]) -> Iterator[T | None]:
    for kept, run in groupby(zip(items, keep, strict=True), key=lambda pair: pair[1]):
        if kept:
            yield from (item for item, _ in run)
        else:
            yield None


def _inner(items: Iterable[T | None]) -> list[T | None]:
    """The items without gaps at either end: an excerpt begins and ends with a row."""
    inner = list(items)
    while inner[0] is None:
        del inner[0]
    while inner[-1] is None:
        del inner[-1]
    return inner


def _named_cells(finding: Finding) -> Iterator[str]:
    yield from finding.culprit
    yield from finding.cells
    if finding.equation:
        for term in (*finding.equation.left, *finding.equation.right):
            if term.cell:
                yield term.cell


def telling_cells(finding: Finding) -> set[str]:
    """The finding's cells but for the zeros of a long sum."""
    if finding.equation is None:
        return set(finding.cells) if len(finding.cells) <= FEW else set()
    sides = (finding.equation.left, finding.equation.right)
    summed = {term.cell for side in sides for term in side}
    telling = {term.cell for side in sides for term in telling_terms(side)}
    rest = [cell for cell in finding.cells if cell not in summed]
    return {cell for cell in telling if cell} | set(rest if len(rest) <= MANY else ())
