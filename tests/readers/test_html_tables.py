"""Tables of web pages: the grid that a browser draws, whatever the mark-up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.problem import InputProblem
from linter.readers import limits
from tests.readers.blocks import grid, outline, page, paragraphs, pictures, rows, table, tables

_PROSE = "2023年，我镇高度重视政务公开工作，安排专人负责政务公开工作，完善各项规章制度。" * 6


def test_spans_take_their_columns_and_rows() -> None:
    found = table(
        page(
            "<table><tr><td rowspan=2>甲</td><td colspan='2'>乙</td></tr>"
            "<tr><td>丙</td><td>丁</td></tr></table>"
        )
    )

    assert grid(found) == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("丙", 1, 1, 1, 1),
        ("丁", 1, 2, 1, 1),
    ]
    assert found.exact


@pytest.mark.parametrize(
    ("attribute", "span"),
    [
        ("rowspan=9", 2),
        ("rowspan=0", 2),
        ("rowspan='2px'", 2),
        ("rowspan=' +2'", 2),
        ("rowspan=99999999999999999999", 2),
        ("rowspan=-1", 1),
        ("rowspan=x", 1),
        ("rowspan", 1),
    ],
)
def test_row_span_is_read_and_cut_as_browsers_do(attribute: str, span: int) -> None:
    found = table(page(f"<table><tr><td {attribute}>甲<td>1<tr><td>2</table>"))

    assert found.rows[0][0].rowspan == span


@pytest.mark.parametrize(
    ("attribute", "span"),
    [("colspan=3", 3), ("colspan=0", 1), ("colspan=99999", limits.MAX_COLUMNS), ("colspan=", 1)],
)
def test_column_span_is_read_and_cut(attribute: str, span: int) -> None:
    found = table(page(f"<table><tr><td {attribute}>甲<tr><td>1<td>2</table>"))

    assert found.rows[0][0].colspan == span


def test_row_span_ends_with_its_group() -> None:
    found = table(
        page(
            "<table><thead><tr><td rowspan=5>甲<td>乙</thead>"
            "<tbody><tr><td>丙<td>丁</tbody></table>"
        )
    )

    assert grid(found) == [
        ("甲", 0, 0, 1, 1),
        ("乙", 0, 1, 1, 1),
        ("丙", 1, 0, 1, 1),
        ("丁", 1, 1, 1, 1),
    ]


def test_spans_that_overlap_are_left_to_overlap() -> None:
    found = table(page("<table><tr><td>甲<td rowspan=2>乙<td>丙<tr><td colspan=2>丁<td>戊</table>"))

    assert [cell[:3] for cell in grid(found)] == [
        ("甲", 0, 0),
        ("乙", 0, 1),
        ("丙", 0, 2),
        ("丁", 1, 0),
        ("戊", 1, 2),
    ]


def test_foot_comes_last_wherever_it_stands() -> None:
    document = page("<table><tfoot><tr><td>总计<td>3</tfoot><tr><td>甲<td>1<tr><td>乙<td>2</table>")

    assert rows(table(document)) == [["甲", "1"], ["乙", "2"], ["总计", "3"]]


def test_cells_rows_and_paragraphs_need_no_end_tags() -> None:
    document = page("<table><tr><td><p>甲<td><p>1<tr><th>乙<td>2<p></table><p>后")

    assert outline(document) == [[["甲", "1"], ["乙", "2"]], "后"]


def test_lines_in_a_cell_stay_apart() -> None:
    document = page("<table><tr><td><p>商业</p><p>企业</p><td>科研<br>机构<td>总 计</table>")

    assert rows(table(document)) == [["商业\n企业", "科研\n机构", "总 计"]]


def test_caption_is_a_paragraph_before_the_table() -> None:
    document = page("前<table><caption>表一</caption><tr><td>甲<td>1</table>")

    assert outline(document) == ["前", "表一", [["甲", "1"]]]


def test_hidden_rows_and_cells_are_not_there() -> None:
    document = page(
        "<table><tr><td>甲<td style='display:none'>否<td>1"
        "<tr style='display:none'><td>否<td>否<tr><td>乙<td>2</table>"
    )

    assert rows(table(document)) == [["甲", "1"], ["乙", "2"]]


def test_cells_know_table_row_number_and_source_place() -> None:
    document = page(
        "\n<table><tr><td>甲<td>1</table>\n<table><tr><td>\n<p>乙</p><td><p> </p>"
        "\n<tr><td>丙<td></td></table>"
    )

    second = tables(document)[1]
    cells = [cell.place for row in second.rows for cell in row]
    assert [(place.table, place.row, place.cell) for place in cells] == [
        (2, 1, 1),
        (2, 1, 2),
        (2, 2, 1),
        (2, 2, 2),
    ]
    assert [(place.line, place.column) for place in cells] == [(4, 4), (4, 13), (5, 9), (5, 14)]
    assert (second.place.line, second.place.column, second.place.table) == (4, 4, 2)


def test_empty_rows_keep_the_numbers_of_the_others() -> None:
    found = table(page("<table><tr></tr><tr><td>甲<td>1</table>"))

    assert grid(found) == [("甲", 1, 0, 1, 1), ("1", 1, 1, 1, 1)]


class TestLayoutTables:
    def test_table_of_one_cell_is_a_frame(self) -> None:
        assert outline(page("<table><tr><td><h2>一、</h2><p>甲</p></table>")) == ["一、", "甲"]

    def test_empty_table_is_nothing(self) -> None:
        assert outline(page("甲<table></table><table><tr></tr></table>")) == ["甲"]

    def test_table_around_tables_is_dissolved_in_reading_order(self) -> None:
        inner = "<table><tr><td>规章<td>0<tr><td>文件<td>1</table>"

        document = page(
            f"<table><tr><td>首页<td><h1>年报</h1>{inner}<p>三、</p>{inner}<tr><td>页脚</table>"
        )

        assert outline(document) == [
            "首页",
            "年报",
            [["规章", "0"], ["文件", "1"]],
            "三、",
            [["规章", "0"], ["文件", "1"]],
            "页脚",
        ]
        assert [found.place.table for found in tables(document)] == [1, 2]

    def test_nested_frames_are_dissolved_together(self) -> None:
        document = page("<table><tr><td>" * 5 + "甲" + "</table>" * 5)

        assert outline(document) == ["甲"]

    def test_table_with_prose_is_dissolved(self) -> None:
        body = f"<table><tr><td>导航<td><p>一、总体情况</p><p>{_PROSE}</p></table>"

        assert paragraphs(page(body)) == ["导航", "一、总体情况", _PROSE]

    def test_column_with_headings_or_prose_is_dissolved(self) -> None:
        assert outline(page("<table><tr><td><h2>一、</h2><tr><td>无。</table>")) == ["一、", "无。"]
        assert outline(page(f"<table><tr><td>{_PROSE}<tr><td>无。</table>")) == [_PROSE, "无。"]

    def test_column_of_labels_stays_a_table(self) -> None:
        assert outline(page("<table><tr><td>甲<tr><td>乙</table>")) == [[["甲"], ["乙"]]]

    def test_data_table_keeps_its_grid_around_a_table_in_a_cell(self) -> None:
        inner = "<table><tr><td>内<td>9</table>"

        document = page(
            f"<table><tr><td>甲<td>1<td>2<tr><td>乙<td>3<td>4{inner}<img src=a alt=图></table>后"
        )

        assert outline(document) == [
            [["甲", "1", "2"], ["乙", "3", "4"]],
            [["内", "9"]],
            "后",
        ]
        assert [picture.alt for picture in pictures(document)] == ["图"]

    def test_frame_in_a_cell_is_the_cells_text(self) -> None:
        framed = "<table><tr><td>总<br>计</table>"

        document = page(f"<table><tr><td>甲<td>{framed}<tr><td>1<td>2</table>")

        assert rows(table(document)) == [["甲", "总\n计"], ["1", "2"]]


class TestLimits:
    @pytest.mark.parametrize(
        ("body", "limit"),
        [
            ("<table><tr>" + "<td>1" * (limits.MAX_COLUMNS + 1), "columns"),
            ("<table><tr>" + "<td colspan=200>1" * 3, "columns"),
            ("<table>" + "<tr><td>1<td>2" * 51, "cells"),
            ("<table><tr><td>" * (limits.MAX_TABLE_DEPTH + 1), "nesting"),
            ("<x>" * limits.MAX_NESTING + "甲", "nesting"),
            ("<div>" * 50_000, "nesting"),
            ("<p>" * 2001, "tags"),
            ("<p>甲" * 101, "blocks"),
            ("<p>" + "甲<br>" * 202, "blocks"),
            ("\n" * limits.MAX_LINES, "lines"),
        ],
    )
    def test_page_beyond_a_limit_is_refused(
        self, body: str, limit: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MAX_BLOCKS", 100)
        if limit != "columns":
            monkeypatch.setattr(limits, "MAX_CELLS", 100)
        if limit == "tags":
            monkeypatch.setattr(limits, "MAX_TAGS", 2000)

        with pytest.raises(InputProblem) as caught:
            page(body)

        assert (caught.value.rule, caught.value.facts["limit"]) == ("E906", limit)

    @pytest.mark.parametrize(
        "body",
        [
            "".join(f"<font color={number}><p>甲" for number in range(10_000)),
            "<b>" * 100_000 + "甲",
            "<a href=x><p>甲" * 5_000,
            "<table>" + "<tr><td rowspan=65534 colspan=9>1" * 28,
            "<p " * 200_000 + ">甲",
            "<!-- " * 200_000 + "-->甲",
        ],
    )
    def test_broken_markup_within_limits_is_read(self, body: str) -> None:
        assert page("甲" + body).blocks


_SPANS = st.integers(1, 3)


@st.composite
def _grids(draw: st.DrawFn) -> tuple[str, list[tuple[str, int, int, int, int]]]:
    """A table whose spans fill a grid without overlap, as source and as cells."""
    height, width = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    taken = [[False] * width for _ in range(height)]
    expected = []
    source = "<table>"
    for row in range(height):
        source += "<tr>"
        for column in range(width):
            if taken[row][column]:
                continue
            rowspan = min(draw(_SPANS), height - row)
            colspan = draw(_SPANS)
            free = 0
            while free < colspan and column + free < width and not taken[row][column + free]:
                free += 1
            for down in range(rowspan):
                for right in range(free):
                    taken[row + down][column + right] = True
            text = f"{row}-{column}"
            expected.append((text, row, column, rowspan, free))
            tag = draw(st.sampled_from(["td", "th"]))
            end = draw(st.sampled_from(["", f"</{tag}>", "\n"]))
            source += f"<{tag} rowspan={rowspan} colspan='{free}'>{text}{end}"
    return source + "</table>", expected


@given(_grids())
def test_any_grid_comes_back_from_its_spans(
    drawn: tuple[str, list[tuple[str, int, int, int, int]]],
) -> None:
    source, expected = drawn
    found = tables(page(source))

    if len(expected) == 1:
        assert not found
    else:
        assert grid(found[0]) == expected


_HEADER = (
    "<tr><td rowspan={rowspan} colspan=2>项目<td colspan=3>申请人情况<tr><td rowspan=2>自然人"
    "<td colspan=2>法人<tr><td>企业<td>其他<tr><td rowspan=2>结果<td>公开<td>1<td>2<td>3"
    "<tr><td>不予公开<td>4<td>5<td>6"
)


@pytest.mark.parametrize("rowspan", [2, 3])
def test_corner_of_a_header_that_ends_too_early_goes_on(rowspan: int) -> None:
    found = grid(table(page(f"<table>{_HEADER.format(rowspan=rowspan)}</table>")))

    assert found[0] == ("项目", 0, 0, 3, 2)
    assert found[4:6] == [("企业", 2, 3, 1, 1), ("其他", 2, 4, 1, 1)]
    assert [cell[2] for cell in found[6:]] == [0, 1, 2, 3, 4, 1, 2, 3, 4]


@pytest.mark.parametrize("row", ["<td>结果<td>1<td>2", "<td>结果<td><td>总计", "<td>结果"])
def test_corner_stays_where_numbers_are_missing(row: str) -> None:
    """A row with a number too few is that, and no part of the header."""
    body = f"<tr><td rowspan=2 colspan=2>项目<td colspan=3>甲<tr><td>乙<td>丙<td>丁<tr>{row}"

    assert grid(table(page(f"<table>{body}</table>")))[5][1:3] == (2, 0)


def test_note_marks_behind_a_number_stay_apart_from_its_digits() -> None:
    found = table(page("<table><tr><td>0<sup>1</sup><td>12<sup><a href='#n'>2</a></sup></table>"))

    assert rows(found) == [["0¹", "12²"]]


def test_numbers_in_fields_of_a_form_are_those_of_its_cells() -> None:
    found = table(
        page(
            "<table><tr><td>项目<td><input value='12' readonly><td><textarea> 3 </textarea>"
            "<td><input type='hidden' value='9'>4<td><input value='请输入'></table>"
        )
    )

    assert rows(found) == [["项目", "12", "3", "4", ""]]
