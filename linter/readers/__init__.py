"""From the bytes of a file to a ``Document``: blocks in reading order, with their places.

What a file is, is told by its content; its name only decides where the content leaves it
open. Each format is a module of its own, imported when a file of it is read.
"""

from __future__ import annotations

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers import limits
from linter.readers.limits import MAX_BYTES
from linter.records import replace

__all__ = ["MAX_BYTES", "read"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF = b"%PDF-"
_ARCHIVES = ("ZIP", "MHTML")


def read(data: bytes, name: str = "", *, enclosed: bool = False) -> Document:
    """The document in ``data``; ``name`` is the file's name as far as there is one.

    What is ``enclosed`` in an archive is no archive itself: of those one is opened, not more.

    Raises ``InputProblem``: E902 nothing in it, E903 a format that is not read, E904 damaged, E905
    encrypted, E906 larger than ``limits`` allow, E910 a PDF file of pictures, E911 PDF files not
    read for want of a library.
    """
    limits.require("bytes", len(data), MAX_BYTES)
    if not data.strip():
        raise InputProblem("E902")
    try:
        document = _document(data, name)
    except InputProblem as problem:
        if problem.rule != "E903" or (enclosed and problem.facts["format"] in _ARCHIVES):
            raise
        from linter.readers.further_formats import further_document

        document = further_document(data, problem)
    if not document.blocks:
        raise InputProblem("E902")
    return document


def _document(data: bytes, name: str) -> Document:
    """What the readers of the usual formats make of ``data``; the others begin with their E903."""
    if data.startswith(_ZIP):
        return _word_file(data)
    if _PDF in data[:1024]:
        return _pdf_file(data)
    return _text_file(data, name)


def _word_file(data: bytes) -> Document:
    from linter.readers.ooxml.document import docx_document

    return docx_document(data)


def _pdf_file(data: bytes) -> Document:
    from linter.readers.pdf.document import pdf_document

    return pdf_document(data)


def _text_file(data: bytes, name: str) -> Document:
    from linter.readers.detection import refuse_other_formats, text_format
    from linter.readers.encoding import decoded

    refuse_other_formats(data)
    source = decoded(data)
    limits.require("lines", source.text.count("\n") + 1, limits.MAX_LINES)
    text, kind = source.text, text_format(source.text, name)
    if "<!--" in text:
        from linter.readers.directives import read_with_directives

        document = read_with_directives(text, _READERS[kind], comments_seen=kind != "html")
    else:
        document = _READERS[kind](text)
    return replace(document, undecodable=source.undecodable) if source.undecodable else document


def _html(text: str) -> Document:
    from linter.readers.html.document import html_document

    return html_document(text)


def _markdown(text: str) -> Document:
    from linter.readers.markdown import markdown_document

    return markdown_document(text)


def _text(text: str) -> Document:
    from linter.readers.text import text_document

    return text_document(text)


_READERS = {"html": _html, "markdown": _markdown, "text": _text}
