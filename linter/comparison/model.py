"""What a comparison of two reports finds, as plain data."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from linter.model.finding import FileResult, Finding, Number
from linter.model.report import Report, Value
from linter.records import record

Relation = Literal["versions", "years"]
"""Whether two reports are of one year, or of two: then figures differ as a matter of course."""


@record
class FactChange:
    """Something that the report says once: ``about`` is its path, such as ``title``."""

    about: str
    old: str | None
    new: str | None


@record
class CellChange:
    """A cell that holds something else.

    ``difference`` is None unless both cells hold numbers, ``percent`` (in relation to the old
    one) also where that would tell nothing: for changes, and for less than ten cases.
    """

    path: str
    old: Value
    new: Value
    difference: Number | None = None
    percent: Decimal | None = None


Kept = Literal["same", "removed", "added"]


@record
class Piece:
    """A stretch of text: ``same`` in both, ``removed`` from the old one or ``added``."""

    kept: Kept
    text: str


@record
class SentenceChange:
    """A sentence that was changed, or is in one text only; ``pieces`` are the whole of it."""

    pieces: tuple[Piece, ...]

    @property
    def kind(self) -> Literal["changed", "removed", "added"]:
        """``changed`` where anything of it is in both texts."""
        kinds = {piece.kept for piece in self.pieces}
        if kinds == {"removed"}:
            return "removed"
        return "added" if kinds == {"added"} else "changed"

    @property
    def old(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.kept != "added")

    @property
    def new(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.kept != "removed")


@record
class TextComparison:
    """One part of the prose: its key, whether it is there, its headings and its sentences.

    ``same`` counts the sentences that stand in both texts word for word; ``copied`` is True
    where a text of some length does so as a whole.
    """

    key: str
    in_old: bool
    in_new: bool
    old_heading: str | None
    new_heading: str | None
    changes: tuple[SentenceChange, ...]
    old_sentences: int
    new_sentences: int
    same: int
    copied: bool = False

    @property
    def differs(self) -> bool:
        there = self.in_old != self.in_new
        return there or self.old_heading != self.new_heading or bool(self.changes)


@record
class Continuation:
    """What should carry over from one year into the next (接续): ``expected`` is from the old.

    ``path`` is the cell of the new report that continues it, ``old_cells`` what ``expected`` is
    made of in the old report, ``new_cells`` in the new one.
    """

    path: str
    old_cells: tuple[str, ...]
    new_cells: tuple[str, ...]
    expected: Number
    actual: Number

    @property
    def holds(self) -> bool:
        return self.expected == self.actual


@record
class FindingChanges:
    """Findings of the new report that the old one did not have, that both have, and the rest."""

    appeared: tuple[Finding, ...]
    stayed: tuple[Finding, ...]
    gone: tuple[Finding, ...]


@record
class Comparison:
    """All in which two checked reports differ.

    ``one_sided`` counts the cells that only one edition of the form has, ``compared`` those that
    were compared. ``consecutive`` says whether the new report is of the year after the old one.
    """

    old: FileResult
    new: FileResult
    old_report: Report
    new_report: Report
    relation: Relation
    consecutive: bool
    facts: tuple[FactChange, ...]
    cells: tuple[CellChange, ...]
    compared: int
    one_sided: int
    texts: tuple[TextComparison, ...]
    continuations: tuple[Continuation, ...]
    findings: FindingChanges

    @property
    def differs(self) -> bool:
        """Whether the reports say anything different, or something else is wrong with them."""
        changed = bool(self.facts or self.cells or self.findings.appeared or self.findings.gone)
        return changed or any(text.differs for text in self.texts)
