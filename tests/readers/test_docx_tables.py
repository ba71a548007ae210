"""Tables of Word documents: cells with their spans, whatever changes were tracked."""

from __future__ import annotations

import io

import docx
import pytest

from linter.model.problem import InputProblem
from linter.readers import limits, read
from tests.readers import word
from tests.readers.blocks import grid, outline, rows, tables
from tests.readers.blocks import table as only_table
from tests.readers.word import cell, paragraph, row, table

_RESTART = '<w:vMerge w:val="restart"/>'
_CONTINUE = "<w:vMerge/>"


def _grid(body: str) -> list[tuple[str, int, int, int, int]]:
    return grid(only_table(read(word.word(body))))


def test_merged_cells_are_one_cell_with_spans() -> None:
    body = table(
        row(cell("甲", _RESTART), cell("乙", '<w:gridSpan w:val="2"/>')),
        row(cell("", _CONTINUE), cell("丙"), cell("丁")),
        row(cell("戊", _RESTART), cell("己"), cell("庚")),
        row(cell("", '<w:vMerge w:val="continue"/>'), cell("辛"), cell("壬")),
    )

    assert _grid(body) == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("丙", 1, 1, 1, 1),
        ("丁", 1, 2, 1, 1),
        ("戊", 2, 0, 2, 1),
        ("己", 2, 1, 1, 1),
        ("庚", 2, 2, 1, 1),
        ("辛", 3, 1, 1, 1),
        ("壬", 3, 2, 1, 1),
    ]


def test_cell_that_continues_nothing_is_a_cell() -> None:
    body = table(row(cell("甲"), cell("乙")), row(cell("丙", _CONTINUE), cell("丁")))

    assert rows(only_table(read(word.word(body)))) == [["甲", "乙"], ["丙", "丁"]]


def test_merge_ends_with_the_row_in_which_it_is_not_continued() -> None:
    body = table(
        row(cell("甲", _RESTART), cell("1")),
        row(cell("乙"), cell("2")),
        row(cell("丙", _CONTINUE), cell("3")),
    )

    assert [entry[0] for entry in _grid(body)] == ["甲", "1", "乙", "2", "丙", "3"]


def test_columns_before_a_row_are_left_empty() -> None:
    before = '<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>'

    assert _grid(table(row(cell("甲"), cell("乙"), properties=before), row(cell("丙")))) == [
        ("甲", 0, 2, 1, 1),
        ("乙", 0, 3, 1, 1),
        ("丙", 1, 0, 1, 1),
    ]


def test_deleted_rows_and_cells_are_gone() -> None:
    body = table(
        row(cell("甲", _RESTART), cell("1")),
        row(cell("", _CONTINUE), cell("否"), properties="<w:del/>"),
        row(cell("", _CONTINUE), cell("2"), properties="<w:ins/>"),
        row(cell("乙"), cell("否", "<w:cellDel/>"), cell("3")),
    )

    assert _grid(body) == [
        ("甲", 0, 0, 2, 1),
        ("1", 0, 1, 1, 1),
        ("2", 1, 1, 1, 1),
        ("乙", 2, 0, 1, 1),
        ("3", 2, 1, 1, 1),
    ]


def test_lines_of_a_cell_stay_apart() -> None:
    two = (
        paragraph("商业")
        + paragraph()
        + paragraph(runs="<w:r><w:t>企</w:t><w:br/><w:t>业</w:t></w:r>")
    )

    assert rows(only_table(read(word.word(table(row(cell(content=two), cell("1"))))))) == [
        ["商业\n企\n业", "1"]
    ]


def test_rows_and_cells_may_stand_in_content_controls() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(table(control.format(row(cell("甲"), control.format(cell("1"))))))

    assert outline(read(word.word(body))) == [[["甲", "1"]]]


def test_cells_know_table_row_and_number() -> None:
    small = table(row(cell("甲"), cell("1")))

    second = tables(read(word.word(small + paragraph("间") + small)))[1]

    place = second.rows[0][1].place
    assert (place.table, place.row, place.cell, place.line) == (2, 1, 2, None)


