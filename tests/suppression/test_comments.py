"""What a comment in a report may say, and what is wrong with it otherwise."""

from __future__ import annotations

import datetime

import pytest

from linter.suppression.comments import Mistake, Request, requested
from tests.product import rules

RULES = tuple(rules().rules.values())
DAY = datetime.date(2026, 12, 31)


def _asked(text: str) -> Request:
    request = requested(text, RULES)
    assert request is not None
    return request


def _mistake(text: str) -> tuple[str, str]:
    with pytest.raises(Mistake) as caught:
        requested(text, RULES)
    return caught.value.mistake, caught.value.found


@pytest.mark.parametrize(
    ("text", "names", "reason", "until"),
    [
        ("ignore T209 reason: archived", ("T209",), "archived", None),
        ("忽略 T209 理由：存档文本", ("T209",), "存档文本", None),
        ("忽略T209 原因: 存档文本", ("T209",), "存档文本", None),
        ("IGNORE t209, label REASON: archived", ("t209", "label"), "archived", None),
        ("忽略：T209、S105，D4 理由：存档", ("T209", "S105", "D4"), "存档", None),
        ("ignore T209 reason: archived until 2026-12-31", ("T209",), "archived", DAY),
        ("ignore T209 until 2026-12-31 reason: archived", ("T209",), "archived", DAY),
        ("忽略 T209 理由：存档（至 2026-12-31）", ("T209",), "存档", DAY),
        ("忽略 T209 理由：存档，截至：2026年12月31日。", ("T209",), "存档", DAY),
        ("忽略 T209 至2026.12.31 理由：存档", ("T209",), "存档", DAY),
        ("忽略 T209\n理由：核对工作\n  持续到明年", ("T209",), "核对工作\n  持续到明年", None),
        ("ignore T209 reason: kept until the form changes", ("T209",),
         "kept until the form changes", None),
    ],
)  # fmt: skip
def test_it_names_rules_a_reason_and_perhaps_a_day(
    text: str, names: tuple[str, ...], reason: str, until: datetime.date | None
) -> None:
    request = _asked(text)
    assert (request.names, request.reason, request.until) == (names, reason, until)
    assert not request.whole_file


def test_names_stand_for_rules_as_in_select() -> None:
    assert _asked("忽略 label 理由：存档").ids == {"T209"}
    assert _asked("忽略 S10 理由：存档").ids == {r.id for r in RULES if r.id.startswith("S10")}


@pytest.mark.parametrize("verb", ["ignore-file", "全文忽略", "忽略全文", "Ignore-File"])
def test_it_may_be_about_the_whole_file(verb: str) -> None:
    assert _asked(f"{verb} T209 理由：存档").whole_file


@pytest.mark.parametrize("text", ["begin", "正文开始", "", "2023 report", "<p>"])
def test_a_comment_of_another_kind_is_none_of_ours(text: str) -> None:
    assert requested(text, RULES) is None


@pytest.mark.parametrize(
    ("text", "mistake", "found"),
    [
        ("ignroe T209 reason: x", "unknown-verb", "ignroe"),
        ("ignore-files T209 reason: x", "unknown-verb", "ignore-files"),
        ("忽略", "no-rules", "忽略"),
        ("忽略 理由：存档", "no-rules", "忽略"),
        ("忽略 T209", "no-reason", "忽略 T209"),
        ("忽略 T209 理由：", "no-reason", "忽略 T209 理由："),
        ("忽略 T209 理由：（至 2026-12-31）", "no-reason", "忽略 T209 理由：（至 2026-12-31）"),
        ("忽略 T999 理由：存档", "unknown-rule", "T999"),
        ("忽略 T209 因为存档", "unknown-rule", "因为存档"),
        ("忽略 A301 理由：存档", "protected", "A301"),
        ("忽略 A3 理由：存档", "protected", "A3"),
        ("ignore ALL reason: archived", "protected", "ALL"),
        ("忽略 E951 理由：存档", "not-suppressible", "E951"),
        ("忽略 E9 理由：存档", "not-suppressible", "E9"),
        ("忽略 T209 理由：存档 至 2026-02-30", "no-such-date", "至 2026-02-30"),
        ("忽略 T209 理由：存档（截至2026年13月1日）", "no-such-date", "截至2026年13月1日"),
    ],
)
def test_what_is_wrong_is_told_with_the_words_concerned(
    text: str, mistake: str, found: str
) -> None:
    assert _mistake(text) == (mistake, found)
