"""``action.yml``: its steps, run as GitHub's runner runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml

from tests.integrations.places import BIN, ROOT, command_in, ran, valid

_ACTION = yaml.safe_load((ROOT / "action.yml").read_bytes())
_SETUP, _INSTALL, _CHECK = _ACTION["runs"]["steps"]
_GITHUB = {"github.action_repository": "office/nianbao", "github.action_ref": "v0.1.0"}


def _step(
    step: Any, folder: Path, environment: Mapping[str, str], **inputs: str
) -> CompletedProcess[str]:
    """One step with ``run``, by the shell that ``shell: bash`` means."""
    given = {f"inputs.{name}": data["default"] for name, data in _ACTION["inputs"].items()}
    given |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    context = {**_GITHUB, **given}
    own = {
        name: re.sub(r"\$\{\{ (\S+) \}\}", lambda match: context[match[1]], value)
        for name, value in step.get("env", {}).items()
    }
    script = folder / ".step.sh"
    script.write_text(step["run"], encoding="utf-8")
    shell: list[str | Path] = ["bash", "--noprofile", "--norc", "-eo", "pipefail", script]
    return ran(shell, folder, {**environment, **own})


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What the runner sets, with a ``nianbao`` that stands for the installed one."""
    path = command_in(tmp_path / "bin")
    return {
        "PATH": f"{path}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_SERVER_URL": "https://github.example.org",
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }


def test_the_action_is_valid() -> None:
    valid("github-actions", ROOT / "action.yml")


def test_no_expression_stands_in_a_script_where_it_could_inject_commands() -> None:
    assert "${{" not in _INSTALL["run"] + _CHECK["run"]
    assert re.fullmatch(r"actions/setup-python@v\d+", _SETUP["uses"])


@pytest.mark.parametrize("step", [_INSTALL, _CHECK])
def test_the_scripts_are_sound(step: Any, tmp_path: Path) -> None:
    script = tmp_path / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    checked = ran([BIN / "shellcheck", "--shell=bash", script])
    assert checked.returncode == 0, checked.stdout


def test_the_action_installs_the_command(tmp_path: Path) -> None:
    ran([sys.executable, "-m", "venv", tmp_path / "venv"])
    binaries = tmp_path / "venv" / "bin"
    environment = {
        "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_ACTION_PATH": str(ROOT),
        "PYTHONPATH": "",
    }
    installed = _step(_INSTALL, tmp_path, environment)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    assert ran([binaries / "nianbao", "--version"], tmp_path, {"PYTHONPATH": ""}).returncode == 0


def test_faulty_reports_fail_the_step_with_annotations_summary_and_sarif(
    workspace: Path, environment: dict[str, str]
) -> None:
    done = _step(
        _CHECK, workspace, environment, paths="examples/faulty\n", sarif="my findings.sarif"
    )

    assert done.returncode == 1, done.stderr
    assert "::error file=examples/faulty/2023-yunting-town.txt,line=" in done.stdout
    assert Path(environment["GITHUB_OUTPUT"]).read_text("utf-8") == "exit-status=1\n"
    summary = Path(environment["GITHUB_STEP_SUMMARY"]).read_text("utf-8")
    pages = "https://github.example.org/office/nianbao/blob/v0.1.0/docs/rules/"
    assert f"[A301]({pages}A301.md#" in summary
    (run,) = json.loads((workspace / "my findings.sarif").read_bytes())["runs"]
    assert run["invocations"][0]["exitCode"] == 1


def test_reports_in_order_pass_and_options_reach_the_command(
    workspace: Path, environment: dict[str, str]
) -> None:
    (workspace / "examples/clean").rename(workspace / "two words; exit 7")
    done = _step(
        _CHECK,
        workspace,
        environment,
        paths="two words; exit 7\nexamples/faulty/2023-yunting-town.txt",
        options="--select=T209\n--quiet",
        lang="en",
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("::notice file=examples/faulty/2023-yunting-town.txt,line=33")
    assert done.stdout.count("\n") == 1
    assert Path(environment["GITHUB_OUTPUT"]).read_text("utf-8") == "exit-status=0\n"


def test_what_cannot_be_checked_fails_the_step(
    workspace: Path, environment: dict[str, str]
) -> None:
    assert _step(_CHECK, workspace, environment, paths="missing").returncode == 2
    assert Path(environment["GITHUB_OUTPUT"]).read_text("utf-8") == "exit-status=2\n"
