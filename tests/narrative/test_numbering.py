"""Lists are followed through their levels; only a certain break is one."""

from __future__ import annotations

import pytest

from linter.narrative.numbering import list_items
from tests.narrative.texts import prose


def _breaks(*texts: str, section: str = "overview") -> list[tuple[object, object]]:
    return [
        (one.fields["label"], one.fields["due_label"])
        for one in list_items(prose({section: texts}))
        if one.fields["number"] != one.fields["due"]
    ]


@pytest.mark.parametrize(
    ("texts", "broken"),
    [
        (["（一）主动公开。", "（二）依申请公开。", "（四）平台建设。"], ("（四）", "（三）")),
        (["（一）主动公开。", "（三）平台建设。"], ("（三）", "（二）")),
        (["（一）公开。", "（二）申请。", "（二）管理。", "（三）平台。"], ("（二）", "（三）")),
        (["1.主动公开。", "2.依申请公开。", "4.平台建设。"], ("4.", "3.")),
        (["1、主动公开。", "2、依申请公开。", "2、平台建设。"], ("2.", "3.")),
        (["（1）主动公开。", "（3）平台建设。"], ("（3）", "（2）")),
        (["一是公开不及时；三是形式单一。"], ("三是", "二是")),
        (
            ["一是公开不及时，二是沟通不足，四是形式单一。".replace("，四", "。四")],
            ("四是", "三是"),
        ),
        (["一是公开不及时；二是沟通不足；二是形式单一。"], ("二是", "三是")),
        (["第一，加强学习。第三，加强培训。"], ("第三", "第二")),
        (
            ["（一）公开。一是网站；二是公众号。", "（二）申请。一是登记；三是答复。"],
            ("三是", "二是"),
        ),
        (["（九）甲。".replace("九", "一"), "（三）乙。", "（四）丙。"], ("（三）", "（二）")),
    ],
)
def test_a_number_skipped_or_used_twice_is_found(texts: list[str], broken: tuple[str, str]) -> None:
    assert _breaks(*texts) == [broken]


def test_beyond_ten_numbers_are_spelled_as_they_are_said() -> None:
    texts = [f"（{'一二三四五六七八九十'[n]}）甲。" for n in range(10)]
    assert _breaks(*texts, "（十二）乙。") == [("（十二）", "（十一）")]
    whole = [*texts, "（十一）甲。", "（十二）甲。"]
    assert _breaks(*whole) == []
    ones = "一二三四五六七八九"
    twenty = [*whole, *(f"（十{one}）甲。" for one in ones[2:]), "（二十）甲。"]
    assert _breaks(*twenty, "（二十二）乙。") == [("（二十二）", "（二十一）")]


@pytest.mark.parametrize(
    "texts",
    [
        ["（一）主动公开。", "（二）依申请公开。", "（三）政府信息管理。"],
        ["（一）公开。一是网站；二是公众号。", "（二）申请。一是登记；二是答复；三是送达。"],
        ["（一）公开。1.网站。2.公众号。", "（二）申请。1.登记。2.答复。"],
        ["一是公开（一是网站，二是公众号）；二是申请。"],
        ["一是网站（一是首页）。二是公众号（一是文章，二是视频）。三是公开栏。"],
        ["一是公开不及时；二、沟通不足；三是形式单一。"],
        ["一是公开不及时；二要沟通；三是形式单一。"],
        ["一是公开不及时，其二沟通不足；三是形式单一。"],
        ["一是公开不及时二是沟通不足。三是形式单一。"],
        ["确保群众获取信息二是依申请公开方面。三是管理方面。"],
        ["统一是前提，二是关键。三是保障。"],
        ["根据《条例》第二十条第（一）项、第（五）项公开。"],
        ["（一）主动公开。", "依申请公开", "（三）政府信息管理。"],
        ["（二）依申请公开。", "（四）平台建设。"],
        ["（三）依申请公开。", "（二）平台建设。"],
        ["1.主动公开", "1.2万条信息。", "2.依申请公开。"],
        ["公开信息12,345条。", "3.5%的申请。"],
        ["一是公开。", "（一）主动公开。", "（二）申请。"],
        ["（一）公开。", "2．申请。", "（二）管理。"],
        ["（一）问题。一是甲。二是乙。", "（二）改进。一是甲。二是乙。三是丙。"],
        ["第一，主动公开", "本年度积极公开。", "第二，筑牢质量关"],
        ["第一、二季度公开信息3条。第三、四季度公开信息5条。"],
        ["一是甲。二是乙。一是丙。三是丁。"],
        ["一是甲。二是乙。三是丙。二是丁。"],
        ["一是甲。一一是乙。二是丙。"],
        [],
    ],
)
def test_whole_lists_and_doubtful_ones_are_silent(texts: list[str]) -> None:
    assert _breaks(*texts) == []


def test_a_line_that_the_page_broke_begins_no_item() -> None:
    texts = [
        "（一）主动公开。按照《条例》第二十条规定公开机构职能、政策文件，以及第",
        "（四）项规定。",
    ]
    assert _breaks(*texts) == []


def test_tables_sections_have_their_own_numbers() -> None:
    assert list_items(prose({"applications": ["（一）予以公开", "（三）不予公开"]})) == ()


def test_an_item_says_what_it_follows_and_where_it_stands() -> None:
    records = list_items(prose({"problems": ["（一）问题。不够及时。", "（三）改进。已经整改。"]}))
    broken = records[-1]
    assert (broken.text, broken.fields["after"]) == ("（三）改进。已经整改。", "（一）")
    assert (broken.section, broken.place.line) == ("problems", 2)
