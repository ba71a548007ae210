"""Which paragraphs are the headings of the six sections."""

from __future__ import annotations

import time

import pytest

from linter.forms import EDITIONS, load_form
from linter.structure.headings import Heading, find_headings, statutory_number
from linter.structure.outline import find_outline
from tests.structure.documents import (
    KEYS,
    NUMERALS,
    SIX,
    WORDINGS,
    Part,
    blocks,
    chrome,
    heading,
)


def _found(*parts: Part, edition: str = "2021") -> list[Heading]:
    return find_headings(blocks(*parts), edition)


def _keys(*parts: Part) -> list[str | None]:
    return [found.key for found in _found(*parts)]


def _with_text(*headings: Part) -> list[Part]:
    """Each heading with a paragraph below it."""
    return [part for printed in headings for part in (printed, "本项工作有序开展。")]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_statutory_headings_are_found_in_order(edition: str) -> None:
    found = _found(*_with_text(*SIX), edition=edition)
    assert [(h.key, h.number, h.exact, h.rest) for h in found] == [
        (key, number, True, "") for number, key in enumerate(KEYS, start=1)
    ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_accepted_and_every_known_wording_is_recognised(edition: str) -> None:
    for key, label in load_form(edition).sections.items():
        for wording in label.variants:
            assert [(h.key, h.exact) for h in _found(wording, edition=edition)] == [(key, True)]
        for wording in label.deviations:
            assert [(h.key, h.exact) for h in _found(wording, edition=edition)] == [(key, False)]


@pytest.mark.parametrize(
    "style",
    ["{}、{}", "{}.{}", "{}．{}", "{}，{}", "{}：{}", "第{}部分 {}", "（{}）{}", "{} {}", "{}　{}"],
)
def test_numbering_in_any_style_is_understood(style: str) -> None:
    printed = [style.format(n, w) for n, w in zip(NUMERALS, WORDINGS, strict=True)]
    found = _found(*_with_text(*printed))
    assert [(h.key, h.number) for h in found] == list(zip(KEYS, range(1, 7), strict=True))


def test_arabic_numbers_are_understood() -> None:
    printed = [f"{number}.{wording}" for number, wording in enumerate(WORDINGS, start=1)]
    assert _keys(*_with_text(*printed)) == list(KEYS)


def test_headings_without_numbers_are_found() -> None:
    found = _found(*_with_text(*WORDINGS))
    assert [(h.key, h.number) for h in found] == [(key, None) for key in KEYS]


def test_headings_that_only_the_format_marks_are_found() -> None:
    assert _keys(*_with_text(*(heading(wording) for wording in WORDINGS))) == list(KEYS)


@pytest.mark.parametrize("printed", ["一 、 总 体 情 况", "一、　总体情况", "一、总体\u200b情况"])
def test_white_space_inside_a_heading_does_not_matter(printed: str) -> None:
    assert [(h.key, h.exact) for h in _found(printed, "正文。")] == [("overview", True)]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("一、总体工作情况", "overview"),
        ("二、主动公开政府信息的情况", "disclosure"),
        ("三、收到和处理政府信息公开申请情况表", "applications"),
        ("四、政府信息公开行政复议和行政诉讼情况", "review"),
        ("五、存在问题和改进措施", "problems"),
        ("六、其它需要报告的事项", "other"),
        ("六、其他事项", "other"),
    ],
)
def test_an_altered_heading_is_read_and_known_to_deviate(printed: str, key: str) -> None:
    six = [printed if k == key else s for k, s in zip(KEYS, SIX, strict=True)]
    found = find_outline(blocks(*_with_text(*six)), "2021").headings
    assert [h.key for h in found] == list(KEYS)
    assert [h.printed for h in found if not h.exact] == [printed]


@pytest.mark.parametrize(
    ("line", "printed", "rest"),
    [
        ("一、总体情况：2023年，我镇有序开展工作。", "一、总体情况", "2023年，我镇有序开展工作。"),
        ("一、总体情况 2023年，我镇有序开展工作", "一、总体情况", "2023年，我镇有序开展工作"),
        ("一、总体情况⏎我镇有序开展工作。", "一、总体情况", "我镇有序开展工作。"),
        ("一、总体情况。我镇有序开展工作。", "一、总体情况", "我镇有序开展工作。"),
        ("六、其他需要报告的事项：无。", "六、其他需要报告的事项", "无。"),
        ("六、其他需要报告的事项 无", "六、其他需要报告的事项", "无"),
    ],
)
def test_text_behind_a_heading_on_its_line_is_kept_apart(
    line: str, printed: str, rest: str
) -> None:
    assert [(h.printed, h.rest) for h in _found(line)] == [(printed, rest)]


@pytest.mark.parametrize("line", ["一、总体情况：", "一、总体情况。", "一、总体情况:"])
def test_punctuation_behind_a_heading_is_no_part_of_it(line: str) -> None:
    assert [(h.printed, h.rest) for h in _found(line)] == [("一、总体情况", "")]


