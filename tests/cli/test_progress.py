"""A progress bar where a person watches, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from linter.cli.progress import followed


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _shown(
    stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, *, total: int = 50, quiet: bool = False
) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    assert list(followed(range(total), total, "zh", quiet=quiet)) == list(range(total))
    return stream.getvalue()


def test_a_person_sees_progress_on_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "正在检查" in _shown(_Terminal(), monkeypatch)


def test_few_files_and_quiet_runs_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(_Terminal(), monkeypatch, total=3) == ""
    assert _shown(_Terminal(), monkeypatch, quiet=True) == ""


def test_ci_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert _shown(_Terminal(), monkeypatch) == ""


def test_a_log_file_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(io.StringIO(), monkeypatch) == ""
