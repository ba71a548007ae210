"""The lines of a drawn excerpt: rows under the headings of their groups, gaps between."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.forms import Row
from linter.model.report import Value
from linter.model.rule import Language
from linter.records import record
from linter.reporting.catalogue import phrase
from linter.reporting.excerpt import Excerpt
from linter.reporting.labels import short_label
from linter.reporting.quantities import number_text
from linter.reporting.quoting import one_line

Groups = tuple[str, ...]

_TEXT = 12
"""Characters shown of a cell that holds no number."""


@record
class Line:
    """One line: a row, the heading of a group (without ``row``) or a gap (without ``text``)."""

    text: str
    depth: int
    row: Row | None = None


def excerpt_lines(excerpt: Excerpt, language: Language) -> Iterator[Line]:
    """The lines from top to bottom; every group is named once, above its first row."""
    before: Groups = ()
    omitted: list[Groups] = []
    shown = {row.path for row in excerpt.rows if row}
    first = next(row for row in excerpt.rows if row)
    for row in excerpt.table.rows[excerpt.table.rows.index(first) :]:
        groups = _groups(row, language)
        if row.path not in shown:
            omitted.append(groups)
            continue
        yield from _gaps_and_headings(before, omitted, groups)
        yield Line(short_label(row.label, language), len(groups), row)
        before, omitted = groups, []


def cell_text(value: Value, language: Language) -> str:
    """What stands in a cell, as far as a drawing has room for it."""
    if value.state == "invalid":
        return one_line(value.text, _TEXT)
    if isinstance(value.value, int | Decimal):
        return number_text(value.value)
    return phrase("value.absent" if value.state == "absent" else "value.blank", language)


def _gaps_and_headings(before: Groups, omitted: list[Groups], groups: Groups) -> Iterator[Line]:
    """What stands between two rows: a gap wherever rows are left out, headings of new groups."""
    common = _shared(before, groups)
    gaps = {max(common, _shared(others, groups)) for others in omitted}
    for depth in range(common, len(groups) + 1):
        if depth in gaps:
            yield Line("", depth)
        if depth < len(groups):
            yield Line(groups[depth], depth)


def _groups(row: Row, language: Language) -> Groups:
    texts = (group.in_language(language) for group in row.groups)
    return tuple(text for text in texts if text)


def _shared(one: Groups, other: Groups) -> int:
    """How many groups, from the outermost on, both have in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((depth for depth, (a, b) in pairs if a != b), min(len(one), len(other)))
