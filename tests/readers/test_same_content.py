"""One content in every format gives the same paragraphs and the same grid."""

from __future__ import annotations

import re
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model.document import Document
from linter.readers import read
from tests.readers.blocks import Row, grid, outline, tables
from tests.readers.word import cell, paragraph, row, table, word

Content = list[str | list[Row]]

_WORDS = st.text(st.sampled_from("一二三（）、。政府信息公开工作件0123456789 "), min_size=1).map(
    str.strip
)
_LINES = _WORDS.filter(lambda text: bool(text) and "  " not in text)
_NUMBERS = st.sampled_from(["0", "3", "15", "", "—"])


@st.composite
def _tables(draw: st.DrawFn) -> list[Row]:
    width = draw(st.integers(2, 5))
    head = draw(st.lists(_LINES, min_size=width, max_size=width))
    body = draw(
        st.lists(st.tuples(_LINES, st.lists(_NUMBERS, min_size=width - 1, max_size=width - 1)),
                 min_size=1, max_size=4)
    )  # fmt: skip
    return [head, *([label, *numbers] for label, numbers in body)]


@st.composite
def _contents(draw: st.DrawFn) -> Content:
    """Paragraphs with tables between them."""
    content: Content = [draw(_LINES)]
    for _ in range(draw(st.integers(0, 2))):
        content += [draw(_tables()), draw(_LINES)]
    return content


def _text(content: Content) -> bytes:
    blocks = [
        block if isinstance(block, str) else "\n".join("\t".join(line) for line in block)
        for block in content
    ]
    return "\n\n".join(blocks).encode()


def _markdown(content: Content) -> bytes:
    blocks = []
    for block in content:
        if isinstance(block, str):
            blocks.append(re.sub(r"^(\d+)", r"\1", block))
        else:
            lines = [f"| {' | '.join(line)} |" for line in block]
            lines.insert(1, "|" + "---|" * len(block[0]))
            blocks.append("\n".join(lines))
    return ("# 年度报告\n\n" + "\n\n".join(blocks)).encode()


def _html(content: Content) -> bytes:
    blocks = []
    for block in content:
        if isinstance(block, str):
            blocks.append(f"<p>{escape(block)}</p>")
        else:
            lines = ("<td>" + "</td><td>".join(map(escape, line)) + "</td>" for line in block)
            blocks.append("<table><tr>" + "</tr><tr>".join(lines) + "</tr></table>")
    return f"<!doctype html><body>{''.join(blocks)}</body>".encode()


def _word(content: Content) -> bytes:
    return word(
        "".join(
            paragraph(block) if isinstance(block, str) else table(
                *(row(*map(cell, line)) for line in block)
            )
            for block in content
        )
    )  # fmt: skip


def _grids(document: Document) -> list[list[tuple[str, int, int, int, int]]]:
    return [grid(found) for found in tables(document)]


@settings(deadline=None)
@given(_contents())
def test_html_and_word_give_the_content_itself(content: Content) -> None:
    assert outline(read(_html(content))) == content
    assert outline(read(_word(content))) == content


@settings(deadline=None)
@given(_contents())
def test_markdown_gives_what_html_gives(content: Content) -> None:
    document = read(_markdown(content), "a.md")

    assert outline(document) == ["年度报告", *content]
    assert _grids(document) == _grids(read(_html(content)))


@settings(deadline=None)
@given(_contents())
def test_rows_of_text_give_what_html_gives(content: Content) -> None:
    document = read(_text(content))

    assert outline(document) == content
    assert _grids(document) == _grids(read(_html(content)))
