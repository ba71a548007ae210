"""What frames a report: its title, its issuer, its sign-off."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from linter.model.document import Block, Paragraph
from linter.model.place import NOWHERE, Place
from linter.structure.dates import YEAR, find_dates, only_date
from linter.structure.folding import fold, squeeze

_SENTENCE = re.compile("[。；;！!？?]")
_SUBJECT = re.compile("(?:政府)?信息公开|政务公开")
_LONGEST_TITLE = 80
_ENDING = re.compile(r"(?:年度工作报告|年度报告|年报|报告)(?:[(（].{0,12}[)）])?$")
_LABEL = re.compile(r"^(?:标题|名称|题目|文件名称|信息名称)[:：]")
_YEAR_PHRASE = re.compile(r"(?:关于)?(?:[0-9]{4}|[〇零○O0一二三四五六七八九]{4})年?度?(?:的)?")
_ISSUER_END = re.compile(
    r"(?:政府|局|委|委员会|会|办|办公室|厅|院|处|中心|站|所|部|署|司|队|支队|大队|总队|社|校|学校|大学"
    r"|街道|镇|乡|区|县|市|州|盟|旗|省|科|团|馆|行|室|关|庭|园|园区|场|集团|公司|组|台|库|苏木|段|分局)$"
)
_PUNCTUATED = re.compile(r"[。，,；;：:！!？?、]")

IssuerKind = Literal["government", "department", "township", "subdistrict", "unknown"]


@dataclass(frozen=True, slots=True)
class Title:
    """The report's title, white space removed; ``indexes`` are the blocks it fills."""

    text: str
    place: Place
    indexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """The lines that sign the report off; None where one is not there."""

    issuer: str | None = None
    issuer_at: int | None = None
    issuer_place: Place = NOWHERE
    date_text: str | None = None
    date: datetime.date | None = None
    date_at: int | None = None
    date_place: Place = NOWHERE


def find_title(blocks: Sequence[Block], before: int) -> Title | None:
    """The title among the blocks before the first heading: the last that looks like one."""
    fallback = None
    for index in range(before - 1, -1, -1):
        block = blocks[index]
        if not isinstance(block, Paragraph) or block.chrome:
            continue
        first = index
        for lines in range(1, 4):
            first = index - lines + 1
            text = _joined(blocks, first, index)
            if text is None:
                break
            if _is_title(text):
                return Title(text, blocks[first].place, tuple(range(first, index + 1)))
        text = _joined(blocks, index, index)
        if fallback is None and text and _resembles_title(text, block):
            fallback = Title(text, block.place, (index,))
    return fallback


def _joined(blocks: Sequence[Block], first: int, last: int) -> str | None:
    if first < 0:
        return None
    parts = []
    for block in blocks[first : last + 1]:
        if not isinstance(block, Paragraph) or block.chrome:
            return None
        parts.append(_LABEL.sub("", squeeze(block.text)))
    text = "".join(parts)
    return text if len(text) <= _LONGEST_TITLE and not _SENTENCE.search(text) else None


def _is_title(text: str) -> bool:
    return bool(_SUBJECT.search(text) and _ENDING.search(text)) and "：" not in text


def _resembles_title(text: str, block: Paragraph) -> bool:
    words = ("年度" in text or "年" in text) and ("报" in text or "告" in text)
    return bool(_SUBJECT.search(text)) and words and (block.level == 1 or len(text) <= 40)


def title_year(title: str) -> int | None:
    """The year that a title names."""
    from linter.structure.dates import find_years

    years = find_years(fold(title))
    if years:
        return years[0]
    match = re.search(r"(?<![0-9])(20[0-9]{2})(?![0-9])", fold(title))
    return int(match.group(1)) if match else None


def issuer_in_title(title: str) -> str | None:
    """The office that a title names: what stands before the year and the subject."""
    text = _YEAR_PHRASE.sub("", squeeze(title))
    subject = _SUBJECT.search(text)
    issuer = text[: subject.start()] if subject else ""
    issuer = re.sub(r"(?:关于|的)$", "", issuer)
    return issuer or None


def find_sign_off(blocks: Sequence[Block], after: int) -> SignOff:
    """The sign-off below the last heading (block ``after``)."""
    paragraphs = [
        (index, block)
        for index, block in enumerate(blocks)
        if index > after and isinstance(block, Paragraph) and not block.chrome
    ]
    for position in range(len(paragraphs) - 1, -1, -1):
        index, block = paragraphs[position]
        found = _signed(block)
        if found is None:
            continue
        issuer, date_text, date = found
        if issuer:
            return SignOff(issuer, index, block.place, date_text, date, index, block.place)
        for other in (position - 1, position + 1):
            if 0 <= other < len(paragraphs) and is_office(paragraphs[other][1].text):
                at, line = paragraphs[other]
                name = squeeze(line.text)
                return SignOff(name, at, line.place, date_text, date, index, block.place)
        if "年" in date_text:
            return SignOff(None, None, NOWHERE, date_text, date, index, block.place)
    if paragraphs and is_office(paragraphs[-1][1].text):
        index, block = paragraphs[-1]
        return SignOff(squeeze(block.text), index, block.place)
    return SignOff()


def _signed(block: Paragraph) -> tuple[str | None, str, datetime.date | None] | None:
    """(office, date as printed, date) of a line that is a date or an office and a date."""
    text = fold(block.text)
    if len(text) > 60:
        return None
    date = only_date(text)
    if date:
        return None, date.text, date.date
    last = next(reversed(list(find_dates(text))), None)
    if last and last.end == len(text.rstrip(")。.")):
        office = text[: last.start].strip("()")
        if is_office(office):
            return squeeze(block.text)[: len(office)], last.text, last.date
    return None


def is_office(text: str) -> bool:
    """Whether a line is the name of an office and nothing else."""
    name = squeeze(text)
    name = re.sub(r"[(（](?:盖章|公章|印章|章)[)）]$", "", name)
    return (
        3 <= len(name) <= 40
        and not _PUNCTUATED.search(name)
        and not YEAR.search(name)
        and bool(_ISSUER_END.search(name))
    )


def issuer_kind(issuer: str | None) -> IssuerKind:
    """What kind of office article 49 of the Regulations (第四十九条) sees in a name.

    A township (镇, 乡) and a subdistrict office are not named there, and a government's
    general office may report for the government: ``unknown``.
    """
    name = squeeze(issuer or "")
    if re.search(r"街道(?:办事处|办|党工委)?$", name):
        return "subdistrict"
    if re.search(r"(?:镇|乡|苏木)(?:人民)?政府$|(?:镇|乡|苏木)$", name):
        return "township"
    if re.search(r"(?:省|市|县|区|州|盟|旗)?人民政府$", name) or re.search(
        r"^[^局委办厅院处中心]{1,10}(?:省|市|县|区|自治州|盟|旗)$", name
    ):
        return "government"
    if re.search(r"政府办公?室?$|政府办公厅$|管委会$|管理委员会$|开发区|园区|新区", name):
        return "unknown"
    if re.search(r"(?:局|委|委员会|厅|办公室|处|院|署|部|队)$", name):
        return "department"
    return "unknown"
