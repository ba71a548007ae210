"""Statements that all applications are done with."""

from __future__ import annotations

from collections.abc import Iterator

from linter.forms import load_form
from linter.model.report import Record, Scalar
from linter.narrative.claims.statements import sentences
from linter.narrative.claims.tables import least_given
from linter.narrative.prose import Prose
from linter.narrative.sentences import quoted

_ROW = "applications.carried_out"


def completions(prose: Prose) -> tuple[Record, ...]:
    """Every 「均已办结」 about the applications: ``kind`` is ``finish``, or ``answer`` where they
    are said to be answered; ``carried_out`` is what the tables give as carried over all the same.
    """
    return tuple(_completions(prose))


def _completions(prose: Prose) -> Iterator[Record]:
    for sentence in sentences(prose):
        for read in sentence.reads:
            if read.completed is not None:
                fields: dict[str, Scalar] = {"kind": read.completed}
                left = least_given([f"{_ROW}.total"], prose.report)
                if left is not None:
                    fields["carried_out"] = left
                row = load_form(prose.report.edition).row(_ROW)
                cells = row.cells() if row else ()
                text = quoted(sentence.text)
                yield Record(text, sentence.place, sentence.section, fields, cells)
