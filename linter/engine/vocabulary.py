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
    "cited_documents": {"text": "text", "number": "text"},
    "years": {"text": "text", "year": "number"},
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
