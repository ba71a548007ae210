"""Every exchange format's whole output on the sample run, as files to look at.

``NIANBAO_UPDATE_GOLDEN=1`` writes them anew. The workbook, which is no text, stands there as
its cells read back.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import openpyxl
import pytest

import linter
from linter.model.rule import Language
from linter.reporting.formats import FORMATS, written
from tests.reporting.exchange.runs import LANGUAGES, full_run

_FOLDER = Path(__file__).parent / "golden"
_SUFFIXES = {
    "jsonl": "jsonl",
    "sarif": "sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "rdjson": "rdjson.json",
    "checkstyle": "checkstyle.xml",
    "markdown": "md",
    "xlsx": "xlsx.txt",
}
_OUTPUTS = {f"{lang}.{end}": (name, lang) for name, end in _SUFFIXES.items() for lang in LANGUAGES}


def _cells(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    lines = []
    for sheet in book:
        lines.append(f"# {sheet.title}")
        lines += [" | ".join(map(_cell, row)) for row in sheet.iter_rows(values_only=True)]
    return "".join(f"{line}\n" for line in lines)


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("\n", "\\n")


@pytest.mark.parametrize("name", _OUTPUTS)
def test_output_is_as_in_the_golden_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linter, "__version__", "0.0.0")
    form, language = _OUTPUTS[name]
    content = written(full_run(language, statistics=form == "markdown"), form)
    output = _cells(content) if isinstance(content, bytes) else content
    file = _FOLDER / name
    if os.environ.get("NIANBAO_UPDATE_GOLDEN"):
        file.write_text(output, "utf-8")
    assert output == file.read_text("utf-8")


def test_every_golden_file_is_of_some_output() -> None:
    assert {file.name for file in _FOLDER.iterdir()} == set(_OUTPUTS)


def test_every_exchange_format_has_a_golden_file() -> None:
    exchange = {name for name, form in FORMATS.items() if ".exchange." in form.module}
    assert exchange == set(_SUFFIXES)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_without_files_can_be_written_and_every_run_writes_the_same(
    name: str, language: Language
) -> None:
    written(full_run(language, results=()), name)
    assert written(full_run(language), name) == written(full_run(language), name)
