"""Nothing that an office writes is taken for a mark of the format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.writing.drafting import one_line, paragraphs
from tests.examples import example_report
from tests.product import extracted
from tests.writing.written import SUFFIXES, filled

_MARKS = "#*_`[]<>|\\!-+=~&;{}\"'()。，：$%@^/ 　\t1a中"


def _text_of(file: bytes, suffix: str) -> str:
    text: str = extracted(file, f"report.{suffix}")["sections"]["overview"]["text"]
    return text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_marks_are_text(suffix: str) -> None:
    @settings(max_examples={"md": 60, "html": 12}.get(suffix, 4))
    @given(st.lists(st.text(_MARKS, min_size=1, max_size=12), min_size=1, max_size=6))
    def holds(pieces: list[str]) -> None:
        report = example_report()
        begun = [f"{piece}我镇{piece}公开{piece}" for piece in pieces]
        report["sections"]["overview"]["text"] = "\n".join(begun)
        expected = "\n".join(paragraphs("\n".join(begun)))
        assert _text_of(filled(report, suffix), suffix) == expected

    holds()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "text",
    [
        "---", "===", "***", "```", "> 引用", "1. 第一", "- 列表", "+ 列表", "| 甲 | 乙 |",
        "甲 | 乙",
        "# 标题", "<b>粗</b>", "<!-- 注释 -->", "<script>alert(1)</script>", "&amp;", "[甲](乙)",
        "![图](a.png)", "[甲]: http://example.org", "=SUM(A1:A3)", "+86", "@某人", "a  b  c",
        "{#id}", "~~删~~", "**粗**", "2*3*4", "\\n", "甲&nbsp;乙", "]]>", "<?xml?>",
        "${x}", "%s {0}",
    ],
)  # fmt: skip
def test_a_paragraph_that_looks_like_a_mark_is_kept(text: str, suffix: str) -> None:
    report = example_report()
    report["sections"]["overview"]["text"] = f"前一段。\n{text}\n后一段。"

    assert _text_of(filled(report, suffix), suffix).split("\n") == ["前一段。", text, "后一段。"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_no_file_can_hold_is_left_out(suffix: str) -> None:
    report = example_report()
    report["sections"]["overview"]["text"] = "一\x00二\ud800三\x0b四\u2028五\ufffe"

    assert _text_of(filled(report, suffix), suffix) == "一二?三\n四\n五"


def test_lines_become_paragraphs_and_empty_ones_go() -> None:
    assert paragraphs("　一\r\n\n 二 \r三\n") == ("一", "二", "三")
    assert one_line("一\n二") == "一二"
