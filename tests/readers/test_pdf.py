"""PDF files with text: paragraphs, ruled tables, pages and what stands around them."""

from __future__ import annotations

import importlib.util

import pytest

from linter.model.document import Document, Paragraph, Picture, Table
from linter.model.problem import InputProblem
from linter.readers import read
from tests.readers.blocks import paragraphs
from tests.readers.pdf_writer import PdfPage, enlarged, pdf

XS = [50.0, 150.0, 250.0, 350.0]
ROWS = [["甲", "乙12", "丙"], ["1", "", "3.5"]]


def _document(*pages: PdfPage) -> Document:
    return read(pdf(*pages), "report.pdf")


def _tables(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def _spans(document: Document) -> list[tuple[str, int, int, int, int]]:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return [
        (cell.text, cell.row, cell.column, cell.rowspan, cell.colspan)
        for row in table.rows
        for cell in row
    ]


def _problem(data: bytes) -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        read(data, "report.pdf")
    return caught.value


def test_text_and_tables_come_in_the_order_of_the_page() -> None:
    page = PdfPage().text(50, 300, "五、问题").rows(XS, 100, ROWS).text(50, 50, "一、总体情况")
    document = _document(page)

    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]
    assert paragraphs(document) == ["一、总体情况", "五、问题"]
    assert _tables(document) == [ROWS]


def test_a_place_is_a_page_and_in_a_table_the_row_and_the_cell() -> None:
    document = _document(PdfPage().text(50, 50, "前言"), PdfPage().rows(XS, 100, ROWS))
    table = document.blocks[-1]
    assert isinstance(table, Table)
    place = table.rows[1][2].place

    assert document.format == "pdf"
    assert document.blocks[0].place.page == 1
    assert (place.page, place.table, place.row, place.cell, place.line) == (2, 1, 2, 3, None)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_turned_for_show_is_read_upright(rotate: int) -> None:
    page = PdfPage(rotate).text(50, 50, "一、总体情况").rows(XS, 100, ROWS)
    assert (paragraphs(_document(page)), _tables(_document(page))) == (["一、总体情况"], [ROWS])


def test_a_table_drawn_sideways_is_read_upright() -> None:
    page = PdfPage(sideways=True).text(50, 50, "一、总体情况").rows(XS, 100, ROWS)
    assert (paragraphs(_document(page)), _tables(_document(page))) == (["一、总体情况"], [ROWS])


def test_missing_lines_make_merged_cells() -> None:
    page = PdfPage()
    for y, start in ((100, 50), (120, 150), (140, 50), (160, 50)):
        page.line(start, y, 350, y)
    for x, end in ((50, 160), (150, 160), (250, 140), (350, 160)):
        page.line(x, 100, x, end)
    page.text(60, 110, "合并").text(160, 104, "A").text(260, 104, "B").text(160, 144, "宽")

    assert _spans(_document(page)) == [
        ("合并", 0, 0, 2, 1), ("A", 0, 1, 1, 1), ("B", 0, 2, 1, 1),
        ("", 1, 1, 1, 1), ("", 1, 2, 1, 1),
        ("", 2, 0, 1, 1), ("宽", 2, 1, 1, 2),
    ]  # fmt: skip


def test_cells_drawn_as_boxes_of_their_own_make_one_table() -> None:
    page = PdfPage()
    for row in range(2):
        for column in range(3):
            x, y = 50 + 100 * column, 100 + 20 * row
            page.grid([x + 1, x + 99], [y + 1, y + 19])
            page.text(x + 5, y + 4, ROWS[row][column] or "0")

    assert _tables(_document(page)) == [[["甲", "乙12", "丙"], ["1", "0", "3.5"]]]


def test_thin_filled_rectangles_are_lines() -> None:
    page = PdfPage()
    for y in (100, 120, 140):
        page.bar(50, y, 250.5, y + 0.5)
    for x in (50, 150, 250):
        page.bar(x, 100, x + 0.5, 140)
    page.text(55, 104, "甲").text(155, 104, "乙").text(55, 124, "1").text(155, 124, "2")

    assert _tables(_document(page)) == [[["甲", "乙"], ["1", "2"]]]


