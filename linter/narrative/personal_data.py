"""Data of persons that do not belong in a published report.

条例第十五条 keeps 个人隐私 from the public. What is found is never repeated whole: the text of a
record is masked, that of every record of the report (:func:`masked`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from linter.model.document import Table
from linter.model.place import Place
from linter.model.report import Record
from linter.narrative.personal_numbers import (
    is_card_number,
    is_old_resident_id,
    is_resident_id,
    mask,
    mask_address,
)
from linter.narrative.persons import (
    calls_code,
    calls_id,
    is_inquiry,
    lists_persons,
    names_contact,
    names_party,
    tells_card,
)
from linter.narrative.prose import Prose
from linter.records import record
from linter.regex import regex
from linter.structure.folding import squeeze

RESIDENT_ID, UNPROVEN_ID = "resident-id", "unproven-id"
CARD, MOBILE, EMAIL = "bank-card", "mobile", "email"
_LINK, _EIGHTEEN, _FIFTEEN = "link", "eighteen digits", "fifteen digits"

# No text without one of these holds anything that is sought.
_PROMISING = regex(r"\d[\d\s\-－\u200b\u2060\ufeff\u00ad]{10}|@|＠")
_APART = r"[\s\-\u200b\u2060\ufeff\u00ad]?"
_ALONE = (r"(?<![0-9A-Za-z])(?<![0-9][.-])", r"(?![0-9A-Za-z]|\.[0-9])")
_AMOUNT = r"(?!\s?(?:元|万|亿|件|条|次|人|个|吨|%|字|平))"
_PATTERNS = {
    EMAIL: r"(?<![0-9A-Za-z._%+-])[0-9A-Za-z][0-9A-Za-z._%+-]{0,63}@"
    r"[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,4}",
    _LINK: r"(?:https?://|www\.)[!-~]{1,2000}",
    _EIGHTEEN: rf"(?<![0-9A-Za-z])[0-9](?:{_APART}[0-9]){{16}}{_APART}[0-9Xx](?![0-9A-Za-z])",
    CARD: rf"{_ALONE[0]}62[0-9]{{2}}(?:{_APART}[0-9]){{12,15}}{_ALONE[1]}",
    _FIFTEEN: rf"{_ALONE[0]}[0-9]{{15}}{_ALONE[1]}",
    MOBILE: rf"{_ALONE[0]}(?:\+?86{_APART})?"
    rf"(1[3-9][0-9](?:{_APART}[0-9]){{8}}){_ALONE[1]}{_AMOUNT}",
}
_PRIVATE_HOSTS = frozenset((
    "qq.com", "vip.qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "vip.163.com",
    "sina.com", "sina.cn", "sohu.com", "139.com", "189.cn", "wo.cn", "21cn.com", "tom.com",
    "aliyun.com", "gmail.com", "hotmail.com", "outlook.com", "live.cn", "icloud.com",
))  # fmt: skip
_BEFORE = 400
_AROUND = 120
_CLAUSE = 40


@record
class _Text:
    """A piece of text; ``heading`` is the header of the table of which it is a row.

    ``in_frame`` is True in the opening and the sign-off, where an office says how to reach it.
    """

    text: str
    place: Place
    section: str | None = None
    in_frame: bool = False
    heading: str = ""


@record
class _Candidate:
    """What is built like a datum of a person: its kind, its characters and where they stand."""

    kind: str
    plain: str
    start: int
    end: int

    @property
    def masked(self) -> str:
        return mask_address(self.plain) if self.kind == EMAIL else mask(self.plain)


def personal_data(prose: Prose) -> tuple[Record, ...]:
    """Numbers of identity cards and bank cards, mobiles and mailboxes of private persons.

    Each is told once, where it stands first.
    """
    found: dict[tuple[str, str], Record] = {}
    for text in _texts(prose):
        for one in _candidates(text.text):
            key = (one.kind, one.plain)
            if key not in found and _is_private(one, text):
                fields = {"kind": one.kind}
                found[key] = Record(one.masked, text.place, text.section, fields)
    return tuple(found.values())


def masked(text: str) -> str:
    """``text`` with all that may be a person's number hidden, for quoting it."""
    pieces: list[str] = []
    last = 0
    for one in _candidates(text):
        if one.kind not in (EMAIL, UNPROVEN_ID) or calls_id(_before(one, text)):
            pieces += (text[last : one.start], one.masked)
            last = one.end
    return "".join((*pieces, text[last:]))


