"""``nianbao check``: what is checked, what is said, and the exit status."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import linter.pipeline
from linter.cli import check as check_module
from linter.model.finding import FileResult
from tests.cli.conftest import Nianbao, report_bytes


class _Refusing(io.RawIOBase):
    """A stream that the system does not let us read."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        raise IsADirectoryError(21, "is a directory")


def _data(out: str) -> Any:
    return json.loads(out)


def _rules(out: str) -> set[str]:
    return {f["rule"] for file in _data(out)["files"] for f in file["findings"]}


# --- exit status -------------------------------------------------------------------------


def test_a_report_in_order_is_status_0(nianbao: Nianbao, good: Path) -> None:
    assert nianbao("check", good).status == 0


def test_an_error_is_status_1(nianbao: Nianbao, bad: Path) -> None:
    told = nianbao("check", "bad.txt")
    assert told.status == 1
    assert "bad.txt:" in told.out
    assert ": A301 错误 " in told.out
    assert told.err == ""


def test_fail_on_never_lets_findings_pass(nianbao: Nianbao, bad: Path) -> None:
    assert nianbao("check", bad, "--fail-on", "never").status == 0


def test_fail_on_decides_from_which_severity_on(nianbao: Nianbao, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    text = report_bytes().decode().replace("行政规范性文件", "规范性文件")
    file.write_text(text, encoding="utf-8")
    told = nianbao("check", file, "--format", "json")
    assert _rules(told.out) == {"T209"}
    assert told.status == 0
    assert nianbao("check", file, "--fail-on", "warning").status == 0
    assert nianbao("check", file, "--fail-on", "info").status == 1


@pytest.mark.parametrize(
    ("name", "content", "rule", "status"),
    [
        ("empty.txt", b"", "E902", "unreadable"),
        ("letter.txt", "张三：\n你好。\n".encode(), "E907", "not_a_report"),
    ],
)
def test_what_cannot_be_checked_is_status_2_and_the_rest_is_checked(
    nianbao: Nianbao, tmp_path: Path, bad: Path, name: str, content: bytes, rule: str, status: str
) -> None:
    (tmp_path / name).write_bytes(content)
    told = nianbao("check", name, bad, "--format", "json", "--fail-on", "never")
    assert told.status == 2
    first, second = _data(told.out)["files"]
    assert first["status"] == status
    assert [finding["rule"] for finding in first["findings"]] == [rule]
    assert second["status"] == "checked"
    assert second["findings"]


def test_a_path_that_is_not_there_is_a_finding_and_status_2(nianbao: Nianbao, good: Path) -> None:
    told = nianbao("check", "gone.txt", good, "--format", "json")
    assert told.status == 2
    gone, found = _data(told.out)["files"]
    assert (gone["path"], gone["status"]) == ("gone.txt", "unreadable")
    assert gone["findings"][0]["rule"] == "E901"
    assert found["status"] == "checked"


def test_a_folder_without_reports_is_status_2(nianbao: Nianbao, tmp_path: Path, good: Path) -> None:
    (tmp_path / "empty").mkdir()
    told = nianbao("check", "empty", good)
    assert told.status == 2
    assert told.err == (
        "文件夹“empty”中没有可检查的文件"
        "（查找的是 txt、md、markdown、html、htm、shtml、mht、mhtml、docx、docm、pdf、"
        "doc、wps、rtf、odt、xlsx、xlsm、xls、et、ods 文件）\n"
    )


def test_files_of_a_folder_that_are_no_reports_are_status_2_and_say_how_to_leave_them_out(
    nianbao: Nianbao, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_bytes(report_bytes())
    (folder / "notes.txt").write_text("随手记。\n", encoding="utf-8")
    told = nianbao("check", "reports")
    assert told.status == 2
    assert told.err == (
        "文件夹中有 1 个文件不是年度报告；不需要检查的，可用 --exclude 或配置项 exclude 排除\n"
    )
    assert nianbao("check", "reports", "--exclude", "notes.txt").status == 0
    assert nianbao("check", "reports", "--quiet").err == ""


# --- what is checked ---------------------------------------------------------------------


def test_named_files_that_are_all_excluded_are_status_0_with_a_note(
    nianbao: Nianbao, bad: Path
) -> None:
    told = nianbao("check", bad, "--exclude", "*.txt", "--lang", "en")
    assert told.status == 0
    assert told.err == "every file that was named is excluded; there is nothing to check\n"


def test_standard_input_is_checked_under_its_name(
    nianbao: Nianbao, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(report_bytes(more_applications=1)))
    monkeypatch.setattr(sys, "stdin", stdin)
    told = nianbao("check", "-", "--stdin-filename", "r/2023.txt", "--format", "json")
    assert told.status == 1
    assert _data(told.out)["files"][0]["path"] == "r/2023.txt"


def test_without_a_standard_input_there_is_nothing_to_check(
    nianbao: Nianbao, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    told = nianbao("check", "-")
    assert (told.status, told.err) == (2, "nianbao check：错误：没有可读的标准输入\n")


def test_a_standard_input_that_fails_is_reported(
    nianbao: Nianbao, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in ``nianbao check - < folder``."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(_Refusing())))
    told = nianbao("check", "-")
    assert (told.status, told.err) == (2, "nianbao check：错误：没有可读的标准输入\n")


def test_the_edition_can_be_forced(nianbao: Nianbao, good: Path) -> None:
    told = nianbao("check", good, "--edition", "2019", "--format", "json")
    assert _data(told.out)["files"][0]["edition"] == "2019"


# --- which rules -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["A301", "a301", "A3", "applications-balance", "ALL", "T,A301"])
def test_rules_are_selected_by_id_prefix_and_slug(nianbao: Nianbao, bad: Path, name: str) -> None:
    told = nianbao("check", bad, "--select", name, "--format", "json")
    assert "A301" in _rules(told.out)


def test_what_is_not_selected_is_not_reported(nianbao: Nianbao, bad: Path) -> None:
    told = nianbao("check", bad, "--select", "S,T", "--select", "D", "--format", "json")
    assert (told.status, _rules(told.out)) == (0, set())


def test_ignore_takes_off(nianbao: Nianbao, bad: Path) -> None:
    told = nianbao("check", bad, "--select", "A3", "--ignore", "A301,A302,A303", "--ignore", "A305")
    assert told.status == 0


def test_no_selection_hides_that_a_file_could_not_be_checked(nianbao: Nianbao) -> None:
    told = nianbao("check", "gone.txt", "--select", "A3", "--ignore", "E9", "--format", "json")
    assert (told.status, _rules(told.out)) == (2, {"E901"})


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_names_the_nearest(nianbao: Nianbao, good: Path, option: str) -> None:
    told = nianbao("check", good, option, "A3,aplications-balance")
    assert (told.status, told.out) == (2, "")
    assert told.err.splitlines()[0] == (
        "nianbao check：错误：“aplications-balance”不是规则编号、编号开头或规则名称，"
        "是否想用“applications-balance”？"
    )


# --- output ------------------------------------------------------------------------------


def test_output_goes_to_a_file_as_a_whole(nianbao: Nianbao, bad: Path, tmp_path: Path) -> None:
    told = nianbao("check", bad, "--format", "json", "--output", "out.json")
    assert (told.status, told.out) == (1, "")
    assert _rules((tmp_path / "out.json").read_text(encoding="utf-8")) >= {"A301"}
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bad.txt", "out.json"]


def test_a_file_is_written_plain_by_default_and_drawn_on_demand(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    nianbao("check", "bad.txt", "--output", "plain")
    nianbao("check", "bad.txt", "--output", "drawn", "--format", "rich")
    assert (tmp_path / "plain").read_text(encoding="utf-8").startswith("bad.txt:")
    drawn = (tmp_path / "drawn").read_text(encoding="utf-8")
    assert "\x1b" not in drawn
    assert "─" in drawn


def test_output_never_replaces_what_is_read(nianbao: Nianbao, bad: Path) -> None:
    before = bad.read_bytes()
    told = nianbao("check", bad, "--output", f"./{bad.name}")
    assert told.status == 2
    assert f"--output 会覆盖要读取的文件“{bad}”" in told.err
    assert bad.read_bytes() == before


def test_output_inside_a_folder_searched_is_no_report(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        assert nianbao("check", ".", "--output", "findings.txt").status == 0


def test_an_output_that_cannot_be_written_is_status_2(nianbao: Nianbao, good: Path) -> None:
    told = nianbao("check", good, "--output", "no/such/folder/out.txt")
    assert told.status == 2
    assert told.err == (
        "nianbao check：错误：无法写入 no/such/folder/out.txt：文件或文件夹不存在\n"
    )


def test_a_terminal_gets_the_drawing_and_everything_else_plain_text(
    nianbao: Nianbao, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = nianbao("check", "bad.txt").out
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    monkeypatch.setenv("TERM", "xterm")
    drawn = nianbao("check", "bad.txt").out
    assert plain.startswith("bad.txt:")
    assert "\x1b[" in drawn
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in nianbao("check", "bad.txt").out


def test_statistics_verbose_and_quiet_reach_the_report(nianbao: Nianbao, bad: Path) -> None:
    usual = nianbao("check", bad).out
    assert len(nianbao("check", bad, "--statistics").out) > len(usual)
    assert len(nianbao("check", bad, "--quiet").out) < len(usual)
    verbose = nianbao("check", bad, "--verbose").out
    assert set(usual.splitlines()) <= set(verbose.splitlines())


def test_findings_are_in_the_language_asked_for(nianbao: Nianbao, bad: Path) -> None:
    assert ": A301 error " in nianbao("check", bad, "--lang", "en").out
    assert ": A301 error " in nianbao("--lang", "en", "check", bad).out
    assert ": A301 error " in nianbao("--lang=en", "check", bad).out


# --- defects -----------------------------------------------------------------------------


def test_a_defect_on_one_file_is_a_finding_and_the_others_are_checked(
    nianbao: Nianbao, good: Path, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = linter.pipeline.check_file

    def defective(path: Path, *rest: Any) -> FileResult:
        if path == good:
            raise ZeroDivisionError
        return genuine(path, *rest)

    monkeypatch.setattr(linter.pipeline, "check_file", defective)
    told = nianbao("check", good, bad)
    assert told.status == 2
    first = told.out.splitlines()[0]
    assert "E900 错误 " in first
    assert "ZeroDivisionError，test_check.py:" in first
    assert "A301" in told.out


def test_a_defect_elsewhere_says_what_to_report(
    nianbao: Nianbao, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def defective(*_: Any) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(check_module, "write_outputs", defective)
    told = nianbao("check", good, "--lang", "en")
    assert told.status == 2
    assert told.err.startswith(
        "nianbao: error: Internal error (ZeroDivisionError at test_check.py:"
    )
    monkeypatch.setenv("NIANBAO_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        nianbao("check", good)


def test_an_interruption_is_quiet(
    nianbao: Nianbao, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> FileResult:
        raise KeyboardInterrupt

    monkeypatch.setattr(linter.pipeline, "check_file", interrupted)
    told = nianbao("check", good)
    assert (told.status, told.out, told.err) == (130, "", "")
