"""Statutory tables drawn in excerpts, with the cells that clash highlighted."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.table import Table
from rich.text import Text

from linter.reporting.columns import Layout
from linter.reporting.drawing import INDENT, Drawing, Row
from linter.reporting.excerpt import Mark
from linter.reporting.lettering import Lettering
from linter.reporting.typesetting import text_width, wrapped

STYLES: dict[Mark | None, str] = {
    "culprit": "bold white on red",
    "clash": "bold black on yellow",
    None: "",
}
PLAIN = (" ", " ")
FRAMES: dict[Mark | None, tuple[str, str]] = {
    "culprit": ("*", "*"),
    "clash": ("[", "]"),
    None: PLAIN,
}
"""What stands on either side of a value, for terminals without colour."""


def drawn_tables(drawing: Drawing, lettering: Lettering, room: int) -> Iterator[Table]:
    """The drawing as one table, or as several where its columns do not fit into ``room``."""
    for layout in drawing.layouts(room):
        yield _table(drawing, layout, lettering)


def _table(drawing: Drawing, layout: Layout, lettering: Lettering) -> Table:
    shape = box.SQUARE if lettering.boxes else box.ASCII
    table = Table(box=shape, border_style="dim", padding=0, header_style="")
    table.add_column("", width=layout.label_width + 2, no_wrap=True, overflow="crop")
    for heading, width in zip(layout.headings, layout.widths, strict=True):
        text = Text("\n".join(f" {line:>{_pad(line, width)}} " for line in heading), "bold")
        table.add_column(text, width=width + 2, no_wrap=True, overflow="crop", vertical="bottom")
    for row in drawing.rows:
        table.add_row(_label(row, layout.label_width), *_cells(row, layout, lettering))
    return table


def _label(row: Row, width: int) -> Text:
    indent = " " * (1 + INDENT * row.depth)
    folded = wrapped(row.label, max(2, width - INDENT * row.depth))
    return Text("\n".join(indent + part for part in folded), "" if row.cells else "dim")


def _cells(row: Row, layout: Layout, lettering: Lettering) -> Iterator[Text]:
    """The row's cells in this piece of the drawing; each fills its column with its colour."""
    cells = row.cells[layout.start : layout.stop] if row.cells else ()
    for cell, width in zip(cells, layout.widths, strict=False):
        left, right = PLAIN if lettering.coloured else FRAMES[cell.mark]
        framed = f"{left}{cell.text}{right}"
        yield Text(f"{framed:>{_pad(framed, width + 2)}}", STYLES[cell.mark])


def _pad(text: str, width: int) -> int:
    """The width in characters that makes ``text`` take ``width`` columns."""
    return width - text_width(text) + len(text)
