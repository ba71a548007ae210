"""Sentences, whatever lines the text is broken over."""

from __future__ import annotations

import re

from linter.narrative.sentences import Sentence, paragraphs, sentences, without_titles
from tests.narrative.texts import prose


def _paragraphs(*texts: str) -> list[str]:
    return [one.text for one in paragraphs(prose({"problems": texts}).passages)]


def _sentences(*texts: str) -> tuple[Sentence, ...]:
    return sentences(prose({"problems": texts}).passages)


def test_a_line_goes_on_until_a_sentence_ends() -> None:
    torn = ["我局按照要求公开政府信息三百条并及时", "更新了公开目录，答复了申请。", "全年无投诉。"]
    assert _paragraphs(*torn) == ["".join(torn[:2]), torn[2]]


def test_numbers_labels_and_sub_headings_begin_paragraphs() -> None:
    texts = [
        "（一）存在的主要问题",
        "公开目录更新不够及时并且有的栏目分类不清",
        "一是人员力量不足并且经办人员更换比较频繁",
        "2.公开的形式比较单一并且解读材料比较少",
        "改进情况：已经合并栏目并且更新了公开目录",
        "（二）下一步打算",
    ]
    assert _paragraphs(*texts) == texts


def test_a_short_line_ends_a_paragraph() -> None:
    lines = ["本年度政府信息公开工作总体平稳有序", "没有投诉", "本年度没有需要报告的其他重要事项"]
    assert _paragraphs(*lines) == ["".join(lines[:2]), lines[2]]


def test_a_forced_line_break_is_a_line() -> None:
    assert _paragraphs("公开不够及时。\n\n改进情况：无") == ["公开不够及时。", "改进情况：无"]


def test_sentences_are_kept_as_printed_and_as_matched() -> None:
    first, second = _sentences("２０２３年， 未收取费用；没有其他（事项）！")
    assert (first.text, first.folded) == ("２０２３年，未收取费用", "2023年,未收取费用")
    assert second.folded == "没有其他(事项)"


def test_a_sign_that_folds_into_several_is_no_trouble() -> None:
    (only,) = _sentences("公开不够及时‼尚需改进")
    assert (only.text, only.folded) == ("公开不够及时‼尚需改进", "公开不够及时!!尚需改进")


def test_the_comma_of_thousands_ends_no_clause() -> None:
    (only,) = _sentences("收取2,950元,共25件，已上缴")
    assert only.clauses == ("收取2,950元", "共25件", "已上缴")


def test_a_clause_is_quoted_as_printed() -> None:
    (only,) = _sentences("２０２３年，收取２元，已上缴")
    assert only.clause(re.compile("2元")) == "收取２元"
    assert only.clause(re.compile("3元")) == only.text


def test_a_long_sentence_is_quoted_in_part() -> None:
    (only,) = _sentences("公开" * 100)
    assert only.quoted == f"{'公开' * 30}……"


def test_no_text_has_no_sentences() -> None:
    assert sentences(()) == ()


def test_names_of_documents_are_taken_out() -> None:
    assert without_titles("按照《信息处理费管理办法》(试行)办理") == "按照(试行)办理"
