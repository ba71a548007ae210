"""Which edition of the form a report is on, by its tables and by its year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.forms import EDITIONS, load_form, load_schema
from linter.model.document import Block, Table
from linter.structure.folding import numbered

_LONGEST_LABEL = 30


def edition_of_tables(blocks: Iterable[Block]) -> str | None:
    """The edition whose own labels stand in the tables, None where none stands or both do."""
    found = set()
    own = {edition: _own_labels(edition) for edition in EDITIONS}
    for text in _short_texts(blocks):
        body = numbered(text).body
        found |= {edition for edition, labels in own.items() if body in labels}
    return found.pop() if len(found) == 1 else None


def edition_of_year(year: int) -> str:
    """The edition that a report of ``year`` must be on; the oldest for years before it."""
    for edition in reversed(EDITIONS):
        if year >= load_schema(edition)["x-years"]["minimum"]:
            return edition
    return EDITIONS[0]


def first_year() -> int:
    """The first reported year for which a unified form exists."""
    year: int = load_schema(EDITIONS[0])["x-years"]["minimum"]
    return year


def _own_labels(edition: str) -> frozenset[str]:
    """Column labels and title rows of table two that no other edition has."""
    others = set().union(*(_labels(other) for other in EDITIONS if other != edition))
    return frozenset(_labels(edition) - others)


def _labels(edition: str) -> set[str]:
    table = load_form(edition).tables["disclosure"]
    columns = {numbered(column.label.text.zh).body for column in table.columns}
    return columns | {numbered(row.block).body for row in table.rows if row.block}


def _short_texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from (cell.text for cell in row if 3 < len(cell.text) <= _LONGEST_LABEL)
        elif hasattr(block, "text") and len(block.text) <= _LONGEST_LABEL:
            yield block.text
