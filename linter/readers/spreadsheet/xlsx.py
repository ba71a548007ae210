"""Workbooks (``.xlsx``, ``.xlsm``, ``.xltx``, as Excel, WPS and LibreOffice write them)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers import limits
from linter.readers.ooxml.package import Package
from linter.readers.ooxml.properties import properties_of
from linter.readers.ooxml.xml import parse
from linter.readers.spreadsheet.layout import workbook_document
from linter.readers.spreadsheet.sheet import Sheet
from linter.readers.spreadsheet.strings import shared_strings
from linter.readers.spreadsheet.styles import CellStyles
from linter.readers.spreadsheet.xml import SheetReader
from linter.records import field, mutable_record

_USUAL = "xl/workbook.xml"


def xlsx_document(data: bytes) -> Document:
    """The sheets as they are shown, with the values that were last computed."""
    package = Package(data)
    book = _Book()
    name = package.related("", "officeDocument")
    content = package.part(name)
    if content is None:
        name, content = _USUAL, package.part(_USUAL) or b""
    parse(content, book.start)
    targets = _targets(package, name)
    strings = shared_strings(_related(package, targets, "sharedStrings"))
    styles = CellStyles(_related(package, targets, "styles"), book.since_1904)

    def sheets() -> Iterator[Sheet]:
        reader = SheetReader(strings, styles)
        for sheet, relationship in book.sheets:
            kind, target = targets.get(relationship, ("", ""))
            if kind == "worksheet":
                reader.read(package.part(target) or b"<none/>", sheet)
                yield sheet

    return workbook_document("xlsx", sheets(), properties_of(package))


@mutable_record
class _Book:
    """The sheets with the ids of the relationships that lead to them."""

    sheets: list[tuple[Sheet, str]] = field(default_factory=list)
    since_1904: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "sheet":
                limits.require("blocks", len(self.sheets) + 1, limits.MAX_COLUMNS)
                ids = [attributes[key] for key in attributes if key.endswith("relationships id")]
                sheet = Sheet(attributes.get("name", ""))
                sheet.hidden = attributes.get("state", "visible") != "visible"
                self.sheets.append((sheet, ids[0] if ids else ""))
            case "workbookPr":
                self.since_1904 = attributes.get("date1904") in ("1", "true")


def _targets(package: Package, source: str) -> dict[str, tuple[str, str]]:
    """From the id of a relationship of ``source`` to the last word of its type and its part."""
    folder, base = posixpath.split(source)
    targets: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.endswith("Relationship") and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = attributes.get("Target", "")
            path = target if target[:1] == "/" else f"{folder}/{target}"
            targets[attributes.get("Id", "")] = kind, posixpath.normpath(path).lstrip("/")

    relationships = package.part(f"{folder}/_rels/{base}.rels".lstrip("/"))
    if relationships is None:
        raise InputProblem("E904", reason="zip-part-missing")
    parse(relationships, start)
    return targets


def _related(package: Package, targets: dict[str, tuple[str, str]], kind: str) -> bytes | None:
    return next((package.part(part) for found, part in targets.values() if found == kind), None)
