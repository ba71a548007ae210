"""The statutory tables stand in the page as the form has them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from linter.forms import EDITIONS, example_text, load_form
from linter.model.report import ABSENT, Value
from linter.records import replace
from linter.reporting.html.tables import Drawn, grid
from tests.reporting.html.pages import example, page_of, run_of_text, texts, words_of
from tests.reporting.samples import sample_report

_DASH = Value("blank", text="—")
_TABLES = ("disclosure", "applications", "review")


def _matrix(table: LexborNode) -> list[list[str]]:
    """The grid that the cells of a table fill: the text where each begins, else nothing."""
    grid: dict[tuple[int, int], str] = {}
    rows = table.css("tr")
    for number, row in enumerate(rows):
        column = 0
        for cell in row.css("th, td"):
            while (number, column) in grid:
                column += 1
            height, width = (int(cell.attributes.get(name) or 1) for name in ("rowspan", "colspan"))
            for y in range(height):
                for x in range(width):
                    assert (number + y, column + x) not in grid
                    grid[number + y, column + x] = "" if x or y else words_of(cell)
            column += width
    width = 1 + max(x for _, x in grid)
    assert len(grid) == len(rows) * width, "the cells leave holes or stand out"
    return [[grid[y, x] for x in range(width)] for y in range(len(rows))]


def _printed(edition: str) -> list[list[list[str]]]:
    """The tables of the edition's example report, as it prints them."""
    tables: list[list[list[str]]] = []
    lines = [*example_text(edition).splitlines(), ""]
    for before, line in pairwise(["", *lines]):
        if not line.startswith("|"):
            continue
        if not before.startswith("|"):
            tables.append([])
        if not line.startswith("|---"):
            tables[-1].append(line[1:-1].split("|"))
    return tables


def _table(page: LexborHTMLParser, key: str) -> LexborNode:
    (table,) = page.css(f"table.form.{key}")
    return table


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("number", range(3), ids=_TABLES)
def test_labels_and_values_stand_where_the_form_has_them(edition: str, number: int) -> None:
    page = page_of(run_of_text(example(edition)))

    drawn = _matrix(_table(page, _TABLES[number]))

    printed = _printed(edition)[number]
    # The example of 2019 has an accepted short name for 行政规范性文件.
    same = [["规范性文件" if text == "行政规范性文件" else text for text in row] for row in drawn]
    assert [re.sub("行政规范性文件", "规范性文件", "|".join(row)) for row in printed] == [
        "|".join(row) for row in same
    ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_english_page_has_no_chinese_in_its_tables(edition: str) -> None:
    page = page_of(run_of_text(example(edition), "en"))

    found = [text for text in texts(page, "table.form") if re.search("[一-鿿]", text)]

    assert found == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_label_says_of_what_it_is_the_label(edition: str) -> None:
    page = page_of(run_of_text(example(edition)))

    for table in page.css("table.form"):
        for label in table.css("th"):
            scope = label.attributes.get("scope")
            assert scope in ("row", "col", "rowgroup", "colgroup")
            wide, high = ("colspan" in label.attributes, "rowspan" in label.attributes)
            assert not (scope == "colgroup" and not wide and not high)


def test_a_wrong_cell_says_what_it_should_be_and_is_told_from_those_it_clashes_with() -> None:
    text = example("2021", ("|14|5|1|0|2|0|22|", "|14|5|1|0|2|0|23|"))

    page = page_of(run_of_text(text))

    (culprit,) = page.css("td.culprit")
    assert words_of(culprit).startswith("23应为 22最可能有误，应为 22A301 ")
    (link,) = culprit.css("a")
    tip = page.css_first(f"#{link.attributes['aria-describedby']}")
    assert tip is not None
    assert tip.attributes["role"] == "tooltip"
    target = page.css_first(link.attributes["href"] or "")
    assert target is not None
    assert "finding error" in (target.attributes["class"] or "")
    clashing = page.css("td.clash")
    assert len(clashing) >= 6
    assert all(one.css("a[aria-describedby]") for one in clashing)
    assert texts(page, ".legend span")[:2] == ["最可能有误", "涉及的单元格"]


def test_a_blank_or_missing_cell_that_is_wrong_says_so() -> None:
    text = example("2021", ("|14|5|1|0|2|0|22|", "|14|5|1|0|2|0||"))

    page = page_of(run_of_text(text))

    assert texts(page, "td.culprit a") == ["空白"]


def test_the_many_cells_of_one_finding_are_tinted_and_not_each_explained() -> None:
    rows = [
        line for line in example().splitlines() if re.match(r"\|.*\|0\|0\|0\|0\|0\|0\|0\|$", line)
    ]
    text = example()
    for row in rows:
        text = text.replace(row, row.replace("|0|0|0|0|0|0|0|", "||||||||"))

    page = page_of(run_of_text(text))

    assert len(page.css("td.noted")) > 12
    assert page.css("td.noted a") == []
    assert "列入问题的单元格" in texts(page, ".legend span")


def test_a_table_that_is_missing_is_not_drawn() -> None:
    whole = example()
    start, end = whole.index("|行政复议|"), whole.index("## 五、")
    page = page_of(run_of_text(whole[:start] + "\n" + whole[end:]))

    assert len(page.css("table.form")) == 2
    assert page.css("table.form.review") == []


def test_a_form_without_header_groups_has_a_header_of_one_row() -> None:
    table = replace(load_form("2021").tables["applications"], header_groups=())

    drawn = grid(Drawn(table, sample_report({}), {}, "f1", "zh"))

    (head,) = drawn.head
    assert [cell.text for cell in head[1:]] == [column.label.text.zh for column in table.columns]
    assert (head[0].colspan, head[0].rowspan) == (3, 1)


def test_a_cell_that_is_not_there_says_so_and_a_dash_stays_a_dash() -> None:
    report = sample_report({})
    cells = {"review.reconsideration.upheld": ABSENT, "review.reconsideration.other": _DASH}
    report = replace(report, values={**report.values, **cells})

    drawn = grid(Drawn(load_form("2021").tables["review"], report, {}, "f1", "zh"))

    ((values,),) = drawn.bodies
    assert [cell.text for cell in values[:4]] == ["缺", "0", "—", "0"]
