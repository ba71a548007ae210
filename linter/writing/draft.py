"""A report as it is printed: every text worded, every cell in its place, no format chosen yet."""

from __future__ import annotations

from typing import Literal

from linter.records import record

Role = Literal["head", "label", "figure"]


@record
class Cell:
    """A cell at its upper left corner, rows and columns counted from 0.

    ``path`` names the cell of the form that a figure fills.
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    role: Role = "label"
    path: str = ""


@record
class Grid:
    """The statutory table ``key``.

    ``widths`` are those of its columns, in millimetres of a page of A4. Its first
    ``header_rows`` stand again at the head of each page.
    """

    key: str
    label: str
    widths: tuple[float, ...]
    height: int
    header_rows: int
    cells: tuple[Cell, ...]

    def rows(self) -> list[list[Cell]]:
        """The cells that begin in each row, from left to right."""
        rows: list[list[Cell]] = [[] for _ in range(self.height)]
        for cell in sorted(self.cells, key=lambda cell: cell.column):
            rows[cell.row].append(cell)
        return rows

    def covered_rows(self) -> list[list[Cell]]:
        """The cells that each row covers, also those that begin above it."""
        rows: list[list[Cell]] = [[] for _ in range(self.height)]
        for cell in sorted(self.cells, key=lambda cell: cell.column):
            for row in range(cell.row, cell.row + cell.rowspan):
                rows[row].append(cell)
        return rows


@record
class Part:
    """A section: its paragraphs stand above its table. A table may stand without a heading."""

    heading: str | None
    paragraphs: tuple[str, ...]
    grid: Grid | None


@record
class Draft:
    """A whole report on the form of ``edition``."""

    edition: str
    title: str | None
    opening: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: tuple[str, ...]
