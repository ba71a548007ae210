"""Findings as GitLab's code quality report, which a merge request shows."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from linter.fingerprints import fingerprint
from linter.model.rule import Severity
from linter.reporting.exchange.entries import Entry, entries
from linter.reporting.run import Run

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(run: Run) -> str:
    """A JSON array of issues; each fingerprint stands once, as GitLab demands."""
    seen: Counter[str] = Counter()
    issues = [_issue(entry, run, seen) for entry in entries(run)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(entry: Entry, run: Run, seen: Counter[str]) -> dict[str, Any]:
    mark = fingerprint(entry.finding, entry.result)
    seen[mark] += 1
    return {
        "description": entry.sentence(run.language),
        "check_name": f"{entry.rule.id} {entry.rule.slug}",
        "fingerprint": mark if seen[mark] == 1 else f"{mark}-{seen[mark]}",
        "severity": _SEVERITIES[entry.finding.severity],
        # GitLab shows no issue without a line.
        "location": {"path": entry.path, "lines": {"begin": entry.line or 1}},
    }
