"""Where a finding is underlined, and how places are counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol.types import Position

from linter.language_server.checked_text import bytes_of, span_of_place
from linter.language_server.positions import TextPositions
from linter.model.place import NOWHERE, Place
from linter.repair.text_source import TextSource

TEXTS = st.text(alphabet="a年😀é\n\r\t |", max_size=40)


@settings(max_examples=60)
@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.data())
def test_places_and_characters_correspond(text: str, encoding: str, data: st.DataObject) -> None:
    positions = TextPositions(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    if text[max(0, offset - 1) : offset + 1] != "\r\n":
        assert positions.offset(positions.position(offset)) == offset


@settings(max_examples=60)
@given(TEXTS)
def test_a_text_of_an_editor_keeps_its_length_as_a_file(text: str) -> None:
    source = TextSource(bytes_of(text), "text")
    assert source.text == text


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 7), ("utf-16", 3), ("utf-32", 2)])
def test_characters_count_in_the_units_agreed_upon(encoding: str, character: int) -> None:
    assert TextPositions("年😀1", encoding).position(2) == Position(0, character)


def test_places_beyond_an_end_are_that_end() -> None:
    positions = TextPositions("ab\ncd", "utf-16")
    assert positions.offset(Position(0, 99)) == 2
    assert positions.offset(Position(99, 0)) == 5


def test_what_utf8_cannot_hold_moves_nothing() -> None:
    assert bytes_of("\ufeff年\ud800报").decode("utf-8-sig") == " 年?报"


def _underlined(text: str, place: Place, kind: str, *known: str) -> str | None:
    source = TextSource(bytes_of(text), kind)
    found = span_of_place(place, iter(known), source, TextPositions(text, "utf-16"), kind)
    return None if found is None else text[found[0] : found[1]]


def _cell(column: int) -> Place:
    return Place(line=1, column=column, table=1, row=1, cell=1)


def test_what_is_known_to_stand_at_the_place_is_underlined() -> None:
    assert _underlined("规范 性文件 3", _cell(1), "text", "规范性文件") == "规范 性文件"


def test_words_of_a_finding_are_found_further_on_and_figures_are_not() -> None:
    text = "我镇将在2023年继续拓宽公开渠道。共5件"
    place = Place(line=1, column=1)
    assert _underlined(text, place, "text", "继续拓宽公开渠道") == "继续拓宽公开渠道"
    assert _underlined(text, place, "text", "5") == text


@pytest.mark.parametrize(
    ("text", "column", "kind", "expected"),
    [
        ("| 规章 | 3 | 4 |", 3, "markdown", "规章"),
        ("<td>规章</td><td>3</td>", 5, "html", "规章"),
        ("规章\t3\t4", 1, "text", "规章"),
        ("规章  3  4", 1, "text", "规章"),
        ("规章", 1, "text", "规章"),
        ("\t", 1, "text", "\t"),
        ("", 1, "text", ""),
    ],
)
def test_else_it_is_the_cell(text: str, column: int, kind: str, expected: str) -> None:
    assert _underlined(text, _cell(column), kind) == expected


def test_of_an_endless_line_one_character_is_underlined() -> None:
    assert _underlined("报" * 30_000, _cell(2), "text", "报" * 30_000) == "报"


def test_what_has_no_place_is_not_underlined() -> None:
    assert _underlined("报告", NOWHERE, "text") is None
