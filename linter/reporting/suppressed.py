"""What is said of findings that do not count and of rules that are off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.model.finding import Suppressed, SuppressedBy
from linter.model.rule import Language
from linter.reporting.catalogue import counted, listed, phrase
from linter.reporting.quoting import one_line
from linter.reporting.run import Disabled, Run, summary

_LONGEST_REASON = 200
_ORIGINS: tuple[SuppressedBy, ...] = ("configuration", "inline", "baseline")


def suppression_lines(run: Run) -> Iterator[str]:
    """「已抑制 3 个问题（配置 1、文内 1、基线 1）」, and a line for each rule that is off."""
    language = run.language
    number = summary(run).suppressed
    if number:
        by = Counter(one.by for result in run.results for one in result.suppressed)
        parts = (
            phrase(f"suppressed.{origin}", language, n=by[origin])
            for origin in _ORIGINS
            if by[origin]
        )
        what = counted("suppressed", number, language)
        yield phrase("line.in_brackets", language, what=what, more=listed(parts, language))
    for disabled in run.disabled:
        yield disabled_text(disabled, language)


def disabled_text(disabled: Disabled, language: Language) -> str:
    """「已停用规则 A301：…」."""
    reason = one_line(disabled.reason, _LONGEST_REASON)
    return phrase("disabled.line", language, rule=disabled.rule, reason=reason)


def suppression_reason(suppressed: Suppressed, language: Language) -> str:
    """Why a finding does not count."""
    if suppressed.by == "baseline":
        return phrase("suppressed.known", language)
    return one_line(suppressed.reason, _LONGEST_REASON)


def suppression_text(suppressed: Suppressed, language: Language) -> str:
    """「已抑制（配置）：…，至 2026-12-31」."""
    origin = phrase(f"suppressed.{suppressed.by}", language, n="").strip()
    reason = suppression_reason(suppressed, language)
    if suppressed.until is not None:
        until = phrase("suppressed.until", language, date=suppressed.until.isoformat())
        reason = phrase("list.clause", language).join((reason, until))
    what = phrase(
        "line.in_brackets", language, what=phrase("suppressed.word", language), more=origin
    )
    return phrase("line.about", language, what=what, more=reason)