def test_several_tables_of_a_page_stay_apart() -> None:
    page = (
        PdfPage().rows(XS, 100, ROWS).rows(XS, 200, ROWS).rows([400, 450, 500], 100, [["a", "b"]])
    )
    assert sorted(map(len, _tables(_document(page)))) == [1, 2, 2]


def test_a_frame_around_text_is_no_table() -> None:
    page = PdfPage().grid([40, 550], [40, 300]).text(50, 50, "一、总体情况").rows(XS, 100, ROWS)
    document = _document(page)
    assert (paragraphs(document), _tables(document)) == (["一、总体情况"], [ROWS])


def test_underlines_are_no_table() -> None:
    page = PdfPage().text(50, 50, "标题").line(50, 66, 400, 66).line(50, 70, 400, 70)
    assert paragraphs(_document(page)) == ["标题"]


def test_text_broken_over_lines_of_a_cell_is_one_text() -> None:
    page = PdfPage().grid([50, 150, 250], [100, 150])
    page.text(55, 104, "三、本年度").text(55, 120, "办理结果").text(155, 104, "123").text(
        155, 120, "45"
    )
    assert _tables(_document(page)) == [[["三、本年度办理结果", "12345"]]]


class TestTablesOverPages:
    def test_go_on_at_the_head_of_the_next_page(self) -> None:
        document = _document(
            PdfPage().rows(XS, 700, ROWS), PdfPage().rows(XS, 50, [["乙", "2", "3"]])
        )
        assert _tables(document) == [[*ROWS, ["乙", "2", "3"]]]
        table = document.blocks[0]
        assert isinstance(table, Table)
        assert [row[0].place.page for row in table.rows] == [1, 1, 2]

    def test_repeat_their_head_without_it_being_read_twice(self) -> None:
        again = [ROWS[0], ["乙", "2", "3"]]
        document = _document(PdfPage().rows(XS, 700, ROWS), PdfPage().rows(XS, 50, again))
        assert _tables(document) == [[*ROWS, ["乙", "2", "3"]]]

    def test_end_where_text_stands_between(self) -> None:
        page = PdfPage().text(50, 50, "三、申请情况").rows(XS, 80, [["乙", "2", "3"]])
        assert len(_tables(_document(PdfPage().rows(XS, 700, ROWS), page))) == 2

    def test_end_where_the_next_has_other_columns(self) -> None:
        other = PdfPage().rows([50, 200, 350], 50, [["乙", "2"]])
        assert len(_tables(_document(PdfPage().rows(XS, 700, ROWS), other))) == 2

    def test_join_a_label_that_the_page_cut(self) -> None:
        second = PdfPage()
        for x in (50, 100, 200, 250):
            second.line(x, 50, x, 90)
        for y, start in ((50, 50), (70, 100), (90, 50)):
            second.line(start, y, 250, y)
        second.text(52, 54, "公开").text(102, 54, "3.危及").text(202, 54, "3")
        second.text(102, 74, "4.保护").text(202, 74, "4")
        first = _merged_label(["（三）不予"], [["1.秘密", "1"], ["2.禁止", "2"]])

        assert [cell for cell in _spans(_document(first, second)) if cell[2] == 0] == [
            ("（三）不予公开", 0, 0, 4, 1)
        ]

    def test_join_a_row_that_the_page_cut(self) -> None:
        xs = [50.0, 200.0, 250.0, 300.0]
        first = PdfPage().rows(xs, 720, [["甲", "1", "2"], ["1.信访举报投诉类申", "5", "6"]])
        second = PdfPage().rows(xs, 50, [["请", "", ""], ["2.重复申请", "7", "8"]])
        assert _tables(_document(first, second)) == [
            [["甲", "1", "2"], ["1.信访举报投诉类申请", "5", "6"], ["2.重复申请", "7", "8"]]
        ]

    def test_take_back_the_text_that_the_page_cut_off_a_cell(self) -> None:
        first = PdfPage().rows(XS, 740, [["甲", "1", "2"], ["本年度办", "", "5"]])
        first.text(53, 785, "理结果")
        second = PdfPage().rows(XS, 50, [["乙", "7", "8"]])
        document = _document(first, second)
        assert paragraphs(document) == []
        assert _tables(document)[0][1] == ["本年度办理结果", "", "5"]

    def test_leave_a_note_below_the_last_table_alone(self) -> None:
        first = PdfPage().rows(XS, 740, ROWS).text(53, 785, "注：本表单位为件，数字以年末为准")
        document = _document(first, PdfPage().rows(XS, 50, [["乙", "7", "8"]]))
        assert len(_tables(document)) == 2
        assert len(paragraphs(document)) == 1

    def test_close_the_gap_that_a_row_moved_to_the_next_page_left(self) -> None:
        first = PdfPage().text(52, 704, "项目").text(152, 704, "申请人").text(252, 704, "总计")
        first.line(50, 700, 350, 700).line(50, 780, 350, 780).line(150, 720, 250, 720)
        for x in (50, 150, 250, 350):
            first.line(x, 700, x, 780)
        second = PdfPage().grid([50, 150, 250, 350], [50, 70, 90])
        second.text(152, 54, "企业").text(52, 74, "新收").text(152, 74, "3").text(252, 74, "4")
        assert _spans(_document(first, second)) == [
            ("项目", 0, 0, 2, 1), ("申请人", 0, 1, 1, 1), ("总计", 0, 2, 2, 1),
            ("企业", 1, 1, 1, 1),
            ("新收", 2, 0, 1, 1), ("3", 2, 1, 1, 1), ("4", 2, 2, 1, 1),
        ]  # fmt: skip

    def test_begin_anew_with_a_label_of_its_own_number(self) -> None:
        first = _merged_label(["（三）不予"], [["1.秘密", "1"], ["2.禁止", "2"]])
        second = _merged_label(["（四）无法"], [["1.没有", "3"], ["2.不掌握", "4"]])
        labels = [cell[0] for cell in _spans(_document(first, second)) if cell[2] == 0]
        assert labels == ["（三）不予", "（四）无法"]

    def test_keep_a_row_of_blanks_apart_from_the_next_label(self) -> None:
        first = PdfPage().rows(XS, 720, [["甲", "1", "2"], ["3.其他", "", ""]])
        second = PdfPage().rows(XS, 50, [["（七）总计", "7", "8"]])
        assert len(_tables(_document(first, second))[0]) == 3


