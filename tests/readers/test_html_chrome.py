"""What a page wraps around its article is told by the page's structure."""

from __future__ import annotations

import pytest

from linter.model.document import Document
from tests.readers.blocks import page, pictures, table

_ARTICLE = "".join(
    f"<p>{number}、我镇高度重视政务公开工作，安排专人负责，完善制度。</p>" for number in range(12)
)
_LINKS = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("首页", "新闻", "公开"))


def _chrome(document: Document) -> list[str]:
    return [getattr(block, "text", "表") for block in document.blocks if block.chrome]


def _in(body: str) -> list[str]:
    return _chrome(page(f"{body}<div class=content>{_ARTICLE}</div>"))


@pytest.mark.parametrize(
    "opening",
    [
        "<nav>",
        "<aside>",
        "<header>",
        "<footer>",
        "<div class=nav>",
        "<div class='a mainNav b'>",
        "<div id=top_menu>",
        "<div class=page-header>",
        "<div class=headerbg>",
        "<ul class=breadcrumbs>",
        "<section class=sidebar-left>",
        "<div id=relatedNews>",
        "<div class='bottom share'>",
        "<div class=footerbox>",
        "<form class=toolbar>",
    ],
)
def test_elements_named_for_it_are_chrome(opening: str) -> None:
    assert _in(f"{opening}版权所有</{opening[1:].split()[0].rstrip('>')}><p>甲</p>") == ["版权所有"]


@pytest.mark.parametrize(
    "opening",
    ["<div>", "<div class=unavailable>", "<div class=content>", "<p class=footer>", "<h2 id=nav>"],
)
def test_other_elements_are_not(opening: str) -> None:
    assert _in(f"{opening}甲") == []


def test_each_element_of_a_name_is_chrome() -> None:
    assert _in("<div class=footer>甲</div><p>乙</p><div class=footer>丙</div>") == ["甲", "丙"]


def test_what_is_made_of_links_is_chrome() -> None:
    assert _in(f"<ul>{_LINKS}</ul>") == ["首页", "新闻", "公开"]
    assert _in("<p>附件：<a href=a.pdf>年报</a></p>") == []


def test_trail_of_links_is_chrome() -> None:
    assert _in(
        "<p>位置：<a href=/>首页</a> > <a href=/a>公开</a> > 某某县年度报告全文</p><p>甲</p>"
    ) == ["位置：首页 > 公开 > 某某县年度报告全文"]


def test_table_of_links_is_chrome() -> None:
    cells = "".join(f"<td><a href=/{n}>栏目{n}</a>" for n in range(4))

    document = page(f"<table><tr>{cells}</table>{_ARTICLE}")

    assert table(document).chrome


def test_links_inside_the_article_do_not_make_it_chrome() -> None:
    body = _ARTICLE.replace("政务公开", "<a href=/>政务公开</a>")

    assert _chrome(page(f"<div>{body}</div>")) == []


@pytest.mark.parametrize("opening", ["<div class=has-sidebar>", "<header>", "<div id=nav>"])
def test_what_holds_most_of_the_text_is_no_chrome(opening: str) -> None:
    assert _chrome(page(f"{opening}{_ARTICLE}")) == []


def test_names_mean_nothing_inside_the_article_without_links() -> None:
    document = page(
        f"<div class=content>{_ARTICLE}<div class=section-header>二、主动公开</div>"
        f"<header>三、申请</header><div class=share><a href=/a>分享</a><a href=/b>打印</a></div>"
        f"<ul class=related><li><a href=/c>相关文件</a>三</ul></div>"
    )

    assert _chrome(document) == ["分享打印", "相关文件三"]


def test_main_heading_is_never_chrome() -> None:
    document = page(f"<header><h1>年报</h1><p>某某县</p></header><div>{_ARTICLE}</div>")

    assert _chrome(document) == ["某某县"]


def test_pictures_in_chrome_are_chrome() -> None:
    document = page(f"<footer><img src=a.png></footer>{_ARTICLE}<img src=b.png>")

    assert [picture.chrome for picture in pictures(document)] == [True, False]


def test_page_without_text_of_its_own_has_no_article() -> None:
    assert _chrome(page(f"<ul>{_LINKS}</ul>")) == ["首页", "新闻", "公开"]
