"""What frames a report: its title, its issuer, its sign-off."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Literal

from linter.model.document import Block, Paragraph
from linter.model.place import NOWHERE, Place
from linter.records import record, replace
from linter.regex import regex
from linter.structure.dates import YEAR, find_dates, find_years, only_date
from linter.structure.folding import fold, squeeze

_SENTENCE = regex("[。；;！!？?]")
_SUBJECT = regex("(?<!人民)政府信息公开|信息公开|政务公开")
_LONGEST_TITLE = 80
_ENDING = regex(r"(?:年度工作报告|年度报告|年报|报告)(?:[(（].{0,12}[)）])?$")
_LABEL = regex(r"^(?:标题|名称|题目|文件名称|信息名称)[:：]")
_YEAR_PHRASE = regex(r"(?:关于)?(?:[0-9]{4}|[〇零○O0一二三四五六七八九]{4})年?度?(?:的)?")
_ISSUER_END = regex(
    r"(?:政府|局|委|委员会|会|(?<![主承协])办|办公室|厅|院|处|中心|站|所|部|署|司|队|支队|大队|总队|社|校|[大中小]学"
    r"|街道|镇|乡|区|县|市|州|盟|旗|省|科|团|馆|行|室|关|庭|园|场|集团|公司|组|台|库|苏木|段|联|协)"
    r"(?:[(（][^()（）]{1,12}[)）])?$"
)
_PUNCTUATED = regex(r"[。，,；;：:！!？?、]")

_SEAL = regex(r"[(（](?:盖章|公章|印章|章)[)）]$")
_SENTENCE_BEFORE = regex(r"(?P<text>.*[。；;！])(?P<line>[^。；;！]{8,60})$", re.DOTALL)
_PART_OF_A_DATE = regex("[月⽉.．/／－-]")
_LAST_LINES = 6
_CLAUSE = regex(r"[，,：]|《[^》]*》.")
_BARE_YEAR = regex(r"\(?(?:[0-9]{4}|[〇零○一二三四五六七八九]{4})年?度?\)?")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_GENERAL_OFFICE = r"(?:党政|党建|综合|政务)*(?:服务)?(?:综合)?办公?室?$"

IssuerKind = Literal["government", "department", "township", "subdistrict", "unknown"]


_KINDS: tuple[tuple[IssuerKind, re.Pattern[str]], ...] = (
    ("subdistrict", regex(rf"街道(?:办事处|办|党工委)?$|街道(?:办事处)?{_GENERAL_OFFICE}")),
    (
        "township",
        regex(
            rf"(?:镇|乡|苏木)(?:(?:人民)?政府)?$|(?:镇|乡|苏木)(?:(?:人民)?政府)?{_GENERAL_OFFICE}"
        ),
    ),
    ("unknown", regex(r"(?:政府|行政公署|行署)办公?[室厅]?$|管委会$")),
    (
        "unknown",
        regex(r"(?:开发|园|新|管理|产业|保税|度假|合作|示范|风景|景|实验|试验)区(?:管理委员会)?$"),
    ),
    ("government", regex(r"政府$|行政公署$|行署$")),
    (
        "department",
        regex(r"(?:局|厅|委|委员会|办公室|办|处|(?<![医学究法察])院|署|部|队|海关)$"),
    ),
    ("government", regex(r"(?:省|市|县|区|州|盟|旗)$")),
)


@record
class Title:
    """The report's title, white space removed; ``indexes`` are the blocks it fills."""

    text: str
    place: Place
    indexes: tuple[int, ...]


@record
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
    """The title among the blocks before the first heading: the last that looks like one.

    It may run over several lines, the office and the year on lines of their own.
    """
    fallback = None
    for index in range(before - 1, -1, -1):
        below = blocks[index]
        if isinstance(below, Paragraph) and only_date(fold(below.text)):
            continue
        for first in range(index, max(index - 3, -1), -1):
            text = _joined(blocks, first, index)
            if text is None:
                break
            if _is_title(text):
                return _whole(blocks, first, index, before)
        text = _joined(blocks, index, index)
        if fallback is None and text and _resembles_title(text, blocks[index]):
            fallback = Title(text, blocks[index].place, (index,))
    return fallback


def title_of_page(page_title: str | None) -> Title | None:
    """The report's title in the title of its web page, without the names of the site."""
    parts = re.split(r"\s*[-_|–—>»]+\s*", page_title or "")
    return next((Title(squeeze(p), NOWHERE, ()) for p in parts if _is_title(squeeze(p))), None)


def _whole(blocks: Sequence[Block], first: int, last: int, before: int) -> Title:
    """The title with the lines above that name its office or year, and a year below."""
    for _ in range(2):
        above = _joined(blocks, first - 1, first - 1)
        text = _joined(blocks, first, last) or ""
        incomplete = issuer_in_title(text) is None or title_year(text) is None
        if above is None or not incomplete or not (is_office(above) or _is_lead(above)):
            break
        first -= 1
    below = _joined(blocks, last + 1, last + 1) if last + 1 < before else None
    if below and _BARE_YEAR.fullmatch(fold(below)):
        last += 1
    text = _joined(blocks, first, last) or ""
    return Title(text, blocks[first].place, tuple(range(first, last + 1)))


