"""``check --watch``: what is checked again, when, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import linter.cli.watch
import linter.corpus.run
from linter.corpus.checking import Task
from linter.model.finding import FileResult
from tests.cli.conftest import Nianbao, Told, report_bytes

_ROOT = Path(__file__).resolve().parents[2]

Step = Callable[[], None]
Watching = Callable[..., Told]


@pytest.fixture
def watching(nianbao: Nianbao, monkeypatch: pytest.MonkeyPatch) -> Watching:
    """``watching(step, step, arguments=…)``: each step happens between two looks, then Ctrl-C."""

    def run(*steps: Step, arguments: tuple[str | Path, ...] = (".",)) -> Told:
        happening = iter(steps)

        def sleep(seconds: float) -> None:
            assert 0 < seconds <= 5
            if seconds == linter.cli.watch._QUIET:
                return
            step = next(happening, None)
            if step is None:
                raise KeyboardInterrupt
            step()

        monkeypatch.setattr(linter.cli.watch, "sleep", sleep)
        return nianbao("check", "--watch", "--format", "plain", *arguments)

    return run


@pytest.fixture
def checked_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were really checked, in order."""
    names: list[str] = []
    whole = linter.corpus.run.checked

    def checked(tasks: list[Task], jobs: int | None) -> Iterator[FileResult]:
        names.extend(task.path.name for task in tasks)
        return whole(tasks, jobs)

    monkeypatch.setattr(linter.cli.watch, "checked", checked)
    return names


def writing(file: Path, content: bytes) -> Step:
    def write() -> None:
        file.write_bytes(content)

    return write


def nothing() -> None:
    """A moment in which nothing happens."""


def test_it_checks_at_once_and_again_after_a_change(watching: Watching, bad: Path) -> None:
    told = watching(nothing, writing(bad, report_bytes()), nothing)
    first, second = told.out.strip().splitlines()[-2:]
    assert "1 处错误" in first
    assert "0 处错误" in second
    assert told.err.count("等待文件改动") == 2
    assert "bad.txt" in told.err


def test_the_status_is_that_of_the_last_check(watching: Watching, bad: Path) -> None:
    assert watching().status == 1
    assert watching(writing(bad, report_bytes())).status == 0
    assert watching(bad.unlink).status == 2


