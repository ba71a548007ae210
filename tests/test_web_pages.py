"""The article is found whatever a site builds around it, and read as a browser shows it."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Callable

import pytest

from linter.model.problem import InputProblem
from tests.examples import example_report
from tests.product import checked, differences, extracted, ids
from tests.rendering import BY_NAME, STATUTORY, content_of

_TITLE = "石泉镇2023年政府信息公开工作年度报告"
_LINKS = "".join(f"<li><a href=x>栏目{number}</a></li>" for number in range(20))
_YEARS = "".join(
    f"<li><a href=x>石泉镇20{year}年政府信息公开工作年度报告</a><span>20{year}-01-30</span></li>"
    for year in range(12, 23)
)
_HEAD = (
    "<div class=info>发布时间：2024-03-30 10:22 来源：石泉镇 浏览次数：<span>123</span>次 "
    "字号：[大 中 小] 【打印】【关闭】</div>"
)
_TAIL = (
    "<div>责任编辑：办公室</div><p>上一篇：<a href=x>石泉镇2022年政府信息公开工作年度报告</a></p>"
    f"<p>下一篇：没有了</p><p>相关附件：<a href=x.docx>{_TITLE}.docx</a></p>"
    "<div class=share>分享到：微信 微博</div>"
)
_MENU = (
    "<table><tr><td><a href=/>首页</a></td><td><a href=/a>政务公开</a></td>"
    "<td><a href=/b>互动交流</a></td><td><a href=/c>办事服务</a></td></tr></table>"
)
_FOOT = "<table><tr><td>版权所有：石泉镇人民政府 ICP备00000000号</td></tr></table>"


@functools.cache
def _article() -> str:
    return BY_NAME["html-article"].render(content_of(example_report()), STATUTORY).decode()


def _page(body: str, head: str = "") -> bytes:
    title = f"<title>{_TITLE}_石泉镇</title>"
    return f"<!DOCTYPE html><html><head>{title}{head}</head><body>{body}</body></html>".encode()


def _in_layout(body: str, depth: int) -> str:
    for _ in range(depth):
        body = f"<table><tr><td width=10>&nbsp;</td><td>{body}</td><td></td></tr></table>"
    return body


def _framed(article: str) -> str:
    return f'<div>栏目</div><iframe srcdoc="{html.escape(article)}"></iframe>'


def _split(article: str, repeat: bool) -> str:
    """Every table as two, behind its sixth row; the second with the header again or without."""

    def halves(match: re.Match[str]) -> str:
        rows = re.findall("<tr>.*?</tr>", match[0], re.DOTALL)
        again = rows[0] if repeat else ""
        return f"<table>{''.join(rows[:6])}</table><table>{again}{''.join(rows[6:])}</table>"

    return re.sub("<table.*?</table>", halves, article, flags=re.DOTALL)


_PAGES: dict[str, Callable[[str], str]] = {
    "one layout table": lambda article: _in_layout(article, 1),
    "layout tables in layout tables": lambda article: _in_layout(article, 5),
    "a menu, a column of links and a footer": lambda article: (
        f"{_MENU}<table><tr><td><ul>{_LINKS}</ul></td><td>{_in_layout(article, 2)}</td></tr>"
        f"</table>{_FOOT}"
    ),
    "the reports of other years": lambda article: (
        f"<ul class=nav>{_LINKS}</ul><div id=zoom>{article}</div><ul>{_YEARS}</ul>"
    ),
    "when and by whom it was put online": lambda article: _HEAD + article + _TAIL,
    "a form around everything": lambda article: (
        f"<form id=form1 class=header-form><div class=main-content>{article}</div></form>"
    ),
    "what is opened by a click": lambda article: (
        f"<details><summary>展开</summary>{article}</details>"
    ),
    "a frame that carries the article": _framed,
    "a hidden copy for the printer": lambda article: (
        f'{article}<div class=print style="display:none">{article}</div>'
    ),
    "a hidden copy before it": lambda article: (
        f'<div class=mobile style="display: none;">{article}</div>{article}'
    ),
    "blanks and breaks around the numbers": lambda article: re.sub(
        r">(\d+)<", r">&nbsp;\1&#8203;<br>&nbsp;<", article
    ),
    "a header whose corner is a row too short": lambda article: re.sub(
        'rowspan="3"', 'rowspan="2"', article, count=1
    ),
    "row spans that reach too far": lambda article: re.sub(
        r'rowspan="(\d+)"', lambda found: f'rowspan="{int(found[1]) + 40}"', article, count=1
    ),
}


@pytest.mark.parametrize("build", _PAGES.values(), ids=_PAGES.keys())
def test_report_is_read_from_a_page_with(build: Callable[[str], str]) -> None:
    data = _page(build(_article()))

    assert differences(extracted(_page(_article()), "a.html"), extracted(data, "a.html")) == {}
    assert ids(checked(data, "a.html").findings) == []


@pytest.mark.parametrize(
    "body",
    [
        f"<div>首页 &gt; 政务公开</div><h1>{_TITLE}</h1><iframe src=a.pdf></iframe>",
        f"<h1>{_TITLE}</h1><embed src=a.pdf><p>附件：<a href=a.pdf>{_TITLE}.pdf</a></p>{_LINKS}",
        f"<h1>{_TITLE}</h1><p>{_HEAD}</p><p>详见附件。</p>",
    ],
)
def test_page_that_only_leads_to_the_report_is_none(body: str) -> None:
    with pytest.raises(InputProblem) as caught:
        extracted(_page(body), "a.html")

    assert caught.value.rule == "E907"


def test_tables_that_are_pictures_are_said() -> None:
    pictures = re.sub("<table.*?</table>", "<p><img src=a.png></p>", _article(), flags=re.DOTALL)

    assert ids(checked(_page(pictures), "a.html").findings) == ["T216"]


@pytest.mark.parametrize("repeat", [False, True])
def test_tables_in_two_pieces_are_read_as_one(repeat: bool) -> None:
    data = _page(_split(_article(), repeat))

    assert differences(extracted(_page(_article()), "a.html"), extracted(data, "a.html")) == {}
