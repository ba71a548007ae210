"""Whatever is handed in, the command ends soon, in little memory, and checks the other files."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.command import Outcome, checked_files
from tests.examples import example_report
from tests.rendering import BY_NAME

_SECONDS = 20
_BYTES = 1 << 30

Maker = Callable[[Path], object]

_GOOD = BY_NAME["txt-cell-a-line"].print(example_report())
_WORD = BY_NAME["docx-bold-headings"].print(example_report())
_PAGE = BY_NAME["html-article"].print(example_report()).decode()
_TYPES = zipfile.ZipFile(io.BytesIO(_WORD)).read("[Content_Types].xml")
_RELS = zipfile.ZipFile(io.BytesIO(_WORD)).read("_rels/.rels")
_OPEN = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body>'
)
_CLOSE = "</w:body></w:document>"


def _bytes(data: Callable[[], bytes]) -> Maker:
    return lambda file: file.write_bytes(data())


def _text(text: Callable[[], str]) -> Maker:
    return lambda file: file.write_text(text(), "utf-8")


def _word(document: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def _zip_bomb(file: Path) -> None:
    """A document of 1 GiB that fits into 5 MB."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(_OPEN.encode())
            paragraph = b"<w:p><w:r><w:t>" + b"a" * (1 << 20) + b"</w:t></w:r></w:p>"
            for _ in range(1024):
                part.write(paragraph)
            part.write(_CLOSE.encode())


def _lying_sizes(file: Path) -> None:
    """The directory says 100 bytes, the document has 120 MB."""
    document = _OPEN + "<w:p/>" * 20_000_000 + _CLOSE
    packed = bytearray(_word(document))
    size = struct.pack("<I", len(document))
    for at in _positions(packed, size):
        packed[at : at + 4] = struct.pack("<I", 100)
    file.write_bytes(packed)


def _positions(data: bytearray, pattern: bytes) -> Iterator[int]:
    at = data.find(pattern)
    while at >= 0:
        yield at
        at = data.find(pattern, at + 1)


def _many_parts(file: Path) -> None:
    """Thousands of parts beside the document."""
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("word/document.xml", _OPEN + _CLOSE)
        for number in range(50_000):
            archive.writestr(f"word/media/{number}", b"")


def _encrypted_zip(file: Path) -> None:
    """Every part carries the flag of encryption."""
    packed = bytearray(_WORD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for at in _positions(packed, mark):
            packed[at + offset] |= 1
    file.write_bytes(packed)


def _big_text(file: Path) -> None:
    with file.open("wb") as out:
        for _ in range(200):
            out.write("政府信息公开工作年度报告，\n".encode() * (1 << 20 >> 5))


def _huge_row(cells: int) -> str:
    return "".join(f"<td>{number % 7}" for number in range(cells))


def _million_cells_html() -> str:
    rows = "<tr>" + _huge_row(100)
    return _PAGE + "<table>" + rows * 10_000 + "</table>"


def _million_cells_word() -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell * 100}</w:tr>"
    return _word(f"{_OPEN}<w:tbl>{row * 10_000}</w:tbl>{_CLOSE}")


def _entities() -> bytes:
    definitions = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    xml = _OPEN.replace("?>", f"?><!DOCTYPE w:document [{definitions}]>", 1)
    return _word(f"{xml}<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>{_CLOSE}")


def _outside_entity() -> bytes:
    xml = _OPEN.replace("?>", '?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>', 1)
    return _word(f"{xml}<w:p><w:r><w:t>&x;</w:t></w:r></w:p>{_CLOSE}")


def _deep_word() -> bytes:
    depth = 50_000
    opened = "<w:tbl><w:tr><w:tc>" * depth
    closed = "</w:tc></w:tr></w:tbl>" * depth
    return _word(_OPEN + opened + closed + _CLOSE)


def _wide_spans_word() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc>'
    return _word(f"{_OPEN}<w:tbl><w:tr>{cell * 5}</w:tr></w:tbl>{_CLOSE}")


def _rows_of_a_hundred() -> str:
    return "# 年度报告\n\n|" + "a|" * 100 + "\n|" + "---|" * 100 + ("\n|" + "1|" * 100) * 10_000


