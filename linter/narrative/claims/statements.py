"""Everything that the prose states in figures, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.model.place import Place
from linter.narrative.claims.course import Course, Read
from linter.narrative.claims.pieces import pieces
from linter.narrative.prose import Prose
from linter.narrative.sentences import Paragraph, paragraphs
from linter.records import record
from linter.regex import regex

SECTIONS = ("overview", "disclosure", "applications", "review", "problems")
MOST_CHARACTERS = 40_000
"""Characters of sentences with figures up to which a report is read."""

_LONGEST = 3_000
"""Characters up to which a sentence is read: no report has one as long."""


@cache
def _sentence() -> re.Pattern[str]:
    return regex("[^。!?！？\n]+")


@cache
def _telling() -> re.Pattern[str]:
    """What a sentence has that can be read at all."""
    return regex(
        "申请|复议|诉讼|结转|规范性文件|规章|行政许可|行政处罚|行政强制|行政事业|其中|占|[办完]结"
    )


@cache
def _stating() -> re.Pattern[str]:
    """What a sentence has that states a figure, denies one, says 均已办结 or heads a part."""
    return regex(
        "[0-9未无没零均都]|全[部都]|依申请|[一二两三四五六七八九十百千万亿]+[余多]?[件份宗起]"
    )


@record
class Sentence:
    """A sentence as printed, with its pieces in order."""

    text: str
    place: Place
    section: str
    reads: tuple[Read, ...]


def sentences(prose: Prose) -> tuple[Sentence, ...]:
    """The sentences that can hold a figure, read once for all who ask for them."""
    found: tuple[Sentence, ...] = prose.once("figures", lambda: tuple(_sentences(prose)))
    return found


def _sentences(prose: Prose) -> Iterator[Sentence]:
    left = MOST_CHARACTERS
    for section in SECTIONS:
        course = Course(prose.report, section)
        for paragraph in paragraphs(prose.of(section)):
            course.new_paragraph()
            for printed, folded in _split(paragraph):
                if len(folded) > _LONGEST or not _stating().search(folded):
                    course.last = ()
                    continue
                left -= len(folded)
                if left < 0:
                    return
                reads = tuple(map(course.read, pieces(folded, prose.report.year)))
                yield Sentence(printed, paragraph.place, section, reads)
            course.close_paragraph(paragraph.text)


def _split(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """The sentences as printed and folded; none of a paragraph that tells no figure."""
    if not _telling().search(paragraph.folded):
        return iter(())
    printed, folded = (_sentence().findall(text) for text in (paragraph.text, paragraph.folded))
    return zip(printed if len(printed) == len(folded) else folded, folded, strict=True)
