"""A pattern from the cache is the pattern that ``re.compile`` makes, or is compiled anew."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import cache
from linter import regex as regex_module
from linter.regex import regex
from tests.command import nianbao

TEXTS = [
    r"(?P<year>20[0-9]{2})年(?P<rest>.*)",
    "[一二三四五六七八九十]{1,3}(?:、|是)|(?<![0-9])(?:公开|主动公开)(?!条例)",
    r"^\s*(a|b)+?\Z",
    "",
]


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, and no pattern known."""
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(regex_module, "_PATTERNS", regex_module._Patterns())
    return tmp_path


def next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the end of one run and the start of the next do."""
    regex_module._PATTERNS._keep()
    monkeypatch.setattr(regex_module, "_PATTERNS", regex_module._Patterns())


def refuse(*_: object) -> re.Pattern[str]:
    raise AssertionError("compiled again")


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE | re.DOTALL])
def test_a_kept_pattern_equals_the_compiled_one(
    text: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert regex(text, flags) == re.compile(text, flags)
    next_run(monkeypatch)
    expected = re.compile(text, flags)
    monkeypatch.setattr(re, "compile", refuse)
    found = regex(text, flags)
    assert found == expected
    assert (found.groups, found.groupindex) == (expected.groups, expected.groupindex)


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_restored_pattern_finds_the_same(words: str, text: str) -> None:
    source = f"(?P<found>{re.escape(words)})|[{re.escape(words)}年]"
    restored = regex_module._restored(source, regex_module._code(source, 0))
    expected = re.compile(source)
    assert [m.groupdict() for m in restored.finditer(text)] == [
        m.groupdict() for m in expected.finditer(text)
    ]


@pytest.mark.parametrize(
    "code",
    [
        None,
        [],
        [0, 3, 0, {}],
        [0, "x", 0, {}],
        [0, "AQAAAA==", -5, {}],
        [32, "AQAAAA==", 1, {"a": 9}],
    ],
)
@pytest.mark.usefixtures("fresh")
def test_what_is_no_code_is_compiled_anew(code: object, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.keep("patterns", regex_module._KEY, {"0 a+": code})
    assert regex("a+").fullmatch("aaa")
    next_run(monkeypatch)
    monkeypatch.setattr(re, "compile", refuse)
    assert regex("a+").fullmatch("aaa")


@pytest.mark.parametrize("data", ["[]", "3", '"x"'])
def test_a_foreign_entry_is_ignored(fresh: Path, data: str) -> None:
    cache.keep("patterns", regex_module._KEY, json.loads(data))
    assert regex("a+").fullmatch("aaa")
    assert list(fresh.iterdir())


def test_without_a_cache_everything_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", "off")
    monkeypatch.setattr(regex_module, "_PATTERNS", regex_module._Patterns())
    assert regex("a+").fullmatch("aaa")
    next_run(monkeypatch)
    assert regex("a+").fullmatch("aaa")


@pytest.mark.usefixtures("fresh")
def test_patterns_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex_module, "_MOST", 2)
    for text in ("a", "b", "c"):
        regex(text)
        next_run(monkeypatch)
    assert set(cache.kept("patterns", regex_module._KEY)) == {"0 c"}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_every_run_compiles_the_same_patterns(
    seed: str,
    fresh: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = Path(__file__).parent.parent / "examples" / "clean" / "2024-water-bureau.md"
    folder = tmp_path_factory.mktemp("run")
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    assert nianbao("check", report, folder=folder).status == 0
    (entry,) = fresh.glob("patterns-*")
    before = entry.read_bytes()
    monkeypatch.setenv("PYTHONHASHSEED", seed)
    assert nianbao("check", report, folder=folder).status == 0
    assert entry.read_bytes() == before
