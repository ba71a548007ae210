"""What one cell says: a number, a blank, or neither."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.structure.cell_numbers import CellNumber, cell_number
from tests.structure.chinese_spelling import spelled


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("１２", 12),
        (" 12 ", 12),
        ("12\n", 12),
        ("1,234", 1234),
        ("1，234", 1234),
        ("１，２３４，５６７", 1_234_567),
        ("1 234", 1234),
        ("1 234 567", 1_234_567),
        ("12.0", 12),
        ("0.00", 0),
        ("59237.2449", Decimal("59237.2449")),
        ("12.5", Decimal("12.5")),
        ("十二", 12),
        ("〇", 0),
        ("一百零二", 102),
        ("-3", -3),
        ("－3", -3),
        ("−3", -3),
        ("+3", 3),
        ("＋3", 3),
    ],
)
def test_every_printed_form_of_a_number_is_that_number(text: str, number: int | Decimal) -> None:
    assert cell_number(text) == CellNumber(number)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("增3", 3),
        ("增加3", 3),
        ("增加 3", 3),
        ("↑3", 3),
        ("减2", -2),
        ("减少2", -2),
        ("减少2项", -2),
        ("↓2", -2),
    ],
)
def test_a_change_may_carry_its_sign_as_a_word(text: str, change: int) -> None:
    assert cell_number(text).number == change


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\u3000", "\n", "\xa0", "—", "——", "-", "－", "–", "/", "／", "\\", "…", "·"),
        *("无", " 无 ", "无。", "空", "N/A", "不涉及", "暂无", "没有", "未发生", "持平", "无变化"),
    ],
)
def test_dashes_and_words_for_nothing_are_blank(text: str) -> None:
    assert cell_number(text) == CellNumber(blank=True)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("0件", 0, "件"),
        ("12 件", 12, "件"),
        ("3条", 3, "条"),
        ("251000元", 251_000, "元"),
        ("3万元", 3, "万元"),
        ("0.5万元", Decimal("0.5"), "万元"),
        ("5%", 5, "%"),
        ("十二件", 12, "件"),
    ],
)
def test_a_unit_in_the_cell_is_kept_apart(text: str, number: int | Decimal, unit: str) -> None:
    assert cell_number(text) == CellNumber(number, unit=unit)


@pytest.mark.parametrize(
    ("text", "number", "note"),
    [
        ("22（其中修订 16 件）", 22, "(其中修订16件)"),
        ("12（其中…）", 12, "(其中...)"),
        ("5[注]", 5, "[注]"),
        ("12其中修订1件", 12, "其中修订1件"),
        ("12含废止1件", 12, "含废止1件"),
        ("0（无）", 0, "(无)"),
        ("5①", 5, "(1)"),
    ],
)
def test_a_remark_behind_the_number_is_kept_apart(text: str, number: int, note: str) -> None:
    assert cell_number(text) == CellNumber(number, note=note)


def test_a_number_can_have_both_a_unit_and_a_remark() -> None:
    assert cell_number("22件（含自然失效3件）") == CellNumber(22, unit="件", note="(含自然失效3件)")


@pytest.mark.parametrize(
    "text",
    [
        *("见附表", "约12", "12,34", "1,2345", "1-2", "12/3", "一x", "--0", "1e5", "0x1"),
        *("∞", "3\n5", "３\n５", "1 2", "12 34", "万", "十十", "規章"),
    ],
)
def test_anything_else_is_neither_a_number_nor_blank(text: str) -> None:
    assert cell_number(text) == CellNumber()


@pytest.mark.parametrize(("text", "number"), [("1²", 1), ("12³", 12), ("²", None)])
def test_a_raised_footnote_mark_is_no_digit(text: str, number: int | None) -> None:
    assert cell_number(text).number == number


@pytest.mark.parametrize(
    ("text", "number"), [("592\n37", 59237), ("59237.\n2449", Decimal("59237.2449"))]
)
def test_a_long_number_wrapped_in_a_narrow_column_is_one_number(
    text: str, number: int | Decimal
) -> None:
    assert cell_number(text).number == number


def test_a_cell_of_unbelievable_length_is_no_number() -> None:
    assert cell_number("1" * 100_000) == CellNumber()


@given(st.integers(-(10**25), 10**25))
def test_every_integer_reads_back_exactly(number: int) -> None:
    read = cell_number(str(number)).number
    assert read is not None
    assert Decimal(read) == Decimal(number)


@given(st.integers(0, 999_999))
def test_every_integer_reads_back_in_every_form(number: int) -> None:
    full = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    forms = (f"{number:,}", f"{number:,}".replace(",", " "), full, f"{number}.0", f"{number}件")
    assert [cell_number(form).number for form in (*forms, spelled(number))] == [number] * 6


@given(st.decimals(Decimal("0.0001"), Decimal("1e9"), places=4))
def test_every_amount_reads_back_exactly(amount: Decimal) -> None:
    assert cell_number(f"{amount:f}").number == amount


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read = cell_number(text)
    assert not (read.blank and read.number is not None)
