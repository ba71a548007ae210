"""Binary workbooks, read by a library in a process of its own."""

from __future__ import annotations

import importlib.util
import io
import json
import struct
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from linter.model.problem import InputProblem
from linter.readers import read
from linter.readers.spreadsheet import worker as spreadsheet_worker
from linter.readers.spreadsheet import xls as spreadsheet_xls
from linter.readers.spreadsheet.xls import xls_document
from tests.readers.blocks import grid, outline, table

_FIGURES = Path(__file__).with_name("files") / "figures.xls"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le")


def _problem(data: bytes) -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        read(data)
    return caught.value


def test_sheet_is_read_with_its_merged_cells_and_places() -> None:
    document = read(_FIGURES.read_bytes(), "报告.et")

    assert document.format == "xls"
    assert outline(document)[1:] == ["2025年1月20日"]
    assert [(text, row, column, *spans) for text, row, column, *spans in grid(table(document))] == [
        ("收到和处理申请情况", 0, 0, 1, 3),
        ("项目", 1, 0, 1, 1),
        ("件数", 1, 1, 1, 1),
        ("金额", 1, 2, 1, 1),
        ("许可", 2, 0, 1, 1),
        ("12", 2, 1, 1, 1),
        ("12.5", 2, 2, 1, 1),
        ("13", 3, 0, 1, 1),
        ("TRUE", 3, 1, 1, 1),
        ("", 3, 2, 1, 1),
        ("处罚", 4, 0, 2, 1),
        ("1234567", 4, 1, 1, 1),
        ("", 4, 2, 1, 1),
        ("0", 5, 1, 1, 1),
        ("", 5, 2, 1, 1),
    ]
    assert table(document).rows[5][0].place.address == "C7"


def test_hidden_sheet_is_annotated() -> None:
    (mark,) = read(_FIGURES.read_bytes()).annotations

    assert (mark.kind, mark.text, mark.place.sheet) == ("hidden", "不公开", "底稿")


def test_false_is_shown_as_such() -> None:
    assert spreadsheet_xls._shown(False) == "FALSE"


def test_damaged_file_is_said() -> None:
    assert _problem(_OLE).rule == "E904"
    assert _problem(_FIGURES.read_bytes()[:3000] + _OLE[512:]).rule == "E904"


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    problem = _problem(_OLE)

    assert (problem.rule, problem.facts) == (
        "E911", {"format": "XLS", "extra": "nianbao[xlsx]"},
    )  # fmt: skip


def test_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: Any, **__: Any) -> None:
        raise subprocess.TimeoutExpired("worker", 10)

    monkeypatch.setattr(subprocess, "run", late)

    assert _problem(_OLE).facts["limit"] == "xls-seconds"


def test_file_that_takes_the_library_down_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text("import os; os.abort()", encoding="utf-8")
    monkeypatch.setattr(spreadsheet_xls, "_WORKER", worker)

    problem = _problem(_OLE)

    assert (problem.rule, problem.facts["reason"]) == ("E904", "xls-crash")


@pytest.mark.parametrize(
    ("said", "rule"), [("password", "E905"), ("cells", "E906"), ("damaged", "E904")]
)
def test_what_the_worker_finds_wrong_is_said(
    said: str, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet_xls, "_answer", lambda data: {"problem": said})

    assert _problem(_OLE).rule == rule


def test_worker_refuses_more_cells_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet_worker, "MOST_CELLS", 5)

    assert spreadsheet_worker.answer(_FIGURES.read_bytes()) == {"problem": "cells"}
    assert spreadsheet_worker.answer(b"x" * 600) == {"problem": "damaged"}


def test_worker_gives_plain_values() -> None:
    (sheet, hidden) = spreadsheet_worker.answer(_FIGURES.read_bytes())["sheets"]

    assert (sheet["name"], sheet["hidden"], hidden["hidden"]) == ("申请", False, True)
    assert (8, 1, [2025, 1, 20]) in sheet["cells"]
    assert (4, 2, True) in sheet["cells"]
    assert sheet["merged"] == [[1, 1, 1, 3], [5, 1, 6, 1]]


def _far_apart() -> bytes:
    """The fixture with its last number moved to the last row that the format knows."""
    data = bytearray(_FIGURES.read_bytes())
    at = data.index(struct.pack("<HHHH", 0x027E, 10, 6, 2))
    data[at + 4 : at + 8] = struct.pack("<HH", 65_535, 255)
    return bytes(data)


def test_words_far_apart_are_bounded_in_memory() -> None:
    """The library lays out a grid of 16 million cells, for which there may be no memory."""
    assert _outcome(_far_apart()) in ("read", "E904")


def _outcome(data: bytes) -> str:
    try:
        xls_document(data)
    except InputProblem as problem:
        return problem.rule
    return "read"


def test_worker_answers_on_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bounds: list[tuple[int, int]] = []
    system = types.SimpleNamespace(RLIMIT_AS=9, setrlimit=lambda _, both: bounds.append(both))
    monkeypatch.setitem(sys.modules, "resource", system)
    monkeypatch.setattr(sys, "argv", ["worker", "library"])
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_FIGURES.read_bytes())))

    spreadsheet_worker.main()

    assert len(json.loads(capsys.readouterr().out)["sheets"]) == 2
    assert bounds == [(spreadsheet_worker.MEMORY, spreadsheet_worker.MEMORY)]


def test_worker_goes_on_where_memory_cannot_be_bounded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr(sys, "argv", ["worker", "library"])
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 600)))

    spreadsheet_worker.main()

    assert json.loads(capsys.readouterr().out) == {"problem": "damaged"}


@pytest.mark.parametrize(
    ("error", "problem"), [("PasswordError", "password"), ("CalamineError", "damaged")]
)
def test_worker_tells_a_password_from_damage(
    error: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise getattr(python_calamine, error)

    book = types.SimpleNamespace(from_filelike=refuse)
    monkeypatch.setattr(python_calamine, "CalamineWorkbook", book)

    assert spreadsheet_worker.answer(b"") == {"problem": problem}


def test_worker_passes_over_what_is_no_worksheet(monkeypatch: pytest.MonkeyPatch) -> None:
    about = types.SimpleNamespace(typ="SheetTypeEnum.ChartSheet", name="图")
    book = types.SimpleNamespace(sheets_metadata=[about])
    library = types.SimpleNamespace(from_filelike=lambda _: book)
    monkeypatch.setattr(python_calamine, "CalamineWorkbook", library)

    assert spreadsheet_worker.answer(b"") == {"sheets": []}
