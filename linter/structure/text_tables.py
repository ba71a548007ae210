"""Statutory tables that stand in running text under the heading of their section."""

from __future__ import annotations

from collections.abc import Sequence

from linter.forms import load_form
from linter.model.document import Block, Paragraph, Table
from linter.model.place import Place
from linter.records import record
from linter.structure.cell_stream import is_cell_text, stream_table
from linter.structure.folding import numbered
from linter.structure.label_matching import known_labels, table_labels
from linter.structure.lines import Line, read_lines

_ENOUGH = 2


@record
class TextTable:
    """A table made of text, its rows as read, and the blocks that it fills.

    ``by_order`` are rows that were told by their order alone, ``left_over`` the places of
    numbers that belong to no row. ``in_pieces`` is True where a part of the rows stands in
    tables and a part in text, so that their order is no longer the author's.
    """

    table: Table
    lines: tuple[Line, ...]
    indexes: tuple[int, ...]
    by_order: tuple[str, ...] = ()
    left_over: tuple[Place, ...] = ()
    in_pieces: bool = False


def find_in_text(
    key: str, blocks: Sequence[Block], region: range, edition: str, *, with_exact: bool
) -> TextTable | None:
    """The table whose rows stand in the text of a section, each behind its label."""
    indexes = _cell_texts(blocks, region, with_exact=with_exact)
    if not indexes:
        return None
    labels = table_labels(edition, key)
    table = stream_table([blocks[i] for i in indexes], labels.is_row_label, labels.is_known)
    if table is None:
        return None
    bodies = {numbered(cell.text).body for row in table.rows for cell in row}
    if known_labels(labels, bodies) <= _ENOUGH:
        return None
    lines = read_lines([table], labels)
    if key != "review" and not any(line.kind in ("row", "merged") for line in lines):
        return None
    used = _used(table, blocks, indexes, key, edition)
    return TextTable(table, tuple(lines), used, in_pieces=_is_mixed(lines, blocks, used))


def find_torn(key: str, blocks: Sequence[Block], region: range, edition: str) -> TextTable | None:
    """The table whose rows have come apart, put together again."""
    from linter.structure.torn_rows import mended

    indexes = _cell_texts(blocks, region, with_exact=True)
    form, labels = load_form(edition).tables[key], table_labels(edition, key)
    torn = mended([blocks[i] for i in indexes], form, labels)
    if torn is None:
        return None
    last = max(i for i in indexes if _places(blocks[i]) & _places(torn.table))
    used = tuple(i for i in indexes if i <= last)
    lines = tuple(read_lines([torn.table], labels))
    return TextTable(torn.table, lines, used, torn.by_order, torn.left_over, in_pieces=True)


def is_torn_beyond_repair(key: str, blocks: Sequence[Block], region: range, edition: str) -> bool:
    """Whether a section holds the remains of its table of which none could be made."""
    from linter.structure.torn_rows import is_torn

    remains = [blocks[i] for i in _cell_texts(blocks, region, with_exact=True)]
    return is_torn(remains, load_form(edition).tables[key], table_labels(edition, key))


def _cell_texts(blocks: Sequence[Block], region: range, *, with_exact: bool) -> list[int]:
    return [
        index
        for index in region
        if is_cell_text(blocks[index])
        or (isinstance(block := blocks[index], Table) and (with_exact or not block.exact))
    ]


def _used(
    table: Table, blocks: Sequence[Block], indexes: Sequence[int], key: str, edition: str
) -> tuple[int, ...]:
    """The blocks from the first label to the last cell; prose lines around stay prose."""
    labels = table_labels(edition, key)
    cells = {
        cell.place
        for row in table.rows
        for cell in row
        if (body := numbered(cell.text).body) and (
            labels.rows.exact(body)
            or labels.columns.exact(body)
            or body in labels.groups
            or body == labels.corner
        )
    }  # fmt: skip
    first = next(
        (i for i in indexes if isinstance(blocks[i], Table) or blocks[i].place in cells),
        indexes[0],
    )
    return tuple(index for index in indexes if index >= first)


def _is_mixed(lines: Sequence[Line], blocks: Sequence[Block], used: Sequence[int]) -> bool:
    """Whether some of the rows stand in a table and some in paragraphs."""
    if not any(isinstance(blocks[i], Table) for i in used):
        return False
    labelled = {line.cells[0].place for line in lines if line.kind == "row"}
    return any(isinstance(b := blocks[i], Paragraph) and b.place in labelled for i in used)


def _places(block: Block) -> set[Place]:
    if isinstance(block, Table):
        return {cell.place for row in block.rows for cell in row}
    return {block.place}
