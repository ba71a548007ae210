"""What is left of the form's own instructions and of superseded law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.model.report import Record
from linter.narrative.joined import joined
from linter.narrative.prose import Prose
from linter.narrative.quotation import as_printed
from linter.regex import regex

_MARKS = ("以表格形式", "这一项", "不宜泛化", "进行综述", "第五十条第四项", "详见附表", "填表说明")
_DECREES = ("492", "新《", "新条例", "新修订", "15个工作日", "十五个工作日")


@cache
def _instruction() -> re.Pattern[str]:
    """Sentences of the form (国办公开办函〔2021〕30号) that tell offices what to write."""
    return regex(
        r"(?:该|本|此|这)(?:一)?(?:部分|项)(?:内容)?以表格形式(?:进行)?(?:报告|填报|呈现)"
        r"|这一项(?:主要)?报告本(?:机关|单位|行政机关)?[^。]{0,30}"
        r"|不能遗漏[,，]?也不宜泛化"
        r"|对本机关贯彻落实[^。]{0,40}情况进行综述"
        r"|含(?:《[^》]{0,30}》)?第五十条第四项规定的各级人民政府[^。)]{0,40}"
    )


@cache
def _stale() -> tuple[tuple[str, re.Pattern[str]], ...]:
    new = r"新(?:修订|修改|颁布)?(?:的)?(?:《(?:中华人民共和国)?(?:政府信息公开)?条例》|条例(?!》))"
    return (
        ("decree-492", regex(r"(?:国务院令|国令|令)(?:\(?第|[〔(]?)?492号?")),
        ("new-regulations", regex(new)),
        (
            "fifteen-days",
            regex(
                r"(?:法定|规定|条例|《条例》)[^。,;]{0,14}(?:15|十五)个?工作日[^。;]{0,12}?(?:答复|办结|回复)"
            ),
        ),
    )


def instructions(prose: Prose) -> tuple[Record, ...]:
    """Sentences of the form that were left in the report."""
    return tuple(_instructions(prose))


def _instructions(prose: Prose) -> Iterator[Record]:
    for text in joined(prose.passages):
        if any(mark in text.folded for mark in _MARKS):
            for match in _instruction().finditer(text.folded):
                words = as_printed(match.group())
                yield Record(words, text.place(match.start()), text.section)


def superseded_terms(prose: Prose) -> tuple[Record, ...]:
    """Mentions of law that no longer is in force; ``kind`` is ``decree-492`` (the Regulations
    of 2007), ``new-regulations`` (条例 called new) or ``fifteen-days`` (their time limit).
    """
    return tuple(_superseded(prose))


def _superseded(prose: Prose) -> Iterator[Record]:
    for text in joined(prose.passages):
        if not any(mark in text.folded for mark in _DECREES):
            continue
        for kind, pattern in _stale():
            if kind == "decree-492" and "711" in text.folded:
                continue
            for match in pattern.finditer(text.folded):
                place = text.place(match.start())
                yield Record(as_printed(match.group()), place, text.section, {"kind": kind})