def _merged_label(label: list[str], rows: list[list[str]]) -> PdfPage:
    page = PdfPage()
    for x in (50, 100, 200, 250):
        page.line(x, 700, x, 740)
    for y, start in ((700, 50), (720, 100), (740, 50)):
        page.line(start, y, 250, y)
    for index, row in enumerate(rows):
        page.text(102, 704 + 20 * index, row[0]).text(202, 704 + 20 * index, row[1])
    return page.text(52, 704, label[0], size=9)


class TestParagraphs:
    FULL = "本年度我镇认真贯彻落实政府信息公开条例各项工作有序开展并取得成效"

    def test_a_filled_line_goes_on_below(self) -> None:
        page = PdfPage().text(74, 50, self.FULL[:28]).text(50, 70, self.FULL[28:] + "。")
        page.text(74, 90, "第二段从缩进处开始。")
        assert paragraphs(_document(page)) == [self.FULL + "。", "第二段从缩进处开始。"]

    def test_a_short_line_ends_its_paragraph(self) -> None:
        page = PdfPage().text(50, 50, self.FULL[:30]).text(50, 70, "短").text(50, 90, "另一段")
        assert paragraphs(_document(page))[-1] == "另一段"

    def test_a_paragraph_goes_on_over_the_page(self) -> None:
        first = PdfPage().text(74, 700, self.FULL[:28])
        document = _document(first, PdfPage().text(50, 130, self.FULL[28:]))
        assert paragraphs(document) == [self.FULL]

    def test_a_larger_heading_stands_for_itself(self) -> None:
        page = PdfPage().text(50, 50, self.FULL[:22], size=18).text(50, 75, self.FULL)
        assert len(paragraphs(_document(page))) == 2

    def test_text_printed_twice_to_look_bold_is_read_once(self) -> None:
        page = PdfPage().text(50, 50, "一、总体情况").text(50.3, 50, "一、总体情况")
        assert paragraphs(_document(page)) == ["一、总体情况"]

    def test_spread_words_are_parted_and_numbers_are_not(self) -> None:
        page = PdfPage().text(50, 50, "收到 12 件 3,456")
        assert paragraphs(_document(page)) == ["收到 12 件 3,456"]

    def test_text_printed_many_times_to_look_bold_is_read_once(self) -> None:
        page = PdfPage()
        for shift in (0, 0.3, 0.6, 0.9):
            page.text(50 + shift, 50, "共33件").text(200 + shift, 50, "11 119")
        assert paragraphs(_document(page)) == ["共33件 11 119"]

    def test_digits_set_apart_throughout_are_one_number(self) -> None:
        page = PdfPage().grid([50, 150, 250], [100, 120, 140, 160])
        for row, numbers in enumerate((("119", "27"), ("755", "33"), ("12.5", "10"))):
            for column, number in enumerate(numbers):
                for index, digit in enumerate(number):
                    page.text(53 + 100 * column + 9 * index, 104 + 20 * row, digit)
        page.text(53, 300, "共").text(68, 300, "8").text(77, 300, "6").text(86, 300, "件")
        document = _document(page)
        assert _tables(document) == [[["119", "27"], ["755", "33"], ["12.5", "10"]]]
        assert paragraphs(document) == ["共86件"]

    def test_numbers_with_a_space_in_them_keep_it(self) -> None:
        page = PdfPage().rows(XS, 100, [["甲", "1 234", "56"], ["78", "90", "12"]])
        assert _tables(_document(page))[0][0] == ["甲", "1 234", "56"]


