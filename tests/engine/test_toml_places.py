"""Places in TOML, held against what tomllib reads."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.engine.toml_places import Path, places_of

SOURCE = '''\
# a pack
[pack]
name = "test"
title = { zh = "中文", "en" = 'English' }

[[rule]]
id = "A1"
numbers = [1, [2.5, 3], {a = 4}, ] # list
assert = """
one\\u4e00two \\
    three
four"""
[rule.accepted]
set = { "applications.new.total" = 5 }
when = 2024-01-17 10:00:00

[[rule]]
id = 'A2'
text.zh = \'\'\'
x'y
z\'\'\'
[rule.rejected.deep]
on = true
[[rule.case]]
n = 1
[[rule.case]]
n = 2
'''


def keys_of(data: Any, path: Path = ()) -> set[Path]:
    """Every path to a key or an item of the data."""
    if not isinstance(data, dict | list):
        return {path}
    items = data.items() if isinstance(data, dict) else enumerate(data)
    below = {found for key, item in items for found in keys_of(item, (*path, key))}
    return below | {path} if path else below


def at(path: Path) -> str:
    """What stands at the place of a path."""
    line, column = places_of(SOURCE).of(path)
    return SOURCE.split("\n")[line - 1][column - 1 :]


def test_every_key_has_a_place() -> None:
    assert keys_of(tomllib.loads(SOURCE)) <= set(places_of(SOURCE).keys)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("pack", "name"), "name ="),
        (("pack", "title", "zh"), "zh ="),
        (("pack", "title", "en"), '"en" ='),
        (("rule", 0), "[[rule]]"),
        (("rule", 0, "id"), 'id = "A1"'),
        (("rule", 1, "id"), "id = 'A2'"),
        (("rule", 0, "numbers", 1, 1), "3]"),
        (("rule", 0, "numbers", 2, "a"), "a = 4"),
        (("rule", 0, "accepted"), "[rule.accepted]"),
        (("rule", 0, "accepted", "set", "applications.new.total"), '"applications.new'),
        (("rule", 0, "accepted", "when"), "when"),
        (("rule", 1, "rejected", "deep", "on"), "on = true"),
        (("rule", 1, "case", 1, "n"), "n = 2"),
        (("rule", 1, "missing"), "[[rule]]"),
        (("missing",), "# a pack"),
    ],
)
def test_a_key_is_found_or_what_encloses_it(path: Path, expected: str) -> None:
    assert at(path).startswith(expected)


def test_an_inner_list_of_tables_belongs_to_the_last_outer_one() -> None:
    places = places_of(SOURCE)
    assert at(("rule", 1, "case", 0)).startswith("[[rule.case]]")
    assert places.of(("rule", 1, "case", 0)) < places.of(("rule", 1, "case", 1))


@pytest.mark.parametrize(
    ("path", "text", "rest"),
    [
        (("rule", 0, "assert"), "one", "one\\u4e00two"),
        (("rule", 0, "assert"), "一two", "\\u4e00two"),
        (("rule", 0, "assert"), "three", "three"),
        (("rule", 0, "assert"), "four", "four"),
        (("rule", 1, "text", "zh"), "y\nz", "y"),
        (("pack", "title", "en"), "glish", "glish'"),
        (("pack", "name"), "st", 'st"'),
    ],
)
def test_a_character_of_a_text_is_found(path: Path, text: str, rest: str) -> None:
    data: Any = tomllib.loads(SOURCE)
    for key in path:
        data = data[key]
    line, column = places_of(SOURCE).within(path, data.index(text))
    assert SOURCE.split("\n")[line - 1][column - 1 :].startswith(rest)


def test_the_end_of_a_text_has_a_place_and_nothing_behind_it() -> None:
    places = places_of('a = "xy"')
    assert places.within(("a",), 2) == (1, 8)
    for source in ('a = "xy"', "a = 'xy'"):
        with pytest.raises(IndexError):
            places_of(source).within(("a",), 3)


def test_what_is_no_toml_is_not_walked_through_for_ever() -> None:
    for source in ("= 1", "a = ", "a = ]", "[a"):
        with pytest.raises((ValueError, IndexError)):
            places_of(source)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=40))
def test_every_character_of_an_escaped_text_has_its_place(text: str) -> None:
    written = "".join(
        f"\\u{ord(one):04x}" if one < " " or one in '"\\\x7f' else one for one in text
    )
    source = f'before = 1\na = "{written}" # after'
    assert tomllib.loads(source)["a"] == text
    places = places_of(source)
    for index, character in enumerate(text):
        line, column = places.within(("a",), index)
        found = source.split("\n")[1][column - 1 :]
        assert line == 2
        assert found[0] == character or found.startswith("\\u")


@given(
    st.recursive(
        st.one_of(st.integers(), st.booleans(), st.text("ab'#,]}=[{ ", max_size=5)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from(["a", "b-c", "d.e", "f g"]), inner, max_size=3),
        ),
        max_leaves=12,
    )
)
def test_every_key_of_any_value_has_a_place(value: Any) -> None:
    source = f"[t]\nx = {written(value)}\ny = 1"
    assert tomllib.loads(source)["t"]["x"] == value
    places = places_of(source)
    assert keys_of({"t": {"x": value, "y": 1}}) == set(places.keys)


def written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}" = {written(item)}' for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[\n" + ", # note ]\n".join(written(item) for item in value) + "\n]"
    if isinstance(value, str):
        return f'"{value}"'
    return str(value).lower()
