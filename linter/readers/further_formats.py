"""The formats that few reports are in: which module reads each, imported when one comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.model.document import Document
from linter.model.problem import InputProblem

Reader = Callable[[bytes], Document]


def further_document(data: bytes, refused: InputProblem) -> Document:
    """What ``data`` holds, which the readers of the usual formats ``refused`` with E903.

    Raises ``refused`` itself where the format that it names is read nowhere.
    """
    name = str(refused.facts["format"])
    reader = _READERS.get(name)
    if reader is None:
        raise refused
    return reader(data)


def _workbook(data: bytes) -> Document:
    from linter.readers.spreadsheet.xlsx import xlsx_document

    return xlsx_document(data)


def _binary_workbook(data: bytes) -> Document:
    from linter.readers.spreadsheet.xls import xls_document

    return xls_document(data)


def _open_document(data: bytes) -> Document:
    from linter.readers.open_document import open_document

    return open_document(data)


def _archive(data: bytes) -> Document:
    from linter.readers.archive import zip_document

    return zip_document(data)


def _web_archive(data: bytes) -> Document:
    from linter.readers.mhtml import mhtml_document

    return mhtml_document(data)


def _flat_spreadsheet(data: bytes) -> Document:
    from linter.readers.spreadsheet.ods import ods_document

    return ods_document(data)


def _converted(name: str) -> Reader:
    def read(data: bytes) -> Document:
        from linter.readers.libreoffice_documents import converted_document

        return converted_document(data, name)

    return read


def _picture(name: str) -> Reader:
    def read(data: bytes) -> Document:
        from linter.readers.ocr.document import picture_document

        return picture_document(data, name)

    return read


_READERS: Mapping[str, Reader] = {
    "XLSX": _workbook,
    "XLS": _binary_workbook,
    "ODF": _open_document,
    "ZIP": _archive,
    "MHTML": _web_archive,
    "DOC": _converted("DOC"),
    "RTF": _converted("RTF"),
    "WORD-XML": _converted("WORD-XML"),
    "FODT": _converted("FODT"),
    "FODS": _flat_spreadsheet,
    "EXCEL-XML": _converted("EXCEL-XML"),
    **{name: _picture(name) for name in ("PNG", "JPEG", "BMP", "TIFF", "WEBP", "GIF")},
}
