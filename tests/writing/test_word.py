"""The Word file is sound, in the layout of official documents, and the same every time."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from linter.forms import load_form
from linter.writing.blank import blank_report
from tests.examples import example_report
from tests.rendering import Data
from tests.word_structure import W, document, flaws, parts
from tests.writing.written import filled, printed

_ORDER: dict[str, Sequence[str]] = {
    "pPr": ("pStyle", "keepNext", "spacing", "ind", "jc", "outlineLvl"),
    "rPr": ("rStyle", "rFonts", "sz", "szCs", "lang"),
    "tblPr": ("tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar"),
    "tcPr": ("tcW", "gridSpan", "vMerge", "vAlign"),
    "style": ("name", "basedOn", "qFormat", "pPr", "rPr", "tblPr"),
    "sectPr": ("footerReference", "pgSz", "pgMar", "cols"),
    "settings": (
        "defaultTabStop", "evenAndOddHeaders", "characterSpacingControl", "compat",
        "themeFontLang",
    ),
    "font": ("altName", "charset"),
}  # fmt: skip
on_every_form = pytest.mark.parametrize("edition", ["2019", "2021"])


def _report(edition: str = "2021") -> Data:
    return example_report(edition)


@on_every_form
def test_elements_stand_in_the_order_that_the_standard_demands(edition: str) -> None:
    file = filled(_report(edition), "docx")

    for content in parts(file).values():
        for element in etree.fromstring(content).iter():
            order = _ORDER.get(etree.QName(element).localname)
            if order:
                names = [etree.QName(child).localname for child in element]
                assert names == sorted(names, key=order.index)
    assert flaws(file) == []


@on_every_form
def test_every_row_of_a_table_fills_its_grid(edition: str) -> None:
    for table in document(filled(_report(edition), "docx")).iter(f"{W}tbl"):
        widths = [int(str(column.get(f"{W}w"))) for column in table.iter(f"{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            spans = [_span(cell) for cell in row.iter(f"{W}tc")]
            assert sum(spans) == len(widths)
            cells = [int(str(cell.get(f"{W}w"))) for cell in row.iter(f"{W}tcW")]
            assert sum(cells) == sum(widths)


def _span(cell: etree._Element) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else int(str(found.get(f"{W}val")))


def test_page_and_type_are_those_of_official_documents() -> None:
    opened = docx.Document(io.BytesIO(filled(_report(), "docx")))
    (section,) = opened.sections

    def near(length: int | None, other: int) -> bool:
        return length is not None and abs(length - other) < Mm(0.1)

    assert near(section.page_width, Mm(210))
    assert near(section.page_height, Mm(297))
    margins = (
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin,
    )  # fmt: skip
    for margin, millimetres in zip(margins, (37, 35, 28, 26), strict=True):
        assert near(margin, Mm(millimetres))
    assert _type(opened, "Title") == ("方正小标宋简体", Pt(22))
    assert _type(opened, "Heading 1") == ("黑体", Pt(16))
    normal = opened.styles["Normal"].paragraph_format
    assert normal.line_spacing == Pt(28)
    defaults = opened.styles.element.find(f".//{W}docDefaults//{W}rFonts")
    assert defaults.get(qn("w:eastAsia")) == "仿宋_GB2312"


def _type(opened: docx.document.Document, style: str) -> tuple[str, int]:
    font = opened.styles[style].element.find(f".//{W}rFonts").get(qn("w:eastAsia"))
    return font, opened.styles[style].font.size


@on_every_form
def test_tables_are_merged_as_the_form_has_them(edition: str) -> None:
    disclosure, applications, review = docx.Document(
        io.BytesIO(filled(_report(edition), "docx"))
    ).tables

    assert disclosure.cell(0, 0)._tc is disclosure.cell(0, 3)._tc
    assert applications.cell(0, 0)._tc is applications.cell(2, 2)._tc
    assert applications.cell(1, 4).text == "法人或其他组织"
    assert applications.cell(1, 4)._tc is applications.cell(1, 8)._tc
    assert applications.cell(5, 0).text == "三、本年度办理结果"
    last = len(applications.rows) - 2
    assert applications.cell(5, 0)._tc is applications.cell(last, 0)._tc
    assert applications.cell(7, 1)._tc is applications.cell(14, 1)._tc
    assert review.cell(0, 0)._tc is review.cell(0, 4)._tc
    assert review.cell(0, 5)._tc is review.cell(0, 14)._tc


def test_no_table_touches_another_or_ends_the_document() -> None:
    report = _report() | {"signed_on": None, "issuer": "石泉镇"}
    report["sections"] = dict.fromkeys(report["sections"])
    body = document(filled(report, "docx"))[0]

    names = [etree.QName(element).localname for element in body]
    assert "tbl,tbl" not in ",".join(names)
    assert names[-2:] == ["p", "sectPr"]


def test_header_rows_stand_on_every_page() -> None:
    tables = list(document(filled(_report(), "docx")).iter(f"{W}tbl"))

    assert [len(list(table.iter(f"{W}tblHeader"))) for table in tables] == [0, 3, 3]


def test_a_long_title_breaks_before_its_year() -> None:
    form = load_form("2021")
    long = printed(blank_report(form, 2025, "云溪县农业农村和水务局"), "docx")
    short = printed(blank_report(form, 2025, "石泉镇"), "docx")

    titles = [docx.Document(io.BytesIO(file)).paragraphs[0].text for file in (long, short)]
    assert titles == [
        "云溪县农业农村和水务局\n2025年政府信息公开工作年度报告",
        "石泉镇2025年政府信息公开工作年度报告",
    ]


def test_a_second_level_heading_has_its_own_typeface() -> None:
    report = _report()
    report["sections"]["overview"]["text"] = "（一）主动公开。全年平稳。\n没有小标题。\n（二）其他"
    styles = [
        (run.text, run.style.name)
        for paragraph in docx.Document(io.BytesIO(filled(report, "docx"))).paragraphs[3:6]
        for run in paragraph.runs
    ]

    assert styles == [
        ("（一）主动公开。", "Subheading"),
        ("全年平稳。", "Default Paragraph Font"),
        ("没有小标题。", "Default Paragraph Font"),
        ("（二）其他", "Subheading"),
    ]


def test_pages_are_numbered_at_the_outer_edge() -> None:
    found = parts(filled(_report(), "docx"))

    assert b'w:jc w:val="right"' in found["word/footer1.xml"]
    assert b'w:jc w:val="left"' in found["word/footer2.xml"]
    assert b'instr=" PAGE "' in found["word/footer1.xml"]


def test_the_same_data_makes_the_same_file() -> None:
    assert filled(_report(), "docx") == filled(_report(), "docx")
