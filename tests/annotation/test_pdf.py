"""Highlights with notes in a copy of a PDF file."""

from __future__ import annotations

import ctypes
import datetime
import hashlib
import io
import json
from dataclasses import dataclass
from pathlib import Path

import pypdfium2_raw as raw
import pytest

from linter.annotation import pdf_places, pdf_process
from linter.annotation.copies import annotated
from linter.annotation.pdf import with_highlights
from linter.annotation.pdf_writer import serve
from linter.forms import load_form
from linter.model.document import Document, Paragraph, Table
from linter.model.finding import FileResult, Finding
from linter.model.place import Place
from linter.model.report import Report, Section, Value
from linter.readers import read
from linter.records import replace
from linter.reporting.run import Run
from tests.product import checked, extracted, rules
from tests.readers.pdf_writer import PdfPage, pdf

_CLEAN = Path(__file__).resolve().parents[2] / "examples" / "clean"
_NOW = datetime.datetime(2024, 2, 5, tzinfo=datetime.UTC)
_CELL = "applications.new.natural_person"


@dataclass(frozen=True)
class Noted:
    """An annotation as a program reads it, with what is printed under it."""

    page: int
    kind: int
    covered: tuple[str, ...]
    contents: str
    author: str
    colour: tuple[int, int, int]


def _read_back(data: bytes) -> list[Noted]:
    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    assert document
    found = []
    for number in range(raw.FPDF_GetPageCount(document)):
        page = raw.FPDF_LoadPage(document, number)
        text = raw.FPDFText_LoadPage(page)
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            note = raw.FPDFPage_GetAnnot(page, index)
            kind = raw.FPDFAnnot_GetSubtype(note)
            if kind in (raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_TEXT):
                contents, author = _string(note, b"Contents"), _string(note, b"T")
                covered = _covered(note, text)
                found.append(Noted(number + 1, kind, covered, contents, author, _colour(note)))
            raw.FPDFPage_CloseAnnot(note)
        raw.FPDFText_ClosePage(text)
        raw.FPDF_ClosePage(page)
    raw.FPDF_CloseDocument(document)
    return found