class TestWhatIsNoPartOfTheText:
    def test_a_watermark_across_a_table_is_left_out(self) -> None:
        page = PdfPage().rows(XS, 100, ROWS).text(50, 50, "一、总体情况")
        page.slanting(60, 160, "内部资料")
        document = _document(page)
        assert (paragraphs(document), _tables(document)) == (["一、总体情况"], [ROWS])

    def test_text_that_nobody_sees_is_left_out_beside_text(self) -> None:
        page = PdfPage().rows(XS, 100, ROWS).text(50, 50, "一、总体情况")
        page.text(53, 125, "99", mode=3).text(60, 50, "隐藏", mode=3)
        document = _document(page)
        assert (paragraphs(document), _tables(document)) == (["一、总体情况"], [ROWS])

    def test_a_page_written_slanting_throughout_is_read(self) -> None:
        assert paragraphs(_document(PdfPage().slanting(60, 400, "一", size=12))) == ["一"]


@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_text_said_to_stand_for_other_text_keeps_its_place(scale: float) -> None:
    page = PdfPage().rows([60, 160, 260, 360], 100, [["甲", "", "丙"], ["1", "", "3.5"]])
    page.drawing(
        "BT /F2 12 Tf 1 0 0 1 163 727 Tm /Span<</ActualText<FEFF0042>>>BDC (A) Tj EMC ET "
        "BT /F2 12 Tf 1 0 0 1 163 707 Tm (12) Tj ET"
    )
    assert _tables(read(enlarged(page, scale), "report.pdf")) == [
        [["甲", "B", "丙"], ["1", "12", "3.5"]]
    ]


def test_dotted_lines_are_lines() -> None:
    page = PdfPage()
    for y in (100, 120, 140):
        page.dots(50, y, 250, y)
    for x in (50, 150, 250):
        page.dots(x, 100, x, 140)
    page.text(55, 104, "甲").text(155, 104, "乙").text(55, 124, "1").text(155, 124, "2")
    assert _tables(_document(page)) == [[["甲", "乙"], ["1", "2"]]]