def test_interrupted_before_the_first_check_it_says_so(
    nianbao: Nianbao, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sleep(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(linter.cli.watch, "sleep", sleep)
    assert nianbao("check", "--watch", good).status == 130


def test_only_what_changed_is_checked_again(
    watching: Watching, good: Path, bad: Path, checked_files: list[str]
) -> None:
    told = watching(nothing, writing(good, report_bytes(more_applications=1)))
    assert checked_files == ["bad.txt", "good.txt", "good.txt"]
    assert told.out.count("检查 2 个文件") == 2


def test_files_that_appear_or_go_away_are_noticed(
    watching: Watching, good: Path, checked_files: list[str]
) -> None:
    new = good.with_name("new.txt")
    told = watching(writing(new, report_bytes()), good.unlink)
    assert checked_files == ["good.txt", "new.txt"]
    assert "检查 2 个文件" in told.out
    assert "new.txt" in told.err
    assert "good.txt" in told.err


def test_a_file_named_that_is_missing_is_waited_for(watching: Watching, tmp_path: Path) -> None:
    file = tmp_path / "later.txt"
    told = watching(writing(file, report_bytes()), arguments=("later.txt",))
    assert "E901" in told.out
    assert told.status == 0


def test_a_configuration_that_appears_or_changes_counts(
    watching: Watching, bad: Path, checked_files: list[str]
) -> None:
    configuration = bad.with_name("nianbao.toml")
    told = watching(
        writing(configuration, b'exclude = ["bad.txt"]\n'),
        writing(configuration, b'lang = "en"\n'),
    )
    assert checked_files == ["bad.txt", "bad.txt"]
    assert "Checked 1 file" in told.out or "1 file" in told.out
    assert told.status == 1


def test_a_broken_configuration_is_told_and_waited_for(watching: Watching, good: Path) -> None:
    configuration = good.with_name("nianbao.toml")
    configuration.write_text("nonsense = 1\n", encoding="utf-8")
    broken = watching(nothing)
    assert broken.status == 2
    assert "nianbao.toml:1:1" in broken.err
    assert watching(writing(configuration, b"")).status == 0
    assert watching(writing(configuration, b"select = 5\n")).status == 2


def test_rule_packs_are_read_anew(watching: Watching, good: Path) -> None:
    packs = good.with_name("packs")
    packs.mkdir()
    pack = _ROOT / "examples/rules/edition"
    (source,) = pack.glob("*.toml")
    copy = packs / source.name
    copy.write_bytes(source.read_bytes())
    good.with_name("nianbao.toml").write_text('rules = ["packs"]\n', encoding="utf-8")
    told = watching(writing(copy, b"nonsense"), writing(copy, source.read_bytes()))
    assert "规则包有误" in told.err
    assert told.out.count("培训") == 2
    assert told.status == 1


def test_many_changes_at_once_are_summed_up(watching: Watching, tmp_path: Path) -> None:
    def many() -> None:
        for number in range(5):
            (tmp_path / f"{number}.txt").write_bytes(report_bytes())

    told = watching(many, arguments=(".", "--quiet"))
    assert "等 5 个文件" in told.err
    assert "等待" not in told.err


def test_its_own_output_is_no_change(watching: Watching, bad: Path, tmp_path: Path) -> None:
    told = watching(nothing, nothing, arguments=(".", "--output", "found.html", "--quiet"))
    assert (tmp_path / "found.html").exists()
    assert told.err == ""


def test_a_file_that_is_being_written_is_waited_for(
    nianbao: Nianbao, bad: Path, checked_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter(range(40))

    def sleep(seconds: float) -> None:
        number = next(looks)
        if number in (1, 2, 3):
            bad.write_bytes(report_bytes(more_applications=number))
        elif seconds != linter.cli.watch._QUIET:
            raise KeyboardInterrupt

    monkeypatch.setattr(linter.cli.watch, "sleep", sleep)
    nianbao("check", "--watch", ".")
    assert checked_files == ["bad.txt", "bad.txt"]


def test_a_file_that_never_rests_is_checked_nonetheless(
    nianbao: Nianbao, bad: Path, checked_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter(range(1, 60))

    def sleep(seconds: float) -> None:
        number = next(looks)
        bad.write_bytes(report_bytes(more_applications=number))
        if len(checked_files) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(linter.cli.watch, "sleep", sleep)
    nianbao("check", "--watch", ".")
    assert len(checked_files) == 2


def test_a_terminal_is_cleared_before_each_check(
    watching: Watching, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleared: list[bool] = []
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("rich.console.Console.clear", lambda _: cleared.append(True))
    watching(writing(bad, report_bytes()))
    assert cleared == [True, True]
    watching(arguments=(".", "--output", "found.txt"))
    assert cleared == [True, True]


@pytest.mark.parametrize(
    "unwanted",
    [
        ("--fix", "."),
        ("--diff", "."),
        ("--annotate", "notes", "."),
        ("--write-baseline", "known.json", "."),
        ("-",),
    ],
)
def test_what_does_not_go_with_it_is_refused(
    watching: Watching, good: Path, unwanted: tuple[str, ...]
) -> None:
    told = watching(arguments=unwanted)
    assert told.status == 2
    assert f"--watch 不能与 {unwanted[0]} 同用" in told.err
    assert told.out == ""


def test_a_mistake_on_the_command_line_ends_it(watching: Watching, good: Path) -> None:
    told = watching(arguments=(".", "--select", "A999"))
    assert told.status == 2
    assert "A999" in told.err


def test_it_really_watches_and_ends_with_ctrl_c(bad: Path, tmp_path: Path) -> None:
    with (tmp_path / ".out").open("wb") as out, (tmp_path / ".err").open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "linter", "check", "--watch", "bad.txt"],
            cwd=tmp_path,
            stdout=out,
            stderr=err,
            env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"},
        )
        try:
            _wait_for(tmp_path / ".err", "Ctrl-C", 1)
            bad.write_bytes(report_bytes())
            _wait_for(tmp_path / ".err", "Ctrl-C", 2)
        finally:
            process.send_signal(signal.SIGINT)
            status = process.wait(20)
    assert status == 0


def _wait_for(file: Path, text: str, times: int) -> None:
    deadline = time.monotonic() + 20
    while file.read_bytes().decode().count(text) < times:
        assert time.monotonic() < deadline, file.read_bytes().decode()
        time.sleep(0.02)
