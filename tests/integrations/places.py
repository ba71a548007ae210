"""What the tests of integrations have in common."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BIN = Path(sys.executable).parent


def ran(
    command: list[str | Path], folder: Path = ROOT, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """``command`` run in ``folder``, with ``environment`` besides the test's own."""
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def command_in(folder: Path) -> Path:
    """A folder for ``PATH`` in which ``nianbao`` is this checkout."""
    folder.mkdir()
    command = folder / "nianbao"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m linter "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    return folder


def valid(schema: str, file: Path) -> None:
    """Asserts that ``file`` is valid by a schema that check-jsonschema brings along."""
    checked = ran([BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", file])
    assert checked.returncode == 0, checked.stdout + checked.stderr
