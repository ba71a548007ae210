"""Which cells of a worksheet are a table, and which are running text."""

from __future__ import annotations

from typing import Any

import pytest

from linter.model.problem import InputProblem
from linter.readers import read
from linter.readers.spreadsheet.layout import workbook_document
from linter.readers.spreadsheet.sheet import Sheet, address
from tests.readers.blocks import grid, outline, table, tables
from tests.readers.workbook import rows_written, written


def test_a_row_of_one_cell_is_a_paragraph_and_rows_of_several_are_a_table() -> None:
    document = read(rows_written(["标题"], [], ["项目", "件数"], ["许可", 3], [], ["某某局"]))

    assert outline(document) == ["标题", [["项目", "件数"], ["许可", "3"]], "某某局"]


def test_lines_in_a_cell_of_text_are_paragraphs() -> None:
    assert outline(read(rows_written(["第一段。\n第二段。"]))) == ["第一段。", "第二段。"]


def test_places_name_the_sheet_and_the_cell() -> None:
    document = read(rows_written(["标题"], [], [None, "项目", "件数"], [None, "许可", 3]))
    found = table(document)

    assert (found.place.sheet, found.place.address) == ("报告", "B3")
    last = found.rows[1][1].place
    assert (last.table, last.row, last.cell, last.address) == (1, 2, 2, "C4")
    assert (document.blocks[0].place.sheet, document.blocks[0].place.address) == ("报告", "A1")


def test_empty_cells_inside_a_table_are_cells_of_it() -> None:
    document = read(rows_written(["项目", "甲", "乙"], ["许可", None, 3]))

    assert outline(document) == [[["项目", "甲", "乙"], ["许可", "", "3"]]]


def test_merged_cells_have_spans() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.merge_range("A1:B2", "项目")
        sheet.merge_range("C1:D1", "件数")
        sheet.write_row("C2", ["甲", "乙"])
        sheet.merge_range("A3:B3", "许可")
        sheet.write_row("C3", [1, 2])

    # Column B serves only to make the labels wide: no word begins in it.
    assert grid(table(read(written(draw)))) == [
        ("项目", 0, 0, 2, 1),
        ("件数", 0, 1, 1, 2),
        ("甲", 1, 1, 1, 1),
        ("乙", 1, 2, 1, 1),
        ("许可", 2, 0, 1, 1),
        ("1", 2, 1, 1, 1),
        ("2", 2, 2, 1, 1),
    ]


def test_a_blank_row_parts_tables_and_so_does_a_sheet() -> None:
    def draw(book: Any, sheet: Any) -> None:
        for row in (0, 1, 3, 4):
            sheet.write_row(row, 0, ["甲", row])
        second = book.add_worksheet("第二张")
        second.write_row(0, 0, ["乙", 1])
        second.write_row(1, 0, ["乙", 2])

    found = tables(read(written(draw)))

    assert [(one.place.table, one.place.sheet) for one in found] == [
        (1, "报告"),
        (2, "报告"),
        (3, "第二张"),
    ]


def test_one_row_of_two_cells_is_text() -> None:
    document = read(rows_written(["填报单位：某局", "填报日期：1月5日"]))

    assert outline(document) == ["填报单位：某局", "填报日期：1月5日"]


def test_rows_of_prose_are_text_whatever_stands_beside_them() -> None:
    prose = "认真贯彻落实条例，" * 20

    document = read(rows_written(["一、总体情况", prose], ["五、问题", prose]))

    assert outline(document) == ["一、总体情况", prose, "五、问题", prose]


