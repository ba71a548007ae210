"""What a report announces for a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.report import Record
from linter.narrative.prose import Passage, Prose
from linter.regex import regex
from linter.structure.folding import fold, numbered, squeeze
from linter.structure.numerals import chinese_number

_SENTENCE_END = regex("[。;!?；！？\n]")
_QUOTED = 50
_YEAR = "(?P<year>20[0-9]{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})"
_OPENING_YEAR = (
    rf"(?:^|[,，:、)])(?:在|到)?{_YEAR}年度?(?![0-9末底]|以来|来|至)"
    r"[,，]?(?:(?!指出|存在|问题|工作计划)[^,，]){0,14}?(?:[,，][^,，]{0,8}?)?"
)
_RESOLVE = (
    "继续(?!教育)|进一步|不断|着力|认真|加强|加大|持续|严格|重点(?!领域)|大力|积极|深入|采取|努力|切实|从以下|按照"
    "|坚决|聚焦|围绕|紧紧|紧扣|结合|针对|对照|做好|以更"
)
_PLAN = regex(
    rf"{_OPENING_YEAR}(?:将(?:{_RESOLVE})|要(?:{_RESOLVE})|打算|力争|计划(?:于|在|对|开展|举办|组织|推进))"
)
# 明年(2023年): what comes next is named by its year, whatever is said of it.
_NAMED_NEXT = regex(rf"(?:明年|来年|下一年度?|下一个年度|新的一年)[(,，、]?(?:即|也就是)?{_YEAR}年")
_INTENTION = regex(rf"{_OPENING_YEAR}(?:{_RESOLVE})")
_INTENTION_HEADING = regex("整改措施|改进措施|下一步|打算|努力方向|今后|计划|下步")
_TOLD = regex("作为|纳入|列入|贯穿")
_DONE = regex(
    "了|已|完成|全部|均|作为|纳入|列入|取得|得到|先后|累计|贯穿|建立健全|有效|显著|明显|同比"
    "|[0-9]+(?:余|多)?(?:件|条|次|个|期|场|人)"
)


def plans(prose: Prose) -> tuple[Record, ...]:
    """Sentences of section five that say what an office will do in a year.

    「2023年，我局将…列入」 tells what was done (将 for 把), so only 将 before a verb of
    resolve counts; bare resolve (2023年我局加大…) only under a heading that announces plans,
    and only where nothing in the sentence says that it is done.
    """
    return tuple(_plans(prose.of("problems")))


def _plans(passages: Sequence[Passage]) -> Iterator[Record]:
    announced = False
    for passage in passages:
        if numbered(passage.text).style:
            announced = bool(_INTENTION_HEADING.search(passage.folded[:24]))
        for printed in _SENTENCE_END.split(passage.text):
            sentence = fold(printed)
            match = _NAMED_NEXT.search(sentence)
            if match is None and not _TOLD.search(sentence):
                match = _PLAN.search(sentence)
            if match is None and announced and not _DONE.search(sentence):
                match = _INTENTION.search(sentence)
            if match:
                year = _year(match["year"])
                text = squeeze(printed)
                text = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"
                yield Record(text, passage.place, "problems", {"year": year})


def _year(text: str) -> int:
    return int(text) if text.isdecimal() else chinese_number(text) or 0
