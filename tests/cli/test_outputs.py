"""Formats and files: what a run writes, where, and what it refuses to write."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from linter.cli.commands import COMMANDS
from linter.reporting import formats
from linter.reporting.formats import FORMATS
from linter.resources import SCHEMAS
from tests.cli.conftest import Nianbao


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.binary])
def test_every_text_format_can_be_shown_and_written_alike(
    nianbao: Nianbao, bad: Path, tmp_path: Path, name: str
) -> None:
    shown = nianbao("check", "bad.txt", "--format", name)
    written = nianbao("check", "bad.txt", "--format", name, "--output", "out")

    assert (shown.status, written.status) == (1, 1)
    assert shown.err == written.err == written.out == ""
    assert "A301" in shown.out
    if name != "rich":
        assert (tmp_path / "out").read_text("utf-8") == shown.out


def test_the_configuration_knows_every_format_that_can_be_shown() -> None:
    schema = json.loads((SCHEMAS / "configuration.schema.json").read_bytes())
    shown = [name for name, form in FORMATS.items() if not form.binary]
    assert schema["properties"]["format"]["enum"] == shown


def test_help_names_every_format(nianbao: Nianbao) -> None:
    for language in ("zh", "en"):
        told = nianbao("check", "--help", "--lang", language).out
        assert [name for name in FORMATS if name not in told] == []
    option = COMMANDS["check"].option("--format")
    assert option is not None
    assert option.choices == tuple(FORMATS)


def test_several_outputs_are_written_at_once(nianbao: Nianbao, bad: Path, tmp_path: Path) -> None:
    told = nianbao(
        *("check", "bad.txt", "--format", "plain"),
        *("--output-format", "sarif:out.sarif", "--output-format=json:out.json"),
        *("--output-format", "plain:out.txt", "--output-format", "xlsx:out.xlsx"),
    )

    assert told.status == 1
    assert (tmp_path / "out.txt").read_text("utf-8") == told.out
    assert json.loads((tmp_path / "out.sarif").read_bytes())["version"] == "2.1.0"
    assert json.loads((tmp_path / "out.json").read_bytes())["summary"]["files"] == 1
    assert zipfile.is_zipfile(tmp_path / "out.xlsx")


def test_the_name_of_a_file_may_hold_colons(nianbao: Nianbao, bad: Path, tmp_path: Path) -> None:
    assert nianbao("check", bad, "--output-format", "json:a:b.json").status == 1
    assert (tmp_path / "a:b.json").exists()


def test_sarif_has_the_exit_status_and_the_pages_of_rules(
    nianbao: Nianbao, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANBAO_RULE_PAGES", "https://docs.example.org/rules")
    (run,) = json.loads(nianbao("check", bad, "--format", "sarif").out)["runs"]
    (rule,) = (rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "A301")

    assert run["invocations"][0]["exitCode"] == 1
    assert rule["helpUri"].startswith("https://docs.example.org/rules/A301.md#")


@pytest.mark.parametrize(
    ("options", "zh", "en"),
    [
        (
            ("--output-format", "sarif"),
            "--output-format 的值应为“格式:文件”，如 sarif:findings.sarif，现为“sarif”",
            "--output-format should be FORMAT:FILE, as in sarif:findings.sarif, but is",
        ),
        (("--output-format", "sarif:"), "应为“格式:文件”", "should be FORMAT:FILE"),
        (("--output-format", "sarf:a"), "现为“sarf”，是否想用“sarif”？", 'mean "sarif"?'),
        (("--output-format",), "缺少值：格式:文件", "needs a value: FORMAT:FILE"),
        (
            ("--output", "same", "--output-format", "json:./same"),
            "--output-format 与 --output 写入同一个文件“./same”",
            '--output-format and --output would both write "./same"',
        ),
        (
            ("--output-format", "json:bad.txt"),
            "--output-format 会覆盖要读取的文件“bad.txt”",
            '--output-format would overwrite "bad.txt", which is to be read',
        ),
        (
            ("--config", "c.toml", "--output-format", "json:c.toml"),
            "会覆盖要读取的文件“c.toml”",
            'would overwrite "c.toml"',
        ),
        (
            ("--baseline", "b.json", "--output", "b.json"),
            "--output 会覆盖要读取的文件“b.json”",
            '--output would overwrite "b.json"',
        ),
    ],
)
def test_a_mistake_is_told_before_anything_is_checked(
    nianbao: Nianbao, bad: Path, tmp_path: Path, options: tuple[str, ...], zh: str, en: str
) -> None:
    (tmp_path / "c.toml").write_text("", encoding="utf-8")
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    for language, text in (("zh", zh), ("en", en)):
        told = nianbao("check", "bad.txt", "--lang", language, *options)
        assert (told.status, told.out) == (2, "")
        assert text in told.err.splitlines()[0]
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_an_earlier_output_in_the_folder_is_no_report(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    arguments = ("check", ".", "--output-format", "markdown:findings.md")
    assert nianbao(*arguments).status == 1
    assert nianbao(*arguments).status == 1


def test_an_output_that_cannot_be_written_is_told_and_the_findings_are_shown(
    nianbao: Nianbao, bad: Path
) -> None:
    told = nianbao("check", bad, "--output-format", "json:nowhere/out.json")

    assert told.status == 2
    assert "A301" in told.out
    assert "无法写入 nowhere/out.json：" in told.err


def test_a_workbook_is_not_printed_on_a_terminal(
    nianbao: Nianbao, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    told = nianbao("check", bad, "--format", "xlsx")

    assert told.status == 2
    assert "xlsx 格式不能在终端上显示，请用 --output 写入文件" in told.err


def test_a_workbook_goes_through_a_pipe(
    nianbao: Nianbao, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", pipe)
    assert nianbao("check", bad, "--format", "xlsx").status == 1
    assert zipfile.is_zipfile(io.BytesIO(pipe.buffer.getvalue()))


def test_a_missing_extra_is_named(
    nianbao: Nianbao, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = FORMATS["xlsx"]._replace(needs="NoSuchWriter")
    monkeypatch.setitem(formats.FORMATS, "xlsx", lacking)
    told = nianbao("check", bad, "--output-format", "xlsx:out.xlsx")

    assert told.status == 2
    assert "输出 xlsx 格式需要 NoSuchWriter，请安装：pip install 'nianbao[xlsx]'" in told.err
    assert not (tmp_path / "out.xlsx").exists()


# --- the summary of a step on GitHub -----------------------------------------------------


def test_github_gets_annotations_and_a_summary_after_what_is_there(
    nianbao: Nianbao, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    told = nianbao("check", "bad.txt", "--format", "github")

    assert "::error file=bad.txt,line=" in told.out
    text = summary.read_text("utf-8")
    assert text.startswith("# Before\n**不符合要求，须改正错误。**")
    assert "| 错误 | A301 |" in text


def test_other_formats_write_no_summary(
    nianbao: Nianbao, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    nianbao("check", bad, "--format", "plain")
    assert not summary.exists()


def test_a_summary_that_cannot_be_written_is_told(
    nianbao: Nianbao, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    told = nianbao("check", bad, "--format", "github")
    assert told.status == 2
    assert "无法写入 nowhere/summary.md" in told.err
