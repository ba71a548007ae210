"""Workbooks of Excel: values as they are shown, whatever wrote them, and hostile ones."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers import limits, read
from tests.readers.blocks import outline
from tests.readers.word import package, relationships
from tests.readers.workbook import BOOK, rows_written, workbook, written

_STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="{}"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
)


def _problem(data: bytes) -> tuple[str, Any]:
    with pytest.raises(InputProblem) as caught:
        read(data)
    facts = caught.value.facts
    return caught.value.rule, facts.get("limit", facts.get("reason"))


def _cells(document: Document) -> list[str]:
    """The words of each paragraph: cells in one column are text."""
    return [one for one in outline(document) if isinstance(one, str)]


def _numbers(form: str, *values: str, book: str = "") -> list[str]:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" s="1"><v>{value}</v></c></row>'
        for n, value in enumerate(values, 1)
    )
    styles = _STYLES.format(form.replace('"', "&quot;"))
    return _cells(
        read(workbook(f"<sheetData>{cells}</sheetData>", styles=styles, book=book or BOOK))
    )


def test_numbers_have_all_digits_and_no_exponent() -> None:
    values = ("12.0", "1234567", "12.5", "0.30000000000000004", "1E+20", "-3", "0", "1e-7")

    assert _numbers("General", *values) == [
        "12", "1234567", "12.5", "0.3", "100000000000000000000", "-3", "0", "0.0000001",
    ]  # fmt: skip


def test_what_is_no_number_stays_as_it_is() -> None:
    assert _numbers("General", "inf", "nan", "约3") == ["inf", "nan", "约3"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ('yyyy"年"m"月"d"日"', "2025年1月20日"),
        ("[$-804]yyyy\\年m\\月d\\日;@", "2025年1月20日"),
        ("yyyy/m/d", "2025/1/20"),
        ("yyyy-mm-dd", "2025-01-20"),
        ("yy-mm-dd", "25-01-20"),
        ('yyyy"年"m"月"', "2025年1月"),
        ("yyyy/m/d h:mm", "2025/1/20"),
        ("#,##0_ ", "45677"),
        ('0"日"', "45677"),
        ("@", "45677"),
    ],
)
def test_dates_are_shown_as_their_format_says(form: str, shown: str) -> None:
    assert _numbers(form, "45677.5")[0].removesuffix(".5") == shown


def test_date_counts_from_1904_where_the_workbook_says_so() -> None:
    book = '<workbookPr date1904="1"/><sheets><sheet name="甲" sheetId="1" r:id="r1"/></sheets>'

    assert _numbers("yyyy/m/d", "44215", book=book) == ["2025/1/20"]


def test_number_beyond_the_calendar_is_a_number() -> None:
    assert _numbers("yyyy/m/d", "9999999") == ["9999999"]


def test_percentages_are_shown_as_such() -> None:
    assert _numbers("0.0%", "0.125") == ["12.5%"]


def test_text_formulas_booleans_and_errors() -> None:
    def draw(book: Any, sheet: Any) -> None:
        sheet.write_formula("A1", "=B1", None, 13)
        sheet.write_formula("A2", "=B2", None, "合计")
        sheet.write_formula("A3", "=1/0", None, "#DIV/0!")
        sheet.write_boolean("A4", True)
        sheet.write_rich_string("A5", "（一）", book.add_format({"bold": True}), "予以公开")
        sheet.write_datetime("A6", datetime.date(2025, 1, 20), book.add_format({"num_format": 14}))

    assert _cells(read(written(draw))) == [
        "13", "合计", "#DIV/0!", "TRUE", "（一）予以公开", "2025/1/20",
    ]  # fmt: skip


def test_formula_that_was_never_computed_is_blank() -> None:
    cells = (
        '<row><c t="inlineStr"><is><t>甲</t></is></c><c><v>1</v></c><c><v>2</v></c></row>'
        '<row><c t="inlineStr"><is><t>乙</t></is></c><c><f>B1</f></c><c><v>3</v></c></row>'
    )

    document = read(workbook(f"<sheetData>{cells}</sheetData>"))

    assert outline(document) == [[["甲", "1", "2"], ["乙", "", "3"]]]


def test_phonetic_guides_are_no_text() -> None:
    guide = '<rPh sb="0" eb="1"><t>ji</t></rPh>'
    data = workbook(
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2">'
        f'<c r="A2" t="inlineStr"><is><t>乙</t>{guide}</is></c></row><row r="3">'
        '<c r="A3" t="b"><v>0</v></c></row><row r="4"><c r="A4" t="s"><v>9</v></c></row>'
        "</sheetData>",
        strings=f"<si><r><t>甲</t></r>{guide}</si>",
    )

    assert _cells(read(data)) == ["甲", "乙", "FALSE"]


def test_parts_are_found_wherever_they_lie() -> None:
    sheet = '<sheetData><row><c t="inlineStr"><is><t>甲</t></is></c></row></sheetData>'

    assert _cells(read(workbook(sheet, folder="/xl/"))) == ["甲"]
    linked = {"_rels/.rels": relationships(officeDocument="xl/workbook.xml")}
    assert _cells(read(workbook(sheet, parts=dict(linked)))) == ["甲"]


def test_chart_sheets_and_sheets_without_a_part_are_passed_over() -> None:
    book = (
        '<sheets><sheet name="图" sheetId="1" r:id="r3"/><sheet name="无" sheetId="2" r:id="r9"/>'
        '<sheet name="缺" sheetId="3"/><sheet name="甲" sheetId="4" r:id="r1"/></sheets>'
    )
    sheet = '<sheetData><row><c t="inlineStr"><is><t>甲</t></is></c></row></sheetData>'

    assert _cells(read(workbook(sheet, book=book))) == ["甲"]


def test_who_made_it_is_a_property() -> None:
    def draw(book: Any, sheet: Any) -> None:
        book.set_properties({"author": "张某"})
        sheet.write(0, 0, "甲")

    marks = read(written(draw)).annotations

    assert ("property", "creator", "张某") in [(one.kind, one.name, one.text) for one in marks]


def test_rows_and_columns_of_no_height_are_hidden() -> None:
    data = workbook(
        '<cols><col min="2" max="16384" width="0"/></cols><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>7</v></c></row>'
        '<row r="2" ht="0"><c r="A2" t="str"><v>乙</v></c></row></sheetData>'
    )

    document = read(data)

    assert _cells(document) == ["甲"]
    assert [mark.text for mark in document.annotations] == ["7 乙"]


def test_empty_workbook_is_empty() -> None:
    assert _problem(rows_written()) == ("E902", None)


def test_workbook_without_its_parts_is_damaged() -> None:
    assert _problem(package({"xl/workbook.xml": "<x/>"})) == ("E904", "zip-part-missing")
    assert _problem(workbook("<sheetData>", parts={"xl/s.xml": "<worksheet>"})) == (
        "E904",
        "xml-malformed",
    )


class TestHostileWorkbooks:
    def test_one_word_far_away_costs_nothing(self) -> None:
        data = workbook(
            '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">'
            '<c r="XFD1048576" t="str"><v>远</v></c></row></sheetData>'
            '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="x"/></mergeCells>'
        )

        assert _problem(data)[0] == "E906"

    def test_shared_text_repeated_without_end_is_refused(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MAX_PART_BYTES", 10_000)
        cells = '<c t="s"><v>0</v></c>' * 20
        data = workbook(
            f"<sheetData><row>{cells}</row></sheetData>", strings=f"<si><t>{'长' * 900}</t></si>"
        )

        assert _problem(data) == ("E906", "chars")

    def test_more_cells_than_a_report_has_are_refused(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MAX_CELLS", 20)

        assert _problem(rows_written(*([["甲", 1, 2]] * 10))) == ("E906", "cells")

    def test_empty_cells_that_only_have_a_style_do_not_count(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MAX_CELLS", 20)
        blanks = "<row>" + '<c s="1"/>' * 90 + "</row>"
        data = workbook(f'<sheetData><row><c t="str"><v>甲</v></c></row>{blanks}</sheetData>')

        assert _cells(read(data)) == ["甲"]

    def test_too_many_hidden_stretches_of_columns_are_refused(self) -> None:
        columns = '<col min="1" max="1" hidden="1"/>' * 300

        assert _problem(workbook(f"<cols>{columns}</cols>")) == ("E906", "columns")

    def test_too_many_sheets_are_refused(self) -> None:
        sheets = '<sheet name="甲" r:id="r1"/>' * 300

        assert _problem(workbook("", book=f"<sheets>{sheets}</sheets>"))[0] == "E906"
