"""Which configuration governs a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.configuration.files import configuration_file
from linter.configuration.lookup import Configurations
from linter.configuration.model import NO_CONFIGURATION


def test_the_nearest_configuration_upwards_governs(tmp_path: Path) -> None:
    inner = tmp_path / "reports" / "2023"
    inner.mkdir(parents=True)
    (tmp_path / "nianbao.toml").write_text('lang = "en"')
    configurations = Configurations()
    assert configurations.governing(inner).file == tmp_path / "nianbao.toml"
    assert configurations.governing(tmp_path).lang == "en"


def test_a_folder_of_its_own_has_its_own(tmp_path: Path) -> None:
    inner = tmp_path / "reports"
    inner.mkdir()
    (tmp_path / "nianbao.toml").write_text('lang = "en"')
    (inner / "pyproject.toml").write_text('[tool.nianbao]\nfail_on = "info"')
    configurations = Configurations()
    assert configurations.governing(inner).fail_on == "info"
    assert configurations.governing(inner).lang is None


def test_our_own_file_goes_before_a_shared_one(tmp_path: Path) -> None:
    (tmp_path / "nianbao.toml").write_text("")
    (tmp_path / "pyproject.toml").write_text("[tool.nianbao]")
    assert configuration_file(tmp_path) == tmp_path / "nianbao.toml"


@pytest.mark.parametrize(
    "text",
    ['[project]\nname = "x"', '[project]\nname = "nianbao"', 'tool = "nianbao"', "nianbao = ["],
)
def test_a_pyproject_without_a_section_of_ours_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert configuration_file(tmp_path) is None


def test_a_pyproject_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").mkdir()
    assert configuration_file(tmp_path) is None


@pytest.mark.parametrize("name", ["gbk", "nesting"])
def test_a_broken_pyproject_that_names_our_section_is_reported(tmp_path: Path, name: str) -> None:
    broken = {"gbk": "# 年报".encode("gbk"), "nesting": b"x = " + b"[" * 20_000}[name]
    (tmp_path / "pyproject.toml").write_bytes(b"[tool.nianbao]\n" + broken)
    configurations = Configurations()
    assert configurations.governing(tmp_path) is NO_CONFIGURATION
    assert len(configurations.problems) == 1


def test_without_any_file_nothing_is_configured(tmp_path: Path) -> None:
    assert Configurations().governing(tmp_path) is NO_CONFIGURATION


def test_a_file_named_governs_everything(tmp_path: Path) -> None:
    (tmp_path / "nianbao.toml").write_text('lang = "en"')
    (tmp_path / "ci.toml").write_text('lang = "zh"')
    configurations = Configurations(tmp_path / "ci.toml")
    assert configurations.governing(tmp_path).lang == "zh"


def test_a_broken_file_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "nianbao.toml").write_text("lang =")
    inner = tmp_path / "a"
    inner.mkdir()
    configurations = Configurations()
    assert configurations.governing(inner) is NO_CONFIGURATION
    assert configurations.governing(tmp_path) is NO_CONFIGURATION
    assert len(configurations.problems) == 1
