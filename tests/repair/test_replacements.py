"""Fixes as lines and columns: whoever replaces these characters mends the file."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from linter.cli.replacing import replacements_of
from linter.corpus.checking import Plan, Task
from linter.model.finding import FileResult, Finding
from linter.model.fix import Edit, Fix, Replacement
from linter.model.place import Place
from linter.repair.replacements import replacements
from tests.command import nianbao

_ROOT = Path(__file__).resolve().parent.parent.parent


def _finding(*edits: Edit) -> Finding:
    return Finding("T209", "info", fix=Fix("wording", True, edits))


def _replaced(text: str, changes: list[Any]) -> str:
    """``text`` after SARIF replacements, made as any editor would."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    for change in sorted(changes, key=lambda one: -one["deletedRegion"]["startLine"]):
        region = change["deletedRegion"]
        begin = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        text = text[:begin] + change["insertedContent"]["text"] + text[end:]
    return text


@pytest.mark.parametrize(
    ("name", "place", "found", "replacement", "expected"),
    [
        ("a.txt", Place(line=2, column=2), "五", "5", Replacement(2, 4, 2, 5, "5")),
        ("a.txt", Place(line=2, column=2), "六", "6", None),
        ("a.txt", Place(table=1, row=2, cell=3), "五", "5", None),
        ("a.html", Place(line=2, column=1), "五", "<5", Replacement(2, 4, 2, 5, "&lt;5")),
    ],
)
def test_the_characters_are_those_of_the_text_at_its_place(
    name: str, place: Place, found: str, replacement: str, expected: Replacement | None
) -> None:
    data = "<p>一\r\n<i>五</i>\r\n".encode() if name == "a.html" else "一\r\n\t  五 件\r\n".encode()
    (changes,) = replacements(data, name, [_finding(Edit(place, found, replacement))])
    assert changes == (() if expected is None else (expected,))


def test_a_fix_is_replaced_whole_or_not_at_all_and_others_stand_beside_it() -> None:
    good, bad = Edit(Place(line=1, column=1), "五", "5"), Edit(Place(line=9, column=1), "五", "5")
    found = replacements("五\n".encode(), "a.txt", [_finding(good, bad), _finding(good)])
    assert found == ((), (Replacement(1, 1, 1, 2, "5"),))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\xff\xfe\x00\xd8\x00"])
def test_a_file_that_is_no_text_or_not_to_be_kept_has_no_replacements(data: bytes) -> None:
    assert replacements(data, "a", [_finding(Edit(Place(line=1, column=1), "五", "5"))]) == ((),)


def test_a_file_that_is_gone_has_no_replacements(tmp_path: Path) -> None:
    finding = _finding(Edit(Place(line=1, column=1), "五", "5"))
    task = Task(tmp_path / "gone.txt", "gone.txt", Plan((), frozenset()))
    results = [FileResult("gone.txt", "checked", (finding, finding))]
    assert replacements_of([task], results) == {"gone.txt": ((), ())}


@pytest.mark.parametrize("file", sorted((_ROOT / "examples/faulty").glob("*.txt")))
def test_replacing_what_sarif_says_mends_the_report(file: Path, tmp_path: Path) -> None:
    report = tmp_path / file.name
    shutil.copy(file, report)
    before = nianbao("check", report, "--format", "sarif", folder=tmp_path)
    fixed = [one for one in before.data["runs"][0]["results"] if "fixes" in one]
    changes = [
        change
        for result in fixed
        for part in result["fixes"][0]["artifactChanges"]
        for change in part["replacements"]
    ]
    assert changes
    text = report.read_bytes().decode("utf-8")
    report.write_bytes(_replaced(text, changes).encode())
    after = nianbao("check", report, "--format", "sarif", folder=tmp_path)
    left = {one["ruleId"] for one in json.loads(after.output)["runs"][0]["results"]}
    assert left.isdisjoint({one["ruleId"] for one in fixed})


def test_a_file_that_is_no_text_has_nothing_to_replace() -> None:
    finding = _finding(Edit(Place(page=1, table=1, row=2, cell=3), "五", "5"))
    assert replacements(b"%PDF-1.7\n\x00\x01", "a.pdf", [finding]) == ((),)
