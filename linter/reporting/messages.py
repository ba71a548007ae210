"""A finding in one sentence: its rule's template filled with its facts."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from linter.forms import EDITIONS, Form, load_form
from linter.model.finding import Fact, Finding, Ref
from linter.model.rule import Language, Rule
from linter.regex import regex
from linter.reporting.candidates import candidates_clause, not_filled
from linter.reporting.catalogue import phrase
from linter.reporting.cell_lists import cells_text
from linter.reporting.codes import CODES, code_text
from linter.reporting.equations import difference, equation_text, equation_with_difference
from linter.reporting.labels import column_label, path_label
from linter.reporting.quantities import date_text, number_text
from linter.reporting.quoting import one_line

_PLACEHOLDER = regex(r"\{\{|\}\}|\{([^\W\d]\w*)\}")
_COLUMN = ("column", "列")


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
    the template does (``{expected}``). A finding that rests on doubt ends with a sentence that
    says so.

    Besides the facts a template may name ``equation``, ``left``, ``right``, ``difference``,
    ``cells``, ``culprit``, ``expected`` and ``actual``. The equation ends with the difference
    unless the template says that itself. A name that is not known reads 「（未知）」; with
    ``strict``, as in tests, it raises ``UnknownFactError``.
    """
    form = form or load_form(EDITIONS[-1])
    if finding.slip == "not-filled" and len(finding.culprit) > 1:
        return not_filled(finding, form, language) + _doubt_clause(finding, language)
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
    clause = clause or candidates_clause(finding, form, language)
    whole = sentence.rstrip("。.") + clause if clause else sentence
    return whole + _doubt_clause(finding, language)


def _doubt_clause(finding: Finding, language: Language) -> str:
    """That the finding rests on what was read with doubt, and why; empty where it does not."""
    if finding.doubt is None:
        return ""
    reason = code_text("reason", finding.doubt, language)
    return phrase("doubt.clause", language, reason=reason)


def _culprit_clause(finding: Finding, form: Form, language: Language) -> str:
    """Which cell is wrong and what it should hold; empty where that is not known."""
    if len(finding.culprit) != 1 or finding.expected is None:
        return ""
    blank = finding.actual is None
    if finding.certainty == "likely":
        key = "culprit.likely_blank" if blank else "culprit.likely"
    else:
        key = "culprit.blank" if blank else "culprit.wrong"
    return phrase(
        key,
        language,
        slip=code_text("slip", finding.slip or "other", language),
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
    """One fact in words; a fact named ``column`` or 列 is the label of its column alone."""
    match fact:
        case int() | Decimal():
            return number_text(fact)
        case datetime.date():
            return date_text(fact, language)
        case Ref():
            label = column_label if name in _COLUMN else path_label
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
