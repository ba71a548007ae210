"""The command as a process: streams that close, interruptions, start-up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_COMMAND = [sys.executable, "-m", "linter"]


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_ROOT), **more}


def _run(
    *arguments: str,
    stdout: int | IO[bytes] = subprocess.PIPE,
    stderr: int = subprocess.PIPE,
    **environment: str,
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*_COMMAND, *arguments],
        stdout=stdout,
        stderr=stderr,
        env=_environment(**environment),
        check=False,
    )


def test_it_runs_as_a_module() -> None:
    outcome = _run("--version")
    assert outcome.returncode == 0
    assert outcome.stdout.startswith(b"nianbao ")


def test_a_reader_who_leaves_is_no_mistake(bad: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outcome = _run("check", str(bad), stdout=writing)
    os.close(writing)
    assert (outcome.returncode, outcome.stderr) == (1, b"")


def test_a_reader_who_leaves_a_stream_named_as_output_is_no_mistake(bad: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outcome = _run("check", str(bad), "--output", "/dev/stdout", stdout=writing)
    os.close(writing)
    assert (outcome.returncode, outcome.stderr) == (1, b"")


def test_nobody_listening_to_mistakes_is_no_mistake() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outcome = _run("check", stderr=writing)
    os.close(writing)
    assert (outcome.returncode, outcome.stdout) == (2, b"")


def test_a_full_disk_is_reported(good: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        outcome = _run("check", str(good), stdout=full)
    assert outcome.returncode == 2
    assert outcome.stderr.decode() == "nianbao check：错误：无法输出：磁盘空间不足\n"


def test_output_may_be_a_stream(bad: Path) -> None:
    outcome = _run("check", str(bad), "--output", "/dev/stdout")
    assert outcome.returncode == 1
    assert b": A301 " in outcome.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
def test_an_encoding_without_our_characters_breaks_nothing(bad: Path, encoding: str) -> None:
    outcome = _run("check", str(bad), PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (outcome.returncode, outcome.stderr) == (1, b"")


def test_a_file_name_that_is_no_text_breaks_nothing(tmp_path: Path) -> None:
    outcome = _run("check", os.fsdecode(b"gone-\xff.txt"))
    assert outcome.returncode == 2
    assert b"E901" in outcome.stdout


def test_ctrl_c_ends_it_quietly_with_130() -> None:
    process = subprocess.Popen(
        [*_COMMAND, "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    )
    stat = Path(f"/proc/{process.pid}/wchan")
    deadline = time.monotonic() + 20
    while "pipe" not in stat.read_text() and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("check", "--help")])
def test_what_needs_no_report_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    code = (
        "import sys; before = set(sys.modules);"
        "from linter.cli.main import main; main(sys.argv[1:]);"
        "print(*sys.modules.keys() - before, file=sys.stderr)"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {
        "rich", "lark", "jsonschema", "selectolax", "rapidfuzz", "multiprocessing", "asyncio",
        "tomllib", "difflib", "zipfile", "jinja2", "linter.pipeline", "linter.engine",
        "linter.structure",
    }  # fmt: skip
    assert heavy.isdisjoint(outcome.stderr.split())
