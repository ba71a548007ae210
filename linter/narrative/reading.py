"""A report with what its running text states."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.model.report import Record, Report
from linter.narrative.accounts import accounts
from linter.narrative.aspects import overviews
from linter.narrative.citations import cited_documents
from linter.narrative.claims.breakdowns import breakdowns
from linter.narrative.claims.claims import claims
from linter.narrative.claims.completions import completions
from linter.narrative.claims.contradictions import contradictions
from linter.narrative.claims.shares import shares
from linter.narrative.dates import cut_offs, dates, days_without_mark
from linter.narrative.fee_amounts import fee_amounts, fee_breakdowns
from linter.narrative.fees import fee_denials, fee_statements
from linter.narrative.file_annotations import file_annotations
from linter.narrative.leftovers import instructions, superseded_terms
from linter.narrative.numbering import list_items
from linter.narrative.offices import named_offices, own_names
from linter.narrative.personal_data import masked, personal_data
from linter.narrative.placeholders import placeholders
from linter.narrative.plans import plans
from linter.narrative.prose import Prose, prose_of
from linter.narrative.repetitions import repetitions
from linter.narrative.shortcomings import shortcomings
from linter.narrative.units import units_in_cells
from linter.narrative.years import title_contradictions, years
from linter.records import replace

COLLECTIONS: Mapping[str, Callable[[Prose], tuple[Record, ...]]] = {
    "accounts": accounts,
    "annotations": file_annotations,
    "cited_documents": cited_documents,
    "cut_offs": cut_offs,
    "dates": dates,
    "days_without_mark": days_without_mark,
    "instructions": instructions,
    "list_items": list_items,
    "named_offices": named_offices,
    "own_names": own_names,
    "personal_data": personal_data,
    "placeholders": placeholders,
    "plans": plans,
    "repetitions": repetitions,
    "superseded_terms": superseded_terms,
    "title_contradictions": title_contradictions,
    "units_in_cells": units_in_cells,
    "years": years,
    "overviews": overviews,
    "shortcomings": shortcomings,
    "fee_statements": fee_statements,
    "fee_denials": fee_denials,
    "fee_amounts": fee_amounts,
    "fee_breakdowns": fee_breakdowns,
    "claims": claims,
    "breakdowns": breakdowns,
    "shares": shares,
    "completions": completions,
    "contradictions": contradictions,
}
"""Every collection of records that rules can range over, and who finds it."""


def read_narrative(report: Report) -> Report:
    """``report`` with its collections of records, in which no number of a person stands whole."""
    prose = prose_of(report)
    records = {name: tuple(map(_masked, find(prose))) for name, find in COLLECTIONS.items()}
    return replace(report, records=records)


def _masked(found: Record) -> Record:
    fields = {
        name: masked(value) if isinstance(value, str) else value
        for name, value in found.fields.items()
    }
    text = masked(found.text)
    same = text == found.text and fields == found.fields
    return found if same else replace(found, text=text, fields=fields)
