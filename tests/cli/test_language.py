"""In which language the command line speaks."""

from __future__ import annotations

import pytest

from linter.cli.language import stated_language
from tests.cli.conftest import Nianbao


@pytest.mark.parametrize(
    ("argv", "variable", "language"),
    [
        ("check a", "", None),
        ("check a --lang en", "", "en"),
        ("check --lang=en a", "", "en"),
        ("--lang en check a", "", "en"),
        ("check --lang en a --lang zh", "", "zh"),
        ("check --lang=en a --lang=zh", "en", "zh"),
        ("check a", "en", "en"),
        ("check a", "en_US.UTF-8", "en"),
        ("check a", "zh_CN", "zh"),
        ("check a", "fr", None),
        ("check a --lang zh", "en", "zh"),
        ("check a --lang fr", "en", "en"),
        ("check a --lang", "", None),
        ("check -- --lang en", "", None),
        ("", "", None),
    ],
)
def test_the_command_line_goes_before_the_environment(
    argv: str, variable: str, language: str | None
) -> None:
    assert stated_language(argv.split(), {"NIANBAO_LANG": variable}) == language


def test_the_environment_sets_the_language_of_mistakes_too(
    nianbao: Nianbao, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANBAO_LANG", "en")
    assert nianbao("check").err.startswith("nianbao check: error: PATH is missing\n")