def _string(note: object, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(
        note, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
    )
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _colour(note: object) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFAnnot_GetColor(note, raw.FPDFANNOT_COLORTYPE_Color, *parts)
    red, green, blue, _ = (part.value for part in parts)
    return red, green, blue


def _covered(note: object, text: object) -> tuple[str, ...]:
    """The text under each of the highlighted boxes, without blanks."""
    covered = []
    for index in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
        corners = raw.FS_QUADPOINTSF()
        raw.FPDFAnnot_GetAttachmentPoints(note, index, corners)
        box = (corners.x1, corners.y1, corners.x4, corners.y4)
        size = raw.FPDFText_GetBoundedText(text, *box, None, 0)
        letters = (ctypes.c_ushort * max(size, 1))()
        raw.FPDFText_GetBoundedText(text, *box, letters, size)
        covered.append("".join("".join(map(chr, letters)).replace("\0", "").split()))
    return tuple(covered)


def _highlighted(data: bytes, report: Report, *findings: Finding) -> bytes:
    result = FileResult("a.pdf", "checked", findings, report)
    document = read(data, "a.pdf")
    return with_highlights(data, document, result, Run((result,), rules().rules, "zh"), _NOW)


def _report(values: dict[str, Value], **facts: object) -> Report:
    return replace(Report("2021", 2023, None, None, None, {}, {}, values), **facts)


def _wrong(*cells: str) -> Finding:
    return Finding("A301", "error", cells=cells, culprit=cells)


def _table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


@pytest.mark.parametrize("name", ["2022-qiaopan-town.pdf", "2024-county.pdf"])
def test_every_cell_of_a_printed_report_is_highlighted_where_it_is(name: str) -> None:
    data = (_CLEAN / name).read_bytes()
    result = checked(data, name)
    report = result.report
    assert report is not None
    cells = [cell for cell in load_form(report.edition).cells() if report.value(cell).value]
    result = replace(result, findings=tuple(map(_wrong, cells)))

    made = annotated(data, result, Run((result,), rules().rules, "zh"), "", _NOW)

    assert made is not None
    assert made.startswith(data)
    assert extracted(made, name) == extracted(data, name)
    noted = [note for note in _read_back(made) if note.author == "nianbao"]
    shown = sorted((note.page, note.covered) for note in noted)
    values = [report.value(cell) for cell in cells]
    assert shown == sorted(
        (value.place.page, (value.text or str(value.value),)) for value in values
    )


@pytest.mark.parametrize("page", [
    PdfPage(), PdfPage(90), PdfPage(180), PdfPage(270),
    PdfPage(sideways=True), PdfPage(270, size=(842, 595)),
], ids=["upright", "90", "180", "270", "sideways", "landscape"])  # fmt: skip
def test_cells_are_found_however_the_page_is_turned(page: PdfPage) -> None:
    rows = [["项目", "数量"], ["规章", "11"], ["行政许可", "22"], ["行政处罚", "33"]]
    data = pdf(page.rows([60, 200, 300], 80, rows).text(60, 300, "以上为全部数据。"))
    place = _table(read(data, "a.pdf")).rows[2][1].place

    made = _highlighted(data, _report({_CELL: Value("filled", 22, place=place)}), _wrong(_CELL))

    (note,) = _read_back(made)
    assert note.covered == ("22",)
    assert note.kind == raw.FPDF_ANNOT_HIGHLIGHT


def test_cells_without_rulings_are_found_by_the_text_of_their_row() -> None:
    page = PdfPage().text(60, 60, "二、主动公开政府信息情况")
    for index, row in enumerate(
        [("项目", "制发", "废止"), ("规章", "17", "28"), ("文件", "39", "40")]
    ):
        for x, text in zip((60, 240, 400), row, strict=True):
            page.text(x, 100 + 20 * index, text)
    data = pdf(page)
    place = _table(read(data, "a.pdf")).rows[1][2].place

    made = _highlighted(data, _report({_CELL: Value("filled", 28, place=place)}), _wrong(_CELL))

    assert [note.covered for note in _read_back(made)] == [("28",)]


def test_a_blank_cell_is_highlighted_as_well() -> None:
    rows = [["项目", "甲", "乙"], ["规章", "", "5"], ["文件", "6", "7"]]
    data = pdf(PdfPage().rows([60, 200, 300, 400], 80, rows))
    place = _table(read(data, "a.pdf")).rows[1][1].place

    made = _highlighted(data, _report({_CELL: Value("blank", place=place)}), _wrong(_CELL))

    (note,) = _read_back(made)
    assert (note.kind, note.covered) == (raw.FPDF_ANNOT_HIGHLIGHT, ("",))


def test_notes_at_one_place_are_one_with_the_colour_of_the_gravest() -> None:
    data = pdf(PdfPage().rows([60, 200, 300], 80, [["甲", "乙"], ["丙", "5"]]))
    place = _table(read(data, "a.pdf")).rows[1][1].place
    report = _report({_CELL: Value("filled", 5, place=place)})
    warning = replace(_wrong(_CELL), rule="T218", severity="warning")

    (note,) = _read_back(_highlighted(data, report, warning, _wrong(_CELL)))

    assert "警告 T218" in note.contents
    assert "错误 A301" in note.contents
    assert "依据：" in note.contents
    assert note.colour == (255, 150, 140)
    assert note.author == "nianbao"


def test_prose_is_highlighted_where_the_finding_quotes_it_line_by_line() -> None:
    page = PdfPage().text(60, 60, "一、总体情况")
    page.text(84, 90, "全年主动公开信息三百二十六条，").text(60, 110, "其中工程信息一百一十八条。")
    data = pdf(page)
    quoted = Finding(
        "N611",
        "warning",
        section="overview",
        place=Place(page=1),
        facts={"unit": "条", "sentence": "公开信息三百二十六条，其中工程信息一百一十八条……"},
    )

    (note,) = _read_back(_highlighted(data, _report({}), quoted))

    assert note.covered == ("公开信息三百二十六条，", "其中工程信息一百一十八条")


def test_a_heading_is_highlighted_where_nothing_else_is_known() -> None:
    data = pdf(PdfPage().text(60, 60, "五、存在的主要问题").text(60, 90, "无。"))
    heading = next(one for one in read(data, "a.pdf").blocks if isinstance(one, Paragraph))
    section = Section("problems", heading.text, heading.place, ())
    report = _report({}, sections={"problems": section, "other": None})
    finding = Finding("S101", "warning", section="problems", place=heading.place)

    (note,) = _read_back(_highlighted(data, report, finding))

    assert note.covered == ("五、存在的主要问题",)


def test_the_title_takes_what_is_about_the_whole_report() -> None:
    data = pdf(PdfPage().text(60, 60, "青川县教育局年度报告").text(60, 90, "无。"))
    report = _report(
        {"title": Value("filled", "", place=Place(page=1))}, title="青川县教育局年度报告"
    )

    (note,) = _read_back(_highlighted(data, report, Finding("D401", "error")))

    assert note.covered == ("青川县教育局年度报告",)


def test_what_stands_nowhere_is_a_note_at_the_top_of_its_page() -> None:
    data = pdf(PdfPage().text(60, 60, "甲"), PdfPage().text(60, 60, "乙"))
    finding = Finding("P801", "error", place=Place(page=2), facts={"text": "并不在此处的文字"})
    lost = Finding("P801", "error", place=Place(page=9))

    notes = _read_back(_highlighted(data, _report({}), finding, lost))

    assert [(note.page, note.kind) for note in notes] == [
        (1, raw.FPDF_ANNOT_TEXT),
        (2, raw.FPDF_ANNOT_TEXT),
    ]


def test_annotations_and_everything_else_that_is_there_stay() -> None:
    data = (_CLEAN / "2024-county.pdf").read_bytes()
    report = _report({"title": Value("filled", "", place=Place(page=1))})
    once = _highlighted(data, report, Finding("D401", "error"))

    twice = _highlighted(once, report, Finding("D402", "error"))

    assert twice.startswith(once)
    assert len(_read_back(twice)) == 2


def test_a_row_that_a_page_end_tore_is_highlighted_where_it_begins() -> None:
    xs: list[float] = [60, 200, 300, 400]
    head = [["项目", "甲", "乙"], ["规章", "17", "18"], ["行政", "", ""]]
    tail = [["许可", "29", "30"], ["处罚", "41", "42"]]
    data = pdf(PdfPage().rows(xs, 780, head), PdfPage().rows(xs, 40, tail))
    places = {
        cell.text: cell.place
        for row in _table(read(data, "a.pdf")).rows
        for cell in row
        if cell.text.isdigit()
    }
    assert len(places) == 6
    for text, place in places.items():
        report = _report({_CELL: Value("filled", int(text), place=place)})
        (note,) = _read_back(_highlighted(data, report, _wrong(_CELL)))
        assert note.kind == raw.FPDF_ANNOT_HIGHLIGHT
        assert note.covered == ("" if text in ("29", "30") else text,)


def test_a_page_with_too_many_cells_to_align_is_searched_for_the_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = pdf(PdfPage().rows([60, 200, 300], 80, [["甲", "乙"], ["规章", "5"]]))
    place = _table(read(data, "a.pdf")).rows[1][1].place
    monkeypatch.setattr(pdf_places, "_ALIGNED", 3)
    made = _highlighted(data, _report({_CELL: Value("filled", 5, place=place)}), _wrong(_CELL))
    assert [note.covered for note in _read_back(made)] == [("5",)]


def _locked() -> bytes:
    """A file that anyone may open and that only its owner may change (RC4, revision 2)."""
    pad = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
    owner, rights, number = b"o" * 32, -44, b"i" * 16
    seed = pad + owner + rights.to_bytes(4, "little", signed=True) + number
    key = hashlib.md5(seed, usedforsecurity=False).digest()[:5]
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P {rights}/O<{owner.hex()}>"
    lock += f"/U<{_rc4(key, pad).hex()}>>>/ID[<{number.hex()}><{number.hex()}>]"
    return pdf(PdfPage()).replace(b"trailer<<", b"trailer<<" + lock.encode())


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


@pytest.mark.parametrize("data", [b"%PDF-1.4", _locked()], ids=["broken", "locked"])
def test_a_file_that_takes_no_notes_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="pdf_writer"):
        pdf_process.annotated_pdf(data, [], _NOW)


