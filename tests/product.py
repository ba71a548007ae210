"""The product as the tests ask it: what is extracted from a file, what is found in it."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from linter.engine.packs import load_rules
from linter.extraction import report_as_data
from linter.forms import load_form
from linter.model.finding import FileResult, Finding
from linter.pipeline import check_bytes, read_report
from tests.rendering import Data

rules = functools.cache(load_rules)


def extracted(data: bytes, name: str, edition: str = "auto") -> Data:
    """What ``nianbao extract`` prints for a file of this name."""
    report = read_report(data, name, edition)
    return report_as_data(report, load_form(report.edition))


def checked(data: bytes, name: str) -> FileResult:
    """What ``nianbao check`` knows about a file of this name."""
    return check_bytes(data, name, rules())


def grave(result: FileResult) -> list[Finding]:
    """The findings that are errors or warnings."""
    return [finding for finding in result.findings if finding.severity != "info"]


def ids(findings: list[Finding] | tuple[Finding, ...]) -> list[str]:
    """The rules found violated, each once, in order."""
    return sorted({finding.rule for finding in findings})


def differences(expected: Any, actual: Any) -> dict[str, tuple[Any, Any]]:
    """Where two extracts differ: path → (expected, actual)."""
    wanted, found = dict(_leaves(expected)), dict(_leaves(actual))
    return {
        path: (wanted.get(path), found.get(path))
        for path in sorted(wanted.keys() | found.keys())
        if wanted.get(path) != found.get(path)
    }


def _leaves(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for key, child in node.items():
            yield from _leaves(child, f"{path}.{key}" if path else key)
    else:
        yield path, node
