"""The editions that packs declare, in what ``new`` and ``fill`` write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter import forms
from tests.cli.conftest import Nianbao
from tests.cli.test_rules_check import EXAMPLES

_PACK = ("--rules", EXAMPLES / "edition")
_OFFICE = ("--issuer", "云溪县水务局")


@pytest.fixture(autouse=True)
def _nothing_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "_DECLARED", {})


def test_the_form_of_a_pack_is_written_from_its_year_on(nianbao: Nianbao) -> None:
    assert nianbao("new", "--year", "2025", *_OFFICE, *_PACK, "-o", "a.docx").status == 0
    data = json.loads(nianbao("extract", "a.docx", *_PACK).out)
    assert data["edition"] == "2021-yunxi"
    assert data["sections"]["training"]["heading"] == "七、政务公开培训情况"

    assert nianbao("new", "--year", "2025", *_OFFICE, "-o", "b.docx").status == 0
    assert json.loads(nianbao("extract", "b.docx", *_PACK).out)["sections"]["training"] is None


def test_data_on_the_form_of_a_pack_is_the_same_again(nianbao: Nianbao, tmp_path: Path) -> None:
    assert nianbao("new", "--year", "2025", *_OFFICE, *_PACK, "-o", "a.md").status == 0
    data = json.loads(nianbao("extract", "a.md", *_PACK).out)
    data["sections"]["training"]["text"] = "全年举办培训班2期。"
    (tmp_path / "data.json").write_text(json.dumps(data), encoding="utf-8")

    assert nianbao("fill", "data.json", *_PACK, "-o", "b.html").status == 0
    assert json.loads(nianbao("extract", "b.html", *_PACK).out) == data

    told = nianbao("fill", "data.json", "-o", "c.html")
    assert told.status == 2
    assert "没有“2021-yunxi”版格式，应为 2019、2021 之一" in told.err


def test_an_edition_that_no_pack_declares(nianbao: Nianbao) -> None:
    told = nianbao("new", "--year", "2025", *_OFFICE, "--edition", "2021-x", "-o", "a.md")
    assert told.status == 2
    assert "没有“2021-x”版格式" in told.err
