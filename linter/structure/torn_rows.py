"""A table torn apart: the numbers of its rows stand apart from their labels.

So conversion from PDF leaves a table: the cells with text in one place, the numbers in another.
What it keeps is the order of the numbers. Rows that still stand with their labels are fixed
points; between two of them as many rows of numbers as the form has rows there can only be these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from linter.forms import Row, TableForm
from linter.model.document import Block, Cell, Table
from linter.model.place import Place
from linter.records import field, mutable_record, record, replace
from linter.structure.cell_numbers import cell_number
from linter.structure.cell_stream import is_number, printed_lines
from linter.structure.columns import without_fillers
from linter.structure.folding import fold, numbered
from linter.structure.label_matching import TableLabels
from linter.structure.lines import Line, read_lines

_LETTERS_LEFT = 0.8
_FEWEST_NUMBERS = 5
_MOST_LINES = 2000


@record
class Mended:
    """A table whose rows have been put together again.

    ``by_order`` are the rows whose numbers were told by their order alone, ``left_over`` the
    places of numbers that belong to no row.
    """

    table: Table
    by_order: tuple[str, ...]
    left_over: tuple[Place, ...]


@mutable_record
class _Parts:
    """What stands between two rows that have their labels: rows of numbers, labels alone, of
    rows and of groups of rows.
    """

    numbers: list[tuple[Cell, ...]] = field(default_factory=list)
    labels: dict[str, Line] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)


def mended(blocks: Sequence[Block], form: TableForm, labels: TableLabels) -> Mended | None:
    """The table that ``blocks`` print torn apart, None where they do not or it cannot be told."""
    printed = printed_lines(blocks, labels.is_row_label, labels.is_known)
    if not 0 < len(printed) <= _MOST_LINES:
        return None
    rows = tuple(map(tuple, printed))
    lines = read_lines([Table(rows, rows[0][0].place, exact=False)], labels)
    if form.key == "review":
        return _in_one_row(form, lines)
    lines = list(_joined(form, lines))
    if any(line.kind == "merged" for line in lines):
        return None
    fixed = [line for line in lines if _is_fixed(line)]
    order = [row.path for row in form.rows]
    at = [order.index(line.path) for line in fixed]
    if not fixed or at != sorted({*at}):
        return None
    return _between(form, fixed, at, _parts(form, lines, labels), lines)


def _joined(form: TableForm, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with each label and as many single numbers below it as its row has in one."""
    widths = {row.path: len(row.columns) for row in form.rows}
    index = 0
    while index < len(lines):
        line = lines[index]
        below = takewhile(_is_single, lines[index + 1 : index + 2 + len(form.columns)])
        numbers = tuple(one.values[0] for one in below)
        index += 1
        if line.kind == "row" and not line.values and len(numbers) == widths[line.path]:
            line = replace(line, cells=(*line.cells, *numbers), values=numbers)
            index += len(numbers)
        yield line


def _is_single(line: Line) -> bool:
    return line.kind == "values" and len(line.values) == 1


def is_torn(blocks: Sequence[Block], form: TableForm, labels: TableLabels) -> bool:
    """Whether ``blocks`` hold what is left of a table: its labels' letters, and numbers."""
    printed = printed_lines(blocks, labels.is_row_label, labels.is_known)
    numbers = sum(is_number(cell) for cells in printed for cell in cells)
    if numbers < max(_FEWEST_NUMBERS, len(form.rows)):
        return False
    return _are_spelled(_labels(form), [Line("other", tuple(cells)) for cells in printed])


def _labels(form: TableForm) -> list[str]:
    labels = [row.label for row in form.rows] + [column.label for column in form.columns]
    return [label.text.zh for label in labels]


def _in_one_row(form: TableForm, lines: Sequence[Line]) -> Mended | None:
    """Table four, of which nothing but its numbers and the letters of its labels are left."""
    cells = [cell for line in lines if line.kind == "values" for cell in line.cells]
    cells = [cell for cell in cells if is_number(cell)]
    if len(cells) != len(form.cells()) or not _are_spelled(_labels(form), lines):
        return None
    table = Table((_in_a_row(cells),), cells[0].place, exact=False)
    return Mended(table, tuple(row.path for row in form.rows), ())


def _is_fixed(line: Line) -> bool:
    return line.kind == "row" and any(cell_number(c.text).number is not None for c in line.values)


