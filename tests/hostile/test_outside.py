"""Nothing that a file refers to is ever fetched, whatever its format."""

from __future__ import annotations

import socket
from typing import NoReturn

import pytest

from tests.examples import example_report
from tests.product import checked
from tests.readers.pdf_writer import file_of, stream
from tests.readers.word import package, relationships, word
from tests.readers.workbook import workbook
from tests.writing.written import filled

_ADDRESS = "http://192.0.2.1/x"
_ODS_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
_REPORT = filled(example_report(), "html").decode()


def _outside(kind: str) -> str:
    target = relationships(**{kind: _ADDRESS})
    return target.replace("/></Rel", ' TargetMode="External"/></Rel').replace(
        f'Id="{kind}"', 'Id="x"'
    )


def _word_file(kind: str, inside: str) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{main}" xmlns:r="{office}"><w:body>{inside}</w:body></w:document>'
    parts: dict[str, str | bytes] = {"word/document.xml": body}
    return package({**parts, "word/_rels/document.xml.rels": _outside(kind)})


_PAGE = (
    f"<link rel=stylesheet href={_ADDRESS}><base href={_ADDRESS}><script src={_ADDRESS}></script>"
    f"<img src={_ADDRESS}><iframe src={_ADDRESS}></iframe><object data={_ADDRESS}></object>"
    f"<embed src={_ADDRESS}><style>@import url({_ADDRESS})</style>"
)
_CONTENT = (
    f"<office:document-content {_ODS_NAMES}><office:body><office:spreadsheet><table:table>"
    f'<table:table-source xlink:href="{_ADDRESS}" xmlns:xlink="http://www.w3.org/1999/xlink"/>'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)
_MIME = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
_FILES: dict[str, bytes] = {
    "page.html": _REPORT.replace("<body>", f"<body>{_PAGE}", 1).encode(),
    "notes.md": (
        f"# 年度报告\n\n![a]({_ADDRESS})\n<table><tr><td><img src={_ADDRESS}></table>"
    ).encode(),
    "chunk.docx": _word_file("aFChunk", '<w:altChunk r:id="x"/><w:p/>'),
    "template.docx": _word_file("attachedTemplate", "<w:p/>"),
    "field.docx": word(
        f'<w:p><w:fldSimple w:instr=" INCLUDETEXT {_ADDRESS} ">'
        "<w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"
    ),
    "document.docx": package({"_rels/.rels": _outside("officeDocument"), "word/a.xml": "<a/>"}),
    "links.xlsx": workbook("", parts={"xl/_rels/workbook.xml.rels": _outside("worksheet")}),
    "entity.xlsx": workbook(
        "", parts={"xl/s.xml": f'<!DOCTYPE x SYSTEM "{_ADDRESS}"><worksheet>&y;</worksheet>'}
    ),
    "source.ods": package(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": _CONTENT}
    ),
    "page.mht": (
        f"{_MIME}Content-Type: message/external-body; access-type=URL; URL={_ADDRESS}"
        "\r\n\r\n--x\r\n"
        f"Content-Type: text/html\r\nContent-Location: {_ADDRESS}\r\n\r\n{_PAGE}<p>年\r\n--x--"
    ).encode(),
    "page.pdf": file_of(
        [
            f"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI({_ADDRESS})>>>>".encode(),
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            stream(f"<</F<</FS/URL/F({_ADDRESS})>>".encode(), b""),
        ]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", _FILES)
def test_nothing_is_fetched(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **_: object) -> NoReturn:
        raise AssertionError(f"fetched: {arguments}")

    for way in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, way, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    result = checked(_FILES[name], name)

    assert result.findings or result.status == "checked"
