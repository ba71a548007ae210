"""Many files checked at once, in order, and none lost when a worker dies."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_all_start_methods, get_context

from linter.corpus.checking import Task, check_task, defect_result
from linter.model.finding import FileResult

_CHUNK = 16
_CHUNKS_AHEAD = 3
_DIED, _WHERE = "WorkerDied", "workers.py"

Chunk = tuple[Task, ...]


def checked_in_parallel(
    tasks: Sequence[Task], jobs: int, pool: ProcessPoolExecutor
) -> Iterator[FileResult]:
    """The result of each task, in their order, from ``pool`` and its like of ``jobs`` workers.

    Only a few chunks are under way at a time. When a worker dies (killed, out of memory),
    these are checked again one file at a time, so that only the file at fault becomes a
    finding; then the rest goes on as before.
    """
    chunks = iter(_chunks(tasks))
    under_way: deque[tuple[Chunk, Future[list[FileResult]]]] = deque()
    try:
        while True:
            ahead = jobs * _CHUNKS_AHEAD - len(under_way)
            under_way.extend((chunk, _submit(pool, chunk)) for chunk in islice(chunks, ahead))
            if not under_way:
                return
            chunk, future = under_way.popleft()
            if isinstance(future.exception(), BrokenProcessPool):
                suspects = (chunk, *(later for later, _ in under_way))
                under_way.clear()
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _one_at_a_time(task for suspect in suspects for task in suspect)
                pool = worker_pool(jobs)
            else:
                yield from future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, chunk: Chunk) -> Future[list[FileResult]]:
    """The chunk's future; in a pool that broke meanwhile it has failed already."""
    try:
        return pool.submit(_check_chunk, chunk)
    except BrokenProcessPool as broken:
        failed: Future[list[FileResult]] = Future()
        failed.set_exception(broken)
        return failed


def _one_at_a_time(tasks: Iterable[Task]) -> Iterator[FileResult]:
    pool = worker_pool(1)
    try:
        for task in tasks:
            future = pool.submit(check_task, task)
            if isinstance(future.exception(), BrokenProcessPool):
                yield defect_result(task.shown_as, _DIED, _WHERE)
                pool.shutdown(wait=False)
                pool = worker_pool(1)
            else:
                yield future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def worker_pool(jobs: int) -> ProcessPoolExecutor:
    """A pool of ``jobs`` processes; an ``OSError``, ``ImportError`` or
    ``NotImplementedError`` where the system has no means for one.
    """
    # Never by fork: the caller may have threads (a progress bar).
    methods = get_all_start_methods()
    context = get_context("forkserver" if "forkserver" in methods else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that the user sees; the workers end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check_chunk(chunk: Chunk) -> list[FileResult]:
    return [check_task(task) for task in chunk]


def _chunks(tasks: Sequence[Task]) -> Iterator[Chunk]:
    for start in range(0, len(tasks), _CHUNK):
        yield tuple(tasks[start : start + _CHUNK])
