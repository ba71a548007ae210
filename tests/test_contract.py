"""The two published contracts: ``extract`` and ``check --format json``, and exit statuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter.forms import EDITIONS, load_schema
from linter.resources import SCHEMAS
from tests.command import checked_files, nianbao
from tests.examples import example_report
from tests.product import differences
from tests.rendering import BY_NAME, LAYOUTS, Data, Layout, with_cell

_SEED = BY_NAME["txt-cell-a-line"]


def _findings_schema() -> Any:
    return json.loads((SCHEMAS / "findings.schema.json").read_bytes())


def _written(folder: Path, report: Data, layout: Layout = _SEED, name: str = "") -> Path:
    file = folder / (name or layout.file_name)
    file.write_bytes(layout.print(report))
    return file


@pytest.mark.parametrize("edition", EDITIONS)
def test_extract_prints_what_the_schema_describes(edition: str, tmp_path: Path) -> None:
    report = example_report(edition)
    file = _written(tmp_path, report)

    outcome = nianbao("extract", file, folder=tmp_path)

    jsonschema.validate(outcome.data, load_schema(edition))
    assert differences(report, outcome.data) == {}
    assert (outcome.status, outcome.errors) == (0, "")


def test_extract_of_a_report_without_tables_and_sections_has_nulls(tmp_path: Path) -> None:
    report = example_report()
    report["tables"] = dict.fromkeys(report["tables"])
    report["sections"]["other"] = None
    file = _written(tmp_path, report)

    outcome = nianbao("extract", file, folder=tmp_path)

    assert differences(report, outcome.data) == {}


def test_extract_of_no_report_is_exit_2(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("来信收悉。\n" * 30, "utf-8")

    outcome = nianbao("extract", file, folder=tmp_path)

    assert outcome.status == 2
    assert outcome.output == ""
    assert "Traceback" not in outcome.errors


def test_findings_are_what_the_schema_describes(tmp_path: Path) -> None:
    report = with_cell(example_report(), "applications.granted.total", 1)
    report |= {"signed_on": "2023-06-01"}
    files = [_written(tmp_path, report, layout) for layout in LAYOUTS]
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")

    outcome = checked_files(*files, empty, folder=tmp_path)

    jsonschema.validate(outcome.data, _findings_schema())
    assert [file["path"] for file in outcome.data["files"]] == [str(f) for f in (*files, empty)]
    assert outcome.data["summary"]["files"] == len(files) + 1
    assert outcome.data["summary"]["unreadable"] == 1


def test_summary_adds_up(tmp_path: Path) -> None:
    wrong = with_cell(example_report(), "applications.granted.total", 1)
    files = [
        _written(tmp_path, example_report(), name="right.txt"),
        _written(tmp_path, wrong, name="wrong.txt"),
    ]

    data = checked_files(*files, folder=tmp_path).data

    severities = [f["severity"] for file in data["files"] for f in file["findings"]]
    summary = data["summary"]
    assert summary["errors"] == severities.count("error") > 0
    assert summary["warnings"] == severities.count("warning")
    assert summary["infos"] == severities.count("info")


def test_finding_names_rule_cells_place_and_law(tmp_path: Path) -> None:
    report = with_cell(example_report(), "review.reconsideration.total", 9)
    file = _written(tmp_path, report)

    (finding,) = checked_files(file, folder=tmp_path).data["files"][0]["findings"]

    assert (finding["rule"], finding["name"]) == ("A304", "review-total")
    assert finding["cells"][-1] == "review.reconsideration.total"
    assert (finding["expected"], finding["actual"]) == (6, 9)
    assert finding["section"] == "review"
    assert file.read_text("utf-8").splitlines()[finding["location"]["line"] - 1] == "\t9"
    assert "国办公开办函〔2021〕30号" in finding["source"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_messages_are_in_the_language_asked_for(language: str, tmp_path: Path) -> None:
    report = with_cell(example_report(), "review.reconsideration.total", 9)
    file = _written(tmp_path, report)

    outcome = checked_files(file, folder=tmp_path, options=["--lang", language])

    (finding,) = outcome.data["files"][0]["findings"]
    sentence = finding["message"].split("（")[0].split("“")[0]
    assert any("\u4e00" <= char <= "\u9fff" for char in sentence) == (language == "zh")


_WARNED = {"signed_on": "2024-02-20"}  # a township after 31 January: a warning


@pytest.mark.parametrize(
    ("changes", "options", "status"),
    [
        ({}, [], 0),
        (_WARNED, [], 0),
        (_WARNED, ["--fail-on", "warning"], 1),
        (_WARNED, ["--fail-on", "info"], 1),
        (_WARNED, ["--fail-on", "warning", "--ignore", "D406"], 0),
        (_WARNED, ["--fail-on", "warning", "--select", "A3"], 0),
        ({"signed_on": "2023-02-20"}, [], 1),
        ({"signed_on": "2023-02-20"}, ["--fail-on", "never"], 0),
        ({"signed_on": "2023-02-20"}, ["--ignore", "signed-too-early"], 0),
        ({}, ["--no-such-option"], 2),
        ({}, ["--select", "Q999"], 2),
        ({}, ["--config", "none.toml"], 2),
    ],
    ids=str,
)
def test_exit_status(changes: Data, options: list[str], status: int, tmp_path: Path) -> None:
    file = _written(tmp_path, example_report() | changes)

    outcome = nianbao("check", file, *options, folder=tmp_path)

    assert outcome.status == status
    assert "Traceback" not in outcome.errors


def test_file_that_cannot_be_checked_is_exit_2_even_if_nothing_may_fail(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")

    outcome = nianbao("check", empty, "--fail-on", "never", folder=tmp_path)

    assert outcome.status == 2


def test_standard_input_is_checked_under_its_name(tmp_path: Path) -> None:
    printed = _SEED.print(example_report())

    outcome = nianbao(
        *("check", "-", "--stdin-filename", "report.txt", "--format", "json"),
        folder=tmp_path,
        stdin=printed,
    )

    assert outcome.data["files"][0]["path"] == "report.txt"
    assert outcome.status == 0


def test_folder_is_searched_for_reports(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for layout in LAYOUTS[-4:]:
        _written(tmp_path / "reports", example_report(), layout)

    outcome = checked_files(tmp_path / "reports", folder=tmp_path)

    assert [file["status"] for file in outcome.data["files"]] == ["checked"] * 4
    assert outcome.status == 0
