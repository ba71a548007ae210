"""What the rules of a run come to for one file, for those who ask for all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from linter.forms import Form
from linter.model.finding import OUTCOMES, FileResult, NotApplicable, NotEvaluated
from linter.model.report import Doubt
from linter.model.rule import Language
from linter.reporting.catalogue import counted, listed, phrase
from linter.reporting.labels import path_label
from linter.reporting.reasons import doubt_reason, untold_reason


def outcome_totals(result: FileResult, language: Language) -> str:
    """「64 条规则：符合 50、不符合 3、存疑 1、不适用 8、未评价 2」; the five add up."""
    numbers = Counter(result.outcomes.values())
    parts = (phrase(f"outcome.{key}", language, n=numbers[key]) for key in OUTCOMES)
    rules = counted("rules", len(result.outcomes), language)
    return phrase("line.about", language, what=rules, more=listed(parts, language))


def rules_by_reason(
    items: Sequence[NotEvaluated | NotApplicable], form: Form | None, language: Language
) -> dict[str, tuple[str, ...]]:
    """The rules for which each reason was given, each once."""
    rules: dict[str, dict[str, None]] = {}
    for item in items:
        rules.setdefault(untold_reason(item, form, language), {})[item.rule] = None
    return {reason: tuple(ids) for reason, ids in rules.items()}


def doubt_lines(doubts: Sequence[Doubt], form: Form, language: Language) -> tuple[str, ...]:
    """「甲、乙：…」 for each reason of doubt, with the parts that it is about."""
    parts: dict[str, dict[str, None]] = {}
    for doubt in doubts:
        label = path_label(doubt.about, form, language)
        parts.setdefault(doubt_reason(doubt, language), {})[label] = None
    return tuple(
        phrase("line.about", language, what=listed(labels, language), more=reason)
        for reason, labels in parts.items()
    )
