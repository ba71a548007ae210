"""What is installed from the wheel works without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path, PurePosixPath

import pytest

import linter

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and with the wheel that was built from the unpacked sdist."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def wheel(built: Path) -> Iterator[zipfile.ZipFile]:
    (file,) = built.glob("*.whl")
    with zipfile.ZipFile(file) as archive:
        yield archive


def _files(folder: str, becomes: str) -> set[str]:
    return {
        str(PurePosixPath(becomes, file.relative_to(ROOT / folder).as_posix()))
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(
    wheel: zipfile.ZipFile,
) -> None:
    expected = (
        _files("linter", "linter")
        | _files("schemas", "linter/data/schemas")
        | _files("rules", "linter/data/rules")
    )
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert held == expected
    assert {"linter/py.typed", "linter/data/schemas/2021/report.schema.json"} <= held
    assert any(name.startswith("linter/data/rules/") for name in held)


def test_the_metadata_say_what_it_is_and_what_it_needs(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = Parser().parsestr(wheel.read(name).decode())
    assert metadata["Name"] == "nianbao"
    assert metadata["Version"] == linter.__version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "Apache-2.0"
    needs = [need for need in metadata.get_all("Requires-Dist", []) if "extra ==" not in need]
    names = sorted(need.split(">=")[0] for need in needs)
    assert names == ["jinja2", "jsonschema", "lark", "rapidfuzz", "rich", "selectolax"]


def test_the_sdist_holds_all_that_a_developer_needs(built: Path) -> None:
    (file,) = built.glob("*.tar.gz")
    with tarfile.open(file) as archive:
        held = {str(PurePosixPath(*PurePosixPath(name).parts[1:])) for name in archive.getnames()}
    alone = {"LICENSE", "Makefile", "README.md", "README.zh-CN.md", "pyproject.toml"}
    folders = ("linter", "schemas", "rules", "tests", "examples", "docs", "benchmarks")
    assert alone <= held
    assert not [path for name in folders for path in _files(name, name) if path not in held]


def test_the_wheel_checks_a_report_far_from_the_checkout(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    installed = tmp_path / "installed"
    wheel.extractall(installed)
    report = tmp_path / "report.txt"
    report.write_bytes((ROOT / "examples/faulty/2023-yunting-town.txt").read_bytes())
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "NIANBAO_CACHE_DIR": str(tmp_path / "cache"),
    }
    where = "import linter.resources as r; print(r.SCHEMAS, r.RULES)"
    data = installed / "linter" / "data"
    assert _run(["-c", where], environment, tmp_path) == (
        0,
        f"{data / 'schemas'} {data / 'rules'}\n",
    )
    status, shown = _run(["-m", "linter", "check", "report.txt"], environment, tmp_path)
    assert status == 1
    assert "A301" in shown


def _run(arguments: list[str], environment: dict[str, str], folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout
