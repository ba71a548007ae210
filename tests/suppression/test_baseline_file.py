"""A baseline as a file: it comes back as it was, and what is wrong with one is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.resources import SCHEMAS
from linter.suppression import baseline_file
from linter.suppression.baseline import KnownFile
from linter.suppression.baseline_file import BaselineError, baseline_text, read_baseline

_SCHEMA = json.loads((SCHEMAS / "baseline.schema.json").read_bytes())
_ENTRY = {"rule": "A301", "fingerprint": "0123456789abcdef", "count": 1}
_FILE = {"path": "a.txt", "report": None, "findings": [_ENTRY]}

_texts = st.text(max_size=20)
_keys = st.tuples(
    st.sampled_from(["A301", "T209", "GD-C501"]),
    st.text("0123456789abcdef", min_size=16, max_size=16),
)
_files = st.builds(
    KnownFile,
    _texts,
    st.none() | st.tuples(_texts, st.integers(2000, 2100).map(str), _texts),
    st.dictionaries(_keys, st.integers(1, 9), min_size=1, max_size=4),
)


def _read(folder: Path, content: str | bytes) -> tuple[KnownFile, ...]:
    file = folder / "baseline.json"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_baseline(file)


def _problem(folder: Path, content: str | bytes) -> tuple[int, str, str]:
    with pytest.raises(BaselineError) as caught:
        _read(folder, content)
    problem = caught.value.problem
    return problem.line, problem.message.zh, problem.message.en


@given(files=st.lists(_files, max_size=4))
def test_what_is_written_is_valid_and_read_back(
    tmp_path_factory: pytest.TempPathFactory, files: list[KnownFile]
) -> None:
    text = baseline_text(files)
    jsonschema.Draft202012Validator(_SCHEMA).validate(json.loads(text))
    assert _read(tmp_path_factory.getbasetemp(), text) == tuple(files)


def test_every_finding_is_one_line_and_they_are_sorted() -> None:
    findings = {("T209", "0" * 16): 1, ("A301", "f" * 16): 2, ("A301", "e" * 16): 1}
    lines = baseline_text([KnownFile("石泉镇.txt", None, findings)]).splitlines()
    assert [line.strip()[:16] for line in lines if "fingerprint" in line] == [
        '{"rule": "A301",',
        '{"rule": "A301",',
        '{"rule": "T209",',
    ]
    assert lines[4] == '      "path": "石泉镇.txt",'


def test_an_empty_baseline_is_one_too(tmp_path: Path) -> None:
    assert _read(tmp_path, baseline_text([])) == ()


def test_a_file_name_that_is_no_text_comes_back(tmp_path: Path) -> None:
    known = KnownFile("报告\udcff.txt", None, {("A301", "0" * 16): 1})
    assert _read(tmp_path, baseline_text([known])) == (known,)


def _with(**changes: Any) -> str:
    return json.dumps({"version": 1, "files": [_FILE], **changes})


def _with_entry(**changes: Any) -> str:
    return _with(files=[{**_FILE, "findings": [_ENTRY, {**_ENTRY, **changes}]}])


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("[]", "version"),
        ('{"files": []}', "version"),
        ('{"version": "1", "files": []}', "version"),
        (_with(files={}), "files"),
        (_with(files=[3]), "files[0].path"),
        (_with(files=[{**_FILE, "path": 3}]), "files[0].path"),
        (_with(files=[{**_FILE, "report": {"issuer": "甲"}}]), "files[0].report"),
        (_with(files=[{**_FILE, "findings": None}]), "files[0].findings"),
        (_with_entry(count=0), "files[0].findings[1]"),
        (_with_entry(count="1"), "files[0].findings[1]"),
        (_with_entry(rule="A3"), "files[0].findings[1]"),
        (_with_entry(fingerprint="xyz"), "files[0].findings[1]"),
    ],
)
def test_what_is_not_of_the_shape_is_told_by_its_place(
    tmp_path: Path, content: str, where: str
) -> None:
    line, zh, en = _problem(tmp_path, content)
    assert line == 0
    assert zh == f"{where} 有误，不是 check --write-baseline 写成的内容"
    assert en.startswith(f"{where} is wrong")
    assert not jsonschema.Draft202012Validator(_SCHEMA).is_valid(json.loads(content))


def test_what_is_no_json_is_told_by_its_line(tmp_path: Path) -> None:
    line, zh, en = _problem(tmp_path, '{\n  "version": 1,\n  oops\n')
    assert (line, zh) == (3, "不符合 JSON 语法")
    assert en.startswith("this is not JSON: ")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[" * 200_000])
def test_what_cannot_be_decoded_is_no_baseline(tmp_path: Path, content: bytes) -> None:
    assert "--write-baseline" in _problem(tmp_path, content)[1]


def test_one_of_a_later_version_asks_for_a_later_tool(tmp_path: Path) -> None:
    assert "升级" in _problem(tmp_path, _with(version=2))[1]


def test_one_of_unreasonable_size_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(baseline_file, "LARGEST_FILE", 10)
    assert "超过" in _problem(tmp_path, _with())[1]


def test_one_that_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BaselineError) as caught:
        read_baseline(tmp_path / "none.json")
    assert "--write-baseline" in caught.value.problem.message.zh
    with pytest.raises(BaselineError) as caught:
        read_baseline(tmp_path)
    assert caught.value.problem.message.zh == "无法读取基线：是文件夹，不是文件"
