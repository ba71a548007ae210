"""``nianbao lsp`` as a command: how it starts, what it lacks, how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import linter.language_server.server
from linter.cli.main import main
from linter.language_server.service import CannotCheck, Service
from linter.model.rule import Language
from tests.cli.conftest import report_bytes


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NIANBAO_LANG", raising=False)
    return tmp_path


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Service, Language | None]]:
    """What the server was started with."""
    started: list[tuple[Service, Language | None]] = []
    monkeypatch.setattr(
        linter.language_server.server, "serve", lambda *given: started.append(given)
    )
    return started


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("linter.language_server.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    assert main(["lsp"]) == 2
    assert capsys.readouterr().err == (
        "nianbao lsp：错误：语言服务器需要 pygls 2，请安装：pip install 'nianbao[lsp]'\n"
    )
    assert main(["lsp", "--lang", "en"]) == 2
    assert "pip install 'nianbao[lsp]'" in capsys.readouterr().err


def test_another_module_that_is_missing_is_a_defect(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "linter.language_server.server")
    monkeypatch.setitem(sys.modules, "linter.language_server.hover", None)
    assert main(["lsp"]) == 2
    assert "ModuleNotFoundError" in capsys.readouterr().err


def test_it_speaks_the_language_that_was_asked_for(
    served: list[tuple[Service, Language | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["lsp", "--stdio"]) == 0
    assert main(["lsp", "--lang=en"]) == 0
    monkeypatch.setenv("NIANBAO_LANG", "zh")
    assert main(["lsp"]) == 0
    assert [language for _, language in served] == [None, "en", "zh"]


def test_on_a_terminal_it_says_what_it_waits_for(
    served: list[tuple[Service, Language | None]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert main(["lsp"]) == 0
    assert "Ctrl-C" in capsys.readouterr().err
    assert len(served) == 1


def test_a_configuration_that_is_given_holds_for_every_text(
    served: list[tuple[Service, Language | None]], folder: Path
) -> None:
    (folder / "ours.toml").write_text('lang = "en"\nselect = ["S1"]\n', encoding="utf-8")
    assert main(["lsp", "--config", "ours.toml"]) == 0
    (service, _), *_ = served
    content = report_bytes().replace("行政规范性文件".encode(), "规范性文件".encode())
    run = service.check(folder / "far" / "report.txt", content, None)
    assert run.language == "en"
    assert run.results[0].findings == ()
    (folder / "ours.toml").write_text("select = 1\n", encoding="utf-8")
    service.forget()
    with pytest.raises(CannotCheck, match=r"ours\.toml:1"):
        service.check(folder / "report.txt", content, "en")
    (folder / "ours.toml").write_text('select = ["A999"]\n', encoding="utf-8")
    with pytest.raises(CannotCheck, match="A999"):
        service.check(folder / "report.txt", content, "en")


def test_it_ends_when_the_editor_is_gone(folder: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "linter", "lsp"],
        cwd=root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"")
