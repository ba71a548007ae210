"""Which files a run is about."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from linter.corpus.discovery import Source, discover


def _nothing(path: Path, root: Path, folder: bool) -> bool:
    return False


def _tree(base: Path, *names: str) -> Path:
    for name in names:
        file = base / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    return base


def _shown(*operands: str) -> list[str]:
    return [source.shown_as for source in discover(operands, _nothing).sources]


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_files_come_as_given_whatever_their_name(tmp_path: Path) -> None:
    _tree(tmp_path, "b.pdf", "a.md", ".hidden")
    assert _shown("b.pdf", "a.md", ".hidden") == ["b.pdf", "a.md", ".hidden"]


def test_a_folder_is_searched_for_the_formats_that_are_read(tmp_path: Path) -> None:
    _tree(tmp_path, "r/1.txt", "r/2.md", "r/3.markdown", "r/4.html", "r/5.htm", "r/6.shtml")
    _tree(tmp_path, "r/7.docx", "r/8.DOCX", "r/9.pdf", "r/noname", "r/10.py")
    assert _shown("r") == [
        "r/1.txt", "r/2.md", "r/3.markdown", "r/4.html", "r/5.htm", "r/6.shtml", "r/7.docx",
        "r/8.DOCX", "r/9.pdf",
    ]  # fmt: skip


def test_folders_are_searched_to_the_bottom_in_sorted_order(tmp_path: Path) -> None:
    _tree(tmp_path, "b/z.md", "b/a/x.md", "a.md", "c.md", "b/a/a/a.md")
    assert _shown(".") == ["a.md", "b/a/a/a.md", "b/a/x.md", "b/z.md", "c.md"]


def test_what_is_not_a_persons_own_file_is_passed_over(tmp_path: Path) -> None:
    _tree(tmp_path, ".git/a.md", ".venv/a.md", "node_modules/a.md", "__pycache__/a.txt")
    _tree(tmp_path, "~$report.docx", "._report.docx", "report.docx")
    assert _shown(".") == ["report.docx"]


def test_a_hidden_folder_that_is_named_is_searched(tmp_path: Path) -> None:
    _tree(tmp_path, ".hidden/a.md")
    assert _shown(".hidden") == [".hidden/a.md"]


def test_no_file_comes_twice(tmp_path: Path) -> None:
    _tree(tmp_path, "r/a.md", "r/b.md")
    (tmp_path / "link.md").symlink_to(tmp_path / "r" / "a.md")
    assert _shown("r/b.md", "r", "./r/../r/a.md", "link.md", "r/b.md") == ["r/b.md", "r/a.md"]


def test_symbolic_links_in_a_circle_end(tmp_path: Path) -> None:
    _tree(tmp_path, "r/a.md", "r/s/b.md")
    (tmp_path / "r" / "s" / "up").symlink_to(tmp_path / "r")
    assert _shown("r") == ["r/a.md", "r/s/b.md"]


def test_links_into_nothing_are_sources_and_devices_are_not(tmp_path: Path) -> None:
    folder = _tree(tmp_path / "r", "a.md")
    (folder / "dangling.md").symlink_to("gone.md")
    (folder / "self.md").symlink_to("self.md")
    (folder / "device.md").symlink_to("/dev/null")
    os.mkfifo(folder / "pipe.md")
    assert _shown("r") == ["r/a.md", "r/dangling.md", "r/self.md"]


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    _tree(tmp_path, "elsewhere/a.md", "r/b.md")
    (tmp_path / "r" / "a").symlink_to(tmp_path / "elsewhere")
    assert _shown("r") == ["r/a/a.md", "r/b.md"]


def test_what_is_not_there_is_a_source_so_that_reading_says_so() -> None:
    assert _shown("gone.md", "gone/") == ["gone.md", "gone/"]


def test_a_link_that_points_to_itself_is_a_source(tmp_path: Path) -> None:
    (tmp_path / "self.md").symlink_to("self.md")
    assert _shown("self.md") == ["self.md"]


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    _tree(tmp_path, "empty/readme.png", "full/a.md")
    found = discover(["empty", "full"], _nothing)
    assert found.without_files == ("empty",)
    assert [source.shown_as for source in found.sources] == ["full/a.md"]


def test_only_what_was_searched_for_is_marked_so(tmp_path: Path) -> None:
    _tree(tmp_path, "a.md", "r/b.md")
    assert discover(["a.md", "r"], _nothing).sources == (
        Source(tmp_path / "a.md", "a.md"),
        Source(tmp_path / "r" / "b.md", "r/b.md", searched=True),
    )


def test_standard_input_is_one_source_under_the_name_given(tmp_path: Path) -> None:
    assert discover(["-", "-"], _nothing, "r/a.md").sources == (
        Source(tmp_path / "r" / "a.md", "r/a.md", standard_input=True),
    )
    assert [s.shown_as for s in discover(["-"], _nothing).sources] == ["-"]


def test_what_is_left_out_is_not_entered(tmp_path: Path) -> None:
    _tree(tmp_path, "r/drafts/a.md", "r/b.md", "c.md")
    asked: list[tuple[str, bool]] = []

    def excluded(path: Path, root: Path, folder: bool) -> bool:
        asked.append((str(path.relative_to(tmp_path)), folder))
        return path.name in ("drafts", "c.md")

    found = discover(["r", "c.md"], excluded)
    assert [source.shown_as for source in found.sources] == ["r/b.md"]
    assert found.without_files == ()
    assert ("r/drafts", True) in asked
    assert ("r/drafts/a.md", False) not in asked


def test_nesting_deeper_than_python_recurses_is_searched(tmp_path: Path) -> None:
    inner = tmp_path.joinpath(*["d"] * 200)
    inner.mkdir(parents=True)
    (inner / "a.md").touch()
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 80)
    try:
        found = _shown("d")
    finally:
        sys.setrecursionlimit(usual)
    assert found == ["d/" * 200 + "a.md"]


@contextmanager
def _failing(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[None]:
    """As if the system refused, which it never does to an administrator."""

    def refuse(*_: object) -> object:
        raise PermissionError(13, "no")

    with monkeypatch.context() as patched:
        patched.setattr(os, name, refuse)
        yield


def test_a_folder_that_may_not_be_read_is_a_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _tree(tmp_path, "r/a.md")
    with _failing(monkeypatch, "scandir"):
        assert _shown("r") == ["r"]


class _Refused:
    """An entry of a folder that may be listed and not entered."""

    def __init__(self, path: Path) -> None:
        self.name, self.path = path.name, str(path)

    def is_dir(self) -> bool:
        raise PermissionError(13, "no")

    is_file = is_dir

    def is_symlink(self) -> bool:
        return False


def test_a_file_that_may_not_be_looked_at_is_a_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _tree(tmp_path, "r/a.md")

    @contextmanager
    def listing(path: Path) -> Iterator[list[_Refused]]:
        yield [_Refused(path / "a.md"), _Refused(path / "b.png")]

    monkeypatch.setattr(os, "scandir", listing)
    assert _shown("r") == ["r/a.md"]