class TestARowOfOneCellAtATable:
    HEAD = ("信息内容", "制发", "废止", "现行")

    def _outline(self, *rows: tuple[str, ...], wide: tuple[str, ...] = (), boxed: bool) -> Any:
        """The outline of a sheet with ``rows``; ``wide`` cells span all four columns."""

        def draw(book: Any, sheet: Any) -> None:
            lines = book.add_format({"border": 1} if boxed else {})
            plain = book.add_format()
            for index, row in enumerate(rows):
                if row[0].startswith("*"):
                    sheet.write(index, 0, row[0][1:], plain)
                elif row[0] in wide:
                    sheet.merge_range(index, 0, index, 3, row[0], lines)
                else:
                    sheet.write_row(index, 0, row, lines)

        return outline(read(written(draw)))

    @pytest.mark.parametrize("boxed", [True, False])
    def test_title_of_a_part_belongs_to_the_table(self, boxed: bool) -> None:
        rows = (("第一项",), self.HEAD, ("规章", "1", "2", "3"), ("第五项",), ("许可", "4"))

        found = self._outline(*rows, wide=("第一项", "第五项"), boxed=boxed)

        assert [row[0] for row in found[0]] == ["第一项", "信息内容", "规章", "第五项", "许可"]

    @pytest.mark.parametrize("boxed", [True, False])
    def test_numbered_heading_above_or_below_does_not(self, boxed: bool) -> None:
        rows = (("一、甲",), self.HEAD, ("规章", "1", "2", "3"), ("二、乙",), self.HEAD)

        found = self._outline(*rows, wide=("一、甲", "二、乙"), boxed=boxed)

        assert [one for one in found if isinstance(one, str)] == ["一、甲", "二、乙"]

    @pytest.mark.parametrize("boxed", [True, False])
    def test_label_without_figures_is_a_row(self, boxed: bool) -> None:
        rows = (self.HEAD, ("规章", "1", "2", "3"), ("许可",))

        assert self._outline(*rows, boxed=boxed)[0][-1] == ["许可", "", "", ""]

    def test_numbered_label_without_figures_is_a_row_where_lines_are_drawn(self) -> None:
        rows = (self.HEAD, ("一、新收", "1", "2", "3"), ("二、结转",))

        assert self._outline(*rows, boxed=True)[0][-1] == ["二、结转", "", "", ""]

    def test_text_below_is_none(self) -> None:
        note = "以上数据截至年底。"
        rows = (self.HEAD, ("规章", "1", "2", "3"), (note,), ("某某局",))

        found = self._outline(*rows, wide=(note, "某某局"), boxed=False)

        assert found[1:] == [note, "某某局"]

    def test_where_lines_are_drawn_what_has_none_is_text(self) -> None:
        rows = (("*某镇年度报告",), self.HEAD, ("规章", "1", "2", "3"), ("*某某镇政府",))

        found = self._outline(*rows, boxed=True)

        assert (found[0], found[-1]) == ("某镇年度报告", "某某镇政府")


def _headers(boxed: bool, *below: str | None) -> list[Any]:
    def draw(book: Any, sheet: Any) -> None:
        lines = book.add_format({"border": 1} if boxed else {})
        sheet.merge_range("A1:D1", "行政复议", lines)
        sheet.write_row("A2", ["维持", "纠正", "其他", "总计"], lines)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.write_row("A4", below, lines)
        sheet.write_row("A5", [None] * 4, lines)

    return outline(read(written(draw)))


def test_row_of_empty_boxes_below_headers_is_their_row() -> None:
    titles = [["行政复议"], ["维持", "纠正", "其他", "总计"]]

    assert _headers(True, None, None, None, None) == [[*titles, ["", "", "", ""]]]
    assert _headers(False, None, None, None, None) == [titles]


def test_row_of_empty_boxes_below_figures_is_none() -> None:
    assert _headers(True, "1", "2", "3", "6")[0][-1] == ["1", "2", "3", "6"]


