"""Real reports: extracted to the cell, and found wrong exactly where an auditor found them so.

The collection lies beside the checkout (``../shared/reports``, or the folder named by
``NIANBAO_REPORTS``) and is no part of it. ``*.truth.json`` is the authority for extraction,
``index.jsonl`` for findings. Where the folder is not there and nobody asked for it, this
module has no tests; in CI its absence is a failure.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from linter.model.finding import Finding
from tests.product import checked, differences, extracted, grave, ids
from tests.rendering import Data

_ROOT = Path(__file__).resolve().parent.parent
_NAMED = os.environ.get("NIANBAO_REPORTS")
_FOLDER = Path(_NAMED) if _NAMED else _ROOT.parent / "shared" / "reports"

# What the index calls a mistake, and the rule that reports it at the same severity.
_RULES = {
    ("S1", "title", "warning"): "S102",
    ("S1", "title", "info"): "S103",
    ("S1", "heading", "info"): "S108",
    ("S1", "structure", "warning"): "S107",
    # The report is torn: what is missing in it may be the conversion's loss, hence no error.
    ("S1", "heading-lost", "warning"): "S104",
    ("T2", "cell-lost", "warning"): "A305",
    ("S1", "signature", "info"): "S111",
    ("T2", "label", "info"): "T209",
    ("T2", "blank-cells", "warning"): "T204",
    ("D4", "year", "warning"): "D409",
}
_FAMILIES = {"S1", "T2", "A3", "D4"}
_LETTERS = {family[0] for family in _FAMILIES}

if not _FOLDER.is_dir() and (_NAMED or os.environ.get("CI") == "true"):
    raise FileNotFoundError(f"the collection of real reports is not at {_FOLDER}")


def _index() -> dict[str, dict[str, Any]]:
    if not _FOLDER.is_dir():
        return {}
    lines = (_FOLDER / "index.jsonl").read_text("utf-8").splitlines()
    entries = (json.loads(line) for line in lines if line)
    return {entry["file"]: entry for entry in entries if entry.get("truth")}


_INDEX = _index()
# The layout excerpts: the numbers that stand in them, read by eye; all other cells are None.
_EXCERPTS: dict[str, tuple[str, Data]] = {
    "2019-guihua-subdistrict": (
        "2019",
        {
            "disclosure.regulations": [0, 0, 0],
            "disclosure.normative_documents": [0, 0, 0],
            "disclosure.licensing": [0, 0, 0],
            "disclosure.other_services": [0, 0, 0],
            "disclosure.penalties": [0, 0, 0],
            "disclosure.coercion": [0, 0, 0],
            "disclosure.fees": [0, 0],
        },
    ),
    "2020-zhongcun-town": (
        "2019",
        {
            "disclosure.regulations": [0, 0, 0],
            "disclosure.normative_documents": [5, 5, 5],
            "disclosure.licensing": [0, 0, 0],
            "disclosure.other_services": [0, 0, 0],
            "disclosure.penalties": [0, 0, 0],
            "disclosure.coercion": [0, 0, 0],
            "disclosure.fees": [0, 0],
            "disclosure.procurement": [1, 8040],
        },
    ),
    "2023-qijiazi-town": (
        "2021",
        {
            "disclosure.regulations": [0, 0, 0],
            "disclosure.normative_documents": [0, 0, 0],
            "disclosure.licensing": [0],
            "disclosure.penalties": [30],
            "disclosure.coercion": [0],
            "disclosure.fees": [0],
            "applications.new": [0, 0, 0, 0, 0, 0, 0],
        },
    ),
    "2023-xiliu-town": (
        "2021",
        {
            "disclosure.regulations": [0, 0, 0],
            "disclosure.normative_documents": [4, 0, 32],
            "disclosure.licensing": [0],
            "disclosure.penalties": [0],
            "disclosure.coercion": [0],
            "disclosure.fees": [0],
        },
    ),
    "2023-xjnlk-town": (
        "2021",
        {
            "disclosure.regulations": [0, 0, 6],
            "disclosure.normative_documents": [0, 0, 0],
            "disclosure.licensing": [0],
        },
    ),
}

if _FOLDER.is_dir():

    @pytest.mark.parametrize("name", _INDEX)
    def test_every_cell_and_frame_is_extracted_as_the_report_has_it(name: str) -> None:
        truth = json.loads((_FOLDER / f"{name}.truth.json").read_text("utf-8"))
        uncertain = {*truth.pop("uncertain", ())}

        got = extracted((_FOLDER / name).read_bytes(), name)
        for section in filter(None, got["sections"].values()):
            del section["text"]

        wrong = differences(truth, got)
        assert {k: v for k, v in wrong.items() if k.removeprefix("tables.") not in uncertain} == {}

    @pytest.mark.parametrize("name", _INDEX)
    def test_what_an_auditor_finds_is_found_on_the_same_cells(name: str) -> None:
        result = checked((_FOLDER / name).read_bytes(), name)

        missed = [
            finding
            for finding in _INDEX[name]["findings"]
            if finding["family"] in _FAMILIES and not _is_reported(finding, result.findings)
        ]

        assert missed == []

    @pytest.mark.parametrize("name", _INDEX)
    def test_nothing_more_is_found_at_error_or_warning_level(name: str) -> None:
        expected = {
            _rule(finding)
            for finding in _INDEX[name]["findings"]
            if finding["family"] in _FAMILIES and finding["severity"] != "info"
        }

        result = checked((_FOLDER / name).read_bytes(), name)

        assert {rule for rule in ids(grave(result)) if rule[0] in _LETTERS} == expected
        assert result.status == "checked"

    def test_a_report_torn_by_conversion_is_accused_of_nothing_for_certain() -> None:
        name = "2024-shanghai-kewei.pdfextract.md"

        result = checked((_FOLDER / name).read_bytes(), name)

        assert {doubt.about for doubt in result.doubts} == {"applications", "sections.problems"}
        assert [finding.rule for finding in result.findings if finding.severity == "error"] == []
        assert {result.outcomes[rule] for rule in ("A305", "S104")} == {"doubtful"}

    def test_what_is_cut_off_in_an_excerpt_is_not_missing_for_certain() -> None:
        name = "2023-qijiazi-town.layout.txt"

        result = checked((_FOLDER / "partial" / name).read_bytes(), name)

        assert {doubt.reason for doubt in result.doubts} == {"table-cut-off"}
        assert {f.severity for f in result.findings if f.rule == "T222"} == {"warning"}

    @pytest.mark.parametrize(
        "name", [name for name in _INDEX if not name.endswith("pdfextract.md")]
    )
    def test_whole_reports_are_read_without_doubt(name: str) -> None:
        assert checked((_FOLDER / name).read_bytes(), name).doubts == ()

    @pytest.mark.parametrize("name", _EXCERPTS)
    def test_the_numbers_of_an_excerpt_stand_in_their_cells(name: str) -> None:
        edition, rows = _EXCERPTS[name]
        file = f"{name}.layout.txt"

        got = extracted((_FOLDER / "partial" / file).read_bytes(), file, edition)

        assert {row: _numbers(got, row) for row in rows} == rows
        assert sum(number is not None for number in _cells(got["tables"])) == sum(
            map(len, rows.values())
        )


def _rule(finding: Data) -> str:
    return _RULES[finding["family"], finding["kind"], finding["severity"]]


def _is_reported(finding: Data, found: tuple[Finding, ...]) -> bool:
    same = [f for f in found if (f.rule, f.severity) == (_rule(finding), finding["severity"])]
    cells = {cell for one in same for cell in one.culprit or one.cells}
    return bool(same) and (not finding["cells"] or cells == set(finding["cells"]))


def _numbers(data: Data, row: str) -> list[Any]:
    node = data["tables"]
    for key in row.split("."):
        node = node[key]
    return list(node.values())


def _cells(node: Any) -> list[Any]:
    if isinstance(node, dict):
        return [cell for child in node.values() for cell in _cells(child)]
    return [node]
