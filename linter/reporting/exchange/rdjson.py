"""Findings as reviewdog's Diagnostic Format, which comments on pull requests."""

from __future__ import annotations

import json
from typing import Any

from linter.model.rule import Severity
from linter.reporting.exchange.entries import Entry, entries, page_address
from linter.reporting.run import Run

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def rdjson(run: Run) -> str:
    """One DiagnosticResult.

    Columns are left out: the format counts them in bytes of UTF-8, a finding in characters.
    """
    data = {
        "source": {"name": "nianbao"},
        "diagnostics": [_diagnostic(entry, run) for entry in entries(run)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(entry: Entry, run: Run) -> dict[str, Any]:
    location: dict[str, Any] = {"path": entry.path}
    if entry.line is not None:
        location["range"] = {"start": {"line": entry.line}}
    code = {"value": entry.rule.id}
    address = page_address(entry.rule, run)
    if address is not None:
        code["url"] = address
    return {
        "message": entry.sentence(run.language),
        "location": location,
        "severity": _SEVERITIES[entry.finding.severity],
        "code": code,
    }
