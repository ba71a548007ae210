"""Facts that the prose states and rules compare: years, dates, plans, documents cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.model.document import Paragraph
from linter.model.report import Record
from linter.structure.dates import find_dates
from linter.structure.folding import fold, numbered, squeeze
from linter.structure.numerals import chinese_number

_DOCUMENT = re.compile(r"国办公开办[函涵]?(?:字)?[〔\[(【]?(20[0-9]{2})[〕\])】]?([0-9]{1,3})号")
_SENTENCE_END = re.compile("[。;!?；！？\n]")
_QUOTED = 50
_OPENING_YEAR = (
    r"(?:^|[,，:、)])(?:在|到)?(?P<year>20[0-9]{2})年度?(?![0-9末底]|以来|来|至)"
    r"[,，]?(?:(?!指出|存在|问题|工作计划)[^,，]){0,14}?(?:[,，][^,，]{0,8}?)?"
)
_RESOLVE = (
    "继续(?!教育)|进一步|不断|着力|认真|加强|加大|持续|严格|重点(?!领域)|大力|积极|深入|采取|努力|切实|从以下|按照"
    "|坚决|聚焦|围绕|紧紧|紧扣|结合|针对|对照|做好|以更"
)
_PLAN = re.compile(
    rf"{_OPENING_YEAR}(?:将(?:{_RESOLVE})|要(?:{_RESOLVE})|打算|力争|计划(?:于|在|对|开展|举办|组织|推进))"
)
_INTENTION = re.compile(rf"{_OPENING_YEAR}(?:{_RESOLVE})")
_INTENTION_HEADING = re.compile("整改措施|改进措施|下一步|打算|努力方向|今后|计划|下步")
_TOLD = re.compile("作为|纳入|列入|贯穿")
_DONE = re.compile(
    "了|已|完成|全部|均|作为|纳入|列入|取得|得到|先后|累计|贯穿|建立健全|有效|显著|明显|同比"
    "|[0-9]+(?:余|多)?(?:件|条|次|个|期|场|人)"
)


def cited_documents(paragraphs: Sequence[tuple[str | None, Paragraph]]) -> tuple[Record, ...]:
    """The format documents that the text names, as 〔2021〕30号."""
    return tuple(
        Record(match.group(), paragraph.place, section, {"number": _number(match)})
        for section, paragraph in paragraphs
        for match in _DOCUMENT.finditer(fold(paragraph.text))
    )


def _number(match: re.Match[str]) -> str:
    return f"〔{match.group(1)}〕{match.group(2)}号"


def dates(paragraphs: Sequence[tuple[str | None, Paragraph]]) -> tuple[Record, ...]:
    """Every full date; ``valid`` is 1 where the calendar has it, else 0."""
    return tuple(
        Record(found.text, paragraph.place, section, {"valid": int(found.date is not None)})
        for section, paragraph in paragraphs
        for found in find_dates(fold(paragraph.text))
    )


def plans(paragraphs: Sequence[tuple[str | None, Paragraph]]) -> tuple[Record, ...]:
    """Sentences of section five that say what an office will do in a year.

    「2023年，我局将…列入」 tells what was done (将 for 把), so only 将 before a verb of
    resolve counts; bare resolve (2023年我局加大…) only under a heading that announces plans,
    and only where nothing in the sentence says that it is done.
    """
    return tuple(_plans([p for section, p in paragraphs if section == "problems"]))


def _plans(paragraphs: Sequence[Paragraph]) -> Iterator[Record]:
    announced = False
    for paragraph in paragraphs:
        if numbered(paragraph.text).style:
            announced = bool(_INTENTION_HEADING.search(fold(paragraph.text)[:24]))
        for printed in _SENTENCE_END.split(paragraph.text):
            sentence = fold(printed)
            match = None if _TOLD.search(sentence) else _PLAN.search(sentence)
            if match is None and announced and not _DONE.search(sentence):
                match = _INTENTION.search(sentence)
            if match:
                year = int(match["year"])
                text = squeeze(printed)
                text = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"
                yield Record(text, paragraph.place, "problems", {"year": year})


def years(paragraphs: Sequence[tuple[str | None, Paragraph]]) -> tuple[Record, ...]:
    """Every year that the text names as …年."""
    return tuple(
        Record(match.group(), paragraph.place, section, {"year": year})
        for section, paragraph in paragraphs
        for match in re.finditer(r"(?<![0-9])(?:[0-9]{4}|[〇零○一二三四五六七八九]{4})(?=年)",
                                 fold(paragraph.text))
        if (year := _year(match.group())) is not None
    )  # fmt: skip


def _year(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_number(text)