def _texts(prose: Prose) -> Iterator[_Text]:
    for passage in prose.passages:
        in_frame = passage.section is None
        yield _Text(passage.text, passage.place, passage.section, in_frame)
    for table in prose.report.other_tables:
        yield from _rows(table)


def _rows(table: Table) -> Iterator[_Text]:
    heading = ""
    for row in table.rows:
        text = "  ".join(cell.text for cell in row)
        if row:
            yield _Text(text, row[0].place, heading=heading)
        heading = heading or squeeze(text)


def _candidates(text: str) -> list[_Candidate]:
    """In reading order; of two that share characters the one that says more."""
    if not _PROMISING.search(text):
        return []
    patterns, half_width = _patterns()
    rest = text.translate(half_width)
    found: list[_Candidate] = []
    for name, pattern in patterns.items():
        rest = pattern.sub(partial(_noted, found, name), rest)
    return sorted(found, key=lambda one: one.start)


def _noted(found: list[_Candidate], name: str, match: re.Match[str]) -> str:
    """Blanks in place of what has been told, so that nothing is told twice."""
    group = match.lastindex or 0
    plain = match[group] if name == EMAIL else re.sub("[^0-9Xx]", "", match[group])
    kind = _kind(name, plain)
    if kind:
        found.append(_Candidate(kind, plain, *match.span(group)))
    return " " * len(match[0]) if kind or name in (EMAIL, _LINK) else match[0]


def _kind(name: str, plain: str) -> str | None:
    """What characters that match this pattern are, None where nothing that is sought."""
    if name == _EIGHTEEN and is_resident_id(plain):
        return RESIDENT_ID
    if name in (_EIGHTEEN, CARD) and is_card_number(plain):
        return CARD
    if name == _EIGHTEEN or (name == _FIFTEEN and is_old_resident_id(plain)):
        return UNPROVEN_ID
    return name if name == MOBILE or (name == EMAIL and _is_private_address(plain)) else None


def _is_private_address(address: str) -> bool:
    return address.partition("@")[2].lower() in _PRIVATE_HOSTS


def _is_private(one: _Candidate, text: _Text) -> bool:
    """Whether what stands around says that the datum is a person's, and not an office's."""
    before = _before(one, text.text)
    around = before[-_AROUND:] + squeeze(text.text[one.end : one.end + _BEFORE])[:_AROUND]
    called_id = calls_id(before) or "身份证" in text.heading
    if one.kind == RESIDENT_ID:
        return called_id or not calls_code(before)
    if one.kind == UNPROVEN_ID:
        return called_id
    if one.kind == CARD:
        return tells_card(text.heading + around) and not calls_code(before)
    return _is_private_contact(before, around, text)


def _before(one: _Candidate, text: str) -> str:
    return squeeze(text[max(0, one.start - _BEFORE) : one.start])


def _is_private_contact(before: str, around: str, text: _Text) -> bool:
    if is_inquiry(around):
        return False
    words = re.sub("[0-9A-Za-z@._-]{6,}", "", before)
    clause = re.split("[。;；!?！？]", words)[-1][-_CLAUSE:]
    return (
        names_party(clause)
        or lists_persons(text.heading)
        or (not text.in_frame and not text.heading and names_contact(clause, around))
    )


@cache
def _patterns() -> tuple[dict[str, re.Pattern[str]], dict[int, str]]:
    """The patterns in the order in which they are tried, and half-width forms of characters."""
    half_width = {0xFF01 + offset: chr(0x21 + offset) for offset in range(94)}
    half_width |= dict.fromkeys((0x3000, *range(0x2460, 0x2474), *range(0x3220, 0x322A)), " ")
    return {name: regex(pattern) for name, pattern in _PATTERNS.items()}, half_width
