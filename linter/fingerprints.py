"""What a finding is about, as a key that outlives edits elsewhere in the file.

A fingerprint is made of what the report says: the rule, the cells, the figures and words that
clash. Lines and places are no part of it, nor anything that the tool concludes (culprit,
severity), so that a baseline outlives moved lines and better diagnosis.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from linter.model.finding import Equation, Fact, FileResult, Finding, Number, Ref, Term

if TYPE_CHECKING:
    from linter.model.report import Report

_DIGITS = 16
_LARGEST_EXPONENT = 1000


def finding_fingerprint(finding: Finding) -> str:
    """Sixteen hexadecimal digits, the same for equal findings in whatever file."""
    return _hashed([*_content(finding)])


def fingerprint(finding: Finding, result: FileResult) -> str:
    """The same, different in different reports; the path tells only those of unknown issuer."""
    return _hashed([identity(result.report) or [result.path], *_content(finding)])


def identity(report: Report | None) -> list[str] | None:
    """What tells a report whatever its file is called: issuer, year and title."""
    if report is None or report.issuer is None or report.year is None:
        return None
    return [_plain(report.issuer), str(report.year), _plain(report.title or "")]


def _hashed(content: list[object]) -> str:
    text = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _content(finding: Finding) -> Iterable[object]:
    yield finding.rule
    yield sorted(finding.cells)
    yield sorted({text for fact in finding.facts.values() for text in _texts(fact)})
    if finding.equation is None:
        yield [_value(finding.expected), _value(finding.actual)]
    else:
        yield _compared(finding.equation)


def _texts(fact: Fact) -> Iterable[str]:
    """The words, dates and parts of the form in a fact; figures stand in the comparison."""
    match fact:
        case Ref():
            yield fact.path
        case str():
            yield _plain(fact)
        case tuple():
            yield from (ref.path for ref in fact)
        case int() | Decimal():
            return
        case _:
            yield fact.isoformat()


def _compared(equation: Equation) -> list[object]:
    left, right = ([_term(term) for term in side] for side in (equation.left, equation.right))
    return [left, equation.relation, right]


def _term(term: Term) -> list[object]:
    return [term.cell, _value(term.value), term.negative]


def _value(value: Number | str | None) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        return _plain(value)
    number = Decimal(value)
    if not number or abs(number.adjusted()) > _LARGEST_EXPONENT or not number.is_finite():
        return "0" if not number else str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(text: str) -> str:
    """The text without what type-setting and line breaks make of it."""
    return "".join(unicodedata.normalize("NFKC", text).split())
