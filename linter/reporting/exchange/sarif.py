"""Findings as SARIF 2.1.0, for code scanning (OASIS standard, 2020-03-27)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import linter
from linter.fingerprints import fingerprint
from linter.model.finding import FileResult, Suppressed, SuppressedBy
from linter.model.fix import Fix, Replacement
from linter.model.rule import Language, Rule, Severity
from linter.reporting.exchange.entries import Entry, entries_of, suppressed_entries, uri
from linter.reporting.exchange.sarif_rules import descriptor
from linter.reporting.fixes import fix_text
from linter.reporting.labels import path_label
from linter.reporting.run import Run
from linter.reporting.suppressed import disabled_text, suppression_reason

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGE_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}
_SUPPRESSION_KINDS: dict[SuppressedBy, str] = {
    "configuration": "external",
    "inline": "inSource",
    "baseline": "external",
}


def sarif(run: Run) -> str:
    """One run of the tool. Cells stand as logical locations, by their paths.

    Word files have no lines: their physical location is line 1, as viewers demand one, and
    the place in words opens the message.
    """
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(run)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(run: Run) -> dict[str, Any]:
    named = _named_rules(run)
    numbers = {rule.id: number for number, rule in enumerate(named)}
    return {
        "tool": {
            "driver": {
                "name": "nianbao",
                "semanticVersion": linter.__version__,
                "rules": [descriptor(rule, LEVELS[rule.severity], run) for rule in named],
            }
        },
        "language": _LANGUAGE_TAGS[run.language],
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(run)],
        "artifacts": [
            {"location": {"uri": uri(result.path)}, "roles": ["analysisTarget"]}
            for result in run.results
        ],
        "results": [data for result in run.results for data in _results(result, run, numbers)],
    }


def _named_rules(run: Run) -> list[Rule]:
    found = {finding.rule for result in run.results for finding in result.findings}
    found |= {one.finding.rule for result in run.results for one in result.suppressed}
    return [rule for rule in run.rules.values() if rule.id in found]


def _invocation(run: Run) -> dict[str, Any]:
    """How the run went; a file that could not be checked is a notification, too."""
    notes = [
        _notification(entry)
        for result in run.results
        if result.status != "checked"
        for entry in entries_of(result, run)
    ]
    data: dict[str, Any] = {"executionSuccessful": not notes, "toolExecutionNotifications": notes}
    if run.exit_status is not None:
        data["exitCode"] = run.exit_status
    if run.disabled:
        data["toolConfigurationNotifications"] = [
            {"level": "note", "message": _message(disabled_text(disabled, run.language))}
            for disabled in run.disabled
        ]
    return data


def _notification(entry: Entry) -> dict[str, Any]:
    return {
        "level": "error",
        "message": _message(entry.message),
        "descriptor": {"id": entry.rule.id},
        "locations": [{"physicalLocation": _physical(entry)}],
    }


def _results(result: FileResult, run: Run, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    replacements = run.replacements.get(result.path, ((),) * len(result.findings))
    for entry, replaced in zip(entries_of(result, run), replacements, strict=True):
        data = _result(entry, run, numbers)
        if run.baseline:
            data["baselineState"] = "new"
        if entry.finding.fix is not None and replaced:
            data["fixes"] = [_fix(entry, entry.finding.fix, replaced, run.language)]
        yield data
    for suppressed, entry in suppressed_entries(result, run):
        data = _result(entry, run, numbers)
        if suppressed.by == "baseline":
            data["baselineState"] = "unchanged"
        data["suppressions"] = [_suppression(suppressed, run.language)]
        yield data


def _result(entry: Entry, run: Run, numbers: dict[str, int]) -> dict[str, Any]:
    finding = entry.finding
    location: dict[str, Any] = {"physicalLocation": _physical(entry)}
    cells = finding.culprit or finding.cells
    if cells:
        location["logicalLocations"] = [_logical(cell, entry, run.language) for cell in cells]
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": LEVELS[finding.severity],
        "message": _message(entry.sentence(run.language)),
        "locations": [location],
        "partialFingerprints": {"finding/v1": fingerprint(finding, entry.result)},
    }


def _fix(
    entry: Entry, fix: Fix, replaced: Sequence[Replacement], language: Language
) -> dict[str, Any]:
    changes = [
        {
            "deletedRegion": {
                "startLine": one.line,
                "startColumn": one.column,
                "endLine": one.end_line,
                "endColumn": one.end_column,
            },
            "insertedContent": {"text": one.text},
        }
        for one in replaced
    ]
    change = {"artifactLocation": {"uri": uri(entry.result.path)}, "replacements": changes}
    return {
        "description": _message(fix_text(fix, entry.form, language)),
        "artifactChanges": [change],
        "properties": {"safe": fix.safe},
    }


def _suppression(suppressed: Suppressed, language: Language) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": _SUPPRESSION_KINDS[suppressed.by],
        "status": "accepted",
        "justification": suppression_reason(suppressed, language),
    }
    if suppressed.until is not None:
        data["properties"] = {"until": suppressed.until.isoformat()}
    return data


def _message(text: str) -> dict[str, str]:
    """A message; what a report says between brackets must not become a link in it."""
    return {"text": text.replace("](", "] (")}


def _physical(entry: Entry) -> dict[str, Any]:
    region: dict[str, int] = {"startLine": entry.line or 1}
    if entry.column is not None:
        region["startColumn"] = entry.column
    return {"artifactLocation": {"uri": uri(entry.result.path)}, "region": region}


def _logical(cell: str, entry: Entry, language: Language) -> dict[str, Any]:
    return {
        "fullyQualifiedName": cell,
        "decoratedName": path_label(cell, entry.form, language),
        "kind": "member",
    }
