"""How a report was read, drawn: the grid of every table with what its cells were taken for."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding

from linter.forms import Column, Form
from linter.model.document import Document
from linter.model.place import Place
from linter.model.report import Report, Value
from linter.model.rule import Language
from linter.reporting.catalogue import listed
from linter.reporting.codes import code_text
from linter.reporting.drawing import Cell, Drawing, Row
from linter.reporting.excerpt import Mark
from linter.reporting.excerpt_lines import cell_text
from linter.reporting.labels import path_label, short_label
from linter.reporting.page import Page, page_for
from linter.reporting.places import place_text
from linter.reporting.quoting import one_line
from linter.reporting.resolution import ResolvedRow, ResolvedTable, resolved_tables
from linter.reporting.tables import drawn_tables

_WIDTH = 100
_INDENT = 2
_FRAME = ("title", "year", "issuer", "signed_on", "period_start", "period_end")
_TEXT = 60
"""Characters shown of a row of the file that was not used."""


def resolution(
    document: Document,
    report: Report,
    form: Form,
    language: Language,
    console: Console | None = None,
) -> str:
    """How the report was read, as ``console`` shows it; without one, as wide as a page."""
    if console is None:
        console = Console(file=io.StringIO(), width=_WIDTH, color_system=None)
    page = page_for(console, language)
    with console.capture() as capture:
        _print_frame(page, report, form)
        for table in resolved_tables(document, report, form):
            _print_table(page, table, form)
    return capture.get()


def _print_frame(page: Page, report: Report, form: Form) -> None:
    """Title, year, office and dates, and where each section begins."""
    for key in _FRAME:
        value = report.value(key)
        found = page.phrase("value.absent") if value.state == "absent" else value.text
        _print_found(page, path_label(key, form, page.language), found, value.place)
    for key, label in form.sections.items():
        section = report.sections.get(key)
        found = section.heading or "" if section else page.phrase("value.absent")
        place = section.place if section else Place()
        _print_found(page, label.text.in_language(page.language), found, place)
    page.blank()


def _print_found(page: Page, name: str, found: str, place: Place) -> None:
    where = place_text(place, page.language)
    note = page.phrase("resolution.where", where=where) if where else ""
    page.paragraph(
        (page.phrase("resolution.name", name=name), "dim"), one_line(found, _TEXT), (note, "dim")
    )


def _print_table(page: Page, table: ResolvedTable, form: Form) -> None:
    page.paragraph((table.form.label.text.in_language(page.language), "bold"))
    if not table.present:
        page.paragraph(page.phrase("value.absent"), indent=_INDENT)
        page.blank()
        return
    if table.numbers:
        numbers = listed(map(str, table.numbers), page.language)
        page.paragraph((page.phrase("resolution.source", numbers=numbers), "dim"), indent=_INDENT)
    for drawing in _drawings(page, table):
        for drawn in drawn_tables(drawing, page.lettering, page.width - _INDENT):
            page.console.print(Padding(drawn, (0, 0, 0, _INDENT), expand=False))
    for note in _notes(page, table, form):
        page.paragraph(note, indent=_INDENT, hanging=2 * _INDENT)
    page.blank()


def _drawings(page: Page, table: ResolvedTable) -> Iterator[Drawing]:
    """One for each run of rows that have the same columns."""
    rows = list(table.rows)
    while rows:
        keys = [column.key for column in rows[0].row.columns]
        same = [one for one in rows if [column.key for column in one.row.columns] == keys]
        rows = [one for one in rows if one not in same]
        headings = tuple(_heading(page, table, column) for column in same[0].row.columns)
        yield Drawing("", headings, tuple(_row(page, one) for one in same))


def _heading(page: Page, table: ResolvedTable, column: Column) -> str:
    label = page.lettering.steady(column.label.text.in_language(page.language))
    return _numbered(table.columns.get(column.key), label)


def _numbered(number: int | None, label: str) -> str:
    return label if number is None else f"{number} {label}"


def _row(page: Page, one: ResolvedRow) -> Row:
    number = one.place.row or one.place.line
    name = short_label(one.row.label, page.language)
    label = _numbered(number, page.lettering.steady(name))
    return Row(label, 0, tuple(_cell(page, value) for value in one.values))


def _cell(page: Page, value: Value) -> Cell:
    marks: dict[str, Mark] = {"invalid": "culprit", "absent": "culprit", "blank": "clash"}
    text = page.lettering.steady(cell_text(value, page.language))
    return Cell(text, marks.get(value.state))


def _notes(page: Page, table: ResolvedTable, form: Form) -> Iterator[str]:
    language = page.language
    for doubt in table.doubts:
        about = path_label(doubt.about, form, language)
        reason = code_text("reason", doubt.reason, language)
        yield page.phrase("resolution.doubt", about=about, reason=reason)
    for one in table.rows:
        if one.printed is not None:
            label = path_label(one.row.path, form, language)
            yield page.phrase("resolution.label", printed=one_line(one.printed), label=label)
    for cell, value in table.converted:
        facts = {"cell": path_label(cell, form, language), "text": one_line(value.text)}
        yield page.phrase("resolution.number", number=cell_text(value, language), **facts)
    for row in table.missing:
        yield page.phrase("resolution.missing", label=path_label(row.path, form, language))
    for line in table.unused:
        key = "resolution.heading" if line.heading else "resolution.unused"
        where = place_text(line.place, language)
        yield page.phrase(key, where=where, text=one_line(line.text, _TEXT))
