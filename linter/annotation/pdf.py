"""Highlights with notes in a copy of a PDF file; everything else in it stays."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from linter.annotation.notes import Note, notes
from linter.annotation.pdf_places import Places, Spot
from linter.annotation.pdf_process import annotated_pdf
from linter.model.document import Document
from linter.model.finding import FileResult, Finding
from linter.model.place import NOWHERE
from linter.model.report import Report
from linter.readers.pdf.pages import Box, pages_of
from linter.readers.pdf.process import pdfium_answer
from linter.records import record
from linter.reporting.run import Run

_MOST_NOTES = 2_000
_LONGEST_NOTE = 8_000
_MOST_BOXES = 60
_QUOTED = 4
"""Letters that a word quoted from the report has at least for a place to be known by it."""

_FRAME = ("title", "issuer", "signed_on", "period_start", "period_end")
_COLOURS = {"error": (255, 150, 140), "warning": (255, 214, 90), "info": (140, 200, 255)}


@record
class _Facts:
    """How a page is turned and the box of what it shows, as ``pdf_worker`` tells."""

    turn: int
    box: Box


def with_highlights(
    data: bytes, document: Document, result: FileResult, run: Run, now: datetime.datetime
) -> bytes:
    """The file with a highlight and a note at each place of a finding.

    Raises ``ValueError`` where the file takes none: it is a scan, or locked against changes.
    """
    report = result.report
    header, body = pdfium_answer(data)
    if report is None or document.recognised is not None or "pages" not in header:
        raise ValueError(result.path)
    places = Places(pages_of(header, body), document)
    facts = [_Facts(page["turn"], tuple(page["box"])) for page in header["pages"]]
    return annotated_pdf(data, _marks(places, facts, report, result, run), now)


def _marks(
    places: Places, facts: Sequence[_Facts], report: Report, result: FileResult, run: Run
) -> list[dict[str, object]]:
    """What is to be drawn where, several notes at one place as one."""
    found: dict[tuple[Spot, bool], list[tuple[Finding, Note]]] = {}
    for finding, note in zip(result.findings, notes(result, run), strict=True):
        for spot, known in dict.fromkeys(_spots(places, finding, note, report)):
            found.setdefault((spot, known), []).append((finding, note))
    return [
        {
            "page": spot.page - 1,
            "known": known,
            "boxes": [_in_file(box, facts[spot.page - 1]) for box in spot.boxes[:_MOST_BOXES]],
            "colour": _colour(finding for finding, _ in told),
            "text": _text(note for _, note in told),
        }
        for (spot, known), told in list(found.items())[:_MOST_NOTES]
    ]


def _spots(
    places: Places, finding: Finding, note: Note, report: Report
) -> Iterator[tuple[Spot, bool]]:
    """The spots of a note; False where it is known only on which page."""
    for place in note.places:
        spot = places.of_cell(place) or places.of_text(place.page, _words(finding, report))
        yield (spot, True) if spot else (places.top_of(place.page), False)


def _words(finding: Finding, report: Report) -> Iterator[str]:
    """What can be looked for at a place that is no cell: what the finding quotes, a heading."""
    quoted = (fact.rstrip("…") for fact in finding.facts.values() if isinstance(fact, str))
    yield from sorted((one for one in quoted if len(one) >= _QUOTED), key=len, reverse=True)
    known = {*finding.facts.values(), finding.actual}
    for key in _FRAME:
        value = report.value(key)
        if value.text and (value.value in known or str(value.value) in known):
            yield value.text
    section = report.sections.get(finding.section or "")
    if section and section.heading:
        yield section.heading
    if finding.place == NOWHERE and report.title:
        yield report.title


def _colour(findings: Iterable[Finding]) -> tuple[int, int, int]:
    """The colour of the gravest."""
    severities = {finding.severity for finding in findings}
    return next(colour for severity, colour in _COLOURS.items() if severity in severities)


def _text(told: Iterable[Note]) -> str:
    return "\n\n".join("\n".join((note.heading, *note.lines)) for note in told)[:_LONGEST_NOTE]


def _in_file(box: Box, facts: _Facts) -> Box:
    """A box on the upright page as the file has it: left, bottom, right, top."""
    left, bottom, right, top = facts.box
    x0, y0, x1, y1 = box
    match facts.turn:
        case 1:
            return (y0 + left, x0 + bottom, y1 + left, x1 + bottom)
        case 2:
            return (right - x1, y0 + bottom, right - x0, y1 + bottom)
        case 3:
            return (right - y1, top - x1, right - y0, top - x0)
        case _:
            return (x0 + left, top - y1, x1 + left, top - y0)
