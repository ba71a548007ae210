"""``extract --explain`` tells what each cell of the file was taken for."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from linter.forms import load_form
from linter.model.rule import Language
from linter.pipeline import read_both
from linter.reporting.resolution import ResolvedTable, resolved_tables
from linter.reporting.resolution_page import resolution
from tests.examples import example_report
from tests.rendering import BY_NAME

_LAYOUT = BY_NAME["md-html-tables"]


def _page(*edits: tuple[str, str], edition: str = "2021") -> bytes:
    page = _LAYOUT.print(example_report(edition)).decode()
    for before, after in edits:
        assert before in page, before
        page = page.replace(before, after, 1)
    return page.encode()


def _tables(data: bytes, name: str = "report.md") -> dict[str, ResolvedTable]:
    document, report = read_both(data, name)
    found = resolved_tables(document, report, load_form(report.edition))
    return {table.form.key: table for table in found}


def _told(data: bytes, language: Language = "zh", name: str = "report.md") -> str:
    document, report = read_both(data, name)
    return resolution(document, report, load_form(report.edition), language)


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("layout", ["html-page", "md-pipes", "txt-tabbed-rows", "docx-python-docx"])
def test_every_row_of_the_form_is_shown_with_its_values(edition: str, layout: str) -> None:
    printer = BY_NAME[layout]
    document, report = read_both(printer.print(example_report(edition)), printer.file_name)
    for table in resolved_tables(document, report, load_form(edition)):
        assert {one.row.path for one in table.rows} == {row.path for row in table.form.rows}
        assert table.missing == ()
        for one in table.rows:
            assert one.values == tuple(report.value(cell) for cell in one.row.cells())


def test_the_columns_of_the_file_are_counted_from_one() -> None:
    tables = _tables(_page())
    assert tables["applications"].numbers == (2,)
    columns = tables["applications"].columns
    assert (columns["natural_person"], columns["total"]) == (4, 10)
    assert set(tables["review"].columns.values()) == {None}


def test_headings_are_told_from_rows_that_were_not_used() -> None:
    row = "<tr><td colspan='3'>五、备注</td><td colspan='7'>与上年口径一致</td></tr></table>"
    text = _page().decode()
    end = text.index("</table>", text.index("结转下年度继续办理"))
    tables = _tables((text[:end] + row + text[end + len("</table>") :]).encode())
    unused = tables["applications"].unused
    assert [line.text for line in unused if not line.heading] == ["五、备注 | 与上年口径一致"]
    assert all(line.heading for line in tables["disclosure"].unused)


def test_a_number_in_another_form_is_shown_with_what_was_read() -> None:
    label = "一、本年新收政府信息公开申请数量</td><td>"
    number = example_report("2021")["tables"]["applications"]["new"]["natural_person"]
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)) + "件"
    data = _page((f"{label}{number}<", f"{label}{wide}<"))
    ((cell, value),) = _tables(data)["applications"].converted
    assert (cell, value.value) == ("applications.new.natural_person", number)
    assert f"的「{wide}」读作 {number}" in _told(data)
    assert f"“{wide}” was read as {number}" in _told(data, "en")


def test_what_is_missing_is_said() -> None:
    page = _page().decode()
    start = page.index("<tr", page.rindex("</tr>", 0, page.index("2.重复申请")))
    end = page.index("</tr>", start) + len("</tr>")
    told = _told((page[:start] + page[end:]).encode())
    assert "没有找到的行：「（五）不予处理 · 2.重复申请」" in told


def test_a_label_that_deviates_is_shown_beside_the_statutory_one() -> None:
    told = _told(_page(("一、本年新收政府信息公开申请数量", "一、本年新收信息公开申请件数")))
    assert (
        "名称不同：「一、本年新收信息公开申请件数」按相近的名称归入"
        "「一、本年新收政府信息公开申请数量」" in told.replace("\n    ", "")
    )


def test_a_table_that_is_not_there_is_absent() -> None:
    page = _page().decode()
    start = page.index("<table", page.index("四、政府信息公开行政复议、行政诉讼情况"))
    end = page.index("</table>", start) + len("</table>")
    told = _told((page[:start] + page[end:]).encode())
    assert told.rstrip().endswith("政府信息公开行政复议、行政诉讼情况\n  缺")


def test_doubts_are_shown_with_the_table_that_they_are_about() -> None:
    text = BY_NAME["txt-cell-a-line"].print(example_report("2021")).decode()
    label = "二、上年结转政府信息公开申请数量\n\t2\n"
    assert label in text
    told = _told(text.replace(label, label[:-2]).encode(), name="report.txt")
    assert "存疑：二、上年结转政府信息公开申请数量，数字个数不符" in told


def test_a_narrow_terminal_gets_the_tables_in_pieces() -> None:
    console = Console(file=io.StringIO(), width=60, color_system=None)
    document, report = read_both(_page(), "report.md")
    told = resolution(document, report, load_form("2021"), "zh", console)
    assert max(map(len, told.splitlines())) <= 60
    assert "总计" in told
