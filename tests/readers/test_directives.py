"""Comments addressed to this tool: what stands in them and what they stand before."""

from __future__ import annotations

import time

import pytest

from linter.model.document import Directive, Document, Paragraph
from linter.model.problem import InputProblem
from linter.readers import read
from linter.readers.limits import MAX_DIRECTIVES

COMMENT = "<!-- nianbao: ignore T209 -->"


def _document(text: str, name: str = "a.txt") -> Document:
    return read(text.encode(), name)


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def _directive(text: str, name: str = "a.txt") -> Directive:
    [directive] = _document(text, name).directives
    return directive


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_it_is_no_text_and_bounds_the_line_that_follows(name: str) -> None:
    document = _document(f"甲\n\n{COMMENT}\n乙\n丙\n", name)
    assert _texts(document) == ["甲", "乙", "丙"]
    [directive] = document.directives
    assert directive.text == "ignore T209"
    assert (directive.place.line, directive.place.column) == (3, 1)
    assert (directive.begin, directive.end, directive.table) == ((4, 1), (5, 1), None)


def test_in_a_page_it_bounds_the_paragraph_that_follows() -> None:
    page = f"<p>甲</p>{COMMENT}<p>乙\n乙</p><p>丙</p>"
    document = _document(page, "a.html")
    directive = document.directives[0]
    assert document.format == "html"
    assert directive.begin is not None
    assert directive.end is not None
    assert page.index("乙") == directive.begin[1] - 1
    assert directive.end == (2, 9)


def test_it_knows_the_table_that_follows() -> None:
    directive = _directive(f"甲\n\n{COMMENT}\n\n|一|二|\n|--|--|\n|1|2|\n\n乙\n", "a.md")
    assert (directive.begin, directive.end, directive.table) == ((5, 2), (9, 1), 1)


def test_at_the_end_nothing_follows() -> None:
    directive = _directive(f"甲\n{COMMENT}\n")
    assert (directive.begin, directive.end) == (None, None)
    directive = _directive(f"{COMMENT}\n甲\n")
    assert (directive.begin, directive.end) == ((2, 1), None)


def test_it_may_run_over_lines_and_what_follows_keeps_its_place() -> None:
    document = _document("<!-- 年报：忽略 T209\n理由：存档 -->甲\n乙\n")
    assert _texts(document) == ["甲", "乙"]
    assert [block.place.line for block in document.blocks] == [2, 3]
    assert document.directives[0].text == "忽略 T209\n理由：存档"


@pytest.mark.parametrize(
    "text",
    [
        "<!-- 年报：正文开始 -->\n甲",
        "<!-- begin -->\n甲",
        "<!-- nianbao begin -->\n甲",
        "甲\n<!-- nianbao: ignore T209\n乙",
        "nianbao: ignore T209\n甲",
    ],
)
def test_other_comments_are_none(text: str) -> None:
    assert _document(text, "a.md").directives == ()


@pytest.mark.parametrize(
    "comment", ["<!--NIANBAO：ignore T209-->", "<!-- 年报 : 全文忽略 T209 -->"]
)
def test_spelling_is_free(comment: str) -> None:
    assert _document(f"{comment}\n甲").directives


def test_too_many_are_refused() -> None:
    with pytest.raises(InputProblem) as caught:
        _document(COMMENT * (MAX_DIRECTIVES + 1) + "甲")
    assert caught.value.facts["limit"] == "directives"


@pytest.mark.parametrize("piece", ["<!-- nianbao: ", "<!--" + " " * 50, "<!-- nianbao:" + "-" * 50])
def test_hostile_comments_cost_little(piece: str) -> None:
    start = time.monotonic()
    _document("甲\n" + piece * 50_000)
    assert time.monotonic() - start < 3
