"""The fixes of a run as characters that change, for the formats that tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.corpus.checking import Task
from linter.model.finding import FileResult
from linter.model.fix import Replacement


def replacements_of(
    tasks: Iterable[Task], results: Iterable[FileResult]
) -> Mapping[str, tuple[tuple[Replacement, ...], ...]]:
    """What the fixes replace, by the path of the file; without files that nothing mends."""
    found = {}
    for task, result in zip(tasks, results, strict=True):
        if any(finding.fix for finding in result.findings):
            found[result.path] = _replacements(task, result)
    return found


def _replacements(task: Task, result: FileResult) -> tuple[tuple[Replacement, ...], ...]:
    from linter.repair.replacements import replacements

    try:
        data = task.path.read_bytes() if task.data is None else task.data
    except OSError:
        # It was there when it was checked; without it there is nothing to replace.
        return ((),) * len(result.findings)
    return replacements(data, task.path.name, result.findings)
