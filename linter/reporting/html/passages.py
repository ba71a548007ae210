"""The prose of a report with the passages that findings are about."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from linter.model.document import Paragraph
from linter.model.finding import Finding
from linter.model.place import Place
from linter.model.report import Report
from linter.records import record
from linter.reporting.html.findings import FindingView
from linter.reporting.quantities import date_text

Position = tuple[int, int]


@record
class Piece:
    """A run of text; ``views`` are the findings that it is marked for."""

    text: str
    views: tuple[FindingView, ...] = ()


@record
class Prose:
    """A paragraph in pieces; ``others`` are findings about it that quote none of its words."""

    pieces: tuple[Piece, ...]
    others: tuple[FindingView, ...] = ()

    @property
    def marked(self) -> bool:
        return bool(self.others) or any(piece.views for piece in self.pieces)


class Passages:
    """Which findings are about which paragraph."""

    def __init__(self, report: Report, views: Iterable[tuple[Finding, FindingView]]) -> None:
        paragraphs = list(_paragraphs(report))
        self._about: dict[Place, list[tuple[Finding, FindingView]]] = {}
        exact = {_key(paragraph.place): paragraph for paragraph in paragraphs}
        lined = sorted(
            ((_position(one.place), one) for one in paragraphs if one.place.line is not None),
            key=lambda pair: pair[0],
        )
        starts = [position for position, _ in lined]
        for finding, view in views:
            place = finding.place
            if place.table is not None:
                continue
            found = exact.get(_key(place))
            if found is None and place.line is not None:
                at = bisect_right(starts, _position(place)) - 1
                found = lined[at][1] if at >= 0 and _reaches(lined[at][1], place) else None
            if found is not None:
                self._about.setdefault(found.place, []).append((finding, view))

    def prose(self, paragraphs: Sequence[Paragraph], *, marked: bool) -> tuple[Prose, ...]:
        """The paragraphs with their marks; ``marked`` leaves out those without any."""
        pieces = (_prose(one.text, self._about.get(one.place, ())) for one in paragraphs)
        return tuple(one for one in pieces if one.marked or not marked)


def title_paragraph(report: Report) -> tuple[Paragraph, ...]:
    """The title as a paragraph; none where there is none or it is a cell's."""
    place = report.value("title").place
    if not report.title or place.table is not None:
        return ()
    return (Paragraph(report.title, place),)


def heading_paragraph(report: Report, key: str) -> tuple[Paragraph, ...]:
    """The heading of a section as a paragraph; none where the section or heading is missing."""
    section = report.sections.get(key)
    if section is None or not section.heading:
        return ()
    return (Paragraph(section.heading, section.place),)


def _paragraphs(report: Report) -> Iterator[Paragraph]:
    yield from title_paragraph(report)
    yield from report.opening
    for key, section in report.sections.items():
        yield from heading_paragraph(report, key)
        yield from section.paragraphs if section else ()
    yield from report.closing


def _key(place: Place) -> tuple[int | None, ...]:
    return (place.paragraph, place.page, place.line, place.column)


def _position(place: Place) -> Position:
    return place.line or 0, place.column or 1


def _reaches(paragraph: Paragraph, place: Place) -> bool:
    """Whether the paragraph, which begins before it, can reach to ``place``."""
    first = paragraph.place.line or 0
    return (place.line or 0) - first <= paragraph.text.count("\n") + len(paragraph.text) // 20 + 1


def _prose(text: str, about: Iterable[tuple[Finding, FindingView]]) -> Prose:
    spans: dict[tuple[int, int], list[FindingView]] = {}
    others: list[FindingView] = []
    for finding, view in about:
        span = _span(text, finding)
        if span is None or any(_overlap(span, one) for one in spans if one != span):
            others.append(view)
        else:
            spans.setdefault(span, []).append(view)
    return Prose(tuple(_pieces(text, spans)), tuple(others))


def _pieces(text: str, spans: dict[tuple[int, int], list[FindingView]]) -> Iterator[Piece]:
    end = 0
    for start, stop in sorted(spans):
        if start > end:
            yield Piece(text[end:start])
        yield Piece(text[start:stop], tuple(spans[start, stop]))
        end = stop
    if end < len(text):
        yield Piece(text[end:])


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _span(text: str, finding: Finding) -> tuple[int, int] | None:
    """What is wrong in ``text``, else the longest of the finding's own words that stand there.

    None where none do.
    """
    others = sorted(set(_quotes(finding)), key=lambda quote: (-len(quote), quote))
    for quote in (*_wrong(finding), *others):
        start = text.find(quote)
        if start >= 0:
            return start, start + len(quote)
    return None


def _wrong(finding: Finding) -> Iterator[str]:
    for edit in finding.fix.edits if finding.fix else ():
        yield from _long_enough(edit.found)
    actual = finding.actual
    if isinstance(actual, str):
        with suppress(ValueError):
            yield date_text(datetime.date.fromisoformat(actual), "zh")


def _quotes(finding: Finding) -> Iterator[str]:
    for fact in finding.facts.values():
        if isinstance(fact, str):
            yield from _long_enough(fact)
        elif isinstance(fact, datetime.date):
            yield date_text(fact, "zh")


def _long_enough(text: str) -> Iterator[str]:
    if len(text.strip()) > 1:
        yield text
