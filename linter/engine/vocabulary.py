"""The words of the rule language: what a rule can name and of which kind it is.

The cells, rows and columns come from the form of each edition; everything else that an
assertion, an ``on`` or a message template can name stands here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.records import record

Type = Literal["number", "date", "text", "truth"]

SCALARS: Mapping[str, Type] = {
    "title": "text",
    "title_year": "number",
    "year": "number",
    "edition": "text",
    "form_edition": "text",
    "issuer": "text",
    "issuer_kind": "text",
    "signed_on": "date",
    "period_start": "date",
    "period_end": "date",
    "file_year": "number",
}

SECTION_PARTS: Mapping[str, Type] = {"heading": "text", "text": "text"}
"""What ``sections.<key>.`` continues with."""

RECORDS: Mapping[str, Mapping[str, Type]] = {
    "plans": {"text": "text", "year": "number"},
    "dates": {"text": "text", "date": "date", "valid": "number"},
    "cited_documents": {"text": "text", "number": "text", "intact": "number"},
    "years": {"text": "text", "year": "number"},
    "accounts": {"text": "text", "year": "number"},
    "title_contradictions": {"text": "text", "year": "number"},
    "cut_offs": {"text": "text", "date": "date"},
    "days_without_mark": {"text": "text"},
    "units_in_cells": {"text": "text"},
    "personal_data": {"text": "text", "kind": "text"},
    "annotations": {
        "text": "text",
        "kind": "text",
        "author": "text",
        "name": "text",
        "personal": "number",
    },
    "placeholders": {"text": "text", "kind": "text"},
    "instructions": {"text": "text"},
    "superseded_terms": {"text": "text", "kind": "text"},
    "repetitions": {"text": "text", "kind": "text", "word": "text"},
    "list_items": {
        "text": "text",
        "number": "number",
        "due": "number",
        "label": "text",
        "due_label": "text",
        "after": "text",
    },
    "named_offices": {"text": "text", "same": "number", "issuer_name": "text"},
    "own_names": {"text": "text", "fits": "number", "times": "number", "proper": "number"},
    "overviews": {
        "text": "text",
        "missing": "number",
        "unreported": "number",
        "results": "text",
    },
    "shortcomings": {
        "text": "text",
        "problems": "number",
        "improvements": "number",
        "plans_only": "number",
    },
    "fee_statements": {
        "text": "text",
        "stated": "number",
        "elsewhere": "number",
        "unquantified": "number",
    },
    "fee_denials": {"text": "text", "collected": "number", "unnoticed": "number"},
    "fee_amounts": {"text": "text", "yuan": "number", "unit": "text"},
    "fee_breakdowns": {"text": "text", "whole": "number", "parts": "number", "unit": "text"},
    "claims": {
        "text": "text",
        "quantity": "text",
        "denied": "number",
        "value": "number",
        "least": "number",
        "most": "number",
        "table": "number",
        "amount": "text",
    },
    "breakdowns": {
        "text": "text",
        "whole": "number",
        "parts": "number",
        "complete": "number",
        "sum": "text",
        "unit": "text",
    },
    "shares": {
        "text": "text",
        "amount": "text",
        "percent": "number",
        "computed": "number",
        "whole": "number",
        "tolerance": "number",
    },
    "completions": {"text": "text", "kind": "text", "carried_out": "number"},
    "contradictions": {
        "text": "text",
        "first": "number",
        "second": "number",
        "first_text": "text",
        "quantity": "text",
    },
}

DOMAINS = ("columns", "rows", "cells")


@record
class Function:
    """``parameters`` may name, beside types, ``reference`` (a cell, scalar or field),
    ``cells`` (a path with ``*``) and ``cells or records``; ``many`` repeats the last one.
    """

    parameters: tuple[str, ...]
    result: Type
    many: bool = False


FUNCTIONS: Mapping[str, Function] = {
    "sum": Function(("cells",), "number"),
    "count": Function(("cells or records",), "number"),
    "abs": Function(("number",), "number"),
    "min": Function(("number", "number"), "number", many=True),
    "max": Function(("number", "number"), "number", many=True),
    "filled": Function(("reference",), "truth"),
    "present": Function(("reference",), "truth"),
    "blank": Function(("reference",), "truth"),
    "date": Function(("number", "number", "number"), "date"),
    "year": Function(("date",), "number"),
    "month": Function(("date",), "number"),
    "day": Function(("date",), "number"),
    "length": Function(("text",), "number"),
}

DEVIATIONS: Mapping[str, tuple[str, ...]] = {
    "title-missing": (),
    "section-missing": ("expected",),
    "section-duplicate": ("found",),
    "section-misplaced": ("found",),
    "section-misnumbered": ("found", "expected"),
    "section-renamed": ("found", "expected"),
    "section-added": ("found",),
    "section-empty": ("found",),
    "table-missing": (),
    "table-duplicate": (),
    "table-picture": (),
    "table-misplaced": (),
    "row-missing": ("expected",),
    "rows-missing": ("missing",),
    "row-duplicate": ("found",),
    "row-added": ("found",),
    "row-misplaced": ("found",),
    "rows-merged": ("found",),
    "column-missing": ("expected",),
    "column-added": ("found",),
    "label-deviates": ("found", "expected"),
    "cell-unit": ("found", "expected"),
    "cell-count": ("found", "expected"),
    "wrong-edition": ("found", "expected", "year"),
    "signoff-missing": ("missing",),
}
"""The kinds of deviation from the form, each with the facts that it carries beside ``about``."""

FACTS = ("equation", "left", "right", "difference", "cells", "culprit", "expected", "actual")
"""What a message can name of any violated assertion."""

RESERVED = frozenset((*FACTS, "count", "text", "about", "found"))
"""Names of facts, which a variable must not take."""
