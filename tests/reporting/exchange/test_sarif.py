"""SARIF 2.1.0: what code scanning is told, checked by a model of the standard."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sarif_pydantic import Sarif

import linter
from linter.fingerprints import fingerprint
from linter.model.finding import Finding
from linter.model.fix import Edit, Fix, Replacement
from linter.model.place import Place
from linter.model.rule import Language
from linter.reporting.exchange.sarif import sarif
from linter.reporting.run import Run
from tests.reporting.exchange.runs import LANGUAGES, PAGES, full_run, quoting, run_of
from tests.reporting.samples import RESULTS, sample_run


def _run(run: Run) -> Any:
    data = json.loads(sarif(run))
    Sarif.model_validate(data)
    assert data["version"] == "2.1.0"
    (only,) = data["runs"]
    return only


def _only(run: Run) -> Any:
    (result,) = _run(run)["results"]
    return result


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_is_valid_in_both_languages(language: Language) -> None:
    run = _run(full_run(language))

    assert run["language"] == {"zh": "zh-CN", "en": "en-US"}[language]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["semanticVersion"] == linter.__version__


def test_every_finding_is_a_result_with_rule_level_message_and_fingerprint() -> None:
    run = _run(sample_run())
    rules = run["tool"]["driver"]["rules"]
    findings = [(result, f) for result in RESULTS for f in result.findings]

    assert len(run["results"]) == len(findings)
    for data, (result, finding) in zip(run["results"], findings, strict=True):
        assert data["ruleId"] == rules[data["ruleIndex"]]["id"] == finding.rule
        assert data["level"] == {"info": "note"}.get(finding.severity, finding.severity)
        assert data["message"]["text"]
        assert data["partialFingerprints"] == {"finding/v1": fingerprint(finding, result)}
        assert "baselineState" not in data
        assert "suppressions" not in data


def test_a_rule_says_what_explain_says_and_where_to_read_more() -> None:
    rules = {rule["id"]: rule for rule in _run(full_run())["tool"]["driver"]["rules"]}

    rule = rules["A301"]
    assert rule["name"] == "applications-balance"
    assert rule["shortDescription"]["text"] == "新收、结转与办理结果不平衡"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert "\n依据：国办公开办函〔2021〕30号" in rule["help"]["text"]
    assert "\n- **理由**：办理情况要经得起核对。" in rule["help"]["markdown"]
    assert rule["helpUri"] == f"{PAGES}A301.md#%E4%B8%AD%E6%96%87"
    assert f"[A301 applications-balance]({rule['helpUri']})" in rule["help"]["markdown"]


def test_a_rule_has_no_link_where_no_page_is_published() -> None:
    own = {rule["id"]: rule for rule in _run(full_run())["tool"]["driver"]["rules"]}["S108"]
    unknown = _run(full_run(rule_pages=None))["tool"]["driver"]["rules"][0]

    assert "helpUri" not in own
    assert "helpUri" not in unknown


def test_cells_are_logical_locations_the_culprit_before_the_rest() -> None:
    results = _run(sample_run("en"))["results"]
    (location,) = next(r for r in results if r["ruleId"] == "A303")["locations"]

    assert location["logicalLocations"] == [
        {
            "fullyQualifiedName": "applications.granted.total",
            "decoratedName": "(1) granted · total",
            "kind": "member",
        }
    ]
    assert location["physicalLocation"]["region"] == {"startLine": 168, "startColumn": 2}


def test_a_word_file_has_line_1_and_the_place_in_words() -> None:
    result = _only(run_of(Finding("E907", "error", place=Place(table=2, row=3)), path="a.docx"))

    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert result["message"]["text"] == "表2第3行：没有找到年度报告的内容。"


def test_suppressed_findings_are_there_with_their_reasons() -> None:
    results = _run(full_run())["results"]
    suppressed = [result for result in results if "suppressions" in result]

    assert [result["suppressions"] for result in suppressed] == [
        [
            {
                "kind": "external",
                "status": "accepted",
                "justification": "区划调整，数据另行说明",
                "properties": {"until": "2026-12-31"},
            }
        ],
        [{"kind": "inSource", "status": "accepted", "justification": "经批准延期"}],
        [{"kind": "external", "status": "accepted", "justification": "已列入基线"}],
    ]
    assert [result.get("baselineState") for result in suppressed] == [None, None, "unchanged"]
    assert {r["baselineState"] for r in results if "suppressions" not in r} == {"new"}


def test_a_fix_is_the_characters_that_change_and_says_whether_it_is_safe() -> None:
    edit = Edit(Place(line=3, column=2), "规范性文件", "行政规范性文件")
    finding = Finding("S108", "info", fix=Fix("wording", True, (edit,)))
    replacements = {"a.txt": ((Replacement(3, 2, 3, 7, "行政规范性文件"),), ())}
    mended, unplaced = _run(run_of(finding, finding, replacements=replacements))["results"]

    assert mended["fixes"] == [
        {
            "description": {"text": "把「规范性文件」改为「行政规范性文件」"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "a.txt"},
                    "replacements": [
                        {
                            "deletedRegion": {
                                "startLine": 3,
                                "startColumn": 2,
                                "endLine": 3,
                                "endColumn": 7,
                            },
                            "insertedContent": {"text": "行政规范性文件"},
                        }
                    ],
                }
            ],
            "properties": {"safe": True},
        }
    ]
    assert "fixes" not in unplaced


def test_the_invocation_says_how_the_run_ended_and_what_could_not_be_read() -> None:
    (invocation,) = _run(full_run())["invocations"]

    assert invocation["exitCode"] == 2
    assert invocation["executionSuccessful"] is False
    assert [note["descriptor"]["id"] for note in invocation["toolExecutionNotifications"]] == [
        "E903",
        "E907",
    ]
    assert invocation["toolConfigurationNotifications"] == [
        {"level": "note", "message": {"text": "已停用规则 T204：本地格式另有规定"}}
    ]


def test_findings_are_no_failure_of_the_run() -> None:
    (invocation,) = _run(sample_run(results=RESULTS[:2], exit_status=1))["invocations"]

    assert invocation["executionSuccessful"] is True
    assert invocation["exitCode"] == 1
    assert invocation["toolExecutionNotifications"] == []


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("reports/2023年 报告.txt", "reports/2023%E5%B9%B4%20%E6%8A%A5%E5%91%8A.txt"),
        ("./a#b?c%.md", "a%23b%3Fc%25.md"),
        ("a:b.txt", "a%3Ab.txt"),
        ("/srv/a.txt", "file:///srv/a.txt"),
        ("../a.txt", "../a.txt"),
        ("-", "-"),
        ("./", "./"),
        ("\udcb1\udca8.txt", "%B1%A8.txt"),
        ("\ud800.txt", "%ED%A0%80.txt"),
        ("a\n\x1b\u202e.txt", "a%0A%1B%E2%80%AE.txt"),
    ],
)
def test_a_path_is_a_uri_whatever_the_file_is_called(path: str, uri: str) -> None:
    run = _run(run_of(Finding("E907", "error"), path=path))
    (location,) = run["results"][0]["locations"]

    assert run["artifacts"][0]["location"]["uri"] == uri
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_drive_of_windows_is_an_absolute_uri(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.reporting.exchange.entries.os.sep", "\\")
    run = _run(run_of(Finding("E907", "error"), path="C:\\报告\\a.txt"))

    assert run["artifacts"][0]["location"]["uri"] == "file:///C%3A/%E6%8A%A5%E5%91%8A/a.txt"


def test_no_report_can_put_a_link_into_a_message() -> None:
    text = _only(quoting("[点此](https://example.org)"))["message"]["text"]

    assert "](" not in text
    assert "点此" in text
