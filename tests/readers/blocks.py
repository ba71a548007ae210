"""Short ways to say what a document holds."""

from __future__ import annotations

from linter.model.document import Document, Paragraph, Picture, Table
from linter.readers import read

Row = list[str]


def read_text(source: str, name: str = "") -> Document:
    return read(source.encode(), name)


def page(body: str, head: str = "") -> Document:
    return read_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def pictures(document: Document) -> list[Picture]:
    return [block for block in document.blocks if isinstance(block, Picture)]


def table(document: Document) -> Table:
    (only,) = tables(document)
    return only


def rows(found: Table) -> list[Row]:
    return [[cell.text for cell in row] for row in found.rows]


def grid(found: Table) -> list[tuple[str, int, int, int, int]]:
    """Text, row, column, row span and column span of each cell."""
    return [
        (cell.text, cell.row, cell.column, cell.rowspan, cell.colspan)
        for row in found.rows
        for cell in row
    ]


def outline(document: Document) -> list[str | list[Row]]:
    """Paragraphs as their text, tables as their rows, in reading order; pictures left out."""
    found: list[str | list[Row]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found.append(rows(block))
    return found


def places(document: Document) -> list[tuple[str, int | None, int | None]]:
    """Text, line and column of each paragraph and, cell by cell, of each table."""
    found: list[tuple[str, int | None, int | None]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append((block.text, block.place.line, block.place.column))
        elif isinstance(block, Table):
            found += [
                (cell.text, cell.place.line, cell.place.column)
                for row in block.rows
                for cell in row
            ]
    return found