def _extended(old: str, new: str) -> Maker:
    """The good page with one piece replaced once."""
    return _text(lambda: _PAGE.replace(old, new, 1))


_PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
_PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(13) + bytes(4)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048)
_NOISE = zlib.compress(bytes(range(256)) * 4000)[2:] * 8
_TITLE = "石泉镇2023年政府信息公开工作年度报告\n"
_HUGE = {"E902", "E906", "E907"}  # refused for its size, or found to hold no report

# the file's name, what writes it, and the rules of which one has to say why it is not checked
_NOT_CHECKABLE: dict[str, tuple[str, Maker, set[str]]] = {
    "empty": ("a.txt", _bytes(lambda: b""), {"E902"}),
    "only white space": ("a.txt", _text(lambda: " \n\t\u3000\n" * 50), {"E902"}),
    "empty docx": ("a.docx", _bytes(lambda: b""), {"E902"}),
    "empty html": ("a.html", _text(lambda: "<html><body></body></html>"), {"E902"}),
    "binary": ("a.txt", _bytes(lambda: _NOISE), {"E901", "E903", "E907"}),
    "only NUL bytes": ("a.txt", _bytes(lambda: bytes(5000)), {"E901", "E902", "E903"}),
    "another text": ("a.txt", _text(lambda: "会议纪要\n\n会议讨论了绿化。\n" * 20), {"E907"}),
    "truncated docx": ("a.docx", _bytes(lambda: _WORD[: len(_WORD) // 2]), {"E904"}),
    "docx without its end": ("a.docx", _bytes(lambda: _WORD[:-30]), {"E904"}),
    "docx with broken XML": ("a.docx", _bytes(lambda: _word(_OPEN + "<w:p><w:r>")), {"E904"}),
    "empty zip": ("a.docx", _bytes(lambda: b"PK\x05\x06" + bytes(18)), {"E916"}),
    "encrypted docx": ("a.docx", _encrypted_zip, {"E905"}),
    "zip bomb": ("a.docx", _zip_bomb, {"E906"}),
    "zip with false sizes": ("a.docx", _lying_sizes, {"E904", "E906"}),
    "PDF renamed": ("a.docx", _bytes(lambda: _PDF), {"E902", "E904"}),
    "PNG renamed": ("a.docx", _bytes(lambda: _PNG), {"E904", "E911"}),
    "PNG called text": ("a.txt", _bytes(lambda: _PNG + bytes(range(256)) * 40), {"E904", "E911"}),
    "old Word file": ("a.docx", _bytes(lambda: _OLE), {"E903", "E905"}),
    "200 MB of text": ("a.txt", _big_text, {"E906"}),
    "a million cells in HTML": ("a.html", _text(_million_cells_html), {"E906"}),
    "a million cells in Word": ("a.docx", _bytes(_million_cells_word), {"E906"}),
    "a million cells in Markdown": ("a.md", _text(_rows_of_a_hundred), {"E906"}),
    "a million cells behind tabs": ("a.txt", _text(lambda: ("1\t" * 100 + "\n") * 10_000), _HUGE),
    "a million cells on lines": ("a.txt", _text(lambda: "\t1\n" * 1_000_000), _HUGE),
    "nested divs": ("a.html", _text(lambda: "<div>" * 100_000 + "年报"), _HUGE),
    "nested tables": ("a.html", _text(lambda: "<table><tr><td>" * 100_000), _HUGE),
    "nested spans": ("a.html", _text(lambda: "<p>" + "<b><i>" * 100_000 + "年报"), _HUGE),
    "nested tables in Word": ("a.docx", _bytes(_deep_word), _HUGE),
    "entity expansion": ("a.docx", _bytes(_entities), {"E904", "E906"}),
    "entity from outside": ("a.docx", _bytes(_outside_entity), {"E902", "E904", "E906"}),
    "one line of 5 MB": ("a.txt", _text(lambda: "第二十条" * 416_000), _HUGE),
    "one line of brackets": ("a.txt", _text(lambda: "（" * 1_000_000), _HUGE),
    "one line of spaces": ("a.txt", _text(lambda: "年" + " " * 5_000_000 + "报"), _HUGE),
    "a line of pipes": ("a.txt", _text(lambda: "|" * 3_000_000), _HUGE),
    "an unended comment": ("a.html", _text(lambda: "<!--" * 500_000), _HUGE),
    "unended tags": ("a.html", _text(lambda: "<a " * 500_000), _HUGE),
}

# What may be checked as a report or refused for its size, as long as it is done in time.
_EITHER: dict[str, tuple[str, Maker]] = {
    "many headings in Markdown": (
        "a.md",
        _text(lambda: f"# {_TITLE}\n" + "## 一、总体情况\n\n无。\n\n" * 100_000),
    ),
    "many headings in text": ("a.txt", _text(lambda: _TITLE + "一、总体情况\n无。\n" * 100_000)),
    "many titles": ("a.txt", _text(lambda: _TITLE * 100_000)),
    "many dates": ("a.txt", _text(lambda: _GOOD.decode() + "2024年1月17日\n" * 100_000)),
    "many years in a line": ("a.txt", _text(lambda: _GOOD.decode() + "2024年将继续" * 200_000)),
    "many tables": ("a.html", _text(lambda: _PAGE + "<table><tr><td>规章<td>0</table>" * 10_000)),
    "many rows": ("a.html", _extended("</table>", "<tr><td>行政裁决<td>0" * 50_000 + "</table>")),
    "many paragraphs": ("a.html", _extended("<p>六", "<p>工作有序开展。" * 100_000 + "<p>六")),
    "many parts": ("a.docx", _many_parts),
    "many reports in one": ("a.txt", _bytes(lambda: _GOOD * 1000)),
    "huge spans": (
        "a.html",
        _text(lambda: _PAGE + "<table><tr><td colspan=1000000 rowspan=1000000>1" * 50),
    ),
    "overlapping spans": (
        "a.html",
        _text(lambda: _PAGE + "<table>" + "<tr><td rowspan=65534 colspan=1000>1" * 1000),
    ),
    "huge spans in Word": ("a.docx", _bytes(_wide_spans_word)),
    "huge number": ("a.html", _extended("<td>4</td>", f"<td>{'9' * 1_000_000}</td>")),
    "huge label": ("a.html", _extended("<td>规章</td>", f"<td>{'行政许可' * 90_000}</td>")),
    "huge heading": ("a.html", _extended("<p>六、", f"<p>六、{'其他' * 500_000}")),
}


def _beside_a_good_report(folder: Path, name: str, make: Maker) -> Outcome:
    good = folder / "good.txt"
    good.write_bytes(_GOOD)
    make(folder / name)
    outcome = checked_files(folder / name, good, folder=folder, limit=_SECONDS)
    assert outcome.seconds < _SECONDS
    assert outcome.peak < _BYTES
    assert "Traceback" not in outcome.errors
    return outcome


@pytest.mark.parametrize("case", _NOT_CHECKABLE)
def test_not_checkable_file_is_said_so_and_the_other_is_checked(case: str, tmp_path: Path) -> None:
    name, make, rules = _NOT_CHECKABLE[case]

    outcome = _beside_a_good_report(tmp_path, name, make)

    bad, good = outcome.data["files"]
    assert {finding["rule"] for finding in bad["findings"]} & rules
    assert bad["status"] != "checked"
    assert good["status"] == "checked"
    assert outcome.status == 2


@pytest.mark.parametrize("case", _EITHER)
def test_excessive_report_is_checked_or_refused_in_time(case: str, tmp_path: Path) -> None:
    name, make = _EITHER[case]

    outcome = _beside_a_good_report(tmp_path, name, make)

    bad, good = outcome.data["files"]
    rules = {finding["rule"] for finding in bad["findings"]}
    assert "E900" not in rules
    assert good["status"] == "checked"
    assert (outcome.status == 2) == (bad["status"] != "checked")
    assert bad["status"] == "checked" or any(rule.startswith("E9") for rule in rules)


def test_file_that_is_not_there_is_exit_2_and_the_other_is_checked(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_bytes(_GOOD)

    outcome = checked_files(tmp_path / "none.txt", good, folder=tmp_path)

    assert outcome.status == 2
    assert "Traceback" not in outcome.errors
