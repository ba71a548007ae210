"""What a file is, is told by its content, and what cannot be read is said."""

from __future__ import annotations

import pytest

from linter.model.problem import InputProblem
from linter.readers import MAX_BYTES, read
from tests.readers.blocks import paragraphs, read_text
from tests.readers.word import package, paragraph, word

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _problem(data: bytes, name: str = "") -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        read(data, name)
    return caught.value


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        ("一、总体情况", "", "text"),
        ("一、总体情况", "a.docx", "text"),
        ("一、总体情况", "a.md", "markdown"),
        ("一、总体情况", "a.html", "text"),
        ("# 一、总体情况", "", "markdown"),
        ("# 一、总体情况", "a.txt", "markdown"),
        ("|甲|乙|\n|---|---|\n|1|2|", "", "markdown"),
        ("甲 | 乙\n1 | 2", "", "text"),
        ("前言\n<table><tr><td>1</table>", "", "markdown"),
        ("<p>一、总体情况</p>", "", "html"),
        ("<p>一、总体情况</p>", "a.md", "html"),
        ("\ufeff <!-- x --><?xml version='1.0'?><html><p>甲", "", "html"),
        ("<!doctype html>甲", "", "html"),
        ("<ucapcontent><p>甲</p></ucapcontent>", "", "html"),
        ("<甲>总体情况", "", "text"),
        ("说明\n<html><body>甲</body></html>", "", "html"),
        ("说明<br>甲", "a.shtml", "html"),
        ("5 < 6，甲 <乙>", "a.htm", "text"),
        ('{"year": 2023}', "a.json", "text"),
    ],
)
def test_text_file_is_read_as_what_it_holds(source: str, name: str, expected: str) -> None:
    assert read_text(source, name).format == expected


def test_word_document_is_known_under_any_name() -> None:
    document = read(word(paragraph("一、总体情况")), "report.txt")

    assert (document.format, paragraphs(document)) == ("docx", ["一、总体情况"])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n\t",
        "\u3000\n\ufeff".encode(),
        "\ufeff \n".encode("utf-16-le"),
        b"<html><body><p> &nbsp;</p></body></html>",
        word(paragraph()),
    ],
)
def test_file_with_nothing_in_it_is_empty(data: bytes) -> None:
    assert _problem(data).rule == "E902"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"7z\xbc\xaf'\x1c\0\4", "7Z"),
        (b"Rar!\x1a\x07\x01\0", "RAR"),
        (b"\x1f\x8b\x08\0\0\0", "GZIP"),
        (_OLE, "OLE"),
        (_OLE + "PowerPoint Document".encode("utf-16-le"), "PPT"),
        (bytes(range(256)) * 40, "BINARY"),
        (b"\0\1\2\3" * 50, "BINARY"),
        (package({"ppt/presentation.xml": "<x/>"}), "PPTX"),
        (package({"mimetype": "x", "content.xml": "<x/>"}), "ODF"),
        (package({"OFD.xml": "<x/>"}), "OFD"),
    ],
)
def test_other_format_is_named_whatever_the_file_is_called(data: bytes, expected: str) -> None:
    problem = _problem(data, "report.docx")

    assert (problem.rule, problem.facts["format"]) == ("E903", expected)


def test_text_that_begins_like_a_bitmap_is_text() -> None:
    assert paragraphs(read_text("BMW 采购情况说明")) == ["BMW 采购情况说明"]


def test_encrypted_office_package_is_said() -> None:
    problem = _problem(_OLE + "EncryptedPackage".encode("utf-16-le"))

    assert (problem.rule, problem.facts) == ("E905", {"container": "OLE"})


def test_encrypted_zip_is_said() -> None:
    data = bytearray(word(paragraph("甲")))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 1)

    problem = _problem(bytes(data))

    assert (problem.rule, problem.facts) == ("E905", {"container": "ZIP"})


def test_file_that_is_too_large_is_refused_before_it_is_looked_at() -> None:
    problem = _problem(bytes(MAX_BYTES + 1))

    assert problem.rule == "E906"
    assert problem.facts == {"limit": "bytes", "found": MAX_BYTES + 1, "allowed": MAX_BYTES}
