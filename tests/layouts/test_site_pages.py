"""Pages of government sites: whatever stands around the article is none of the report."""

from __future__ import annotations

import pytest

from tests.layouts.article import TITLE, article, assert_read, expecting, html_paragraph, page

_MENU = "".join(
    f'<li><a href="/{n}">{t}</a></li>' for n, t in enumerate(("首页", "政务公开", "年报"))
)
_CRUMBS = '<div>您的位置：<a href="/">首页</a> &gt; <a href="/nb">政府信息公开年报</a></div>'
_META = (
    "<div>发布日期：2024-01-18 09:30 来源：石泉镇人民政府 浏览次数：<span>128</span>"
    '【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>'
)
_INDEX = (
    "<table><tr><td>索 引 号</td><td>000000000/2024-00011</td><td>发文日期</td><td>2024-01-17</td>"
    f'</tr><tr><td>名　　称</td><td colspan="3">{TITLE}</td></tr></table>'
)
_TOOLS = (
    '<div><a href="#">【打印本页】</a> <a href="#">【关闭窗口】</a></div>'
    "<p>扫一扫在手机打开当前页</p>"
    '<p>上一篇：<a href="#">石泉镇2022年政府信息公开工作年度报告</a></p><p>下一篇：没有了</p>'
)
_FOOT = (
    "<div><p>主办：石泉镇人民政府　地址：石泉镇人民路1号</p>"
    "<p>网站标识码：0000000000　某ICP备00000000号</p></div>"
)
_OTHER_FOOT = (
    "<table><tr><td>河阳县人民政府办公室主办</td></tr><tr><td>2024年3月1日</td></tr></table>"
)
_FRAMES = {
    "lists, breadcrumbs, tools": page(
        f'<div class="bt">{TITLE}</div>{_META}<div id="zoom">{article(title="")}</div>',
        f"<ul>{_MENU}</ul>{_CRUMBS}",
        _TOOLS + _FOOT,
    ),
    "index table and attachment": page(
        _INDEX + f'<div class="tit">{TITLE}</div>' + article(title=""),
        _CRUMBS,
        f'<p>附件：<a href="/a.docx">{TITLE}.docx</a></p>{_FOOT}',
    ),
    "layout tables": page(
        f"<table><tr><td><ul>{_MENU}</ul></td></tr><tr><td><table><tr><td>{_CRUMBS}</td></tr>"
        f'<tr><td class="title">{TITLE}</td></tr><tr><td>{_META}</td></tr>'
        f"<tr><td>{article(title='')}</td></tr></table></td></tr><tr><td>{_FOOT}</td></tr></table>"
    ),
    "hidden copy for small screens": page(
        f'<div>{article()}</div><div style="display:none">{article()}</div>', after=_FOOT
    ),
    "copy for small screens": page(f"<div>{article()}</div><div>{article()}</div>", after=_FOOT),
    "imprint with another office and date": page(article(), after=_OTHER_FOOT),
    "contents with links": page(
        article(),
        "<ul>"
        + "".join(f'<li><a href="#{h}">{h}</a></li>' for h in ("一、总体情况", "六、其他事项"))
        + "</ul>",
    ),
    "one cell a paragraph": page(
        article(paragraph=lambda text: f"<table><tr><td>{text}</td></tr></table>")
    ),
    "saved by Word": page(
        article(
            paragraph=lambda text: (
                "<p class=MsoNormal style='mso-char-indent-count:2.0'><span lang=EN-US>"
                f"{text}<o:p></o:p></span></p>"
            )
        )
        + "<!--[if gte vml 1]><v:shape><v:imagedata src='1.png'/></v:shape><![endif]-->",
        "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->",
    ),
}


@pytest.mark.parametrize("frame", _FRAMES)
def test_the_report_is_read_and_nothing_around_it(frame: str) -> None:
    assert_read(_FRAMES[frame])


def test_without_a_sign_off_the_last_section_ends_before_the_pages_own_lines() -> None:
    printed = page(article(sign_off=""), after=_TOOLS + _FOOT)

    assert_read(printed, expected=expecting(signed_on=None, issuer="石泉镇"))


@pytest.mark.parametrize(
    "sign_off",
    [
        "<p>石泉镇人民政府<br>2024年1月17日</p>",
        "<p>石泉镇人民政府&nbsp;&nbsp;&nbsp;2024年1月17日</p>",
        "<p>石 泉 镇 人 民 政 府</p><p>2024 年 1 月 17 日</p>",
        "<p>石泉镇人民政府（公章） 2024年1月17日</p>",
        "<table><tr><td></td><td>石泉镇人民政府</td></tr><tr><td></td><td>2024年1月17日</td></tr></table>",
        "<table><tr><td>石泉镇人民政府</td><td>2024年1月17日</td></tr></table>",
        "<p>石泉镇人民政府</p><p>2024年1月17日</p><p>党政办　2024年1月18日印发</p>",
    ],
)
def test_a_sign_off_is_found_however_it_is_laid_out(sign_off: str) -> None:
    assert_read(page(article(sign_off=sign_off)))


@pytest.mark.parametrize(
    "below",
    ["石政发〔2024〕3号", "（2024年1月17日）", "2024-01-18", "石泉镇人民政府　2024年1月18日"],
)
def test_a_line_below_the_title_is_no_part_of_it(below: str) -> None:
    assert_read(page(article(title=f"<h1>{TITLE}</h1>{html_paragraph(below)}")))
