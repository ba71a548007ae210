"""What does not matter when labels are compared: width, white space, punctuation, numbering."""

from __future__ import annotations

import pytest

from linter.structure.folding import Numbered, bare, fold, numbered, squeeze


def test_squeezing_drops_every_kind_of_white_space_and_invisible_character() -> None:
    assert squeeze("政\u3000府 信\t息\n公\u200b开\ufeff") == "政府信息公开"


def test_squeezing_keeps_width_and_punctuation() -> None:
    assert squeeze("（一） 主动公开，２０２３年") == "（一）主动公开，２０２３年"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("（一）１２．５％", "(一)12.5%"),
        ("总　计", "总计"),
        ("①主动公开", "(1)主动公开"),
        ("⑳", "(20)"),
        ("㈠主动公开", "(一)主动公开"),
        ("㈩", "(十)"),
    ],
)
def test_folding_gives_half_width_forms_without_white_space(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "number", "style"),
    [
        ("一、总体情况", 1, "一、"),
        ("一.总体情况", 1, "一、"),
        ("一．总体情况", 1, "一、"),
        ("一，总体情况", 1, "一、"),
        ("一：总体情况", 1, "一、"),
        ("十一、总体情况", 11, "一、"),
        ("第一部分 总体情况", 1, "一、"),
        ("（一）总体情况", 1, "(一)"),
        ("(一)、总体情况", 1, "(一)"),
        ("㈠总体情况", 1, "(一)"),
        ("1.总体情况", 1, "1."),
        ("１．总体情况", 1, "1."),
        ("1、总体情况", 1, "1."),
        ("1）总体情况", 1, "1."),
        ("1总体情况", 1, "1."),
        ("12.总体情况", 12, "1."),
        ("（1）总体情况", 1, "(1)"),
        ("①总体情况", 1, "(1)"),
        ("总体情况", None, ""),
    ],
)
def test_a_label_is_taken_apart_into_number_style_and_wording(
    text: str, number: int | None, style: str
) -> None:
    assert numbered(text) == Numbered(number, style, "总体情况")


@pytest.mark.parametrize(
    "text", ["2023年，我镇", "1.5万元", "12345热线", "三公经费", "一件事一次办"]
)
def test_what_only_looks_like_a_number_is_part_of_the_wording(text: str) -> None:
    assert numbered(text).number is None


@pytest.mark.parametrize(
    "text",
    [
        "危及“三安全一稳定”",
        "危及“三安全一稳定",
        "危及「三安全一稳定」",
        '3.危及 "三安全一稳定"',
        "（3）危及'三安全\n一稳定'",
    ],
)
def test_quotation_marks_and_breaks_do_not_change_the_wording(text: str) -> None:
    assert numbered(text).body == "危及三安全一稳定"


def test_bare_text_has_no_punctuation() -> None:
    assert bare("本年增/减,(单位:万元)…") == "本年增减单位万元"
