"""Tables of PDF files whose columns no lines show: the numbers tell rows and columns."""

from __future__ import annotations

import time

import pytest

from linter.model.document import Document, Paragraph, Table
from linter.readers import read
from tests.readers.blocks import paragraphs
from tests.readers.pdf_writer import PdfPage, pdf

COLUMNS = (300.0, 340.0, 380.0)


def _row(page: PdfPage, y: float, numbers: str) -> None:
    for x, number in zip(COLUMNS, numbers.split(), strict=False):
        page.text(x, y, number)


def _tables(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def _read(page: PdfPage) -> list[list[list[str]]]:
    return _tables(read(pdf(page), "report.pdf"))


def test_labels_whose_middle_is_on_the_line_of_their_numbers_are_whole() -> None:
    page = PdfPage()
    for y, lines, numbers in (
        (100, ["本年新收申请"], "1 2 3"),
        (150, ["部分公开，区分处理", "的只计这一情形", "不计其他情形"], "4 5 16"),
        (200, ["上年结转", "申请数量"], "7 8 9"),
        (240, ["本年办结"], "10 11 12"),
    ):
        top = y - 7.5 * (len(lines) - 1)
        for index, line in enumerate(lines):
            page.text(50, top + 15 * index, line)
        _row(page, y, numbers)
    document = read(pdf(page), "report.pdf")

    assert _tables(document) == [
        [
            ["本年新收申请", "1", "2", "3"],
            ["部分公开，区分处理的只计这一情形不计其他情形", "4", "5", "16"],
            ["上年结转申请数量", "7", "8", "9"],
            ["本年办结", "10", "11", "12"],
        ]
    ]
    assert paragraphs(document) == []


def test_labels_whose_first_line_is_that_of_their_numbers_are_whole() -> None:
    page = PdfPage()
    page.text(50, 100, "本年新收").text(50, 115, "申请").text(50, 150, "上年结转")
    page.text(50, 165, "申请数量").text(50, 200, "本年办结").text(50, 215, "数量")
    page.text(50, 250, "另一段文字。")
    for y, numbers in ((100, "1 2 3"), (150, "4 5 6"), (200, "7 8 9")):
        _row(page, y, numbers)
    document = read(pdf(page), "report.pdf")

    assert [row[0] for row in _tables(document)[0]] == [
        "本年新收申请",
        "上年结转申请数量",
        "本年办结数量",
    ]
    assert paragraphs(document) == ["另一段文字。"]


@pytest.mark.parametrize(("share", "edge"), [(0.5, 200.0), (1.0, 280.0)])
def test_labels_may_be_centred_or_stand_to_the_right(share: float, edge: float) -> None:
    page = PdfPage()
    for y, lines, numbers in (
        (100, ["本年新收申请"], "1 2 3"),
        (150, ["部分公开，区分处理", "的只计这", "一情形"], "4 5 16"),
        (200, ["本年办结"], "7 8 9"),
    ):
        for index, line in enumerate(lines):
            x = edge - share * 12 * len(line)
            page.text(x, y + 15 * index - 7.5 * (len(lines) - 1), line)
        _row(page, y, numbers)

    assert _read(page)[0][1] == ["部分公开，区分处理的只计这一情形", "4", "5", "16"]


def test_labels_of_groups_stand_before_the_first_of_their_rows() -> None:
    page = PdfPage()
    for index in range(3):
        page.text(100, 100 + 20 * index, f"{index + 1}.属于国家秘密")
        page.text(100, 160 + 20 * index, f"{index + 1}.没有现成信息")
        _row(page, 100 + 20 * index, "1 2 3")
        _row(page, 160 + 20 * index, "4 5 6")
    page.text(50, 112, "不予", size=11).text(50, 127, "公开", size=11)
    page.text(50, 172, "无法", size=11).text(50, 187, "提供", size=11)
    page.text(50, 220, "总计")
    _row(page, 220, "5 7 9")

    (table,) = _read(page)
    assert [row[:2] for row in table] == [
        ["不予公开", "1.属于国家秘密"],
        ["2.属于国家秘密", "1"],
        ["3.属于国家秘密", "1"],
        ["无法提供", "1.没有现成信息"],
        ["2.没有现成信息", "4"],
        ["3.没有现成信息", "4"],
        ["总计", "5"],
    ]


def test_numbers_set_close_are_columns_where_all_rows_agree() -> None:
    page = PdfPage()
    for index, numbers in enumerate(("119 120 134", "2 13 4", "118 119 133")):
        page.text(50, 100 + 20 * index, "甲乙丙")
        for x, number in zip((200.0, 224.0, 248.0), numbers.split(), strict=True):
            page.text(x, 100 + 20 * index, number)
    assert [row[1:] for row in _read(page)[0]] == [
        ["119", "120", "134"],
        ["2", "13", "4"],
        ["118", "119", "133"],
    ]


def test_such_a_table_is_never_held_to_be_exact() -> None:
    page = PdfPage()
    for index in range(3):
        page.text(50, 100 + 20 * index, "甲乙丙")
        _row(page, 100 + 20 * index, "1 2 3")
    (table,) = read(pdf(page), "report.pdf").blocks
    assert isinstance(table, Table)
    assert not table.exact


def test_labels_that_do_not_come_out_even_are_left_as_they_stand() -> None:
    page = PdfPage()
    page.text(50, 85, "多出").text(50, 100, "本年新收").text(50, 150, "上年").text(50, 178, "结转")
    page.text(50, 200, "本年办结")
    for y, numbers in ((100, "1 2 3"), (160, "4 5 6"), (200, "7 8 9")):
        _row(page, y, numbers)
    document = read(pdf(page), "report.pdf")
    text = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert "多出" in "".join(text)
    assert not any(
        "上年结转" in cell for table in _tables(document) for row in table for cell in row
    )


def test_a_group_and_its_row_that_nearly_touch_are_two_labels() -> None:
    page = PdfPage()
    for index in range(3):
        page.text(100, 100 + 20 * index, f"{index + 1}.属于国家秘密")
        _row(page, 100 + 20 * index, "1 2 3")
    page.text(50, 120, "不予公开")
    assert _read(page)[0][0][:2] == ["不予公开", "1.属于国家秘密"]


def test_lines_across_alone_leave_the_columns_to_the_numbers() -> None:
    page = PdfPage()
    for index in range(4):
        page.line(40, 95 + 20 * index, 420, 95 + 20 * index)
    page.line(40, 95, 40, 155).line(420, 95, 420, 155)
    for index in range(3):
        page.text(50, 100 + 20 * index, "甲乙丙")
        _row(page, 100 + 20 * index, "1 2 3")
    assert _read(page) == [[["甲乙丙", "1", "2", "3"]] * 3]


def test_a_page_full_of_numbers_that_make_no_table_takes_no_long_time() -> None:
    page = PdfPage()
    for index in range(2000):
        y = 20 + 0.4 * index
        page.text(50 + index % 7, y, "甲乙"[: 1 + index % 2], size=0.3)
        for x in (100, 101, 102 + index % 3):
            page.text(x, y, "1", size=0.3)
    start = time.perf_counter()
    read(pdf(page), "report.pdf")
    assert time.perf_counter() - start < 8
