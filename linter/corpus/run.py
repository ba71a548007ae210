"""All files of a run checked, by one process or by several."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from linter.corpus.checking import Task, check_task
from linter.model.finding import FileResult

SERIAL_UP_TO = 64
"""Below this many files starting workers costs more than it gains."""


def checked(tasks: Sequence[Task], jobs: int | None = None) -> Iterator[FileResult]:
    """The result of each task, in their order, the same however many ``jobs`` there are.

    None chooses by the number of files and of processors.
    """
    processes = jobs or _processes(len(tasks))
    if processes == 1 or len(tasks) < 2:
        yield from map(check_task, tasks)
        return
    from linter.corpus.workers import checked_in_parallel, worker_pool

    try:
        pool = worker_pool(processes)
    except (OSError, ImportError, NotImplementedError):
        # A system without shared semaphores: slower, and the same results.
        yield from map(check_task, tasks)
        return
    yield from checked_in_parallel(tasks, processes, pool)


def _processes(files: int) -> int:
    if files <= SERIAL_UP_TO:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
