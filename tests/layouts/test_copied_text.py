"""Text copied from browsers, mails and PDF files, and Markdown of exporters."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable

import pytest

from tests.layouts.article import TITLE, article, assert_read
from tests.rendering.grid import Grid, matrix, statutory_rows


def _text(table: Callable[[Grid], str], *, indent: str = "　　", title: str = TITLE) -> str:
    printed = article(title=title, paragraph=lambda text: indent + text + "\n", table=table)
    return html.unescape(printed)


def _rows(separator: str) -> Callable[[Grid], str]:
    return lambda grid: "".join(
        separator.join(cell.text for cell in row) + "\n" for row in statutory_rows(grid)
    )


def _wrapped(numbers_beside: int) -> Callable[[Grid], str]:
    """Labels cut after 14 characters, the numbers beside one of their lines."""

    def line(texts: list[str]) -> str:
        *groups, label = (text for text in texts if not _is_number(text))
        values = [text for text in texts if _is_number(text)]
        lines = [label[at : at + 14] for at in range(0, len(label), 14)]
        at = min(numbers_beside, len(lines) - 1)
        lines[at] = " ".join((lines[at], *values))
        return "\n".join((*groups, *lines)) + "\n"

    def draw(grid: Grid) -> str:
        rows = ([cell.text for cell in row] for row in statutory_rows(grid))
        if grid.width != 10:
            return _rows("\t")(grid)
        return "".join(line(row) if _has_numbers(row) else " ".join(row) + "\n" for row in rows)

    return draw


def _has_numbers(texts: list[str]) -> bool:
    return any(map(_is_number, texts))


def _is_number(text: str) -> bool:
    return text.replace(".", "").isdigit()


def _boxed(grid: Grid) -> str:
    rows = matrix(grid)
    wide = [max(_width(row[at]) for row in rows) for at in range(grid.width)]
    rule = "+" + "+".join("-" * (width + 2) for width in wide) + "+\n"
    return rule + "".join(
        "|" + "|".join(f" {t}{' ' * (w - _width(t))} " for t, w in zip(row, wide, strict=True))
        + "|\n" + rule
        for row in rows
    )  # fmt: skip


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _piped(grid: Grid) -> str:
    first, *rest = ("| " + " | ".join(row) + " |\n" for row in matrix(grid))
    return first + "|" + "---|" * grid.width + "\n" + "".join(rest) + "\n"


_TEXTS = {
    "rows of tabs, merged cells dropped": _text(_rows("\t")),
    "rows of single spaces": _text(_rows(" ")),
    "a cell a line": _text(_rows("\n")),
    "numbers beside the first line of a label": _text(_wrapped(0)),
    "numbers beside the second line of a label": _text(_wrapped(1)),
    "numbers beside the last line of a label": _text(_wrapped(9)),
    "a drawn grid": _text(_boxed),
    "page breaks": _text(_rows("\t")).replace("　　三、", "\f　　三、"),
    "quoted by a mail program": "".join(f"> {line}\n" for line in _text(_rows("\t")).split("\n")),
    "radicals for characters": _text(_rows("\t")).translate(str.maketrans("一人民工", "⼀⼈⺠⼯")),
    "variation selectors": _text(_rows("\t")).replace("总", "总\ufe00"),
}


@pytest.mark.parametrize("way", _TEXTS)
def test_copied_text_is_read(way: str) -> None:
    assert_read(_TEXTS[way].encode(), "a.txt")


def _markdown(heading: str, paragraph: str = "{}\n", title: str = f"# {TITLE}\n") -> str:
    printed = article(
        title=title,
        paragraph=lambda text: paragraph.format(text) + "\n",
        heading=lambda text: heading.format(text) + "\n",
        table=_piped,
    )
    return html.unescape(printed)


_MARKDOWN = {
    "pandoc's anchors and attributes": _markdown("## []{{#_Toc1 .anchor}}{} {{#a .unnumbered}}\n"),
    "pandoc's spans": _markdown("## {}\n", "[{}]{{.mark}}\n"),
    "bold headings": _markdown("**{}**\n", title=f"**{TITLE}**\n"),
    "title in the front matter": f"---\ntitle: {TITLE}\n---\n" + _markdown("## {}\n", title=""),
    "all of it quoted": "".join(f"> {line}\n" for line in _markdown("## {}\n").split("\n")),
}


@pytest.mark.parametrize("way", _MARKDOWN)
def test_markdown_of_exporters_is_read(way: str) -> None:
    assert_read(_MARKDOWN[way].encode(), "a.md")
