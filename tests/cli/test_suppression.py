"""``nianbao check`` with suppressions, baselines, disabled and preview rules."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter.resources import SCHEMAS
from linter.suppression import clock
from tests.cli.conftest import Nianbao, report_bytes

_FINDINGS = json.loads((SCHEMAS / "findings.schema.json").read_bytes())
_SUPPRESS = """
[[suppress]]
rules = ["A301"]
cells = ["applications.new"]
reason = "存档数据"
"""
_UNUSED = '[[suppress]]\nrules = ["S105"]\nreason = "x"\n'
_DISABLE = '[[disable]]\nrule = "A303"\nreason = "口径不同"\n'
_PACK = """
[pack]
name = "ours"
title.zh = "本地规则"
title.en = "Our rules"

[[rule]]
id = "ZZ-C501"
slug = "many-applications"
severity = "warning"
section = "applications"
editions = ["2021"]
source = "本地要求"
preview = true
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


@pytest.fixture(autouse=True)
def _some_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: datetime.date(2025, 6, 1))


def _configured(folder: Path, text: str) -> Path:
    file = folder / "nianbao.toml"
    file.write_text(text, encoding="utf-8")
    return file


def _data(nianbao: Nianbao, *arguments: str | Path) -> Any:
    data = json.loads(nianbao("check", "--format", "json", *arguments).out)
    jsonschema.validate(data, _FINDINGS)
    return data


def _rules(data: Any, key: str = "findings") -> list[list[str]]:
    return [[finding["rule"] for finding in file[key]] for file in data["files"]]


def test_a_suppressed_finding_does_not_count_and_is_listed_with_its_reason(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, _SUPPRESS + "until = 2025-12-31\n")
    assert nianbao("check", bad).status == 0
    data = _data(nianbao, bad)
    [suppressed] = data["files"][0]["suppressed"]
    assert suppressed["rule"] == "A301"
    assert (suppressed["reason"], suppressed["until"]) == ("存档数据", "2025-12-31")
    assert suppressed["by"] == "configuration"
    assert data["files"][0]["findings"] == []
    assert data["files"][0]["outcomes"]["A301"] == "violated"
    assert data["summary"]["errors"] == 0
    assert data["summary"]["suppressed"] == 1


def test_the_counts_say_how_many_are_suppressed_and_verbose_which(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, _SUPPRESS + "until = 2025-12-31\n")
    told = nianbao("check", bad)
    assert told.out == ("检查 1 个文件：0 处错误、0 处警告、0 处提示\n已抑制 1 个问题（配置 1）\n")
    verbose = nianbao("check", bad, "--verbose").out.splitlines()
    assert " A301 已抑制（配置）：存档数据，至 2025-12-31 | 「自然人」列：" in verbose[0]
    english = nianbao("check", bad, "--lang", "en", "--verbose").out.splitlines()
    assert " A301 suppressed (configuration): 存档数据, until 2025-12-31 | " in english[0]
    assert english[-1] == "1 finding suppressed (configuration 1)"
    assert nianbao("check", bad, "--quiet").out == ""


def test_on_a_terminal_they_are_listed_with_the_file(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, _SUPPRESS)
    told = nianbao("check", bad, "--format", "rich", "--verbose")
    assert "已抑制的问题\n    A301  「自然人」列：" in told.out
    assert "已抑制（配置）：存档数据" in told.out
    assert told.out.endswith("已抑制 1 个问题（配置 1）\n")


def test_an_expired_entry_has_no_effect_and_is_found(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, _SUPPRESS + "until = 2025-05-31\n")
    told = nianbao("check", bad)
    assert told.status == 1
    assert "nianbao.toml:2:1: E952 警告 对 A301 的抑制已于2025年5月31日到期" in told.out


def test_an_unused_entry_is_found_in_the_configuration(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, _UNUSED)
    told = nianbao("check", ".")
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("nianbao.toml:1:1: E951 警告 对 S105 的抑制没有用到")
    data = _data(nianbao, ".")
    assert [file["path"] for file in data["files"]] == ["good.txt", "nianbao.toml"]
    assert data["files"][1]["status"] == "checked"
    assert data["summary"]["files"] == 2
    assert data["summary"]["warnings"] == 1


