"""A workbook as a spreadsheet of LibreOffice, for want of a library that writes them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from fuzzing.mutations.packages import packed
from linter.model.document import Cell, Paragraph, Table
from linter.readers import read

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)


def spreadsheet(workbook: bytes) -> bytes:
    """The zipped form (``.ods``)."""
    content = f"<office:document-content {_NAMES}>{_body(workbook)}</office:document-content>"
    manifest = b"<manifest:manifest xmlns:manifest='m'/>"
    return packed(
        [
            ("mimetype", _MIME.encode()),
            ("content.xml", content.encode()),
            ("META-INF/manifest.xml", manifest),
        ]
    )


def flat_spreadsheet(workbook: bytes) -> bytes:
    """The form in one file of XML (``.fods``)."""
    opened = f'<office:document {_NAMES} office:mimetype="{_MIME}">'
    return (opened + _body(workbook) + "</office:document>").encode()


def _body(workbook: bytes) -> str:
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in _rows(workbook))
    table = f'<table:table table:name="报告">{rows}</table:table>'
    return f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"


def _rows(workbook: bytes) -> Iterator[str]:
    for block in read(workbook).blocks:
        if isinstance(block, Table):
            yield from ("".join(map(_cell, row)) for row in block.rows)
            yield '<table:table-cell table:number-columns-repeated="16384"/>'
        elif isinstance(block, Paragraph):
            yield f"<table:table-cell><text:p>{escape(block.text)}</text:p></table:table-cell>"


def _cell(cell: Cell) -> str:
    spans = (
        f'table:number-rows-spanned="{cell.rowspan}" table:number-columns-spanned="{cell.colspan}"'
    )
    kind = f'office:value-type="float" office:value="{cell.text}"' if cell.text.isdigit() else ""
    covered = "<table:covered-table-cell/>" * (cell.colspan - 1)
    text = f"<text:p>{escape(cell.text)}</text:p>"
    return f"<table:table-cell {spans} {kind}>{text}</table:table-cell>{covered}"
