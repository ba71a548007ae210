"""What the HTML report lets a person sign comes from the files that were checked."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from linter.cli import worksheets
from linter.corpus.checking import Plan, Task
from linter.pipeline import check_bytes
from tests.cli.conftest import Nianbao
from tests.product import rules

_WRITE = ("--output-format", "html:out.html")


def _page(folder: Path) -> LexborHTMLParser:
    return LexborHTMLParser((folder / "out.html").read_text("utf-8"))


def _facts(page: LexborHTMLParser) -> list[str]:
    return [node.text() for node in page.css(".facts td")]


def test_the_hash_is_that_of_the_file(nianbao: Nianbao, bad: Path, tmp_path: Path) -> None:
    told = nianbao("check", "bad.txt", *_WRITE)

    assert (told.status, told.err) == (1, "")
    page = _page(tmp_path)
    assert hashlib.sha256(bad.read_bytes()).hexdigest() in _facts(page)
    assert len(page.css(".identities tr.violated")) >= 1


def test_only_rules_that_were_on_are_on_the_sheet(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    nianbao("check", "bad.txt", *_WRITE, "--select", "A304")

    (group,) = _page(tmp_path).css(".identities tbody")
    assert group.text().strip().startswith("A304")


def test_the_page_is_the_same_however_many_processes_check(
    nianbao: Nianbao, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "more.txt").write_bytes(bad.read_bytes())
    pages = []
    for jobs in ("1", "2"):
        nianbao("check", "bad.txt", "more.txt", *_WRITE, "--jobs", jobs)
        pages.append((tmp_path / "out.html").read_bytes())

    assert pages[0] == pages[1]


def test_a_file_that_cannot_be_read_again_has_no_hash(
    nianbao: Nianbao, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def then_gone(*arguments: Any) -> Any:
        bad.unlink()
        return whole(*arguments)

    whole = worksheets.worksheets_of
    monkeypatch.setattr(worksheets, "worksheets_of", then_gone)

    assert nianbao("check", "bad.txt", *_WRITE).status == 1
    assert "未能计算" in _facts(_page(tmp_path))


def test_a_file_that_may_no_longer_be_opened_has_no_hash(
    nianbao: Nianbao, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*arguments: object, **options: object) -> object:
        raise PermissionError

    def then_closed(*arguments: Any) -> Any:
        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", refused)
            return whole(*arguments)

    whole = worksheets.worksheets_of
    monkeypatch.setattr(worksheets, "worksheets_of", then_closed)

    assert nianbao("check", "bad.txt", *_WRITE).status == 1
    assert "未能计算" in _facts(_page(tmp_path))


def test_a_pipe_is_not_read_a_second_time(bad: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    task = Task(pipe, "pipe", Plan((), frozenset(rules().rules)))
    result = check_bytes(bad.read_bytes(), "pipe", rules())

    assert worksheets.worksheets_of([task], [result])["pipe"].sha256 is None


def test_standard_input_has_a_hash_too(
    nianbao: Nianbao, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bad.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    nianbao("check", "-", "--stdin-filename", "bad.txt", *_WRITE)

    assert hashlib.sha256(data).hexdigest() in _facts(_page(tmp_path))


def test_nothing_is_hashed_where_no_page_is_written(
    nianbao: Nianbao, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def called(*arguments: object) -> object:
        raise AssertionError

    monkeypatch.setattr(worksheets, "worksheets_of", called)

    assert nianbao("check", "bad.txt", "--format", "json").status == 1
