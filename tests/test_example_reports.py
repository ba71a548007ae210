"""The reports in ``examples/``: nothing is wrong with the clean ones, and what is with others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.product import checked, ids

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
CLEAN = sorted(path.name for path in (EXAMPLES / "clean").iterdir())
FAULTY = {
    "2023-yunting-town.txt": ["A301", "A309", "D406", "D409", "S107", "T209"],
    "2024-culture-bureau.docx": [
        "A303",
        "A304",
        "D402",
        "D404",
        "D411",
        "S102",
        "T205",
        "T218",
    ],
}


def test_every_format_has_a_clean_example() -> None:
    suffixes = sorted({Path(name).suffix for name in CLEAN})
    assert suffixes == [".docx", ".html", ".md", ".pdf", ".txt"]


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_is_wrong_with_a_clean_example(name: str) -> None:
    result = checked((EXAMPLES / "clean" / name).read_bytes(), name)
    assert result.status == "checked"
    assert (result.findings, result.doubts) == ((), ())


def test_every_faulty_example_is_described() -> None:
    assert {path.name for path in (EXAMPLES / "faulty").iterdir()} == set(FAULTY)


@pytest.mark.parametrize("name", FAULTY)
def test_the_mistakes_of_a_faulty_example_are_found_and_no_others(name: str) -> None:
    result = checked((EXAMPLES / "faulty" / name).read_bytes(), name)
    assert result.status == "checked"
    assert ids(result.findings) == FAULTY[name]
