"""What a piece states, given what was said before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from linter.model.report import Report
from linter.narrative.claims.amounts import Amount
from linter.narrative.claims.grammar import Node
from linter.narrative.claims.meaning import (
    DECISIONS,
    DOCUMENTS,
    REVIEWS,
    Sense,
    application_quantities,
    counts_applications,
    counts_cases,
    decision_quantity,
    document_quantity,
    review_quantities,
    sense_of,
)
from linter.narrative.claims.pieces import Piece
from linter.narrative.claims.scope import Scope, scope_after
from linter.narrative.claims.tokens import OTHER
from linter.records import mutable_record, record

Subject = Literal["", "applications", "documents", "reviews", "proactive", "other"]

_HEADING = 30
"""Characters up to which a paragraph without a full stop is a heading."""

_VERBS = frozenset(("receive", "new", "accept", "handle", "finish", "answer", "matter", "happen"))
_DENIABLE = frozenset(
    ("receive", "new", "accept", "request", "by_request", "information", "open", "matter", "happen")
)
_GROUPS = frozenset(("granted", "partial", "refused", "unavailable", "not_processed", "closed"))
_TAKEN = frozenset(("received", "new", "accepted", "handled", "requests"))


@record
class Statement:
    """A figure for a quantity: ``quantities`` are what it can mean, the likeliest first.

    ``denied`` says whether the words are that there was none; ``together`` whether it is the
    sum of all ``quantities``.
    """

    quantities: tuple[str, ...]
    amount: Amount | None
    together: bool = False

    @property
    def denied(self) -> bool:
        return self.amount is None


@record
class Read:
    """One piece with what it states of the report's own year: figures, or 均已办结."""

    piece: Piece
    statements: tuple[Statement, ...] = ()
    completed: str | None = None


