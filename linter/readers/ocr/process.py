"""The process that reads scans: started at the first, ended by what it cannot stand."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any, cast

from linter.model.problem import InputProblem

SECONDS = 120.0
"""How long the reading of one page may take; on one core it takes some ten."""

EXTRA = "nianbao[ocr]"


def is_installed() -> bool:
    """Whether what reads pictures is there."""
    from linter.readers.ocr.engine import model_path

    return model_path() is not None


def recognised_pages(data: bytes) -> tuple[str, list[dict[str, Any]]]:
    """The name of the model and what it reads on each page of ``data``, as ``page`` says.

    Raises E904 where a decoder breaks down over the file, E906 where it takes too long or is
    too large.
    """
    worker = _worker()
    pages: list[dict[str, Any]] = []
    try:
        worker.ask(data)
        while not {"end", "rule"} & (answer := worker.answer()).keys():
            pages.append(answer)
    except (OSError, EOFError) as error:
        worker.end()
        _workers.clear()
        if worker.late:
            seconds = int(SECONDS)
            raise InputProblem(
                "E906", limit="ocr-seconds", found=seconds, allowed=seconds
            ) from error
        raise InputProblem("E904", reason="ocr-crash") from error
    if "rule" in answer:
        raise InputProblem(answer["rule"], **answer["facts"])
    return answer["end"], pages


class _Worker:
    """One process and the pipes to it."""

    def __init__(self, model: Path) -> None:
        script = Path(__file__).with_name("worker.py")
        paths = [str(script.parents[3]), *(path for path in sys.path if path)]
        self.process = subprocess.Popen(  # noqa: S603 - this program's own interpreter and file
            [sys.executable, "-I", str(script), str(model), *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.late = False
        self._requests = cast("IO[bytes]", self.process.stdin)
        self._answers = cast("IO[bytes]", self.process.stdout)

    def ask(self, data: bytes) -> None:
        with self._limited():
            self._requests.write(len(data).to_bytes(8, "big") + data)
            self._requests.flush()

    def answer(self) -> dict[str, Any]:
        """One answer; EOFError where the process died over the question."""
        with self._limited():
            size = int.from_bytes(self._exactly(8), "big")
            answer: dict[str, Any] = json.loads(self._exactly(size))
            return answer

    def _exactly(self, count: int) -> bytes:
        found = self._answers.read(count)
        if len(found) < count:
            raise EOFError
        return found

    def _limited(self) -> _Alarm:
        return _Alarm(self)

    def stop(self) -> None:
        self.late = True
        self.process.kill()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


class _Alarm:
    """Stops a worker that takes longer than it may."""

    def __init__(self, worker: _Worker) -> None:
        self._timer = threading.Timer(SECONDS, worker.stop)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


_workers: dict[int, _Worker] = {}  # by process: a forked one must not share its parent's pipes


def _worker() -> _Worker:
    from linter.readers.ocr.engine import model_path

    own = os.getpid()
    if own not in _workers:
        model = model_path()
        if model is None:
            raise InputProblem("E911", format="PDF", extra=EXTRA)
        _workers.clear()
        _workers[own] = _Worker(model)
        atexit.register(_workers[own].end)
    return _workers[own]
