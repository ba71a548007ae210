"""A document read as a report."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.forms import TABLES, Form, load_form
from linter.model.document import Document, Paragraph, Table
from linter.model.place import NOWHERE, Place
from linter.model.problem import InputProblem
from linter.model.report import Deviation, Report, Scalar, Section, Value
from linter.regex import regex
from linter.structure.confidence import (
    lost_headings,
    recognised_parts,
    table_doubts,
    torn_tables,
)
from linter.structure.dates import FoundDate, find_period, find_years
from linter.structure.deviations import find_deviations
from linter.structure.editions import edition_of_tables, edition_of_year, first_year
from linter.structure.folding import fold
from linter.structure.frame import issuer_in_title, issuer_kind, title_year
from linter.structure.label_matching import table_labels
from linter.structure.outline import Outline, find_outline, frame_indexes, is_prose, paragraphs
from linter.structure.table_finding import FoundTable, find_tables
from linter.structure.table_reading import read_table

AUTO = "auto"
_LATEST = "2021"
_FILE_YEAR = regex(
    r"(?<![0-9])(20[0-9]{2})(?:年(?![0-9]{1,2}月)|(?=政府信息公开|政务公开|信息公开))"
)
_OPENING = 12
_MIDDLE = frozenset(TABLES)


def read_document(document: Document, name: str = "", edition: str = AUTO) -> Report:
    """The report that ``document`` prints, on the form of ``edition`` or of its own.

    ``name`` is the file's name, which may tell the year. Raises :class:`InputProblem` (E907)
    where the document is no report, or one of a year for which no unified form exists.
    """
    printed = edition_of_tables(document.blocks)
    chosen = edition if edition != AUTO else printed
    outline = find_outline(document.blocks, chosen or _LATEST, document.page_title)
    values = _frame_values(outline, name)
    year = _year(values) or _year_of_overview(outline)
    chosen = chosen or edition_of_year(year or first_year() + 2)
    tables = find_tables(outline.blocks, _table_regions(outline), chosen)
    _require_report(outline, tables, year)
    form = load_form(chosen)
    used = frozenset(i for t in tables.values() for i in (*t.indexes, *t.copies))
    sections = _sections(outline, form, used | frame_indexes(outline))
    deviations = list(find_deviations(outline, tables, chosen))
    doubts = list(torn_tables(outline, _table_regions(outline), tables, chosen))
    if any(found.in_pieces for found in tables.values()):
        doubts += lost_headings(outline, deviations, chosen)
    deviations += _wrong_edition(edition, printed, year, tables)
    for key, found in tables.items():
        ordered = not found.in_pieces
        reading = read_table(chosen, form.tables[key], found.tables, ordered=ordered)
        values |= reading.values
        deviations += reading.deviations
        doubts += table_doubts(form.tables[key], found, reading)
    values |= _scalars(chosen, printed, year, sections)
    if document.recognised:
        doubts += recognised_parts(document.recognised, tables, values, form)
    return Report(
        edition=chosen,
        year=year,
        title=_text(values["title"]),
        issuer=_text(values["issuer"]),
        signed_on=outline.sign_off.date,
        sections=sections,
        tables={key: key in tables for key in TABLES},
        values=values,
        deviations=tuple(deviations),
        doubts=tuple(doubts),
        opening=paragraphs(outline, outline.front(), used | frame_indexes(outline)),
        closing=_sign_off_line(outline),
        annotations=document.annotations,
        other_tables=_other_tables(outline, used),
        recognised=document.recognised,
    )


def _frame_values(outline: Outline, name: str) -> dict[str, Value]:
    """Title, issuer, sign-off and the years that they and the file's name tell."""
    title, sign_off = outline.title, outline.sign_off
    values = {"title": Value("absent"), "title_year": Value("absent")}
    issuer: str | None = sign_off.issuer
    issuer_place = sign_off.issuer_place
    if title:
        values["title"] = Value("filled", title.text, title.text, title.place)
        values["title_year"] = _filled(title_year(title.text), title.place)
        if issuer is None:
            issuer, issuer_place = issuer_in_title(title.text), title.place
    values["issuer"] = _filled(issuer, issuer_place)
    values["issuer_kind"] = _filled(issuer_kind(issuer) if issuer else None, issuer_place)
    values["signed_on"] = _signed_on(outline)
    named = set(_FILE_YEAR.findall(fold(re.split(r"[/\\]", name)[-1])))
    values["file_year"] = _filled(int(named.pop()) if len(named) == 1 else None)
    values["period_start"], values["period_end"] = _period(outline)
    return values


def _signed_on(outline: Outline) -> Value:
    sign_off = outline.sign_off
    if sign_off.date_text is None:
        return Value("absent")
    if sign_off.date is None:
        return Value("invalid", text=sign_off.date_text, place=sign_off.date_place)
    return Value("filled", sign_off.date, sign_off.date_text, sign_off.date_place)


