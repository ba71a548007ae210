"""What a person signs for each file of a run: its hash and every identity evaluated."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from linter.corpus.checking import Plan, Task, rules_of
from linter.engine.balances import Identities
from linter.model.finding import FileResult
from linter.reporting.run import Worksheet


def worksheets_of(tasks: Iterable[Task], results: Iterable[FileResult]) -> Mapping[str, Worksheet]:
    """The worksheets by the paths of the files, with the identities of rules that were on."""
    identities: dict[Plan, Identities] = {}
    worksheets = {}
    for task, result in zip(tasks, results, strict=True):
        plan, report = task.plan, result.report
        if plan not in identities:
            identities[plan] = Identities(rules_of(plan.packs).only(plan.rules))
        balances = identities[plan].balances(report, result.outcomes) if report else ()
        worksheets[result.path] = Worksheet(_sha256(task), balances)
    return worksheets


def _sha256(task: Task) -> str | None:
    """The hash of what was checked; None where it cannot be read a second time."""
    if task.data is not None:
        return hashlib.sha256(task.data).hexdigest()
    if not task.path.is_file():
        return None
    try:
        with task.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
