"""Findings as Checkstyle's XML, which most code review tools read."""

from __future__ import annotations

import linter
from linter.reporting.exchange.entries import Entry, entries_of, shown_path
from linter.reporting.exchange.xml_text import DECLARATION, tag
from linter.reporting.run import Run


def checkstyle(run: Run) -> str:
    """One ``file`` element a file, one ``error`` a finding; Word files have no ``line``."""
    files = "".join(
        tag(
            "file",
            {"name": shown_path(result)},
            "".join(_error(entry, run) for entry in entries_of(result, run)),
            indent=2,
        )
        for result in run.results
    )
    return DECLARATION + tag("checkstyle", {"version": f"nianbao-{linter.__version__}"}, files)


def _error(entry: Entry, run: Run) -> str:
    attributes = {
        "line": entry.line,
        "column": entry.column,
        "severity": entry.finding.severity,
        "message": entry.sentence(run.language),
        "source": f"nianbao.{entry.rule.id}",
    }
    return tag("error", attributes, indent=4)
