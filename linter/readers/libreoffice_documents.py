"""Documents that are read after LibreOffice has converted them into Word's or Excel's."""

from __future__ import annotations

from linter.model.document import Block, Document, Table
from linter.model.problem import InputProblem
from linter.readers.libreoffice import converted, version
from linter.records import replace

# By what each format is called: the usual suffix, the format that is read instead, and the
# name of the document's own format.
_FORMATS = {
    "DOC": ("doc", "docx", "doc"),
    "RTF": ("rtf", "docx", "rtf"),
    "ODT": ("odt", "docx", "odt"),
    "FODT": ("fodt", "docx", "odt"),
    "WORD-XML": ("xml", "docx", "doc"),
    "EXCEL-XML": ("xml", "xlsx", "xls"),
}


def converted_document(data: bytes, kind: str) -> Document:
    """The document in ``data``, which is of the format ``kind``.

    Its tables, rows and cells are numbered as in the file itself; the paragraphs of the Word
    file that was made of it are none that anybody could look up.
    """
    suffix, target, own_format = _FORMATS[kind]
    copy = converted(data, suffix, target, kind)
    try:
        document = _read(copy, target)
    except InputProblem as problem:
        if problem.rule in ("E903", "E904"):
            raise InputProblem("E913", format=kind, version=version()) from None
        raise
    blocks = tuple(map(_without_paragraph, document.blocks))
    return replace(document, format=own_format, blocks=blocks)


def _without_paragraph(block: Block) -> Block:
    if isinstance(block, Table):
        rows = tuple(
            tuple(replace(cell, place=replace(cell.place, paragraph=None)) for cell in row)
            for row in block.rows
        )
        block = replace(block, rows=rows)
    return replace(block, place=replace(block.place, paragraph=None))


def _read(data: bytes, target: str) -> Document:
    if target == "xlsx":
        from linter.readers.spreadsheet.xlsx import xlsx_document

        return xlsx_document(data)
    from linter.readers.ooxml.document import docx_document

    return docx_document(data)
