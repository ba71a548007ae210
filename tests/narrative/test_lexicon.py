"""The words of schemas/narrative.json are those of the grammar, each with one meaning."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from linter.narrative.claims.lexicon import AFTER_NUMBERS, BEFORE_NUMBERS, BEHIND_UNITS
from linter.resources import SCHEMAS
from linter.structure.folding import fold

GRAMMAR = (SCHEMAS / "narrative.lark").read_text(encoding="utf-8")
WORDS: dict[str, dict[str, list[str]]] = json.loads(
    (SCHEMAS / "narrative.json").read_text(encoding="utf-8")
)["words"]


def declared() -> set[str]:
    lines = re.findall(r"^%declare (.*)$", GRAMMAR, re.MULTILINE)
    return {name for line in lines for name in line.split()}


def test_every_kind_of_word_is_a_terminal_of_the_grammar() -> None:
    made_by_the_lexer = {"OTHER", "NUMBER", "AMOUNT", "PERCENT"}
    assert {*WORDS} == declared() - made_by_the_lexer


def test_every_word_stands_as_folded_text_has_it() -> None:
    for word in all_words(WORDS):
        assert fold(word) == word


def test_every_word_has_one_meaning_in_one_place() -> None:
    about_numbers = {*AFTER_NUMBERS, BEFORE_NUMBERS, BEHIND_UNITS}
    for kinds in (WORDS.keys() - about_numbers, AFTER_NUMBERS):
        words = Counter(all_words({kind: WORDS[kind] for kind in kinds}))
        assert [word for word, times in words.items() if times > 1] == []


def all_words(kinds: dict[str, Any]) -> list[str]:
    return [word for meanings in kinds.values() for words in meanings.values() for word in words]