class TestWhatIsHidden:
    def test_hidden_rows_and_columns_are_annotated_and_not_read(self) -> None:
        def draw(_: Any, sheet: Any) -> None:
            for row in range(4):
                sheet.write_row(row, 0, [f"甲{row}", f"乙{row}", row])
            sheet.set_row(1, None, None, {"hidden": True})
            sheet.set_column(1, 1, None, None, {"hidden": True})

        document = read(written(draw))

        assert outline(document) == [[["甲0", "0"], ["甲2", "2"], ["甲3", "3"]]]
        (mark,) = document.annotations
        assert (mark.kind, mark.text) == ("hidden", "乙0 甲1 乙1 1 乙2 乙3")
        assert (mark.place.sheet, mark.place.address) == ("报告", "B1")

    def test_merged_cell_that_is_partly_hidden_begins_where_it_is_shown(self) -> None:
        def draw(_: Any, sheet: Any) -> None:
            sheet.merge_range("A1:B3", "项目")
            for row in range(3):
                sheet.write(row, 2, row)
                sheet.write(row, 3, row)
            sheet.set_row(0, None, None, {"hidden": True})
            sheet.set_column(0, 0, None, None, {"hidden": True})

        assert grid(table(read(written(draw)))) == [
            ("项目", 0, 0, 2, 1),
            ("1", 0, 1, 1, 1),
            ("1", 0, 2, 1, 1),
            ("2", 1, 1, 1, 1),
            ("2", 1, 2, 1, 1),
        ]

    def test_hidden_sheet_is_annotated_and_long_text_cut(self) -> None:
        def draw(book: Any, sheet: Any) -> None:
            sheet.write(0, 0, "正文")
            other = book.add_worksheet("底稿")
            other.write(0, 0, "秘" * 300)
            other.hide()

        document = read(written(draw))

        assert outline(document) == ["正文"]
        (mark,) = document.annotations
        assert (mark.text, mark.place.sheet) == ("秘" * 200 + "……", "底稿")

    def test_hidden_row_between_two_rows_parts_no_table(self) -> None:
        def draw(_: Any, sheet: Any) -> None:
            for row in (0, 1, 3, 4):
                sheet.write_row(row, 0, ["甲", row])
            sheet.set_row(2, None, None, {"hidden": True})

        assert len(tables(read(written(draw)))) == 1


def test_ranges_that_overlap_or_lie_outside_do_no_harm() -> None:
    sheet = Sheet("报告")
    for row in range(3):
        for column in range(3):
            sheet.put(row, column, f"{row}{column}")
    sheet.merge(0, 0, 1, 1)
    sheet.merge(1, 1, 2, 2)
    sheet.merge(8, 8, 9, 9)
    sheet.merge(2, 2, 2, 2)

    assert outline(workbook_document("xlsx", [sheet])) == [
        [["00", "02"], ["12"], ["20", "21", "22"]]
    ]


def test_range_over_the_whole_sheet_reaches_no_farther_than_its_words() -> None:
    sheet = Sheet("报告")
    sheet.put(0, 0, "标题")
    sheet.merge(0, 0, 1_048_575, 16_383)

    assert outline(workbook_document("xlsx", [sheet])) == ["标题"]


@pytest.mark.parametrize("farthest", [(1_048_575, 16_383), (40_000, 3)])
def test_range_of_too_many_cells_is_refused(farthest: tuple[int, int]) -> None:
    sheet = Sheet("报告")
    sheet.put(0, 0, "标题")
    sheet.put(*farthest, "远")
    sheet.merge(0, 0, *farthest)

    with pytest.raises(InputProblem) as caught:
        workbook_document("xlsx", [sheet])

    assert (caught.value.rule, caught.value.facts["limit"]) == ("E906", "cells")


def test_table_of_too_many_columns_is_refused() -> None:
    sheet = Sheet("报告")
    for column in range(300):
        sheet.put(0, column, "甲")

    with pytest.raises(InputProblem) as caught:
        workbook_document("xlsx", [sheet])

    assert caught.value.facts["limit"] == "columns"


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (6, 25, "Z7"), (0, 26, "AA1"), (9, 16_383, "XFD10")]
)
def test_address_is_that_of_the_program(row: int, column: int, name: str) -> None:
    assert address(row, column) == name
