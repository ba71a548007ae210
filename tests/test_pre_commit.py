"""The hook, as the real pre-commit program installs and runs it for a user's repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = (
    ".pre-commit-hooks.yaml",
    "LICENSE",
    "README.md",
    "linter",
    "pyproject.toml",
    "rules",
    "schemas",
)
CONFIGURATION = """\
repos:
  - repo: {hooks}
    rev: {revision}
    hooks:
      - id: {hook}
        files: ^reports/
"""


def test_a_faulty_report_blocks_the_commit_and_a_clean_one_passes(tmp_path: Path) -> None:
    environment = _environment(tmp_path)
    office = _office(tmp_path, "nianbao", environment)
    reports = office / "reports"
    (office / "README.md").write_text("No report, and outside of reports/.\n", encoding="utf-8")
    (reports / "figures.csv").write_text("no format that is read\n", encoding="utf-8")

    _put(ROOT / "examples/faulty/2023-yunting-town.txt", reports / "2023.txt")
    blocked = _commit(office, environment)
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    assert "2023.txt" in blocked.stdout + blocked.stderr
    assert "A301" in blocked.stdout + blocked.stderr
    assert _git(office, environment, "rev-list", "--all").stdout == ""

    _put(ROOT / "examples/clean/2023-wutongli-subdistrict.txt", reports / "2023.txt")
    passed = _commit(office, environment)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout + passed.stderr
    assert _git(office, environment, "rev-list", "--all").stdout.count("\n") == 1


def test_the_fixing_hook_mends_what_is_safe_and_passes_the_second_time(tmp_path: Path) -> None:
    environment = _environment(tmp_path)
    office = _office(tmp_path, "nianbao-fix", environment)
    report = office / "reports" / "2023.txt"
    _put(ROOT / "examples/faulty/2023-yunting-town.txt", report)
    before = report.read_text(encoding="utf-8")

    blocked = _commit(office, environment)
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    assert "files were modified by this hook" in blocked.stdout + blocked.stderr
    after = report.read_text(encoding="utf-8")
    assert after == before.replace("\t规范性文件", "\t行政规范性文件")
    assert sorted(file.name for file in report.parent.iterdir()) == ["2023.txt"]

    passed = _commit(office, environment)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert report.read_text(encoding="utf-8") == after


def _office(tmp_path: Path, hook: str, environment: dict[str, str]) -> Path:
    """A repository for reports that uses ``hook``."""
    hooks = _repository_of_the_hook(tmp_path / "hooks", environment)
    office = tmp_path / "office"
    (office / "reports").mkdir(parents=True)
    _git(office, environment, "init", "--quiet")
    revision = _git(hooks, environment, "rev-parse", "HEAD").stdout.strip()
    configuration = CONFIGURATION.format(hooks=hooks.as_posix(), revision=revision, hook=hook)
    (office / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    install = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(install, cwd=office, env=environment, check=True, capture_output=True)
    return office


def _environment(tmp_path: Path) -> dict[str, str]:
    """No settings of the machine's git, no hook that may be running around this test."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **inherited,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A clerk",
        "GIT_AUTHOR_EMAIL": "clerk@example.org",
        "GIT_COMMITTER_NAME": "A clerk",
        "GIT_COMMITTER_EMAIL": "clerk@example.org",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "NIANBAO_CACHE_DIR": str(tmp_path / "cache"),
    }


def _repository_of_the_hook(folder: Path, environment: dict[str, str]) -> Path:
    folder.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / part, ignore=ignored)
        else:
            _put(source, folder / part)
    _git(folder, environment, "init", "--quiet")
    _git(folder, environment, "add", "--all")
    _git(folder, environment, "commit", "--quiet", "--message", "The hook")
    return folder


def _put(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes())


def _commit(folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    _git(folder, environment, "add", "--all")
    command = ["git", "commit", "--message", "This year's report"]
    return _run(command, folder, environment)


def _git(
    folder: Path, environment: dict[str, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    done = _run(["git", *arguments], folder, environment)
    assert done.returncode == 0, done.stderr
    return done


def _run(
    command: list[str], folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
