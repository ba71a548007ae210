"""Files that a Word document takes in whole are read where they stand."""

from __future__ import annotations

import pytest

from linter.model.place import NOWHERE
from linter.model.problem import InputProblem
from linter.readers import limits, read
from tests.readers.blocks import outline, paragraphs, pictures
from tests.readers.word import (
    cell,
    document_xml,
    package,
    paragraph,
    relationships,
    row,
    table,
    word,
)  # fmt: skip

_PAGE = "<html><body><p>一、总体情况</p><table><tr><td>规章<td>4</table></body></html>"
_TAKEN_IN = ["前", "一、总体情况", [["规章", "4"]], "后"]
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def _chunk(relationships_namespace: str = _R) -> str:
    return f'<w:altChunk xmlns:r="{relationships_namespace}" r:id="aFChunk"/>'


def _document(chunk: str | bytes | None, body: str = "") -> bytes:
    body = body or paragraph("前") + _chunk() + paragraph("后")
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(officeDocument="word/document.xml"),
        "word/document.xml": document_xml(body),
        "word/_rels/document.xml.rels": relationships(aFChunk="..\\afchunk.dat"),
    }
    return package(parts if chunk is None else {**parts, "afchunk.dat": chunk})


_ARCHIVED = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    f"--x\r\nContent-Type: text/html; charset=gbk\r\n\r\n{_PAGE}\r\n--x--\r\n"
)


@pytest.mark.parametrize(
    "chunk",
    [
        _PAGE,
        _PAGE.encode("gbk"),
        _ARCHIVED.encode("gbk"),
        word(paragraph("一、总体情况") + table(row(cell("规章"), cell("4")))),
    ],
)
def test_page_web_archive_and_document_stand_in_place(chunk: str | bytes) -> None:
    assert outline(read(_document(chunk))) == _TAKEN_IN


def test_lines_of_a_text_are_paragraphs() -> None:
    assert outline(read(_document("甲\r\n\r\n 乙 \r\n"))) == ["前", "甲", "乙", "后"]


def test_pictures_of_a_page_stand_in_place() -> None:
    (picture,) = pictures(read(_document("<html><p>甲</p><img src=x.png alt=印章></html>")))

    assert (picture.alt, picture.place) == ("印章", NOWHERE)


def test_the_strict_form_is_known() -> None:
    body = paragraph("前") + _chunk(_STRICT_R) + paragraph("后")

    assert outline(read(_document(_PAGE, body))) == _TAKEN_IN


def test_a_chunk_may_stand_in_a_cell() -> None:
    body = table(row(cell("甲"), cell(content=_chunk() + paragraph())), row(cell("乙"), cell("1")))

    assert outline(read(_document("丙", body))) == [[["甲", "丙"], ["乙", "1"]]]


def test_what_a_chunk_holds_has_no_place_in_the_document() -> None:
    blocks = read(_document(word(paragraph("甲") + table(row(cell("1"), cell("2")))))).blocks

    assert [block.place.paragraph for block in blocks] == [1, None, None, 2]
    assert [block.place.line for block in read(_document(_PAGE)).blocks] == [None] * 4


@pytest.mark.parametrize(
    "chunk",
    [None, "", b"{\\rtf1 x}", package({"xl/workbook.xml": "<x/>"}), "To: x\r\n" + _ARCHIVED],
)
def test_what_cannot_be_read_in_place_is_left_out(chunk: str | bytes | None) -> None:
    assert paragraphs(read(_document(chunk)))[::2] in (["前"], ["前", "后"])
    assert paragraphs(read(_document(chunk)))[-1] == "后"


def test_a_chunk_without_a_relationship_is_left_out() -> None:
    body = paragraph("前") + "<w:altChunk/>" + paragraph("后")

    assert outline(read(_document(_PAGE, body))) == ["前", "后"]


def test_chunks_in_chunks_are_not_opened() -> None:
    assert outline(read(_document(_document(_PAGE)))) == ["前", "前", "后", "后"]


def test_damage_of_a_chunk_is_said() -> None:
    with pytest.raises(InputProblem) as caught:
        read(_document(b"PK\x03\x04 damaged"))

    assert caught.value.rule == "E904"


def test_chunks_are_limited_in_number() -> None:
    body = _chunk() * (limits.MAX_ARCHIVE_MEMBERS + 1)

    with pytest.raises(InputProblem) as caught:
        read(_document(_PAGE, body))

    assert caught.value.rule == "E906"
