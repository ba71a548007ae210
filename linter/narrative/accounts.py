"""The years for which a report renders account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from linter.model.report import Record
from linter.narrative.joined import rejoined
from linter.narrative.prose import Passage, Prose
from linter.narrative.quotation import as_printed
from linter.narrative.sentences import quoted
from linter.regex import regex
from linter.structure.folding import fold
from linter.structure.numerals import chinese_number

_YEAR = r"(?:20[0-9]{2}|二[〇零○O0][一二三四五六七八九〇零○O0]{2})"
_SENTENCE_END = regex("[。；;！!？?]")
_NUMBERED = regex(r"^(?:\(|[0-9一二三四五六七八九十]{1,2}[、.]|第[一二三四五六])")


# What an office does with information and applications, and how it goes about it.
_DONE = (
    *(
        "收到",
        "受理",
        "接收",
        "接到",
        "公开",
        "发布",
        "制定",
        "制发",
        "废止",
        "答复",
        "办结",
        "办理",
    ),
    *("收取", "发生", "未有", "没有", "产生", "开展", "举办"),
)
_RESOLVED = (
    "贯彻",
    "按照",
    "围绕",
    "坚持",
    "高度重视",
    "落实",
    "推进",
    "认真",
    "积极",
    "严格",
    "紧紧",
)
# What names another time, or may be of another time though it is told of this one.
_OTHER_TIME = (
    *(
        "上年",
        "去年",
        "同比",
        "相比",
        "较",
        "比上",
        "增长",
        "下降",
        "结转",
        "以来",
        "指出",
        "问题",
        "考核结果",
    ),
    *(
        "评估",
        "评为",
        "通报",
        "印发",
        "决算",
        "预算",
        "历年",
        "至今",
        "此前",
        "今年",
        "本年",
        "将",
        "拟",
        "计划",
    ),
    *(
        "打算",
        "力争",
        "下一步",
        "明年",
        "要点",
        "整改",
        "被",
        "获",
        "荣",
        "修订",
        "出台",
        "施行",
        "成立",
    ),
)


@cache
def _year() -> re.Pattern[str]:
    return regex(rf"(?<![0-9])({_YEAR})年")


@cache
def _opens() -> re.Pattern[str]:
    """A sentence whose time is a year: 2023年，我局共收到申请3件."""
    return regex(
        r"^(?:\([^)]{1,3}\)|[0-9]{1,2}[、.]|[一二三四五六七八九]是)?"
        r"(?:[一-鿿]{0,12}(?:公开|管理|建设|保障|信息|收费|监督)[一-鿿]{0,6}:?)?"
        rf"({_YEAR})年(?![0-9末底初前后来—~至到起的、和与及以-]|度?[一二三四上下第]{{1,2}}季)"
    )


@cache
def _figure() -> re.Pattern[str]:
    return regex("[0-9][余多]?(?:件|条|次|篇|期|场|个|份|项|万?元)|[未无]|没有")


@cache
def _announced() -> re.Pattern[str]:
    """现公布……2023年政府信息公开工作年度报告."""
    return regex(
        rf"(?:现将|公布|编制|撰写|形成)[^。》]{{0,44}}?({_YEAR})年度?"
        r"[一-鿿]{0,18}?(?:信息|政务)公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)(?![0-9一编的])"
    )


def accounts(prose: Prose) -> tuple[Record, ...]:
    """Sentences by which the report renders account for a ``year``.

    They are the announcement in the opening (现公布……2023年政府信息公开工作年度报告), the sentence
    with which section one begins, and sentences of sections one and six that tell what was
    done in a year, where neither they nor their neighbours name another time.
    """
    return tuple(_accounts(prose))


def _accounts(prose: Prose) -> Iterator[Record]:
    opening = rejoined([one for one in prose.passages if one.section is None and not one.closing])
    overview = rejoined(prose.of("overview"))
    for passage in (*opening, *overview[:1]):
        for match in _announced().finditer(passage.folded):
            yield _record(as_printed(match.group()), match[1], passage)
    if overview:
        yield from _first(overview[0])
    for passages in (overview, rejoined(prose.of("other"))):
        yield from _told(passages)


def _first(passage: Passage) -> Iterator[Record]:
    """The year with which section one begins (2023年，我局认真贯彻……)."""
    printed = _SENTENCE_END.split(passage.text, maxsplit=1)[0]
    sentence = fold(printed)
    year = _opening_year(sentence)
    if year and _has(sentence, _RESOLVED) and not _figure().search(sentence):
        yield _record(printed, year, passage)


def _told(passages: Sequence[Passage]) -> Iterator[Record]:
    for index, passage in enumerate(passages):
        printed = [one for one in _SENTENCE_END.split(passage.text) if one]
        sentences = [fold(one) for one in printed]
        for at, sentence in enumerate(sentences):
            year = _year_told(sentence)
            if year and not _others_near(at, sentences, index, passages) - {year}:
                yield _record(printed[at], year, passage)


def _year_told(sentence: str) -> str | None:
    """The year of a sentence that says what was done in it."""
    year = _opening_year(sentence)
    if year is None or not _has(sentence, _DONE) or not _figure().search(sentence):
        return None
    # 2022年收到的申请……均已办结 is told of this year.
    return None if any(f"{word}的" in sentence for word in _DONE) else year


def _opening_year(sentence: str) -> str | None:
    """The year with which a sentence begins that names no other time."""
    match = _opens().match(sentence) if "年" in sentence else None
    if match is None or _has(sentence, _OTHER_TIME) or len(_years(sentence)) != 1:
        return None
    return match[1]


def _has(sentence: str, words: Sequence[str]) -> bool:
    return any(word in sentence for word in words)


def _years(sentence: str) -> set[str]:
    return {*_year().findall(sentence)} if "年" in sentence else set()


def _others_near(
    at: int, sentences: Sequence[str], index: int, passages: Sequence[Passage]
) -> set[str]:
    """The years that the sentences before and after name: they may compare.

    A numbered paragraph is a matter of its own.
    """
    near = [*sentences[max(at - 1, 0) : at], *sentences[at + 1 : at + 2]]
    if at == 0 and index and not _NUMBERED.match(passages[index].folded):
        near.append(_SENTENCE_END.split(passages[index - 1].folded)[0])
    if at == len(sentences) - 1 and index + 1 < len(passages):
        following = passages[index + 1].folded
        near += [] if _NUMBERED.match(following) else [_SENTENCE_END.split(following)[0]]
    return {year for one in near for year in _years(one)}


def _record(text: str, year: str, passage: Passage) -> Record:
    number = int(year) if year.isdecimal() else chinese_number(year)
    return Record(quoted(text), passage.place, passage.section, {"year": number or 0})
