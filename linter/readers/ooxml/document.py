"""Word documents (``.docx``, as Word, WPS and LibreOffice write them)."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.document import Annotation, Document
from linter.model.problem import InputProblem
from linter.readers.flow import Item, document_blocks
from linter.readers.ooxml.annotations import Annotations
from linter.readers.ooxml.body import BodyReader
from linter.readers.ooxml.chunks import Chunks
from linter.readers.ooxml.comments import comments_of
from linter.readers.ooxml.lean import lean
from linter.readers.ooxml.numbering import Numbering
from linter.readers.ooxml.package import Package
from linter.readers.ooxml.properties import properties_of
from linter.readers.ooxml.styles import Styles
from linter.readers.ooxml.xml import parse


def docx_document(data: bytes) -> Document:
    """The text body as it reads with all tracked changes accepted.

    Headers, footers and notes are parts of their own and no body text; tracked changes,
    comments, hidden text and the file's properties are the document's annotations. There are
    no lines in Word, so a place is a table, row and cell, and the number of a paragraph.
    """
    package = Package(data)
    annotations = Annotations(_comments(package))
    items = package_items(package, annotations, Chunks(package, package.main_part))
    return Document(
        "docx",
        document_blocks(items),
        annotations=(*properties_of(package), *annotations.all()),
    )


def package_items(
    package: Package, annotations: Annotations | None = None, chunks: Chunks | None = None
) -> list[Item]:
    """What stands in the body; without ``chunks`` what it takes in from other files is left out."""
    main = package.main_part
    styles = Styles(package.part(package.related(main, "styles")))
    numbering = Numbering(package.part(package.related(main, "numbering")))
    reader = BodyReader(styles, numbering, annotations or Annotations({}), chunks)
    parse(lean(package.part(main) or b""), reader.start, reader.end, reader.text)
    if not reader.has_body:
        raise InputProblem("E904", reason="body-missing")
    return reader.items


def _comments(package: Package) -> Mapping[str, Annotation]:
    return comments_of(package.part(package.related(package.main_part, "comments")))
