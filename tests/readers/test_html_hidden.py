"""Words that a page hides in its article are told; what it hides elsewhere is its own affair."""

from __future__ import annotations

import pytest

from linter.model.document import Annotation
from linter.readers import limits, read
from tests.readers.blocks import page, paragraphs

_PROSE = "<p>2023年，我局按照要求推进政府信息公开，各项工作平稳有序。</p>" * 4
_LINKS = "<li><a href=/1>首页</a><li><a href=/2>新闻</a><li><a href=/3>公开</a>"
_HIDDEN = "<p style='display:none'>内部掌握底稿</p>"


def told(body: str) -> list[str]:
    found = page(body).annotations
    assert all(one.kind == "hidden-on-page" for one in found)
    return [one.text for one in found]


@pytest.mark.parametrize(
    "hidden",
    [
        _HIDDEN,
        "<p hidden>内部掌握底稿</p>",
        "<p>公开<span style='mso-hide:all;display:none'>内部掌握底稿</span>信息</p>",
        "<p>公开<font style='VISIBILITY: hidden'>内部<b>掌握</b>\n底稿</font></p>",
        "<table><tr><td>规章<td>1<p style='display:none'>内部掌握底稿</p><tr><td>文件<td>2</table>",
    ],
)
def test_hidden_words_among_the_lines_of_an_article_are_told(hidden: str) -> None:
    assert [text.replace(" ", "") for text in told(_PROSE + hidden + _PROSE)] == ["内部掌握底稿"]


def test_they_are_not_read_and_have_a_place() -> None:
    document = read(
        "<p>甲</p>\n<p>乙<span hidden>内部掌握底稿</span>丙</p>\n<p>丁</p>".encode(), "a.html"
    )

    assert paragraphs(document) == ["甲", "乙丙", "丁"]
    (mark,) = document.annotations
    assert (mark.place.line, mark.place.column) == (2, 18)


@pytest.mark.parametrize(
    "body",
    [
        _PROSE,
        _PROSE + "<div style='display:none'>扫一扫在手机打开当前页</div>" + _PROSE,
        _PROSE + "<ul hidden><li>分享到微信朋友圈</ul>" + _PROSE,
        _PROSE + "<span style='display:none'>&zwj;</span><p hidden>甲乙丙</p>" + _PROSE,
        f"<ul>{_LINKS}{_HIDDEN}<li><a href=/4>互动</a></ul>{_PROSE}",
        f"{_PROSE}<div class=footer><p>主办单位</p>{_HIDDEN}<p>备案</p></div>",
        f"{_PROSE}<!-- 内部掌握底稿 --><script>'内部掌握底稿'</script>",
        f"{_PROSE}<noscript><p>内部掌握底稿</p></noscript>",
    ],
)
def test_what_pages_hide_by_themselves_is_not(body: str) -> None:
    assert told(body) == []


def test_a_long_text_is_cut() -> None:
    assert told(f"{_PROSE}<p hidden>{'底' * 300}</p>{_PROSE}") == ["底" * 200 + "……"]


def test_many_are_kept_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ANNOTATIONS", 3)

    assert len(told(_PROSE + _HIDDEN * 9 + _PROSE)) == 3


def test_a_page_without_hidden_text_has_no_annotations() -> None:
    none: tuple[Annotation, ...] = ()

    assert page(_PROSE).annotations == none