@mutable_record
class Course:
    """What is being spoken of, from one piece to the next.

    ``document`` is 规章 or 规范性文件 where one of them was named, ``of_disclosure`` whether cases
    are about the disclosure of information, ``last`` what the last figure was of, ``headed``
    whether the last paragraph was a heading.
    """

    report: Report
    section: str
    scope: Scope = Scope()
    subject: Subject = ""
    document: str | None = None
    of_disclosure: bool = False
    last: tuple[str, ...] = ()
    headed: bool = False

    def new_paragraph(self) -> None:
        """Forgets what the last paragraph spoke of, unless it was the heading of this one."""
        self.scope, self.document, self.last = Scope(), None, ()
        if not self.headed:
            self.subject = "applications" if self.section == "applications" else ""
            self.of_disclosure = self.section in ("applications", "review")

    def close_paragraph(self, text: str) -> None:
        self.headed = len(text) <= _HEADING and not text.endswith(("。", "；", ";"))

    def read(self, piece: Piece) -> Read:
        """What a piece states, given what was said before it; brackets leave no trace."""
        if not piece.within:
            found = self._read(piece)
            if piece.amount is not None:
                self.last = found.statements[-1].quantities if found.statements else ()
            return found
        kept = self.scope, self.subject, self.document, self.last
        found = self._read(piece)
        self.scope, self.subject, self.document, self.last = kept
        return found

    def _read(self, piece: Piece) -> Read:
        if "compare" in {word.key for word in piece.before if word.kind == "BAR"}:
            return Read(piece)
        self.scope = scope_after(self.scope, piece.before, self.report)
        before = self.subject
        self._turn_to(piece)
        if before != "applications" and self._is_only_a_kind(piece):
            self.subject = before
        node = piece.statement
        if node is None or not (self.scope.own and self.scope.current):
            return Read(piece)
        if node.rule == "completion":
            return Read(piece, completed=self._completed(piece, node))
        stated = node.rule in ("figure", "denial")
        return Read(piece, self._stated(piece, node, sense_of(node)) if stated else ())

    def _is_only_a_kind(self, piece: Piece) -> bool:
        """Whether 依申请公开 names a kind of information (依申请公开459条), not applications."""
        strong = {word.key for word in piece.named if word.kind in ("STRONG", "DONE")}
        return piece.amount is not None and strong <= {"by_request", "information"}

    def _turn_to(self, piece: Piece) -> None:
        """Notes what the words of a piece turn to."""
        named = piece.named
        keys = {word.key for word in named if word.kind in ("STRONG", "DONE")}
        foreign = {word.key for word in named if word.kind == "FOREIGN"} - {"nothing"}
        asks = Sense(frozenset(keys)).asks
        if foreign:
            self.subject = "proactive" if foreign == {"proactive"} else "other"
        elif keys & {*REVIEWS, "both_reviews"}:
            self.of_disclosure = self.of_disclosure or bool(keys & {"information", "by_request"})
            self.subject = "reviews" if piece.amount else self.subject
        elif asks:
            self.subject, self.of_disclosure = "applications", True
        elif keys & DOCUMENTS:
            self.subject = "documents"
            (self.document, *more) = sorted(keys & DOCUMENTS)
            if more or "published" in keys:
                self.document = None
        elif "open" in keys or "published" in keys:
            self.subject = "proactive" if piece.amount else self.subject

    def _stated(self, piece: Piece, node: Node, sense: Sense) -> tuple[Statement, ...]:
        amount = piece.amount if node.rule == "figure" else None
        if sense.keys & {*REVIEWS, "both_reviews"}:
            return self._of_reviews(sense, amount)
        unit = amount.unit if amount else "件"
        if sense.keys & DECISIONS:
            decision = decision_quantity(sense)
            return _one(decision, amount) if counts_cases(unit) else ()
        if sense.keys == {"fees"}:
            return _one("fees", amount) if amount and amount.measure == "money" else ()
        if not sense.keys - {"matter"} or not counts_applications(unit):
            return ()
        if self.subject == "documents" or sense.keys & DOCUMENTS:
            quantity = document_quantity(sense, self.document)
            return _one(quantity, amount) if counts_cases(unit) else ()
        return self._of_applications(piece, node, sense, amount)

    def _of_reviews(self, sense: Sense, amount: Amount | None) -> tuple[Statement, ...]:
        named = review_quantities(sense)
        if not named or not self.of_disclosure or (amount and not counts_cases(amount.unit)):
            return ()
        if len(named) == 1:
            return _one(named[0], amount)
        if amount is None or sense.each or amount.most == 0:
            return tuple(Statement((one,), amount) for one in named)
        return _one("reviews", amount)

    def _of_applications(
        self, piece: Piece, node: Node, sense: Sense, amount: Amount | None
    ) -> tuple[Statement, ...]:
        quantities = application_quantities(sense)
        about = self.subject == "applications" or (
            self.subject == "reviews" and self.of_disclosure and sense.asks
        )
        if not quantities or not about:
            return ()
        if amount is None:
            deniable = sense.keys <= _DENIABLE or sense.keys & {"carried_in", "carried_out"}
            return _one(quantities[0], None) if deniable else ()
        bare = not sense.keys & {"request", "by_request"}
        if bare and sense.keys & {"information", "open"}:
            return ()
        if bare and sense.keys <= _VERBS and not self._continues(piece, node, sense):
            return ()
        together = len(quantities) > 1 and sense.linked and quantities[0] in _GROUPS
        return (Statement(quantities, amount, together),)

    def _continues(self, piece: Piece, node: Node, sense: Sense) -> bool:
        """Whether a verb with a figure and nothing else goes on with what was said: 办结23件."""
        closing = node.node("closing")
        more = (closing and closing.parts) or any(word.kind == OTHER for word in piece.before)
        return bool(self.last) and not more and "handle" not in sense.keys

    def _completed(self, piece: Piece, node: Node) -> str | None:
        """``finish`` where all applications are said to be closed, ``answer`` if answered."""
        if self.subject != "applications" or "EXCEPT" in piece.kinds:
            return None
        phrase = node.node("phrase")
        keys = sense_of(node).keys
        named = bool(phrase and keys & {"request", "by_request"})
        if keys - {"request", "by_request", "information", "open", "finish", "answer", "receive"}:
            return None
        unsaid = any(word.kind == OTHER for word in piece.before[: len(_opening(piece))])
        if unsaid or not (named or set(self.last) & _TAKEN):
            return None
        done = [word.key for word in node.tokens() if word.kind == "DONE"]
        return "finish" if "finish" in done else "answer"


def _opening(piece: Piece) -> Sequence[object]:
    opening = piece.node.node("opening") if piece.node else None
    return opening.tokens() if opening else ()


def _one(quantity: str | None, amount: Amount | None) -> tuple[Statement, ...]:
    return (Statement((quantity,), amount),) if quantity else ()
