"""The text of an editor with what was found in it, each finding at its characters."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from linter.language_server.positions import TextPositions
from linter.model.finding import FileResult, Finding
from linter.model.place import Place
from linter.model.report import Report
from linter.readers.detection import text_format
from linter.records import record
from linter.regex import regex
from linter.repair.splices import span
from linter.repair.text_source import TextSource
from linter.reporting.run import Run

Span = tuple[int, int]

_LONGEST_LINE = 20_000
"""A longer line is no text that anybody writes; a finding in it marks one character."""
_TELLING = 4
"""Characters from which on words are found further on in a line, too."""
_GAP = regex(r"\t|[ \u3000]{2}")


@record
class CheckedText:
    """A text at one ``version`` and the result of its check.

    ``data`` are the bytes that were checked; ``spans`` are the characters that each finding
    is about.
    """

    uri: str
    version: int | None
    name: str
    data: bytes
    source: TextSource
    positions: TextPositions
    run: Run
    result: FileResult
    spans: tuple[Span, ...]


def bytes_of(text: str) -> bytes:
    """A text as a file: in UTF-8, whatever it may say about its encoding, and of equal length."""
    if text.startswith("\ufeff"):
        text = f" {text[1:]}"
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")


def checked_text(
    uri: str, version: int | None, name: str, data: bytes, run: Run, encoding: str
) -> CheckedText:
    """What ``run`` found in ``data``, the text of the file called ``name``."""
    (result,) = run.results
    text = data.decode("utf-8-sig")
    kind = text_format(text, name)
    source, positions = TextSource(data, kind), TextPositions(text, encoding)
    spans = tuple(
        _span(finding, result.report, source, positions, kind) for finding in result.findings
    )
    return CheckedText(uri, version, name, data, source, positions, run, result, spans)


def span_of_place(
    place: Place, known: Iterator[str], source: TextSource, positions: TextPositions, kind: str
) -> Span | None:
    """The characters at a place: those of the first ``known`` text there, else its cell or line."""
    start = source.offset(place)
    if start is None:
        return None
    line_end = positions.line_end(start)
    if line_end - start > _LONGEST_LINE:
        return start, start + 1
    glyphs = source.glyphs(start)
    for text in known:
        found = span(glyphs, text)
        if found and (found[0] == start or len(text) >= _TELLING):
            return found
    end = _cell_end(source.text[start:line_end], place, kind)
    return start, start + max(end, min(1, line_end - start))


def _cell_end(line: str, place: Place, kind: str) -> int:
    """How many characters of a line belong to the cell or sentence that it begins with."""
    if kind == "markdown" and place.table is not None:
        line = line.split("|", 1)[0]
    elif kind == "html":
        line = line.split("<", 1)[0]
    elif place.table is not None and (gap := _GAP.search(line)):
        line = line[: gap.start()]
    return len(line.rstrip())


def _span(
    finding: Finding,
    report: Report | None,
    source: TextSource,
    positions: TextPositions,
    kind: str,
) -> Span:
    """What to underline for a finding; the first line where it is about nothing in particular."""
    for place in _places(finding, report):
        known = _known_texts(finding, place, report)
        if found := span_of_place(place, known, source, positions, kind):
            return found
    return 0, positions.line_end(0)


def _places(finding: Finding, report: Report | None) -> Iterator[Place]:
    yield finding.place
    if report is not None:
        yield from (report.value(cell).place for cell in (*finding.culprit, *finding.cells))
        yield report.value("title").place


def _known_texts(finding: Finding, place: Place, report: Report | None) -> Iterator[str]:
    """The words that stand at a place, as far as the finding and the report know them."""
    if isinstance(finding.actual, str) and finding.actual:
        yield finding.actual
    if report is not None:
        yield from (v.text for v in report.values.values() if v.text and v.place == place)
    facts = (fact for fact in finding.facts.values() if isinstance(fact, str) and fact)
    yield from sorted(facts, key=len, reverse=True)
    if report is not None:
        records = (record for some in report.records.values() for record in some)
        yield from (record.text for record in records if record.text and record.place == place)
