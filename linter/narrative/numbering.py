"""The numbers of sub-headings and lists: （一）, 1., （1）, 一是, 第一."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from linter.model.report import Record
from linter.narrative.joined import rejoined
from linter.narrative.prose import Passage, Prose
from linter.narrative.quotation import as_printed
from linter.records import field, mutable_record, record
from linter.regex import regex
from linter.structure.numerals import chinese_number

_SECTIONS = ("overview", "problems", "other")
_SHORT = 26
_SHOWN = 12
# From the outermost to the innermost: an item ends the lists within the one before it.
_STYLES = {
    "chinese": "（{}）",
    "digit": "{}.",
    "bracket": "（{}）",
    "ordinal": "第{}",
    "is": "{}是",
}
_RANKS = {style: rank for rank, style in enumerate(_STYLES)}
_NUMERALS = "一二三四五六七八九十"
_ENDS = "。;；:：!！\n"


@cache
def _marker() -> re.Pattern[str]:
    return regex(
        r"\((?P<chinese>[一二三四五六七八九十]{1,3})\)(?![项款条])"
        r"|(?<![0-9.])(?P<digit>[1-9][0-9]?)(?:[.、](?![0-9])|,(?=[^0-9]))"
        r"|\((?P<bracket>[1-9][0-9]?)\)"
        r"|(?<![统之唯万第十同专单逐任归为不])(?P<is>[一二三四五六七八九十]{1,2})是"
        r"|第(?P<ordinal>[一二三四五六七八九十])[,、](?![一二三四五六七八九十第])"
    )


@record
class _Item:
    """A number in ``passage``: ``leads`` where it stands at the beginning of a sentence."""

    style: str
    number: int
    passage: int
    start: int
    leads: bool


@mutable_record
class _List:
    """An open list: its last item, and the last numbers of lists that may go on after it.

    ``whole`` says that it began with one: of any other an item may have been lost before.
    """

    last: _Item
    whole: bool
    resumable: list[int] = field(default_factory=list)


def list_items(prose: Prose) -> tuple[Record, ...]:
    """The numbered items of sections one, five and six; ``due`` is the number that continues
    the list, and differs from ``number`` only where that is certain.
    """
    found: list[Record] = []
    for key in _SECTIONS:
        found += _of_section(rejoined(prose.of(key)))
    return tuple(found)


def _of_section(passages: Sequence[Passage]) -> Iterator[Record]:
    lists: dict[str, _List] = {}
    for item in _items(passages):
        current = lists.get(item.style)
        if not item.leads and (current is None or item.number != current.last.number + 1):
            continue
        for style in [one for one in lists if _RANKS[one] > _RANKS[item.style]]:
            del lists[style]
        if current is None:
            lists[item.style] = _List(item, item.number == 1)
            yield _record(item, passages)
        else:
            yield _continued(current, item, passages)


def _continued(current: _List, item: _Item, passages: Sequence[Passage]) -> Record:
    """The record of ``item``, which goes on with the list, begins a new one or breaks it."""
    last = current.last
    due = item.number
    if item.number == 1:
        current.resumable.append(last.number)
        current.whole = True
    elif item.number - 1 != last.number:
        if item.number - 1 in current.resumable:
            current.resumable.remove(item.number - 1)
        elif current.whole and _breaks(last, item, passages):
            due = last.number + 1
    current.last = item
    return _record(item, passages, due, last)


def _breaks(last: _Item, item: _Item, passages: Sequence[Passage]) -> bool:
    """Whether ``item`` certainly skips or repeats a number of the list that ``last`` is in."""
    if item.number == last.number:
        return last.leads
    if item.number < last.number:
        return False
    between = _between(last, item, passages)
    missing = (last.number + 1, item.number - 1)
    return not any(_is_numbered(text, missing) or _lost(text, item) for text in between)


def _between(last: _Item, item: _Item, passages: Sequence[Passage]) -> list[str]:
    """What stands between two items, passage by passage, the first item's sentence first."""
    if last.passage == item.passage:
        return [passages[item.passage].folded[last.start : item.start]]
    texts = [passage.folded for passage in passages[last.passage : item.passage + 1]]
    return [texts[0][last.start :], *texts[1:-1], texts[-1][: item.start]]


def _is_numbered(text: str, missing: Sequence[int]) -> bool:
    """Whether something begins with a missing number in whatever style: 二要, 其二, 2)."""
    for number in {*missing}:
        numeral = _NUMERALS[number - 1] if number <= len(_NUMERALS) else str(number)
        written = rf"[第其]{numeral}|\(?(?:{numeral}|{number})[)、.,:是要则来]"
        if re.search(rf"(?:^|[。;:,!、])(?:{written})", text):
            return True
    return False


def _lost(text: str, item: _Item) -> bool:
    """Whether a line looks like a heading whose number the page made and the text lost."""
    if item.style not in ("chinese", "digit", "bracket") or not text or text[0] in "(第":
        return False
    return len(text) <= _SHORT and text[-1] not in "。;；" and not text[0].isdigit()


def _items(passages: Sequence[Passage]) -> Iterator[_Item]:
    for index, passage in enumerate(passages):
        text = passage.folded
        for match in _marker().finditer(text):
            style = match.lastgroup or ""
            leads = match.start() == 0 or text[match.start() - 1] in _ENDS
            number = _number(match[style])
            if number:
                yield _Item(style, number, index, match.start(), leads)


def _number(written: str) -> int | None:
    """The number of an item; None where nobody counts so (一一是)."""
    if written.isdecimal():
        return int(written)
    number = chinese_number(written)
    return number if number and _spelled(number) == written else None


def _record(
    item: _Item, passages: Sequence[Passage], due: int | None = None, last: _Item | None = None
) -> Record:
    passage = passages[item.passage]
    text = as_printed(passage.folded[item.start : item.start + _SHOWN])
    fields: dict[str, int | str] = {"number": item.number, "due": due or item.number}
    if due and last:
        fields |= {"label": _label(item), "due_label": _label(item, due), "after": _label(last)}
    return Record(text, passage.place, passage.section, fields)


def _label(item: _Item, number: int | None = None) -> str:
    number = number or item.number
    spelled = str(number) if item.style in ("digit", "bracket") else _spelled(number)
    return _STYLES[item.style].format(spelled)


def _spelled(number: int) -> str:
    if number >= len(_NUMERALS) * 10 + 10:
        return str(number)
    tens, ones = divmod(number, 10)
    lead = {0: "", 1: "十"}.get(tens, f"{_NUMERALS[tens - 1]}十")
    return lead + (_NUMERALS[ones - 1] if ones else "")
