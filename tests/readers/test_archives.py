"""The report among the files of one archive."""

from __future__ import annotations

import io
import zipfile

import pytest

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers import limits, read
from tests.examples import example_report
from tests.product import checked, extracted
from tests.readers.blocks import paragraphs, rows, table
from tests.readers.word import cell, package, paragraph, row, word
from tests.readers.word import table as word_table
from tests.rendering import BY_NAME, STATUTORY, content_of

_TABLE = word_table(row(cell("项目"), cell("件数")), row(cell("规章"), cell("3")))
_WORD = word(paragraph("总体情况") + _TABLE)
_PAGE = "<html><body><p>总体情况</p><table><tr><td>规章<td>4<tr><td>规范性文件<td>5</table>"
_PLAIN = "<html><body><p>附件下载</p></body></html>"


def _read(**members: str | bytes) -> Document:
    return read(package({name.replace("__", "."): data for name, data in members.items()}))


def _problem(data: bytes) -> tuple[str, str | int]:
    with pytest.raises(InputProblem) as caught:
        read(data, "年报.zip")
    return caught.value.rule, caught.value.facts.get("format") or caught.value.facts["limit"]


def test_the_document_in_an_archive_is_read() -> None:
    document = _read(report__docx=_WORD)

    assert document.format == "zip"
    assert paragraphs(document) == ["总体情况"]
    assert rows(table(document)) == [["项目", "件数"], ["规章", "3"]]


def test_places_are_those_in_its_tables_for_its_lines_are_nowhere() -> None:
    found = table(_read(page__html=_PAGE)).rows[1][1].place

    assert (found.line, found.column, found.paragraph) == (None, None, None)
    assert (found.table, found.row, found.cell) == (1, 2, 2)


@pytest.mark.parametrize(
    "members",
    [
        {"index.html": _PLAIN, "年报.docx": _WORD},
        {"a/附件/年报.DOCX": _WORD, "a/page.htm": _PAGE},
        {"b.docx": _WORD, "a.docx": word(paragraph("说明"))},
        {"b.docx": _WORD, "a.docx": b"PK\x03\x04 damaged", "c.docx": "not Word"},
        {"b.docx": _WORD, "a.zip": _WORD, "picture.png": b"\x89PNG\r\n\x1a\n"},
        {"b.docx": _WORD, "__MACOSX/._b.docx": _WORD, "~$b.docx": _WORD, ".c.docx": _WORD},
    ],
)
def test_the_member_with_tables_is_the_report(members: dict[str, str | bytes]) -> None:
    assert rows(table(read(package(members)))) == [["项目", "件数"], ["规章", "3"]]


def test_what_a_browser_saves_beside_a_page_is_no_report() -> None:
    members: dict[str, str | bytes] = {
        "page.html": _PAGE, "page_files/frame.html": _PAGE, "page.files/other.htm": _PAGE
    }  # fmt: skip

    assert rows(table(read(package(members))))[0] == ["规章", "4"]


def test_without_tables_the_only_text_is_read() -> None:
    assert paragraphs(_read(readme__txt="说明", picture__png=b"\x89PNG")) == ["说明"]


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"picture.png": b"\x89PNG\r\n\x1a\n"},
        {"a.docx": b"PK\x03\x04 damaged", "b.html": "<p>&nbsp;"},
        {"a.docx": _WORD, "b.docx": _WORD},
        {"a.txt": "甲", "b.txt": "乙"},
    ],
)
def test_none_or_several_reports_are_said(members: dict[str, str | bytes]) -> None:
    assert _problem(package(members)) == ("E916", "ZIP")


def test_an_archive_in_an_archive_is_not_opened() -> None:
    inner = package({"a.docx": _WORD})

    assert _problem(package({"inner.docx": inner, "inner.html": inner})) == ("E916", "ZIP")


def test_too_many_members_are_refused_before_they_are_read() -> None:
    many: dict[str, str | bytes] = {f"{n}.txt": "x" for n in range(limits.MAX_ARCHIVE_MEMBERS + 1)}
    slow: dict[str, str | bytes] = {f"{n}.pdf": "x" for n in range(limits.MAX_SLOW_MEMBERS + 1)}

    assert _problem(package(many)) == ("E906", "zip-entries")
    assert _problem(package(slow)) == ("E906", "zip-entries")


def test_members_are_not_inflated_beyond_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    data = package({"a.txt": "甲" * 600, "b.txt": "乙" * 600})
    monkeypatch.setattr(limits, "MAX_BYTES", 2000)

    assert _problem(data) == ("E906", "bytes")


def test_a_member_beyond_a_limit_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left out may have been the report."""
    monkeypatch.setattr(limits, "MAX_CELLS", 3)

    assert _problem(package({"a.docx": _WORD, "b.txt": "说明"})) == ("E906", "cells")


def test_names_in_gbk_are_no_obstacle() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("NAME.docx", _WORD)
    data = out.getvalue().replace(b"NAME", "年报".encode("gbk"))

    assert rows(table(read(data)))[1] == ["规章", "3"]


def test_a_whole_report_is_checked_in_its_archive() -> None:
    layout = BY_NAME["html-page"]
    page = layout.render(content_of(example_report()), STATUTORY)
    data = package({"site/page.html": page})

    assert extracted(data, "a.zip") == extracted(page, "a.html")
    assert checked(data, "a.zip").findings == ()
