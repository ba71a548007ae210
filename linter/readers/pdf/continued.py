"""Tables that run over pages, put together again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from linter.readers import limits
from linter.readers.flow import Grid, GridCell, Line
from linter.readers.pdf.lines import joined
from linter.readers.pdf.tables import RuledTable
from linter.records import mutable_record
from linter.regex import regex

_SAME = 5.0
_MOST_HEAD_ROWS = 6
_NUMBERED = regex(r"[（(]?[\d一二三四五六七八九十]+[）)、.．]")


@mutable_record
class _Cell:
    """A cell of the whole table; ``left`` and ``right`` are points, rows count on over pages."""

    page: int
    top: int
    bottom: int
    left: float
    right: float
    text: str


def continues(above: RuledTable, below: RuledTable) -> bool:
    """Whether the columns of a table go on in the table at the head of the next page."""
    few, many = sorted((above.xs, below.xs), key=len)
    edges = abs(few[0] - many[0]) <= _SAME and abs(few[-1] - many[-1]) <= _SAME
    return edges and len(few) > 2 and all(_nearest(many, x) <= _SAME for x in few)


def _nearest(positions: Sequence[float], x: float) -> float:
    index = bisect_left(positions, x)
    return min(abs(position - x) for position in positions[max(0, index - 1) : index + 1])


def grid_of(parts: Sequence[RuledTable]) -> Grid:
    """The table of which ``parts`` stand on pages that follow each other."""
    cells = _cells(parts[0])
    for part in parts[1:]:
        seam = _rows(cells)
        added = _without_repeated_head(_cells(part), cells)
        if not added:
            continue
        whole = _is_gap(cells, seam - 1)  # a row that had no room moved, and was not cut
        cells = _without_gap(cells, seam - 1)
        seam = _rows(cells)
        first = min(cell.top for cell in added)
        added = _moved(_without_gap(added, first), seam - first)
        cells = _joined(cells, added, seam, not whole and _torn_row(cells, added, seam))
    return _grid(cells)


def _rows(cells: Iterable[_Cell]) -> int:
    return max((cell.bottom for cell in cells), default=0)


def _moved(cells: list[_Cell], rows: int) -> list[_Cell]:
    for cell in cells:
        cell.top += rows
        cell.bottom += rows
    return cells


def _is_gap(cells: Sequence[_Cell], row: int) -> bool:
    """Whether a row beside a page break is what was left free there for want of room."""
    own = [cell for cell in cells if cell.top == row and cell.bottom == row + 1]
    return bool(own) and _rows(cells) > 1 and not any(cell.text for cell in own)


def _without_gap(cells: list[_Cell], row: int) -> list[_Cell]:
    if not _is_gap(cells, row):
        return cells
    kept = [cell for cell in cells if not (cell.top == row and cell.bottom == row + 1)]
    for cell in kept:
        cell.top -= cell.top > row
        cell.bottom -= cell.bottom > row
    return kept


def _cells(part: RuledTable) -> list[_Cell]:
    xs = part.xs
    return [
        _Cell(part.page, cell.top, cell.bottom, xs[cell.left], xs[cell.right], cell.text)
        for cell in part.cells
    ]


def _without_repeated_head(part: list[_Cell], table: Sequence[_Cell]) -> list[_Cell]:
    """The cells of ``part`` without the rows at its head that repeat those of the table."""
    repeated = 0
    last = max((cell.bottom for cell in part), default=0)
    for row in range(min(last, _MOST_HEAD_ROWS)):
        own = [cell.text for cell in part if cell.top == row]
        first = [cell.text for cell in table if cell.top == row]
        if own != first or not (any(own) or repeated):
            break
        repeated = row + 1
    closed = all(cell.bottom <= repeated for cell in part if cell.top < repeated)
    return [cell for cell in part if cell.top >= repeated] if closed else part


def _torn_row(above: Sequence[_Cell], below: Sequence[_Cell], seam: int) -> bool:
    """Whether the page ended within a row, so that each side has what the other lacks.

    One side has no numbers then, and where both have a label, the lower goes on with the upper.
    """
    last = [cell for cell in above if cell.bottom == seam]
    first = [cell for cell in below if cell.top == seam]
    pairs = [(one, other) for one in last for other in first if _aligned(one, other)]
    if not len(last) == len(first) == len(pairs):
        return False
    row = [(one, other) for one, other in pairs if _height(one) == _height(other) == 1]
    both = [other for one, other in row if one.text and other.text]
    rest = [pair for pair in row if not (pair[0].text and pair[1].text)]
    one_sided = not any(one.text for one, _ in rest) or not any(other.text for _, other in rest)
    if not both:
        return len(rest) > 1 and any(not one.text for one, _ in rest)
    goes_on = len(both) == 1 and not _NUMBERED.match(both[0].text)
    return goes_on and bool(rest) and one_sided


def _height(cell: _Cell) -> int:
    return cell.bottom - cell.top


def _joined(above: list[_Cell], below: list[_Cell], seam: int, torn: bool) -> list[_Cell]:
    """All cells, those that the end of the page cut made whole."""
    lower = _without_rests(above, below, seam)
    for one in [cell for cell in above if cell.bottom == seam]:
        other = next((cell for cell in lower if cell.top == seam and _aligned(one, cell)), None)
        if other is None or not (torn or _is_cut(one, other)):
            continue
        one.bottom = other.bottom
        one.text = joined(filter(None, (one.text, other.text)))
        lower.remove(other)
    return _closed_up([*above, *lower], seam) if torn else [*above, *lower]


def _without_rests(above: list[_Cell], below: list[_Cell], seam: int) -> list[_Cell]:
    """The cells below without the empty ends of labels above, in a row that has no numbers."""
    first = [cell for cell in below if cell.top == seam and cell.bottom == seam + 1]
    if any(_has_number(cell) for cell in first) or not any(cell.text for cell in first):
        return list(below)
    lower = list(below)
    for rest in first:
        over = [cell for cell in above if cell.bottom == seam and _within(cell, rest)]
        labels = all(cell.text and not _has_number(cell) for cell in over)
        if not rest.text and over and labels and _width(over) >= rest.right - rest.left - _SAME:
            lower.remove(rest)
            for cell in over:
                cell.bottom += 1
    return lower


def _has_number(cell: _Cell) -> bool:
    return cell.text[:1].isdigit() or cell.text in ("/", "-", "—", "无")


def _within(one: _Cell, other: _Cell) -> bool:
    return one.left >= other.left - _SAME and one.right <= other.right + _SAME


def _width(cells: Sequence[_Cell]) -> float:
    return max(cell.right for cell in cells) - min(cell.left for cell in cells)


def _closed_up(cells: list[_Cell], seam: int) -> list[_Cell]:
    """Without the row below the seam, which is the same as the one above it."""
    for cell in cells:
        cell.top -= cell.top >= seam
        cell.bottom -= cell.bottom > seam
    return cells


def _is_cut(one: _Cell, other: _Cell) -> bool:
    """Whether a cell over several rows goes on: no text of its own, or none with a number."""
    if _height(one) == _height(other) == 1:
        return False
    if not other.text or not one.text:
        return True
    return bool(_NUMBERED.match(one.text)) and not _NUMBERED.match(other.text)


def _aligned(one: _Cell, other: _Cell) -> bool:
    return abs(one.left - other.left) <= _SAME and abs(one.right - other.right) <= _SAME


def _grid(cells: Sequence[_Cell]) -> Grid:
    columns: list[float] = []
    for x in sorted({x for cell in cells for x in (cell.left, cell.right)}):
        if not columns or x - columns[-1] > _SAME:
            columns.append(x)
    limits.require("columns", len(columns), limits.MAX_COLUMNS)
    grid: list[list[GridCell]] = [[] for _ in range(_rows(cells))]
    for cell in sorted(cells, key=lambda cell: (cell.top, cell.left)):
        left, right = _index(columns, cell.left), _index(columns, cell.right)
        items = [Line(cell.text)] if cell.text else []
        position = (cell.page, cell.top + 1)
        grid[cell.top].append(
            GridCell(cell.top, left, [*items], position, _height(cell), max(1, right - left))
        )
    return Grid(grid, (cells[0].page, 1))


def _index(columns: Sequence[float], x: float) -> int:
    return max(0, bisect_left(columns, x - _SAME))
