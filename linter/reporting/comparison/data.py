"""A comparison as the JSON of its contract (``schemas/diff.schema.json``)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import linter
from linter.comparison.model import (
    CellChange,
    Continuation,
    SentenceChange,
    TextComparison,
)
from linter.forms import Form, load_form
from linter.model.finding import FileResult, Finding
from linter.model.report import Report, Value
from linter.reporting.comparison.entries import Compared
from linter.reporting.findings_json import json_value
from linter.reporting.labels import path_label
from linter.reporting.messages import message
from linter.reporting.quoting import path_text

SCHEMA_VERSION = 1
"""Another number would say that a key has changed its meaning or gone away."""


def comparison_json(compared: Compared) -> str:
    """The comparison as JSON text."""
    data = comparison_data(compared)
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def comparison_data(compared: Compared) -> dict[str, Any]:
    """The comparison as JSON can hold it."""
    one = compared.comparison
    form = load_form(one.new_report.edition)
    found = {"appeared": one.findings.appeared, "stayed": one.findings.stayed}
    findings = {
        kind: [_finding(finding, form, compared) for finding in some]
        for kind, some in found.items()
    }
    before = load_form(one.old_report.edition)
    findings["gone"] = [_finding(finding, before, compared) for finding in one.findings.gone]
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "nianbao", "version": linter.__version__},
        "different": one.differs,
        "relation": one.relation,
        "consecutive": one.consecutive,
        "old": _side(one.old, one.old_report),
        "new": _side(one.new, one.new_report),
        "facts": [
            {"about": change.about, "old": change.old, "new": change.new} for change in one.facts
        ],
        "cells": [_cell(change, form, compared) for change in one.cells],
        "cells_compared": one.compared,
        "cells_in_one_edition": one.one_sided,
        "texts": [_text(text) for text in one.texts],
        "continuations": [_continuation(each, form, compared) for each in one.continuations],
        "findings": findings,
    }


def _side(result: FileResult, report: Report) -> dict[str, Any]:
    return {
        "path": path_text(result.path),
        "title": report.title,
        "issuer": report.issuer,
        "year": report.year,
        "edition": report.edition,
        "signed_on": report.signed_on and report.signed_on.isoformat(),
    }


def _cell(change: CellChange, form: Form, compared: Compared) -> dict[str, Any]:
    return {
        "cell": change.path,
        "label": path_label(change.path, form, compared.language),
        "old": _value(change.old),
        "new": _value(change.new),
        "difference": json_value(change.difference),
        "percent": json_value(change.percent),
    }


def _value(value: Value) -> dict[str, Any]:
    held = value.value
    return {
        "state": value.state,
        "value": json_value(held) if isinstance(held, int | Decimal) else None,
        "text": value.text if value.state == "invalid" else None,
    }


def _text(text: TextComparison) -> dict[str, Any]:
    return {
        "part": text.key,
        "in_old": text.in_old,
        "in_new": text.in_new,
        "old_heading": text.old_heading,
        "new_heading": text.new_heading,
        "old_sentences": text.old_sentences,
        "new_sentences": text.new_sentences,
        "same_sentences": text.same,
        "copied": text.copied,
        "changes": [_change(change) for change in text.changes],
    }


def _change(change: SentenceChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "pieces": [{"kept": piece.kept, "text": piece.text} for piece in change.pieces],
    }


def _continuation(one: Continuation, form: Form, compared: Compared) -> dict[str, Any]:
    return {
        "cell": one.path,
        "label": path_label(one.path, form, compared.language),
        "old_cells": list(one.old_cells),
        "new_cells": list(one.new_cells),
        "expected": json_value(one.expected),
        "actual": json_value(one.actual),
        "holds": one.holds,
    }


def _finding(finding: Finding, form: Form, compared: Compared) -> dict[str, Any]:
    rule = compared.rules[finding.rule]
    return {
        "rule": rule.id,
        "name": rule.slug,
        "severity": finding.severity,
        "message": message(finding, rule, form, compared.language),
        "cells": list(finding.cells),
    }
