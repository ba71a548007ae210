"""Hostile web pages with pages in their frames, and pictures that are larger than they look."""

from __future__ import annotations

import html
import io
import struct
import zlib

import pytest

from tests.hostile.folder import Verdict, checked_folder

_ROWS = "<table>" + ("<tr>" + "<td>1" * 200) * 600


def _framed(page: str, times: int = 1) -> str:
    return f"<iframe srcdoc='{html.escape(page)}'></iframe>" * times


def _frames_in_frames(depth: int) -> str:
    page = "<p>年度报告"
    for _ in range(depth):
        page = _framed(page)
    return page


# The page, and the rules of which one has to say why it is not checked.
_PAGES: dict[str, tuple[str, set[str]]] = {
    "frames in frames": (_frames_in_frames(7), {"E902", "E907"}),
    "cells in a frame": (_framed(_ROWS), {"E906", "E907"}),
    "deep frame": (_framed("<div>" * 100_000 + "年"), {"E902", "E906", "E907"}),
    "many frames": ("<p>年" + _framed("<div>" * 900 + "<p>年" * 3000, 200), {"E906", "E907"}),
    "frame without end": ("<iframe srcdoc='" * 300_000, {"E902", "E906", "E907"}),
    "hidden words": ("<p>年<div hidden>" + "<p>年" * 200_000, {"E906", "E907"}),
    "styles without end": ("<p style='" + "display:" * 600_000 + "'>年", {"E902", "E907"}),
    "comments to the tool": ("<p>年" + "<!-- nianbao-ignore X999 -->" * 100_000, {"E906", "E907"}),
    "conditional comments": ("<p>年" + "<!--[if mso]>" * 300_000, {"E906", "E907"}),
    "entities without end": ("<p>年" + "&" * 3_000_000, {"E906", "E907"}),
}


def _png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(1 << 20))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _tiff(pages: int, circle: bool = False) -> bytes:
    """Black pages of 8 × 8 pixels; in a circle, the last is followed by the first."""
    out = io.BytesIO()
    out.write(b"II*\0" + struct.pack("<I", 16) + bytes(8))
    for number in range(pages):
        fields = ((256, 8), (257, 8), (258, 1), (259, 1), (262, 0), (273, 8), (278, 8), (279, 8))
        out.write(struct.pack("<H", len(fields)))
        for tag, value in fields:
            out.write(struct.pack("<HHII", tag, 4, 1, value))
        following = out.tell() + 4
        last = number == pages - 1
        out.write(struct.pack("<I", (16 if circle else 0) if last else following))
    return out.getvalue()


def _gif(frames: int) -> bytes:
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02D\x01\0"
    return b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0x80, 0, 0) + bytes(6) + frame * frames


# Without the extra that reads pictures each is refused for want of it.
_PICTURES: dict[str, bytes] = {
    "50000 x 50000.png": _png(50_000, 50_000),
    "no extent.png": _png(0, 0),
    "long and narrow.png": _png(1, 60_000_000),
    "ten thousand pages.tiff": _tiff(10_000),
    "circle.tiff": _tiff(2, circle=True),
    "frames.gif": _gif(100_000),
    "wide.bmp": b"BM" + bytes(8) + struct.pack("<IIiiHHI", 54, 40, 2**31 - 1, -(2**31), 1, 24, 0),
}


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    files = {f"{name}.html": page.encode() for name, (page, _) in _PAGES.items()}
    return checked_folder(tmp_path_factory.mktemp("pages"), files | _PICTURES, 90)


@pytest.mark.parametrize("name", _PAGES)
def test_page_is_refused_with_its_reason(name: str, verdict: Verdict) -> None:
    assert verdict.status[f"{name}.html"] != "checked"
    assert verdict.rules[f"{name}.html"] & _PAGES[name][1]


@pytest.mark.parametrize("name", _PICTURES)
def test_picture_is_refused_with_its_reason(name: str, verdict: Verdict) -> None:
    assert verdict.status[name] != "checked"
    assert verdict.rules[name] & {"E902", "E904", "E906", "E907", "E911"}
