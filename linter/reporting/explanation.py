"""What a rule demands, why and by which law; and the list of all rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from linter.forms import load_form
from linter.model.rule import Change, Example, Language, Rule
from linter.reporting.catalogue import listed, phrase
from linter.reporting.codes import code_text
from linter.reporting.labels import path_label
from linter.reporting.typesetting import text_width, wrapped

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 80
_GAP = 2


def explanation(rule: Rule, language: Language, shown: Sequence[str] = ()) -> str:
    """The rule on one screen, as plain text.

    ``shown`` are the lines that a check of the rejected example prints.
    """
    fields = rule_fields(rule, language, shown)
    tab = _tab(fields, language)
    lines = [f"{rule.id} {rule.slug}", *wrapped(rule.title.in_language(language), _WIDTH), ""]
    for key, value in fields:
        name = phrase(f"field.{key}", language)
        first, *others = [part for line in value for part in wrapped(line, _WIDTH - tab)]
        lines.append(name + " " * (tab - text_width(name)) + first)
        lines += [" " * tab + other for other in others]
    return "".join(f"{line}\n" for line in lines)


def print_explanation(
    rule: Rule, language: Language, console: Console, shown: Sequence[str] = ()
) -> None:
    """The rule on one screen, on a terminal; ``shown`` as in :func:`explanation`."""
    from linter.reporting.page import SEVERITY_COLOURS, page_for

    page = page_for(console, language)
    colour = f"bold {SEVERITY_COLOURS[rule.severity]}"
    page.paragraph((rule.id, colour), f" {rule.slug}")
    page.paragraph((rule.title.in_language(language), "bold"))
    page.blank()
    styles = {"severity": colour, "accepted": "green", "rejected": "red"}
    fields = rule_fields(rule, language, shown)
    tab = _tab(fields, language)
    for key, (first, *others) in fields:
        page.field(key, first, indent=0, style=styles.get(key, ""), tab=tab)
        for other in others:
            page.paragraph((other, styles.get(key, "")), indent=tab)


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


def rule_fields(
    rule: Rule, language: Language, shown: Sequence[str] = ()
) -> list[tuple[str, tuple[str, ...]]]:
    """What there is to say about a rule, in reading order: keys of the catalogue, lines.

    What is empty is left out. ``shown`` are the lines that a check of the rejected example
    prints.
    """
    form = load_form(rule.editions[-1])
    section = path_label(f"sections.{rule.section}", form, language) if rule.section else ""
    fields = [
        ("severity", phrase(f"severity.{rule.severity}", language)),
        ("enabled", "" if rule.enabled else phrase("value.off", language)),
        ("preview", phrase("value.preview", language) if rule.preview else ""),
        ("protected", phrase("value.protected", language) if rule.protected else ""),
        ("section", section),
        ("editions", listed(rule.editions, language)),
        ("source", rule.source),
        ("why", rule.why.in_language(language)),
        ("message", _message_pattern(rule, language)),
        ("remedy", rule.remedy.in_language(language) if rule.remedy else ""),
        ("accepted", rule.accepted.text.in_language(language)),
        ("rejected", rule.rejected.text.in_language(language)),
    ]
    told: list[tuple[str, tuple[str, ...]]] = [(key, (value,)) for key, value in fields if value]
    if rule.changes:
        changes = tuple(_change_text(change, language) for change in rule.changes)
        told.append(("changes", changes))
    return [*told, ("shown", tuple(shown))] if shown else list(told)


def _change_text(change: Change, language: Language) -> str:
    """What a pack made of the rule, and by which right."""
    parts = [
        phrase(
            "change.what",
            language,
            name=code_text("change", name, language),
            before=before.in_language(language),
            after=after.in_language(language),
        )
        for name, before, after in change.what
    ]
    pack = change.pack.in_language(language)
    what = listed(parts, language)
    return phrase("change.why", language, what=what, pack=pack, source=change.source)


def _message_pattern(rule: Rule, language: Language) -> str:
    """The message with dots for what a finding fills in."""
    return re.sub(r"\{\w+\}", "…", rule.message.in_language(language))


def _tab(fields: Iterable[tuple[str, object]], language: Language) -> int:
    names = (phrase(f"field.{key}", language) for key, _ in fields)
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
        "remedy": rule.remedy and rule.remedy.in_language(language),
        "accepted": _example_data(rule.accepted, language),
        "rejected": _example_data(rule.rejected, language),
        "pack": rule.pack,
        "enabled": rule.enabled,
        "preview": rule.preview,
        "protected": rule.protected,
        "changes": [_change_data(change, language) for change in rule.changes],
    }


def _change_data(change: Change, language: Language) -> dict[str, Any]:
    return {
        "pack": change.pack.in_language(language),
        "source": change.source,
        "what": [
            {
                "name": name,
                "before": before.in_language(language),
                "after": after.in_language(language),
            }
            for name, before, after in change.what
        ],
    }


def _example_data(example: Example, language: Language) -> dict[str, Any]:
    return {
        "text": example.text.in_language(language),
        "edition": example.edition,
        "set": dict(example.set),
        "edit": [list(pair) for pair in example.edit],
        "file": example.file,
    }
