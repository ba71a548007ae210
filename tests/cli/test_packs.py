"""``--rules DIR``: packs named on the command line, and the editions that they declare."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter import forms
from linter.examples import example_report
from linter.resources import SCHEMAS
from tests.cli.conftest import Nianbao
from tests.cli.test_rules_check import EXAMPLES, PACK

WUWEI, EDITION = EXAMPLES / "wuwei", EXAMPLES / "edition"


@pytest.fixture(autouse=True)
def _nothing_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "_DECLARED", {})


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report that says nothing of an open day."""
    file = tmp_path / "report.md"
    text = example_report("2021").replace("供水开放日", "供水宣传活动")
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "ours.toml").write_text(PACK, encoding="utf-8")
    return folder


def findings(nianbao: Nianbao, *arguments: str | Path) -> list[Any]:
    (file,) = json.loads(nianbao("check", "--format", "json", *arguments).out)["files"]
    found = file["findings"]
    assert isinstance(found, list)
    return found


def test_packs_are_used_beside_the_national_rules(
    nianbao: Nianbao, report: Path, packs: Path
) -> None:
    assert findings(nianbao, report) == []
    (finding,) = findings(nianbao, report, "--rules", "packs")
    assert (finding["rule"], finding["name"]) == ("YX-C501", "yx-c501")


def test_several_folders_and_the_configuration_are_used_together(
    nianbao: Nianbao, report: Path, packs: Path, tmp_path: Path
) -> None:
    (tmp_path / "nianbao.toml").write_text('rules = ["packs"]', encoding="utf-8")
    found = findings(nianbao, report, "--rules", WUWEI, "--rules", "packs")
    assert [finding["rule"] for finding in found] == ["YX-C501"]
    rules = json.loads(nianbao("rules", "--rules", WUWEI, "--format", "json").out)
    ids = [rule["rule"] for rule in rules]
    assert {"YX-C501", "WW-C501", "A301"} <= set(ids)


def test_what_is_wrong_with_them_is_told_and_nothing_is_checked(
    nianbao: Nianbao, report: Path, packs: Path
) -> None:
    (packs / "ours.toml").write_text(PACK.replace("警告", "警吿"), encoding="utf-8")
    told = nianbao("check", report, "--rules", "packs")
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("packs/ours.toml:7:1: “级别”不能是“警吿”，是否想写“警告”？\n")
    told = nianbao("check", report, "--rules", "nothing")
    assert told.status == 2
    assert "没有这个规则包文件夹" in told.err


def test_workers_know_them_too(nianbao: Nianbao, report: Path, packs: Path, tmp_path: Path) -> None:
    for number in range(3):
        text = example_report("2021").replace("供水开放日", "供水宣传活动")
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    told = nianbao("check", tmp_path, "--rules", "packs", "--jobs", "2", "--format", "json")
    files = json.loads(told.out)["files"]
    assert [len(file["findings"]) for file in files] == [1] * 4


def test_explain_tells_a_rule_of_a_pack_and_what_packs_changed(nianbao: Nianbao) -> None:
    told = nianbao("explain", "WW-C501", "--rules", WUWEI).out
    assert "武政办发〔2025〕54号" in told
    told = nianbao("explain", "deadline-township", "--rules", WUWEI).out
    assert "级别由“警告”改为“错误”（武威市补充要求，依据：武政办发〔2025〕54号：" in told.replace(
        "\n            ", ""
    )
    english = nianbao("explain", "D406", "--rules", WUWEI, "--lang", "en").out
    assert "severity from “warning” to “error”" in english


def test_explain_says_that_a_rule_is_off(nianbao: Nianbao) -> None:
    assert "默认停用" in nianbao("explain", "overview-length").out
    told = nianbao("explain", "overview-length", "--rules", WUWEI).out
    assert "默认停用" not in told
    assert "状态由“停用”改为“启用”" in told


def test_a_rule_that_is_off_runs_where_it_is_named(
    nianbao: Nianbao, tmp_path: Path, report: Path
) -> None:
    text = report.read_text(encoding="utf-8").replace(
        "（一）主动公开。", "（一）主动公开。" + "有序推进，" * 120
    )
    report.write_text(text, encoding="utf-8")
    for chosen, expected in (
        ("ALL", []),
        ("C5", []),
        ("C590", ["C590"]),
        ("overview-length", ["C590"]),
    ):
        found = findings(nianbao, report, "--select", chosen)
        assert [finding["rule"] for finding in found] == expected


class TestEditions:
    @pytest.fixture
    def own(self, tmp_path: Path) -> Path:
        (tmp_path / "nianbao.toml").write_text(f'rules = ["{EDITION}"]', encoding="utf-8")
        file = tmp_path / "own.md"
        nothing = example_report("2021").rstrip("\n").split("\n\n")
        added = ["## 七、政务公开培训情况", "全年举办培训班2期。"]
        file.write_text("\n\n".join([*nothing[:-2], *added, *nothing[-2:]]), encoding="utf-8")
        return file

    def test_it_holds_for_the_years_that_it_names(self, nianbao: Nianbao, own: Path) -> None:
        told = nianbao("check", own, "--format", "json")
        data = json.loads(told.out)
        assert data["files"][0]["edition"] == "2021-yunxi"
        assert data["files"][0]["findings"] == []
        schema = json.loads((SCHEMAS / "findings.schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(data, schema)

    def test_it_can_be_asked_for(self, nianbao: Nianbao, own: Path, report: Path) -> None:
        arguments = ("check", report, "--edition", "2021-yunxi")
        assert "S104" in nianbao(*arguments, "--rules", EDITION).out
        assert "S104" not in nianbao("check", report, "--edition", "2021").out

    def test_the_configuration_can_ask_for_it(
        self, nianbao: Nianbao, own: Path, report: Path
    ) -> None:
        own.with_name("nianbao.toml").write_text(
            f'rules = ["{EDITION}"]\nedition = "2021-yunxi"\n', encoding="utf-8"
        )
        assert "S104" in nianbao("check", report).out

    def test_extract_prints_what_it_adds(self, nianbao: Nianbao, own: Path) -> None:
        data = json.loads(nianbao("extract", own).out)
        assert data["edition"] == "2021-yunxi"
        assert data["sections"]["training"]["text"] == "全年举办培训班2期。"
        data = json.loads(nianbao("extract", own, "--edition", "2021").out)
        assert "training" not in data["sections"]

    @pytest.mark.parametrize("command", ["check", "extract"])
    def test_one_that_no_pack_declares(self, nianbao: Nianbao, report: Path, command: str) -> None:
        told = nianbao(command, report, "--edition", "2021-yunix", "--rules", EDITION)
        assert told.status == 2
        assert "没有“2021-yunix”版格式，应为 auto、2019、2021、2021-yunxi 之一" in told.err
        assert "是否想用“2021-yunxi”？" in told.err

    def test_one_that_the_configuration_alone_knows(
        self, nianbao: Nianbao, report: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "nianbao.toml").write_text('\nedition = "2021-yunxi"\n', encoding="utf-8")
        told = nianbao("check", report)
        assert told.status == 2
        assert told.err.startswith(
            "nianbao.toml:2:1: 配置项“edition”应为“auto”、“2019”、“2021”之一"
        )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_offers_packs_editions_and_the_subcommand(nianbao: Nianbao, shell: str) -> None:
    script = nianbao("completion", shell).out
    assert "auto 2019 2021" in script
    subcommand = {
        "bash": 'rules:rules) words="check',
        "zsh": "'1: :(check)'",
        "fish": "rules -a check",
    }
    assert subcommand[shell] in script.replace("rules' -a", "rules -a")
