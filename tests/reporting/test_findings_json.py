"""``check --format json`` keeps its contract to the letter."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

import linter
from linter.model.finding import Equation, FileResult, Finding, Term
from linter.model.rule import Language
from linter.records import replace
from linter.reporting.findings_json import findings_json
from linter.reporting.run import Run
from linter.resources import SCHEMAS
from tests.reporting.samples import RESULTS, RULES, sample_run

_SCHEMA = json.loads((SCHEMAS / "findings.schema.json").read_bytes())


def _data(run: Run) -> Any:
    return json.loads(findings_json(run))


def _finding(**facts: Any) -> Any:
    finding = Finding("A301", "error", **facts)
    result = FileResult("a.txt", "checked", (finding,))
    data = _data(sample_run(results=(result,)))
    jsonschema.validate(data, _SCHEMA)
    return data["files"][0]["findings"][0]


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(_SCHEMA)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_findings_are_valid_against_the_schema(language: Language) -> None:
    jsonschema.validate(_data(sample_run(language)), _SCHEMA)


def test_keys_stand_in_the_order_of_the_contract() -> None:
    data = _data(sample_run())
    first = data["files"][0]
    finding = first["findings"][0]

    assert list(data) == ["schema_version", "tool", "files", "summary"]
    assert " ".join(first) == (
        "path status edition year issuer findings suppressed doubts not_evaluated"
        " not_applicable outcomes"
    )
    assert " ".join(finding) == (
        "rule name severity message section cells culprit expected actual location source fix"
        " violations"
    )
    assert list(finding["location"]) == ["line", "column", "page", "table", "row", "cell"]
    assert list(data["summary"]) == [
        *("files", "errors", "warnings", "infos", "unreadable"),
        "suppressed",
    ]


def test_tool_is_named_with_its_version() -> None:
    assert _data(sample_run())["tool"] == {"name": "nianbao", "version": linter.__version__}


def test_finding_carries_rule_values_place_and_law() -> None:
    (finding,) = (f for f in _data(sample_run())["files"][0]["findings"] if f["rule"] == "A303")

    assert finding["name"] == "applications-row-total"
    assert (finding["severity"], finding["section"]) == ("error", "applications")
    assert (finding["expected"], finding["actual"]) == (5, 6)
    assert finding["culprit"] == ["applications.granted.total"]
    assert finding["location"]["line"] == 168
    assert finding["location"]["page"] is None
    assert finding["source"] == "国办公开办函〔2021〕30号"
    assert finding["fix"] is None
    assert [violation["rule"] for violation in finding["violations"]] == ["A302", "A303"]
    assert finding["equation"]["relation"] == "="
    assert len(finding["equation"]["left"]) == 6


def test_file_that_was_not_checked_has_a_status_and_nothing_of_a_report() -> None:
    scan, notice = _data(sample_run())["files"][-2:]

    assert (scan["status"], notice["status"]) == ("unreadable", "not_a_report")
    assert (scan["edition"], scan["year"], scan["issuer"]) == (None, None, None)


def test_doubts_and_reasons_are_words_in_the_language_asked_for() -> None:
    files = _data(sample_run("en"))["files"]

    assert files[0]["not_evaluated"] == [
        {"rule": "A302", "reason": "a cell that it needs is not a number: enterprises"}
    ]
    assert files[1]["doubts"] == [{"about": "applications", "reason": "its labels were inferred"}]
    assert files[1]["suppressed"] == []


def test_every_rule_has_an_outcome_and_idle_ones_a_reason() -> None:
    first = _data(sample_run())["files"][0]

    assert list(first["outcomes"]) == sorted(RULES)
    assert first["outcomes"]["A301"] == "violated"
    assert first["outcomes"]["E903"] == "not_applicable"
    assert first["not_applicable"][0] == {"rule": "E903", "reason": "报告中没有规则所针对的情形"}


def test_only_a_finding_in_doubt_says_why() -> None:
    finding = Finding("A301", "warning", doubt="rows-by-order")
    result = FileResult("a.txt", "checked", (finding, Finding("A301", "error")))

    doubted, certain = _data(sample_run(results=(result,)))["files"][0]["findings"]

    assert doubted["doubt"] == "数字与行名称在文件中分离，各行系按先后顺序对应"
    assert doubted["message"].endswith(f"读取存疑（{doubted['doubt']}），请先对照原件核对。")
    assert "doubt" not in certain


def test_chinese_is_written_as_it_is_and_every_run_writes_the_same() -> None:
    text = findings_json(sample_run())

    assert "青石县交通运输局" in text
    assert text == findings_json(sample_run())
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None),
        (6, 6),
        ("2024-01-31", "2024-01-31"),
        (Decimal("59237.2449"), 59237.2449),
        (10**301, "1.000000E+301"),
        (Decimal("1E+999999"), "1.000000E+999999"),
        (Decimal("Infinity"), "Infinity"),
    ],
)
def test_values_are_numbers_or_texts_and_always_json(value: Any, written: Any) -> None:
    assert _finding(expected=value)["expected"] == written


def test_blank_term_counts_as_zero_and_says_so() -> None:
    terms = (Term("applications.new.total", 0, blank=True), Term(None, 3, negative=True))

    finding = _finding(equation=Equation(terms, "=", ()))

    assert finding["equation"] == {
        "left": [
            {"cell": "applications.new.total", "value": 0, "negative": False, "blank": True},
            {"cell": None, "value": 3, "negative": True, "blank": False},
        ],
        "relation": "=",
        "right": [],
    }


def test_path_that_is_no_text_can_still_be_written() -> None:
    result = replace(RESULTS[2], path="报告\udcff.txt")

    text = findings_json(Run((result,), RULES, "zh"))

    assert text.encode("utf-8")
    assert json.loads(text)["files"][0]["path"] == "报告\\udcff.txt"


def test_empty_run_is_valid() -> None:
    data = _data(Run((), {}, "zh"))

    jsonschema.validate(data, _SCHEMA)
    assert data["files"] == []
