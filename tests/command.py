"""The command as a user starts it: exit status, output, and what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """``seconds`` of wall time, ``peak`` of memory in bytes."""

    status: int
    output: str
    errors: str
    seconds: float
    peak: int

    @property
    def data(self) -> Any:
        """The output as JSON."""
        return json.loads(self.output)


def nianbao(*arguments: str | Path, folder: Path, stdin: bytes = b"", limit: float = 30) -> Outcome:
    """Run ``nianbao ARGUMENTS`` in ``folder``; killed after ``limit`` seconds.

    ``folder`` takes what the command writes to its standard output.
    """
    out, err, given = folder / ".stdout", folder / ".stderr", folder / ".stdin"
    given.write_bytes(stdin)
    # Not traced: what it costs is what it costs a user.
    untraced = {key: value for key, value in os.environ.items() if key[:8] != "COVERAGE"}
    environment = {**untraced, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "linter", *map(str, arguments)]
    with out.open("wb") as output, err.open("wb") as errors, given.open("rb") as source:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, stdin=source, stdout=output, stderr=errors, env=environment
        )
        status, peak = _waited(process, limit)
    seconds = time.monotonic() - start
    return Outcome(status, _text(out), _text(err), seconds, peak)


def checked_files(
    *paths: Path, folder: Path, options: Sequence[str] = (), limit: float = 30
) -> Outcome:
    """``nianbao check PATHS --format json``."""
    return nianbao("check", *paths, "--format", "json", *options, folder=folder, limit=limit)


def _waited(process: subprocess.Popen[bytes], limit: float) -> tuple[int, int]:
    deadline = time.monotonic() + limit
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage.ru_maxrss * 1024
        if time.monotonic() > deadline:
            process.kill()
        time.sleep(0.005)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")
