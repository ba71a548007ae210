"""Word documents (``.docx``, as Word, WPS and LibreOffice write them)."""

from __future__ import annotations

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers.flow import document_blocks
from linter.readers.ooxml_body import BodyReader
from linter.readers.ooxml_numbering import Numbering
from linter.readers.ooxml_package import Package
from linter.readers.ooxml_styles import Styles
from linter.readers.ooxml_xml import parse


def docx_document(data: bytes) -> Document:
    """The text body as it reads with all tracked changes accepted.

    Headers, footers, notes and comments are parts of their own and no body text. There are
    no lines in Word, so a place is a table, row and cell, or nothing.
    """
    package = Package(data)
    main = package.main_part
    styles = Styles(package.part(package.related(main, "styles")))
    numbering = Numbering(package.part(package.related(main, "numbering")))
    reader = BodyReader(styles, numbering)
    parse(package.part(main) or b"", reader.start, reader.end, reader.text)
    if not reader.has_body:
        raise InputProblem("E904", reason="body-missing")
    return Document("docx", document_blocks(reader.items))