def _is_lead(text: str) -> bool:
    """Whether a line above a title is a year, or an office and a year."""
    rest = _YEAR_PHRASE.sub("", fold(text))
    return rest != fold(text) and (not rest or is_office(rest))


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
    return bool(_SUBJECT.search(text) and _ENDING.search(text)) and not _CLAUSE.search(text)


def _resembles_title(text: str, block: Block) -> bool:
    words = "年" in text and ("报" in text or "告" in text) and not _CLAUSE.search(text)
    marked = isinstance(block, Paragraph) and block.level == 1
    return bool(_SUBJECT.search(text)) and words and (marked or len(text) <= 40)


def title_year(title: str) -> int | None:
    """The year that a title names."""
    years = find_years(fold(title))
    if years:
        return years[0]
    match = re.search(r"(?<![0-9])(20[0-9]{2})(?![0-9])", fold(title))
    return int(match.group(1)) if match else None


def issuer_in_title(title: str) -> str | None:
    """The office that a title names: what stands before the year and the subject."""
    text = squeeze(title).translate(_DIGITS).strip("《》")
    text = _YEAR_PHRASE.sub("", text.removeprefix("关于"))
    subject = _SUBJECT.search(text)
    issuer = text[: subject.start()] if subject else ""
    return re.sub(r"(?:关于|的|[(（])$", "", issuer) or None


def find_sign_off(blocks: Sequence[Block], after: int) -> SignOff:
    """The sign-off below the last heading (block ``after``)."""
    paragraphs = [
        (index, block)
        for index, block in enumerate(blocks)
        if index > after and isinstance(block, Paragraph) and not block.chrome
    ]
    dated = [at for at, (_, block) in enumerate(paragraphs) if is_sign_off_line(block.text)]
    signed = [_sign_off_at(at, paragraphs) for at in dated]
    # Behind the report's own sign-off the page may print other offices and dates.
    whole = next((sign_off for sign_off in signed if sign_off.issuer), None)
    if whole:
        return whole
    for sign_off in reversed(signed):
        if "年" in (sign_off.date_text or ""):
            return sign_off
    for index, block in reversed(paragraphs[-_LAST_LINES:]):
        if is_office(block.text):
            return SignOff(office_name(block.text), index, block.place)
    return SignOff()


def _sign_off_at(position: int, paragraphs: Sequence[tuple[int, Paragraph]]) -> SignOff:
    """The sign-off whose date stands at ``position``, with the office beside it, if one is."""
    index, block = paragraphs[position]
    issuer, date_text, date = _signed(block) or (None, None, None)
    at, place = index, block.place
    for other in (position - 1, position + 1):
        if issuer is None and 0 <= other < len(paragraphs):
            line = paragraphs[other][1]
            if is_office(line.text):
                issuer, at, place = office_name(line.text), paragraphs[other][0], line.place
    if issuer is None:
        return SignOff(None, None, NOWHERE, date_text, date, index, block.place)
    return SignOff(issuer, at, place, date_text, date, index, block.place)


def sign_off_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` with a sign-off that ends the line of the last sentence as a line of its own."""
    apart: list[Block] = []
    for block in blocks:
        end = None
        if isinstance(block, Paragraph) and not block.chrome:
            end = _SENTENCE_BEFORE.match(block.text)
        if end and isinstance(block, Paragraph):
            line = replace(block, text=end["line"].strip(), level=None)
            if _signed(line):
                apart += [replace(block, text=end["text"].strip()), line]
                continue
        apart.append(block)
    return tuple(apart)


def is_sign_off_line(text: str) -> bool:
    """Whether a line is a date, or an office and a date, and nothing else."""
    return _signed(Paragraph(text, NOWHERE)) is not None


def _signed(block: Paragraph) -> tuple[str | None, str, datetime.date | None] | None:
    """(office, date as printed, date) of a line that is a date or an office and a date."""
    if not _PART_OF_A_DATE.search(block.text):
        return None
    text = fold(block.text)
    if len(text) > 60:
        return None
    date = only_date(text)
    if date:
        return None, date.text, date.date
    last = next(reversed(list(find_dates(text))), None)
    if last and last.end == len(text.rstrip(")。.")):
        office = text[: last.start].rstrip("(")
        office = office if ")" in office else office.lstrip("(")
        if is_office(office):
            return office_name(office), last.text, last.date
    return None


def is_office(text: str) -> bool:
    """Whether a line is the name of an office and nothing else."""
    name = office_name(text)
    return (
        3 <= len(name) <= 40
        and not _PUNCTUATED.search(name)
        and not YEAR.search(name)
        and bool(_ISSUER_END.search(name))
    )


def office_name(text: str) -> str:
    """The name in a sign-off line, without brackets, a seal's mark or a full stop."""
    name = _SEAL.sub("", squeeze(text).rstrip("。."))
    return name[1:-1] if name[:1] in "(（" and name[-1:] in ")）" else name


def issuer_kind(issuer: str | None) -> IssuerKind:
    """What kind of office article 49 of the Regulations (第四十九条) sees in a name.

    The office that signs is told by the end of its name. A township (镇, 乡) and a subdistrict
    office are not named in the article, and a government's general office or the committee of
    a zone may report for a government: ``unknown``.
    """
    name = _SEAL.sub("", squeeze(issuer or ""))
    return next((kind for kind, ending in _KINDS if ending.search(name)), "unknown")
