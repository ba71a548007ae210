"""One file checked, whatever happens."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.model.finding import FileResult, Finding
from linter.records import record

if TYPE_CHECKING:
    from linter.engine.packs import RuleSet
    from linter.model.previous import Previous

INTERNAL_ERROR = "E900"


@record
class Plan:
    """How a file is to be checked: extra ``packs`` (folders), ids of ``rules``, edition.

    ``today`` decides which suppressions have expired; None is the day of the check.
    """

    packs: tuple[Path, ...]
    rules: frozenset[str]
    edition: str = "auto"
    today: datetime.date | None = None


@record
class Task:
    """One file and how to check it.

    ``data`` is its content where it is no file on disk, ``previous`` last year's report where it
    is at hand.
    """

    path: Path
    shown_as: str
    plan: Plan
    data: bytes | None = None
    previous: Previous | None = None


def check_task(task: Task) -> FileResult:
    """The result for one file. A defect of ours becomes a finding, and the run goes on."""
    from linter.pipeline import check_bytes, check_file

    try:
        rules = _selected(task.plan.packs, task.plan.rules)
        plan = task.plan
        how = (rules, plan.edition, plan.today, task.previous)
        if task.data is not None:
            return check_bytes(task.data, task.shown_as, *how)
        return check_file(task.path, task.shown_as, *how)
    # The last resort: one file that trips us must not cost the user the others.
    except Exception as defect:  # noqa: BLE001
        return defect_result(task.shown_as, type(defect).__name__, place_of(defect))


def defect_result(path: str, error: str, where: str) -> FileResult:
    """The result for a file over which the program itself failed."""
    facts = {"error": error, "where": where}
    return FileResult(path, "unreadable", (Finding(INTERNAL_ERROR, "error", facts=facts),))


def place_of(error: BaseException) -> str:
    """Where the exception arose, as ``module.py:line``: enough to report, no traceback."""
    trace = error.__traceback__
    if trace is None:
        return "?"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


@cache
def rules_of(packs: tuple[Path, ...]) -> RuleSet:
    """The rules that come with the tool and those of ``packs``, read once in a process.

    Raises ``PackErrors``.
    """
    from linter.engine.packs import load_rules

    return load_rules(packs)


def forget_rules() -> None:
    """Lets rule packs be read anew: somebody may have changed them."""
    rules_of.cache_clear()
    _selected.cache_clear()


@cache
def _selected(packs: tuple[Path, ...], ids: frozenset[str]) -> RuleSet:
    return rules_of(packs).only(ids)
