"""A report recognised in pictures: its findings are doubtful, unless sums prove a table."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from linter import readers
from linter.model.document import Document, Recognition, Table
from linter.model.finding import FileResult
from linter.model.place import Place
from linter.readers import read
from linter.records import replace
from linter.reporting.codes import code_text
from tests.product import checked, extracted

ROOT = Path(__file__).parents[1]
FAULTY = sorted((ROOT / "examples/faulty").glob("2*"))
CLEAN = ROOT / "examples/clean/2024-county.html"
Recognised = Callable[[Path], tuple[bytes, str]]


@pytest.fixture
def recognised(monkeypatch: pytest.MonkeyPatch) -> Recognised:
    """Files as if they had been read from pictures."""
    plain = read

    def from_pictures(data: bytes, name: str = "") -> Document:
        document = plain(data, name)
        return replace(document, recognised=Recognition("engine 1", dict(_confidence(document))))

    monkeypatch.setattr(readers, "read", from_pictures)
    return lambda path: (path.read_bytes(), path.name)


def _confidence(document: Document) -> list[tuple[Place, float]]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [(cell.place, 0.9) for table in tables for row in table.rows for cell in row]


def _checked(recognised: Recognised, path: Path) -> FileResult:
    return checked(*recognised(path))


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_no_finding_is_certain_but_those_on_tables_that_prove_themselves(
    recognised: Recognised, path: Path
) -> None:
    result = _checked(recognised, path)
    doubted = {doubt.about for doubt in result.doubts}
    findings = [finding for finding in result.findings if finding.rule != "E917"]
    assert findings
    for finding in findings:
        if finding.doubt is None:
            assert finding.equation or finding.violations
            assert not {cell.split(".")[0] for cell in finding.cells} & doubted
        else:
            assert finding.severity != "error"


def test_prose_and_tables_without_sums_are_doubted(recognised: Recognised) -> None:
    result = _checked(recognised, CLEAN)
    doubts = {doubt.about: (doubt.reason, doubt.confidence) for doubt in result.doubts}
    assert doubts["disclosure"] == ("read-by-ocr", 0.9)
    assert doubts["sections"] == ("read-by-ocr", None)
    assert not {"applications", "review"} & doubts.keys()


@pytest.mark.parametrize(("language", "word"), [("zh", "图片"), ("en", "picture")])
def test_the_reason_is_said_in_words(language: str, word: str) -> None:
    assert word in code_text("reason", "read-by-ocr", "zh" if language == "zh" else "en")


def test_the_extract_tells_how_sure_each_value_is(recognised: Recognised) -> None:
    data = extracted(*recognised(CLEAN))
    assert data["recognised"]["engine"] == "engine 1"
    assert data["recognised"]["confidence"]["applications.new.total"] == 0.9
    schema = json.loads((ROOT / f"schemas/{data['edition']}/report.schema.json").read_text("utf-8"))
    assert not list(
        Draft202012Validator(schema["properties"]["recognised"]).iter_errors(data["recognised"])
    )


def test_the_extract_of_another_file_says_nothing_of_it() -> None:
    assert "recognised" not in extracted(CLEAN.read_bytes(), CLEAN.name)
