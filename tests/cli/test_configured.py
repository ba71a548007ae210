"""``nianbao check`` under configurations: what they set, and what the command line overrides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Nianbao, report_bytes

_PACK = """
[pack]
name = "ours"
title.zh = "本地规则"
title.en = "Our rules"

[[rule]]
id = "Z101"
slug = "few-applications"
severity = "warning"
section = "applications"
editions = ["2021"]
source = "本地要求"
title.zh = "申请不多"
title.en = "Few applications"
why.zh = "示例。"
why.en = "An example."
message.zh = "自然人申请过多。"
message.en = "Too many applications."
assert = "applications.new.natural_person < 2"
[rule.accepted]
text.zh = "1 件"
text.en = "1"
set = { "applications.new.natural_person" = 1 }
[rule.rejected]
text.zh = "9 件"
text.en = "9"
set = { "applications.new.natural_person" = 9 }
"""

_DISABLED = """
[[disable]]
rule = "A301"
reason = "示例"
[[disable]]
rule = "A303"
reason = "示例"
"""


def _configure(folder: Path, text: str, name: str = "nianbao.toml") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def _rules(nianbao: Nianbao, *arguments: str | Path) -> set[str]:
    files = json.loads(nianbao("check", "--format", "json", *arguments).out)["files"]
    return {finding["rule"] for file in files for finding in file["findings"]}


def test_settings_take_effect(nianbao: Nianbao, bad: Path, tmp_path: Path) -> None:
    _configure(tmp_path, 'lang = "en"\nformat = "json"\nselect = ["A301"]\nfail_on = "never"')
    told = nianbao("check", bad)
    assert told.status == 0
    [finding] = json.loads(told.out)["files"][0]["findings"]
    assert finding["rule"] == "A301"
    assert finding["message"].isascii() or "≠" in finding["message"]


def test_the_command_line_beats_the_configuration(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    _configure(
        tmp_path,
        'lang = "en"\nformat = "json"\nignore = ["A306"]\nfail_on = "never"\nedition = "2019"',
    )
    told = nianbao(
        "check", bad, "--lang", "zh", "--format", "plain", "--select", "A301",
        "--fail-on", "error", "--edition", "2021",
    )  # fmt: skip
    assert told.status == 1
    assert ": A301 错误 " in told.out


def test_ignoring_on_the_command_line_adds_to_the_configuration(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    _configure(tmp_path, 'select = ["A301", "A306"]\nignore = ["A306"]')
    assert _rules(nianbao, bad) == {"A301"}
    assert _rules(nianbao, bad, "--ignore", "A301,A303") == set()


def test_each_file_has_the_configuration_nearest_to_it(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    for name, text in (("a", _DISABLED), ("b", 'fail_on = "never"'), ("c", "")):
        _configure(tmp_path / name, text)
        (tmp_path / name / "report.txt").write_bytes(report_bytes(more_applications=3))
    assert nianbao("check", "a", "b").status == 0
    assert nianbao("check", "a", "b", "c").status == 1


def test_pyproject_is_a_configuration_too(nianbao: Nianbao, bad: Path, tmp_path: Path) -> None:
    disabled = _DISABLED.replace("disable", "tool.nianbao.disable")
    _configure(tmp_path, disabled, "pyproject.toml")
    assert _rules(nianbao, bad) == set()


def test_exclude_holds_relative_to_the_configuration(
    nianbao: Nianbao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "reports"
    _configure(folder, 'exclude = ["/drafts", "*.tmp.txt"]')
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.txt").write_text("no report")
    (folder / "b.tmp.txt").write_text("no report")
    (folder / "c.txt").write_bytes(report_bytes())
    assert nianbao("check", ".").status == 0
    monkeypatch.chdir(folder / "drafts")
    assert nianbao("check", "..").status == 0


def test_a_configuration_can_be_named(nianbao: Nianbao, bad: Path, tmp_path: Path) -> None:
    _configure(tmp_path, "broken = ")
    _configure(tmp_path, _DISABLED, "ci.toml")
    assert nianbao("check", bad, "--config", "ci.toml").status == 0


def test_a_named_configuration_that_is_not_there_is_status_2(nianbao: Nianbao, good: Path) -> None:
    told = nianbao("check", good, "--config", "gone.toml")
    assert (told.status, told.out) == (2, "")
    assert told.err == (
        "gone.toml: 无法读取配置文件：文件或文件夹不存在\nnianbao check：错误：配置有误，未作检查\n"
    )


def test_a_broken_configuration_stops_everything_and_says_where(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    _configure(tmp_path / "inner", '\nselct = ["A3"]')
    (tmp_path / "inner" / "r.txt").write_bytes(report_bytes())
    told = nianbao("check", good, "inner")
    assert (told.status, told.out) == (2, "")
    assert told.err == (
        "inner/nianbao.toml:2:1: 没有配置项“selct”，是否想写“select”？\n"
        "nianbao check：错误：配置有误，未作检查\n"
    )


def test_a_rule_that_nobody_knows_stops_everything(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    _configure(tmp_path, 'lang = "en"\nignore = ["D4", "titel-missing"]')
    told = nianbao("check", good)
    assert told.status == 2
    assert told.err == (
        'nianbao.toml:2:17: "titel-missing" in "ignore" is no rule id, beginning of an id or slug; '
        'did you mean "title-missing"?\n'
        "nianbao check: error: nothing was checked: the configuration is wrong\n"
    )


def test_rule_packs_of_ones_own_are_added(nianbao: Nianbao, good: Path, tmp_path: Path) -> None:
    _configure(tmp_path / "packs", _PACK, "ours.toml")
    _configure(tmp_path, 'rules = ["packs"]')
    assert _rules(nianbao, good) == {"Z101"}
    assert "申请不多" in nianbao("explain", "Z101").out
    assert "Z101" in nianbao("rules").out


def test_rule_packs_hold_where_their_configuration_does(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    for name, identifier in (("one", "Z101"), ("two", "Z102")):
        folder = tmp_path / name
        pack = _PACK.replace("Z101", identifier).replace("few-", f"{name}-")
        _configure(folder, 'rules = ["packs"]\nselect = ["Z"]')
        _configure(folder / "packs", pack.replace('"ours"', f'"{name}"'), "pack.toml")
        (folder / "r.txt").write_bytes(report_bytes())
    files = json.loads(nianbao("check", "one", "two", good, "--format", "json").out)["files"]
    assert [[f["rule"] for f in file["findings"]] for file in files] == [["Z101"], ["Z102"], []]


def test_a_broken_rule_pack_stops_everything_and_says_where(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    _configure(
        tmp_path / "packs", _PACK.replace("natural_person < 2", "natural_persn < 2"), "p.toml"
    )
    _configure(tmp_path, 'rules = ["packs"]')
    told = nianbao("check", good)
    assert (told.status, told.out) == (2, "")
    first, *_, last = told.err.splitlines()
    assert "p.toml:20:" in first
    assert last == "nianbao check：错误：规则包有误，未作检查"


def test_extract_follows_the_configuration(nianbao: Nianbao, good: Path, tmp_path: Path) -> None:
    _configure(tmp_path, 'edition = "2019"')
    assert json.loads(nianbao("extract", good).out)["edition"] == "2019"
    assert json.loads(nianbao("extract", good, "--edition", "2021").out)["edition"] == "2021"
