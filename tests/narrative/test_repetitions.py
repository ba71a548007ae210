"""Doubled words are found where Chinese does not double them."""

from __future__ import annotations

import pytest

from linter.narrative.repetitions import repetitions
from tests.narrative.texts import prose


def _found(text: str, section: str | None = "overview") -> list[tuple[object, object]]:
    records = repetitions(prose({section: [text]}))
    return [(one.fields["kind"], one.fields["word"]) for one in records]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("对申请进行进行登记", "进行"),
        ("通过通过网站公开", "通过"),
        ("进一步进一步规范流程", "进一步"),
        ("认真认真落实要求", "认真"),
        ("我局我局按照要求", "我局"),
        ("重大政策的的出台", "的"),
        ("公开工作完成了了。", "了"),
        ("我我局按照要求", "我"),
        ("依法主动公开主动公开政府信息12条", "主动公开"),
        ("推进政务公开标准化政务公开标准化建设", "政务公开标准化"),
    ],
)
def test_what_never_stands_twice_is_certain(text: str, word: str) -> None:
    assert _found(text) == [("certain", word)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("完善监督保障保障机制", "保障"),
        ("科技计划资金资金使用", "资金"),
        ("由办公室办公室负责", "办公室"),
    ],
)
def test_what_might_be_two_words_is_likely(text: str, word: str) -> None:
    assert _found(text) == [("likely", word)]


@pytest.mark.parametrize(
    "text",
    [
        "更新主动公开公开指南",
        "县政府政府网站",
        "各部门部门预算均已公开",
        "政府信息公开申请申请人",
        "制定规范规范性文件管理的办法",
        "现行有效有效期为五年",
        "本年度报告报告期为一年",
        "在分管领导领导下开展工作",
        "层层压实责任，件件有着落",
        "往往、天天、看看、刚刚、渐渐",
        "为了了解群众需求",
        "一目了了然",
        "公开目的的实现",
        "的的确确取得成效",
        "一件一件抓落实，一条一条过",
        "逐项逐项核对",
        "研究研究、讨论讨论",
        "以及及时更新",
        "参与与监督",
        "（一）主动公开 公开信息12条",
        "主动公开\n公开信息12条",
        "非常非常重要",
        "2023 2023",
        "内容有：政策、解读。。。",
        "公开为常态、不公开为例外",
        "上网不涉密、涉密不上网",
        "谁主管谁负责、谁公开谁负责",
        "应公开尽公开",
    ],
)
def test_right_chinese_is_silent(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("marks", ["，，", "、、", "；；", "：：", "。。", "，。", "、。", "。，"])
def test_two_marks_in_a_row_are_told_apart(marks: str) -> None:
    assert _found(f"各项工作平稳{marks}有序") == [("punctuation", marks)]


def test_a_long_phrase_before_section_one_may_be_a_breadcrumb() -> None:
    assert _found("政府信息公开政府信息公开年报", None) == [("likely", "政府信息公开")]


def test_the_words_around_are_quoted_without_white_space() -> None:
    (one,) = repetitions(prose({"overview": ["全年通过 网站对申请进行进行登记、答复。"]}))
    assert one.text == "网站对申请进行进行登记、答复。"
