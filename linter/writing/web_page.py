"""A report as a web page of its own: nothing is loaded, and it prints on A4."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from linter.regex import regex
from linter.writing.draft import Cell, Draft, Grid

_GAP = regex("(?<= ) ")
_STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
:root { color-scheme: light dark; }
body { max-width: 60em; margin: 2em auto; padding: 0 1em; line-height: 1.75;
  font-family: 仿宋_GB2312, 仿宋, FangSong, STFangsong, serif; font-size: 1.125rem; }
h1 { text-align: center; font: 1.75rem/1.5 方正小标宋简体, 华文中宋, STZhongsong, 宋体, serif; }
h2 { font: 1.25rem/1.75 黑体, SimHei, "Heiti SC", sans-serif; margin: 1em 0 0.5em;
  text-indent: 2em; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
.sign-off { margin-top: 2em; }
.sign-off p { text-align: right; padding-right: 4em; text-indent: 0; }
.table { overflow-x: auto; margin: 0.75em 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.4; }
th, td { border: 1px solid; padding: 0.25em 0.35em; font-weight: normal; text-align: center; }
tbody th[scope="row"] { text-align: left; }
td { font-variant-numeric: tabular-nums; min-width: 1.5em; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 16pt; line-height: 28pt; }
  h1 { font-size: 22pt; } h2 { font-size: 16pt; break-after: avoid; }
  table { font-size: 9pt; } tr { break-inside: avoid; } .table { overflow: visible; }
}
""".strip()


def web_page(draft: Draft) -> bytes:
    """``draft`` as HTML in UTF-8."""
    body = "\n".join(_blocks(draft))
    title = shown(draft.title or "年度报告")
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _blocks(draft: Draft) -> Iterator[str]:
    if draft.title:
        yield f"<h1>{shown(draft.title)}</h1>"
    yield from map(_paragraph, draft.opening)
    for part in draft.parts:
        if part.heading:
            yield f"<h2>{shown(part.heading)}</h2>"
        yield from map(_paragraph, part.paragraphs)
        if part.grid is not None:
            yield _table(part.grid)
    if draft.closing:
        yield '<div class="sign-off">'
        yield from map(_paragraph, draft.closing)
        yield "</div>"


def _paragraph(text: str) -> str:
    return f"<p>{shown(text)}</p>"


def shown(text: str) -> str:
    """``text`` as it is, also where several spaces follow each other."""
    return _GAP.sub("&nbsp;", escape(text))


def _table(grid: Grid) -> str:
    rows = ["<tr>" + "".join(map(_cell, row)) + "</tr>" for row in grid.rows()]
    head, body = rows[: grid.header_rows], rows[grid.header_rows :]
    label = escape(grid.label)
    # Where it is too wide it scrolls, for which keyboards have to reach it.
    lines = [f'<div class="table" role="region" aria-label="{label}" tabindex="0">', "<table>"]
    if head:
        lines += ["<thead>", *head, "</thead>"]
    return "\n".join([*lines, "<tbody>", *body, "</tbody>", "</table>\n</div>"])


def _cell(cell: Cell) -> str:
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    if cell.role == "figure":
        return f"<td{spans}>{shown(cell.text)}</td>"
    return f'<th scope="{_scope(cell)}"{spans}>{shown(cell.text)}</th>'


def _scope(cell: Cell) -> str:
    if cell.role == "head":
        return "colgroup" if cell.colspan > 1 else "col"
    return "rowgroup" if cell.rowspan > 1 else "row"