def _parts(form: TableForm, lines: Sequence[Line], labels: TableLabels) -> list[_Parts]:
    """What stands before the first fixed row, between each two of them, and behind the last."""
    widths = {len(row.columns) for row in form.rows}
    width = widths.pop() if len(widths) == 1 else 1
    parts = [_Parts()]
    column: list[Cell] = []
    for line in lines:
        if _is_single(line):
            column += line.values
            continue
        parts[-1].numbers += _in_rows(column, width)
        column = []
        if _is_fixed(line):
            parts.append(_Parts())
        elif line.kind == "row" and labels.is_row_label(line.label):
            parts[-1].labels.setdefault(line.path, line)
        elif line.kind in ("values", "unknown"):
            parts[-1].numbers.append(line.values)
        bodies = (numbered(cell.text).body for cell in line.cells)
        parts[-1].groups |= {labels.groups[body] for body in bodies if body in labels.groups}
    parts[-1].numbers += _in_rows(column, width)
    return parts


def _in_rows(column: Sequence[Cell], width: int) -> Iterator[tuple[Cell, ...]]:
    """Numbers that stand one below the other, as rows where they make whole ones."""
    step = width if len(column) % width == 0 else 1
    for start in range(0, len(column), step):
        yield tuple(column[start : start + step])


def _between(
    form: TableForm,
    fixed: Sequence[Line],
    at: Sequence[int],
    parts: Sequence[_Parts],
    lines: Sequence[Line],
) -> Mended | None:
    rows: dict[str, tuple[Cell, ...]] = {line.path: line.cells for line in fixed}
    by_order: list[str] = []
    wanted: list[str] = []
    left_over: list[Place] = []
    for part, first, last in zip(parts, (-1, *at), (*at, len(form.rows)), strict=True):
        missing = form.rows[first + 1 : last]
        for row, numbers in _matched(missing, part, left_over):
            if numbers is None:
                rows[row.path] = part.labels[row.path].cells
                continue
            label = part.labels.get(row.path)
            name = label.cells[-1] if label else Cell(row.label.text.zh, numbers[0].place, 0, 0)
            rows[row.path] = (name, *numbers)
            by_order.append(row.path)
            if row.path.rpartition(".")[0] not in part.groups:
                wanted.append(row.label.text.zh)
    loose = [line for line in lines if not _is_fixed(line)]
    if not by_order or not _are_spelled(wanted, loose):
        return None
    ordered = [_in_a_row(rows[row.path]) for row in form.rows if row.path in rows]
    table = Table(tuple(ordered), lines[0].cells[0].place, exact=False)
    return Mended(table, tuple(by_order), tuple(left_over))


def _matched(
    missing: Sequence[Row], part: _Parts, left_over: list[Place]
) -> Iterator[tuple[Row, tuple[Cell, ...] | None]]:
    """The missing rows with their numbers, None for one whose label stands alone."""
    widths = {len(row.columns) for row in missing}
    fitting: list[tuple[Cell, ...]] = []
    for numbers in part.numbers:
        if any(_fits(numbers, width) for width in widths):
            fitting.append(numbers)
        else:
            left_over.append(numbers[0].place)
    named = [row for row in missing if row.path in part.labels]
    wanted = next((rows for rows in (missing, named) if len(rows) == len(fitting)), ())
    pairs = list(zip(wanted, fitting, strict=False))
    if pairs and all(_fits(numbers, len(row.columns)) for row, numbers in pairs):
        for row, numbers in pairs:
            yield row, tuple(without_fillers(numbers, len(row.columns)))
        return
    left_over += [numbers[0].place for numbers in fitting]
    yield from ((row, None) for row in named)


def _fits(numbers: Sequence[Cell], width: int) -> bool:
    return len(without_fillers(numbers, width)) == width


def _are_spelled(labels: Collection[str], lines: Sequence[Line]) -> bool:
    """Whether the letters of the labels are there, in whatever pieces and order."""
    there = {letter for line in lines for cell in line.cells for letter in fold(cell.text)}
    for label in labels:
        letters = {*numbered(label).body}
        if len(letters & there) < _LETTERS_LEFT * len(letters):
            return False
    return True


def _in_a_row(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(Cell(cell.text, cell.place, 0, column) for column, cell in enumerate(cells))
