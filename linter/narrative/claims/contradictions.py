"""Two sentences that give two figures for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.model.report import Record
from linter.narrative.claims.claims import claims
from linter.narrative.prose import Prose

# Of these one word can mean several rows of the table, so that two figures need not disagree.
_VAGUE = frozenset(("requests", "handled", "answered", "accepted", "results"))
_PERSONS = frozenset(
    ("natural_person", "legal_person", "enterprise", "research", "nonprofit", "legal_service")
)


def contradictions(prose: Prose) -> tuple[Record, ...]:
    """The second of two statements with two figures, ``first`` and ``second``, for one quantity,
    where neither is contradicted by the tables.
    """
    return tuple(_contradictions(prose))


def _contradictions(prose: Prose) -> Iterator[Record]:
    agreeing: dict[object, list[Record]] = {}
    for claim in claims(prose):
        quantity = claim.fields["quantity"]
        if quantity not in _VAGUE | _PERSONS and "value" in claim.fields and _agrees(claim):
            agreeing.setdefault(quantity, []).append(claim)
    for found in agreeing.values():
        for one, other in pairwise(found):
            if one.fields["value"] != other.fields["value"]:
                yield _record(one, other)


def _agrees(claim: Record) -> bool:
    table = claim.fields.get("table")
    return table is None or table == claim.fields["value"]


def _record(one: Record, other: Record) -> Record:
    fields = {
        "first": one.fields["value"],
        "second": other.fields["value"],
        "first_text": one.text,
        "quantity": one.fields["quantity"],
    }
    return Record(other.text, other.place, other.section, fields, other.cells)
