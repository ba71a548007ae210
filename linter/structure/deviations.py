"""Where the order of a report's parts departs from the edition's grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.forms import TABLES, load_form
from linter.model.place import NOWHERE, Place
from linter.model.report import Deviation
from linter.records import record
from linter.structure.headings import Heading, statutory_number
from linter.structure.outline import Outline, frame_indexes, is_prose
from linter.structure.repair import Step, repair
from linter.structure.table_finding import FoundTable, pictures

# A table moves more easily than a heading, and the customary sign-off more easily than both.
_COSTS = {
    "TEXT": (0.5, 0.01),
    "SIGNER": (0.3, 0.3),
    "SIGN_DATE": (0.3, 0.3),
    **{f"T_{key.upper()}": (0.9, 0.9) for key in TABLES},
}
_MOST_OF_A_KIND = 3


@record
class _Part:
    terminal: str
    place: Place
    found: str = ""


def find_deviations(
    outline: Outline, tables: Mapping[str, FoundTable], edition: str
) -> tuple[Deviation, ...]:
    """What is missing, doubled, misplaced, misnamed or misnumbered among the parts."""
    parts = _bounded(list(_parts(outline, tables)))
    steps = repair(edition, "report", [part.terminal for part in parts], _COSTS)
    found = (
        *_from_steps(steps, parts, outline, edition),
        *_renamed(outline.headings, edition),
        *_copies(outline, tables),
    )
    return (*found, *_misnumbered(outline.headings, edition, found))


def _parts(outline: Outline, tables: Mapping[str, FoundTable]) -> Iterator[_Part]:
    """The parts in document order, a run of paragraphs as one."""
    marks = _marks(outline, tables)
    used = frozenset(i for table in tables.values() for i in (*table.indexes, *table.copies))
    read = used | frame_indexes(outline) | marks.keys()
    opening = {heading.index for heading in outline.headings if heading.rest}
    in_text = False
    if outline.title and not outline.title.indexes:
        yield _Part("TITLE", outline.title.place)
    for index, block in enumerate(outline.blocks):
        if index == outline.ends_at:
            yield from _sign_off(outline)
        if index in marks:
            yield marks[index]
            in_text = False
        prose = index < outline.ends_at and index not in read and is_prose(block)
        if (prose or index in opening) and not in_text:
            yield _Part("TEXT", block.place)
            in_text = True
    if outline.ends_at == len(outline.blocks):
        yield from _sign_off(outline)


def _marks(outline: Outline, tables: Mapping[str, FoundTable]) -> dict[int, _Part]:
    """The title, the headings and the tables, by the block that begins them."""
    marks: dict[int, _Part] = {}
    if outline.title and outline.title.indexes:
        marks[outline.title.indexes[0]] = _Part("TITLE", outline.title.place)
    for table in tables.values():
        marks[table.indexes[0]] = _Part(f"T_{table.key.upper()}", table.place)
    for heading in outline.headings:
        terminal = f"H_{heading.key.upper()}" if heading.key else "EXTRA"
        marks[heading.index] = _Part(terminal, heading.place, heading.printed)
    return marks


def _sign_off(outline: Outline) -> Iterator[_Part]:
    if outline.sign_off.issuer:
        yield _Part("SIGNER", outline.sign_off.issuer_place, outline.sign_off.issuer)
    if outline.sign_off.date_text:
        yield _Part("SIGN_DATE", outline.sign_off.date_place, outline.sign_off.date_text)


def _bounded(parts: list[_Part]) -> list[_Part]:
    """The parts without the many repeats of a hostile or broken file."""
    seen: dict[str, int] = {}
    kept = []
    for part in parts:
        seen[part.terminal] = seen.get(part.terminal, 0) + 1
        limit = 40 if part.terminal == "TEXT" else _MOST_OF_A_KIND
        if seen[part.terminal] <= limit:
            kept.append(part)
    return kept


def _from_steps(
    steps: Sequence[Step], parts: Sequence[_Part], outline: Outline, edition: str
) -> Iterator[Deviation]:
    inserted = {step.terminal for step in steps if step.action == "insert"}
    deleted = {s.terminal: parts[s.index] for s in reversed(steps) if s.action == "delete"}
    if "TITLE" in inserted:
        yield Deviation("title-missing", "title")
    for key, label in load_form(edition).sections.items():
        heading = f"H_{key.upper()}"
        about = f"sections.{key}"
        if heading in deleted:
            kind = "section-misplaced" if heading in inserted else "section-duplicate"
            facts = {"found": deleted[heading].found}
            yield Deviation(kind, about, deleted[heading].place, key, facts=facts)
        elif heading in inserted:
            expected = {"expected": label.text.zh}
            place = _place_before(steps, heading, parts)
            yield Deviation("section-missing", about, place, key, facts=expected)
    yield from _tables(inserted, set(deleted), parts, outline)
    yield from _empty(steps, parts)
    for step in steps:
        if step.action == "delete" and step.terminal == "EXTRA":
            part = parts[step.index]
            yield Deviation("section-added", "sections", part.place, facts={"found": part.found})
    missing = [t for t in ("SIGNER", "SIGN_DATE") if t in inserted]
    if missing:
        word = {"SIGNER": "issuer", "SIGN_DATE": "date"}
        what = "both" if len(missing) == 2 else word[missing[0]]
        yield Deviation("signoff-missing", "signed_on", facts={"missing": what})


def _place_before(steps: Sequence[Step], terminal: str, parts: Sequence[_Part]) -> Place:
    """The place of the part behind which something is missing."""
    place = NOWHERE
    for step in steps:
        if step.action == "insert" and step.terminal == terminal:
            break
        if step.action == "keep":
            place = parts[step.index].place
    return place


def _tables(
    inserted: set[str], deleted: set[str], parts: Sequence[_Part], outline: Outline
) -> Iterator[Deviation]:
    sections = outline.sections()
    for key in TABLES:
        table, heading = f"T_{key.upper()}", f"H_{key.upper()}"
        if table not in inserted or heading in inserted:
            continue
        place = outline.blocks[sections[key][0].index].place if key in sections else NOWHERE
        if table in deleted:
            moved = next(part for part in parts if part.terminal == table)
            yield Deviation("table-misplaced", key, moved.place, key)
        elif key in sections and (images := pictures(outline.blocks, sections[key][1])):
            yield Deviation("table-picture", key, images[0], key)
        else:
            yield Deviation("table-missing", key, place, key)


def _empty(steps: Sequence[Step], parts: Sequence[_Part]) -> Iterator[Deviation]:
    heading: Step | None = None
    for step in steps:
        if step.terminal.startswith("H_") and step.action != "delete":
            heading = step
        empty = step.action == "insert" and step.terminal == "TEXT"
        if empty and heading is not None and heading.action == "keep":
            part = parts[heading.index]
            key = heading.terminal[2:].lower()
            facts = {"found": part.found}
            yield Deviation("section-empty", f"sections.{key}", part.place, key, facts=facts)


def _renamed(headings: Sequence[Heading], edition: str) -> Iterator[Deviation]:
    sections = load_form(edition).sections
    for heading in headings:
        if heading.key and not heading.exact:
            facts = {"found": heading.printed, "expected": sections[heading.key].text.zh}
            about = f"sections.{heading.key}"
            yield Deviation("section-renamed", about, heading.place, heading.key, facts=facts)


def _copies(outline: Outline, tables: Mapping[str, FoundTable]) -> Iterator[Deviation]:
    for table in tables.values():
        for index in table.copies[:1]:
            place = outline.blocks[index].place
            yield Deviation("table-duplicate", table.key, place, table.key)


def _misnumbered(
    headings: Sequence[Heading], edition: str, found: Sequence[Deviation]
) -> Iterator[Deviation]:
    """The first heading with a wrong number.

    Where sections are missing, added or moved and the printed numbers simply count on, the
    numbers are right for what is printed: that mistake is reported already.
    """
    numbers = [heading.number for heading in headings]
    moved = {"section-missing", "section-added", "section-duplicate", "section-misplaced"}
    if numbers == list(range(1, len(numbers) + 1)) and any(d.kind in moved for d in found):
        return
    for heading in headings:
        if heading.key is None or heading.number is None:
            continue
        expected = statutory_number(edition, heading.key)
        if heading.number != expected:
            facts = {"found": heading.printed, "expected": "一二三四五六七八九十"[expected - 1]}
            about = f"sections.{heading.key}"
            yield Deviation("section-misnumbered", about, heading.place, heading.key, facts=facts)
            return
