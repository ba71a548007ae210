"""Amounts of money in section six, and whether their parts add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from linter.model.report import Record
from linter.narrative.prose import Prose
from linter.narrative.sentences import paragraphs, quoted, sentences, without_titles
from linter.records import record
from linter.regex import regex
from linter.structure.folding import fold
from linter.structure.numerals import NUMERAL, chinese_number

_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]{1,4})?|[0-9]{1,12}(?:\.[0-9]{1,4})?"
_WORDS = {
    "amount": rf"(?<![0-9.])(?:(?P<digits>{_ARABIC})|(?P<words>{NUMERAL}{{1,12}}))"
    r"[余多]?(?P<unit>万?)元(?!/|每)",
    "pieces": rf"(?<![0-9.第])(?:(?P<digits>[0-9]{{1,9}})|(?P<words>{NUMERAL}{{1,8}}))件(?!以)",
    "fee": "处理费|收取|收缴|收费",
    # What is due, a tariff or another year's is not what was collected.
    "not_collected": (
        "应[收缴]|通知|欠|未缴|拟|标准|每[件页]|元/|减免|免收|上年|去年|上一年|预计|退还"
        "|行政事业性|罚没|三公|经费|预算|资金"
    ),
    "other_money": "行政事业性|罚没|三公|经费|预算|决算|资金|减税|投资",
    "parts_follow": "其中[,:]?|具体(?:为|是|如下)[,:]?|分别(?:为|是)[,:]?|包括[,:]?",
    "whole_follows": "(?:合计|共计|总计|总金额)[^。;]{0,16}?$",
    "rough": "约|近|左右|等(?![级待])|以上",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return regex(_WORDS[name])


@record
class Amount:
    """An amount of money: ``yuan`` its worth in 元, ``unit`` as printed (元 or 万元)."""

    yuan: int | Decimal
    unit: str
    text: str
    start: int
    end: int


def amounts(folded: str) -> list[Amount]:
    """The amounts that a sentence says were collected, none where it speaks of others, too."""
    return [] if _pattern("not_collected").search(folded) else list(_amounts(folded))


def _amounts(folded: str) -> Iterator[Amount]:
    if "元" not in folded:
        return
    for match in _pattern("amount").finditer(folded):
        number = _number(match)
        if number is not None:
            yuan = number * 10_000 if match["unit"] else number
            whole = int(yuan) if yuan == int(yuan) else yuan
            yield Amount(whole, f"{match['unit']}元", match.group(), match.start(), match.end())


def _number(match: re.Match[str]) -> Decimal | None:
    if match["digits"]:
        return Decimal(match["digits"].replace(",", ""))
    words = chinese_number(match["words"])
    return None if words is None else Decimal(words)


def fee_amounts(prose: Prose) -> tuple[Record, ...]:
    """The amounts of section six that are about the fee: ``yuan`` in 元, ``unit`` as printed."""
    return tuple(
        Record(amount.text, sentence.place, "other", {"yuan": amount.yuan, "unit": amount.unit})
        for sentence in sentences(prose.of("other"))
        if _pattern("fee").search(sentence.folded)
        and not _pattern("other_money").search(sentence.folded)
        for amount in _amounts(without_titles(sentence.folded))
    )


def fee_breakdowns(prose: Prose) -> tuple[Record, ...]:
    """Wholes of section six that are told with their parts.

    ``whole`` and ``parts`` are the number given and the sum of those that are to make it up,
    ``unit`` is 元 or 件. Only where it is sure what belongs to what.
    """
    return tuple(
        Record(_from(paragraph.text, whole, unit), paragraph.place, "other", fields)
        for paragraph in paragraphs(prose.of("other"))
        for whole, parts, unit in _breakdowns(without_titles(paragraph.folded))
        if (fields := {"whole": whole, "parts": parts, "unit": unit})
    )


def _from(text: str, whole: int | Decimal, unit: str) -> str:
    """The printed text from the clause on that gives the whole."""
    clauses = re.split("(?<=[，,。；;：:])", text)
    first = next((at for at, one in enumerate(clauses) if f"{whole}{unit}" in fold(one)), 0)
    return quoted("".join(clauses[first:]))


_Breakdown = tuple[int | Decimal, int | Decimal, str]


def _breakdowns(text: str) -> Iterator[_Breakdown]:
    cues = list(_pattern("parts_follow").finditer(text))
    if len(cues) == 1:
        before, after = text[: cues[0].start()], text[cues[0].end() :]
        head = _last_with_amount(before)
        yield from _compared(head, after.split("。", 1)[0])
    elif not cues:
        for sentence in text.split("。"):
            found = list(_amounts(sentence))
            if len(found) > 2 and _pattern("whole_follows").search(sentence[: found[-1].start]):
                end = _clause_start(sentence, found[-1].start)
                yield from _compared(sentence[end:], sentence[:end])


def _last_with_amount(text: str) -> str:
    """The sentence that gives the whole: the last one, 「。其中」 being common."""
    return text.rstrip("。;,:").rpartition("。")[2]


def _clause_start(sentence: str, position: int) -> int:
    return max(sentence.rfind(mark, 0, position) for mark in ",;:、") + 1


def _compared(head: str, tail: str) -> Iterator[_Breakdown]:
    listed = list(_amounts(tail))
    wholes = list(_amounts(head))
    if not listed or not wholes or _is_unsure(head, tail, [*listed, *wholes]):
        return
    parts = sum(amount.yuan for amount in listed)
    whole = wholes[-1].yuan
    if all(_differs(one.yuan, parts, len(listed)) for one in wholes):
        yield whole, parts, "元"
    counts, counted = _pieces(tail), _pieces(head)
    paired = len(counts) == len(listed) and bool(counted)
    if paired and all(_differs(count, sum(counts), len(counts)) for count in counted):
        yield counted[-1], sum(counts), "件"


def _differs(whole: int | Decimal, parts: int | Decimal, number: int) -> bool:
    """One part alone may be an instance; it is wrong only where it exceeds the whole."""
    return parts > whole if number == 1 else parts != whole


def _is_unsure(head: str, tail: str, found: Sequence[Amount]) -> bool:
    if _pattern("not_collected").search(tail) or _pattern("rough").search(head + tail):
        return True
    return any("余" in one.text or "多" in one.text or one.unit != "元" for one in found)


def _pieces(text: str) -> list[int]:
    found = _pattern("pieces").finditer(text)
    numbers = (int(m["digits"]) if m["digits"] else chinese_number(m["words"]) for m in found)
    return [number for number in numbers if number is not None]
