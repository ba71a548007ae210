"""The header rows that stand above each data row of a printed table."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from linter.forms import Row
from linter.model.document import Cell
from linter.records import record
from linter.structure.columns import Header, read_header, without_fillers
from linter.structure.folding import numbered
from linter.structure.label_matching import TableLabels
from linter.structure.lines import Line


@record
class _Over:
    """A heading over several columns."""

    body: str


_Token = str | None | _Over


class Headers:
    """What the headers say, read once for each run of header rows."""

    def __init__(self, lines: Sequence[Line], labels: TableLabels) -> None:
        self._lines = lines
        self._labels = labels
        self._known: dict[tuple[int, tuple[str, ...]], Header] = {}

    def above(self, index: int, row: Row) -> Header:
        """The header for the data row ``row``, printed as line ``index``."""
        last = next((i for i in range(index - 1, -1, -1) if self._lines[i].kind == "header"), None)
        if last is None:
            return Header()
        first = last
        while first and self._lines[first - 1].kind == "header":
            first -= 1
        known = (first, tuple(column.key for column in row.columns))
        if known not in self._known:
            self._known[known] = self._read(self._lines[first : last + 1], self._lines[index], row)
        return self._known[known]

    def _read(self, lines: Sequence[Line], data: Line, row: Row) -> Header:
        if _is_of_others(lines, row, self._labels):
            return Header()
        if all(line.table is not None and line.table.exact for line in lines):
            start = min((cell.column for cell in data.values), default=0)
            return read_header(lines, row.columns, self._labels, start)
        header = read_header(lines, row.columns, self._labels, 0)
        return _in_order(header, lines, data, row, self._labels)

    def extra(self) -> list[Cell]:
        """The printed columns that the form does not have."""
        return [cell for header in self._known.values() for cell in header.extra]


def _is_of_others(lines: Sequence[Line], row: Row, labels: TableLabels) -> bool:
    """Whether header rows name columns of the form, but none of this row: its own are missing."""
    matches = (labels.columns.exact(numbered(c.text).body) for line in lines for c in line.cells)
    named = {match.key for match in matches if match}
    return bool(named) and named.isdisjoint(column.key for column in row.columns)


def _in_order(
    header: Header, lines: Sequence[Line], data: Line, row: Row, labels: TableLabels
) -> Header:
    """What can be trusted of a header without a grid: the order of its columns.

    That columns are missing or extra is believed where the data row has just as many values.
    Where a heading over several columns stands in the header, its rows have run into one: the
    columns below take its place.
    """
    cells = [cell for line in lines for cell in line.cells if cell.text.strip()]
    bodies = [numbered(cell.text).body for cell in cells]
    grouped = len(lines) > 1 or not labels.groups.keys().isdisjoint(bodies)
    names = {cell: altered.key for altered in header.altered for cell in (altered.cell,)}
    printed: list[str | None] = []
    tokens: list[_Token] = []
    extra_behind: dict[str | None, int] = {}
    leaf: str | None = None
    for cell, body in zip(cells, bodies, strict=True):
        match = labels.columns.exact(body)
        if body in labels.over:
            tokens.append(_Over(body))
        if cell in header.extra:
            printed.append(None)
            tokens.append(None)
            extra_behind[leaf] = extra_behind.get(leaf, 0) + 1
        elif match or cell in names:
            leaf = names.get(cell) or (match.key if match else None)
            printed.append(leaf)
            tokens.append(leaf)
    order = tuple(printed)
    if any(isinstance(token, _Over) for token in tokens):
        order = unfolded(tokens, _columns_below(row, labels))
    elif grouped:
        order = tuple(_statutory_order(header, row, extra_behind))
    count = len(without_fillers(data.values, len(order)))
    if len(order) == len(row.columns) and not header.missing and not header.extra:
        return Header(order=order, altered=header.altered)
    if count != len(order) or count == len(row.columns):
        return Header(altered=header.altered)
    return Header(missing=header.missing, altered=header.altered, extra=header.extra, order=order)


def _columns_below(row: Row, labels: TableLabels) -> frozenset[str]:
    """The columns that have a heading over some of the columns above them."""
    bodies = {column.key: numbered(column.label.text.zh).body for column in row.columns}
    narrow = {
        body for body in labels.over if not labels.columns.exact(body + bodies[row.columns[0].key])
    }
    return frozenset(
        key for key, body in bodies.items() for over in narrow if labels.columns.exact(over + body)
    )


def unfolded(tokens: Sequence[_Token], below: Collection[str]) -> tuple[str | None, ...]:
    """The columns from left to right, of header rows that stand one behind the other.

    ``tokens`` are the names of columns, None for columns that the form does not have, and the
    headings over columns, of which the last stands over the columns ``below``.
    """
    tokens = [t for i, t in enumerate(tokens) if t is None or t not in tokens[:i]]
    wide = next(i for i, token in enumerate(tokens) if isinstance(token, _Over))
    end = next((i for i in range(wide + 1, len(tokens)) if tokens[i] is not None), len(tokens))
    tail = tokens[wide + 1 : end]
    tokens = [*tokens[: wide + 1], *tokens[end:]]
    narrow = max(i for i, token in enumerate(tokens) if isinstance(token, _Over))
    lower = next((i for i in range(narrow, len(tokens)) if tokens[i] in below), len(tokens))
    if not any(_is_upper(token, below) for token in tokens[lower:]):
        tokens = [*tokens[:narrow], *tokens[lower:], *tokens[narrow + 1 : lower]]
    return tuple(token for token in (*tokens, *tail) if not isinstance(token, _Over))


def _is_upper(token: _Token, below: Collection[str]) -> bool:
    return token is not None and token not in below


def _statutory_order(
    header: Header, row: Row, extra_behind: dict[str | None, int]
) -> list[str | None]:
    order: list[str | None] = [None] * extra_behind.get(None, 0)
    for column in row.columns:
        if column.key not in header.missing:
            order += [column.key, *[None] * extra_behind.get(column.key, 0)]
    return order
