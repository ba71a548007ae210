"""Tables with ruled cells: which cells the rulings draw, and what stands in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from linter.readers import limits
from linter.readers.pdf.lines import TextLine, joined, lines_of
from linter.readers.pdf.pages import Char
from linter.readers.pdf.rulings import Frame, walls
from linter.records import field, mutable_record


@mutable_record
class RuledCell:
    """A cell between two rows and two columns of rulings, the last not included."""

    top: int
    left: int
    bottom: int
    right: int
    chars: list[Char] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)
    text: str = ""

    @property
    def height(self) -> int:
        return self.bottom - self.top


@mutable_record
class RuledTable:
    """The part of a table that stands on one page; cells in reading order."""

    page: int
    xs: list[float]
    ys: list[float]
    cells: list[RuledCell]

    def all_lines(self) -> list[TextLine]:
        """What stands in the cells."""
        return [line for cell in self.cells for line in cell.lines]

    def put_into_words(self) -> None:
        """Sets the text of the cells, once it is known how their characters are spaced."""
        for cell in self.cells:
            if cell.lines:
                cell.text = joined([line.text for line in cell.lines])

    def absorb(self, lines: Sequence[TextLine]) -> bool:
        """Takes lines below the table into the cells above them, if each stands under one.

        So a page break leaves the text of a cell that goes on over the page.
        """
        found = [(line, self._above(line)) for line in lines]
        if not all(cell for _, cell in found):
            return False
        for line, cell in found:
            if cell is not None:
                cell.text = joined(filter(None, (cell.text, line.text)))
        return True

    def _above(self, line: TextLine) -> RuledCell | None:
        last = len(self.ys) - 1
        return next(
            (
                cell
                for cell in self.cells
                if cell.bottom == last
                and self.xs[cell.left] <= line.left
                and line.right <= self.xs[cell.right]
            ),
            None,
        )

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]


class TableOnPage:
    """A frame whose cells take the characters inside it."""

    def __init__(self, page: int, frame: Frame) -> None:
        self.frame = frame
        rows, columns = len(frame.ys) - 1, len(frame.xs) - 1
        limits.require("columns", columns, limits.MAX_COLUMNS)
        limits.require("cells", rows * columns, limits.MAX_CELLS)
        self._owners = _cells(frame, rows, columns)
        kept = {id(cell): cell for row in self._owners for cell in row}
        self.table = RuledTable(page, frame.xs, frame.ys, list(kept.values()))

    def take(self, chars: Iterable[Char]) -> list[Char]:
        """Has the cells hold the characters that stand in them; the others are left."""
        xs, ys, owners = self.frame.xs, self.frame.ys, self._owners
        left, right, top, bottom = xs[0], xs[-1], ys[0], ys[-1]
        rows, columns = len(owners), len(owners[0])
        rest: list[Char] = []
        for char in chars:
            x, y = char.center, char.middle
            if left <= x <= right and top <= y <= bottom:
                row = min(bisect_right(ys, y), rows) - 1
                owners[row][min(bisect_right(xs, x), columns) - 1].chars.append(char)
            else:
                rest.append(char)
        return rest

    def finish(self) -> RuledTable:
        for cell in self.table.cells:
            if len(cell.chars) == 1:  # most cells hold one digit
                cell.text = cell.chars[0].text
            elif cell.chars:
                cell.lines = lines_of(cell.chars)
        return self.table


def tables_and_lines(
    page: int, frames: Iterable[Frame], chars: Iterable[Char]
) -> tuple[list[RuledTable], list[TextLine]]:
    """The ruled tables of a page, not yet put into words, and the lines outside of them.

    Rulings that part no columns leave it to the text where these are.
    """
    columned = [frame for frame in frames if len(frame.xs) > 2]
    tables = [table for one in columned if len((table := TableOnPage(page, one)).table.cells) > 1]
    limits.require("page-tables", len(tables), limits.MAX_PAGE_TABLES)
    tables = [table for table in tables if not any(_around(table, other) for other in tables)]
    rest = list(chars)
    for one in tables:
        rest = one.take(rest)
    return [table.finish() for table in tables], lines_of(rest)


def _around(outer: TableOnPage, inner: TableOnPage) -> bool:
    """Whether one table stands in a cell of another, which only arranges it then."""
    frame = inner.frame
    corners = ((frame.xs[0], frame.ys[0]), (frame.xs[-1], frame.ys[-1]))
    return inner is not outer and all(outer.frame.holds(*corner) for corner in corners)


def _cells(frame: Frame, rows: int, columns: int) -> list[list[RuledCell]]:
    """Which cell every field of the grid belongs to: fields with no wall between are one."""
    below = walls(frame.ys, frame.across, frame.xs)
    beside = walls(frame.xs, frame.down, frame.ys)
    owners: list[list[RuledCell | None]] = [[None] * columns for _ in range(rows)]
    for top in range(rows):
        for left in range(columns):
            if owners[top][left] is not None:
                continue
            right = left + 1
            while right < columns and not beside[right][top] and owners[top][right] is None:
                right += 1
            bottom = top + 1
            while (
                bottom < rows
                and not any(below[bottom][left:right])
                and not any(owners[bottom][left:right])
            ):
                bottom += 1
            cell = RuledCell(top, left, bottom, right)
            for row in range(top, bottom):
                owners[row][left:right] = [cell] * (right - left)
    return [[cell for cell in row if cell is not None] for row in owners]