def test_a_long_paragraph_can_open_with_a_heading() -> None:
    found = _found("一、总体情况：" + "我镇有序开展工作。" * 100)
    assert [(h.key, len(h.rest)) for h in found] == [("overview", 900)]


def test_a_sentence_that_mentions_a_heading_is_none() -> None:
    sentences = (
        "本报告包括总体情况、主动公开政府信息情况等六个部分。",
        "主动公开政府信息情况良好，收到和处理政府信息公开申请情况正常。",
        "以下是总体情况。" * 20,
    )
    assert _keys(*sentences) == []


@pytest.mark.parametrize("numbers", ["（一）|（二）", "（一）、|（二）、", "1.|2.", "①|②"])
def test_sub_headings_of_the_same_wording_are_no_headings(numbers: str) -> None:
    first, second = numbers.split("|")
    subs = [first + WORDINGS[1], "正文。", second + WORDINGS[2], "正文。"]
    found = _found(SIX[0], *subs, *_with_text(*SIX[1:]))
    assert [h.printed for h in found] == list(SIX)


def test_bare_sub_headings_of_the_same_wording_are_no_headings() -> None:
    found = _found(SIX[0], WORDINGS[1], "正文。", *_with_text(*SIX[1:]))
    assert [h.printed for h in found] == list(SIX)


@pytest.mark.parametrize("leader", ["", "……{}", "........ {}", "\t{}", "·····{}"])
def test_a_table_of_contents_is_no_heading(leader: str) -> None:
    contents = [six + leader.format(page) for page, six in enumerate(SIX, start=1)]
    found = _found("目录", *contents, *_with_text(*SIX))
    assert [h.key for h in found] == list(KEYS)
    assert [h.index for h in found] == [7 + 2 * at for at in range(6)]


def test_a_table_of_contents_above_the_title_is_no_heading() -> None:
    found = _found("目录", *SIX, "石泉镇2023年政府信息公开工作年度报告", *_with_text(*SIX))
    assert [h.index for h in found] == [8 + 2 * at for at in range(6)]


def test_empty_sections_one_below_the_other_are_no_table_of_contents() -> None:
    assert _keys(*SIX) == list(KEYS)


def test_headings_of_page_furniture_do_not_count() -> None:
    found = _found(*(chrome(six) for six in SIX), *_with_text(*SIX))
    assert [h.index for h in found] == [6 + 2 * at for at in range(6)]


def test_two_equal_headings_are_both_found() -> None:
    keys = _keys(*_with_text(*SIX[:2], SIX[1], *SIX[2:]))
    assert keys == ["overview", "disclosure", "disclosure", *KEYS[2:]]


def test_a_heading_of_the_same_kind_that_the_form_lacks_has_no_key() -> None:
    shifted = ["二、工作机制保障", *(f"三、{WORDINGS[1]}", f"四、{WORDINGS[2]}")]
    found = _found(*_with_text(SIX[0], *shifted))
    assert [(h.key, h.printed) for h in found][1] == (None, "二、工作机制保障")
    assert len(found) == 4


def test_a_seventh_heading_behind_the_sixth_has_no_key() -> None:
    assert _keys(*_with_text(*SIX, "七、附件")) == [*KEYS, None]


def test_where_the_format_marks_headings_only_marked_ones_are_added() -> None:
    marked = [heading(six) for six in SIX]
    found = _found(*_with_text(*marked[:1]), "二、依申请公开", *_with_text(*marked[1:]))
    assert [h.key for h in found] == list(KEYS)


def test_where_the_format_marks_headings_an_unmarked_seventh_is_none() -> None:
    marked = [heading(six) for six in SIX]
    assert _keys(*_with_text(*marked, "七、附件")) == list(KEYS)
    assert _keys(*_with_text(*marked, heading("七、附件"))) == [*KEYS, None]
    assert _keys(*_with_text(*marked, heading("七、附件", level=4))) == list(KEYS)


def test_a_numbered_list_inside_a_section_adds_no_heading() -> None:
    listed = ["一、加强领导", "二、落实责任。", "正文。"]
    assert _keys(*_with_text(*SIX[:5]), *listed, *_with_text(SIX[5])) == list(KEYS)


def test_sections_are_counted_from_one() -> None:
    assert [statutory_number("2021", key) for key in KEYS] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "hostile",
    ["字" + " " * 200_000 + "字", "字" + "." * 200_000 + "字", "一、" + "\t" * 200_000 + "字"],
    ids=["blanks", "dots", "tabs"],
)
def test_a_hostile_paragraph_is_passed_over_quickly(hostile: str) -> None:
    start = time.monotonic()
    assert _keys(hostile, *_with_text(*SIX)) == list(KEYS)
    assert time.monotonic() - start < 5
