"""Which format a file is in, told by its content."""

from __future__ import annotations

import re
from typing import Literal

from linter.model.problem import InputProblem
from linter.regex import regex

TextFormat = Literal["html", "markdown", "text"]

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"7z\xbc\xaf'\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b\x08", "GZIP"),
    (b"SQLite format 3\x00", "BINARY"),
    (b"\x7fELF", "BINARY"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("WordDocument", "DOC"),
    ("Workbook", "XLS"),
    ("Book", "XLS"),
    ("PowerPoint Document", "PPT"),
)
_MIME = rb"(?i)(?:[\w-]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*)*?(?:MIME-Version:|Content-Type: multipart/)"

# Plain text, the commonest form, needs none of these: they are compiled when they are used.
_LEADING = r"(?:\s|<!--(?:[^-]|-(?!->))*-->|<\?(?:xml|mso-)[^>]*>)*"
_WORD_XML = r"(?i)<(?:\w+:)?(?:wordDocument|package)\s"
_EXCEL_XML = r"<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet"
_FLAT_ODF = r"<office:document\s[^>]*application/vnd\.oasis\.opendocument\.(text|spreadsheet)"
_HTML_START = (
    r"(?i)<(?:!doctype\s+html|(?:html|head|body|meta|title|link|style|script|div|p|table|tbody|tr|td"
    r"|h[1-6]|span|font|center|article|section|main|header|nav|ul|ol|li|br|form|strong|b|img|a)"
    r"(?=[\s>/]))"
)
_HTML_PAGE = r"(?i)<(?:html|body)(?=[\s>])"
_HTML_BLOCK = r"(?i)</(?:p|div|td|tr|table|h[1-6]|span)\s*>|<(?:p|td|br)(?=[\s>/])"
_HTML_TABLE = r"(?i)<table(?=[\s>])"
_MARKDOWN_HEADING = r"(?m)^#{1,6}[ \t]+\S"
_MARKDOWN_RULER = r"(?m)^[ \t]*+(?:\|[ \t]*+)?:?-{2,}:?[ \t]*+\|[ \t:|-]*$"
_SAMPLE = 1 << 18


def refuse_other_formats(data: bytes) -> None:
    """Raise E903 where ``data`` is a known format that is not read here, E905 if encrypted."""
    if data.startswith(_OLE):
        _refuse_ole(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise InputProblem("E903", format="WEBP")
    for magic, name in _MAGIC:
        if data.startswith(magic) and (magic != b"BM" or data[6:10] == bytes(4)):
            raise InputProblem("E903", format=name)
    if is_web_archive(data):
        raise InputProblem("E903", format="MHTML")


def is_web_archive(data: bytes) -> bool:
    """Whether ``data`` begins as a web archive does, or a message, whose envelope is the same."""
    head = data[:4096]
    return head[:1].isalpha() and b"multipart/" in head.lower() and bool(re.match(_MIME, head))


def _refuse_ole(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InputProblem("E905", container="OLE")
    for stream, name in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            raise InputProblem("E903", format=name)
    raise InputProblem("E903", format="OLE")


def text_format(text: str, name: str) -> TextFormat:
    """The format of a file that is text; raises E903 for the XML of office programs."""
    sample = text[:_SAMPLE]
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if "<" in sample and _is_html(sample, suffix):
        return "html"
    if suffix in ("md", "markdown") or _is_markdown(sample):
        return "markdown"
    return "text"


def _is_html(sample: str, suffix: str) -> bool:
    leading = re.match(_LEADING, sample)
    start = leading.end() if leading else 0
    if (office := _office_xml(sample, start)) is not None:
        raise InputProblem("E903", format=office)
    if regex(_HTML_START).match(sample, start) or re.search(_HTML_PAGE, sample):
        return True
    likely = suffix in ("html", "htm", "shtml", "xhtml") or sample.startswith("<", start)
    return likely and re.search(_HTML_BLOCK, sample) is not None


def _office_xml(sample: str, start: int) -> str | None:
    """The format of an office program that is one file of XML, None where it is none of these."""
    if regex(_WORD_XML).match(sample, start):
        return "WORD-XML"
    if sample.startswith("<office:document", start):
        flat = re.compile(_FLAT_ODF).match(sample, start)
        return flat and {"text": "FODT", "spreadsheet": "FODS"}[flat[1]]
    return "EXCEL-XML" if "Workbook" in sample and re.match(_EXCEL_XML, sample[start:]) else None


def _is_markdown(sample: str) -> bool:
    return (
        ("#" in sample and re.search(_MARKDOWN_HEADING, sample) is not None)
        or ("--" in sample and re.search(_MARKDOWN_RULER, sample) is not None)
        or ("<" in sample and re.search(_HTML_TABLE, sample) is not None)
    )
