"""The findings as JSON, the contract with other programs (``schemas/findings.schema.json``)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import linter
from linter.forms import Form, load_form
from linter.model.finding import (
    Candidate,
    Equation,
    FileResult,
    Finding,
    NotApplicable,
    NotEvaluated,
    Number,
    Suppressed,
    Term,
    Violation,
)
from linter.model.fix import Fix
from linter.model.place import Place
from linter.model.rule import Language
from linter.reporting.codes import code_text
from linter.reporting.fixes import fix_text
from linter.reporting.messages import message
from linter.reporting.quantities import number_text
from linter.reporting.quoting import path_text
from linter.reporting.reasons import doubt_reason, untold_reason
from linter.reporting.run import Run, summary
from linter.reporting.suppressed import suppression_reason

SCHEMA_VERSION = 1
"""Another number would say that a key has changed its meaning or gone away."""
_EXACT_DIGITS = 300
"""Digits of the longest number that is written as a number rather than as text."""


def findings_json(run: Run) -> str:
    """The run as JSON text, keys in the contract's order, messages in the run's language."""
    return json.dumps(run_data(run), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def run_data(run: Run) -> dict[str, Any]:
    """The run as JSON can hold it."""
    totals = summary(run)
    data: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "nianbao", "version": linter.__version__},
        "files": [_file(result, run) for result in run.results],
        "summary": {
            "files": totals.files,
            "errors": totals.errors,
            "warnings": totals.warnings,
            "infos": totals.infos,
            "unreadable": totals.unreadable,
            "suppressed": totals.suppressed,
        },
    }
    if run.disabled:
        data["disabled"] = [{"rule": one.rule, "reason": one.reason} for one in run.disabled]
    return data


def _file(result: FileResult, run: Run) -> dict[str, Any]:
    report = result.report
    form = load_form(report.edition) if report else None
    language = run.language
    return {
        "path": path_text(result.path),
        "status": result.status,
        "edition": report and report.edition,
        "year": report and report.year,
        "issuer": report and report.issuer,
        "findings": [_finding(finding, form, run) for finding in result.findings],
        "suppressed": [_suppressed(one, form, run) for one in result.suppressed],
        "doubts": [
            {
                "about": doubt.about,
                "reason": doubt_reason(doubt, language),
                **({} if doubt.confidence is None else {"confidence": doubt.confidence}),
            }
            for doubt in result.doubts
        ],
        "not_evaluated": [_untold(item, form, language) for item in result.not_evaluated],
        "not_applicable": [_untold(item, form, language) for item in result.not_applicable],
        "outcomes": dict(sorted(result.outcomes.items())),
    }


def _finding(finding: Finding, form: Form | None, run: Run) -> dict[str, Any]:
    rule = run.rules[finding.rule]
    data = {
        "rule": rule.id,
        "name": rule.slug,
        "severity": finding.severity,
        "message": message(finding, rule, form, run.language),
        "section": finding.section,
        "cells": list(finding.cells),
        "culprit": list(finding.culprit),
        "expected": json_value(finding.expected),
        "actual": json_value(finding.actual),
        "location": _location(finding.place),
        "source": rule.source,
        "fix": finding.fix and _fix(finding.fix, form, run.language),
        "violations": [_violation(violation) for violation in finding.violations],
    }
    if finding.equation is not None:
        data["equation"] = _equation(finding.equation)
    if finding.certainty is not None:
        data["certainty"] = finding.certainty
    if finding.candidates:
        data["candidates"] = [_candidate(one, run.language) for one in finding.candidates]
    if finding.doubt is not None:
        data["doubt"] = code_text("reason", finding.doubt, run.language)
    return data


def _fix(fix: Fix, form: Form | None, language: Language) -> dict[str, Any]:
    return {
        "description": fix_text(fix, form, language),
        "safe": fix.safe,
        "edits": [
            {
                "location": _location(edit.place),
                "found": edit.found,
                "replacement": edit.replacement,
            }
            for edit in fix.edits
        ],
    }


def _candidate(candidate: Candidate, language: Language) -> dict[str, Any]:
    return {
        "expected": {cell: json_value(number) for cell, number in candidate.expected.items()},
        "slip": candidate.slip,
        "description": code_text("slip", candidate.slip, language),
    }


def _suppressed(suppressed: Suppressed, form: Form | None, run: Run) -> dict[str, Any]:
    return {
        **_finding(suppressed.finding, form, run),
        "reason": suppression_reason(suppressed, run.language),
        "until": suppressed.until and suppressed.until.isoformat(),
        "by": suppressed.by,
    }


def _violation(violation: Violation) -> dict[str, Any]:
    return {
        "rule": violation.rule,
        "cells": list(violation.cells),
        "expected": json_value(violation.expected),
        "actual": json_value(violation.actual),
    }


def _untold(
    item: NotEvaluated | NotApplicable, form: Form | None, language: Language
) -> dict[str, Any]:
    return {"rule": item.rule, "reason": untold_reason(item, form, language)}


def _location(place: Place) -> dict[str, int | str | None]:
    names = ("line", "column", "page", "table", "row", "cell")
    where = {name: getattr(place, name) for name in ("paragraph", "sheet", "address")}
    location = {name: getattr(place, name) for name in names}
    return {**location, **{name: found for name, found in where.items() if found is not None}}


def _equation(equation: Equation) -> dict[str, Any]:
    return {
        "left": [_term(term) for term in equation.left],
        "relation": equation.relation,
        "right": [_term(term) for term in equation.right],
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "cell": term.cell,
        "value": json_value(term.value),
        "negative": term.negative,
        "blank": term.blank,
    }


def json_value(value: Number | str | None) -> int | float | str | None:
    """A number as JSON can hold it exactly enough, an absurdly long one as text."""
    if value is None or isinstance(value, str):
        return value
    number = Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > _EXACT_DIGITS:
        return number_text(value)
    return value if isinstance(value, int) else float(value)
