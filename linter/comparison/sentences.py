"""Texts as sentences, the units in which they are compared."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from linter.regex import regex

_BLANK = regex(r"\s+")
_LETTER = regex(r"[!-~]")
_SENTENCE = regex(r"[^。！？；!?;]*(?:[。！？；!?;]+[”’」』）)》]{0,4}|$)")


def sentences(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The sentences of ``paragraphs``, each with its full stop; none goes over a paragraph."""
    return tuple(
        sentence
        for paragraph in paragraphs
        for found in _SENTENCE.findall(without_layout(paragraph))
        if (sentence := found.strip())
    )


def without_layout(text: str) -> str:
    """``text`` on one line, without the blanks that come from setting it.

    A blank between Latin words or numbers is one space; beside a Chinese character it says
    nothing.
    """
    words = _BLANK.split(text.strip())
    joined = [words[0]]
    for before, after in pairwise(words):
        apart = _LETTER.match(before[-1:]) and _LETTER.match(after[:1])
        joined.append(f" {after}" if apart else after)
    return "".join(joined)
