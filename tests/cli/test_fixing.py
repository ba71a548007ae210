"""``check --diff`` shows, ``--fix`` writes, and the original is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nianbao
from tests.command import nianbao as started
from tests.examples import example_report
from tests.rendering import BY_NAME, with_cell

_LAYOUT = BY_NAME["md-pipes"]
_RIGHT = _LAYOUT.print(example_report())
_SAFE = _RIGHT.replace("行政规范性文件".encode(), "规范性文件".encode())
_UNSAFE = _LAYOUT.print(with_cell(example_report(), "applications.granted.natural_person", 77))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.md"
    file.write_bytes(_SAFE)
    return file


def test_diff_shows_what_would_change_and_changes_nothing(nianbao: Nianbao, report: Path) -> None:
    told = nianbao("check", "--diff", "report.md")

    assert told.status == 1
    assert told.out.startswith("--- report.md\n+++ report.md\n@@ ")
    assert "\n-|规范性文件|" in told.out
    assert "\n+|行政规范性文件|" in told.out
    assert told.err == "可修改 1 处（1 个文件），未写文件\n"
    assert report.read_bytes() == _SAFE


def test_diff_of_a_report_in_order_is_empty(nianbao: Nianbao, report: Path) -> None:
    report.write_bytes(_RIGHT)

    told = nianbao("check", "--diff", "report.md", "--quiet")

    assert (told.status, told.out, told.err) == (0, "", "")


def test_diff_of_what_cannot_be_checked_is_exit_2(nianbao: Nianbao, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("来信收悉。\n", "utf-8")

    assert nianbao("check", "--diff", "letter.txt").status == 2


def test_fix_writes_and_keeps_the_original(nianbao: Nianbao, report: Path) -> None:
    told = nianbao("check", "--fix", "report.md", "--quiet")

    assert (told.status, told.out) == (0, "")
    assert report.read_bytes() == _RIGHT
    assert report.with_name("report.md.bak").read_bytes() == _SAFE


def test_second_run_writes_nothing(nianbao: Nianbao, report: Path) -> None:
    nianbao("check", "--fix", "report.md")
    before = sorted(Path.cwd().iterdir())

    told = nianbao("check", "--fix", "report.md")

    assert sorted(Path.cwd().iterdir()) == before
    assert "已修改 0 处" in told.err


def test_earlier_backup_is_never_written_over(nianbao: Nianbao, report: Path) -> None:
    report.with_name("report.md.bak").write_bytes("旧稿".encode())

    nianbao("check", "--fix", "report.md")

    assert report.with_name("report.md.bak").read_bytes() == "旧稿".encode()
    assert report.with_name("report.md.bak2").read_bytes() == _SAFE


def test_same_backup_is_enough(nianbao: Nianbao, report: Path) -> None:
    report.with_name("report.md.bak").write_bytes(_SAFE)

    nianbao("check", "--fix", "report.md")

    assert not report.with_name("report.md.bak2").exists()


def test_no_backup_where_none_is_wanted(nianbao: Nianbao, report: Path) -> None:
    nianbao("check", "--fix", "--no-backup", "report.md")

    assert report.read_bytes() == _RIGHT
    assert not report.with_name("report.md.bak").exists()


def test_numbers_change_only_with_leave(nianbao: Nianbao, report: Path) -> None:
    report.write_bytes(_UNSAFE)

    told = nianbao("check", "--fix", "report.md")
    assert report.read_bytes() == _UNSAFE
    assert "另有 1 处修改须人工核对，加 --unsafe-fixes 一并修改" in told.err

    nianbao("check", "--fix", "--unsafe-fixes", "report.md")
    assert report.read_bytes() == _RIGHT


def test_suppressed_finding_is_not_fixed(nianbao: Nianbao, report: Path) -> None:
    Path("nianbao.toml").write_text(
        '[[suppress]]\nrules = ["T209"]\nreason = "沿用旧名称"\n', "utf-8"
    )

    nianbao("check", "--fix", "report.md")

    assert report.read_bytes() == _SAFE


def test_symbolic_link_stays_and_its_file_is_mended(
    nianbao: Nianbao, report: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.md"
    link.symlink_to(report)
    report.chmod(0o640)

    nianbao("check", "--fix", link)

    assert link.is_symlink()
    assert report.read_bytes() == _RIGHT
    assert report.stat().st_mode & 0o777 == 0o640


def test_file_that_cannot_be_written_is_told(
    nianbao: Nianbao, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("linter.atomic_file.write_atomically", full)

    told = nianbao("check", "--fix", "report.md")

    assert told.status == 2
    assert "磁盘空间不足" in told.err
    assert report.read_bytes() == _SAFE


def test_standard_input_goes_to_standard_output(tmp_path: Path) -> None:
    outcome = started("check", "--fix", "-", folder=tmp_path, stdin=_SAFE)

    assert outcome.output.encode() == _RIGHT
    assert outcome.status == 0


@pytest.mark.parametrize("option", ["--unsafe-fixes", "--no-backup"])
def test_options_of_fixing_alone_are_a_mistake(nianbao: Nianbao, report: Path, option: str) -> None:
    told = nianbao("check", option, "report.md")

    assert told.status == 2
    assert f"{option} 要与 --fix 或 --diff 同用" in told.err


def test_word_file_is_shown_as_its_text(nianbao: Nianbao, tmp_path: Path) -> None:
    layout = BY_NAME["docx-bold-headings"]
    report = with_cell(example_report(), "applications.granted.natural_person", 77)
    (tmp_path / "a.docx").write_bytes(layout.print(report))

    told = nianbao("check", "--diff", "--unsafe-fixes", "a.docx")

    assert "（一）予以公开 | 77 | 5" in told.out
    assert "（一）予以公开 | 0 | 5" in told.out
