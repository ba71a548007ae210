"""The findings as JSON, the contract with other programs (``schemas/findings.schema.json``)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import linter
from linter.forms import Form, load_form
from linter.model.finding import (
    Equation,
    FileResult,
    Finding,
    NotEvaluated,
    Number,
    Term,
    Violation,
)
from linter.model.place import Place
from linter.model.rule import Language
from linter.reporting.messages import message
from linter.reporting.quantities import number_text
from linter.reporting.quoting import path_text
from linter.reporting.reasons import doubt_reason, not_evaluated_reason
from linter.reporting.run import Run, summary

_EXACT_DIGITS = 300
"""Digits of the longest number that is written as a number rather than as text."""


def findings_json(run: Run) -> str:
    """The run as JSON text, keys in the contract's order, messages in the run's language."""
    totals = summary(run)
    data = {
        "tool": {"name": "nianbao", "version": linter.__version__},
        "files": [_file(result, run) for result in run.results],
        "summary": {
            "files": totals.files,
            "errors": totals.errors,
            "warnings": totals.warnings,
            "infos": totals.infos,
            "unreadable": totals.unreadable,
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


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
        "suppressed": [],
        "doubts": [
            {"about": doubt.about, "reason": doubt_reason(doubt, language)}
            for doubt in result.doubts
        ],
        "not_evaluated": [_not_evaluated(item, form, language) for item in result.not_evaluated],
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
        "expected": _value(finding.expected),
        "actual": _value(finding.actual),
        "location": _location(finding.place),
        "source": rule.source,
        "fix": None,
        "violations": [_violation(violation) for violation in finding.violations],
    }
    if finding.equation is not None:
        data["equation"] = _equation(finding.equation)
    return data


def _violation(violation: Violation) -> dict[str, Any]:
    return {
        "rule": violation.rule,
        "cells": list(violation.cells),
        "expected": _value(violation.expected),
        "actual": _value(violation.actual),
    }


def _not_evaluated(item: NotEvaluated, form: Form | None, language: Language) -> dict[str, Any]:
    return {"rule": item.rule, "reason": not_evaluated_reason(item, form, language)}


def _location(place: Place) -> dict[str, int | None]:
    names = ("line", "column", "page", "table", "row", "cell")
    return {name: getattr(place, name) for name in names}


def _equation(equation: Equation) -> dict[str, Any]:
    return {
        "left": [_term(term) for term in equation.left],
        "relation": equation.relation,
        "right": [_term(term) for term in equation.right],
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "cell": term.cell,
        "value": _value(term.value),
        "negative": term.negative,
        "blank": term.blank,
    }


def _value(value: Number | str | None) -> int | float | str | None:
    """A number as JSON can hold it exactly enough, an absurdly long one as text."""
    if value is None or isinstance(value, str):
        return value
    number = Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > _EXACT_DIGITS:
        return number_text(value)
    return value if isinstance(value, int) else float(value)
