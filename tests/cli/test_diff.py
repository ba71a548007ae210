"""``nianbao diff``: two reports compared on the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Nianbao, report_bytes


def test_a_report_does_not_differ_from_its_copy(nianbao: Nianbao, good: Path) -> None:
    told = nianbao("diff", good, good)
    assert (told.status, told.err) == (0, "")
    assert "两份报告没有不同" in told.out


def test_reports_that_differ_end_with_status_1(nianbao: Nianbao, good: Path, bad: Path) -> None:
    told = nianbao("diff", good, bad, "--lang", "en")
    assert (told.status, told.err) == (1, "")
    assert "→" in told.out
    assert "new A301 error" in told.out


@pytest.mark.parametrize("name", ["rich", "plain", "json", "markdown"])
def test_every_format_can_be_written_to_a_file(
    nianbao: Nianbao, good: Path, bad: Path, tmp_path: Path, name: str
) -> None:
    told = nianbao("diff", good, bad, "--format", name, "--output", "diff.out")
    assert (told.status, told.out, told.err) == (1, "", "")
    text = (tmp_path / "diff.out").read_text("utf-8")
    assert "A301" in text
    assert (name == "json") == text.startswith("{")
    assert nianbao("diff", good, bad, "--format", name).out != ""


def test_standard_input_is_one_of_the_reports(
    nianbao: Nianbao, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(report_bytes())))
    told = nianbao("diff", "-", bad, "--stdin-filename", "old.txt", "--format", "json")
    data = json.loads(told.out)
    assert (data["old"]["path"], data["different"]) == ("old.txt", True)


def test_a_file_that_is_no_report_cannot_be_compared(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("张三：\n你好。\n", "utf-8")
    told = nianbao("diff", good, "letter.txt")
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("letter.txt: E907")
    told = nianbao("diff", "nowhere.txt", "letter.txt")
    assert [line.split(":")[0] for line in told.err.splitlines()] == ["nowhere.txt", "letter.txt"]


@pytest.mark.parametrize("operands", [("good.txt",), ("-", "-"), ("a.txt", "b.txt", "c.txt"), ()])
def test_two_reports_are_needed(nianbao: Nianbao, good: Path, operands: tuple[str, ...]) -> None:
    told = nianbao("diff", *operands)
    assert (told.status, told.out) == (2, "")
    assert "nianbao diff [选项] 旧文件 新文件" in told.err
    assert good.exists()


def test_rules_that_are_off_make_no_difference(nianbao: Nianbao, good: Path, bad: Path) -> None:
    assert "A301" not in nianbao("diff", good, bad, "--ignore", "A3").out
    (good.parent / "nianbao.toml").write_text('ignore = ["A3"]\n')
    assert "A301" not in nianbao("diff", good, bad).out


def test_an_unknown_rule_or_edition_stops_it(nianbao: Nianbao, good: Path) -> None:
    assert nianbao("diff", good, good, "--select", "Z999").status == 2
    assert nianbao("diff", good, good, "--edition", "2020").status == 2
