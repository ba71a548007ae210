"""Lines of Chinese and Latin text break where they may and are never too wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from linter.forms import EDITIONS, load_form
from linter.reporting.columns import Heading, layouts
from linter.reporting.lettering import lettering_for
from linter.reporting.typesetting import balanced, line_ends, text_width, wrapped

_TEXTS = st.text(alphabet="信息公开，。「」（）“” ab12第年3.,;—…·", min_size=0, max_size=60)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("政府信息公开", 4, ["政府", "信息", "公开"]),
        ("应当公开，不公开。", 8, ["应当公", "开，不公", "开。"]),
        ("见「条例」第五条", 6, ["见「条", "例」第", "五条"]),
        ("applications balance", 14, ["applications", "balance"]),
        ("applications", 5, ["appli", "catio", "ns"]),
        ("应为 6 件", 7, ["应", "为 6 件"]),
        ("于2024年1月", 8, ["于2024年", "1月"]),
        ("见第12行和", 7, ["见", "第12行", "和"]),
        ("", 5, [""]),
    ],
)
def test_lines_break_as_in_print(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@given(_TEXTS, st.integers(2, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)

    assert all(text_width(line, ambiguous=2) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(_TEXTS, st.integers(8, 30))
def test_no_line_begins_with_closing_punctuation(text: str, width: int) -> None:
    starts = [text[end] for end in line_ends(text, width)]
    runs = any(mark * 2 in text for mark in "，。」）”、…—·.,; ") or "  " in text

    assert runs or not any(
        start in "，。」）" and text[end - 2 : end - 1].isalpha() and text[end - 1].isalpha()
        for start, end in zip(starts, line_ends(text, width), strict=True)
    )


def test_first_line_may_be_wider_or_narrower() -> None:
    assert line_ends("政府信息公开工作", 4, 8) == (4, 6)
    assert line_ends("政府信息公开工作", 8, 4) == (2, 6)


@pytest.mark.parametrize("edition", EDITIONS)
def test_widths_of_statutory_labels_are_those_that_the_terminal_library_counts(
    edition: str,
) -> None:
    for text in load_form(edition).labels.values():
        assert text_width(text.zh) == cell_len(text.zh)
        assert text_width(text.en) == cell_len(text.en)


def test_marks_that_join_to_a_letter_take_no_room() -> None:
    assert text_width("e\u0301") == 1


@pytest.mark.parametrize(
    ("heading", "lines", "folded"),
    [
        ("自然人", 1, ["自然人"]),
        ("社会公益组织", 2, ["社会公", "益组织"]),
        ("legal service providers", 2, ["legal service", "providers"]),
        ("administrative acts", 3, ["administrative", "acts"]),
    ],
)
def test_headings_are_folded_evenly(heading: str, lines: int, folded: list[str]) -> None:
    assert balanced(heading, lines) == folded


_HEADINGS = st.lists(
    st.builds(
        Heading,
        st.text(alphabet="自然人法律服务机构 ab", min_size=1, max_size=14).filter(str.strip),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=9,
)


@given(st.integers(30, 200), st.integers(2, 60), _HEADINGS)
def test_columns_are_laid_out_within_the_room_each_once(
    room: int, label: int, headings: list[Heading]
) -> None:
    pieces = layouts(room, label, headings)

    assert [piece.start for piece in pieces] == [0, *(piece.stop for piece in pieces[:-1])]
    assert pieces[-1].stop == len(headings)
    for piece in pieces:
        used = 1 + piece.label_width + 3 + sum(width + 3 for width in piece.widths)
        assert used <= room or len(piece.widths) == 1
        for lines, width in zip(piece.headings, piece.widths, strict=True):
            assert max(map(text_width, lines)) <= width


def test_unicode_terminal_shows_everything() -> None:
    lettering = lettering_for("utf_8", legacy_windows=False, coloured=True)

    assert lettering.shown("“≠”…汉") == "“≠”…汉"
    assert (lettering.good, lettering.severity("error")) == ("✓", "✗")


def test_characters_that_an_encoding_lacks_are_replaced() -> None:
    ascii_only = lettering_for("ascii", legacy_windows=False, coloured=False)

    assert ascii_only.shown("5 ≠ 4 · “公开”") == '5 != 4 - "????"'
    assert lettering_for("gbk", legacy_windows=False, coloured=False).shown("公开 ✓") == "公开 ?"
    assert lettering_for("latin-1", legacy_windows=False, coloured=False).shown("≠ ok") == "!= ok"


def test_drawings_have_no_characters_of_doubtful_width() -> None:
    lettering = lettering_for("utf-8", legacy_windows=False, coloured=False)

    steady = lettering.steady("3.危及“三安全一稳定”·…—")

    assert text_width(steady, ambiguous=2) == text_width(steady)


def test_old_windows_console_gets_no_box_characters() -> None:
    assert not lettering_for("utf-8", legacy_windows=True, coloured=True).boxes
