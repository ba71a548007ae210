"""Hostile PDF files."""

from __future__ import annotations

import zlib

import pytest

from tests.hostile.folder import Verdict, checked_folder
from tests.readers.pdf_writer import PdfPage, file_of, pdf, stream

_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_SOUND = pdf(PdfPage().text(50, 50, "年度报告"))


def _page(content: bytes, more: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    """A file of one page that draws ``content``, with ``more`` objects from the fifth on."""
    return file_of(
        [
            _CATALOGUE,
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[" + box + b"]"
            b"/Resources<</XObject<</X 5 0 R>>/Font<</F 5 0 R>>>>>>",
            stream(b"<<", content),
            more,
        ]
    )


def _packed_twice() -> bytes:
    """Sixteen megabytes of drawing in some hundred bytes."""
    drawing = zlib.compress(zlib.compress(b"q Q " * 4_000_000))
    head = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n" % len(drawing)
    return _page(b"").replace(
        b"4 0 obj", b"4 0 obj" + head + drawing + b"\nendstream endobj\n9 0 obj"
    )


def _kids_of_kids() -> bytes:
    """Each of forty nodes of the page tree has the next one a thousand times."""
    nodes = [
        b"<</Type/Pages/Count 1/Kids[" + b"%d 0 R " % (number + 1) * 1000 + b"]>>"
        for number in range(2, 42)
    ]
    return file_of([_CATALOGUE, *nodes, b"<</Type/Page/Parent 41 0 R/MediaBox[0 0 9 9]>>"])


def _with_tail(old: bytes, new: bytes) -> bytes:
    return _SOUND.replace(old, new)


_OWN_PARENT = _SOUND.replace(b"/Type/Pages", b"/Type/Pages/Parent 2 0 R")
_ITSELF = b"trailer<</Prev %d" % _SOUND.index(b"xref\n0")
_TYPE_3 = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs 5 0 R>>"

# Whatever these hold, it is no report; a reader may make an empty document of what is damaged.
_CASES: dict[str, bytes] = {
    "xref in a circle": _with_tail(b"trailer<<", _ITSELF),
    "xref far away": _with_tail(b"startxref\n", b"startxref\n9999999999"),
    "xref of two thousand million": _with_tail(b"xref\n0 ", b"xref\n0 2000000000\n0 "),
    "parent of itself": _OWN_PARENT,
    "kids of kids": _kids_of_kids(),
    "deep arrays": _page(b"[" * 1_000_000, b"[" * 1_000_000),
    "deep dictionaries": _page(b"", b"<</A" * 500_000),
    "packed twice": _packed_twice(),
    "font of itself": _page(b"BT /F 9 Tf (aaaa) Tj ET", _TYPE_3),
    "boundless page": _page(b"0 0 m 9e30 9e30 l S", box=b"-1e38 -1e38 1e38 1e38"),
    "page without extent": _page(b"BT ET", box=b"0 0 0 0"),
    "states never left": _page(b"q " * 2_000_000),
    "lines without end": _page(b"0 0 m " + b"9 9 l " * 400_000 + b"S"),
    "characters without end": pdf(PdfPage().text(9, 9, "一" * 700_000)),
    "filters without end": _page(b"").replace(
        b"/Filter/FlateDecode", b"/Filter[" + b"/ASCIIHexDecode" * 20_000 + b"]"
    ),
    "length below zero": _SOUND.replace(b"/Length ", b"/Length -"),
    "empty of all": b"%PDF-1.7\n",
    "comment without end": b"%PDF-1.7\n%" + b"x" * 10_000_000,
}
_RULES = {"E902", "E904", "E906", "E907", "E910"}


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    files = {f"{name}.pdf": data for name, data in _CASES.items()}
    return checked_folder(tmp_path_factory.mktemp("pdf"), files, 90)


@pytest.mark.parametrize("name", _CASES)
def test_file_is_refused_with_its_reason(name: str, verdict: Verdict) -> None:
    assert verdict.status[f"{name}.pdf"] != "checked"
    assert verdict.rules[f"{name}.pdf"] & _RULES
