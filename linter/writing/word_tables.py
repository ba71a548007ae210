"""The statutory tables in Word's XML, as wide as the page and with merged cells."""

from __future__ import annotations

from html import escape

from linter.writing.draft import Cell, Grid

_TWIPS = 1440 / 25.4
_WIDE = 8
"""Columns from which on a table is set in the smaller size."""
_SHORT = 20
"""Rows up to which a table stands on one page."""


def word_table(grid: Grid) -> str:
    """``grid`` as ``w:tbl``. Its header rows stand again on every page."""
    widths = [round(width * _TWIPS) for width in grid.widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    style = "TableTextSmall" if len(widths) > _WIDE else "TableText"
    rows = "".join(
        _row(row, number, grid, widths, style) for number, row in enumerate(grid.covered_rows())
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(row: list[Cell], number: int, grid: Grid, widths: list[int], style: str) -> str:
    header = "<w:tblHeader/>" if number < grid.header_rows else ""
    keep = "<w:keepNext/>" if grid.height <= _SHORT and number < grid.height - 1 else ""
    cells = "".join(_cell(cell, number, widths, style, keep) for cell in row)
    height = '<w:trHeight w:val="340" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{header}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, row: int, widths: list[int], style: str, keep: str) -> str:
    width = sum(widths[cell.column : cell.column + cell.colspan])
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    begins = row == cell.row
    merge = ""
    if cell.rowspan > 1:
        merge = '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    text = escape(cell.text, quote=False) if begins else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    left = '<w:jc w:val="left"/>' if cell.role == "label" and cell.rowspan == 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
        f'<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{left}</w:pPr>{run}</w:p></w:tc>'
    )
