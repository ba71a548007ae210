"""The guide for people who write reports: its commands work as they stand there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from linter.pipeline import read_report
from tests.cli.conftest import Nianbao, nianbao

__all__ = ["nianbao"]

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "writing-a-report.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def test_every_command_of_the_guide_works_in_its_turn(
    nianbao: Nianbao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples" / "clean", tmp_path / "examples" / "clean")
    (data,) = _blocks("toml")
    (tmp_path / "data.toml").write_text(data, encoding="utf-8")

    for line in "".join(_blocks("console")).splitlines():
        _, program, *arguments = shlex.split(line)
        told = nianbao(*arguments)
        assert program == "nianbao"
        assert told.status == 0, f"{line}\n{told.out}{told.err}"

    filled, again = (
        read_report((tmp_path / name).read_bytes(), name) for name in ("filled.docx", "filled.html")
    )
    assert filled.value("applications.results_total.total").value == 6
    assert {cell: value.value for cell, value in filled.values.items()} == {
        cell: value.value for cell, value in again.values.items()
    }
