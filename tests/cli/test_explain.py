"""``nianbao explain`` and ``nianbao rules``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from linter.resources import RULES
from tests.cli.conftest import Nianbao


@pytest.mark.parametrize("name", ["A301", "a301", "applications-balance", "Applications-Balance"])
def test_a_rule_is_explained_by_id_or_slug(nianbao: Nianbao, name: str) -> None:
    told = nianbao("explain", name)
    assert told.status == 0
    assert told.out.startswith("A301 applications-balance\n")
    assert "国办公开办函〔2021〕30号" in told.out


def test_the_beginning_of_an_id_is_no_rule(nianbao: Nianbao) -> None:
    told = nianbao("explain", "A30")
    assert told.status == 2
    assert "是否想用“A30" in told.err


def test_on_a_terminal_the_explanation_is_drawn(
    nianbao: Nianbao, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in nianbao("explain", "A301").out


def test_all_rules_are_listed_as_text_and_as_json(nianbao: Nianbao) -> None:
    listed = nianbao("rules").out
    rules = json.loads(nianbao("rules", "--format", "json").out)
    assert "A301" in listed
    assert "A301" in json.dumps(rules)
    assert nianbao("rules", "--format", "text").out == listed
    assert nianbao("rules", "--lang", "en").out != listed


def test_rules_can_be_written_to_a_file(nianbao: Nianbao, tmp_path: Path) -> None:
    told = nianbao("rules", "--format", "json", "--output", "rules.json")
    assert told.out == ""
    assert json.loads((tmp_path / "rules.json").read_bytes())


def test_the_configuration_of_the_working_folder_holds(nianbao: Nianbao, tmp_path: Path) -> None:
    (tmp_path / "nianbao.toml").write_text('lang = "en"')
    assert "errors" not in nianbao("rules", "--lang", "zh").out
    assert nianbao("rules").out == nianbao("rules", "--lang", "en").out
    (tmp_path / "nianbao.toml").write_text("lang = 3")
    told = nianbao("explain", "A301")
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("nianbao.toml:1:1: ")


@pytest.mark.parametrize(("language", "words"), [("zh", "错误"), ("en", "error")])
def test_what_a_check_says_of_the_rejected_example_is_shown(
    nianbao: Nianbao, language: str, words: str
) -> None:
    told = nianbao("explain", "T202", "--lang", language).out
    assert f"example.md: T202 {words} " in " ".join(told.split())


def test_a_rule_whose_example_fits_nowhere_is_explained_without_output(
    nianbao: Nianbao, tmp_path: Path
) -> None:
    pack = (RULES / "dates.toml").read_text(encoding="utf-8")
    start = pack.index("[[rule]]")
    rule = pack[start : pack.index("[[rule]]", start + 1)].replace('"D401"', '"XX-D401"')
    rule = rule.replace('"year-missing"', '"our-year-missing"')
    rule = rule.replace("# 云溪县水务局2023年政府", "没有这句话")
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours/pack.toml").write_text(
        pack[:start].replace("national", "ours") + rule, "utf-8"
    )
    (tmp_path / "nianbao.toml").write_text('rules = ["ours"]', "utf-8")
    told = nianbao("explain", "XX-D401")
    assert told.status == 0
    assert "检查输出" not in told.out
