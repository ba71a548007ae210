"""The tests' own reports and layouts are what they claim to be, by other people's readers."""

from __future__ import annotations

import io
from collections import Counter
from html.parser import HTMLParser

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.forms import load_form
from tests.examples import example_report
from tests.rendering import BY_NAME, LAYOUTS, Data, Layout, Style, cell_at, content_of
from tests.rendering.grid import Grid, grids_of, matrix
from tests.strategies import consistent_reports, styles

_EDITIONS = ("2019", "2021")


def _balances(report: Data) -> bool:
    form = load_form(report["edition"])
    columns = [column.key for column in form.tables["applications"].columns]
    rows = [row.path for row in form.tables["applications"].rows]
    parts = rows[2:-2]
    return all(
        _sum(report, rows[:2], column)
        == _sum(report, rows[-2:], column)
        == _sum(report, parts, column) + _sum(report, rows[-1:], column)
        for column in columns
    )


def _totals_hold(report: Data) -> bool:
    form = load_form(report["edition"])
    rows = [*form.tables["applications"].rows, *form.tables["review"].rows]
    cells = [[cell_at(report, cell) for cell in row.cells()] for row in rows]
    return all(sum(parts) == total for *parts, total in cells)


def _sum(report: Data, rows: list[str], column: str) -> int:
    return sum(cell_at(report, f"{row}.{column}") for row in rows)


@settings(max_examples=20)
@given(report=consistent_reports())
def test_random_reports_hold_every_identity(report: Data) -> None:
    assert _balances(report)
    assert _totals_hold(report)


@pytest.mark.parametrize("edition", _EDITIONS)
def test_the_fixed_report_holds_every_identity(edition: str) -> None:
    report = example_report(edition)

    assert _balances(report)
    assert _totals_hold(report)


def _grids(edition: str, style: Style) -> list[Grid]:
    sections = content_of(example_report(edition), style).sections
    return [grid for section in sections for grid in grids_of(section, style)]


@pytest.mark.parametrize("edition", _EDITIONS)
@settings(max_examples=10)
@given(data=st.data())
def test_the_cells_of_a_table_cover_it_without_overlap(edition: str, data: st.DataObject) -> None:
    style = data.draw(styles(BY_NAME["html-page"]))

    for grid in _grids(edition, style):
        covered = Counter(
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.rowspan)
            for column in range(cell.column, cell.column + cell.colspan)
        )
        assert set(covered.values()) == {1}
        assert len(covered) == grid.width * grid.height


@pytest.mark.parametrize("name", [layout.name for layout in LAYOUTS if layout.suffix == ".docx"])
def test_python_docx_reads_the_same_tables_from_word(name: str) -> None:
    style = Style(tall_review=True)
    document = docx.Document(io.BytesIO(BY_NAME[name].print(example_report(), style)))
    tables = document.tables or [
        docx.table.Table(element, document) for element in document.element.iter(f"{_W}tbl")
    ]

    read = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]

    assert read == [matrix(grid, repeated=True) for grid in _grids("2021", style)]


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class _Cells(HTMLParser):
    """The texts of the cells of a page's tables, but for its table of metadata."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.inside = ("class", "meta") not in attrs
            self.tables += [[]] if self.inside else []
        elif tag == "td" and self.inside:
            self.tables[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "table"

    def handle_data(self, data: str) -> None:
        if self.inside and self.tables[-1]:
            self.tables[-1][-1] += data.strip()


@pytest.mark.parametrize("name", ["html-article", "html-page", "html-gbk", "html-unclosed"])
def test_the_standard_library_reads_the_same_cells_from_html(name: str) -> None:
    parser = _Cells()
    parser.feed(BY_NAME[name].print(example_report()).decode(_ENCODINGS.get(name, "utf-8")))

    expected = [
        [cell.text for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column))]
        for grid in _grids("2021", Style())
    ]
    assert parser.tables == expected


_ENCODINGS = {"html-gbk": "gb18030"}


def test_encodings_differ_and_say_the_same() -> None:
    report = example_report()

    def text(layout: Layout, encoding: str) -> str:
        return layout.print(report).decode(encoding)

    plain = text(BY_NAME["txt-cell-a-line"], "utf-8")
    assert plain == text(BY_NAME["txt-bom"], "utf-8-sig")
    assert plain == text(BY_NAME["txt-utf-16"], "utf-16")
    assert plain == text(BY_NAME["txt-gb18030"], "gb18030")
