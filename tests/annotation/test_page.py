"""Marks in a copy of a web page, and a list of the findings above it."""

from __future__ import annotations

import datetime

import pytest

from linter.annotation.copies import annotated
from linter.annotation.notes import Note
from linter.annotation.page import with_marks
from linter.model.finding import FileResult
from linter.model.place import Place
from linter.reporting.run import Run
from tests.examples import example_report
from tests.product import checked, differences, extracted, rules
from tests.rendering import LAYOUTS, Layout, with_cell

_NOW = datetime.datetime(2024, 2, 5, tzinfo=datetime.UTC)


def _annotated(data: bytes, name: str) -> bytes | None:
    result = checked(data, name)
    return annotated(data, result, Run((result,), rules().rules, "zh"), "检查结果", _NOW)


@pytest.mark.parametrize(
    "layout", [layout for layout in LAYOUTS if layout.suffix == ".html"], ids=lambda one: one.name
)
def test_wrong_cell_is_marked_and_the_report_stays_the_same(layout: Layout) -> None:
    report = with_cell(example_report(), "applications.granted.natural_person", 7654)

    made = _annotated(layout.print(report), layout.file_name)

    assert made is not None
    assert differences(report, extracted(made, layout.file_name)) == {}
    page = made.decode("gb18030" if "gbk" in layout.name else "utf-8")
    assert "检查结果" in page
    assert '<a id="nianbao-1"></a><mark' in page
    assert 'href="#nianbao-1"' in page
    assert "处理：把「（一）予以公开 · 自然人」改为 0" in page


def test_notes_about_the_same_text_share_a_mark() -> None:
    page = "<body><p>甲乙</p></body>".encode()
    notes = [Note("一", ("<说明>",), (Place(1, 10),)), Note("二", (), (Place(1, 11),))]

    made = with_marks(page, notes, "检查").decode()

    assert made.count("<mark") == 1
    assert ">甲乙</mark></p>" in made
    assert "&lt;说明&gt;" in made


def test_note_without_a_place_is_listed_only() -> None:
    made = with_marks("<p>甲</p>".encode(), [Note("一", (), (Place(),))], "检查").decode()

    assert "<mark" not in made
    assert "<li><b>一</b></li>" in made


def test_empty_cell_is_marked_too() -> None:
    made = with_marks(b"<td></td>", [Note("\u4e00", (), (Place(1, 5),))], "x").decode()

    assert "&emsp;</mark></td>" in made


@pytest.mark.parametrize("layout", [one for one in LAYOUTS if one.suffix in (".txt", ".md")][:3])
def test_plain_text_takes_no_annotation(layout: Layout) -> None:
    assert _annotated(layout.print(example_report()), layout.file_name) is None


def test_file_that_was_not_checked_takes_none() -> None:
    result = FileResult("a.docx", "unreadable", ())

    assert annotated(b"PK\x03\x04", result, Run((result,), {}, "zh"), "", _NOW) is None
