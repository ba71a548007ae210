"""``integrations/gitlab-ci.yml``: valid for GitLab, and its job run as a runner runs it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import junitparser
import pytest
import yaml

from tests.integrations.places import ROOT, command_in, ran, valid

_FILE = ROOT / "integrations" / "gitlab-ci.yml"
_JOB = yaml.safe_load(_FILE.read_bytes())["nianbao"]


def _job(folder: Path, **variables: str) -> CompletedProcess[str]:
    """The job's script; the runner joins its lines and stops at the first that fails."""
    own = {name: str(value) for name, value in _JOB["variables"].items()}
    own["NIANBAO_CACHE_DIR"] = str(folder / ".cache" / "nianbao")
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    script = "set -eo pipefail\n" + "\n".join(_JOB["script"])
    return ran(["bash", "-c", script], folder, {**own, **variables, "PATH": path})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    command_in(tmp_path / "bin")
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def test_the_template_is_valid() -> None:
    valid("gitlab-ci", _FILE)


def test_the_job_leaves_the_reports_that_gitlab_collects(project: Path) -> None:
    done = _job(project, NIANBAO_PATHS="examples/faulty examples/clean")
    assert done.returncode == 1, done.stderr

    reports = _JOB["artifacts"]["reports"]
    issues = json.loads((project / reports["codequality"]).read_bytes())
    suites = junitparser.JUnitXml.fromfile(str(project / reports["junit"]))
    assert len(issues) == sum(case.name != "未发现问题" for suite in suites for case in suite)
    assert {issue["location"]["path"] for issue in issues} == {
        "examples/faulty/2023-yunting-town.txt",
        "examples/faulty/2024-culture-bureau.docx",
    }


def test_the_job_passes_for_reports_in_order_and_takes_options(project: Path) -> None:
    done = _job(project, NIANBAO_PATHS="examples/clean", NIANBAO_OPTIONS="--lang en --quiet")

    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((project / "gl-code-quality-report.json").read_bytes()) == []
