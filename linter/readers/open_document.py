"""OpenDocument files: spreadsheets are read here, texts after LibreOffice has converted them."""

from __future__ import annotations

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers.ooxml.package import Package

_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_TEXT = b"application/vnd.oasis.opendocument.text"


def open_document(data: bytes) -> Document:
    """What the zip holds; E903 for drawings, presentations and the like."""
    package = Package(data)
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise InputProblem("E905", container="ZIP")
    content = package.part("content.xml") or b""
    kind = (package.part("mimetype") or b"").strip()
    if kind.startswith(_SPREADSHEET) or (not kind and b"<office:spreadsheet" in content):
        from linter.readers.spreadsheet.ods import ods_document

        return ods_document(content)
    if kind.startswith(_TEXT) or (not kind and b"<office:text" in content):
        from linter.readers.libreoffice_documents import converted_document

        return converted_document(data, "ODT")
    raise InputProblem("E903", format="ODF")
