"""The Python interface: what it gives, and what its documentation promises."""

from __future__ import annotations

import doctest
import json
import pickle
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, assert_type, get_type_hints

import jsonschema
import pytest

import linter
from linter.resources import SCHEMAS
from tests.cli.conftest import report_bytes
from tests.command import nianbao

ROOT = Path(__file__).resolve().parents[2]
FAULTY = ROOT / "examples/faulty/2023-yunting-town.txt"
CLEAN = ROOT / "examples/clean/2024-water-bureau.md"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NIANBAO_LANG", raising=False)
    return tmp_path


@pytest.mark.parametrize("page", ["api.md", "api.zh-CN.md"])
def test_every_example_in_the_documentation_runs(page: str, folder: Path) -> None:
    shutil.copytree(ROOT / "examples", folder / "examples")
    ran = doctest.testfile(str(ROOT / "docs" / page), module_relative=False, encoding="utf-8")
    assert ran.attempted > 15
    assert ran.failed == 0


@pytest.mark.parametrize("page", ["api.md", "api.zh-CN.md"])
def test_every_parameter_and_attribute_is_documented(page: str) -> None:
    told = (ROOT / "docs" / page).read_text(encoding="utf-8")
    parameters = set(get_type_hints(linter.check)) - {"return"}
    described = {"Result": linter.Result, "Finding": linter.Finding}
    names = {name for kind in described.values() for name in kind.__annotations__ if name != "data"}
    missing = [name for name in parameters | names if f"`{name}`" not in told]
    assert missing == []


def test_importing_it_loads_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import linter; "
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout.replace("'", '"')) == ["linter"]


