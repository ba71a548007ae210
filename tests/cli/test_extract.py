"""``nianbao extract``: one report as JSON, or why there is none."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Nianbao, report_bytes


def test_a_report_is_printed_as_json(nianbao: Nianbao, good: Path) -> None:
    told = nianbao("extract", good)
    assert (told.status, told.err) == (0, "")
    data = json.loads(told.out)
    assert list(data) == [
        "edition", "year", "title", "issuer", "signed_on", "sections", "tables",
    ]  # fmt: skip
    assert "百" in told.out or "政府" in told.out


def test_a_report_is_written_to_a_file(nianbao: Nianbao, good: Path, tmp_path: Path) -> None:
    assert nianbao("extract", good, "--output", "report.json").out == ""
    assert json.loads((tmp_path / "report.json").read_bytes())["edition"] == "2021"


def test_how_a_report_was_read_is_drawn_in_place_of_its_data(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    told = nianbao("extract", "--explain", good)
    assert (told.status, told.err) == (0, "")
    assert "报告年度：2023" in told.out
    assert "一、本年新收政府信息公开申请数量" in told.out
    assert "行、列名称前的数字是它在该表格中的行号、列号" in told.out
    assert "numbers before labels" in nianbao("extract", "--explain", good, "--lang", "en").out
    assert nianbao("extract", "--explain", good, "-o", "read.txt").out == ""
    assert (tmp_path / "read.txt").read_text(encoding="utf-8") == told.out


def test_standard_input_is_read(nianbao: Nianbao, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(report_bytes())))
    told = nianbao("extract", "-", "--stdin-filename", "a.txt")
    assert json.loads(told.out)["year"] == 2023


@pytest.mark.parametrize(
    ("content", "rule"), [(b"", "E902"), ("张三：\n你好。\n".encode(), "E907"), (None, "E901")]
)
def test_what_is_no_report_is_status_2_and_says_why(
    nianbao: Nianbao, tmp_path: Path, content: bytes | None, rule: str
) -> None:
    if content is not None:
        (tmp_path / "a.txt").write_bytes(content)
    told = nianbao("extract", "a.txt", "--output", "out.json")
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith(f"a.txt: {rule} 错误 ")
    assert len(told.err.splitlines()) == 1
    assert not (tmp_path / "out.json").exists()
    assert nianbao("extract", "a.txt", "--lang", "en").err.startswith(f"a.txt: {rule} error ")


def test_a_folder_is_no_report(nianbao: Nianbao, tmp_path: Path) -> None:
    told = nianbao("extract", tmp_path)
    assert told.status == 2
    assert "E901" in told.err


def test_a_broken_configuration_stops_it(nianbao: Nianbao, good: Path, tmp_path: Path) -> None:
    (tmp_path / "nianbao.toml").write_text("editon = 3")
    told = nianbao("extract", good)
    assert (told.status, told.out) == (2, "")
