"""How a report names the office whose report it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from linter.model.place import Place
from linter.model.report import Record, Report
from linter.narrative.prose import Prose
from linter.regex import regex
from linter.structure.folding import fold
from linter.structure.frame import issuer_in_title

_TOWN = "(?:镇|乡|街道)"
_SUFFIX = "(?:人民政府|政府|办事处)"
_NAME = "[一-鿿]{2,20}?"
_RESOLVE = "(?:认真|严格|按照|根据|高度重视|深入|坚持|积极|全面|切实|紧紧|始终|主动|政府信息公开)"
# What stands before 镇 or 乡 without naming one: 各乡镇, 全镇, 特色小镇, 中心镇.
_NO_NAME = regex(
    "[各全本该辖城小乡镇等某]$|中心$|重点$|建制$|示范$|特色|相关$|[由向与和对从到在为]"
)
_OFFICE = regex(
    r"(?P<name>[一-鿿]+?)(?P<kind>镇|乡|街道|局)(?:(?:人民)?政府|办事处|办)?"
    r"(?:党政|党建|综合|政务|党群)*(?:服务)?(?:综合)?(?:办公?室?)?$"
)
# The two characters before a kind of office tell it from others: 城关镇, 水务局.
_LAST = regex("([一-鿿]{2})(?:镇|乡|街道|局)")
_REGION = regex("^.*(?:自治[区州县旗]|[省市县区州盟旗])(?=.{2})")
_OWN_KINDS = {"局": "局", "镇": "镇", "乡": "乡", "街道": "街", "委": "委", "厅": "厅"}


@cache
def _own() -> re.Pattern[str]:
    return regex(r"(?<![自本])我(局|镇|乡|街道|委(?![托员派])|厅)(?![(（])")


@cache
def _attributions() -> tuple[re.Pattern[str], ...]:
    """Where a report says whose it is; the first group of each is a name."""
    office = rf"({_NAME}(?:{_TOWN}{_SUFFIX}?|局))"
    subject = "(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)"
    return (
        regex(
            rf"(?:现将|公布|公开|编制|发布|撰写|形成)(?:了)?[《“]?{office}(?:关于)?20[0-9]{{2}}年(?:度)?"
            rf"(?:的)?{subject}(?![0-9一])"
        ),
        regex(
            rf"(?:现将|公布|公开|编制|发布|撰写|形成)(?:了)?[《“]?20[0-9]{{2}}年(?:度)?{office}{subject}(?![0-9一])"
        ),
        regex(rf"(?:报告|年报)由({_NAME}{_TOWN}{_SUFFIX}?)(?:[一-鿿]{{0,8}}室)?(?:负责)?编[制写]"),
        regex(
            rf"(?:请?与|请?联系|请?向)[::]?({_NAME}{_TOWN}{_SUFFIX}?)[一-鿿]{{0,8}}办公?室?(?:联系|\(|,|:)"
        ),
        regex(
            rf"(?:^|[。;])(?:20[0-9]{{2}}年度?[,]?|全年[,]?)?([一-鿿]{{2,10}}?{_TOWN}{_SUFFIX})(?={_RESOLVE})"
        ),
    )


def own_names(prose: Prose) -> tuple[Record, ...]:
    """What the office calls itself (我局, 我镇); ``fits`` is 1 where an office of its name
    does so, ``times`` how often it does, ``proper`` how often it uses a name that fits.
    """
    names = _names(prose.report)
    if not names:
        return ()
    found = [
        (match, passage) for passage in prose.passages for match in _own().finditer(passage.folded)
    ]
    times = Counter(match[1] for match, _ in found)
    fitting = {word for word in times if _OWN_KINDS[word] in "".join(names)}
    proper = sum(times[word] for word in fitting)
    proper += sum(passage.folded.count(name) for passage in prose.passages for name in names)
    return tuple(
        Record(
            match.group(),
            passage.place,
            passage.section,
            {"fits": int(match[1] in fitting), "times": times[match[1]], "proper": proper},
        )
        for match, passage in found
    )


def named_offices(prose: Prose) -> tuple[Record, ...]:
    """The offices that the text names as those whose report it is; ``same`` is 0 where one is
    certainly another office than the title's or the sign-off's, ``issuer`` theirs.

    Only offices of one kind are compared, and names that share a character count as the same:
    卫健局 is 卫生健康局.
    """
    return tuple(_named_offices(prose))


def _named_offices(prose: Prose) -> Iterator[Record]:
    report = prose.report
    names = _names(report)
    if len(names) == 2:
        yield _mention(names[1], names[:1], report.value("issuer").place, None)
    for passage in prose.passages if names else ():
        if not _suspicious(passage.folded, names):
            continue
        for pattern in _attributions():
            for match in pattern.finditer(passage.folded):
                yield _mention(match[1], names, passage.place, passage.section)


def _suspicious(text: str, names: tuple[str, ...]) -> bool:
    """Whether an office may be named that shares no character with those of the report."""
    known = {*"".join(names)}
    return any(not {*match[1]} & known for match in _LAST.finditer(text))


def _mention(name: str, names: tuple[str, ...], place: Place, section: str | None) -> Record:
    same = int(not all(_differ(name, other) for other in names))
    return Record(name, place, section, {"same": same, "issuer_name": names[0]})


def _names(report: Report) -> tuple[str, ...]:
    """The names in the title and in the sign-off, as far as there are any."""
    title = issuer_in_title(report.title) if report.title else None
    issuer = report.value("issuer").value
    names = (fold(name) for name in (title, issuer) if isinstance(name, str) and name)
    return tuple(dict.fromkeys(names))


def _differ(name: str, other: str) -> bool:
    """Whether two names are certainly those of two offices of one kind."""
    one, two = _OFFICE.fullmatch(name), _OFFICE.fullmatch(other)
    if not one or not two or one["kind"] != two["kind"]:
        return False
    first, second = (_REGION.sub("", match["name"]) for match in (one, two))
    if _NO_NAME.search(first) or _NO_NAME.search(second):
        return False
    return not {*first} & {*second}
