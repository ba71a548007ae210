"""Whatever the bytes, a document or a problem with the file comes out, and soon."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers import read
from tests.readers.word import cell, document_xml, package, paragraph, row, run, table, word

_PAGE = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>年报</title><style>p{}</style></head>"
    "<body><div class=nav><a href=/>首页</a></div><h1>年报</h1><p>一、<span style='x'>总体</span>"
    "<br>情况</p><pre> 甲\n乙</pre><table><caption>表</caption><thead><tr><th rowspan=2>甲<th>乙"
    "</thead><tr><td colspan=2><p>1</p><table><tr><td>2</table></table><img src=a><!-- x --></body>"
).encode()
_WORD = document_xml(
    paragraph("一、", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>')
    + paragraph(runs=f"<w:del>{run('旧')}</w:del>{run('新', '<w:vanish/>')}<w:r><w:br/></w:r>")
    + table(
        row(cell("甲", '<w:vMerge w:val="restart"/>'), cell("1", '<w:gridSpan w:val="2"/>')),
        row(cell("", "<w:vMerge/>"), cell(content=table(row(cell("2"))) + paragraph())),
    )
)
_MARKDOWN = (
    "---\na: b\n---\n# 年报\n\n**一、** [总体](x)\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n"
    "<table><tr><td>1<td>2</table>\n\n- 甲\n\n```\nx\n```\n甲\n---\n\t1\n\t2\n\n\t总\n\n计\n\t3\n"
).encode()

_TAGS = (
    b"< > </ <table> <td </td> <tr> </table> <p </p> <script> <!-- --> <select> <svg> <math> <br> "
    b"<template> <frameset> <caption> <tfoot> <col> <li> <a </a> <title> <head> <hr <span </span> "
    b"<pre> <plaintext> <img> <w:tbl> </w:tbl> <w:tc> <w:tr> </w:tr> <w:p> <w:r/> <w:t> </w:t>"
)
_OTHERS = (
    b"&#0;", b"&nbsp;", b"'", b"=", b"|", b"---", b"`", b"**", b"[", b"](", b"#", b" rowspan=0>",
    b" hidden>", b" href=x>", b'"', b"\\", b"\0", b"\xff", b"\t", b"\n\n", "，".encode(),
    "\U000f0000".encode(), "\U0010fffd".encode(),
)  # fmt: skip
_PIECES = st.sampled_from([*_TAGS.split(), *_OTHERS])


_REFUSALS = {"E902", "E903", "E904", "E905", "E906", "E910", "E912", "E916"}


@pytest.fixture(autouse=True, scope="module")
def _without_office() -> Iterator[None]:
    """Nothing is converted: that would take seconds for each input."""
    with patch("linter.readers.libreoffice._program", return_value=None):
        yield


def _outcome(data: bytes, name: str = "") -> Document | None:
    """The document, None where the file is said to be unreadable; anything else fails."""
    try:
        return read(data, name)
    except InputProblem as problem:
        if problem.rule not in _REFUSALS:
            raise
        return None


@st.composite
def _mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """``data`` with pieces cut out, doubled and put in."""
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        piece = draw(st.one_of(_PIECES, st.binary(max_size=4), st.just(data[start:end] * 2)))
        data = data[:start] + piece + data[end:]
    return data


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "a.docx", "a.html", "a.md", "a.txt"]))
def test_random_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    _outcome(data, name)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=30).map(b"".join), st.sampled_from(["a.html", "a.md", "a.txt"]))
def test_random_pieces_are_read_or_refused(data: bytes, name: str) -> None:
    _outcome(data, name)


@settings(max_examples=300, deadline=None)
@given(_mutated(_PAGE))
def test_mutated_page_is_read_or_refused(data: bytes) -> None:
    _outcome(data, "a.html")


@settings(max_examples=200, deadline=None)
@given(_mutated(_MARKDOWN))
def test_mutated_markdown_is_read_or_refused(data: bytes) -> None:
    _outcome(data, "a.md")


@settings(max_examples=300, deadline=None)
@given(_mutated(_WORD.encode()))
def test_mutated_word_xml_is_read_or_refused(xml: bytes) -> None:
    _outcome(package({"word/document.xml": xml}))


@settings(max_examples=200, deadline=None)
@given(_mutated(word(paragraph("甲") + table(row(cell("1"), cell("2"))))))
def test_mutated_package_is_read_or_refused(data: bytes) -> None:
    _outcome(data, "a.docx")


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(_PAGE)), st.integers(0, len(_MARKDOWN)))
def test_truncated_files_are_read_or_refused(page: int, markdown: int) -> None:
    _outcome(_PAGE[:page], "a.html")
    _outcome(_MARKDOWN[:markdown], "a.md")


def test_zip_with_names_in_no_encoding_is_read_or_refused() -> None:
    data = bytearray(package({"word/document.xml": _WORD, "媒体": b""}))
    data = data.replace("媒体".encode(), b"\xff\xfe\xff\xfe\xff\xfe")

    assert _outcome(bytes(data)) is None


def test_zip_with_an_extra_field_cut_short_is_read_or_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("word/document.xml")
        info.extra = b"\x01\x00\x04\x00\x00\x00\x00\x00"
        archive.writestr(info, zlib.compress(b""))

    _outcome(out.getvalue())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<b " * 1_000_000, "a.html"),
        (b"<script>" * 500_000, "a.html"),
        (b'<a ="' * 1_000_000, "a.html"),
        (b"<" * 3_000_000, "a.html"),
        (b"<p>" + b"&nbsp;" * 500_000, "a.html"),
        (b" " * 3_000_000 + b"|", "a.txt"),
        (b"|" * 3_000_000, "a.txt"),
        (b"\t" * 3_000_000, "a.txt"),
        (b"1  " * 1_000_000, "a.txt"),
        (b"\t1\n" * 350_000, "a.txt"),
        (b"\t1\n\n" * 190_000, "a.txt"),
        (b"a\n" * 1_000_000, "a.txt"),
        (b"*a " * 500_000, "a.md"),
        (b"**a " * 500_000, "a.md"),
        (b"_a " * 500_000, "a.md"),
        (b"[a](b " * 300_000, "a.md"),
        (b"` `` " * 500_000, "a.md"),
        (b"<!-- " * 500_000, "a.md"),
        (b"- " * 500_000 + b"x", "a.md"),
        (b"> " * 500_000 + b"x", "a.md"),
        (b"# x" + b" #" * 500_000 + b"y", "a.md"),
        (b"<p>x\n\ny\n\n" * 2_000, "a.md"),
        (b"<table>\n\n" * 20_000, "a.md"),
    ],
)
def test_no_input_takes_more_than_linear_time(data: bytes, name: str) -> None:
    started = time.process_time()

    _outcome(data, name)

    assert time.process_time() - started < 5
