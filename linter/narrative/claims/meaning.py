"""Which quantity the words of a piece are about."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from linter.narrative.claims.grammar import Node
from linter.records import record

REVIEWS = {
    "reconsideration": "reconsideration",
    "litigation": "litigation",
    "litigation_direct": "litigation_direct",
    "litigation_after_reconsideration": "litigation_after_reconsideration",
}
RESULTS = frozenset(("granted", "partial", "refused", "unavailable", "not_processed", "closed"))
APPLICANTS = frozenset(
    ("natural_person", "legal_person", "enterprise", "research", "nonprofit", "legal_service")
)
DOCUMENTS = frozenset(("regulations", "normative_documents"))
STOCK = frozenset(("issued", "repealed", "in_force"))
DECISIONS = frozenset(("licensing", "penalties", "coercion"))

_MATTER = frozenset(("request", "by_request", "information", "open", "matter", "happen"))
_VERBS = frozenset(("receive", "new", "accept", "handle", "finish", "answer"))
_SILENT = frozenset(
    ("channel", "unknown_person", "review_result", "published", "upheld", "corrected", "pending")
)
_PIECES = frozenset("件份宗起例个条桩")
_CASES = frozenset("件宗起例个")


@record
class Sense:
    """What a piece is about: ``keys`` are the meanings of its words, ``linked`` says whether
    several things are named together, ``each`` whether the figure is that of each of them.
    """

    keys: frozenset[str]
    linked: bool = False
    each: bool = False

    @property
    def asks(self) -> bool:
        """Whether it names an application, beyond doubt of one for government information."""
        return "by_request" in self.keys or (
            "request" in self.keys and bool(self.keys & {"information", "open"})
        )


def sense_of(node: Node) -> Sense:
    """The sense of a part of a piece; what stands behind the figure's own words is no part."""
    words = [word for part in _own(node) for word in part.tokens()]
    evenly = [word for word in node.tokens() if word.kind == "EVEN"]
    keys = frozenset(word.key for word in words if word.kind in ("STRONG", "DONE"))
    linked = any(word.kind == "LINK" for word in words)
    return Sense(keys, linked, any(word.key == "each" for word in evenly))


def _own(node: Node) -> list[Node]:
    parts = (part for part in node.parts if isinstance(part, Node))
    return [part for part in parts if part.rule in ("phrase", "noun", "denied")]


def review_quantities(sense: Sense) -> tuple[str, ...]:
    """The quantities of table four that a sense is about; of several their sum is given,
    unless of each.
    """
    named = tuple(key for key in REVIEWS if key in sense.keys)
    if "both_reviews" in sense.keys:
        named = ("reconsideration", "litigation")
    rest = (
        sense.keys
        - {*REVIEWS, "both_reviews"}
        - _MATTER
        - {"receive", "accept", "handle", "registered"}
    )
    if rest or len(named) > 2 or (len(named) == 2 and not _both(sense, named)):
        return ()
    return named


def _both(sense: Sense, named: Sequence[str]) -> bool:
    joined = sense.linked or "both_reviews" in sense.keys
    return joined and {*named} == {"reconsideration", "litigation"}


def document_quantity(sense: Sense, head: str | None) -> str | None:
    """制发、废止、现行有效 of 规章 or 规范性文件; ``head`` is which of them was spoken of."""
    named, stock = sense.keys & DOCUMENTS, sense.keys & STOCK
    if sense.keys - DOCUMENTS - STOCK or len(stock) != 1 or len(named) > 1:
        return None
    document = next(iter(named), head)
    return f"{document}.{next(iter(stock))}" if document else None


def decision_quantity(sense: Sense) -> str | None:
    """行政许可, 行政处罚 or 行政强制, where it is about decisions taken."""
    named = sense.keys & DECISIONS
    decided = sense.keys - named
    if len(named) == 1 and decided and decided <= {"decide", "handle"}:
        return next(iter(named))
    return None


def application_quantities(sense: Sense) -> tuple[str, ...]:
    """What the figure of a piece about applications can mean, the likeliest first."""
    keys = sense.keys - _MATTER
    if keys & _SILENT:
        return ()
    carried = keys & {"carried_in", "carried_out"}
    if carried:
        return _carried(keys, carried)
    results = [key for key in sorted(keys) if key.partition(".")[0] in RESULTS]
    if results:
        rest = keys - {*results} - {"finish", "answer", "decide", "handle"}
        return tuple(results) if not rest and (len(results) == 1 or sense.linked) else ()
    persons = keys & APPLICANTS
    if persons:
        fits = len(persons) == 1 and keys - persons <= {"receive", "new", "accept"}
        return tuple(persons) if fits else ()
    return _verbs(keys)


def _carried(keys: Set[str], carried: Set[str]) -> tuple[str, ...]:
    rest = keys - carried
    if carried == {"carried_in"} and rest and rest <= {"new", "receive", "accept"}:
        return ("handled",)
    allowed = {"handle", "answer", "finish"} if carried == {"carried_out"} else {"handle"}
    return tuple(carried) if len(carried) == 1 and rest <= allowed else ()


_OF_VERBS: tuple[tuple[Collection[str], tuple[str, ...]], ...] = (
    (("new",), ("new",)),
    (("receive",), ("received",)),
    (("receive", "new"), ("new",)),
    (("accept",), ("accepted",)),
    (("receive", "accept"), ("accepted",)),
    (("handle",), ("handled",)),
    (("finish",), ("finished",)),
    (("answer",), ("answered",)),
    (("answer", "finish"), ("answered",)),
    (("handle", "answer"), ("answered", "handled")),
    (("handle", "finish"), ("finished", "handled")),
    ((), ("requests",)),
)


def _verbs(keys: Set[str]) -> tuple[str, ...]:
    for verbs, quantities in _OF_VERBS:
        if keys == {*verbs}:
            return quantities
    return ("requests", "answered") if keys <= _VERBS else ()


def counts_applications(unit: str) -> bool:
    """Whether applications, results and cases are counted in such units."""
    return unit in _PIECES


def counts_cases(unit: str) -> bool:
    """Whether documents, decisions and cases are counted in such units."""
    return unit in _CASES