def test_the_entries_of_a_configuration_fail_as_its_files_do(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, f'fail_on = "warning"\n{_UNUSED}')
    assert nianbao("check", ".").status == 1
    assert nianbao("check", ".", "--fail-on", "error").status == 0


def test_on_a_terminal_a_configuration_is_a_file_without_sections(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, _UNUSED)
    told = nianbao("check", ".", "--format", "rich")
    assert "nianbao.toml\n\n  ! 警告 E951 suppression-unused\n" in told.out


def test_checking_one_file_says_nothing_of_entries_for_others(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, _UNUSED)
    assert nianbao("check", good).out == "检查 1 个文件：0 处错误、0 处警告、0 处提示\n"
    assert "E951" not in nianbao("check", ".", "--select", "A3").out
    assert "E951" not in nianbao("check", ".", "--exclude", "x.txt").out
    assert "E951" not in nianbao("check", ".", "--ignore", "E951").out


def test_several_processes_say_the_same(nianbao: Nianbao, tmp_path: Path) -> None:
    _configured(tmp_path, _SUPPRESS + 'files = ["/a*"]\n' + _UNUSED)
    comment = "<!-- 年报：全文忽略 T209 理由：x -->\n".encode()
    for number, name in enumerate(("a.txt", "a2.txt", "b.txt", "c.txt")):
        (tmp_path / name).write_bytes(comment + report_bytes(number))
    one, two = (nianbao("check", ".", "-v", "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two
    assert one.out.count("E951 警告") == 5
    assert one.out.endswith("已抑制 1 个问题（配置 1）\n")


def test_a_protected_rule_that_is_ignored_stops_everything(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, 'lang = "en"\nignore = ["T209", "A301"]\n')
    told = nianbao("check", bad)
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith('nianbao.toml:2:19: "A301" covers the protected rules A301, ')


def test_a_narrow_selection_keeps_protected_rules(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, 'select = ["S1"]')
    assert _rules(_data(nianbao, bad)) == [["A301"]]
    assert _rules(_data(nianbao, bad, "--select", "S1")) == [[]]
    assert _rules(_data(nianbao, bad, "--ignore", "A")) == [[]]


def test_a_disabled_rule_is_off_and_every_run_says_so(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, f'{_DISABLE}[[disable]]\nrule = "applications-balance"\nreason = "x"\n')
    told = nianbao("check", bad)
    assert told.status == 0
    assert told.out.endswith("已停用规则 A303：口径不同\n已停用规则 A301：x\n")
    assert _data(nianbao, bad)["disabled"][0] == {"rule": "A303", "reason": "口径不同"}
    assert "rule A301 is off: x" in nianbao("check", bad, "--lang", "en").out


def test_a_baseline_makes_old_findings_not_count(
    nianbao: Nianbao, bad: Path, good: Path, tmp_path: Path
) -> None:
    written = nianbao("check", ".", "--write-baseline", "known.json")
    assert written.status == 0
    assert written.err == "已将 1 个问题写入基线 known.json\n"
    assert written.out.endswith("已抑制 1 个问题（基线 1）\n")

    told = nianbao("check", ".", "--baseline", "known.json")
    assert (told.status, told.err) == (0, "")
    data = _data(nianbao, ".", "--baseline", "known.json")
    [suppressed] = data["files"][0]["suppressed"]
    assert (suppressed["by"], suppressed["reason"]) == ("baseline", "已列入基线")


def test_moved_lines_and_moved_files_stay_known(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    nianbao("check", ".", "--write-baseline", "known.json")
    bad.write_bytes(b"\n\n" + bad.read_bytes())
    assert nianbao("check", ".", "--baseline", "known.json").status == 0
    (tmp_path / "archive").mkdir()
    bad.rename(tmp_path / "archive" / "2023.txt")
    assert nianbao("check", "archive", "--baseline", "known.json").status == 0


def test_another_figure_is_another_finding(nianbao: Nianbao, bad: Path, tmp_path: Path) -> None:
    nianbao("check", ".", "--write-baseline", "known.json")
    bad.write_bytes(report_bytes(more_applications=6))
    told = nianbao("check", ".", "--baseline", "known.json")
    assert told.status == 1
    assert told.err == "基线中有 1 个问题已不再出现，可用 --write-baseline 更新基线\n"
    assert nianbao("check", ".", "--baseline", "known.json", "--quiet").err == ""
    nianbao("check", ".", "--write-baseline", "known.json")
    assert nianbao("check", ".", "--baseline", "known.json").err == ""


def test_a_configuration_can_name_the_baseline_before_it_is_there(
    nianbao: Nianbao, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _configured(tmp_path, 'baseline = "known.json"')
    told = nianbao("check", bad)
    assert told.status == 2
    assert told.err == (
        "known.json: 没有这个基线文件；首次使用时先用 --write-baseline 写成\n"
        "nianbao check：错误：基线不能使用，未作检查\n"
    )
    assert nianbao("check", ".", "--write-baseline", "known.json").status == 0
    assert nianbao("check", bad).status == 0
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert nianbao("check", "..").status == 0


def test_a_baseline_of_other_content_stops_everything(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "known.json").write_text('{\n "version": 1,\n oops')
    told = nianbao("check", bad, "--baseline", "known.json", "--lang", "en")
    assert told.status == 2
    assert told.err.startswith("known.json:3:1: this is not JSON: ")
    before = (tmp_path / "known.json").read_bytes()
    assert nianbao("check", bad, "--write-baseline", "known.json").status == 2
    assert (tmp_path / "known.json").read_bytes() == before


def test_a_baseline_is_never_written_over_a_report(nianbao: Nianbao, bad: Path) -> None:
    before = bad.read_bytes()
    told = nianbao("check", bad, "--write-baseline", bad)
    assert told.status == 2
    assert "--write-baseline 会覆盖要读取的文件" in told.err
    assert bad.read_bytes() == before


def test_a_baseline_that_cannot_be_written_is_told(nianbao: Nianbao, bad: Path) -> None:
    told = nianbao("check", bad, "--write-baseline", "none/known.json")
    assert told.status == 2
    assert "无法写入 none/known.json" in told.err


def test_a_file_that_cannot_be_checked_is_never_known(nianbao: Nianbao, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert nianbao("check", "empty.txt", "--write-baseline", "known.json").status == 2
    assert nianbao("check", "empty.txt", "--baseline", "known.json").status == 2


def test_suppressions_go_before_the_baseline(nianbao: Nianbao, bad: Path, tmp_path: Path) -> None:
    nianbao("check", ".", "--write-baseline", "known.json")
    _configured(tmp_path, 'baseline = "known.json"\n' + _SUPPRESS)
    told = nianbao("check", ".")
    assert (told.status, told.err) == (0, "")
    assert told.out.endswith("已抑制 1 个问题（配置 1）\n")


def test_standard_input_is_known_by_its_report(
    nianbao: Nianbao, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nianbao("check", ".", "--write-baseline", "known.json")
    data = bad.read_bytes()
    bad.unlink()
    monkeypatch.setattr("linter.cli.check.read_in", lambda *_: data)
    assert nianbao("check", "-", "--baseline", "known.json").status == 0


def test_preview_rules_are_off_until_they_are_asked_for(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "ours.toml").write_text(_PACK, encoding="utf-8")
    _configured(tmp_path, 'rules = ["packs"]')
    assert _rules(_data(nianbao, good)) == [[]]
    assert _rules(_data(nianbao, good, "--preview")) == [["ZZ-C501"]]
    assert _rules(_data(nianbao, good, "--select", "ZZ")) == [[]]
    assert _rules(_data(nianbao, good, "--select", "ZZ-C501")) == [["ZZ-C501"]]
    assert "试行" in nianbao("explain", "ZZ-C501").out
    _configured(tmp_path, 'rules = ["packs"]\npreview = true')
    assert _rules(_data(nianbao, good)) == [["ZZ-C501"]]


def test_explain_says_which_rules_are_protected(nianbao: Nianbao) -> None:
    assert "  配置须写明规则和理由才能关闭\n" in nianbao("explain", "A301").out
    assert "by name and reason only" in nianbao("explain", "A301", "--lang", "en").out
    assert "须写明规则和理由" not in nianbao("explain", "T209").out
