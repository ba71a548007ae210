"""In text files nothing but the mistake changes: encoding, marks, line ends, mark-up stay."""

from __future__ import annotations

import pytest

from linter.model.fix import Edit
from linter.model.place import Place
from linter.repair.text_source import TextSource
from tests.examples import example_report
from tests.rendering import BY_NAME
from tests.repair.mending import mended


def _edited(text: str, edit: Edit, kind: str = "text", encoding: str = "utf-8") -> str | None:
    source = TextSource(text.encode(encoding), kind)
    changes = source.located(edit)
    return None if changes is None else source.written(changes).decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, line_end: str) -> None:
    printed = BY_NAME["txt-cell-a-line"].print(example_report()).decode()
    right = printed.replace("\n", line_end)
    wrong = right.replace(f"{line_end}\t行政规范性文件", f"{line_end}\t规范性文件")
    assert wrong != right

    after = mended(wrong.encode(encoding), "report.txt", unsafe=False)

    assert after == right.encode(encoding)


def test_only_what_differs_in_a_heading_changes() -> None:
    edit = Edit(Place(1, 4), "五、存在的问题及整改措施", "五、存在的问题及改进情况")

    assert _edited("## **五、存在的问题及整改措施**\n", edit, "markdown") == (
        "## **五、存在的问题及改进情况**\n"
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<td><p><b>1</b><b>2</b></p></td>", "<td><p><b>21</b><b></b></p></td>"),
        ("<td>&#49;2</td>", "<td>21</td>"),
        ("<td>\n １ ２</td>", "<td>\n 21</td>"),
    ],
)
def test_number_in_a_page_changes_whole_and_the_tags_around_it_stay(
    source: str, expected: str
) -> None:
    assert _edited(source, Edit(Place(1, 5), "12", "21"), "html") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<td></td>", "<td>0</td>"),
        ("<td><p>&nbsp;</p></td>", "<td><p>0</p></td>"),
        ('<td> <p align="center"><span> </span></p></td>', None),
    ],
)
def test_empty_cell_of_a_page_gets_its_number_inside_its_paragraph(
    source: str, expected: str | None
) -> None:
    expected = expected or '<td> <p align="center"><span>0</span></p></td>'

    assert _edited(source, Edit(Place(1, 5), "", "0"), "html") == expected


def test_what_replaces_text_in_a_page_is_escaped() -> None:
    assert _edited("<p>甲</p>", Edit(Place(1, 4), "甲", "甲<&乙"), "html") == "<p>甲&lt;&amp;乙</p>"


def test_character_that_the_encoding_lacks_is_a_reference_in_a_page() -> None:
    page = '<meta charset="big5"><p>條例</p>'

    edited = _edited(page, Edit(Place(1, 25), "條例", "这例"), "html", "big5hkscs")

    assert edited == '<meta charset="big5"><p>&#36825;例</p>'


def test_missing_character_is_put_in_behind_the_one_before() -> None:
    edit = Edit(Place(1, 1), "12月31", "12月31日")

    assert _edited("至2023年12月31止。", edit) == "至2023年12月31日止。"


def test_spaces_inside_a_date_go() -> None:
    edit = Edit(Place(1, 1), "2024年1月17日", "2024年1月17日")

    assert _edited("　2024 年 1 月 17 日", edit) == "　2024年1月17日"


def test_text_that_is_not_at_its_place_is_no_reason_to_write() -> None:
    assert _edited("甲乙", Edit(Place(1, 1), "丙", "丁")) is None
    assert _edited("甲乙", Edit(Place(9, 1), "甲", "丁")) is None


def test_file_with_damaged_characters_is_left_alone() -> None:
    printed = BY_NAME["txt-cell-a-line"].print(example_report())
    damaged = printed.replace("规范性文件".encode(), "规范性文件".encode()[:-1], 1)

    assert mended(damaged, "report.txt") == damaged
