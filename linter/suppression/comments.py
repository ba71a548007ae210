"""What a comment in a report asks for, and what is wrong with it.

<!-- nianbao: ignore T209 reason: the archive prints it so until 2026-12-31 -->
<!-- 年报：全文忽略 S105、T209 理由：存档文本，不作修改（至 2026-12-31） -->
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from linter.model.rule import Rule
from linter.nearest_name import nearest
from linter.records import record
from linter.regex import regex
from linter.selection import ids_named, is_about_the_run

_VERB = regex(r"(ignore(?:-file)?(?![A-Za-z-])|全文忽略|忽略全文|忽略)\s*[:：]?", re.IGNORECASE)
_VERBS = ("ignore", "ignore-file")
_WHOLE_FILE = ("ignore-file", "全文忽略", "忽略全文")
_WORD = regex(r"[A-Za-z-]+")
_REASON = regex(r"(?:\breason|理由|原因)\s*[:：]", re.IGNORECASE)
_UNTIL = regex(
    r"(?:^|[\s，,；;。（(])(?:until|截至|至)\s*[:：]?\s*"
    r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?\s*[）)]?[。.]?\s*$",
    re.IGNORECASE,
)
_BETWEEN = regex(r"[\s,，、;；]+")
_EDGES = " \t\r\n\u3000，,；;（("


@record
class Request:
    """``names`` of rules, the ``ids`` that they stand for, and for how long."""

    names: tuple[str, ...]
    ids: frozenset[str]
    reason: str
    until: datetime.date | None
    whole_file: bool


class Mistake(Exception):
    """A comment that cannot be followed: the ``found`` words, and a key that says why not."""

    def __init__(self, mistake: str, found: str) -> None:
        super().__init__(mistake, found)
        self.mistake = mistake
        self.found = found


def requested(text: str, rules: Sequence[Rule]) -> Request | None:
    """What ``text`` asks for, None where it is a comment of another kind.

    Raises :class:`Mistake`.
    """
    verb = _VERB.match(text)
    if verb is None:
        word = _WORD.match(text)
        if word and nearest(word[0], _VERBS):
            raise Mistake("unknown-verb", word[0])
        return None
    head, *tail = _REASON.split(text[verb.end() :], maxsplit=1)
    head, until = _without_date(head)
    reason, later = _without_date(tail[0]) if tail else ("", None)
    names = tuple(name for name in _BETWEEN.split(head) if name)
    ids = _ids(names, verb[1], rules)
    if not reason:
        raise Mistake("no-reason", text.strip())
    return Request(names, ids, reason, later or until, verb[1].lower() in _WHOLE_FILE)


def _without_date(text: str) -> tuple[str, datetime.date | None]:
    """The text without the date at its end, and that date."""
    match = _UNTIL.search(text)
    if match is None:
        return text.strip(_EDGES), None
    try:
        until = datetime.date(*(int(number) for number in match.groups()))
    except ValueError as error:
        raise Mistake("no-such-date", match[0].strip(_EDGES + "）)。.")) from error
    return text[: match.start()].strip(_EDGES), until


def _ids(names: Sequence[str], verb: str, rules: Sequence[Rule]) -> frozenset[str]:
    if not names:
        raise Mistake("no-rules", verb)
    for name in names:
        named = ids_named((name,), rules)
        if not named:
            raise Mistake("unknown-rule", name)
        if all(map(is_about_the_run, named)):
            raise Mistake("not-suppressible", name)
        if any(rule.protected and rule.id in named for rule in rules):
            raise Mistake("protected", name)
    return frozenset(rule for rule in ids_named(names, rules) if not is_about_the_run(rule))
