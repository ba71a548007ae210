"""Fixes made one round after the other, until there is none left that can be made."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from linter.model.finding import FileResult
from linter.model.fix import Fix
from linter.records import record
from linter.repair.application import repaired

_MOST_ROUNDS = 8
"""Fixes that touch each other need a round each."""


@record
class Mended:
    """The bytes after ``made`` fixes, and the ``result`` of checking them."""

    data: bytes
    made: int
    result: FileResult


def in_rounds(
    data: bytes,
    name: str,
    result: FileResult,
    wanted: Callable[[FileResult], Sequence[Fix]],
    check_again: Callable[[bytes], FileResult],
    now: datetime.datetime,
) -> Mended:
    """``data`` with all fixes made that are ``wanted`` of its ``result`` and of each later one."""
    made = 0
    for _ in range(_MOST_ROUNDS):
        report = result.report
        done = report and repaired(data, name, report, wanted(result), now)
        if not done or not done.made:
            break
        data, made = done.data, made + len(done.made)
        result = check_again(data)
    return Mended(data, made, result)