def _filled(value: Scalar | None, place: Place = NOWHERE) -> Value:
    return Value("absent") if value is None else Value("filled", value, str(value), place)


def _period(outline: Outline) -> tuple[Value, Value]:
    """The statistics period, as the opening or section one states it.

    Two paragraphs are read as one, since text extracted from a page breaks its lines anywhere.
    """
    end = outline.headings[1].index if len(outline.headings) > 1 else outline.ends_at
    prose = [b for b in outline.blocks[:end] if isinstance(b, Paragraph) and not b.chrome]
    texts = [fold(paragraph.text) for paragraph in prose]
    for paragraph, text, following in zip(prose, texts, [*texts[1:], ""], strict=False):
        period = find_period(text) or find_period(text[-60:] + following[:60])
        if period:
            first, last = (_day(day, paragraph.place) for day in period)
            return first, last
    return Value("absent"), Value("absent")


def _day(day: FoundDate, place: Place) -> Value:
    if day.date is None:
        return Value("invalid", text=day.text, place=place)
    return Value("filled", day.date, day.text, place)


def _year(values: Mapping[str, Value]) -> int | None:
    """The reported year: by the title, else the period, the sign-off or the file's name."""
    title = values["title_year"].value
    if isinstance(title, int):
        return title
    start = values["period_start"].value
    if start is not None and hasattr(start, "year"):
        return int(start.year)
    signed = values["signed_on"].value
    if signed is not None and hasattr(signed, "year"):
        return int(signed.year) - 1
    named = values["file_year"].value
    return named if isinstance(named, int) else None


def _year_of_overview(outline: Outline) -> int | None:
    """The year with which section one opens (「2023年，我镇……」), where nothing else tells it."""
    _, region = outline.sections().get("overview", (None, range(0)))
    opening = next((b for i in region if is_prose(b := outline.blocks[i])), None)
    years = find_years(fold(opening.text)[:_OPENING]) if opening else []
    return years[0] if years else None


def _table_regions(outline: Outline) -> dict[str, range]:
    return {key: region for key, (_, region) in outline.sections().items() if key in TABLES}


def _require_report(outline: Outline, tables: Mapping[str, FoundTable], year: int | None) -> None:
    sections = outline.sections()
    # An overview, problems and other matters are in everybody's reports.
    if not tables and not (sections.keys() & _MIDDLE) and not (sections and outline.title):
        raise InputProblem("E907", reason="no-statutory-part")
    if year is not None and year < first_year() and not tables:
        raise InputProblem("E907", reason="before-unified-form")


def _sections(outline: Outline, form: Form, used: frozenset[int]) -> dict[str, Section | None]:
    found = outline.sections()
    sections: dict[str, Section | None] = {}
    for key in form.sections:
        if key not in found:
            sections[key] = None
            continue
        heading, region = found[key]
        prose = paragraphs(outline, region, used)
        if key in TABLES:
            labels = table_labels(form.edition, key)
            prose = tuple(p for p in prose if not labels.is_title(p.text))
        if heading.rest:
            prose = (Paragraph(heading.rest, heading.place), *prose)
        sections[key] = Section(key, heading.printed, heading.place, prose)
    return sections


def _wrong_edition(
    edition: str, printed: str | None, year: int | None, tables: Mapping[str, FoundTable]
) -> list[Deviation]:
    """The tables of another edition than the one that the year demands."""
    if year is None or printed is None or "disclosure" not in tables:
        return []
    expected = edition_of_year(year)
    if edition != AUTO or printed == expected or year < first_year():
        return []
    facts: dict[str, Scalar] = {"found": printed, "expected": expected, "year": year}
    place = tables["disclosure"].place
    return [Deviation("wrong-edition", "disclosure", place, "disclosure", facts=facts)]


def _sign_off_line(outline: Outline) -> tuple[Paragraph, ...]:
    at = outline.sign_off.date_at
    block = outline.blocks[at] if at is not None else None
    return (block,) if isinstance(block, Paragraph) else ()


def _other_tables(outline: Outline, used: frozenset[int]) -> tuple[Table, ...]:
    blocks = enumerate(outline.blocks[: outline.ends_at])
    found = (block for index, block in blocks if index not in used)
    return tuple(block for block in found if isinstance(block, Table) and not block.chrome)


def _scalars(
    edition: str,
    printed: str | None,
    year: int | None,
    sections: Mapping[str, Section | None],
) -> dict[str, Value]:
    values = {
        "edition": Value("filled", edition, edition),
        "form_edition": _filled(printed),
        "year": _filled(year),
    }
    for key, section in sections.items():
        heading = section.heading if section else None
        values[f"sections.{key}.heading"] = _filled(heading, section.place if section else NOWHERE)
        text = Value("absent")
        if section:
            text = Value("blank", place=section.place)
            if section.text:
                text = Value("filled", section.text, section.text, section.place)
        values[f"sections.{key}.text"] = text
    return values


def _text(value: Value) -> str | None:
    return value.value if isinstance(value.value, str) else None
