"""Table four in bands: header rows and their numbers, then the next header rows and theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.forms import TableForm
from linter.model.document import Cell
from linter.model.report import Deviation
from linter.records import record
from linter.structure.folding import numbered
from linter.structure.label_matching import TableLabels
from linter.structure.lines import Line
from linter.structure.listing import Listed, has_number


@record
class _Span:
    """A row of the form named in a header, and the grid columns below."""

    path: str
    first: int
    end: int
    depth: int


def cells_in_bands(
    form: TableForm, lines: Sequence[Line], labels: TableLabels
) -> tuple[Listed, list[Deviation]] | None:
    """Every cell of the form by the names above it, and the columns that the form does not have.

    None unless all are found, each once, and no number stands anywhere else.
    """
    if not all(line.table is not None and line.table.exact for line in lines):
        return None
    found: Listed = []
    added: list[Deviation] = []
    for header, data in _bands(lines):
        under = {cell.column: cell for cell in data.cells if cell.text.strip()}
        spans = list(_spans(header, labels))
        for name, cell in _leaves(header, labels):
            path = _path_over(cell.column, spans)
            below = next((c for c in data.cells if c.column == cell.column), None)
            if path and below is not None:
                found.append((path, name, below))
                under.pop(below.column, None)
            elif under.pop(cell.column, None):
                facts = {"found": cell.text}
                added.append(Deviation("column-added", form.key, cell.place, form.key, facts=facts))
        if under:
            return None
    names = [(path, key) for path, key, _ in found]
    wanted = {(row.path, column.key) for row in form.rows for column in row.columns}
    return (found, added) if len(names) == len(wanted) and {*names} == wanted else None


def _bands(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Line]]:
    header: list[Line] = []
    for line in lines:
        if has_number(line):
            yield header, line
            header = []
        else:
            header.append(line)


def _spans(header: Sequence[Line], labels: TableLabels) -> Iterator[_Span]:
    for depth, line in enumerate(header):
        for cell in line.cells:
            row = labels.rows.exact(numbered(cell.text).body)
            if row:
                yield _Span(row.key, cell.column, cell.column + cell.colspan, depth)


def _leaves(header: Sequence[Line], labels: TableLabels) -> Iterator[tuple[str, Cell]]:
    for line in header:
        for cell in line.cells:
            column = labels.columns.exact(numbered(cell.text).body)
            if column:
                yield column.key, cell


def _path_over(column: int, spans: Sequence[_Span]) -> str | None:
    """The row named in the lowest header cell over a grid column."""
    over = [span for span in spans if span.first <= column < span.end]
    return max(over, key=lambda span: span.depth).path if over else None
