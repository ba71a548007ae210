"""Checked reports that differ in what a test says."""

from __future__ import annotations

import functools

from linter.comparison.comparing import compare
from linter.comparison.model import Comparison, TextComparison
from linter.forms import example_text
from linter.model.finding import FileResult
from linter.model.rule import Language
from linter.reporting.comparison.entries import Compared
from tests.product import checked, rules


@functools.cache
def report(*edits: tuple[str, str], edition: str = "2021", name: str = "report.md") -> FileResult:
    """The edition's example after ``edits``, each of which must find its place."""
    text = example_text(edition)
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return checked(text.encode(), name)


YEAR_LATER = (("2024年", "2025年"), ("2023年", "2024年"))


def comparison(*edits: tuple[str, str]) -> Comparison:
    """The example against itself after ``edits``."""
    return compare(report(), report(*edits))


def text_of(found: Comparison, key: str) -> TextComparison:
    """One part of the prose."""
    return next(text for text in found.texts if text.key == key)


def told(found: Comparison, language: Language = "zh") -> Compared:
    """A comparison to be told."""
    return Compared(found, rules().rules, language)
