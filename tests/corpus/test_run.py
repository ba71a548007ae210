"""Many files give the same results in the same order, however many processes check them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import linter.pipeline
from linter.corpus import run as run_module
from linter.corpus import workers
from linter.corpus.checking import Plan, Task, place_of
from linter.corpus.run import SERIAL_UP_TO, checked
from linter.model.finding import FileResult
from tests.cli.conftest import report_bytes

_PLAN = Plan((), frozenset({"A301", "A302", "A303", "E900", "E901", "E902"}))


class _Deadly:
    """Something that kills the process which receives it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


def _tasks(folder: Path, count: int) -> list[Task]:
    tasks = []
    for number in range(count):
        file = folder / f"{number}.txt"
        file.write_bytes(report_bytes(more_applications=number % 3))
        tasks.append(Task(file, file.name, _PLAN))
    return tasks


def _deadly(name: str) -> Task:
    # What the workers receive is not what the types promise; that is the point.
    path: Any = _Deadly()
    return Task(path, name, _PLAN)


def test_processes_change_nothing(tmp_path: Path) -> None:
    tasks = [
        *_tasks(tmp_path, 40),
        Task(tmp_path / "gone.txt", "gone.txt", _PLAN),
        Task(tmp_path / "-", "-", _PLAN, report_bytes(more_applications=7)),
    ]
    serial = list(checked(tasks, 1))
    assert [result.path for result in serial] == [task.shown_as for task in tasks]
    assert {finding.rule for result in serial for finding in result.findings} >= {"A301", "E901"}
    assert list(checked(tasks, 2)) == serial


def test_a_worker_that_dies_costs_only_the_file_at_fault(tmp_path: Path) -> None:
    tasks = _tasks(tmp_path, 40)
    tasks[3:3] = [_deadly("first")]
    tasks[30:30] = [_deadly("second"), _deadly("third")]
    results = list(checked(tasks, 2))
    assert [result.path for result in results] == [task.shown_as for task in tasks]
    dead = [result for result in results if result.path in ("first", "second", "third")]
    for result in dead:
        assert result.status == "unreadable"
        assert [(f.rule, f.facts["error"]) for f in result.findings] == [("E900", "WorkerDied")]
    assert all(result.status == "checked" for result in results if result not in dead)


def test_a_pool_that_broke_meanwhile_takes_no_more_chunks(tmp_path: Path) -> None:
    pool = workers.worker_pool(1)
    assert pool.submit(os._exit, 9).exception() is not None
    results = list(workers.checked_in_parallel(_tasks(tmp_path, 20), 1, pool))
    assert [result.status for result in results] == ["checked"] * 20


@pytest.mark.parametrize(
    ("files", "parallel"), [(1, False), (SERIAL_UP_TO, False), (SERIAL_UP_TO + 1, True)]
)
def test_workers_are_started_for_many_files_only(
    monkeypatch: pytest.MonkeyPatch, files: int, parallel: bool
) -> None:
    started: list[int] = []

    def pool(jobs: int) -> None:
        started.append(jobs)

    def in_parallel(tasks: list[Task], jobs: int, pool: None) -> Iterator[FileResult]:
        return iter(())

    monkeypatch.setattr(workers, "worker_pool", pool)
    monkeypatch.setattr(workers, "checked_in_parallel", in_parallel)
    monkeypatch.setattr(run_module, "check_task", lambda task: None)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2})
    tasks = [Task(Path("a"), "a", _PLAN)] * files
    list(checked(tasks))
    assert started == ([3] if parallel else [])
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 5)
    list(checked(tasks))
    assert started == ([3, 5] if parallel else [])


def test_a_system_without_means_for_workers_checks_without_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(jobs: int) -> None:
        raise OSError(38, "not implemented")

    monkeypatch.setattr(workers, "worker_pool", refuse)
    assert [r.status for r in checked(_tasks(tmp_path, 3), 2)] == ["checked"] * 3


def test_a_defect_names_its_kind_and_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def defective(*_: object) -> FileResult:
        raise RecursionError

    monkeypatch.setattr(linter.pipeline, "check_file", defective)
    [result] = checked([Task(tmp_path, "a.txt", _PLAN)])
    [finding] = result.findings
    assert (result.status, finding.rule, finding.severity) == ("unreadable", "E900", "error")
    assert finding.facts["error"] == "RecursionError"
    assert str(finding.facts["where"]).startswith("test_run.py:")


def test_an_exception_from_nowhere_has_no_place() -> None:
    assert place_of(ValueError()) == "?"