def test_a_cell_as_high_as_the_page_has_its_side_though_nothing_meets_it() -> None:
    first = PdfPage().rows([50, 100, 200, 250], 700, [["三、", "1.秘密", "1"]])
    second = PdfPage().line(50, 50, 50, 90)
    second.rows([100, 200, 250], 50, [["2.禁止", "2"], ["3.危及", "3"]])
    assert _tables(_document(first, second)) == [
        [["三、", "1.秘密", "1"], ["2.禁止", "2"], ["3.危及", "3"]]
    ]


def test_headers_footers_and_page_numbers_are_no_part_of_the_text() -> None:
    pages = [
        PdfPage().text(50, 20, "某镇文件").text(50, 100 + n, f"正文{n}").text(280, 810, f"— {n} —")
        for n in (1, 2, 3)
    ]
    document = _document(*pages)
    texts = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert [one.text for one in texts if not one.chrome] == ["正文1", "正文2", "正文3"]
    assert len([one for one in texts if one.chrome]) == 6


def test_columns_without_lines_are_a_table_of_uncertain_columns() -> None:
    page = PdfPage()
    for index, row in enumerate(
        (["项目", "本年", "上年"], ["申请", "12", "3"], ["办结", "9", "4"])
    ):
        for x, text in zip((50, 200, 350), row, strict=True):
            page.text(x, 100 + 20 * index, text)
    document = _document(page)
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert (table.exact, _tables(document)[0][1]) == (False, ["申请", "12", "3"])


def test_a_table_with_open_sides_has_its_outer_columns() -> None:
    page = PdfPage()
    for y in (100, 120, 140):
        page.line(50, y, 350, y)
    for x in (150, 250):
        page.line(x, 100, x, 140)
    for index, row in enumerate(ROWS):
        for x, text in zip((60, 160, 260), row, strict=True):
            page.text(x, 104 + 20 * index, text)
    assert _tables(_document(page)) == [ROWS]


def test_a_table_wider_than_its_page_loses_nothing() -> None:
    page = PdfPage().rows([50, 300, 594], 100, [["甲", "1"]]).text(610, 104, "23")
    assert _tables(_document(page)) == [[["甲", "1 23"]]]


def test_points_stay_on_their_line() -> None:
    page = PdfPage().text(50, 300, "1.5、2。").text(50, 320, "—3—")
    assert paragraphs(_document(page))[0].startswith("1.5、2。")


def test_words_of_letters_are_parted_where_lines_break() -> None:
    page = PdfPage().grid([50, 150, 250], [100, 150]).text(55, 104, "open").text(55, 120, "data")
    assert _tables(_document(page))[0][0][0] == "open data"


class TestWhatCannotBeRead:
    @pytest.fixture(autouse=True)
    def _without_ocr(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("linter.readers.ocr.document.is_installed", lambda: False)

    def test_a_scan_is_said_to_be_one(self) -> None:
        data = pdf(PdfPage().picture(0, 0, 595, 842), PdfPage().picture(0, 0, 595, 842))
        problem = _problem(data)
        assert (problem.rule, problem.facts) == ("E910", {"pages": 2})

    def test_text_laid_invisibly_over_a_scan_is_not_trusted(self) -> None:
        page = PdfPage().picture(0, 0, 595, 842).text(50, 50, "一、总体情况" * 9, mode=3)
        assert _problem(pdf(page)).rule == "E910"

    def test_a_picture_beside_text_is_a_picture(self) -> None:
        document = _document(PdfPage().text(50, 50, "一、总体情况").picture(50, 100, 300, 300))
        assert [type(block) for block in document.blocks] == [Paragraph, Picture]

    def test_an_empty_page_is_an_empty_file(self) -> None:
        assert _problem(pdf(PdfPage())).rule == "E902"

    def test_the_missing_extra_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("linter.readers.pdf.process._workers", {})
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
        problem = _problem(pdf(PdfPage().text(50, 50, "甲")))
        assert (problem.rule, problem.facts) == ("E911", {"format": "PDF", "extra": "nianbao[pdf]"})
