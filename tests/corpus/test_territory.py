"""Which files a run has seen all of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from linter.corpus.territory import Territory

BASE = Path("/reports")
FILE = BASE / "2023" / "a.txt"


@pytest.mark.parametrize(
    ("patterns", "folder", "holds"),
    [
        ([], BASE, True),
        ([], BASE / "2023", False),
        (["*.txt"], BASE, True),
        (["*.txt"], BASE / "2023", False),
        (["a.txt"], BASE / "2023", False),
        (["2023/"], BASE / "2023", False),
        (["/2023/*.txt"], BASE / "2023", True),
        (["2023/**"], BASE / "2023", True),
        (["2023/*/x", "!2023/b/x"], BASE / "2023", True),
        (["2023/*", "2022/*"], BASE / "2023", False),
        (["2022/b.txt"], BASE, True),
        (["2023/a.txt"], None, True),
        (["2023/[ab].txt"], None, False),
        (["2023/b.txt"], None, False),
    ],
)
def test_all_is_seen_that_lies_in_a_folder_searched_or_is_a_file_named(
    patterns: Sequence[str], folder: Path | None, holds: bool
) -> None:
    folders = [] if folder is None else [folder]
    assert Territory([FILE], folders).holds(patterns, BASE) is holds


def test_a_folder_searched_in_part_proves_nothing() -> None:
    territory = Territory([FILE], [BASE], complete=False)
    assert not territory.holds(["2023/*"], BASE)
    assert territory.holds(["2023/a.txt"], BASE)


def test_patterns_of_a_configuration_elsewhere_mean_files_of_the_folders_searched() -> None:
    elsewhere = Path("/etc/nianbao")
    assert Territory([FILE], [BASE]).holds(["2022/"], elsewhere)
    assert not Territory([FILE], []).holds(["2022/"], elsewhere)


def test_the_root_of_a_file_is_the_folder_in_which_it_was_found() -> None:
    assert Territory([FILE], [BASE]).root_of(FILE) == BASE
    assert Territory([FILE], []).root_of(FILE) == BASE / "2023"
