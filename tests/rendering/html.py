"""HTML: the bare article, and the pages of government sites that wrap it."""

from __future__ import annotations

import html
from collections.abc import Callable

from tests.rendering.content import Content
from tests.rendering.grid import Grid, GridCell, grids_of, statutory_rows
from tests.rendering.style import Style

Cell = Callable[[GridCell], str]


def bare_article(content: Content, style: Style) -> str:
    """Title, paragraphs and tables, nothing around them."""
    return "\n".join(_article(content, style, plain_table, _paragraph))


def site_page(content: Content, style: Style) -> str:
    """A whole page of a government site; every run in a span of its own, numbers split."""
    article = "\n".join(_article(content, style, _span_table, _span_paragraph))
    return _page(content, f'<div class="article-content" id="zoom">\n{article}\n</div>', "utf-8")


def gbk_page(content: Content, style: Style) -> str:
    """The same page, which says that it is in GBK."""
    article = "\n".join(_article(content, style, _span_table, _span_paragraph))
    return _page(content, f'<div id="UCAP-CONTENT">\n{article}\n</div>', "gb2312")


def unclosed_tags(content: Content, style: Style) -> str:
    """Uppercase tags of old editors, cells, rows and paragraphs never closed."""

    def draw(grid: Grid) -> str:
        rows = ("<TR>" + "".join(map(_unclosed_cell, row)) for row in statutory_rows(grid))
        table = "<TABLE BORDER=1>\n" + "\n".join(rows) + "\n</TABLE>"
        return _captioned(grid, _unclosed_paragraph) + table

    body = "\n".join(_article(content, style, draw, _unclosed_paragraph))
    title = html.escape("".join(content.title))
    return f"<HTML><HEAD><TITLE>{title}</TITLE><BODY BGCOLOR=#FFFFFF>\n{body}\n"


def layout_table(content: Content, style: Style) -> str:
    """The page is a table itself: a column of links on the left, the article on the right."""
    article = "\n".join(_article(content, style, plain_table, _paragraph))
    return (
        '<html><body><table width="1000"><tr><td colspan="2">政务公开　首页　机构职能</td></tr>\n'
        '<tr><td width="200"><ul><li><a href="/zn">政府信息公开指南</a></li>'
        '<li><a href="/nb">政府信息公开年报</a></li></ul></td>\n'
        f'<td valign="top">\n{article}\n</td></tr>\n'
        '<tr><td colspan="2" align="center">版权所有：县人民政府　网站标识码：0000000000</td></tr>'
        "</table></body></html>\n"
    )


def plain_table(grid: Grid) -> str:
    """A table with its spans."""
    rows = ("<tr>" + "".join(map(_plain_cell, row)) + "</tr>" for row in statutory_rows(grid))
    table = '<table border="1">\n' + "\n".join(rows) + "\n</table>"
    return _captioned(grid, _paragraph) + table


def _article(
    content: Content, style: Style, table: Callable[[Grid], str], paragraph: Callable[[str], str]
) -> list[str]:
    parts = [f"<h1>{'<br>'.join(map(html.escape, content.title))}</h1>"] if content.title else []
    parts += map(paragraph, content.preamble)
    for section in content.sections:
        parts += map(paragraph, (section.heading, *section.before))
        parts += map(table, grids_of(section, style))
        parts += map(paragraph, section.after)
    indent = "\xa0" * 40 if style.right_aligned else ""
    parts += [paragraph(indent + text) for text in (content.issuer, content.date) if text]
    return parts


def _captioned(grid: Grid, paragraph: Callable[[str], str]) -> str:
    return paragraph(grid.caption) + "\n" if grid.caption else ""


def _spans(cell: GridCell) -> str:
    rows = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    columns = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    return columns + rows


def _text(text: str) -> str:
    return html.escape(text).replace("\n", "<br>").replace("\xa0", "&nbsp;")


def _paragraph(text: str) -> str:
    return f"<p>{_text(text)}</p>"


def _plain_cell(cell: GridCell) -> str:
    return f"<td{_spans(cell)}>{_text(cell.text)}</td>"


def _unclosed_paragraph(text: str) -> str:
    return f"<P ALIGN=left>{_text(text)}"


def _unclosed_cell(cell: GridCell) -> str:
    spans = _spans(cell).upper().replace('"', "")
    return f"<TD{spans}><P>{_text(cell.text) or '&nbsp;'}"


def _span_paragraph(text: str) -> str:
    return f'<p style="text-indent: 2em">{_runs(text)}<span><o:p></o:p></span></p>'


def _span_table(grid: Grid) -> str:
    rows = ("<tr>\n" + "\n".join(map(_span_cell, row)) + "\n</tr>" for row in statutory_rows(grid))
    table = '<table cellspacing="0" border="1"><tbody>\n' + "\n".join(rows) + "\n</tbody></table>"
    return f"{_captioned(grid, _span_paragraph)}<div>\n{table}\n</div>"


def _span_cell(cell: GridCell) -> str:
    lines = "\n".join(f"<p>{_runs(line)}</p>" for line in cell.text.split("\n"))
    return f'<td{_spans(cell)} valign="center">\n{lines}\n</td>'


def _runs(text: str) -> str:
    """Runs as Word writes them into HTML: cut anywhere, also inside numbers and years."""
    if not text:
        return "<span>&nbsp;</span>"
    cut = len(text) // 2
    pieces = (_text(piece) for piece in (text[:cut], text[cut:]) if piece)
    return "".join(f'<span><font face="仿宋_GB2312">{piece}</font></span>' for piece in pieces)


def _page(content: Content, article: str, charset: str) -> str:
    title = html.escape("".join(content.title) or "县人民政府门户网站")
    issuer = html.escape(content.issuer or "县人民政府")
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}_{issuer}</title>
<style>.nav li {{ float: left }}</style>
<script>document.write("<p>一、总体情况</p>");</script>
</head>
<body>
<div class="header"><ul class="nav">
<li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>
<li><a href="/zmhd/">政民互动</a></li><li><a href="/bsfw/">办事服务</a></li></ul></div>
<div class="breadcrumb">您当前的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt;
<a href="/zwgk/nb/">政府信息公开年报</a></div>
<table class="meta"><tbody>
<tr><td>索引号</td><td>K00001-0203-0001</td><td>信息分类</td><td>政府信息公开年报</td></tr>
<tr><td>发布机构</td><td>{issuer}</td><td>文号</td><td></td></tr>
<tr><td>名称</td><td colspan="3">{title}</td></tr>
</tbody></table>
{article}
<div class="related"><h3>相关链接</h3><ul>
<li><a href="/zwgk/1.html">政府信息公开指南</a></li>
<li><a href="/zwgk/2.html">重点领域信息公开目录</a></li></ul></div>
<div class="footer"><p>主办单位：{issuer}　承办单位：大数据中心</p>
<p>备案号：京备00000000号　网站标识码：0000000000</p><p>版权所有 未经许可不得转载</p></div>
</body>
</html>
"""
