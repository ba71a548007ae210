"""Places in a report that were left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.model.report import Record, Report
from linter.narrative.prose import Passage, Prose
from linter.narrative.quotation import as_printed
from linter.regex import regex
from linter.structure.folding import fold

_AROUND = 10
_CLOSE = 4
_MARKS = ")）,，.。;；:：、"
_CHINESE = regex("[一-鿿]")
_COUNTED = (
    "(?:万?元|件(?![数])|条(?![例目款文])|次(?![数日年])|期(?![间限])|篇(?!幅)|场(?![所地景])"
    "|份(?!额)|个(?![人别性])|项(?!目)|人次|期次|家(?!庭)|户)"
)
_X = "[Xx×╳✕✖ХΧ]"
_OFFICE = "(?:人民政府|省|市|县|区|镇|乡|街道|局|委(?!托)|厅|单位|机关|部门)"
_SIGNS = regex(r"[Xx×╳✕✖ХΧ_*○◯●〇某]|[.…]{3}")
_END = r"(?=[,.。;、)]|$)"
_ANNOUNCED = (
    "(?:信息|公开|发布|收到|受理|新收|共|合计|共计|累计|办结|答复|结转|开展|举办|组织|培训|制发|制定|废止"
    "|解读|文件|处罚|许可|申请|约|金额|收取|增长|提供)"
)


@cache
def _letters() -> re.Pattern[str]:
    """Signs that stand for something to be filled in: XX条, 20XX年, ____, 某某局."""
    return regex(
        rf"(?<![0-9A-Za-z])20[0-9]?(?:{_X}{{1,2}}|_{{1,2}}|\*{{1,2}})年"
        rf"|(?<![0-9A-Za-z])(?:{_X}{{1,6}}(?:年|月|日(?!志)|{_COUNTED}|%)|{_X}{{2,6}}{_OFFICE})"
        rf"|[:(](?:联系)?(?:电话|邮编)?[:]?{_X}{{3,}}(?:[-—]{_X}+)?{_END}"
        r"|(?<![0-9A-Za-z_/.@\\-])(?:_{3,}(?![0-9A-Za-z_/.@-])|_{2,}(?:[年月日]|" + _COUNTED + "))"
        rf"|(?<![0-9A-Za-z*])\*{{1,4}}{_COUNTED}{_END}"
        rf"|(?<![一二三四五六七八九〇○0-9])[○◯●〇]{{2,}}(?:年|月|{_COUNTED}|{_OFFICE})"
        rf"|某某{_OFFICE}|(?:\.{{3,}}|…+){_COUNTED}{_END}"
    )


@cache
def _unfilled() -> re.Pattern[str]:
    """Dates and document numbers without their figures, in folded text."""
    return regex(
        rf"(?:(?<![0-9])[0-9]{{4}}|^)年[0-9]{{0,2}}月日{_END}|[0-9]{{4}}年月[0-9]{{1,2}}日"
        r"|〔〕第?[0-9]*号?|[〔\[](?:19|20)[0-9]{2}[〕\]]第?号"
    )


_ROOM = regex("[一-鿿][ \t\u3000\xa0]+[万元件条次期篇场份个项人家户]")


@cache
def _gap() -> re.Pattern[str]:
    """A unit with room before it and no figure, in the text as printed."""
    return regex(
        rf"{_ANNOUNCED}(?:[ \t\u3000\xa0]{{2,}}|\u3000){_COUNTED}"
        rf"|{_ANNOUNCED}[ \t\xa0]{_COUNTED}(?=[，,。；;、）)]|$)"
    )


@cache
def _no_room() -> re.Pattern[str]:
    return regex(r"(?:公开|发布)(?:了|各类|政府|政务|相关)*信息[条篇](?=[，,。；;、）)]|$)")


_BRACKETS = str.maketrans("〔【[<〕】]>", "(((())))")


@cache
def _words() -> re.Pattern[str]:
    """What asks the writer to fill in: 待填写, （请填写……）, （单位名称）."""
    return regex(
        r"待填写?(?![报表])|\([^)]{0,12}待补充\)"
        r"|\((?:(?:请|此处|在此|这里)[^)]{0,8}(?:填|写|补充|插入|说明|列)|填[写入]|插入)[^)]{0,20}\)"
        r"|\((?:本?(?:单位|机关|部门)|行政机关|乡镇|街道)(?:全称|名称|名)\)"
        r"|\((?:具体)?(?:数字|日期)\)"
    )


@cache
def _empty() -> re.Pattern[str]:
    """Brackets with nothing in them, and a contact that is named but not given."""
    return regex(
        r"\(\)|【】|《》|“”|「」"
        r"|(?:地址|电话|邮编|邮政编码|传真|邮箱|电子邮件|网址|联系人):(?=[,;。)、])"
    )


# What a passage must hold for a pattern to be tried: most hold none of it.
_DATELESS = ("月日", "年月", "〔〕", "〕号", "]号", "〕第号", "]第号")
_BIDDING = (
    "待填",
    "待补充",
    "(请",
    "(此处",
    "(在此",
    "(这里",
    "(填",
    "(插入",
    "名称)",
    "名)",
    "全称)",
    "数字)",
    "日期)",
)
_NOTHING = ("()", "【】", "《》", "“”", "「」", ":,", ":;", ":。", ":)", ":、")


def placeholders(prose: Prose) -> tuple[Record, ...]:
    """What was left to be filled in; ``kind`` is ``letters`` (XX条), ``words`` (待填写),
    ``gap`` (公开信息  条, 2024年 月 日) or ``empty`` (brackets, a contact without its number).
    """
    found = [*_in_title(prose.report)]
    for passage in prose.passages:
        found += _in_passage(passage)
    return tuple(found)


def _in_title(report: Report) -> Iterator[Record]:
    if report.title and _SIGNS.search(title := fold(report.title)):
        place = report.value("title").place
        for start, end in _spans(_letters(), title):
            shown = as_printed(_around(title, start, end))
            yield Record(shown, place, None, {"kind": "letters"})


def _in_passage(passage: Passage) -> Iterator[Record]:
    for kind, pattern, text in _due(passage):
        for start, end in _spans(pattern, text):
            shown = as_printed(_around(text, start, end))
            yield Record(shown, passage.place, passage.section, {"kind": kind})


def _due(passage: Passage) -> Iterator[tuple[str, re.Pattern[str], str]]:
    """The patterns that may match in a passage, each with the text to look in."""
    folded = passage.folded
    if _SIGNS.search(folded) and _CHINESE.search(folded):
        yield "letters", _letters(), folded
    if any(sign in folded for sign in _DATELESS):
        yield "gap", _unfilled(), folded
    if _ROOM.search(passage.text):
        yield "gap", _gap(), passage.text
    if "信息条" in passage.text or "信息篇" in passage.text:
        yield "gap", _no_room(), passage.text
    bracketed = folded.translate(_BRACKETS)
    if any(sign in bracketed for sign in _BIDDING):
        yield "words", _words(), bracketed
    if any(sign in folded for sign in _NOTHING):
        yield "empty", _empty(), folded


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where ``pattern`` is found, what stands close together as one (20XX年X月X日)."""
    start, end = -1, -1
    for match in pattern.finditer(text):
        if start >= 0 and match.start() - end > _CLOSE:
            yield start, end
            start = -1
        start, end = (match.start() if start < 0 else start), match.end()
    if start >= 0:
        yield start, end


def _around(text: str, start: int, end: int) -> str:
    """The words around, of several lines those of the line itself."""
    before = text[max(start - _AROUND, 0) : start].rpartition("\n")[2]
    return f"{before}{text[start:end]}{text[end : end + 4].partition(chr(10))[0]}".strip().lstrip(
        _MARKS
    )
