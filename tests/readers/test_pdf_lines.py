"""Characters on a page as lines: what belongs to a line though it stands otherwise."""

from __future__ import annotations

from linter.readers.pdf.lines import joined, lines_of
from linter.readers.pdf.pages import Char


def _char(text: str, left: float, top: float = 100.0, size: float = 10.0) -> Char:
    return Char(text, (left, top, left + size, top + size))


def _texts(chars: list[Char]) -> list[str]:
    return [line.text for line in lines_of(chars)]


def test_points_whose_box_is_their_ink_stay_on_their_line() -> None:
    point = _char(".", 20, 108.5, size=2)
    other = [_char("丙", 10, 120), _char("丁", 20, 120)]
    assert _texts([_char("甲", 10), point, _char("乙", 22), *other]) == ["甲.乙", "丙丁"]


def test_small_print_apart_from_all_lines_is_a_line() -> None:
    chars = [_char("甲", 10), _char("乙", 20), _char("丙", 30), _char("注", 10, 140, size=3)]
    assert _texts(chars) == ["甲乙丙", "注"]


def test_what_stands_a_little_higher_is_on_the_same_line() -> None:
    assert _texts([_char("甲", 10), _char("乙", 20, 103), _char("丙", 30, 98)]) == ["甲乙丙"]


def test_the_same_digit_beside_itself_is_no_second_print() -> None:
    assert _texts([_char("1", 10, size=5), _char("1", 14, size=5), _char("1", 18, size=5)]) == [
        "111"
    ]


def test_lines_are_joined_with_a_space_only_between_letters() -> None:
    assert joined(["open", "data"]) == "open data"
    assert joined(["共12", "3件", "open"]) == "共123件open"


def test_characters_printed_again_a_little_aside_are_read_once() -> None:
    chars = [_char(text, 10 + 10 * n + shift) for shift in (0, 0.4) for n, text in enumerate("331")]
    assert _texts(chars) == ["331"]
