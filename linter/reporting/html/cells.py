"""What findings say about single cells of the statutory tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal

from linter.forms import Form
from linter.model.finding import Finding, Number
from linter.model.rule import Language
from linter.records import record
from linter.reporting.excerpt import marks_of, telling_cells
from linter.reporting.html.findings import FindingView
from linter.reporting.html.words import words
from linter.reporting.quantities import number_text

CellMark = Literal["culprit", "clash", "noted"]


@record
class CellNote:
    """How a cell is marked, what it should hold, and what is said about it.

    ``noted`` cells are among the many of a finding that lists them; they have no ``lines``.
    """

    mark: CellMark
    target: str
    expected: str = ""
    lines: tuple[str, ...] = ()


def cell_notes(
    views: Iterable[tuple[Finding, FindingView]], form: Form, language: Language
) -> dict[str, CellNote]:
    """The notes of all cells that findings name, by the paths of the cells."""
    pairs = [(finding, view) for finding, view in views if finding.cells or finding.culprit]
    known = frozenset(form.cells())
    marks = {path: mark for path, mark in marks_of(f for f, _ in pairs).items() if path in known}
    about = _about(pairs)
    expected = _expected((finding for finding, _ in pairs), language)
    notes = {
        path: CellNote(
            mark,
            about[path][0].anchor,
            expected.get(path, ""),
            tuple(f"{view.rule} {view.message}" for view in about[path]),
        )
        for path, mark in marks.items()
    }
    for finding, view in pairs:
        # Of a sum the cells that are not told already are its zeros.
        for path in finding.cells if finding.equation is None else ():
            if path in known and path not in notes:
                notes[path] = CellNote("noted", view.anchor)
    return notes


def _about(pairs: Iterable[tuple[Finding, FindingView]]) -> Mapping[str, list[FindingView]]:
    """Which findings a cell is named in, those first that hold it to be wrong."""
    culprits: dict[str, list[FindingView]] = {}
    others: dict[str, list[FindingView]] = {}
    for finding, view in pairs:
        for path in finding.culprit:
            culprits.setdefault(path, []).append(view)
        for path in telling_cells(finding).difference(finding.culprit):
            others.setdefault(path, []).append(view)
    return {
        path: [*culprits.get(path, ()), *others.get(path, ())] for path in {**culprits, **others}
    }


def _expected(findings: Iterable[Finding], language: Language) -> dict[str, str]:
    """What cells should hold, where that is known or likely; of several, the first."""
    texts: dict[str, str] = {}
    for finding in findings:
        for key, path, number in _proposals(finding):
            texts.setdefault(path, words(key, language, n=number_text(number)))
    return texts


def _proposals(finding: Finding) -> Iterator[tuple[str, str, Number]]:
    if len(finding.culprit) == 1 and isinstance(finding.expected, int | Decimal):
        yield "cell.expected", finding.culprit[0], finding.expected
    for candidate in finding.candidates:
        for path, number in candidate.expected.items():
            yield "cell.possible", path, number
