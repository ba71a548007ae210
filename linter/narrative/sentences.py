"""Sentences of the running text, whatever lines and pages they are broken over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.model.place import Place
from linter.narrative.prose import Passage
from linter.records import record
from linter.regex import regex
from linter.structure.folding import fold, squeeze

_QUOTED = 60
_SHORTEST_LINE = 12
_FILLED = 0.6
"""The least part of the longest line that a line fills which goes on in the next one."""

_ENDS = regex("[。；;！!？?]")
_CLAUSE_END = regex(r",(?![0-9]{3}(?![0-9]))")
_PRINTED_CLAUSE_END = regex(r"，|,(?![0-9]{3}(?![0-9]))")
_PARAGRAPH_END = regex("[。；;！!？?：:]$")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_PARAGRAPH_START = regex(
    rf"{_NUMERAL}(?:[、.]|是)|\((?:{_NUMERAL}|[0-9]{{1,2}})\)|[0-9]{{1,2}}[、.](?![0-9])"
    r"|[^,。;:]{2,12}:"
)
_SUB_HEADING = regex(
    rf"(?:{_NUMERAL}[、.]|\((?:{_NUMERAL}|[0-9]{{1,2}})\)|[0-9]{{1,2}}[、.])[^,。;]{{2,16}}"
)
_TITLE = regex("《[^《》]{0,80}》")


@record
class Sentence:
    """One sentence without its full stop: ``text`` as printed, ``folded`` as it is matched."""

    text: str
    folded: str
    place: Place

    @property
    def quoted(self) -> str:
        """The sentence as a message quotes it."""
        return quoted(self.text)

    def clause(self, pattern: re.Pattern[str]) -> str:
        """The clause that ``pattern`` is found in, as printed; else the sentence as quoted."""
        clauses = _PRINTED_CLAUSE_END.split(self.text)
        return next((quoted(one) for one in clauses if pattern.search(fold(one))), self.quoted)

    @property
    def clauses(self) -> tuple[str, ...]:
        """What stands between its commas, folded; the commas within 2,950 are none."""
        return tuple(filter(None, _CLAUSE_END.split(self.folded)))


def quoted(printed: str) -> str:
    """The beginning of a text, as much of it as a message quotes."""
    return printed if len(printed) <= _QUOTED else f"{printed[:_QUOTED]}……"


@record
class Paragraph:
    """A paragraph without white space: ``text`` as printed, ``folded`` as it is matched."""

    text: str
    folded: str
    place: Place


def paragraphs(passages: Sequence[Passage]) -> Iterator[Paragraph]:
    """The paragraphs, whatever lines they are broken over.

    Text extracted from pages has a passage a line. A line goes on in the next one unless it
    ends a sentence, is a sub-heading, is much shorter than others, or the next one begins with a
    number or a label.
    """
    lines = [line for passage in passages for line in _lines(passage)]
    longest = max((len(line.text) for line in lines), default=0)
    least = max(_SHORTEST_LINE, longest * _FILLED)
    start = 0
    for end, line in enumerate(lines, 1):
        last = end == len(lines) or len(line.text) < least
        if last or _apart(line.folded, lines[end].folded):
            text = "".join(one.text for one in lines[start:end])
            folded = "".join(one.folded for one in lines[start:end])
            yield Paragraph(text, folded, lines[start].place)
            start = end


def _lines(passage: Passage) -> list[Paragraph]:
    if "\n" not in passage.text:
        return [Paragraph(squeeze(passage.text), passage.folded, passage.place)]
    lines = [line for line in map(squeeze, passage.text.split("\n")) if line]
    return [Paragraph(line, fold(line), passage.place) for line in lines]


def _apart(before: str, following: str) -> bool:
    ended = _PARAGRAPH_END.search(before[-1:]) or _SUB_HEADING.fullmatch(before)
    return bool(ended or _PARAGRAPH_START.match(following))


def sentences(passages: Sequence[Passage]) -> tuple[Sentence, ...]:
    """Every sentence of ``passages``; a semicolon ends one, too."""
    return tuple(
        Sentence(printed, folded, paragraph.place)
        for paragraph in paragraphs(passages)
        for printed, folded in _split(paragraph)
        if folded
    )


def _split(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """The sentences in both forms; folding hardly ever makes or takes a mark."""
    printed, folded = _ENDS.split(paragraph.text), _ENDS.split(paragraph.folded)
    if len(printed) != len(folded):
        folded = [fold(one) for one in printed]
    return zip(printed, folded, strict=True)


def without_titles(folded: str) -> str:
    """Folded text without the names of documents, which state nothing of the office."""
    return _TITLE.sub("", folded)
