"""Percentages that the prose gives of figures that it gives, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.model.report import Record, Report
from linter.narrative.claims.amounts import Amount
from linter.narrative.claims.course import Read
from linter.narrative.claims.lexicon import quantities
from linter.narrative.claims.statements import Sentence, sentences
from linter.narrative.claims.tables import numbers_for
from linter.narrative.claims.tokens import Number
from linter.narrative.prose import Prose
from linter.narrative.sentences import quoted
from linter.records import field, mutable_record

_WHOLES = ("finished", "handled", "received")
"""What results and applicants can be shares of where the text does not say it."""


def shares(prose: Prose) -> tuple[Record, ...]:
    """Every 「966件，占66.48%」: ``percent`` as printed, ``computed`` from the figure and that
    possible whole that fits, else the usual one; ``tolerance`` is one unit of the last digit.
    """
    return tuple(_shares(prose))


def _shares(prose: Prose) -> Iterator[Record]:
    told = _Told(prose.report)
    for sentence in sentences(prose):
        yield from told.shares_of(sentence)


@mutable_record
class _Told:
    """The figures of the paragraph so far."""

    report: Report
    place: object = None
    amounts: list[Amount] = field(default_factory=list)

    def shares_of(self, sentence: Sentence) -> Iterator[Record]:
        if sentence.place != self.place:
            self.place, self.amounts = sentence.place, []
        last: Read | None = None
        for read in sentence.reads:
            if read.piece.amount is not None:
                last = read
                self.amounts.append(read.piece.amount)
            if read.piece.percent is not None and last is not None:
                wholes = self._wholes(sentence, last)
                if wholes and self.amounts[-1].exact:
                    yield _record(sentence, read.piece.percent, self.amounts[-1], wholes)

    def _wholes(self, sentence: Sentence, last: Read) -> list[Number]:
        """What the last figure can be a share of, nothing where that is not certain."""
        told: list[Number] = [one.value for one in self.amounts[:-1] if one.exact and one.value]
        if last.statements:
            named = [quantities()[key] for key in _WHOLES]
            return [*(n for one in named for n in numbers_for(one, self.report) if n), *told]
        parted = any("AMONG" in read.piece.kinds for read in sentence.reads)
        return told if parted else []


def _record(sentence: Sentence, percent: Amount, part: Amount, wholes: Sequence[Number]) -> Record:
    tolerance = Decimal(1).scaleb(-percent.places)
    computed = {whole: Decimal(part.value) * 100 / Decimal(whole) for whole in wholes}
    fitting = (one for one in wholes if abs(computed[one] - percent.value) <= tolerance)
    whole = next(fitting, wholes[0])
    return Record(
        quoted(sentence.text),
        sentence.place,
        sentence.section,
        {
            "amount": part.text,
            "percent": percent.value,
            "computed": round(computed[whole], percent.places + 1),
            "whole": whole,
            "tolerance": tolerance,
        },
    )
