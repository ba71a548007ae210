"""The program that has PDFium write notes into a PDF file, in a process of its own.

PDFium is native code and PDF files come from anywhere: what makes it crash, hang or take all
memory shall cost the copy of that one file and nothing else. Run as a script it reads the length of
a request (8 bytes), the request as JSON and the file; it answers with the file and, behind all of
its bytes, the notes. It ends with 1 where the file takes none.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any, BinaryIO

MAX_MEMORY = 1 << 30

_PRINTED = 4  # FPDF_ANNOT_FLAG_PRINT
_OPAQUE = 255


class Writer:
    """One document and what is written into it."""

    def __init__(self, raw: Any, data: bytes) -> None:
        self.raw = raw
        self.data = data
        raw.FPDF_InitLibrary()
        self.document = raw.FPDF_LoadMemDocument64(data, len(data), None)

    def takes_notes(self) -> bool:
        """Whether it can be opened and is not locked against changes."""
        return bool(self.document) and self.raw.FPDF_GetSecurityHandlerRevision(self.document) < 0

    def write(self, asked: dict[str, Any]) -> None:
        """Adds every mark to its page."""
        raw = self.raw
        by_page: dict[int, list[dict[str, Any]]] = {}
        for mark in asked["marks"]:
            by_page.setdefault(mark["page"], []).append(mark)
        for number, marks in by_page.items():
            page = raw.FPDF_LoadPage(self.document, number)
            for mark in marks:
                self._note(page, mark, asked)
            raw.FPDF_ClosePage(page)

    def _note(self, page: Any, mark: dict[str, Any], asked: dict[str, Any]) -> None:
        raw = self.raw
        kind = raw.FPDF_ANNOT_HIGHLIGHT if mark["known"] else raw.FPDF_ANNOT_TEXT
        note = raw.FPDFPage_CreateAnnot(page, kind)
        boxes = mark["boxes"]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        around = raw.FS_RECTF(min(lefts), max(tops), max(rights), min(bottoms))
        raw.FPDFAnnot_SetRect(note, around)
        raw.FPDFAnnot_SetColor(note, raw.FPDFANNOT_COLORTYPE_Color, *mark["colour"], _OPAQUE)
        for left, bottom, right, top in boxes if mark["known"] else ():
            corners = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            raw.FPDFAnnot_AppendAttachmentPoints(note, corners)
        raw.FPDFAnnot_SetFlags(note, _PRINTED)
        texts = {b"Contents": mark["text"], b"T": asked["author"], b"M": asked["date"]}
        for key, text in texts.items():
            encoded = ctypes.create_string_buffer(text.encode("utf-16-le", "replace") + b"\0\0")
            wide = ctypes.cast(encoded, ctypes.POINTER(raw.FPDF_WCHAR))
            raw.FPDFAnnot_SetStringValue(note, key, wide)
        raw.FPDFPage_CloseAnnot(note)

    def saved(self) -> bytes:
        """The file with what was added behind it; empty where PDFium cannot write it."""
        raw = self.raw
        chunks: list[bytes] = []

        def block(_: Any, data: Any, size: int) -> int:
            chunks.append(ctypes.string_at(data, size))
            return 1

        target = raw.FPDF_FILEWRITE(version=1)
        target.WriteBlock = type(target.WriteBlock)(block)
        done = raw.FPDF_SaveAsCopy(self.document, target, raw.FPDF_INCREMENTAL)
        made = b"".join(chunks)
        return made if done and made.startswith(self.data) else b""


def serve(requests: BinaryIO, answers: BinaryIO) -> bool:
    """Answers one request; False where the file takes no notes."""
    import pypdfium2_raw

    size = int.from_bytes(requests.read(8), "big")
    asked = json.loads(requests.read(size))
    writer = Writer(pypdfium2_raw, requests.read())
    if not writer.takes_notes():
        return False
    writer.write(asked)
    made = writer.saved()
    answers.write(made)
    answers.flush()
    return bool(made)


def limit_memory() -> None:
    """Has the system refuse this process more memory than a report can need."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit holds there, too
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    sys.path.extend(sys.argv[1:])
    limit_memory()
    sys.exit(not serve(sys.stdin.buffer, sys.stdout.buffer))
