"""The files that the examples of the input rules stand for, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from linter.examples import example_report as example_markdown
from linter.readers import MAX_BYTES
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

_EXAMPLE_PDF = Path(__file__).parents[2] / "examples" / "clean" / "2024-county.pdf"
_NOTICE = (
    "关于召开防汛工作会议的通知\n\n各科室：\n定于6月12日上午9时在二楼会议室召开防汛工作会议，"
    "请准时参加。\n\n云溪县水务局办公室\n2023年6月8日\n"
)
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


BUILDERS: Mapping[str, Callable[[], bytes]] = {
    "report.md": _report,
    "report.docx": _word,
    "report-gb18030.txt": lambda: example_markdown("2021").encode("gb18030"),
    "2022年年度报告.md": _report,
    "2023年年度报告.md": _report,
    DEFECT: _report,
    "empty.txt": lambda: b"",
    "picture.docx": lambda: b"\x89PNG\r\n\x1a\n".ljust(2048, b"\x7f"),
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
    "scan.pdf": lambda: pdf(PdfPage().picture(0, 0, 595, 842)),
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
    """What has to be the case beside the file: for ``NO_EXTRA`` that nothing reads PDF files."""
    if name != NO_EXTRA:
        yield
        return
    with (
        patch("linter.readers.pdf_process._workers", {}),
        patch("importlib.util.find_spec", return_value=None),
    ):
        yield


def built(name: str, folder: Path) -> Path:
    """The file of this name in ``folder``; ``MISSING`` is the one that is not there."""
    path = folder / name
    if name != MISSING:
        path.write_bytes(BUILDERS[name]())
    return path
