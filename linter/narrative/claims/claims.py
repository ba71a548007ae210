"""The figures of the prose for what the tables hold, and what the tables give."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.report import Record, Report, Scalar
from linter.narrative.claims.amounts import Amount
from linter.narrative.claims.course import Statement
from linter.narrative.claims.lexicon import Quantity, quantities
from linter.narrative.claims.statements import Sentence, sentences
from linter.narrative.claims.tables import Given, given
from linter.narrative.claims.tokens import Number
from linter.narrative.prose import Prose
from linter.narrative.sentences import quoted
from linter.records import replace

_NONE = Amount(0, 0, 0, "件", "piece", "", 0, 0)


def claims(prose: Prose) -> tuple[Record, ...]:
    """Every figure that the prose gives for something in the tables (格式, 第五十条).

    ``least`` and ``most`` limit what the words allow, ``value`` is there where they allow one
    number only; ``table`` is what the tables give. ``denied`` is 1 where the words are that there
    was none at all.
    """
    found: tuple[Record, ...] = prose.once("claims", lambda: tuple(_claims(prose)))
    return found


def _claims(prose: Prose) -> Iterator[Record]:
    for sentence in sentences(prose):
        for read in sentence.reads:
            for statement in read.statements:
                claim = _claim(statement, sentence, prose.report)
                if claim is not None:
                    yield claim


def _claim(statement: Statement, sentence: Sentence, report: Report) -> Record | None:
    amount = statement.amount or _NONE
    quantity = _quantity(statement)
    found = given(quantity, amount, report)
    if found is None:
        return None
    fields: dict[str, Scalar] = {
        "quantity": quantity.key,
        "denied": int(statement.denied),
        "least": amount.least,
        "most": amount.most,
        "amount": _range(amount),
        **_known(amount, found),
    }
    text = quoted(sentence.text)
    return Record(text, sentence.place, sentence.section, fields, found.cells)


def _known(amount: Amount, found: Given) -> dict[str, Scalar]:
    fields: dict[str, Scalar] = {}
    if amount.exact:
        fields["value"] = amount.value
    if found.number is not None:
        fields["table"] = found.number
    return fields


def _quantity(statement: Statement) -> Quantity:
    """The quantity of a statement; of several meanings, one with the readings of all."""
    named = [quantities()[key] for key in statement.quantities]
    if len(named) == 1:
        return named[0]
    first = named[0]
    if not statement.together:
        readings = dict.fromkeys(reading for one in named for reading in one.readings)
        return replace(first, readings=tuple(readings))
    return Quantity("results", (" + ".join(one.readings[0] for one in named),))


def _range(amount: Amount) -> str:
    if amount.exact:
        return _number(amount.value)
    return f"{_number(amount.least)}–{_number(amount.most)}"


def _number(number: Number) -> str:
    return f"{number:f}" if not isinstance(number, int) else str(number)
