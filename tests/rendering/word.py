"""Word documents: our own XML in the ways of Word and WPS, and python-docx's."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.rendering.content import Content
from tests.rendering.grid import Grid, GridCell, grids_of, word_rows
from tests.rendering.style import Style

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = (
    f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_MAIN}.numbering+xml"/></Types>'
)
_RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/{{}}" Target="{{}}"/></Relationships>'
)
_NUMBERING = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="{_W}">'
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
)
_BOLD = "<w:rPr><w:b/></w:rPr>"


def python_docx(content: Content, style: Style) -> bytes:
    """As python-docx writes it: headings as styles, merged cells, one run a paragraph."""
    document = docx.Document()
    if content.title:
        document.add_heading("\n".join(content.title), level=0)
    for text in content.preamble:
        document.add_paragraph(text)
    for section in content.sections:
        document.add_heading(section.heading, level=1)
        for text in section.before:
            document.add_paragraph(text)
        for grid in grids_of(section, style):
            _add_table(document, grid)
        for text in section.after:
            document.add_paragraph(text)
    for text in filter(None, (content.issuer, content.date)):
        paragraph = document.add_paragraph(text)
        if style.right_aligned:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def bold_headings(content: Content, style: Style) -> bytes:
    """Headings are bold paragraphs, runs are cut anywhere, every cell has its own width."""
    return _package(_body(content, style, _bold, _table))


def numbered_headings(content: Content, style: Style) -> bytes:
    """The number of a heading is Word's own and stands nowhere in the text."""
    return _package(_body(content, style, _numbered, _table))


def content_controls(content: Content, style: Style) -> bytes:
    """Tables and headings stand in content controls (``w:sdt``)."""

    def heading(text: str) -> str:
        return _controlled(_bold(text))

    def table(grid: Grid) -> str:
        return _controlled(_table(grid))

    return _package(_body(content, style, heading, table))


def _add_table(document: Document, grid: Grid) -> None:
    if grid.caption:
        document.add_paragraph(grid.caption)
    table = document.add_table(rows=grid.height, cols=grid.width, style="Table Grid")
    rows = [row.cells for row in table.rows]
    for cell in grid.cells:
        target = rows[cell.row][cell.column]
        if cell.rowspan > 1 or cell.colspan > 1:
            bottom, right = cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1
            target = target.merge(rows[bottom][right])
        target.text = cell.text


def _body(
    content: Content,
    style: Style,
    heading: Callable[[str], str],
    table: Callable[[Grid], str],
) -> str:
    parts = [_paragraph(line, centred=True) for line in content.title]
    parts += map(_paragraph, content.preamble)
    for section in content.sections:
        parts.append(heading(section.heading))
        parts += map(_paragraph, section.before)
        parts += map(table, grids_of(section, style))
        parts += map(_paragraph, section.after)
    indent = " " * 30 if style.right_aligned else ""
    parts += [_paragraph(indent + text) for text in (content.issuer, content.date) if text]
    return "".join(parts)


def _paragraph(text: str, *, centred: bool = False, properties: str = "") -> str:
    alignment = '<w:jc w:val="center"/>' if centred else ""
    return f"<w:p><w:pPr>{alignment}</w:pPr>{_runs(text, properties)}</w:p>"


def _bold(heading: str) -> str:
    return _paragraph(heading, properties=_BOLD)


def _numbered(heading: str) -> str:
    """A heading whose number (「一、」) is left to Word's numbering; others as they are."""
    if heading[1:2] != "、":
        return _bold(heading)
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr>{_runs(heading[2:], _BOLD)}</w:p>"


def _controlled(block: str) -> str:
    properties = '<w:sdtPr><w:id w:val="1"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{block}</w:sdtContent></w:sdt>"


def _runs(text: str, properties: str = "") -> str:
    """Two runs, cut in the middle, also inside a number."""
    cut = len(text) // 2
    pieces = (_with_breaks(piece) for piece in (text[:cut], text[cut:]) if piece)
    return "".join(f"<w:r>{properties}{piece}</w:r>" for piece in pieces)


def _with_breaks(text: str) -> str:
    pieces = (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\n"))
    return "<w:br/>".join(pieces)


def _table(grid: Grid) -> str:
    caption = _paragraph(grid.caption) if grid.caption else ""
    columns = '<w:gridCol w:w="900"/>' * grid.width
    rows = "".join(
        "<w:tr>" + "".join(_cell(cell, begins) for cell, begins in row) + "</w:tr>"
        for row in word_rows(grid)
    )
    return f"{caption}<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _cell(cell: GridCell, begins: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    merge = ""
    if cell.rowspan > 1:
        merge = '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    lines = cell.text.split("\n") if begins else [""]
    text = "".join(map(_paragraph, lines))
    return f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>{span}{merge}</w:tcPr>{text}</w:tc>'


def _package(body: str) -> bytes:
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}"><w:body>'
        f"{body}<w:sectPr/></w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS.format("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _RELATIONS.format("numbering", "numbering.xml"),
        "word/numbering.xml": _NUMBERING,
        "word/document.xml": document,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()
