"""Any report without a mistake, printed in any layout, is read back as it was and passes."""

from __future__ import annotations

import copy
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import example_report
from tests.product import checked, differences, extracted, grave, ids
from tests.rendering import BY_NAME, LAYOUTS, Data, Layout, Style, as_extracted
from tests.strategies import consistent_reports, styles

# Whole checks by the thousand: tracing lines triples their time and covers nothing new.
pytestmark = pytest.mark.no_cover

in_every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


@in_every_layout
@pytest.mark.parametrize("edition", ["2019", "2021"])
@settings(max_examples=3)
@given(data=st.data())
def test_report_in_the_statutory_form_is_extracted_exactly(
    data: st.DataObject, edition: str, layout: Layout
) -> None:
    report = data.draw(consistent_reports(edition))

    got = extracted(layout.print(report), layout.file_name)

    assert differences(report, got) == {}


@in_every_layout
@settings(max_examples=12)
@given(data=st.data())
def test_however_it_is_printed_the_report_is_the_same_and_passes(
    data: st.DataObject, layout: Layout
) -> None:
    report = data.draw(consistent_reports())
    style = data.draw(styles(layout))
    printed = layout.print(report, style)

    got = extracted(printed, layout.file_name)

    assert differences(_plain_headings(report), _plain_headings(got)) == {}
    assert ids(grave(checked(printed, layout.file_name))) == []


@pytest.mark.parametrize(
    "layout", [layout for layout in LAYOUTS if layout.keeps_blanks], ids=lambda layout: layout.name
)
@settings(max_examples=4)
@given(data=st.data())
def test_blank_cell_is_none_and_only_a_warning(data: st.DataObject, layout: Layout) -> None:
    report = data.draw(consistent_reports())
    style = Style(blank_zero=True)
    printed = layout.print(report, style)

    got = extracted(printed, layout.file_name)

    assert differences(as_extracted(report, style), got) == {}
    assert set(ids(grave(checked(printed, layout.file_name)))) <= {"T204", "T218", "T219"}


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    "layout", [layout for layout in LAYOUTS if layout.keeps_blanks], ids=lambda layout: layout.name
)
def test_a_report_of_nothing_but_blanks_has_all_its_rows(layout: Layout, edition: str) -> None:
    report = example_report(edition)
    nothing = report | {"tables": _zeros(report["tables"])}

    found = grave(checked(layout.print(nothing, Style(blank_zero=True)), layout.file_name))

    assert set(ids(found)) <= {"T204", "T218", "T219"}


def _zeros(node: Data) -> Data:
    return {
        key: _zeros(child) if isinstance(child, dict) else child and 0
        for key, child in node.items()
    }


def test_all_layouts_give_the_same_extract() -> None:
    report = example_report()

    extracts = {
        layout.name: extracted(layout.print(report), layout.file_name) for layout in LAYOUTS
    }

    assert {name: differences(report, got) for name, got in extracts.items() if got != report} == {}


_EACH_WAY = {
    "half-width parentheses": Style(parentheses="half"),
    "full-width digits": Style(digits="full"),
    "digits in groups": Style(thousands=True),
    "numbers with a dot": Style(numbering="."),
    "numbers with a full-width dot": Style(numbering="．"),
    "headings with a colon": Style(heading_end="："),
    "headings with a space": Style(heading_end=" "),
    "headings with an ideographic space": Style(heading_end="　"),
    "spaces within labels": Style(spaced_labels=True),
    "broken headers": Style(broken_labels="headers"),
    "title on two lines": Style(title_lines=2),
    "padded date": Style(date="padded"),
    "date in numerals": Style(date="numerals"),
    "sign-off on the right": Style(right_aligned=True),
    "opening paragraph": Style(preamble=True),
    "prose below tables": Style(prose_after=True),
    "table two in four": Style(one_table=False),
    "table four with a tall cell": Style(tall_review=True),
}


@pytest.mark.parametrize("way", _EACH_WAY)
@pytest.mark.parametrize(
    "name", ["txt-cell-a-line", "txt-aligned", "md-pipes", "html-page", "docx-bold-headings"]
)
def test_each_way_of_printing_alone_changes_nothing(way: str, name: str) -> None:
    _assert_same(BY_NAME[name], _EACH_WAY[way])


@pytest.mark.parametrize("name", ["md-pipes-in-full", "html-page", "docx-bold-headings"])
@pytest.mark.parametrize(
    "style",
    [Style(split_header=True), Style(broken_labels="all")],
    ids=["header torn off", "broken row labels"],
)
def test_torn_tables_and_broken_rows_change_nothing(style: Style, name: str) -> None:
    _assert_same(BY_NAME[name], style)


def _assert_same(layout: Layout, style: Style) -> None:
    report = example_report()
    report["sections"]["disclosure"]["text"] = "本年度有关数据如表所示。"
    printed = layout.print(report, style)

    got = extracted(printed, layout.file_name)

    assert differences(_plain_headings(report), _plain_headings(got)) == {}
    assert ids(grave(checked(printed, layout.file_name))) == []


@pytest.mark.parametrize("table", ["disclosure", "applications", "review"])
@pytest.mark.parametrize("name", ["txt-cell-a-line", "md-pipes", "html-page", "docx-bold-headings"])
def test_absent_table_is_null_and_the_others_are_whole(table: str, name: str) -> None:
    layout, report = BY_NAME[name], example_report()
    report["tables"][table] = None

    got = extracted(layout.print(report), layout.file_name)

    assert differences(report, got) == {}


@pytest.mark.parametrize("name", ["txt-cell-a-line", "md-pipes", "html-page", "docx-bold-headings"])
def test_absent_sign_off_leaves_the_issuer_of_the_title(name: str) -> None:
    layout, report = BY_NAME[name], example_report()
    report |= {"signed_on": None, "issuer": "石泉镇"}

    got = extracted(layout.print(report), layout.file_name)

    assert differences(report, got) == {}


def _plain_headings(report: Data) -> Data:
    """The report with headings as the form prints them, however they are punctuated here."""
    report = copy.deepcopy(report)
    for section in filter(None, report["sections"].values()):
        heading = unicodedata.normalize("NFKC", section["heading"]).strip(" :")
        section["heading"] = heading.replace(".", "、", 1)
    return report
