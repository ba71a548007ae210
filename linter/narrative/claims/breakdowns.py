"""Wholes that are told with their parts: 326条，其中甲118条、乙208条."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.report import Record
from linter.narrative.claims.amounts import Amount
from linter.narrative.claims.course import Read
from linter.narrative.claims.pieces import Piece
from linter.narrative.claims.statements import Sentence, sentences
from linter.narrative.prose import Prose
from linter.narrative.sentences import quoted

_REST = ("其他", "其它")
_MARKS = frozenset(("其中", "其中包括", "分别为", "分别是", "具体为", "具体是", "具体包括"))
# What was done with something is no part of it: of 30 proposals all 30 can be answered and
# 25 be taken up.
_DONE = frozenset(("finish", "answer", "handle", "receive", "new", "accept", "decide"))
_UNCERTAIN = frozenset(("NOT", "NIL", "EVEN", "BAR", "EXCEPT"))


def breakdowns(prose: Prose) -> tuple[Record, ...]:
    """Sums of the prose of which the parts are told: ``whole``, ``parts`` (what they make
    together), ``complete`` 1 where the last part is 其他, so that nothing can be left.

    Only plain figures in the unit of the whole count; those that the tables have are compared
    with these.
    """
    return tuple(found for one in sentences(prose) for found in _breakdowns(one))


def _breakdowns(sentence: Sentence) -> Iterator[Record]:
    reads = [read for read in sentence.reads if not read.piece.within]
    starts = [number for number, read in enumerate(reads) if "AMONG" in read.piece.kinds]
    if len(starts) != 1 or not _opens(reads[starts[0]].piece):
        return
    before, after = reads[: starts[0]], reads[starts[0] :]
    clause = before[-1].piece.clause if before else 0
    wholes = [one.piece.amount for one in before if one.piece.amount and one.piece.clause == clause]
    parts = _parts(after)
    if wholes and len(parts) > 1 and _comparable(wholes, parts):
        yield _record(sentence, wholes, parts)


def _record(sentence: Sentence, wholes: Sequence[Amount], parts: Sequence[Piece]) -> Record:
    numbers = [whole.value for whole in wholes]
    amounts = [part.amount.value for part in parts if part.amount]
    total = sum(amounts, 0)
    possible = [*reversed(numbers), sum(numbers, 0)]
    fits = total in possible or (len(numbers) > 1 and total <= possible[-1])
    complete = len(numbers) == 1 and _is_rest(parts[-1])
    return Record(
        quoted(sentence.text),
        sentence.place,
        sentence.section,
        {
            "whole": total if fits else numbers[-1],
            "parts": total,
            "complete": int(complete),
            "sum": " + ".join(str(amount) for amount in amounts),
            "unit": wholes[-1].unit,
        },
    )


def _opens(piece: Piece) -> bool:
    return any(word.text in _MARKS for word in piece.before)


def _parts(reads: Sequence[Read]) -> list[Piece]:
    """The pieces that tell a part each; none where one of them is more than that."""
    pieces = [read.piece for read in reads]
    if pieces[0].amount is None and len(pieces[0].words) == 1:
        pieces = pieces[1:]
    stated = any(read.statements for read in reads)
    return [] if stated or any(map(_is_more, pieces)) else pieces


def _is_more(piece: Piece) -> bool:
    figures = sum(word.kind == "AMOUNT" for word in piece.words)
    done = {word.key for word in piece.before if word.kind in ("STRONG", "DONE")} & _DONE
    return figures != 1 or bool(done) or bool(piece.kinds & _UNCERTAIN)


def _comparable(wholes: Sequence[Amount], parts: Sequence[Piece]) -> bool:
    amounts = [*wholes, *(part.amount for part in parts if part.amount)]
    return len({amount.unit for amount in amounts}) == 1 and all(one.exact for one in amounts)


def _is_rest(piece: Piece) -> bool:
    return any(word.kind == "OTHER" and word.text.startswith(_REST) for word in piece.before)
