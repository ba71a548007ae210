"""What is found about suppressions themselves: the rules E951 to E953."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from linter.model.finding import Fact, Finding
from linter.model.place import Place
from linter.model.rule import Rule

UNUSED, EXPIRED, INVALID = "E951", "E952", "E953"


def unused(rules: Sequence[str], place: Place, known: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """That nothing is found any more of what a suppression of ``rules`` is for."""
    return _found(UNUSED, place, {"rules": ", ".join(rules)}, known)


def expired(
    rules: Sequence[str], until: datetime.date, place: Place, known: Mapping[str, Rule]
) -> tuple[Finding, ...]:
    """That a suppression of ``rules`` held until the day ``until``."""
    return _found(EXPIRED, place, {"rules": ", ".join(rules), "until": until}, known)


def invalid(
    found: str, mistake: str, place: Place, known: Mapping[str, Rule]
) -> tuple[Finding, ...]:
    """That a comment cannot suppress anything; ``mistake`` is a key of the message catalogue."""
    return _found(INVALID, place, {"found": found, "mistake": mistake}, known)


def _found(
    rule: str, place: Place, facts: Mapping[str, Fact], known: Mapping[str, Rule]
) -> tuple[Finding, ...]:
    """The finding, where its rule is one of those that the run applies."""
    if rule not in known:
        return ()
    return (Finding(rule, known[rule].severity, place=place, facts=facts),)
