"""The command line run inside the test, in an empty folder, in nobody's environment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from linter.cli.main import main
from tests.examples import example_report
from tests.rendering import BY_NAME


@dataclass(frozen=True, slots=True)
class Told:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


Nianbao = Callable[..., Told]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    own = ("NIANBAO_LANG", "NIANBAO_TRACEBACK", "NIANBAO_RULE_PAGES")
    for variable in (*own, "CI", "GITHUB_STEP_SUMMARY", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def nianbao(capsys: pytest.CaptureFixture[str]) -> Nianbao:
    """``nianbao("check", path, …)``."""

    def run(*arguments: str | Path) -> Told:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Told(status, captured.out, captured.err)

    return run


def report_bytes(more_applications: int = 0) -> bytes:
    """A consistent report as text; with ``more_applications`` its third table is not."""
    data = example_report()
    data["tables"]["applications"]["new"]["natural_person"] += more_applications
    return BY_NAME["txt-cell-a-line"].print(data)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A report in which nothing is wrong."""
    file = tmp_path / "good.txt"
    file.write_bytes(report_bytes())
    return file


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A report whose third table does not balance."""
    file = tmp_path / "bad.txt"
    file.write_bytes(report_bytes(more_applications=5))
    return file
