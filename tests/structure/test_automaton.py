"""The grammar of an edition's structure, run as an automaton."""

from __future__ import annotations

from pathlib import Path

import lark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.forms import EDITIONS, TABLES, load_form
from linter.resources import SCHEMAS
from linter.structure import automaton as module
from linter.structure.automaton import END, STARTS, Automaton, automaton

_FRONT = ("TITLE", "H_OVERVIEW", "TEXT")
_TABLES = tuple(part for key in TABLES for part in (f"H_{key.upper()}", f"T_{key.upper()}"))
_BACK = ("H_PROBLEMS", "TEXT", "H_OTHER", "TEXT", "SIGNER", "SIGN_DATE")
REPORT = (*_FRONT, *_TABLES, *_BACK)


def _forget() -> None:
    for remembered in (automaton, module._tables):
        remembered.cache_clear()


def _accepts(grammar: Automaton, terminals: tuple[str, ...]) -> bool:
    stack: tuple[int, ...] | None = (grammar.start,)
    for terminal in (*terminals, END):
        if stack is None:
            return False
        stack = grammar.advanced(stack, terminal)
    return stack is not None


def _lark_accepts(parser: lark.Lark, terminals: tuple[str, ...]) -> bool:
    interactive = parser.parse_interactive("", "report")
    try:
        for terminal in (*terminals, END):
            interactive.feed_token(lark.Token(terminal, ""))
    except lark.UnexpectedToken:
        return False
    return True


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_statutory_report_is_a_sentence(edition: str) -> None:
    assert _accepts(automaton(edition, "report"), REPORT)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table", TABLES)
def test_the_rows_of_the_schema_are_a_sentence_and_nothing_else_is(
    edition: str, table: str
) -> None:
    paths = [row.path for row in load_form(edition).tables[table].rows]
    rows = tuple(path.split(".", 1)[1].upper().replace(".", "_") for path in paths)
    grammar = automaton(edition, f"{table}_table")
    assert _accepts(grammar, rows)
    assert not _accepts(grammar, rows[1:])
    assert not _accepts(grammar, (*rows, rows[-1]))
    assert not _accepts(grammar, tuple(reversed(rows)))


def test_at_every_point_the_grammar_says_what_it_expects() -> None:
    grammar = automaton("2021", "report")
    stack: tuple[int, ...] | None = (grammar.start,)
    for terminal in REPORT:
        assert stack is not None
        assert terminal in grammar.expected(stack)
        stack = grammar.advanced(stack, terminal)


def test_the_tables_are_the_same_out_of_the_cache_and_built_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path))
    _forget()
    built = automaton("2021", "report")
    _forget()
    assert automaton("2021", "report") == built
    monkeypatch.setenv("NIANBAO_CACHE_DIR", "off")
    _forget()
    assert _accepts(automaton("2021", "report"), REPORT)
    _forget()


@pytest.mark.parametrize("edition", EDITIONS)
@settings(max_examples=40)
@given(st.lists(st.sampled_from((*REPORT, "UNKNOWN")), max_size=24), st.integers(0, 24))
def test_it_accepts_what_lark_accepts(edition: str, mixed: list[str], cut: int) -> None:
    text = (SCHEMAS / edition / "structure.lark").read_text(encoding="utf-8")
    parser = lark.Lark(text, parser="lalr", lexer="basic", start=list(STARTS))
    for terminals in (tuple(mixed), (*REPORT[:cut], *mixed), (*REPORT[:cut], *REPORT[cut:])):
        assert _accepts(automaton(edition, "report"), terminals) == _lark_accepts(parser, terminals)