def test_its_names_are_told_and_there_are_no_others() -> None:
    assert set(linter.__all__) <= set(dir(linter))
    for name in linter.__all__:
        assert getattr(linter, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'verify'"):
        _ = getattr(linter, "ver" + "ify")


@pytest.mark.parametrize("file", [FAULTY, CLEAN, ROOT / "examples/faulty/2024-culture-bureau.docx"])
def test_it_finds_what_the_command_finds(file: Path, folder: Path) -> None:
    outcome = nianbao("check", file, "--format", "json", folder=folder)
    assert linter.check(file).as_dict() == outcome.data["files"][0]


def test_it_extracts_what_the_command_extracts(folder: Path) -> None:
    outcome = nianbao("extract", CLEAN, folder=folder)
    extraction = linter.extract(CLEAN)
    assert extraction == linter.Extraction(str(CLEAN), "checked", outcome.data)


def test_a_path_as_text_a_path_and_the_content_give_the_same() -> None:
    content = linter.check(FAULTY.read_bytes(), name=str(FAULTY))
    assert linter.check(FAULTY) == linter.check(str(FAULTY)) == content


def test_attributes_are_those_of_the_json() -> None:
    result = linter.check(FAULTY)
    data = result.as_dict()
    for finding, told in zip(result.findings, data["findings"], strict=True):
        assert finding.as_dict() == told
        for name in ("rule", "name", "severity", "message", "section", "expected", "actual"):
            assert getattr(finding, name) == told[name]
        assert list(finding.cells) == told["cells"]
        assert list(finding.culprit) == told["culprit"]
        assert finding.certainty == told.get("certainty")
        assert finding.location.line == told["location"]["line"]
        assert [one.rule for one in finding.violations] == [v["rule"] for v in told["violations"]]
        assert (finding.fix is None) == (told["fix"] is None)
    assert any(finding.violations for finding in result.findings)
    assert any(finding.fix and finding.fix.edits[0].found for finding in result.findings)


def test_the_data_satisfy_the_published_schema() -> None:
    schema = json.loads((SCHEMAS / "findings.schema.json").read_bytes())
    files: dict[str, Any] = {"$defs": schema["$defs"], **schema["properties"]["files"]}
    jsonschema.Draft202012Validator(files).validate([linter.check(FAULTY).as_dict()])


def test_results_can_be_kept_and_what_is_given_away_changes_nothing() -> None:
    result = linter.check(FAULTY)
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301
    result.as_dict()["findings"].clear()
    result.findings[0].as_dict()["location"]["line"] = 0
    assert result.as_dict()["findings"][0]["location"]["line"] == result.findings[0].location.line
    with pytest.raises(AttributeError):
        result.findings[0].rule = "X"  # type: ignore[misc]


def test_rules_are_chosen_as_on_the_command_line() -> None:
    chosen = linter.check(FAULTY, select=["A3", "S107"], ignore=["applications-balance"])
    assert {finding.rule for finding in chosen.findings} == {"A309", "S107"}
    assert linter.check(FAULTY, select=[]).findings == ()
    assert len(linter.check(FAULTY, preview=True).outcomes) >= len(linter.check(FAULTY).outcomes)


def test_no_configuration_is_looked_for(folder: Path) -> None:
    (folder / "nianbao.toml").write_text('exclude = ["*"]\nselect = ["S1"]\n', encoding="utf-8")
    shutil.copy(FAULTY, folder / "report.txt")
    result = linter.check("report.txt")
    assert "A301" in {finding.rule for finding in result.findings}


def test_a_configuration_that_is_given_holds_with_its_suppressions(folder: Path) -> None:
    shutil.copy(FAULTY, folder / "report.txt")
    (folder / "ours.toml").write_text(
        'exclude = ["*"]\nignore = ["D406"]\nlang = "en"\n\n[[suppress]]\nrules = ["D409"]\n'
        'reason = "核实中"\nuntil = 2999-12-31\n',
        encoding="utf-8",
    )
    result = linter.check(folder / "report.txt", config=folder / "ours.toml")
    assert not {"D406", "D409"} & {finding.rule for finding in result.findings}
    (suppressed,) = result.suppressed
    assert suppressed.finding.rule == "D409"
    assert (suppressed.reason, suppressed.by) == ("核实中", "configuration")
    assert suppressed.until is not None
    assert suppressed.until.isoformat() == "2999-12-31"
    assert "核实中" not in str(suppressed.finding.as_dict())


def test_packs_bring_rules_and_editions_of_their_own() -> None:
    packs = [ROOT / "examples/rules/edition"]
    report = linter.extract(CLEAN, rules=packs)
    assert report.data is not None
    assert report.data["edition"] == "2021-yunxi"
    assert "training" in report.data["sections"]
    assert "YX-C501" in linter.check(CLEAN, rules=packs).outcomes
    assert "YX-C501" not in linter.check(CLEAN).outcomes


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00\x01\x02" * 99, b"%PDF-1.7 broken"])
def test_what_cannot_be_read_is_a_result(content: bytes) -> None:
    result = linter.check(content)
    extraction = linter.extract(content)
    assert result.status in ("unreadable", "not_a_report")
    assert result.path == "-"
    assert extraction.data is None
    assert (extraction.status, extraction.findings) == (result.status, result.findings)
    assert [finding.rule[:2] for finding in result.findings] == ["E9"]


def test_folders_and_missing_files_are_results(folder: Path) -> None:
    for path in (folder, folder / "nowhere.txt"):
        assert linter.check(path).findings[0].rule == "E901"
        assert linter.extract(path).findings[0].rule == "E901"


def test_a_defect_of_ours_is_a_result(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("linter.api.calls.read_report", broken)
    extraction = linter.extract(report_bytes())
    assert (extraction.status, extraction.findings[0].rule) == ("unreadable", "E900")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"select": "A301"}, r"select must be a list, such as \['A301'\]"),
        ({"ignore": "A301"}, "ignore must be a list"),
        ({"rules": Path("packs")}, "rules must be a list"),
        ({"name": "a.txt"}, "name goes with bytes"),
    ],
)
def test_arguments_of_a_wrong_type_are_told(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        linter.check(FAULTY, **wrong)


def test_what_is_no_file_is_told() -> None:
    with pytest.raises(TypeError, match="source must be a path or bytes, not int"):
        linter.check(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"lang": "fr"}, "lang must be 'zh' or 'en', not 'fr'"),
        ({"select": ["A999"]}, '"A999" is no rule id'),
        ({"edition": "1999"}, "1999"),
        ({"rules": ["nowhere"]}, "nowhere"),
        ({"config": "nowhere.toml"}, "nowhere.toml"),
    ],
)
def test_arguments_with_a_wrong_value_are_told(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        linter.check(FAULTY, **{"lang": "en", **wrong})


def test_extracting_tells_wrong_values_as_well() -> None:
    with pytest.raises(ValueError, match="1999"):
        linter.extract(FAULTY, edition="1999-x")
    with pytest.raises(ValueError, match="lang"):
        linter.extract(FAULTY, lang="fr")  # type: ignore[arg-type]


def test_types_are_told_to_type_checkers() -> None:
    # Checked by mypy, which reads the tests as well.
    result = linter.check(FAULTY)
    assert_type(result, linter.Result)
    assert_type(result.findings[0].location.line, int | None)
    assert_type(linter.extract(FAULTY).data, dict[str, Any] | None)
