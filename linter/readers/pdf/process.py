"""The process that reads PDF files: started at the first, ended by what it cannot stand."""

from __future__ import annotations

import atexit
import importlib.util
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any, cast

from linter.model.problem import InputProblem

SECONDS = 10.0
"""How long the reading of one file may take; a report of ten pages takes a tenth of one."""

_LIBRARY = "pypdfium2_raw"


def pdfium_answer(data: bytes) -> tuple[dict[str, Any], memoryview]:
    """What PDFium finds in ``data``: the header of ``worker`` and the arrays behind it.

    Raises E904 where PDFium breaks down over the file, E906 where it takes too long, E911 where
    it is not installed.
    """
    worker = _worker()
    try:
        body = worker.ask(data)
    except OSError:
        body = b""
    if not body:
        worker.end()
        _workers.clear()
        if worker.late:
            raise InputProblem(
                "E906", limit="pdf-seconds", found=int(SECONDS), allowed=int(SECONDS)
            )
        raise InputProblem("E904", reason="pdf-crash")
    head, _, _ = body.partition(b"\n")
    return json.loads(head), memoryview(body)[len(head) + 1 :]


class _Worker:
    """One process and the pipes to it."""

    def __init__(self, library: str) -> None:
        script = Path(__file__).with_name("worker.py")
        self.process = subprocess.Popen(  # noqa: S603 - this program's own interpreter and file
            [sys.executable, "-I", "-S", str(script), library],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.late = False
        self._requests = cast("IO[bytes]", self.process.stdin)
        self._answers = cast("IO[bytes]", self.process.stdout)

    def ask(self, data: bytes) -> bytes:
        """The answer, empty where the process died over the question."""
        alarm = threading.Timer(SECONDS, self._stop)
        alarm.daemon = True
        alarm.start()
        try:
            self._requests.write(len(data).to_bytes(8, "big") + data)
            self._requests.flush()
            head = self._answers.read(8)
            body = self._answers.read(int.from_bytes(head, "big")) if len(head) == 8 else b""
            return body if len(body) == int.from_bytes(head, "big") else b""
        finally:
            alarm.cancel()

    def _stop(self) -> None:
        self.late = True
        self.process.kill()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


_workers: dict[int, _Worker] = {}  # by process: a forked one must not share its parent's pipes


def _worker() -> _Worker:
    own = os.getpid()
    if own not in _workers:
        found = importlib.util.find_spec(_LIBRARY)
        if found is None or found.origin is None:
            raise InputProblem("E911", format="PDF", extra="nianbao[pdf]")
        _workers.clear()
        _workers[own] = _Worker(str(Path(found.origin).parent.parent))
        atexit.register(_workers[own].end)
    return _workers[own]
