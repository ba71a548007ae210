"""An equation that does not hold, spelled out: 「5 + 1 ≠ 4 + 0，差 2」."""

from __future__ import annotations

from linter.model.finding import Equation, Number, Term
from linter.model.rule import Language
from linter.reporting.catalogue import phrase
from linter.reporting.quantities import number_text

MANY = 8
"""Terms of one side up to which zeros are written out."""

_FAR_TOO_MANY = 12
"""Terms other than zero up to which a side is written out at all."""

_NEGATED = {"=": "≠", "!=": "=", "<": "≥", "<=": ">", ">": "≤", ">=": "<"}


def equation_text(equation: Equation, language: Language) -> str:
    """Both sides with the relation that is found instead: 「5 + 1 ≠ 4 + 0」.

    Of a side with more than eight terms only those that are not 0 are written, and the text
    says so; blank terms are named as such, for they count as 0.
    """
    relation = _NEGATED.get(equation.relation, equation.relation)
    left, right = (side_text(side, language) for side in (equation.left, equation.right))
    return f"{left} {relation} {right}"


def equation_with_difference(equation: Equation, language: Language) -> str:
    """The equation and by how much it fails: 「5 + 1 ≠ 4 + 0，差 2」."""
    text, apart = equation_text(equation, language), difference(equation)
    if not apart:
        return text
    return text + phrase("equation.difference", language, n=number_text(apart))


def compares_cells(equation: Equation) -> bool:
    """Whether any cell of a table is in it, and not only years or other numbers."""
    return any(term.cell for term in (*equation.left, *equation.right))


def difference(equation: Equation) -> Number:
    """By how much the sides differ, never negative."""
    apart = equation.left_sum - equation.right_sum
    return -apart if apart < 0 else apart


def telling_terms(side: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms of one side that are worth showing: all of a few, of many those not 0."""
    return tuple(term for term in side if term.value) if len(side) > MANY else side


def side_text(side: tuple[Term, ...], language: Language) -> str:
    """One side, of many terms only those that are not 0, which the text says."""
    shown = telling_terms(side)
    if len(shown) == len(side) <= MANY:
        return _terms_text(side, language)
    if len(shown) > _FAR_TOO_MANY:
        total = sum((-t.value if t.negative else t.value for t in side), 0)
        return number_text(total) + phrase("equation.total", language, n=len(side))
    rest = _kind_of_rest([term for term in side if not term.value])
    if not shown:
        return "0" + phrase(f"equation.all_{rest}", language, n=len(side))
    note = phrase(f"equation.rest_{rest}", language) if rest else ""
    return _terms_text(shown, language) + note


def _kind_of_rest(dropped: list[Term]) -> str:
    blank = sum(term.blank for term in dropped)
    if not dropped:
        return ""
    return "zero" if blank == 0 else "blank" if blank == len(dropped) else "mixed"


def _terms_text(terms: tuple[Term, ...], language: Language) -> str:
    text = ""
    for term in terms:
        number = _term_text(term, language)
        if text:
            text += f" - {number}" if term.negative else f" + {number}"
        else:
            text = f"-{number}" if term.negative else number
    return text or "0"


def _term_text(term: Term, language: Language) -> str:
    if term.blank:
        return phrase("value.blank", language)
    number = number_text(term.value)
    return f"({number})" if term.value < 0 else number
