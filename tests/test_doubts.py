"""What was read with doubt is said, and what was read surely is not called doubtful."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.forms import load_form
from linter.model.finding import FileResult
from tests.examples import example_report
from tests.product import checked, differences, extracted
from tests.rendering import BY_NAME, LAYOUTS, Data, Layout, Style, cell_at, with_cell
from tests.rendering.torn import torn
from tests.strategies import consistent_reports, styles

# Whole checks by the thousand: tracing lines triples their time and covers nothing new.
pytestmark = pytest.mark.no_cover

in_every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
_PIPES = BY_NAME["md-pipes-in-full"]
# 3.其他 and （七）总计 in pieces are nothing that anyone could tell.
_SHORTEST = 5


@in_every_layout
@settings(max_examples=4)
@given(data=st.data())
def test_a_report_in_which_all_sums_agree_is_read_without_doubt(
    data: st.DataObject, layout: Layout
) -> None:
    report = data.draw(consistent_reports())
    style = data.draw(styles(layout))

    assert checked(layout.print(report, style), layout.file_name).doubts == ()


@in_every_layout
@settings(max_examples=4)
@given(data=st.data())
def test_a_wrong_sum_alone_is_no_reason_for_doubt(data: st.DataObject, layout: Layout) -> None:
    report = data.draw(consistent_reports())
    cells = load_form(report["edition"]).tables["applications"].cells()
    cell = data.draw(st.sampled_from(cells))

    result = checked(
        layout.print(with_cell(report, cell, cell_at(report, cell) + 1)), layout.file_name
    )

    assert result.doubts == ()
    assert any(f.severity == "error" and cell in f.cells for f in result.findings)


@in_every_layout
def test_blank_cells_are_a_reason_for_doubt_only_where_the_file_loses_them(layout: Layout) -> None:
    result = checked(layout.print(example_report(), Style(blank_zero=True)), layout.file_name)

    if layout.keeps_blanks:
        assert result.doubts == ()
    assert {f.rule for f in result.findings if f.severity == "error"} == set()


@settings(max_examples=20)
@given(data=st.data(), behind=st.booleans())
def test_a_torn_table_whose_sums_agree_is_put_together_and_certain(
    data: st.DataObject, behind: bool
) -> None:
    report = data.draw(consistent_reports())
    printed = _torn(data, report, behind=behind)

    assert differences(report["tables"], extracted(printed, "a.md")["tables"]) == {}
    result = checked(printed, "a.md")
    assert result.doubts == ()
    assert _grave(result) == []


@settings(max_examples=20)
@given(data=st.data())
def test_a_torn_table_whose_sums_disagree_is_accused_of_nothing_for_certain(
    data: st.DataObject,
) -> None:
    report = data.draw(consistent_reports())
    cell = data.draw(st.sampled_from(load_form(report["edition"]).tables["applications"].cells()))
    wrong = with_cell(report, cell, cell_at(report, cell) + 1)

    result = checked(_torn(data, wrong, behind=True), "a.md")

    assert {doubt.about for doubt in result.doubts} == {"applications"}
    assert {severity for _, severity in _grave(result)} == {"warning"}
    assert any(f.doubt and cell in f.cells for f in result.findings)
    assert "doubtful" in result.outcomes.values()


def _torn(data: st.DataObject, report: Data, *, behind: bool) -> bytes:
    """The report with some rows of table three torn apart, never all of them."""
    rows = load_form(report["edition"]).tables["applications"].rows
    labels = [row.label.text.zh for row in rows if len(row.label.text.zh) > _SHORTEST]
    apart = data.draw(st.sets(st.sampled_from(labels), min_size=1, max_size=8))
    return torn(_PIPES.print(report).decode(), apart, behind=behind).encode()


def _grave(result: FileResult) -> list[tuple[str, str]]:
    """The errors and warnings about tables."""
    return [
        (finding.rule, finding.severity)
        for finding in result.findings
        if finding.rule.startswith(("A", "T")) and finding.severity != "info"
    ]
