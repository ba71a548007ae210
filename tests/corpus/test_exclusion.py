"""Patterns mean what they mean in .gitignore."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.corpus.exclusion import Exclusion

_BASE = Path("/base")


def _covers(pattern: str | list[str], path: str, *, folder: bool = False) -> bool:
    patterns = [pattern] if isinstance(pattern, str) else pattern
    return Exclusion(patterns, _BASE).covers(_BASE / path, _BASE, folder=folder)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("build/", "build/a.md"),
        ("build/", "deep/er/build/a.md"),
        ("build", "build/a.md"),
        ("*.tmp.docx", "a.tmp.docx"),
        ("*.tmp.docx", "deep/a.tmp.docx"),
        ("**/draft/*", "draft/a.md"),
        ("**/draft/*", "a/b/draft/c.md"),
        ("2023/drafts", "2023/drafts/a.md"),
        ("/2023", "2023/a.md"),
        ("./2023", "2023/a.md"),
        ("2023/**", "2023/a/b.md"),
        ("a/**/b.md", "a/b.md"),
        ("a/**/b.md", "a/x/y/b.md"),
        ("a?.md", "ab.md"),
        ("[ab].md", "b.md"),
        ("草稿", "2023/草稿/a.md"),
    ],
)
def test_left_out(pattern: str, path: str) -> None:
    assert _covers(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("build/", "build"),
        ("build/", "rebuild/a.md"),
        ("/2023", "a/2023/b.md"),
        ("2023/drafts", "a/2023/drafts/b.md"),
        ("*.docx", "docx/a.md"),
        ("a*b.md", "a/b.md"),
        ("", "a.md"),
        ("/", "a.md"),
    ],
)
def test_kept(pattern: str, path: str) -> None:
    assert not _covers(pattern, path)


def test_a_folder_is_left_out_itself() -> None:
    assert _covers("build/", "build", folder=True)


def test_a_later_pattern_takes_back_what_an_earlier_one_left_out() -> None:
    patterns = ["*.md", "!report.md"]
    assert _covers(patterns, "readme.md")
    assert not _covers(patterns, "report.md")


def test_nothing_is_taken_back_from_within_a_folder_left_out() -> None:
    assert _covers(["drafts/", "!report.md"], "drafts/report.md")


def test_outside_the_base_patterns_hold_below_the_folder_searched() -> None:
    exclusion = Exclusion(["drafts/"], Path("/elsewhere"))
    root = Path("/drafts/reports")
    assert exclusion.covers(root / "drafts" / "a.md", root)
    assert not exclusion.covers(root / "a.md", root)


def test_many_stars_cost_no_time() -> None:
    assert not _covers("**/" * 40 + "x", "/".join("a" * 60))
    assert not _covers("*a" * 40 + "b", "a" * 200)


_SEGMENT = st.sampled_from(["a", "b", "ab", "a.md", "*", "*.md", "**", "a*", "?"])
_PATTERN = st.builds(
    lambda parts, start, end: start + "/".join(parts) + end,
    st.lists(_SEGMENT, min_size=1, max_size=3),
    st.sampled_from(["", "/"]),
    st.sampled_from(["", "/"]),
)
_PATH = st.lists(st.sampled_from(["a", "b", "ab"]), max_size=3).map("/".join)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


@given(pattern=_PATTERN, folder=_PATH)
def test_git_agrees(repository: Path, pattern: str, folder: str) -> None:
    path = str(PurePosixPath(folder, "a.md"))
    (repository / ".git" / "info" / "exclude").write_text(pattern + "\n")
    outcome = subprocess.run(
        ["git", "-C", str(repository), "check-ignore", "-q", "--no-index", path], check=False
    )
    assert _covers(pattern, path) is (outcome.returncode == 0), (pattern, path)
