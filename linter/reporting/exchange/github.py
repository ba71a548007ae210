"""Findings as GitHub's workflow commands, which become annotations of the changed files."""

from __future__ import annotations

from linter.model.rule import Severity
from linter.reporting.exchange.entries import Entry, entries
from linter.reporting.run import Run
from linter.reporting.verdict import counts_text

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github(run: Run) -> str:
    """``::error file=…,line=…,title=…::message``, one line a finding, the counts last."""
    lines = [_command(entry, run) for entry in entries(run)]
    if not run.quiet:
        lines.append(counts_text(run))
    return "".join(f"{line}\n" for line in lines)


def _command(entry: Entry, run: Run) -> str:
    title = f"{entry.rule.id} {entry.rule.title.in_language(run.language)}"
    properties = {
        "file": entry.path,
        "line": entry.line,
        "col": entry.column,
        "title": title,
    }
    written = ",".join(f"{k}={_property(str(v))}" for k, v in properties.items() if v is not None)
    command = _COMMANDS[entry.finding.severity]
    return f"::{command} {written}::{_data(entry.sentence(run.language))}"


def _data(text: str) -> str:
    """Escaped so that no text ends the command or begins another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
