"""Findings as an Excel workbook, one line a finding, for offices that live in spreadsheets."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from linter.model.finding import FileResult, Number
from linter.model.rule import Language
from linter.reporting.catalogue import phrase
from linter.reporting.cell_lists import cells_text
from linter.reporting.exchange.entries import Entry, entries_of, shown_path
from linter.reporting.labels import path_label
from linter.reporting.quantities import number_text
from linter.reporting.quoting import printable
from linter.reporting.run import Run

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float
"""What a cell holds; an empty text leaves it blank."""

FINDINGS: Mapping[str, int] = {
    "file": 36,
    "issuer": 26,
    "year": 8,
    "severity": 8,
    "rule": 8,
    "title": 30,
    "finding": 80,
    "place": 22,
    "cells": 40,
    "actual": 12,
    "expected": 12,
    "source": 44,
}
"""Columns by the name of their heading, with widths in characters."""
FILES: Mapping[str, int] = {
    "file": 48,
    "issuer": 30,
    "year": 8,
    "state": 22,
    "errors": 8,
    "warnings": 8,
    "infos": 8,
}
_FEW = 8
_MOST_ROWS = 1_048_575
"""Rows of a sheet below its heading."""
_LONGEST_TEXT = 16_000
"""Excel takes 32 767 units of UTF-16; a character has at most two."""
_LARGEST = 10**15
"""Excel keeps 15 digits of a number."""
_FORMULA_SIGNS = ("=", "+", "-", "@")


def workbook(run: Run) -> bytes:
    """An ``.xlsx`` file: a sheet of findings and one of files, headings frozen, with filters.

    No text is taken for a formula, a link or a number, not even once a cell is edited.
    """
    from xlsxwriter import Workbook

    output = io.BytesIO()
    book = Workbook(output, {"in_memory": True})
    # The same run makes the same file.
    epoch = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
    book.set_properties({"created": epoch})
    sheets = _Sheets(book, run)
    sheets.add("findings", FINDINGS, list(_finding_rows(run)))
    sheets.add("files", FILES, [_file_row(result, run) for result in run.results])
    book.close()
    return output.getvalue()


class _Sheets:
    """The sheets of one workbook, all drawn in the same way."""

    def __init__(self, book: Workbook, run: Run) -> None:
        self._book = book
        self._run = run
        self._heading: Format = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._cell: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self._quoted: Format = book.add_format(
            {"text_wrap": True, "valign": "top", "quote_prefix": True}
        )

    def add(self, name: str, columns: Mapping[str, int], rows: Sequence[Sequence[Cell]]) -> None:
        """A sheet with ``rows``, or several where one cannot hold them."""
        title = phrase(f"field.{name}", self._run.language)
        for number, begin in enumerate(range(0, max(len(rows), 1), _MOST_ROWS), 1):
            sheet = self._book.add_worksheet(title if number == 1 else f"{title} {number}")
            self._fill(sheet, columns, rows[begin : begin + _MOST_ROWS])

    def _fill(
        self, sheet: Worksheet, columns: Mapping[str, int], rows: Sequence[Sequence[Cell]]
    ) -> None:
        for column, (name, width) in enumerate(columns.items()):
            sheet.set_column(column, column, width, self._cell)
            heading = phrase(f"field.{name}", self._run.language)
            sheet.write_string(0, column, heading, self._heading)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                self._write(sheet, number, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        if cell == "":
            sheet.write_blank(row, column, None, self._cell)
        elif isinstance(cell, str):
            form = self._quoted if cell.startswith(_FORMULA_SIGNS) else self._cell
            sheet.write_string(row, column, cell[:_LONGEST_TEXT], form)
        else:
            sheet.write_number(row, column, cell, self._cell)


def _finding_rows(run: Run) -> Iterator[tuple[Cell, ...]]:
    for result in run.results:
        for entry in entries_of(result, run):
            yield _finding_row(entry, result, run)


def _finding_row(entry: Entry, result: FileResult, run: Run) -> tuple[Cell, ...]:
    finding, language = entry.finding, run.language
    return (
        *_report(result),
        phrase(f"severity.{finding.severity}", language),
        finding.rule,
        entry.rule.title.in_language(language),
        printable(entry.message),
        entry.where,
        _cells(entry, language),
        _value(finding.actual),
        _value(finding.expected),
        entry.rule.source,
    )


def _cells(entry: Entry, language: Language) -> str:
    """The cells, one a line; where there are many, by rows or columns."""
    cells = entry.finding.culprit or entry.finding.cells
    if len(cells) > _FEW:
        return cells_text(cells, entry.form, language)
    return "\n".join(path_label(cell, entry.form, language) for cell in cells)


def _file_row(result: FileResult, run: Run) -> tuple[Cell, ...]:
    if result.status != "checked":
        state = phrase(f"status.{result.status}", run.language)
    else:
        state = phrase("status.checked" if result.findings else "status.clean", run.language)
    severities = [finding.severity for finding in result.findings]
    counts = (severities.count(severity) for severity in ("error", "warning", "info"))
    return (*_report(result), state, *counts)


def _report(result: FileResult) -> tuple[Cell, Cell, Cell]:
    report = result.report
    issuer = printable(report.issuer) if report and report.issuer else ""
    return shown_path(result), issuer, report.year if report and report.year else ""


def _value(value: Number | str | None) -> Cell:
    if value is None:
        return ""
    if isinstance(value, str):
        return printable(value)
    number = Decimal(value)
    if not number.is_finite() or abs(number) >= _LARGEST:
        return number_text(value)
    return value if isinstance(value, int) else float(value)