def test_a_copy_that_takes_too_long_or_wants_the_library_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = pdf(PdfPage().text(60, 60, "甲乙丙丁"))
    assert pdf_process.annotated_pdf(data, [], _NOW).startswith(data)
    monkeypatch.setattr(pdf_process, "SECONDS", 0.001)
    with pytest.raises(ValueError, match="pdf_writer"):
        pdf_process.annotated_pdf(data, [], _NOW)
    monkeypatch.setattr(pdf_process, "_LIBRARY", "no_such_library")
    with pytest.raises(ValueError, match="no_such_library"):
        pdf_process.annotated_pdf(data, [], _NOW)


def test_the_program_answers_with_the_file_or_with_nothing() -> None:
    data = pdf(PdfPage().text(60, 60, "甲乙丙丁"))
    box = [60.0, 700.0, 120.0, 720.0]
    marks = [
        {"page": 0, "known": known, "boxes": [box], "colour": [255, 0, 0], "text": "注"}
        for known in (True, False)
    ]
    asked = json.dumps({"author": "甲", "date": "D:20240205000000Z", "marks": marks}).encode()
    request = len(asked).to_bytes(8, "big") + asked
    answer, nothing = io.BytesIO(), io.BytesIO()

    assert serve(io.BytesIO(request + data), answer)
    assert not serve(io.BytesIO(request + _locked()), nothing)

    assert nothing.getvalue() == b""
    assert [note.contents for note in _read_back(answer.getvalue())] == ["注", "注"]


def test_what_is_no_report_gets_no_copy() -> None:
    data = pdf(PdfPage().text(60, 60, "甲乙丙丁"))
    result = FileResult("a.pdf", "checked", ())
    with pytest.raises(ValueError, match=r"a\.pdf"):
        with_highlights(data, read(data, "a.pdf"), result, Run((result,), {}, "zh"), _NOW)
