"""What needs no office program of the metamorphic suite; ``make metamorphic`` runs all of it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.records import replace
from tests.metamorphic import conversions as programs
from tests.metamorphic.conversions import Conversion, conversions
from tests.metamorphic.measuring import Measured, direct, through
from tests.metamorphic.page import metamorphic_page
from tests.metamorphic.sources import PRINTS, WORD, in_turn, reports
from tests.metamorphic.workbooks import WORKBOOKS
from tests.product import checked, differences, extracted, grave, ids
from tests.rendering import STATUTORY, Layout, Style, as_extracted
from tests.strategies import consistent_reports, styles

in_every_workbook = pytest.mark.parametrize("layout", WORKBOOKS, ids=lambda layout: layout.name)


@in_every_workbook
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_report_is_read_from_a_workbook_as_it_was(data: st.DataObject, layout: Layout) -> None:
    report = data.draw(consistent_reports())
    style = replace(data.draw(styles(layout)), digits="ascii", numbering="、", heading_end="")
    printed = layout.print(report, style)

    assert differences(report, extracted(printed, layout.file_name)) == {}
    assert ids(grave(checked(printed, layout.file_name))) == []


@in_every_workbook
def test_blank_cells_of_a_workbook_are_blank(layout: Layout) -> None:
    report, style = reports()[2].data, Style(blank_zero=True)

    found = extracted(layout.print(report, style), layout.file_name)

    assert differences(as_extracted(report, style), found) == {}


@pytest.mark.parametrize("layout", [*WORD, PRINTS[0]], ids=lambda layout: layout.name)
def test_what_is_converted_is_itself_read_as_it_was(layout: Layout) -> None:
    report = reports()[2].data

    found = extracted(layout.print(report, STATUTORY), layout.file_name)

    assert differences(report, found) == {}


def test_the_measure_counts_what_is_the_same_and_what_is_silent() -> None:
    (measured,) = direct(WORKBOOKS[:1])

    assert measured == Measured("xlsx-one-sheet", len(reports()), len(reports()), len(reports()))


def test_a_conversion_that_loses_something_is_told() -> None:
    def lossy(files: Sequence[Path], folder: Path) -> None:
        for number, file in enumerate(files):
            if number:
                shutil.copy(file, folder / file.name)

    measured = through(Conversion("copy", PRINTS[:1], ".html", lossy))

    assert (measured.files, measured.same) == (len(reports()), len(reports()) - 1)
    assert measured.notes == ("0-html-a4.html: E902, E902",)


def test_every_report_and_every_layout_has_its_turn() -> None:
    chosen = in_turn(PRINTS)

    assert {layout.name for _, layout, _ in chosen} == {layout.name for layout in PRINTS}
    assert len({id(report) for report, _, _ in chosen}) == len(reports())


def test_only_installed_programs_convert(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert conversions() == []

    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    called: list[Sequence[str]] = []
    monkeypatch.setattr(programs, "_run", called.append)
    for conversion in conversions():
        conversion.convert([tmp_path / "1.html"], tmp_path)
    assert {command[0] for command in called} == {"/bin/soffice", "/bin/chromium"}
    assert all(any("/profile" in word for word in command) for command in called)


def test_the_page_has_a_row_for_each_form() -> None:
    rows = [Measured("html → pdf", 3, 2, 1)]

    assert "| html → pdf | 3 | 2 | 1 |" in metamorphic_page(rows, rows, "zh")
    assert "[简体中文](metamorphic.zh-CN.md)" in metamorphic_page(rows, rows, "en")
