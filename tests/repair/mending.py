"""A file mended as the command does it, in memory."""

from __future__ import annotations

import datetime

from linter.model.finding import FileResult
from linter.model.fix import Fix
from linter.repair.application import repaired
from linter.repair.tidying import tidying
from tests.product import checked

NOW = datetime.datetime(2024, 2, 5, 8, 30, tzinfo=datetime.UTC)


def fixes(result: FileResult, *, unsafe: bool = True) -> list[Fix]:
    """The fixes of a check and what can be tidied besides."""
    report = result.report
    assert report is not None
    found = [finding.fix for finding in result.findings if finding.fix]
    return [fix for fix in (*found, *tidying(report)) if unsafe or fix.safe]


def mended(data: bytes, name: str, *, unsafe: bool = True) -> bytes:
    """``data`` with its fixes made."""
    result = checked(data, name)
    assert result.report is not None
    return repaired(data, name, result.report, fixes(result, unsafe=unsafe), NOW).data
