"""Help pages, in both languages, and the version."""

from __future__ import annotations

import re

import pytest

import linter
from linter.cli.commands import COMMANDS
from linter.corpus.suffixes import REPORT_SUFFIXES
from linter.reporting.formats import FORMATS
from linter.reporting.typesetting import text_width
from tests.cli.conftest import Nianbao

_PAGES = [("--help",), *((name, "--help") for name in COMMANDS)]
# Words of a command line, which are the same in every language.
_WORDS = r"--?[\w-]+|nianbao|[\w-]+(\|[\w-]+)+|\$\(.*?\)|[\w.-]*\.(toml|gitignore)|NIANBAO_LANG"


@pytest.mark.parametrize("page", _PAGES)
def test_help_names_every_option_and_fits_the_terminal(
    nianbao: Nianbao, page: tuple[str, ...]
) -> None:
    for language in ("zh", "en"):
        told = (
            nianbao(*page, "--lang", language)
            if len(page) > 1
            else nianbao("--lang", language, *page)
        )
        assert (told.status, told.err) == (0, "")
        assert all(text_width(line) <= 88 for line in told.out.splitlines())
        if len(page) > 1:
            for option in COMMANDS[page[0]].options:
                assert all(flag in told.out for flag in option.flags)


@pytest.mark.parametrize("page", _PAGES)
def test_chinese_help_has_no_english_left(nianbao: Nianbao, page: tuple[str, ...]) -> None:
    words = re.findall(r"[A-Za-z]{2,}", re.sub(_WORDS, "", nianbao(*page).out))
    allowed = {
        "check", "extract", "new", "fill", "diff", "explain", "rules", "completion",
        *(suffix.removeprefix(".") for suffix in REPORT_SUFFIXES), "tmp", "PDF",
        "JSON", "TOML", "Excel", "Markdown", "ALL", "gitignore", "auto", "error", "rich",
        "plain", "text", "zh", "never",
        *FORMATS, "XlsxWriter", "findings", "Word", "bak",
        "lsp", "Ctrl", "shell", "eval", "fish", "bash", "source", "applications", "balance",
    }  # fmt: skip
    assert set(words) <= allowed


@pytest.mark.parametrize("page", _PAGES)
def test_english_help_has_no_chinese_left(nianbao: Nianbao, page: tuple[str, ...]) -> None:
    told = nianbao(*page, "--lang", "en") if len(page) > 1 else nianbao("--lang", "en", *page)
    assert told.out.replace("…", "").isascii()
    assert told.out.startswith("Usage: nianbao ")


def test_without_a_command_the_help_is_shown_and_nothing_was_done(nianbao: Nianbao) -> None:
    told = nianbao()
    assert told.status == 2
    assert told.out == ""
    assert told.err == nianbao("--help").out


@pytest.mark.parametrize("arguments", [("--version",), ("-V",), ("--lang", "en", "--version")])
def test_the_version_is_one_line(nianbao: Nianbao, arguments: tuple[str, ...]) -> None:
    told = nianbao(*arguments)
    assert (told.status, told.out) == (0, f"nianbao {linter.__version__}\n")
