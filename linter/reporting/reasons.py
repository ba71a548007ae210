"""Why a rule does not apply or was not evaluated, and why a part was read with doubt, in words."""

from __future__ import annotations

from linter.forms import Form
from linter.model.finding import NotApplicable, NotEvaluated, Ref
from linter.model.report import Doubt
from linter.model.rule import Language
from linter.reporting.catalogue import listed, phrase
from linter.reporting.codes import code_text
from linter.reporting.messages import fact_text


def untold_reason(item: NotEvaluated | NotApplicable, form: Form | None, language: Language) -> str:
    """The reason, with the labels of what it is about where the facts tell."""
    reason = code_text("reason", item.reason, language)
    refs = [(name, fact) for name, fact in item.facts.items() if isinstance(fact, Ref)]
    if not refs:
        return reason
    about = listed((fact_text(name, ref, form, language) for name, ref in refs), language)
    return phrase("line.about", language, what=reason, more=about)


def doubt_reason(doubt: Doubt, language: Language) -> str:
    """The reason of a doubt."""
    return code_text("reason", doubt.reason, language)
