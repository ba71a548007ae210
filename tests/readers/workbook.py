"""Workbooks from raw XML, for what no library writes, and from XlsxWriter for what it does."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import xlsxwriter

from tests.readers.word import package

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = '<sheets><sheet name="报告" sheetId="1" r:id="r1"/></sheets>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def written(draw: Callable[[Any, Any], None]) -> bytes:
    """What XlsxWriter makes of ``draw``, which is given the book and its first sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        draw(book, book.add_worksheet("报告"))
    return out.getvalue()


def rows_written(*rows: list[Any]) -> bytes:
    """A sheet with one value a cell; None leaves a cell out."""

    def draw(_: Any, sheet: Any) -> None:
        for index, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(index, column, value)

    return written(draw)


def workbook(
    sheet: str,
    *,
    strings: str = "",
    styles: str = "",
    book: str = BOOK,
    folder: str = "",
    parts: dict[str, str | bytes] | None = None,
) -> bytes:
    """A package around the inside of ``worksheet``, ``sst``, ``styleSheet`` and ``workbook``."""
    targets = {"r1": ("worksheet", "s.xml"), "r2": ("sharedStrings", "t.xml")}
    targets["r3"] = "styles", "y.xml"
    links = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{folder}{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return package(
        {
            "xl/workbook.xml": _part("workbook", book),
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}'
            "</Relationships>",
            "xl/s.xml": _part("worksheet", sheet),
            "xl/t.xml": _part("sst", strings),
            "xl/y.xml": _part("styleSheet", styles),
            **(parts or {}),
        }
    )


def _part(name: str, inside: str) -> str:
    return f'<{name} xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}">{inside}</{name}>'
