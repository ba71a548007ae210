"""Word documents as Word and WPS arrange them: the same report is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.layouts.article import HEADINGS, REPORT, TITLE, assert_read
from tests.readers.word import cell, paragraph, row, table, word
from tests.rendering import STATUTORY, content_of
from tests.rendering.grid import Grid, GridCell, grids_of, word_rows
from tests.rendering.wording import preamble

Draw = Callable[[Grid], str]
_SIGN_OFF = ("石泉镇人民政府", "2024年1月17日")


def _merged(grid: Grid) -> str:
    """The table with its merged cells as Word writes them."""
    return _table(grid, lambda part, begins: _cell(part, part.text if begins else "", begins))


def _cell(part: GridCell, text: str, begins: bool) -> str:
    width = f'<w:gridSpan w:val="{part.colspan}"/>' if part.colspan > 1 else ""
    merge = f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>' if part.rowspan > 1 else ""
    return cell(text, width + merge)


def _table(grid: Grid, draw: Callable[[GridCell, bool], str]) -> str:
    rows = (row(*(draw(part, begins) for part, begins in parts)) for parts in word_rows(grid))
    return table(*rows)


def _text_kept(grid: Grid) -> str:
    return _table(grid, lambda part, begins: _cell(part, part.text, begins))


def _merged_sideways(grid: Grid) -> str:
    """``w:hMerge`` of old versions: every grid column has a cell of its own."""

    def draw(part: GridCell, begins: bool) -> str:
        down = f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>'
        first = cell(part.text if begins else "", down + '<w:hMerge w:val="restart"/>')
        return first + cell("", down + "<w:hMerge/>") * (part.colspan - 1)

    return _table(grid, draw)


def _columns_before(grid: Grid) -> str:
    """The cells that go on at the left are left out, the row begins at a later column."""
    rows = []
    for parts in word_rows(grid):
        kept = list(parts)
        while not kept[0][1]:
            del kept[0]
        before = kept[0][0].column
        properties = f'<w:gridBefore w:val="{before}"/>' if before else ""
        rows.append(
            row(*(_cell(p, p.text if b else "", b) for p, b in kept), properties=properties)
        )
    return table(*rows)


def _in_another(grid: Grid) -> str:
    return table(row(cell(content=_merged(grid) + paragraph())))


def _tracked(grid: Grid) -> str:
    changed = '<w:del w:id="1"><w:r><w:delText>99</w:delText></w:r></w:del>'
    return _merged(grid).replace("<w:r>", f"{changed}<w:r>")


def _calculated(grid: Grid) -> str:
    return (
        _merged(grid)
        .replace("<w:r>", '<w:fldSimple w:instr="=SUM(LEFT)"><w:r>')
        .replace("</w:r>", "</w:r></w:fldSimple>")
    )


def _controlled(grid: Grid) -> str:
    return (
        _merged(grid)
        .replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>")
        .replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>")
    )


@pytest.mark.parametrize(
    "draw",
    [_merged, _text_kept, _merged_sideways, _columns_before, _in_another, _tracked, _calculated,
     _controlled],
    ids=lambda draw: draw.__name__.strip("_"),
)  # fmt: skip
def test_a_table_is_read_however_word_writes_it(draw: Draw) -> None:
    told = ("P805",) if draw is _tracked else ()
    assert_read(_document(draw=draw), "a.docx", told=told)


def _box(content: str) -> str:
    drawing = (
        f"<w:drawing><wp:anchor><w:txbxContent>{content}</w:txbxContent></wp:anchor></w:drawing>"
    )
    picture = f"<w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict>"
    return paragraph(
        runs=f"<w:r><mc:AlternateContent><mc:Choice>{drawing}</mc:Choice>"
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    "title",
    [
        _box(paragraph(TITLE)),
        table(row(cell(TITLE))),
        table(row(cell("石泉镇人民政府"), cell("文件"))) + paragraph("石政字〔2024〕3号")
        + paragraph(TITLE),
        paragraph(TITLE) + paragraph("目录") + "".join(
            paragraph(runs=f"<w:r><w:t>{heading}</w:t><w:tab/><w:t>{number}</w:t></w:r>")
            for number, heading in enumerate(HEADINGS.values(), 1)
        ),
    ],
    ids=["text box", "table", "letterhead", "contents"],
)  # fmt: skip
def test_the_title_is_found_where_layout_puts_it(title: str) -> None:
    assert_read(_document(title=title), "a.docx")


@pytest.mark.parametrize(
    "sign_off",
    [
        _box("".join(map(paragraph, _SIGN_OFF))),
        table(row(cell(), cell(content="".join(map(paragraph, _SIGN_OFF))))),
        table(*(row(cell(line)) for line in _SIGN_OFF)),
        paragraph(
            runs="<w:r><w:tab/><w:t>石泉镇人民政府</w:t><w:br/><w:t>2024年1月17日</w:t></w:r>"
        ),
        "".join(map(paragraph, (*_SIGN_OFF, "（此件公开发布）", "党政办　2024年1月18日印发"))),
    ],
    ids=["text box", "one cell", "two rows", "forced break", "issued"],
)
def test_the_sign_off_is_found_where_layout_puts_it(sign_off: str) -> None:
    assert_read(_document(sign_off=sign_off), "a.docx")


def _document(draw: Draw = _merged, title: str | None = None, sign_off: str | None = None) -> bytes:
    content = content_of(REPORT)
    parts = [paragraph(TITLE) if title is None else title]
    parts += map(paragraph, preamble(REPORT))
    for section in content.sections:
        parts += map(paragraph, (section.heading, *section.before))
        parts += map(draw, grids_of(section, STATUTORY))
    parts += map(paragraph, _SIGN_OFF) if sign_off is None else [sign_off]
    return word("".join(parts))
