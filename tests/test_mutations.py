"""One mistake in a report without any: what names it, and that nothing else is said."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from linter.forms import load_form
from linter.model.finding import Finding
from linter.records import replace
from tests.examples import example_report
from tests.product import checked, extracted, grave, ids
from tests.rendering import (
    BY_NAME,
    LAYOUTS,
    STATUTORY,
    Data,
    Layout,
    Style,
    cell_at,
    content_of,
    with_cell,
)
from tests.rendering.content import Column, Line
from tests.rendering.slips import (
    Change,
    added_section,
    block_changed,
    closed_in_one_row,
    doubled_section,
    emptied,
    headed,
    line_changed,
    lines_changed,
    opened,
    reworded,
    swapped_sections,
    titled,
    with_column,
    with_text,
    without_column,
    without_section,
    without_table,
)
from tests.strategies import consistent_reports, styles

# Whole checks by the thousand: tracing lines triples their time and covers nothing new.
pytestmark = pytest.mark.no_cover

in_every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
_SOME = [
    BY_NAME[name]
    for name in (
        *("txt-cell-a-line", "txt-tabbed-cells", "md-pipes", "html-page"),
        *("html-unclosed", "docx-python-docx", "docx-bold-headings"),
    )
]
in_some_layouts = pytest.mark.parametrize("layout", _SOME, ids=lambda layout: layout.name)


@in_every_layout
@settings(max_examples=12)
@given(data=st.data())
def test_one_wrong_number_is_named_by_an_identity_and_nothing_else_is_said(
    data: st.DataObject, layout: Layout
) -> None:
    report = data.draw(consistent_reports())
    cell = data.draw(st.sampled_from(_cells_in_identities(report["edition"])), label="cell")
    right = cell_at(report, cell)
    wrong = data.draw(_slips(right), label=f"{right} becomes")
    assume(wrong != right)
    style = data.draw(styles(layout))

    found = grave(checked(layout.print(with_cell(report, cell, wrong), style), layout.file_name))

    assert any(cell in finding.cells for finding in found)
    assert [f"{f.rule} {f.cells}" for f in found if not f.rule.startswith("A3")] == []


@in_some_layouts
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_cell_of_an_identity_is_watched(edition: str, layout: Layout) -> None:
    report = example_report(edition)

    unwatched = [
        cell
        for cell in _cells_in_identities(edition)[
            :: 1 if (edition, layout.name) == ("2021", "md-pipes") else 61
        ]
        if not any(cell in finding.cells for finding in _found_with_one_more(report, cell, layout))
    ]

    assert unwatched == []


def _found_with_one_more(report: Data, cell: str, layout: Layout) -> tuple[Finding, ...]:
    changed = with_cell(report, cell, cell_at(report, cell) + 1)
    return checked(layout.print(changed), layout.file_name).findings


def _cells_in_identities(edition: str) -> list[str]:
    tables = load_form(edition).tables
    return [*tables["applications"].cells(), *tables["review"].cells()]


def _slips(number: int) -> st.SearchStrategy[int]:
    """What goes wrong when numbers are copied by hand."""
    digits = str(number)
    return st.one_of(
        st.just(number + 1),
        st.just(max(number - 1, 0)),
        st.just(number * 10),
        st.just(number // 10),
        st.just(int(digits[::-1])),
        st.integers(0, 5000),
    )


_STRUCTURE: dict[str, tuple[Change, str]] = {
    "title missing": (titled(), "S101"),
    "title without 工作": (titled("石泉镇2023年政府信息公开年度报告"), "S102"),
    "last section missing": (without_section("other"), "S104"),
    "first section missing": (without_section("overview"), "S104"),
    "section on problems missing": (without_section("problems"), "S104"),
    "section doubled": (doubled_section, "S105"),
    "sections swapped": (swapped_sections, "S106"),
    "heading misnumbered": (headed("other", "七、其他需要报告的事项"), "S107"),
    "section added": (added_section, "S109"),
    "section empty": (emptied("problems"), "S110"),
    "overview empty": (emptied("overview"), "S110"),
    "table four missing": (without_table("review"), "T201"),
    "table three missing": (without_table("applications"), "T201"),
    "table two missing": (without_table("disclosure"), "T201"),
    "row missing": (lines_changed("applications", lambda lines: lines[:7] + lines[8:]), "T202"),
    "row on coercion missing": (lines_changed("disclosure", lambda lines: lines[:1], 2), "T202"),
    "column missing": (block_changed("applications", without_column(3)), "T203"),
    "column of table two missing": (block_changed("disclosure", without_column(1)), "T203"),
    "cell of table two blank": (with_text("disclosure.licensing", ""), "T218"),
    "cell of table three blank": (with_text("applications.granted", ""), "T204"),
    "cell of table four blank": (with_text("review.reconsideration", "", 2), "T219"),
    "text in a cell": (with_text("disclosure.licensing", "若干"), "T205"),
    "negative count": (with_text("disclosure.licensing", "-3"), "T206"),
    "negative fee": (with_text("disclosure.fees", "-3.5"), "T206"),
    "fractional count": (with_text("disclosure.licensing", "2.5"), "T207"),
    "row added": (
        lines_changed("disclosure", lambda lines: [*lines, Line("", "行政裁决", ("0",))], 1),
        "T208",
    ),
    "unit in a cell": (with_text("disclosure.licensing", "86元"), "T211"),
    "wrong unit in a cell": (with_text("disclosure.fees", "12.5元"), "T211"),
    "（六） in one row": (lines_changed("applications", closed_in_one_row), "T212"),
    "row doubled": (lines_changed("applications", lambda lines: [*lines[:6], *lines[5:]]), "T214"),
    "rows swapped": (
        lines_changed("applications", lambda ln: [*ln[:5], ln[6], ln[5], *ln[7:]]),
        "T215",
    ),
    "row cut short": (
        line_changed("applications.new", lambda line: replace(line, values=line.values[:-1])),
        "T217",
    ),
    "column added": (block_changed("applications", with_column("个体工商户", 2)), "T220"),
    "more issued than in force": (with_text("disclosure.normative_documents", "24"), "A307"),
    "last year's start of the period": (opened("自2023年1月", "自2022年1月"), "D402"),
    "last year's end of the period": (opened("至2023年12月", "至2022年12月"), "D402"),
    "period ends on the 30th": (opened("12月31日", "12月30日"), "D402"),
    "signed in the year reported on": (lambda c: replace(c, date="2023年12月20日"), "D403"),
    "township signs in February": (lambda c: replace(c, date="2024年2月5日"), "D406"),
    "impossible date": (lambda c: replace(c, date="2024年2月30日"), "D408"),
    "title of last year": (titled("石泉镇2022年政府信息公开工作年度报告"), "D410"),
    "plan for the year reported on": (reworded("problems", "2024年", "2023年"), "D409"),
    "superseded basis": (opened("〔2021〕30号", "〔2019〕60号"), "D411"),
}
_ADVICE: dict[str, tuple[Change, str]] = {
    "year behind 政府信息公开工作": (titled("石泉镇政府信息公开工作2023年度报告"), "S103"),
    "heading renamed": (headed("problems", "五、存在的主要问题及整改措施"), "S108"),
    "sign-off missing": (lambda content: replace(content, issuer=None, date=None), "S111"),
    "old label of a row": (
        line_changed("disclosure.normative_documents", lambda ln: replace(ln, label="规范性文件")),
        "T209",
    ),
    "column's label cut": (
        block_changed(
            "disclosure",
            lambda b: replace(b, columns=(*b.columns[:2], Column("in_force", "现行有效件"))),
        ),
        "T209",
    ),
}
_OPENED = Style(preamble=True)


# python-docx and Markdown fill rows up: what is cut short elsewhere is a blank cell there.
_DEPARTURES = [
    pytest.param(name, layout, id=f"{name}-{layout.name}")
    for name in _STRUCTURE
    for layout in _SOME
    if name != "row cut short" or layout.name not in ("docx-python-docx", "md-pipes")
]


@pytest.mark.parametrize(("name", "layout"), _DEPARTURES)
def test_one_departure_is_reported_by_its_rule_alone(name: str, layout: Layout) -> None:
    change, rule = _STRUCTURE[name]
    content = change(content_of(example_report(), _OPENED))

    result = checked(layout.render(content, _OPENED), layout.file_name)

    assert [finding.rule for finding in grave(result)] == [rule]


@in_some_layouts
@pytest.mark.parametrize("name", _ADVICE)
def test_lesser_departure_is_only_advice(name: str, layout: Layout) -> None:
    change, rule = _ADVICE[name]
    content = change(content_of(example_report(), _OPENED))

    result = checked(layout.render(content, _OPENED), layout.file_name)

    assert ids(grave(result)) == []
    assert rule in ids(result.findings)


@in_some_layouts
def test_total_left_blank_is_said_once(layout: Layout) -> None:
    report = with_cell(example_report(), "applications.granted.total", None)

    result = checked(layout.print(report), layout.file_name)

    assert [f.rule for f in grave(result) if f.severity == "error"] == ["A305"]
    assert "A303" not in ids(result.findings)


@in_some_layouts
@pytest.mark.parametrize(
    ("issuer", "date", "rule"),
    [
        ("青川县发展和改革局", "2024-02-01", "D404"),
        ("青川县发展和改革局", "2024-01-31", None),
        ("云岭市人民政府", "2024-04-01", "D405"),
        ("云岭市人民政府", "2024-03-31", None),
        ("东门街道办事处", "2024-02-01", "D406"),
        ("云岭供水集团", "2024-04-01", "D407"),
        ("云岭供水集团", "2024-03-31", None),
    ],
)
def test_each_kind_of_organ_has_its_deadline(
    issuer: str, date: str, rule: str | None, layout: Layout
) -> None:
    report = example_report()
    title = report["title"].replace("石泉镇", issuer)
    report |= {"issuer": issuer, "signed_on": date, "title": title}

    found = grave(checked(layout.print(report), layout.file_name))

    assert [finding.rule for finding in found] == [rule][: rule is not None]


@in_some_layouts
def test_report_on_the_form_of_2019_for_a_later_year_is_one_finding(layout: Layout) -> None:
    report = example_report("2019", year=2023)

    assert ids(grave(checked(layout.print(report), layout.file_name))) == ["T213"]


@in_some_layouts
def test_report_on_the_form_of_2021_for_an_earlier_year_is_one_finding(layout: Layout) -> None:
    report = example_report("2021", year=2020)

    assert ids(grave(checked(layout.print(report), layout.file_name))) == ["T213"]


@in_some_layouts
def test_more_disclosed_than_ever_disclosed_is_a_warning_in_edition_2019(layout: Layout) -> None:
    report = with_cell(example_report("2019"), "disclosure.normative_documents.disclosed", 18)

    found = grave(checked(layout.print(report), layout.file_name))

    assert [finding.rule for finding in found] == ["A306"]


@in_some_layouts
def test_year_nowhere_is_an_error(layout: Layout) -> None:
    report = example_report()
    report["title"] = "石泉镇政府信息公开工作年度报告"
    report |= {"signed_on": None}
    for section in report["sections"].values():
        section["text"] = re.sub(r"\d{4}年，?", "", section["text"])

    assert ids(grave(checked(layout.print(report), layout.file_name))) == ["D401"]


@in_some_layouts
def test_year_of_the_file_name_must_agree(layout: Layout) -> None:
    printed = layout.print(example_report())

    result = checked(printed, f"2022年石泉镇年度报告{layout.suffix}")

    assert ids(grave(result)) == ["D412"]


@in_some_layouts
def test_missing_section_with_a_table_is_one_error(layout: Layout) -> None:
    content = without_section("review")(content_of(example_report()))

    result = checked(layout.render(content, STATUTORY), layout.file_name)

    assert ids(grave(result)) == ["S104"]


@pytest.mark.parametrize("name", ["html-article", "html-layout-table"])
def test_doubled_table_is_reported_and_the_first_one_counts(name: str) -> None:
    layout, report = BY_NAME[name], example_report()
    page = layout.print(report).decode()
    start, end = _table_four(page)
    doubled = page[:end] + page[start:end].replace("<td>5</td>", "<td>6</td>") + page[end:]

    assert ids(grave(checked(doubled.encode(), layout.file_name))) == ["T210"]
    got = extracted(doubled.encode(), layout.file_name)
    assert got["tables"]["review"] == report["tables"]["review"]


@pytest.mark.parametrize("name", ["html-article", "html-layout-table"])
def test_table_printed_as_a_picture_is_a_warning(name: str) -> None:
    layout = BY_NAME[name]
    page = layout.print(example_report()).decode()
    start, end = _table_four(page)
    pictured = page[:start] + '<p><img src="table4.png" alt=""></p>' + page[end:]

    found = grave(checked(pictured.encode(), layout.file_name))

    assert [finding.rule for finding in found] == ["T216"]


@in_some_layouts
@pytest.mark.parametrize("printed", ["23（其中修订 6 件）", "23件", "23 ", "２３", "23*"])
def test_note_or_unit_of_a_count_does_not_change_its_number(printed: str, layout: Layout) -> None:
    change = with_text("disclosure.normative_documents", printed, 2)
    page = layout.render(change(content_of(example_report())), STATUTORY)

    table = extracted(page, layout.file_name)["tables"]["disclosure"]

    assert table["normative_documents"]["in_force"] == 23
    assert ids(grave(checked(page, layout.file_name))) == []


def _table_four(page: str) -> tuple[int, int]:
    start = page.index('<table border="1">\n<tr><td colspan="5">行政复议')
    return start, page.index("</table>", start) + len("</table>")
