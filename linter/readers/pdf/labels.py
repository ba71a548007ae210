"""Which lines of text beside a table's rows are the label of which row.

A label broken over lines stands with its middle, or with its first line, on the line of its row's
numbers, and all labels of a table do so in the same way. Labels of groups stand left of
those of their rows. Where this does not come out even, there is no telling.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.readers.pdf.lines import TextLine, TextPiece, joined
from linter.records import field, mutable_record, record

_PART = 0.5
_SAME = 0.35
_COLUMN = 0.7
_EDGE = 0.25
_STEP = 2.0  # from line to line of a label at most
_CUT = 0.1
_CLOSE = 1.1
_MOST_COLUMNS = 6


@record
class LabelledRow:
    """The label of a row, and those of the groups that begin with it, the outermost first."""

    label: str
    groups: list[str]


@record
class Reading:
    """Rows with their labels, and how many lines above and below them belong to the table.

    ``loose`` is how many parts of labels belong to no row of their own, being those of groups,
    or stand apart within one label.
    """

    rows: list[LabelledRow]
    above: int
    below: int
    loose: int


@mutable_record
class _Part:
    """What one line holds of a label."""

    piece: TextPiece
    middle: float
    column: int = 0
    taken: bool = False


@mutable_record
class _Row:
    middle: float
    own: list[_Part]
    column: int = 0
    parts: list[_Part] = field(default_factory=list)


class Labels:
    """The labels of one table.

    ``rows`` have the middle of their line and the pieces of labels on it. ``gaps`` are the lines
    above the first row, between the rows, and below the last one. The labels of a column are
    held to have the same place between left (0) and right (1): ``alignment``.
    """

    def __init__(
        self,
        rows: Sequence[tuple[float, Sequence[TextPiece]]],
        gaps: Sequence[Sequence[TextLine]],
        alignment: float,
    ) -> None:
        self._alignment = alignment
        own = [[_Part(piece, middle) for piece in pieces] for middle, pieces in rows]
        free = [
            [_Part(piece, line.middle) for line in gap for piece in line.pieces(_PART)]
            for gap in gaps
        ]
        inside = [part for parts in (*own, *free[1:-1]) for part in parts]
        self._size = max([part.piece.size for part in inside], default=1.0)
        self._edges = _edges([self._place(part.piece) for part in inside], _COLUMN * self._size)
        self._rows = [
            _Row(middle, self._placed(parts)) for (middle, _), parts in zip(rows, own, strict=True)
        ]
        self._gaps = [self._placed(parts) for parts in free]

    def _placed(self, parts: Sequence[_Part]) -> list[_Part]:
        """The parts, cut where a column of labels begins, and knowing theirs."""
        placed: list[_Part] = []
        for part in parts:
            edges = [] if self._alignment else self._edges[1:]
            placed += [
                _Part(piece, part.middle, self._column(self._place(piece)))
                for piece in _cut(part.piece, edges, _EDGE * self._size)
            ]
        return placed

    def _place(self, piece: TextPiece) -> float:
        return piece.left + self._alignment * (piece.right - piece.left)

    def _column(self, place: float) -> int:
        """The column that stands at ``place``, -1 where none does."""
        within = _COLUMN * self._size
        return next((n for n, edge in enumerate(self._edges) if abs(edge - place) <= within), -1)

    def readings(self) -> Iterator[Reading]:
        """The ways in which the labels come out even."""
        if not 0 < len(self._edges) <= _MOST_COLUMNS:
            return
        for take in (self._take_around, self._take_below):
            self._begin()
            if all(take(index) for index in range(len(self._rows))) and self._comes_out_even():
                reading = self._labelled()
                if reading is not None:
                    yield reading

    def _begin(self) -> None:
        for gap in self._gaps:
            for part in gap:
                part.taken = False
        for index, row in enumerate(self._rows):
            row.column = max([part.column for part in row.own], default=-1)
            deeper = self._deeper_around(index)
            row.column = max(row.column, deeper)
            row.parts = [part for part in row.own if part.column == row.column]

    def _deeper_around(self, index: int) -> int:
        """The column of a label of which no line stands on that of its numbers."""
        middle = self._rows[index].middle
        above = {part.column for part in self._gaps[index] if middle - part.middle < self._size}
        below = {part.column for part in self._gaps[index + 1] if part.middle - middle < self._size}
        return max(above & below, default=-1)

    def _take_around(self, index: int) -> bool:
        """Gives a row as many lines below its own as there are above it."""
        row = self._rows[index]
        above = self._chain(row, list(reversed(self._gaps[index])), -1)
        below = self._chain(row, self._gaps[index + 1], 1)
        if index == 0:
            above = above[: self._mirrored(row, above, below)]
        return self._mirrored(row, above, below) == len(above) and self._give(
            row, [*above, *below[: len(above)]]
        )

    def _mirrored(self, row: _Row, above: Sequence[_Part], below: Sequence[_Part]) -> int:
        """How many parts above a row have one below it that is as far off."""
        count = 0
        for one, other in zip(above, below, strict=False):
            if abs(one.middle + other.middle - 2 * row.middle) > _SAME * self._size:
                break
            count += 1
        return count

    def _take_below(self, index: int) -> bool:
        """Gives a row the lines below its own."""
        row = self._rows[index]
        below = self._chain(row, self._gaps[index + 1], 1)
        if row is self._rows[-1]:
            # What follows the table may stand below its labels, but not as close.
            near = _CLOSE * self._pitch()
            lines = [row.middle, *(part.middle for part in below)]
            steps = [low - high for high, low in pairwise(lines)]
            below = below[: next((n for n, step in enumerate(steps) if step > near), None)]
        return bool(row.parts) and self._give(row, below)

    def _pitch(self) -> float:
        """From line to line of the labels taken so far, at least."""
        steps = (
            low.middle - high.middle for row in self._rows for high, low in pairwise(row.parts)
        )
        return min(filter(None, steps), default=0.0)

    def _chain(self, row: _Row, parts: Sequence[_Part], way: int) -> list[_Part]:
        """The free parts in the column of a row that stand close to it and to each other."""
        chain: list[_Part] = []
        last = row.middle
        for part in parts:
            if part.column != row.column or part.taken:
                continue
            if way * (part.middle - last) > _STEP * self._size:
                break
            chain.append(part)
            last = part.middle
        return chain

    def _give(self, row: _Row, parts: Sequence[_Part]) -> bool:
        for part in parts:
            part.taken = True
        row.parts = sorted([*row.parts, *parts], key=lambda part: part.middle)
        return bool(row.parts)

    def _comes_out_even(self) -> bool:
        """Whether what is left between rows can be labels of groups, being left of theirs."""
        for index, gap in enumerate(self._gaps[1:-1], 1):
            deepest = max(self._rows[index - 1].column, self._rows[index].column)
            if any(not part.taken and not 0 <= part.column < deepest for part in gap):
                return False
        return True

    def _lines_beyond(self, row: _Row, lines: Sequence[Sequence[_Part]]) -> int:
        """How many lines, from a row outwards, hold nothing but labels of its table."""
        count, before = 0, row.middle
        for line in lines:
            near = abs(line[0].middle - before) <= _STEP * self._size
            if not all(part.taken or (near and 0 <= part.column < row.column) for part in line):
                break
            count, before = count + 1, line[0].middle
        return count

    def _labelled(self) -> Reading | None:
        lines = _lines(self._gaps[0])[::-1], _lines(self._gaps[-1])
        above = self._lines_beyond(self._rows[0], lines[0])
        below = self._lines_beyond(self._rows[-1], lines[1])
        beyond = [part for line in (*lines[0][above:], *lines[1][below:]) for part in line]
        if any(part.taken for part in beyond):
            return None
        free = [part for line in (*lines[0][:above], *lines[1][:below]) for part in line]
        free += [part for gap in self._gaps[1:-1] for part in gap]
        free += [part for row in self._rows for part in row.own if part.column < row.column]
        free = [part for part in free if not part.taken]
        found = [LabelledRow(_text(row.parts), []) for row in self._rows]
        for column in range(len(self._edges)):
            parts = [part for part in free if part.column == column]
            end = 0
            for block in self._blocks(sorted(parts, key=_middle), column):
                begin, end = self._begins(block, column, end)
                found[min(begin, len(found) - 1)].groups.append(_text(block))
        parts = [*free, *(part for row in self._rows for part in row.parts)]
        return Reading(found, above, below, len(free) + sum(map(_gaps_within, parts)))

    def _blocks(self, parts: Sequence[_Part], column: int) -> list[list[_Part]]:
        """The labels of groups in one column."""
        walls = [row.middle for row in self._rows if row.column <= column]
        blocks: list[list[_Part]] = []
        for part in parts:
            last = blocks[-1][-1].middle if blocks else 0.0
            if (
                not blocks
                or part.middle - last > _STEP * self._size
                or any(last < wall < part.middle for wall in walls)
            ):
                blocks.append([])
            blocks[-1].append(part)
        return blocks

    def _begins(self, block: Sequence[_Part], column: int, free: int) -> tuple[int, int]:
        """The rows, the last not included, that a group has.

        It begins at the first row that is ``free`` for it, and reaches as far below its label as
        above it; else it is held to begin where its label does.
        """
        rows = self._rows
        middle = (block[0].middle + block[-1].middle) / 2
        nearest = min(range(len(rows)), key=lambda index: abs(rows[index].middle - middle))
        first = nearest
        while first > free and rows[first - 1].column > column:
            first -= 1
        last = min(
            range(first, len(rows)),
            key=lambda index: abs(rows[first].middle + rows[index].middle - 2 * middle),
        )
        off = abs(rows[first].middle + rows[last].middle - 2 * middle)
        if off <= _STEP * self._size:
            return first, last + 1
        begin = min(range(len(rows)), key=lambda n: abs(rows[n].middle - block[0].middle))
        return max(begin, free), max(begin, free) + 1


def _middle(part: _Part) -> float:
    return part.middle


def _text(parts: Sequence[_Part]) -> str:
    return joined([part.piece.words for part in parts])


def _gaps_within(part: _Part) -> int:
    least = _CUT * part.piece.size + part.piece.spread
    return sum(char.left - before.right > least for before, char in pairwise(part.piece.chars))


def _lines(parts: Sequence[_Part]) -> list[list[_Part]]:
    lines: list[list[_Part]] = []
    for part in parts:
        if lines and lines[-1][0].middle == part.middle:
            lines[-1].append(part)
        else:
            lines.append([part])
    return lines


def _edges(lefts: Sequence[float], apart: float) -> list[float]:
    """Where columns begin: the least of the positions that lie close together."""
    edges: list[float] = []
    for left in sorted(lefts):
        if not edges or left - edges[-1] > apart:
            edges.append(left)
    return edges


def _cut(piece: TextPiece, edges: Sequence[float], near: float) -> list[TextPiece]:
    """A piece, cut where a column begins behind a little gap within it."""
    pieces = [TextPiece([piece.chars[0]], piece.size, piece.spread)]
    for before, char in pairwise(piece.chars):
        gap = char.left - before.right - piece.spread
        if gap > _CUT * piece.size and any(abs(char.left - edge) <= near for edge in edges):
            pieces.append(TextPiece([char], piece.size, piece.spread))
        else:
            pieces[-1].chars.append(char)
    return pieces
