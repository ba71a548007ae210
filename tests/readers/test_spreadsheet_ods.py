"""Spreadsheets in OpenDocument format, zipped and flat."""

from __future__ import annotations

import pytest

from linter.model.problem import InputProblem
from linter.readers import limits, read
from tests.readers.blocks import grid, outline, table
from tests.readers.word import package

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
_MIME = "application/vnd.oasis.opendocument.spreadsheet"


def _content(tables: str, styles: str = "") -> str:
    return (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}"
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )


def _ods(rows: str, styles: str = "", mimetype: str | None = _MIME) -> bytes:
    tables = f'<table:table table:name="报告">{rows}</table:table>'
    content: dict[str, str | bytes] = {"content.xml": _content(tables, styles)}
    return package(content if mimetype is None else {"mimetype": mimetype, **content})


def _cell(text: str, attributes: str = "") -> str:
    lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell {attributes}>{lines}</table:table-cell>"


def _row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


_EMPTY = "<table:table-cell/>"
_COVERED = "<table:covered-table-cell/>"


def _problem(data: bytes) -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        read(data)
    return caught.value


@pytest.mark.parametrize("mimetype", [_MIME, _MIME + "-template", None])
def test_text_and_tables_are_read(mimetype: str | None) -> None:
    data = _ods(
        _row(_cell("标题"))
        + _row(_EMPTY)
        + _row(_cell("项目", 'table:number-columns-spanned="2"'), _COVERED, _cell("件数"))
        + _row(_cell("甲", 'table:number-rows-spanned="2"'), _cell("许可"), _cell("3"))
        + _row(_COVERED, _cell("处罚"), _EMPTY),
        mimetype=mimetype,
    )

    document = read(data)

    assert document.format == "ods"
    assert outline(document)[0] == "标题"
    assert grid(table(document)) == [
        ("项目", 0, 0, 1, 2),
        ("件数", 0, 2, 1, 1),
        ("甲", 1, 0, 2, 1),
        ("许可", 1, 1, 1, 1),
        ("3", 1, 2, 1, 1),
        ("处罚", 2, 1, 1, 1),
        ("", 2, 2, 1, 1),
    ]


def test_flat_file_is_read_without_any_program() -> None:
    content = _content(f'<table:table table:name="甲">{_row(_cell("标题"))}</table:table>')
    flat = content.replace("document-content", "document").replace(
        " xmlns:office", f' office:mimetype="{_MIME}" xmlns:office', 1
    )

    assert outline(read(f'<?xml version="1.0"?>\n{flat}'.encode())) == ["标题"]


def test_numbers_have_all_their_digits_and_dates_are_as_shown() -> None:
    values = (
        ("13", 'office:value-type="float" office:value="12.5"'),
        ("￥3", 'office:value-type="currency" office:value="3"'),
        ("2025年1月20日", 'office:value-type="date" office:date-value="2025-01-20"'),
        ("未知", 'office:value-type="float" office:value="x"'),
    )

    document = read(_ods("".join(_row(_cell(*value)) for value in values)))

    assert outline(document) == ["12.5", "3", "2025年1月20日", "未知"]


def test_breaks_blanks_and_what_is_drawn_or_remarked() -> None:
    inside = (
        "<office:annotation><text:p>批注</text:p></office:annotation>"
        "<text:p>甲<text:s/>乙<text:line-break/>丙<text:span>丁</text:span></text:p>"
        "<draw:frame><text:p>图</text:p></draw:frame>"
    )
    row = _row(f"<table:table-cell>{inside}</table:table-cell>")
    shapes = "<table:shapes><draw:frame><text:p>图</text:p></draw:frame></table:shapes>"

    assert outline(read(_ods(shapes + row + _row(_cell("一\n二"))))) == [
        "甲 乙",
        "丙丁",
        "一",
        "二",
    ]


def test_repeated_rows_and_cells_are_all_there() -> None:
    twice = 'table:number-columns-repeated="2"'
    rows = _row(_cell("3", twice), _cell("甲"), attributes='table:number-rows-repeated="2"')

    assert outline(read(_ods(rows))) == [[["3", "3", "甲"], ["3", "3", "甲"]]]


def test_hidden_sheets_rows_and_columns_are_annotated() -> None:
    style = (
        '<style:style style:name="ta2"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    columns = (
        "<table:table-column/>"
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>'
    )
    rows = (
        columns
        + _row(_cell("甲"), _cell("乙"))
        + _row(_cell("丙"), attributes='table:visibility="filter"')
        + "</table:table>"
        + f'<table:table table:name="底稿" table:style-name="ta2">{_row(_cell("丁"))}'
    )

    document = read(_ods(rows, style))

    assert outline(document) == ["甲"]
    assert [mark.text for mark in document.annotations] == ["乙 丙", "丁"]


def test_lines_tell_tables_from_text() -> None:
    style = (
        '<style:style style:name="ce1"><style:table-cell-properties fo:border="0.5pt solid"/>'
        '</style:style><style:style style:name="ce2">'
        '<style:table-cell-properties fo:border="none"/></style:style>'
    )
    lined, plain = (f'table:style-name="ce{n}"' for n in (1, 2))
    rows = (
        _row(_cell("填报单位", plain), _cell("某局", plain), _cell("日期", plain))
        + _row(_cell("项目", lined), _cell("件数", lined))
        + _row(_cell("许可", lined), _cell("3", lined))
    )

    assert outline(read(_ods(rows, style))) == [
        "填报单位", "某局", "日期", [["项目", "件数"], ["许可", "3"]],
    ]  # fmt: skip


def test_empty_boxes_below_headers_are_their_row() -> None:
    style = (
        '<style:style style:name="ce1"><style:table-cell-properties fo:border="0.5pt solid"/>'
        "</style:style>"
    )
    lined = 'table:style-name="ce1"'
    headers = _row(*(_cell(label, lined) for label in ("维持", "纠正", "总计")))
    blank = f'<table:table-cell {lined} table:number-columns-repeated="3"/>'

    assert outline(read(_ods(headers + _row(blank), style))) == [
        [["维持", "纠正", "总计"], ["", "", ""]]
    ]


def test_encrypted_one_is_said() -> None:
    manifest = "<manifest><encryption-data/></manifest>"
    data = package({"mimetype": _MIME, "content.xml": "x", "META-INF/manifest.xml": manifest})

    assert _problem(data).rule == "E905"


@pytest.mark.parametrize(
    "attributes",
    ['table:number-rows-repeated="1048576"', 'table:number-rows-repeated="99999999"'],
)
def test_words_repeated_without_end_are_refused(attributes: str) -> None:
    problem = _problem(_ods(_row(_cell("3"), attributes=attributes)))

    assert (problem.rule, problem.facts["limit"]) == ("E906", "cells")


def test_long_words_repeated_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PART_BYTES", 5_000)

    problem = _problem(_ods(_row(_cell("长" * 99), attributes='table:number-rows-repeated="99"')))

    assert (problem.rule, problem.facts["limit"]) == ("E906", "chars")


def test_empty_rows_to_the_end_of_the_sheet_cost_nothing() -> None:
    many = 'table:number-rows-repeated="1048570"'
    rows = _row(_cell("甲")) + _row(_EMPTY, attributes=many + ' table:visibility="collapse"')

    assert outline(read(_ods(rows))) == ["甲"]


def test_too_many_hidden_stretches_of_columns_are_refused() -> None:
    columns = '<table:table-column table:visibility="collapse"/>' * 300

    assert _problem(_ods(columns)).facts["limit"] == "columns"
