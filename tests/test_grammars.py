"""A grammar's tables survive the cache: the parser loaded is the parser built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lark
import pytest
from lark.lexer import Lexer, Token

from linter import cache
from linter.grammars import load_lalr

SUMS = r"""
start: sum
?sum: product | sum "+" product -> plus
?product: atom | product "*" atom -> times
?atom: NUMBER | "x"i -> name | "(" sum ")"
%import common.NUMBER
%import common.WS
%ignore WS
"""

ROWS = """
document: row+
row: LABEL cells [NOTE]
cells: CELL~1..3
%declare LABEL CELL NOTE
"""


class RowLexer(Lexer):
    """Turns (type, text) pairs into tokens."""

    __future_interface__ = 1

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, state: Any, _parser_state: Any) -> Iterator[Token]:
        for kind, text in state.text:
            yield Token(kind, text)


class Closing:
    """A post-lexer that adds a token which the lexer itself never sees."""

    always_accept = ("END",)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        yield from stream
        yield Token("END", "")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path))
    return tmp_path


def both(grammar: str, start: str | list[str], **options: Any) -> tuple[Any, Any]:
    """The parser as built and as loaded from its entry."""
    built = load_lalr(grammar, start, "test", **options)
    return built, load_lalr(grammar, start, "test", **options)


@pytest.mark.parametrize("lexer", ["contextual", "basic"])
@pytest.mark.parametrize("text", ["1", "1 + 2 * x", "(1+2)*(X + 4)"])
def test_it_parses_as_lark_itself_does(lexer: str, text: str) -> None:
    expected = lark.Lark(SUMS, parser="lalr", start="start", lexer=lexer).parse(text)
    assert [parser.parse(text) for parser in both(SUMS, "start", lexer=lexer)] == [expected] * 2


def test_it_makes_the_same_mistakes() -> None:
    messages: set[object] = set()
    for parser in both(SUMS, "start"):
        with pytest.raises(lark.UnexpectedToken) as caught:
            parser.parse("1 + * 2")
        messages.add((caught.value.pos_in_stream, tuple(sorted(caught.value.accepts))))
    assert messages == {(4, ("LPAR", "NUMBER", "X"))}


def test_declared_terminals_and_a_lexer_of_the_callers_work() -> None:
    tokens = [("LABEL", "一"), ("CELL", "5"), ("CELL", "6"), ("NOTE", "注")]
    tokens += [("LABEL", "二"), ("CELL", "")]
    for parser in both(ROWS, "document", lexer=RowLexer, maybe_placeholders=True):
        tree = parser.parse(tokens)
        assert [len(row.children[1].children) for row in tree.children] == [2, 1]
        assert [row.children[2] for row in tree.children] == ["注", None]


def test_interactive_parsing_works() -> None:
    for parser in both(ROWS, ["document", "row"], lexer=RowLexer):
        state = parser.parse_interactive(start="row")
        assert state.accepts() == {"LABEL"}
        state.feed_token(Token("LABEL", "一"))
        state.feed_token(Token("CELL", "5"))
        assert state.accepts() == {"CELL", "NOTE", "$END"}
        copy = state.copy()
        copy.feed_token(Token("NOTE", "注"))
        assert copy.accepts() == {"$END"}
        assert state.feed_eof().data == "row"


def test_what_shapes_no_table_is_given_anew() -> None:
    class Numbers(lark.Transformer[Any, Any]):
        def plus(self, parts: list[Any]) -> str:
            return "+".join(map(str, parts))

    for parser in both(SUMS, "start", transformer=Numbers()):
        assert parser.parse("1+2").children == ["1+2"]
    for parser in both(SUMS, "start", propagate_positions=True):
        assert parser.parse("12 + 3").meta.end_pos == 6
    for parser in both(SUMS + "\nclosed: sum END\n%declare END", "closed", postlex=Closing()):
        assert parser.parse("1 + 2").data == "closed"


def test_options_that_shape_the_tables_are_part_of_the_key(folder: Path) -> None:
    load_lalr(SUMS, "start", "test")
    load_lalr(SUMS, "start", "test", keep_all_tokens=True)
    load_lalr(SUMS, ["start", "sum"], "test")
    assert len(list(folder.iterdir())) == 3
    parser: Any = load_lalr(SUMS, "start", "test", keep_all_tokens=True)
    (tree,) = parser.parse("1+2").children
    assert [str(child) for child in tree.children] == ["1", "+", "2"]


def test_an_option_that_is_no_data_is_refused() -> None:
    with pytest.raises(TypeError):
        load_lalr(SUMS, "start", "test", edit_terminals=print)


def test_a_wrong_grammar_is_an_error() -> None:
    with pytest.raises(lark.GrammarError):
        load_lalr("start: missing", "start", "test")


def test_an_entry_that_is_no_table_is_built_anew(folder: Path) -> None:
    load_lalr(SUMS, "start", "test")
    (entry,) = folder.iterdir()
    for payload in (b"{}", b'{"data": {}, "memo": []}', b'{"data": 7, "memo": [[0, 1]]}'):
        digest = entry.stem.rsplit("-", 1)[1]
        entry.write_bytes(cache._checksum(digest, payload) + b"\n" + payload)
        assert load_lalr(SUMS, "start", "test").parse("1").data == "start"


def test_a_warm_load_does_not_read_the_grammar(monkeypatch: pytest.MonkeyPatch) -> None:
    load_lalr(SUMS, "start", "test")

    def refuse(*_arguments: object) -> None:
        raise AssertionError("the grammar was read again")

    monkeypatch.setattr("lark.lark.load_grammar", refuse)
    assert load_lalr(SUMS, "start", "test").parse("1 + 2").data == "start"
