"""A finding in one sentence: its rule's template filled with its facts."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from linter.forms import EDITIONS, Form, load_form
from linter.model.finding import Fact, Finding, Ref
from linter.model.rule import Language, Rule
from linter.reporting.catalogue import phrase
from linter.reporting.cell_lists import cells_text
from linter.reporting.codes import CODES, code_text
from linter.reporting.equations import difference, equation_text, equation_with_difference
from linter.reporting.labels import column_label, path_label
from linter.reporting.quantities import date_text, number_text
from linter.reporting.quoting import one_line

_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([A-Za-z_][A-Za-z0-9_]*)\}")


class UnknownFactError(Exception):
    """A template names a fact that its finding does not carry: a mistake in the rule."""


def message(
    finding: Finding,
    rule: Rule,
    form: Form | None,
    language: Language,
    *,
    strict: bool = False,
) -> str:
    """The rule's message with the finding's facts in its ``{name}`` placeholders.

    Where one cell is known to be wrong a clause says which and what it should hold, unless
    the template does (``{expected}``).

    Besides the facts a template may name ``equation``, ``left``, ``right``, ``difference``,
    ``cells``, ``culprit``, ``expected`` and ``actual``. The equation ends with the difference
    unless the template says that itself. A name that is not known reads 「（未知）」; with
    ``strict``, as in tests, it raises ``UnknownFactError``.
    """
    form = form or load_form(EDITIONS[-1])
    template = rule.message.in_language(language)

    def replacement(match: re.Match[str]) -> str:
        name = match[1]
        if name is None:
            return match[0][0]
        if name == "equation" and "{difference}" not in template:
            name = "equation_with_difference"
        text = _value_text(name, finding, form, language)
        if text is None and strict:
            known = ", ".join(sorted(finding.facts))
            raise UnknownFactError(f"{rule.id}: {{{name}}} is no fact of the finding ({known})")
        return phrase("value.unknown", language) if text is None else text

    sentence = _PLACEHOLDER.sub(replacement, template)
    clause = "" if "{expected}" in template else _culprit_clause(finding, form, language)
    return sentence.rstrip("。.") + clause if clause else sentence


def _culprit_clause(finding: Finding, form: Form, language: Language) -> str:
    """Which cell is wrong and what it should hold; empty where that is not known."""
    if len(finding.culprit) != 1 or finding.expected is None:
        return ""
    return phrase(
        "culprit.blank" if finding.actual is None else "culprit.wrong",
        language,
        cell=path_label(finding.culprit[0], form, language),
        expected=fact_text("expected", finding.expected, form, language),
        actual="" if finding.actual is None else fact_text("", finding.actual, form, language),
    )


def _value_text(name: str, finding: Finding, form: Form, language: Language) -> str | None:
    if name in finding.facts:
        return fact_text(name, finding.facts[name], form, language)
    if name in ("cells", "culprit"):
        return cells_text(finding.cells if name == "cells" else finding.culprit, form, language)
    if name in ("expected", "actual"):
        value = finding.expected if name == "expected" else finding.actual
        return None if value is None else fact_text(name, value, form, language)
    if finding.equation is None:
        return None
    match name:
        case "equation":
            return equation_text(finding.equation, language)
        case "equation_with_difference":
            return equation_with_difference(finding.equation, language)
        case "left":
            return number_text(finding.equation.left_sum)
        case "right":
            return number_text(finding.equation.right_sum)
        case "difference":
            return number_text(difference(finding.equation))
    return None


def fact_text(name: str, fact: Fact, form: Form | None, language: Language) -> str:
    """One fact in words; a fact named ``column`` is the label of its column alone."""
    match fact:
        case int() | Decimal():
            return number_text(fact)
        case datetime.date():
            return date_text(fact, language)
        case Ref():
            label = column_label if name == "column" else path_label
            return label(fact.path, form, language)
        case str():
            return _words(name, fact, form, language)
        case _:
            paths = tuple(ref.path for ref in fact)
            return cells_text(paths, form or load_form(EDITIONS[-1]), language)


def _words(name: str, fact: str, form: Form | None, language: Language) -> str:
    if name == "about":
        return path_label(fact, form, language)
    if name in CODES:
        return code_text(name, fact, language)
    return one_line(fact)
