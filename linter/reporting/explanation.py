"""What a rule demands, why and by which law; and the list of all rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from linter.model.rule import Example, Language, Rule
from linter.reporting.catalogue import listed, phrase
from linter.reporting.labels import path_label
from linter.reporting.typesetting import text_width, wrapped

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 80
_GAP = 2


def explanation(rule: Rule, language: Language) -> str:
    """The rule on one screen, as plain text."""
    tab = _tab(rule, language)
    lines = [f"{rule.id} {rule.slug}", *wrapped(rule.title.in_language(language), _WIDTH), ""]
    for key, value in _fields(rule, language):
        name = phrase(f"field.{key}", language)
        first, *others = wrapped(value, _WIDTH - tab)
        lines.append(name + " " * (tab - text_width(name)) + first)
        lines += [" " * tab + other for other in others]
    return "".join(f"{line}\n" for line in lines)


def print_explanation(rule: Rule, language: Language, console: Console) -> None:
    """The rule on one screen, on a terminal."""
    from linter.reporting.page import SEVERITY_COLOURS, page_for

    page = page_for(console, language)
    colour = f"bold {SEVERITY_COLOURS[rule.severity]}"
    page.paragraph((rule.id, colour), f" {rule.slug}")
    page.paragraph((rule.title.in_language(language), "bold"))
    page.blank()
    styles = {"severity": colour, "accepted": "green", "rejected": "red"}
    tab = _tab(rule, language)
    for key, value in _fields(rule, language):
        page.field(key, value, indent=0, style=styles.get(key, ""), tab=tab)


def rules_table(rules: Iterable[Rule], language: Language) -> str:
    """One rule a line: id, severity, slug and title, in aligned columns."""
    rows = [
        (
            rule.id,
            phrase(f"severity.{rule.severity}", language),
            rule.slug,
            rule.title.in_language(language),
        )
        for rule in rules
    ]
    widths = [max(map(text_width, column)) + _GAP for column in zip(*rows, strict=True)]
    return "".join(f"{_aligned(row, widths)}\n" for row in rows)


def rules_json(rules: Iterable[Rule], language: Language) -> str:
    """The rules as a JSON array, texts in ``language``."""
    data = [_rule_data(rule, language) for rule in rules]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _fields(rule: Rule, language: Language) -> list[tuple[str, str]]:
    """What there is to say about a rule, in reading order; what is empty is left out."""
    section = path_label(f"sections.{rule.section}", None, language) if rule.section else ""
    fields = [
        ("severity", phrase(f"severity.{rule.severity}", language)),
        ("section", section),
        ("editions", listed(rule.editions, language)),
        ("source", rule.source),
        ("why", rule.why.in_language(language)),
        ("message", _message_pattern(rule, language)),
        ("accepted", rule.accepted.text.in_language(language)),
        ("rejected", rule.rejected.text.in_language(language)),
    ]
    return [(key, value) for key, value in fields if value]


def _message_pattern(rule: Rule, language: Language) -> str:
    """The message with dots for what a finding fills in."""
    return re.sub(r"\{\w+\}", "…", rule.message.in_language(language))


def _tab(rule: Rule, language: Language) -> int:
    names = (phrase(f"field.{key}", language) for key, _ in _fields(rule, language))
    return max(map(text_width, names)) + _GAP


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    padded = (
        text + " " * (width - text_width(text)) for text, width in zip(row, widths, strict=True)
    )
    return "".join(padded).rstrip()


def _rule_data(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "name": rule.slug,
        "severity": rule.severity,
        "section": rule.section,
        "editions": list(rule.editions),
        "source": rule.source,
        "title": rule.title.in_language(language),
        "why": rule.why.in_language(language),
        "message": rule.message.in_language(language),
        "accepted": _example_data(rule.accepted, language),
        "rejected": _example_data(rule.rejected, language),
        "pack": rule.pack,
    }


def _example_data(example: Example, language: Language) -> dict[str, Any]:
    return {
        "text": example.text.in_language(language),
        "edition": example.edition,
        "set": dict(example.set),
        "edit": [list(pair) for pair in example.edit],
        "file": example.file,
    }
