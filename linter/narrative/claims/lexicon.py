"""The words of ``schemas/narrative.json`` and what each stands for in the grammar."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from linter.records import record
from linter.resources import SCHEMAS

_FILE = SCHEMAS / "narrative.json"

AFTER_NUMBERS = frozenset(("MORE", "SCALE", "UNIT", "PERCENT_SIGN"))
"""Terminals that are words only behind a number: 多, 万, 个 and 元 are in many other words."""
BEFORE_NUMBERS = "BOUND"
BEHIND_UNITS = "AROUND"


class Word(NamedTuple):
    """A word, the terminal of the grammar that it is, and its meaning."""

    text: str
    kind: str
    key: str


Index = Mapping[str, tuple[Word, ...]]
"""Words by their first character, the longest first."""


@record
class Lexicon:
    """Words that stand anywhere, words about numbers by their terminal."""

    words: Index
    about_numbers: Mapping[str, Index]


@record
class Quantity:
    """Something of which prose and tables give a figure.

    ``readings`` are sums of cells that the figure can mean, the usual one first.
    """

    key: str
    readings: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    """Every word, as it stands in folded text."""
    by_kind = {
        kind: [Word(text, kind, key) for key, texts in meanings.items() for text in texts]
        for kind, meanings in _data()["words"].items()
    }
    bound = {*AFTER_NUMBERS, BEFORE_NUMBERS, BEHIND_UNITS}
    free = [word for kind, words in by_kind.items() if kind not in bound for word in words]
    return Lexicon(_indexed(free), {kind: _indexed(by_kind[kind]) for kind in bound})


@cache
def quantities() -> Mapping[str, Quantity]:
    """Every quantity by its key."""
    return {key: Quantity(key, tuple(readings)) for key, readings in _data()["quantities"].items()}


def longest(index: Index, text: str, position: int) -> Word | None:
    """The longest word of ``index`` that stands at ``position`` of ``text``."""
    for word in index.get(text[position : position + 1], ()):
        if text.startswith(word.text, position):
            return word
    return None


@cache
def _data() -> Any:
    return json.loads(_FILE.read_text(encoding="utf-8"))


def _indexed(words: list[Word]) -> Index:
    index: dict[str, list[Word]] = {}
    for word in sorted(words, key=lambda word: -len(word.text)):
        index.setdefault(word.text[0], []).append(word)
    return {first: tuple(found) for first, found in index.items()}
