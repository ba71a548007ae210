"""Every reporter's whole output on the sample results, as files to look at.

``NIANBAO_UPDATE_GOLDEN=1`` writes them anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import linter
from linter.model.rule import Language
from linter.reporting.explanation import explanation, rules_json, rules_table
from linter.reporting.findings_json import findings_json
from linter.reporting.plain import plain
from tests.reporting.consoles import coloured, console, printed
from tests.reporting.samples import RULES, sample_run

_FOLDER = Path(__file__).parent / "golden"


def _terminal(language: Language, width: int) -> str:
    return printed(sample_run(language, statistics=True, verbose=True), console(width))


_OUTPUTS: dict[str, Callable[[], str]] = {
    "plain.zh.txt": lambda: plain(sample_run("zh", statistics=True, verbose=True)),
    "plain.en.txt": lambda: plain(sample_run("en", statistics=True, verbose=True)),
    "findings.zh.json": lambda: findings_json(sample_run("zh")),
    "findings.en.json": lambda: findings_json(sample_run("en")),
    "terminal.zh.160.txt": lambda: _terminal("zh", 160),
    "terminal.zh.80.txt": lambda: _terminal("zh", 80),
    "terminal.zh.40.txt": lambda: _terminal("zh", 40),
    "terminal.en.160.txt": lambda: _terminal("en", 160),
    "terminal.en.80.txt": lambda: _terminal("en", 80),
    "terminal.en.40.txt": lambda: _terminal("en", 40),
    "terminal.zh.100.ansi": lambda: printed(sample_run("zh"), coloured(100)),
    "explanation.zh.txt": lambda: explanation(RULES["A301"], "zh"),
    "explanation.en.txt": lambda: explanation(RULES["A301"], "en"),
    "rules.zh.txt": lambda: rules_table(RULES.values(), "zh"),
    "rules.en.json": lambda: rules_json(RULES.values(), "en"),
}


@pytest.mark.parametrize("name", _OUTPUTS)
def test_output_is_as_in_the_golden_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linter, "__version__", "0.0.0")
    output = _OUTPUTS[name]()
    file = _FOLDER / name
    if os.environ.get("NIANBAO_UPDATE_GOLDEN"):
        file.write_text(output, "utf-8")
    assert output == file.read_text("utf-8")


def test_every_golden_file_is_of_some_output() -> None:
    assert {file.name for file in _FOLDER.iterdir()} == set(_OUTPUTS)
