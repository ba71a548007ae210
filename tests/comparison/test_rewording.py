"""Sentence by sentence, and within a sentence word by word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.comparison.model import Piece
from linter.comparison.rewording import pieces, sentence_changes
from linter.comparison.sentences import sentences, without_layout


def _shown(old: str, new: str) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[piece.kept].format(piece.text) for piece in pieces(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("主动公开信息326条。", "主动公开信息318条。", "主动公开信息[-326-]{+318+}条。"),
        ("办结率98.5%以上。", "办结率99%以上。", "办结率[-98.5%-]{+99%+}以上。"),
        ("举办培训2次。", "举办业务培训2次。", "举办{+业务+}培训2次。"),
        ("使用Word编写。", "使用Excel编写。", "使用[-Word-]{+Excel+}编写。"),
        ("公开收费12,500元。", "公开收费12,600元。", "公开收费[-12,500-]{+12,600+}元。"),
    ],
)
def test_numbers_and_latin_words_change_as_a_whole(old: str, new: str, shown: str) -> None:
    assert _shown(old, new) == shown


def test_what_two_wordings_have_in_common_by_chance_is_no_part_kept() -> None:
    assert (
        _shown("我局甲乙的丙丁工作。", "我局戊己的庚辛工作。")
        == "我局[-甲乙的丙丁-]{+戊己的庚辛+}工作。"
    )


def test_a_new_wording_is_told_from_a_new_sentence() -> None:
    old = ["举办开放日2次。", "组织培训1次，参加40人次。"]
    new = ["组织培训3次，参加55人次。", "新建河长信箱。"]
    changes = sentence_changes(old, new)
    assert [(change.kind, change.old, change.new) for change in changes] == [
        ("removed", old[0], ""),
        ("changed", old[1], new[0]),
        ("added", "", new[1]),
    ]


def test_the_same_sentences_are_no_change() -> None:
    assert sentence_changes(["甲。", "乙。"], ["甲。", "乙。"]) == ()
    assert sentence_changes([], []) == ()


_LONG = "甲乙丙丁" * 20
_WORDS = st.text("甲乙丙。12", min_size=1, max_size=12)
_TEXTS = st.lists(_WORDS, max_size=6)


@settings(max_examples=60, deadline=None)
@given(_TEXTS, _TEXTS)
def test_changes_make_the_new_text_of_the_old_one(old: list[str], new: list[str]) -> None:
    changes = sentence_changes(old, new)
    left, right = list(old), list(new)
    for change in changes:
        if change.kind != "added":
            left.remove(change.old)
        if change.kind != "removed":
            right.remove(change.new)
    assert sorted(left) == sorted(right)
    assert not [p for change in changes for p in change.pieces if not p.text]


@settings(max_examples=60, deadline=None)
@given(st.text("甲乙丙。，12a", max_size=30), st.text("甲乙丙。，12a", max_size=30))
def test_pieces_are_both_sentences(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.kept != "added") == old
    assert "".join(piece.text for piece in found if piece.kept != "removed") == new


def _varied(step: int, length: int) -> str:
    return "".join(chr(0x4E00 + step * index * index % 5003) for index in range(length)) + "。"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["甲乙。"] * 6000 + ["丙。"], ["丁。"] + ["乙甲。"] * 6000),
        ([f"甲{n}。" for n in range(3000)], [f"乙{n}。" for n in range(3000)]),
        ([_varied(7, 4000)] * 120 + ["甲。"], [_varied(11, 4000)] * 120 + ["乙。"]),
        (["甲" * 40_000 + "乙丙。"], ["丁" + "甲" * 39_000 + "戊丙。"]),
        ([f"第{n}件{_LONG}" for n in range(190)], [f"{n}年{_LONG}" for n in range(190)]),
    ],
)  # fmt: skip
def test_hostile_texts_are_compared_in_bounded_time(old: list[str], new: list[str]) -> None:
    start = time.process_time()
    changes = sentence_changes(old, new)
    assert time.process_time() - start < 5
    assert any(change.old for change in changes)


def test_what_is_too_long_to_be_aligned_is_replaced_as_a_whole() -> None:
    old, new = "甲乙" * 5000, "乙丙" * 5000
    assert pieces(old, new) == (Piece("removed", old), Piece("added", new))


def test_sentences_end_with_their_mark_and_with_the_paragraph() -> None:
    assert sentences(["（一）主动公开", "甲说：“公开。”乙；丙！丁"]) == (
        "（一）主动公开", "甲说：“公开。”", "乙；", "丙！", "丁",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "plain"),
    [("公开 20 件", "公开20件"), ("a\nb", "a b"), ("  公开\n信息　件 ", "公开信息件"), ("", "")],
)
def test_how_a_text_is_set_is_no_part_of_it(text: str, plain: str) -> None:
    assert without_layout(text) == plain
