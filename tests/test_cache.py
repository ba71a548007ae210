"""The cache makes runs faster and can do nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter import cache
from linter.cache import cache_folder, cached, cached_as


class Building:
    """A costly outcome that counts how often it is built."""

    def __init__(self, outcome: object = None) -> None:
        self.outcome = {"rules": ["一", 2, None]} if outcome is None else outcome
        self.times = 0

    def __call__(self) -> object:
        self.times += 1
        return self.outcome


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    chosen = tmp_path / "cache"
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(chosen))
    return chosen


def only_entry(folder: Path) -> Path:
    (entry,) = folder.iterdir()
    return entry


@pytest.mark.usefixtures("folder")
def test_a_second_run_does_not_build_again() -> None:
    build = Building()
    first, second = cached("packs", b"key", build), cached("packs", b"key", build)
    assert first == second == build.outcome
    assert build.times == 1


def test_another_key_another_kind_or_another_version_is_another_entry(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = Building()
    cached("packs", b"key", build)
    cached("packs", b"changed", build)
    cached("grammar", b"key", build)
    monkeypatch.setattr(cache, "__version__", "99")
    cached("packs", b"key", build)
    assert build.times == 4
    assert len(list(folder.iterdir())) == 4


def test_an_entry_is_json_behind_a_checksum(folder: Path) -> None:
    cached("packs", b"key", Building())
    entry = only_entry(folder)
    assert entry.name.startswith("packs-")
    assert entry.suffix == ".json"
    assert json.loads(entry.read_bytes().split(b"\n", 1)[1]) == {"rules": ["一", 2, None]}


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:-3],
        lambda data: data[:40],
        lambda data: data.replace(b"2", b"3"),
        lambda _: b'{"rules": []}',
        lambda _: b"\x80\x04\x95cos\nsystem\n(S'echo'\ntR.",
        lambda _: b"\xff\xfe" * 100,
    ],
)
def test_a_damaged_entry_is_built_anew_and_replaced(
    folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    build = Building()
    cached("packs", b"key", build)
    entry = only_entry(folder)
    entry.write_bytes(damage(entry.read_bytes()))
    assert cached("packs", b"key", build) == build.outcome
    assert cached("packs", b"key", build) == build.outcome
    assert build.times == 2


def forge(folder: Path, payload: bytes) -> None:
    """Writes an entry whose checksum is right, as somebody with access to the folder could."""
    entry = only_entry(folder)
    digest = entry.stem.rsplit("-", 1)[1]
    entry.write_bytes(cache._checksum(digest, payload) + b"\n" + payload)


@pytest.mark.parametrize("payload", [b"[", b"[" * 100_000, b"1" * 5000, b"[]", b'{"rules": 7}'])
def test_a_forged_entry_of_another_shape_is_built_anew(folder: Path, payload: bytes) -> None:
    build = Building()

    def read(data: Any) -> str:
        return str(data["rules"][0])

    cached_as("packs", b"key", build, read)
    forge(folder, payload)
    assert cached_as("packs", b"key", build, read) == "一"
    assert build.times == 2


def test_an_entry_of_another_key_is_foreign(folder: Path) -> None:
    cached("packs", b"one", Building("one"))
    entry = only_entry(folder)
    content = entry.read_bytes()
    cached("packs", b"two", Building("two"))
    for file in folder.iterdir():
        file.write_bytes(content)
    assert cached("packs", b"two", Building("two")) == "two"


@pytest.mark.usefixtures("folder")
def test_an_entry_too_large_to_be_ours_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    build = Building("x" * 100)
    cached("packs", b"key", build)
    monkeypatch.setattr(cache, "_LARGEST_ENTRY", 50)
    assert cached("packs", b"key", build) == build.outcome
    assert build.times == 2


def test_a_pipe_in_the_place_of_an_entry_does_not_block(folder: Path) -> None:
    build = Building()
    cached("packs", b"key", build)
    entry = only_entry(folder)
    entry.unlink()
    os.mkfifo(entry)
    assert cached("packs", b"key", build) == build.outcome


def test_without_a_folder_everything_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(file / "below"))
    build = Building()
    assert cached("packs", b"key", build) == cached("packs", b"key", build) == build.outcome
    assert build.times == 2


def test_a_folder_that_cannot_be_written_to_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()

    def refuse(_source: str, target: str) -> None:
        raise PermissionError(target)

    monkeypatch.setattr(os, "replace", refuse)
    build = Building()
    assert cached("packs", b"key", build) == build.outcome
    assert list(folder.iterdir()) == []


def test_a_read_only_folder_still_serves_its_entries(folder: Path) -> None:
    cached("packs", b"key", Building())
    folder.chmod(0o555)
    try:
        build = Building()
        cached("packs", b"key", build)
        cached("packs", b"other", build)
        assert build.times == 1
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("value", ["", "off", " OFF "])
def test_it_can_be_switched_off(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", value)
    build = Building()
    assert cache_folder() is None
    cached("packs", b"key", build)
    assert cached_as("packs", b"key", build, lambda data: data["rules"]) == ["一", 2, None]
    assert build.times == 2


def test_the_folder_is_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NIANBAO_CACHE_DIR", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", "/home/li")
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/cache/li")
    assert cache_folder() == "/var/cache/li/nianbao"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    assert cache_folder() == "/home/li/.cache/nianbao"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/users/li/local")
    assert cache_folder() == "/users/li/local/nianbao"


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NIANBAO_CACHE_DIR", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert cache_folder() is None


def test_the_folder_does_not_grow_without_end(folder: Path) -> None:
    for number in range(30):
        cached("packs", str(number).encode(), Building())
    cached("grammar", b"key", Building())
    assert len(list(folder.glob("packs-*"))) == 16
    assert len(list(folder.glob("grammar-*"))) == 1


def test_a_failed_build_leaves_nothing_behind(folder: Path) -> None:
    def fail() -> object:
        raise ValueError("a pack is wrong")

    with pytest.raises(ValueError, match="a pack is wrong"):
        cached("packs", b"key", fail)
    assert not folder.exists()


PROCESS = """
import sys
from linter.cache import cached
for number in range(60):
    outcome = list(range(number, number + 3000))
    assert cached("packs", b"%d" % (number % 6), lambda: outcome[:1] * 3000)[0] % 6 == number % 6
"""


def test_processes_at_once_do_not_disturb_each_other(folder: Path) -> None:
    running = [subprocess.Popen([sys.executable, "-c", PROCESS]) for _ in range(3)]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert len(list(folder.iterdir())) == 6
    assert not list(folder.glob("*.tmp"))


def test_importing_it_costs_little() -> None:
    code = (
        "import sys; before = set(sys.modules); import linter.cache; "
        "print(*set(sys.modules) - before)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"tempfile", "pickle", "lark", "jsonschema", "tomllib"} & set(loaded)
