"""Tables without rulings whose rows end in columns of numbers: which lines are such rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.readers.flow import Grid, GridCell, Line
from linter.readers.pdf.labels import LabelledRow, Labels
from linter.readers.pdf.lines import TextLine, TextPiece
from linter.records import record
from linter.regex import regex

_NUMBER = regex(r"[+\-－]?[\d０-９][\d０-９,，.．]*|[—\-－/／]+|无")
_LEAST_COLUMNS = 3
_LEAST_NUMBERS = 6
_TOKEN = 0.2
_PART = 0.5
_MOST_BETWEEN = 12
"""A label has no more lines than so many, nor do those beside it."""

_MOST_BEYOND = 4
_MOST_ROWS = 100
_MOST_TRIES = 8
"""So many first rows are left out at most, until the labels of the others can be told apart."""

Span = tuple[float, float]


@record
class NumberTable:
    """A table and which lines of its page it takes in, the last not included."""

    start: int
    end: int
    grid: Grid


@record
class _NumberLine:
    """A line of a page that ends in numbers."""

    line: TextLine
    numbers: list[TextPiece]
    label: list[TextPiece]


def number_tables(lines: Sequence[TextLine], page: int) -> Iterator[NumberTable]:
    """The tables of a page whose labels could be told apart, from top to bottom."""
    rows = {index: row for index, line in enumerate(lines) if (row := _row(line))}
    free = tries = 0
    for start in rows:
        if start < free:
            continue
        chosen = _chosen(lines, rows, start)
        found = _labelled(lines, [rows[index] for index in chosen], chosen, free, page)
        tries += 1
        if found:
            yield found
        if found or tries == _MOST_TRIES:
            free, tries = found.end if found else chosen[-1] + 1, 0


def _row(line: TextLine) -> _NumberLine | None:
    if not _NUMBER.fullmatch(line.chars[-1].text):
        return None
    tokens = line.pieces(_TOKEN)
    count = 0
    while count < len(tokens) and _NUMBER.fullmatch(tokens[-1 - count].words):
        count += 1
    if count < _LEAST_COLUMNS:
        return None
    first = len(tokens) - count
    label = [char for token in tokens[:first] for char in token.chars]
    pieces = line.part_of(label).pieces(_PART) if label else []
    return _NumberLine(line, tokens[first:], pieces)


def _chosen(lines: Sequence[TextLine], rows: dict[int, _NumberLine], start: int) -> list[int]:
    """The lines, from one on, whose numbers stand in the same columns."""
    chosen = [start]
    slots = [(piece.left, piece.right) for piece in rows[start].numbers]
    for index in range(start + 1, len(lines)):
        row = rows.get(index)
        if row is None:
            if lines[index].right >= slots[0][0] or index - chosen[-1] > _MOST_BETWEEN:
                break
            continue
        widened = _widened(slots, row)
        if widened is None or len(chosen) == _MOST_ROWS:
            break
        slots = widened
        chosen.append(index)
    return chosen


def _widened(slots: Sequence[Span], row: _NumberLine) -> list[Span] | None:
    """The columns with the numbers of one more row in them, None where they do not fit."""
    if len(row.numbers) != len(slots):
        return None
    wide = [
        (min(start, piece.left), max(end, piece.right))
        for (start, end), piece in zip(slots, row.numbers, strict=True)
    ]
    apart = all(before[1] < after[0] for before, after in pairwise(wide))
    under = all(
        piece.left <= end and start <= piece.right
        for (start, end), piece in zip(slots, row.numbers, strict=True)
    )
    return wide if apart and under else None


def _labelled(
    lines: Sequence[TextLine],
    rows: Sequence[_NumberLine],
    chosen: Sequence[int],
    free: int,
    page: int,
) -> NumberTable | None:
    if len(rows) * len(rows[0].numbers) < _LEAST_NUMBERS:
        return None
    edge = min(row.numbers[0].left for row in rows)
    above = _beside(reversed(lines[max(free, chosen[0] - _MOST_BEYOND) : chosen[0]]), edge)
    below = _beside(lines[chosen[-1] + 1 : chosen[-1] + 1 + _MOST_BEYOND], edge)
    between = [lines[one + 1 : other] for one, other in pairwise(chosen)]
    beside = [(row.line.middle, row.label) for row in rows]
    readings = [
        reading
        for alignment in (0.0, 0.5, 1.0)
        for reading in Labels(beside, [above[::-1], *between, below], alignment).readings()
    ]
    if not readings:
        return None
    best = min(readings, key=lambda reading: reading.loose)
    grid = _grid(best.rows, [row.numbers for row in rows], page)
    return NumberTable(chosen[0] - best.above, chosen[-1] + 1 + best.below, grid)


def _beside(lines: Iterator[TextLine] | Sequence[TextLine], edge: float) -> list[TextLine]:
    """The lines, up to the first that reaches into the columns of numbers."""
    beside: list[TextLine] = []
    for line in lines:
        if line.right >= edge:
            break
        beside.append(line)
    return beside


def _grid(
    labelled: Sequence[LabelledRow], numbers: Sequence[Sequence[TextPiece]], page: int
) -> Grid:
    """Columns that no lines show are no certain ones, however well the numbers stand."""
    rows: list[list[GridCell]] = []
    for index, (row, pieces) in enumerate(zip(labelled, numbers, strict=True)):
        texts = [*row.groups, row.label, *(piece.words for piece in pieces)]
        rows.append(
            [
                GridCell(index, column, [Line(text)] if text else [], (page, index + 1))
                for column, text in enumerate(texts)
            ]
        )
    return Grid(rows, (page, 1), exact=False)
