"""The example report as HTML, every part of which a test may print in another way."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from tests.examples import example_report
from tests.product import checked, differences, extracted, grave, ids
from tests.rendering import STATUTORY, Data, Style, content_of
from tests.rendering.grid import Grid, GridCell, grids_of, statutory_rows
from tests.rendering.wording import preamble

Draw = Callable[[Grid], str]
REPORT = example_report()
TITLE: str = REPORT["title"]
HEADINGS: dict[str, str] = {key: node["heading"] for key, node in REPORT["sections"].items()}


def article(
    *,
    title: str | None = None,
    paragraph: Callable[[str], str] | None = None,
    heading: Callable[[str], str] | None = None,
    table: Draw | None = None,
    tables: Mapping[str, str] | None = None,
    sign_off: str | None = None,
    style: Style = STATUTORY,
    data: Data = REPORT,
) -> str:
    """The article; ``tables`` gives the print of single tables by their section."""
    paragraph, table = paragraph or html_paragraph, table or html_table
    content = content_of(data, style)
    parts = [f"<h1>{escape(TITLE)}</h1>" if title is None else title]
    parts += map(paragraph, preamble(data))
    for section in content.sections:
        parts.append((heading or paragraph)(section.heading))
        parts += map(paragraph, section.before)
        drawn = (tables or {}).get(section.key)
        parts += [drawn] if drawn is not None else map(table, grids_of(section, style))
    signed = [paragraph(line) for line in (content.issuer, content.date) if line]
    parts += signed if sign_off is None else [sign_off]
    return "\n".join(parts)


def page(body: str, before: str = "", after: str = "") -> bytes:
    """A whole page around ``body``."""
    head = '<meta charset="utf-8"><title>石泉镇人民政府</title>'
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{before}{body}{after}</body></html>"
    ).encode()


def grid(section: str, style: Style = STATUTORY) -> Grid:
    """The one table of a section."""
    (only,) = grids(section, style)
    return only


def grids(section: str, style: Style = STATUTORY) -> tuple[Grid, ...]:
    """The tables of a section, table two maybe in four."""
    content = content_of(REPORT, style)
    return grids_of(next(s for s in content.sections if s.key == section), style)


def html_paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def html_table(grid: Grid, cell: Callable[[GridCell], str] | None = None) -> str:
    """``cell`` gives what stands in a cell."""
    inside = cell or (lambda cell: escape(cell.text))
    rows = (
        "<tr>" + "".join(f"<td{_spans(c)}>{inside(c)}</td>" for c in row) + "</tr>"
        for row in statutory_rows(grid)
    )
    caption = html_paragraph(grid.caption) if grid.caption else ""
    return f'{caption}<table border="1">{"".join(rows)}</table>'


def cells(inside: Callable[[str], str]) -> Draw:
    """Draws tables whose cells hold ``inside`` of their text."""
    return lambda grid: html_table(grid, lambda cell: inside(cell.text))


def _spans(cell: GridCell) -> str:
    return f' rowspan="{cell.rowspan}" colspan="{cell.colspan}"'


def expecting(sections: Mapping[str, Mapping[str, Any]] | None = None, **changed: Any) -> Data:
    """What is extracted where a few things are printed otherwise."""
    data = copy.deepcopy(REPORT) | changed
    for key, nodes in (sections or {}).items():
        data["sections"][key] |= nodes
    return data


def assert_read(
    printed: bytes, name: str = "a.html", expected: Data = REPORT, told: Sequence[str] = ()
) -> None:
    """The file is extracted as ``expected`` and nothing grave is found in it but what is told."""
    assert differences(expected, extracted(printed, name)) == {}
    assert ids(grave(checked(printed, name))) == list(told)
