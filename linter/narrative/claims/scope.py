"""Of whom and of when a sentence speaks: of the office and its year, or of others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from linter.model.report import Report
from linter.narrative.claims.tokens import Token
from linter.records import record
from linter.regex import regex
from linter.structure.folding import fold

_NAME_ENDS = regex("(?:人民)?政府$|办事处$|办公室$|党政办$")


@cache
def _office() -> re.Pattern[str]:
    return regex(
        "(?:局|委|厅|署|院|政府|镇|乡|街道|县|市|区|州|盟|旗|部门|单位|机关|系统|中心|公司|大队|支队"
        "|办公室|政府办|办事处|科室|处室|站|所属|直属|下属|各级)$"
    )


@record
class Scope:
    """``own`` says whether figures are those of the tables, ``current`` whether of the year."""

    own: bool = True
    current: bool = True


def scope_after(scope: Scope, words: Iterable[Token], report: Report) -> Scope:
    """The scope once ``words``, those before a figure, have been read."""
    own, current = scope.own, scope.current
    for word in words:
        if word.kind == "LEAD":
            match word.key:
                case "own_period":
                    current = True
                case "other_period":
                    current = False
                case "wide":
                    own = _is_government(report)
                case _:
                    own = not _is_government(report)
        elif word.kind == "OTHER" and _office().search(word.text):
            own = _is_own_name(word.text, report)
    return Scope(own, current)


def _is_government(report: Report) -> bool:
    return report.value("issuer_kind").value == "government"


def _is_own_name(text: str, report: Report) -> bool:
    """Whether a name is the office's own, whole or shortened as offices do: 市科委.

    A government speaks in the name of its area (云溪县); what 县政府 alone does may be a part.
    """
    issuer = report.value("issuer").value
    if not isinstance(issuer, str):
        return False
    whole, short = (_NAME_ENDS.sub("", fold(name)) for name in (issuer, text))
    if _is_government(report) and short != text:
        return False
    return bool(short) and short[-1] == whole[-1:] and _is_contained(short, whole)


def _is_contained(short: str, whole: str) -> bool:
    rest = iter(whole)
    return all(character in rest for character in short)
