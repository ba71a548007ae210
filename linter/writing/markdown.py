"""A report as Markdown: pipe tables with all header rows of the form, merged cells empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.regex import regex
from linter.writing.draft import Draft, Grid

# What a backslash takes its meaning from, and what only an entity does: bars make tables, tags
# and braces are markup, gaps make columns.
_MARK = r"[\\`*_~\[\]#]|^[-+=>.)]|(?:(?<=^[0-9])|(?<=^[0-9]{2}))[.)](?= )"
_ENTITY = "[|│┃║｜<&{]|(?<=[ \u3000\xa0])[ \u3000\xa0]|[\u3000\xa0]"
_ESCAPED = regex(f"(?P<mark>{_MARK})|{_ENTITY}")


def markdown(draft: Draft) -> bytes:
    """``draft`` in UTF-8. Nothing in its texts is taken for a mark."""
    return ("\n\n".join(_blocks(draft)) + "\n").encode()


def _blocks(draft: Draft) -> Iterator[str]:
    if draft.title:
        yield f"# {escaped(draft.title)}"
    yield from map(escaped, draft.opening)
    for part in draft.parts:
        if part.heading:
            yield f"## {escaped(part.heading)}"
        yield from map(escaped, part.paragraphs)
        if part.grid is not None:
            yield _table(part.grid)
    # The room for a date is for people to write in.
    yield from (escaped(line.replace("\u3000", " ")) for line in draft.closing)


def escaped(text: str) -> str:
    """``text`` so that Markdown shows it as it is, on a line of its own."""
    return _ESCAPED.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found["mark"] else f"&#{ord(found[0])};"


def _table(grid: Grid) -> str:
    width = len(grid.widths)
    rows = [["" for _ in range(width)] for _ in range(grid.height)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text
    lines = ["|" + "|".join(map(escaped, row)) + "|" for row in rows]
    lines.insert(1, "|" + "---|" * width)
    return "\n".join(lines)