def test_layout_table_is_dissolved() -> None:
    inner = table(row(cell("规章"), cell("0")), row(cell("文件"), cell("1")))
    body = table(row(cell(content=paragraph("一、") + inner + paragraph("二、"))))

    assert outline(read(word.word(body))) == ["一、", [["规章", "0"], ["文件", "1"]], "二、"]


def test_tables_of_python_docx_are_read() -> None:
    document = docx.Document()
    made = document.add_table(3, 3)
    for number, made_cell in enumerate(made._cells):
        made_cell.text = str(number)
    made.cell(0, 0).merge(made.cell(1, 0)).text = "甲"
    made.cell(0, 1).merge(made.cell(0, 2)).text = "乙"
    out = io.BytesIO()
    document.save(out)

    assert grid(only_table(read(out.getvalue()))) == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("4", 1, 1, 1, 1),
        ("5", 1, 2, 1, 1),
        ("6", 2, 0, 1, 1),
        ("7", 2, 1, 1, 1),
        ("8", 2, 2, 1, 1),
    ]


@pytest.mark.parametrize(
    ("body", "limit"),
    [
        (table(row(*[cell("1")] * (limits.MAX_COLUMNS + 1))), "columns"),
        (table(*[row(*[cell()] * 20)] * 6), "cells"),
        (table(row(cell("1"), properties='<w:gridBefore w:val="99999999"/>')), "columns"),
        ("<w:tbl><w:tr><w:tc>" * 51 + "</w:tc></w:tr></w:tbl>" * 51, "nesting"),
        ("<w:sdt>" * 1000 + "</w:sdt>" * 1000, "nesting"),
        ("<w:p><w:r>" + "<w:t>甲</w:t><w:br/>" * 202 + "</w:r></w:p>", "blocks"),
        (paragraph("甲") * 101, "blocks"),
    ],
)
def test_document_beyond_a_limit_is_refused(
    body: str, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_BLOCKS", 100)
    if limit != "columns":
        monkeypatch.setattr(limits, "MAX_CELLS", 100)

    with pytest.raises(InputProblem) as caught:
        read(word.word(body))

    assert (caught.value.rule, caught.value.facts["limit"]) == ("E906", limit)


def test_huge_span_is_cut() -> None:
    body = table(row(cell("甲", '<w:gridSpan w:val="99999999"/>')), row(cell("乙"), cell("1")))

    assert _grid(body)[0] == ("甲", 0, 0, 1, limits.MAX_COLUMNS)


@pytest.mark.parametrize("first", ['<w:hMerge w:val="restart"/>', ""])
def test_cells_merged_sideways_the_old_way_are_one(first: str) -> None:
    found = table(
        row(cell("申请情况", first), cell("", "<w:hMerge/>"), cell("总计")),
        row(cell("新收"), cell("1"), cell("2")),
    )

    assert _grid(found)[:2] == [("申请情况", 0, 0, 1, 2), ("总计", 0, 2, 1, 1)]


def test_old_merging_in_both_directions_is_one_cell() -> None:
    found = table(
        row(cell("甲", '<w:hMerge w:val="restart"/><w:vMerge w:val="restart"/>'),
            cell("", '<w:hMerge/><w:vMerge w:val="restart"/>'), cell("1")),
        row(cell("", '<w:hMerge w:val="restart"/><w:vMerge/>'),
            cell("", "<w:hMerge/><w:vMerge/>"), cell("2")),
    )  # fmt: skip

    assert _grid(found) == [("甲", 0, 0, 2, 2), ("1", 0, 2, 1, 1), ("2", 1, 2, 1, 1)]


def test_cell_that_belongs_to_none_before_it_is_a_cell() -> None:
    assert _grid(table(row(cell("甲", "<w:hMerge/>"), cell("乙")))) == [
        ("甲", 0, 0, 1, 1),
        ("乙", 0, 1, 1, 1),
    ]


def test_the_width_that_a_table_claims_means_nothing() -> None:
    """Programs write ``w:tblGrid`` and forget it; the cells say what they span."""
    lying = table(row(cell("甲", '<w:gridSpan w:val="2"/>')), row(cell("1"), cell("2")))
    body = lying.replace("<w:tblGrid/>", '<w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>')

    assert _grid(body) == [
        ("甲", 0, 0, 1, 2), ("1", 1, 0, 1, 1), ("2", 1, 1, 1, 1)
    ]  # fmt: skip
