"""What the exit status says (``design/model.md``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.model.finding import FileResult


class ExitStatus(IntEnum):
    """How a run ended."""

    CLEAN = 0
    FINDINGS = 1
    NOT_CHECKED = 2
    INTERRUPTED = 130


NEVER = "never"
_WEIGHT: Mapping[str, int] = {"info": 0, "warning": 1, "error": 2, NEVER: 3}


def exit_status(results: Iterable[tuple[FileResult, str]]) -> ExitStatus:
    """The status for results, each with the severity (or ``never``) that fails its file."""
    status = ExitStatus.CLEAN
    for result, fail_on in results:
        if result.status != "checked":
            return ExitStatus.NOT_CHECKED
        if any(_WEIGHT[finding.severity] >= _WEIGHT[fail_on] for finding in result.findings):
            status = ExitStatus.FINDINGS
    return status
