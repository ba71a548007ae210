"""Whatever the layout: a wrong number is put right, all else stays, nothing is left to fix."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import example_report
from tests.product import checked, differences, extracted, grave, ids
from tests.rendering import LAYOUTS, Data, Layout, Style, with_cell
from tests.repair.mending import mended
from tests.strategies import consistent_reports, styles
from tests.word_structure import accepted, flaws, refused

in_every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
_TRACKED = "P805"
_ROWS = ("granted", "new", "carried_in", "carried_out")
_COLUMNS = ("natural_person", "enterprise", "research", "total")


def _cell(report: Data, path: str) -> Any:
    node: Any = report["tables"]
    for key in path.split("."):
        node = node[key]
    return node


@in_every_layout
def test_wrong_number_becomes_the_one_that_was_worked_out(layout: Layout) -> None:
    report = example_report()
    wrong = with_cell(report, "applications.granted.natural_person", 77)

    after = mended(layout.print(wrong), layout.file_name)

    assert differences(report, extracted(after, layout.file_name)) == {}
    if layout.suffix != ".docx":
        assert _lines(after) == _lines(layout.print(report)) or layout.name in _OWN_BYTES


_OWN_BYTES = ("txt-aligned", "html-page", "html-gbk")
"""In these the length of a number moves what stands around it, or a number is cut in two."""


def _lines(data: bytes) -> list[bytes]:
    return data.split(b"\n")


@in_every_layout
@settings(max_examples=2, deadline=None)
@given(data=st.data())
def test_second_run_finds_nothing_more_to_fix(data: st.DataObject, layout: Layout) -> None:
    report = data.draw(consistent_reports("2021"))
    path = (
        f"applications.{data.draw(st.sampled_from(_ROWS))}.{data.draw(st.sampled_from(_COLUMNS))}"
    )
    wrong = with_cell(report, path, _cell(report, path) + data.draw(st.integers(1, 900)))
    style = data.draw(styles(layout))
    printed = layout.print(wrong, style)

    once = mended(printed, layout.file_name)

    assert mended(once, layout.file_name) == once
    before, after = ids(grave(checked(printed, layout.file_name))), checked(once, layout.file_name)
    assert set(ids(grave(after))) - {_TRACKED} <= set(before)
    assert {"A301", "A302", "A303"}.isdisjoint(ids(after.findings)) or not _is_known(before)


def _is_known(before: list[str]) -> bool:
    """Whether the sums told the mistake at all; a layout may blur what stands where."""
    return bool({"A301", "A302", "A303"} & set(before))


@in_every_layout
def test_full_width_digits_are_put_in_plain_ones_without_leave(layout: Layout) -> None:
    report = example_report()
    printed = layout.print(report, Style(digits="full"))

    after = mended(printed, layout.file_name, unsafe=False)

    assert differences(report, extracted(after, layout.file_name)) == {}
    assert mended(after, layout.file_name, unsafe=False) == after
    if layout.suffix == ".docx":
        assert not [text for text in accepted(after) if text in ("０", "１２")]
    else:
        assert "２３".encode() not in after


@pytest.mark.parametrize(
    "layout", [layout for layout in LAYOUTS if layout.keeps_blanks], ids=lambda layout: layout.name
)
def test_blank_cells_get_zeros_where_the_user_allows_it(layout: Layout) -> None:
    report = example_report()
    printed = layout.print(report, Style(blank_zero=True))

    assert mended(printed, layout.file_name, unsafe=False) == printed
    after = mended(printed, layout.file_name)

    assert differences(report, extracted(after, layout.file_name)) == {}
    assert set(ids(grave(checked(after, layout.file_name)))) <= {_TRACKED}


@pytest.mark.parametrize(
    "layout", [layout for layout in LAYOUTS if layout.suffix == ".docx"], ids=lambda one: one.name
)
@pytest.mark.parametrize("style", [Style(digits="full"), Style(blank_zero=True)])
def test_changes_in_word_are_tracked_and_can_be_refused(layout: Layout, style: Style) -> None:
    printed = layout.print(with_cell(example_report(), "applications.new.other", 4711), style)

    after = mended(printed, layout.file_name)

    assert flaws(after) == []
    assert refused(after) == refused(printed)
    assert accepted(after) != accepted(printed)
