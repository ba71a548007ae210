"""JSON lines, GitLab's code quality report and reviewdog's diagnostics."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry, Resource

from linter.model.finding import Finding
from linter.model.place import Place
from linter.model.rule import Language
from linter.reporting.exchange.gitlab import gitlab
from linter.reporting.exchange.jsonl import jsonl
from linter.reporting.exchange.rdjson import rdjson
from linter.reporting.findings_json import findings_json
from linter.reporting.formats import written
from linter.resources import SCHEMAS
from tests.reporting.exchange.runs import LANGUAGES, PAGES, full_run, quoting, run_of
from tests.reporting.samples import RESULTS, sample_run

_WHOLE = json.loads((SCHEMAS / "findings.schema.json").read_bytes())
_LINE = json.loads((SCHEMAS / "findings-lines.schema.json").read_bytes())
_KNOWN: Registry[Any] = Registry().with_resource(_WHOLE["$id"], Resource.from_contents(_WHOLE))

# What GitLab demands of an issue, and reviewdog of a diagnostic (their documentation).
_TEXT = {"type": "string", "minLength": 1}
_LINE_NUMBER = {"type": "integer", "minimum": 1}
_GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": _TEXT,
            "check_name": _TEXT,
            "fingerprint": _TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "additionalProperties": False,
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": _LINE_NUMBER},
                    },
                },
            },
        },
    },
}
_RDJSON = {
    "type": "object",
    "additionalProperties": False,
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": _TEXT}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location", "severity", "code"],
                "properties": {
                    "message": _TEXT,
                    "location": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["path"],
                        "properties": {
                            "path": _TEXT,
                            "range": {
                                "type": "object",
                                "required": ["start"],
                                "properties": {
                                    "start": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "required": ["line"],
                                        "properties": {"line": _LINE_NUMBER},
                                    }
                                },
                            },
                        },
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["value"],
                        "properties": {"value": _TEXT, "url": {"type": "string"}},
                    },
                },
            },
        },
    },
}


def _lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.split("\n")[:-1]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_valid_against_the_schema_of_lines(language: Language) -> None:
    validator = jsonschema.Draft202012Validator(_LINE, registry=_KNOWN)
    lines = _lines(jsonl(full_run(language)))

    assert len(lines) == len(RESULTS) + sum(len(result.findings) for result in RESULTS) + 1
    for line in lines:
        validator.validate(line)


def test_lines_say_what_json_says() -> None:
    *lines, last = _lines(jsonl(full_run()))
    whole = json.loads(findings_json(full_run()))
    files: list[Any] = []
    for line in lines:
        kind = line.pop("type")
        if kind == "file":
            files.append({**line, "findings": []})
        else:
            assert line.pop("path") == files[-1]["path"]
            files[-1]["findings"].append(line)

    assert files == whole["files"]
    assert last == {
        "type": "summary",
        **{key: whole[key] for key in ("schema_version", "tool", "disabled")},
        **whole["summary"],
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_gitlab_issues_are_as_gitlab_wants_them(language: Language) -> None:
    issues = json.loads(gitlab(full_run(language)))
    jsonschema.validate(issues, _GITLAB)

    assert len(issues) == sum(len(result.findings) for result in RESULTS)
    assert issues[0]["check_name"] == "D404 deadline-department"
    assert issues[0]["location"]["lines"] == {"begin": 412}


def test_gitlab_fingerprints_stand_once_and_outlive_moved_lines() -> None:
    def marks(first: int) -> list[str]:
        places = (Place(line=first), Place(line=first + 1))
        run = run_of(*(Finding("S108", "info", place=place) for place in places))
        return [issue["fingerprint"] for issue in json.loads(gitlab(run))]

    assert len(set(marks(1))) == 2
    assert marks(1) == marks(40)


def test_paths_are_those_of_the_repository() -> None:
    (issue,) = json.loads(gitlab(run_of(Finding("E907", "error"), path="./reports/a.txt")))
    assert issue["location"]["path"] == "reports/a.txt"


@pytest.mark.parametrize("language", LANGUAGES)
def test_diagnostics_are_as_reviewdog_wants_them(language: Language) -> None:
    data = json.loads(rdjson(full_run(language)))
    jsonschema.validate(data, _RDJSON)

    first, *_, last = data["diagnostics"]
    assert first["location"] == {
        "path": "reports/2023-qingshi.txt",
        "range": {"start": {"line": 412}},
    }
    assert first["code"]["url"].startswith(f"{PAGES}D404.md#")
    assert last["location"] == {"path": "reports/notice.md"}


def test_a_diagnostic_without_a_published_page_has_no_url() -> None:
    diagnostics = json.loads(rdjson(sample_run()))["diagnostics"]
    assert not [one for one in diagnostics if "url" in one["code"]]


@pytest.mark.parametrize("name", ["json", "jsonl", "gitlab", "rdjson", "sarif"])
@given(text=st.text(max_size=30), path=st.text(min_size=1, max_size=20))
def test_no_text_breaks_the_json(name: str, text: str, path: str) -> None:
    content = written(quoting(text, path), name)

    assert isinstance(content, str)
    content.encode()
    for part in _lines(content) if name == "jsonl" else [json.loads(content)]:
        assert part
