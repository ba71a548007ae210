"""The commands in the guides for users work as they are written, one after the other."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
_COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)
_FAULTY = "2024-culture-bureau.docx"
_FILES = {
    "report.docx": f"faulty/{_FAULTY}",
    "old.docx": f"faulty/{_FAULTY}",
    "new.docx": "clean/2022-qiaopan-town.docx",
    "report.md": "clean/2024-water-bureau.md",
    "reports/2023.txt": "faulty/2023-yunting-town.txt",
}


def _commands(guide: str) -> list[str]:
    shown = _COMMAND.findall((ROOT / "docs" / guide).read_text(encoding="utf-8"))
    return [command for command in shown if not command.startswith("pip ")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with the files that the guides name, and the command on its path."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "reports").mkdir()
    for name, example in _FILES.items():
        shutil.copyfile(ROOT / "examples" / example, tmp_path / name)
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "x"]):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True)
    program = tmp_path / "bin" / "nianbao"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m linter "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


def _environment(folder: Path) -> dict[str, str]:
    path = os.pathsep.join((str(folder / "bin"), os.environ["PATH"]))
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize("guide", ["fixing.md", "suppression.md", "comparing.md", "editors.md"])
def test_every_command_of_a_guide_does_what_it_says(guide: str, folder: Path) -> None:
    commands = _commands(guide)
    assert commands
    for command in commands:
        if "--watch" in command:
            _watched(command, folder)
            continue
        ran = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=_environment(folder),
            capture_output=True,
            text=True,
        )
        assert ran.returncode in (0, 1), (command, ran.stderr)
        assert ran.stdout or ran.stderr or list(folder.glob("changes.md")), command


def _watched(command: str, folder: Path) -> None:
    """It checks until it is ended; how it ends is for ``tests/cli/test_watch.py`` to say."""
    watching = subprocess.Popen(
        ["bash", "-c", f"exec {command}"],
        cwd=folder,
        env=_environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert watching.stdout is not None
    assert "2023.txt" in watching.stdout.readline()
    watching.send_signal(signal.SIGINT)
    watching.communicate(timeout=30)
    # 130 where the first check had not quite come to its end.
    assert watching.returncode in (1, 130)
