"""How sure it is that a table was read rightly.

A table in HTML, Word or Markdown gives every cell its place. One in running text, or one that a
conversion has torn apart, was put together by what is left of it, and a mistake of ours must
not become one of its author. What tells against a reading is collected here; a table of which all
sums agree is its own proof.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from linter.forms import TABLES, Form, TableForm, load_form
from linter.model.document import Paragraph, Recognition
from linter.model.place import Place
from linter.model.report import ABSENT, RECOGNISED, Deviation, Doubt, Value
from linter.structure.cell_values import TableReading
from linter.structure.folding import numbered
from linter.structure.outline import Outline
from linter.structure.proof import Sum, is_proven, row_sums, sums_of
from linter.structure.table_finding import FoundTable
from linter.structure.text_tables import is_torn_beyond_repair

_FEWEST_ROWS = 3
_SHORTEST_PART = 4
_SHAPE = frozenset(
    (
        "cell-count",
        "column-added",
        "column-missing",
        "row-added",
        "row-duplicate",
        "row-missing",
        "rows-missing",
        "rows-merged",
    )
)
"""Deviations of a table's shape, which a print may have caused."""


def table_doubts(form: TableForm, found: FoundTable, reading: TableReading) -> tuple[Doubt, ...]:
    """What of a table was read with doubt."""
    exact = all(table.exact for table in found.tables) and not _is_printed_otherwise(found, reading)
    suspicions = list(_suspicions(form, found, reading, exact=exact))
    if exact or not suspicions or not is_proven(form, reading.values):
        return tuple(suspicions)
    return ()


def _suspicions(
    form: TableForm, found: FoundTable, reading: TableReading, *, exact: bool
) -> Iterator[Doubt]:
    places = {deviation.about: deviation.place for deviation in reading.deviations}
    for row in reading.fitted:
        yield Doubt(row, "row-fitted", places[row])
    if exact:
        return
    if _is_printed_otherwise(found, reading):
        yield Doubt(form.key, "lines-of-page", found.place)
    if found.by_order:
        yield Doubt(form.key, "rows-by-order", found.place)
    if found.left_over:
        yield Doubt(form.key, "numbers-left-over", found.left_over[0])
    yield from _of_deviations(form, found, reading)
    for row in reading.by_place:
        yield Doubt(row, "row-by-place", places[row])
    yield from _of_bare_rows(form, found, reading)
    wrong = [one for one in row_sums(form) if one.agrees(reading.values) is False]
    yield from _of_slipped_rows(wrong, reading)
    told = found.by_order or found.left_over
    if not told and len(wrong) >= _FEWEST_ROWS and _are_most(wrong, form, reading):
        yield Doubt(form.key, "sums-disagree", found.place)


def _is_printed_otherwise(found: FoundTable, reading: TableReading) -> bool:
    """Whether a table on a page, where cells are lines that were drawn, lacks what it should have.

    A print cuts wide tables and wraps labels, so that what is missing there may be in the original.
    """
    kinds = {deviation.kind for deviation in reading.deviations}
    return found.place.page is not None and not kinds.isdisjoint(_SHAPE)


def _of_deviations(form: TableForm, found: FoundTable, reading: TableReading) -> Iterator[Doubt]:
    reasons = {"cell-count": "numbers-miscounted", "row-duplicate": "row-repeated"}
    missing = 0
    for deviation in reading.deviations:
        missing += deviation.kind == "row-missing"
        if deviation.kind == "rows-missing":
            missing = len({cell.rpartition(".")[0] for cell in deviation.cells})
        if deviation.kind in reasons and deviation.about not in reading.fitted:
            yield Doubt(deviation.about, reasons[deviation.kind], deviation.place)
    if missing * 2 >= len(form.rows):
        yield Doubt(form.key, "table-cut-off", found.place)


def _of_bare_rows(form: TableForm, found: FoundTable, reading: TableReading) -> Iterator[Doubt]:
    """Rows that were read as blank although what they lack may be elsewhere."""
    if not reading.bare:
        return
    lacking = {
        cell.rpartition(".")[0]
        for one in sums_of(form)
        if one.agrees(reading.values) is False
        for cell in one.cells
    }
    rows = {row.path: row for row in form.rows}
    for path in reading.bare:
        if found.left_over or path in lacking:
            yield Doubt(path, "numbers-lost", reading.values[rows[path].cells()[0]].place)


def _of_slipped_rows(wrong: Iterable[Sum], reading: TableReading) -> Iterator[Doubt]:
    """Rows whose blank cells text has lost, so that their numbers have slipped to the left.

    Then the last number is the total, which is to say the sum of those before it.
    """
    for row in wrong:
        cells = [reading.values.get(cell, ABSENT) for cell in row.cells]
        numbers = [cell.value for cell in cells if isinstance(cell.value, int)]
        slipped = cells[-1].state == "blank" and len(numbers) > 1
        if slipped and numbers[-1] == sum(numbers[:-1]):
            yield Doubt(row.cells[0].rpartition(".")[0], "columns-guessed", cells[0].place)


def _are_most(wrong: Sequence[Sum], form: TableForm, reading: TableReading) -> bool:
    """Whether most rows with numbers do not add up: then a column is not where we think."""
    held = [one for one in row_sums(form) if not one.is_trivial(reading.values)]
    return 2 * len(wrong) > len(held)


def recognised_parts(
    recognition: Recognition,
    found: Mapping[str, FoundTable],
    values: Mapping[str, Value],
    form: Form,
) -> Iterator[Doubt]:
    """What was recognised in pictures, which is all, but for the tables that prove themselves."""
    sure = recognition.confidence
    for key, table in found.items():
        sums = sums_of(form.tables[key])
        told = any(not one.is_trivial(values) for one in sums)
        if told and is_proven(form.tables[key], values):
            continue
        cells = [values.get(cell, ABSENT).place for cell in form.tables[key].cells()]
        least = min((sure[place] for place in cells if place in sure), default=None)
        yield Doubt(key, RECOGNISED, table.place, least)
    yield Doubt("sections", RECOGNISED, confidence=_of_prose(sure))


def _of_prose(sure: Mapping[Place, float]) -> float | None:
    return min((one for place, one in sure.items() if place.table is None), default=None)


def torn_tables(
    outline: Outline, regions: Mapping[str, range], found: Collection[str], edition: str
) -> Iterator[Doubt]:
    """Tables that could not be read although their numbers and the letters of labels are there."""
    for key, region in regions.items():
        if key not in found and is_torn_beyond_repair(key, outline.blocks, region, edition):
            yield Doubt(key, "table-torn", outline.blocks[region.start - 1].place)


def lost_headings(
    outline: Outline, deviations: Iterable[Deviation], edition: str
) -> Iterator[Doubt]:
    """Sections of a torn document whose heading is missing although their content is there.

    A line that says a part of the heading (主要问题) heads a part of the section.
    """
    missing = [d for d in deviations if d.kind == "section-missing" and d.section not in TABLES]
    if not missing:
        return
    labels = load_form(edition).sections
    lines = {numbered(b.text).body: b.place for b in outline.blocks if isinstance(b, Paragraph)}
    for deviation in missing:
        heading = numbered(labels[deviation.section or ""].text.zh).body
        parts = (line for line in lines if len(line) >= _SHORTEST_PART and line in heading)
        place = next((lines[part] for part in parts), None)
        if place is not None:
            yield Doubt(deviation.about, "heading-lost", place)
