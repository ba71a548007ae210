"""The files that the examples of the input rules stand for, by name."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch
from zipfile import ZipFile

from linter.examples import example_report as example_markdown
from linter.model.document import Document, Recognition
from linter.readers import MAX_BYTES, read
from linter.records import replace
from tests.examples import example_report
from tests.readers.pdf_writer import PdfPage, pdf
from tests.rendering import BY_NAME
from tests.rules import edited_word

MISSING = "gone.md"
"""Stands for a file that cannot be opened."""

DEFECT = "defect.md"
"""Stands for a report over which the program itself fails."""

NO_EXTRA = "report-without-extra.pdf"
"""Stands for a PDF file where only the core is installed."""

SCAN = "scan.pdf"
"""Stands for a scan where nothing recognises characters."""

RECOGNISED = "scan-with-ocr.pdf"
"""Stands for a scan where something does."""

NO_CONVERTER = "report-without-converter.rtf"
"""Stands for a file that LibreOffice would have to convert, where it is not installed."""

UNCONVERTIBLE = "report-that-fails.doc"
"""Stands for one of which LibreOffice makes nothing."""

ENDLESS = "report-that-hangs.rtf"
"""Stands for one with which LibreOffice is never done."""

_EXAMPLE_PDF = Path(__file__).parents[2] / "examples" / "clean" / "2024-county.pdf"
_NOTICE = (
    "关于召开防汛工作会议的通知\n\n各科室：\n定于6月12日上午9时在二楼会议室召开防汛工作会议，"
    "请准时参加。\n\n云溪县水务局办公室\n2023年6月8日\n"
)
_PICTURE = b"\x89PNG\r\n\x1a\n".ljust(2048, b"\x7f")
_OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _report() -> bytes:
    return example_markdown("2021").encode()


def _word() -> bytes:
    return BY_NAME["docx-python-docx"].print(example_report("2021"))


def _page() -> bytes:
    return BY_NAME["html-page"].print(example_report("2021"))


def _truncated_word() -> bytes:
    whole = _word()
    return whole[: len(whole) // 2]


def _encrypted() -> bytes:
    """What tells an encrypted Word file: an OLE container with this stream."""
    return _OLE_HEADER.ljust(1024, b"\0") + "EncryptedPackage".encode("utf-16-le").ljust(512, b"\0")


def _mixed_encodings() -> bytes:
    utf8, gb18030 = "供水开放日".encode(), "供水".encode("gb18030")
    return _report().replace(utf8, gb18030 + utf8, 1)


def _scan() -> bytes:
    return pdf(PdfPage().picture(0, 0, 595, 842))


def _rich_text() -> bytes:
    return rb"{\rtf1\ansi 2023}"


def _zip(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


BUILDERS: Mapping[str, Callable[[], bytes]] = {
    "report.md": _report,
    "report.docx": _word,
    "report-gb18030.txt": lambda: example_markdown("2021").encode("gb18030"),
    "2022年年度报告.md": _report,
    "2023年年度报告.md": _report,
    DEFECT: _report,
    "empty.txt": lambda: b"",
    "archive.docx": lambda: b"Rar!\x1a\x07\x00".ljust(2048, b"\x7f"),
    "truncated.docx": _truncated_word,
    "encrypted.docx": _encrypted,
    "huge.txt": lambda: b"0" * (MAX_BYTES + 1),
    "notice.txt": _NOTICE.encode,
    "mixed-encoding.txt": _mixed_encodings,
    "tracked-changes.docx": lambda: edited_word.with_runs(
        _word(), edited_word.INSERTED + edited_word.DELETED
    ),
    "comment.docx": lambda: edited_word.with_parts(
        edited_word.with_runs(_word(), edited_word.COMMENT_REFERENCE),
        {"word/comments.xml": edited_word.COMMENTS},
    ),
    "hidden-text.docx": lambda: edited_word.with_runs(_word(), edited_word.HIDDEN),
    "report.pdf": _EXAMPLE_PDF.read_bytes,
    NO_EXTRA: _EXAMPLE_PDF.read_bytes,
    SCAN: _scan,
    RECOGNISED: _scan,
    NO_CONVERTER: _rich_text,
    UNCONVERTIBLE: lambda: _OLE_HEADER.ljust(1024, b"\0") + "WordDocument".encode("utf-16-le"),
    ENDLESS: _rich_text,
    "report.zip": lambda: _zip("report.docx", _word()),
    "picture.zip": lambda: _zip("page.png", _PICTURE),
    "report.html": _page,
    "hidden-text.html": lambda: _page().replace(
        "。".encode(), '。<span style="display:none">内部掌握</span>'.encode(), 1
    ),
    "author.docx": lambda: edited_word.with_parts(
        _word(), {"docProps/core.xml": edited_word.CORE.format(creator="admin", editor="李明")}
    ),
}


@contextmanager
def circumstances(name: str | None) -> Iterator[None]:
    """What has to be the case beside the file: what is installed, and what it does."""
    with ExitStack() as stack:
        for target, value in _CIRCUMSTANCES.get(name or "", {}).items():
            stack.enter_context(patch(target, value))
        yield


def _recognised(data: bytes, kind: str) -> Document:
    """A scan recognised without a mistake."""
    document = read(_EXAMPLE_PDF.read_bytes())
    return replace(document, recognised=Recognition("test", {}))


_LIBREOFFICE = "linter.readers.libreoffice"
_CIRCUMSTANCES: Mapping[str, Mapping[str, object]] = {
    NO_EXTRA: {
        "linter.readers.pdf.process._workers": {},
        "importlib.util.find_spec": lambda name: None,
    },
    SCAN: {"linter.readers.ocr.document.is_installed": lambda: False},
    RECOGNISED: {
        "linter.readers.ocr.document.is_installed": lambda: True,
        "linter.readers.ocr.document._document": _recognised,
    },
    NO_CONVERTER: {f"{_LIBREOFFICE}._program": lambda: None},
    UNCONVERTIBLE: {
        f"{_LIBREOFFICE}._program": lambda: "soffice",
        f"{_LIBREOFFICE}._run": lambda command, folder: True,
        f"{_LIBREOFFICE}.version": lambda: "LibreOffice 24.2",
    },
    ENDLESS: {
        f"{_LIBREOFFICE}._program": lambda: "soffice",
        f"{_LIBREOFFICE}._run": lambda command, folder: False,
    },
}


def built(name: str, folder: Path) -> Path:
    """The file of this name in ``folder``; ``MISSING`` is the one that is not there."""
    path = folder / name
    if name != MISSING:
        path.write_bytes(BUILDERS[name]())
    return path
