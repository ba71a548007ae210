"""In which encoding a text is, and what is done with bytes that are in none."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.problem import InputProblem
from linter.readers import read
from linter.readers.encoding import decoded
from tests.readers.blocks import paragraphs

_TEXT = "百泉镇2023年度报告\n一、总体情况\n2023年，我镇重视政务公开。\n"


@pytest.mark.parametrize(
    "data",
    [
        _TEXT.encode(),
        codecs.BOM_UTF8 + _TEXT.encode(),
        _TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + _TEXT.encode("utf-16-be"),
        _TEXT.encode("utf-16-le"),
        _TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + _TEXT.encode("utf-32-le"),
        _TEXT.encode("gb18030"),
        _TEXT.encode("gbk"),
        b"\x84\x31\x95\x33" + _TEXT.encode("gb18030"),
        _TEXT.replace("\n", "\r\n").encode("gbk"),
        _TEXT.replace("\n", "\r").encode(),
    ],
)
def test_chinese_text_is_decoded_with_newlines_made_alike(data: bytes) -> None:
    assert decoded(data).text == _TEXT
    assert decoded(data).undecodable == 0


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030", "utf-8", "x-unknown"])
@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
def test_page_is_decoded_whatever_it_declares(declared: str, codec: str) -> None:
    source = f'<html><head><meta charset="{declared}"></head><p>一、总体情况：真实有效。</p>'

    assert paragraphs(read(source.encode(codec))) == ["一、总体情况：真实有效。"]


def test_declared_big5_is_believed_where_utf8_is_excluded() -> None:
    source = '<meta http-equiv="Content-Type" content="text/html; charset=big5"><p>總體情況</p>'

    assert paragraphs(read(source.encode("big5"))) == ["總體情況"]


def test_wrongly_declared_encoding_that_does_not_fit_is_passed_over() -> None:
    source = f'<meta charset="utf-16"><p>{_TEXT}</p>!'.encode("gb18030")

    assert "我镇重视政务公开" in decoded(source).text


def test_damaged_utf8_stays_utf8_and_the_damage_is_counted() -> None:
    data = _TEXT.encode() + "公开情况".encode()[:-1]

    document = read(data)

    assert document.undecodable == 1
    assert paragraphs(document)[:2] == ["百泉镇2023年度报告", "一、总体情况"]
    assert paragraphs(document)[-1] == "公开情\ufffd"


def test_damaged_utf8_stays_utf8_even_where_it_is_valid_gb18030() -> None:
    data = "作二动在体作百动的信了百本工总信本不作工公息体在报动的".encode()[:-1]
    assert data.decode("gb18030")

    assert decoded(data).text.startswith("作二动在体")
    assert decoded(data).undecodable == 1


def test_damaged_gb18030_stays_gb18030() -> None:
    document = read(_TEXT.encode("gb18030") + b"\xff\xff\n")

    assert paragraphs(document)[0] == "百泉镇2023年度报告"
    assert document.undecodable == 2


def test_damage_behind_a_byte_order_mark_is_counted() -> None:
    assert decoded(codecs.BOM_UTF8 + b"abc\xff").undecodable == 1


def test_replacement_character_that_is_in_the_file_is_no_damage() -> None:
    assert decoded("甲\ufffd乙".encode()).undecodable == 0


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 100,
        b"a\0b" * 101,
        bytes(range(1, 32)) * 10,
        b"\xef\xef\xef\0\x13\x15\x16\xff" * 40,
        "政府".encode("gbk") * 200 + b"\xff\0\1\2\3\4\5\6\7",
        "甲".encode("utf-16-le") * 20 + b"\x01\x00" * 60,
    ],
)
def test_bytes_full_of_controls_are_no_text(data: bytes) -> None:
    with pytest.raises(InputProblem) as caught:
        decoded(data)

    assert (caught.value.rule, caught.value.facts) == ("E903", {"format": "BINARY"})


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8))
def test_any_chinese_text_survives_every_encoding(text: str) -> None:
    for codec in ("utf-8", "utf-8-sig", "utf-16"):
        assert decoded(text.encode(codec)).text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_said_to_be_none(data: bytes) -> None:
    with contextlib.suppress(InputProblem):
        found = decoded(data)
        assert 0 <= found.undecodable <= found.text.count("\ufffd")
