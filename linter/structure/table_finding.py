"""Which tables of a document are the statutory ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.forms import TABLES, load_form
from linter.model.document import Block, Picture, Table
from linter.model.place import Place
from linter.records import record, replace
from linter.structure.columns import without_fillers
from linter.structure.folding import numbered
from linter.structure.label_matching import TableLabels, known_labels, table_labels
from linter.structure.lines import Line, read_lines
from linter.structure.text_tables import TextTable, find_in_text, find_torn

_ENOUGH = 2
_OUTCOMES = 3
_APPLICANTS = 4


@record
class FoundTable:
    """A statutory table: the pieces that print it, and the blocks that they fill.

    ``by_order``, ``left_over`` and ``in_pieces`` are those of :class:`TextTable`.
    """

    key: str
    tables: tuple[Table, ...]
    indexes: tuple[int, ...]
    place: Place
    copies: tuple[int, ...] = ()
    by_order: tuple[str, ...] = ()
    left_over: tuple[Place, ...] = ()
    in_pieces: bool = False


def find_tables(
    blocks: Sequence[Block], regions: Mapping[str, range], edition: str
) -> dict[str, FoundTable]:
    """The statutory tables by key.

    ``regions`` gives for each table the blocks under its section's heading. Real tables are
    recognised by their labels wherever they stand; a table in running text only there.
    """
    pieces: dict[str, list[int]] = {key: [] for key in TABLES}
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and not block.chrome:
            key = _key_of(block, edition)
            if key and _is_evident(key, block, index in regions.get(key, range(0)), edition):
                pieces[key].append(index)
    found: dict[str, FoundTable] = {}
    for key in TABLES:
        table = _found(key, blocks, pieces[key], regions.get(key, range(0)), edition)
        if table is not None:
            found[key] = table
    return found


def _found(
    key: str, blocks: Sequence[Block], pieces: Sequence[int], region: range, edition: str
) -> FoundTable | None:
    """The table from its pieces, or from all text of its section where that tells more rows."""
    assembled = _assembled(key, blocks, pieces, edition) if pieces else None
    exact = assembled is not None and all(table.exact for table in assembled.tables)
    lines = read_lines(assembled.tables, table_labels(edition, key)) if assembled else ()
    if exact and (key == "review" or len(_paths(lines)) == _all_rows(key, edition)):
        return assembled
    text = find_in_text(key, blocks, region, edition, with_exact=exact)
    found, whole = assembled, _whole_rows(lines, key, edition)
    if text and not (exact and len(_paths(text.lines)) <= len(_paths(lines))):
        found, whole = _of_text(key, text), _whole_rows(text.lines, key, edition)
    if whole == _all_rows(key, edition) or (exact and len(pieces) == 1):
        return found
    torn = find_torn(key, blocks, region, edition)
    if torn and _whole_rows(torn.lines, key, edition) > whole:
        return _of_text(key, torn)
    if found is None and (text := find_in_text(key, blocks, region, edition, with_exact=True)):
        return _of_text(key, text)
    return found


def _of_text(key: str, text: TextTable) -> FoundTable:
    return FoundTable(
        key,
        (text.table,),
        text.indexes,
        text.table.place,
        by_order=text.by_order,
        left_over=text.left_over,
        in_pieces=text.in_pieces,
    )


def _paths(lines: Sequence[Line]) -> set[str]:
    return {line.path for line in lines if line.path}


def _all_rows(key: str, edition: str) -> int:
    """How many rows a table has; table four counts as one, read or not."""
    return 1 if key == "review" else len(load_form(edition).tables[key].rows)


def _whole_rows(lines: Sequence[Line], key: str, edition: str) -> int:
    """The rows with as many values as they have columns."""
    if key == "review":
        return int(bool(lines))
    widths = {row.path: len(row.columns) for row in load_form(edition).tables[key].rows}
    return len(
        {
            line.path
            for line in lines
            if line.kind == "row"
            and len(without_fillers(line.values, widths[line.path])) == widths[line.path]
        }
    )


def _table(block: Block) -> Table:
    if not isinstance(block, Table):
        raise TypeError(block)
    return block


def _key_of(table: Table, edition: str) -> str | None:
    """The statutory table with whose labels most cells of ``table`` agree."""
    bodies = {numbered(cell.text).body for row in table.rows for cell in row if cell.text}
    hits = {key: known_labels(table_labels(edition, key), bodies) for key in TABLES}
    best = max(TABLES, key=lambda key: hits[key])
    return best if hits[best] >= _ENOUGH else None


def _is_evident(key: str, table: Table, in_section: bool, edition: str) -> bool:
    """Whether a table is statutory for more than a few words that any office's own table has.

    Table four is told by its outcomes, tables two and three by a column or title that only they
    have or, where they are continued, by rows of theirs; outside their section by many.
    """
    labels = table_labels(edition, key)
    bodies = {numbered(cell.text).body for row in table.rows for cell in row}
    columns = sum(1 for body in bodies if labels.columns.exact(body))
    rows = {line.path for line in read_lines([table], labels) if line.path}
    if len(bodies & labels.cells.keys()) >= _OUTCOMES:
        return True
    if key == "review":
        return columns >= _OUTCOMES
    if key == "disclosure":
        titled = not bodies.isdisjoint(labels.groups)
        return bool(columns or titled) or (in_section and len(rows) >= _ENOUGH)
    enough = _ENOUGH if in_section else len(load_form(edition).tables[key].rows) // 2
    return labels.corner in bodies or columns >= _APPLICANTS or len(rows) >= enough


def _assembled(
    key: str, blocks: Sequence[Block], indexes: Sequence[int], edition: str
) -> FoundTable:
    """The pieces of the first print of a table; what prints its rows again is a copy."""
    labels = table_labels(edition, key)
    taken: set[str] = set()
    kept: list[int] = []
    copies: list[int] = []
    for index in indexes:
        table = _table(blocks[index])
        paths = {line.path for line in read_lines([table], labels) if line.path}
        if key == "review":
            paths = _named_rows(table, labels)
        if paths and len(paths & taken) * 2 > len(paths):
            copies.append(index)
        else:
            kept.append(index)
            taken |= paths
    tables = tuple(_table(blocks[index]) for index in kept)
    if key == "review":
        tables = _side_by_side(tables)
    return FoundTable(key, tables, tuple(kept), tables[0].place, tuple(copies))


def _named_rows(table: Table, labels: TableLabels) -> set[str]:
    """The rows of table four whose labels stand anywhere in a table, there in its header."""
    matches = (labels.rows.exact(numbered(cell.text).body) for row in table.rows for cell in row)
    return {match.key for match in matches if match}


def _side_by_side(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """Pieces of table four with the grid columns that they have in the one wide table."""
    placed: list[Table] = []
    width = 0
    for table in tables:
        rows = tuple(
            tuple(replace(cell, column=cell.column + width) for cell in row) for row in table.rows
        )
        placed.append(replace(table, rows=rows))
        width = max((c.column + c.colspan for row in rows for c in row), default=width)
    return tuple(placed)


def pictures(blocks: Sequence[Block], region: range) -> list[Place]:
    """The places of the pictures in a region."""
    return [b.place for i in region if isinstance(b := blocks[i], Picture) and not b.chrome]
