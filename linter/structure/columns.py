"""Which value of a printed row belongs to which statutory column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from linter.forms import Column
from linter.model.document import Cell
from linter.records import field, record, replace
from linter.structure.cell_numbers import cell_number
from linter.structure.folding import numbered
from linter.structure.label_matching import LabelSet, TableLabels
from linter.structure.lines import Line

Span = tuple[int, int]


@record
class Altered:
    """A column whose printed label deviates from the statutory one."""

    key: str
    cell: Cell


@record
class Header:
    """What the header rows say of the columns.

    ``spans`` gives the grid columns of each statutory column that was found; empty where the
    print has no reliable grid. ``extra`` are printed columns that the form does not have.
    """

    spans: Mapping[str, Span] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    altered: tuple[Altered, ...] = ()
    extra: tuple[Cell, ...] = ()
    order: tuple[str | None, ...] = ()

    @property
    def is_statutory(self) -> bool:
        """Whether it names no other columns than the form has, and all of them, or none."""
        return not self.missing and not self.extra


def read_header(
    lines: Sequence[Line], columns: Sequence[Column], labels: TableLabels, first_value: int
) -> Header:
    """The columns that header lines name; ``first_value`` is the grid column where values begin."""
    keys = {column.key for column in columns}
    cells = [cell for line in lines for cell in line.cells]
    found: dict[str, list[Span]] = {}
    strangers: list[Cell] = []
    for cell in cells:
        body = numbered(cell.text).body
        match = labels.columns.exact(body) if body else None
        if match and match.key in keys:
            found.setdefault(match.key, []).append(_span(cell))
        elif _is_stranger(cell, body, labels, first_value):
            strangers.append(cell)
    wanted = LabelSet((c.key, c.label) for c in columns if c.key not in found)
    altered, extra = _altered(strangers, [c.key for c in columns if c.key not in found], wanted)
    for change in altered:
        found[change.key] = [_span(change.cell)]
    if len(found) < max(2, len(columns) // 2) and len(columns) > 1:
        return Header()
    missing = tuple(column.key for column in columns if column.key not in found)
    spans = {key: (min(s for s, _ in at), max(e for _, e in at)) for key, at in found.items()}
    gridded = all(line.table is not None and line.table.exact for line in lines)
    beside = [cell for cell in extra if not (gridded and _is_over(cell, spans.values()))]
    return Header(_apart(spans), missing, tuple(altered), tuple(beside))


def _is_over(cell: Cell, spans: Iterable[Span]) -> bool:
    """Whether a header cell is a heading over columns and no column of its own."""
    first, last = _span(cell)
    return any(start < last and first < end for start, end in spans)


def _is_stranger(cell: Cell, body: str, labels: TableLabels, first_value: int) -> bool:
    return bool(
        body
        and cell.column >= first_value
        and body not in labels.groups
        and body != labels.corner
        and not labels.columns.exact(body)
        and not labels.rows.exact(body)
        and _is_text(cell)
    )


def _is_text(cell: Cell) -> bool:
    read = cell_number(cell.text)
    return read.number is None and not read.blank


def _altered(
    strangers: Sequence[Cell], missing: list[str], wanted: LabelSet
) -> tuple[list[Altered], list[Cell]]:
    altered: list[Altered] = []
    extra: list[Cell] = []
    for cell in strangers:
        match = wanted.similar(numbered(cell.text).body) if missing else None
        if match and match.key in missing:
            missing.remove(match.key)
            altered.append(Altered(match.key, cell))
        else:
            extra.append(cell)
    if len(extra) == len(missing) == 1:
        altered.append(Altered(missing.pop(), extra.pop()))
    return altered, extra


def _span(cell: Cell) -> Span:
    return cell.column, cell.column + cell.colspan


def _apart(spans: dict[str, Span]) -> dict[str, Span]:
    """The spans where no two overlap, else none: then the grid cannot be trusted."""
    ordered = sorted(spans.items(), key=lambda item: item[1])
    for (_, (_, end)), (_, (start, _)) in pairwise(ordered):
        if start < end:
            return {}
    return dict(ordered)


def assign(line: Line, columns: Sequence[Column], header: Header) -> dict[str, Cell | None] | None:
    """The cell of each column in a row, None for a column without one.

    None for the whole row where the count of values fits neither the form nor the header.
    """
    keys: Sequence[str | None] = header.order or list(header.spans) or [c.key for c in columns]
    gridded = bool(header.spans) and line.table is not None and line.table.exact
    values = _without_extra(line.values, header) if gridded else list(line.values)
    whole = len(values) == len(keys) and all(value.colspan == 1 for value in values)
    by_grid = _by_grid(values, header.spans) if gridded and not whole else None
    if by_grid is not None:
        return _complete(by_grid, columns)
    if gridded and not whole:
        values = _behind_labels(values, header)
    values = without_fillers(values, len(keys)) or _left_blank(line, len(keys))
    if len(values) == len(keys):
        named = zip(keys, values, strict=True)
        return _complete({key: value for key, value in named if key}, columns)
    return None


def _left_blank(line: Line, count: int) -> list[Cell]:
    """Blank cells for a label alone: in running text an empty row leaves nothing behind."""
    if line.table is None or line.table.exact:
        return []
    label = line.cells[-1]
    return [replace(label, text="")] * count


def _behind_labels(values: Sequence[Cell], header: Header) -> list[Cell]:
    """The values without the empty cells that merged labels leave before the first column."""
    start = min(first for first, _ in header.spans.values())
    return [value for value in values if value.column >= start or value.text.strip()]


def _without_extra(values: Sequence[Cell], header: Header) -> list[Cell]:
    """The values that do not stand under a column which the form does not have."""
    extra = {column for cell in header.extra for column in range(*_span(cell))}
    return [value for value in values if value.column not in extra]


def _complete(
    cells: Mapping[str, Cell | None], columns: Sequence[Column]
) -> dict[str, Cell | None]:
    return {column.key: cells.get(column.key) for column in columns}


def without_fillers(values: Sequence[Cell], count: int) -> list[Cell]:
    """The values without the empty cells that merged labels and short blocks leave."""
    kept = list(values)
    while len(kept) > count and not kept[0].text.strip():
        del kept[0]
    while len(kept) > count and not kept[-1].text.strip():
        del kept[-1]
    return kept


def _by_grid(values: Sequence[Cell], spans: Mapping[str, Span]) -> dict[str, Cell | None] | None:
    """The values by their grid columns, None where one would be lost."""
    cells: dict[str, Cell | None] = {}
    placed: set[int] = set()
    for key, (start, end) in spans.items():
        for index, value in enumerate(values):
            first, last = _span(value)
            if first < end and start < last:
                blank = not value.text.strip()
                if index not in placed or blank:
                    cells.setdefault(key, value)
                placed.add(index)
    lost = [v for i, v in enumerate(values) if i not in placed and not cell_number(v.text).blank]
    return None if lost or len(cells) < len(spans) else cells
