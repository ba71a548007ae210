"""Lark's LALR tables of a grammar, computed once and kept in the cache."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import lark
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef

from linter.cache import Json, cached_as

# What lark takes anew each time a parser is loaded: it shapes no table.
_GIVEN_ON_LOADING = frozenset(
    ("transformer", "lexer_callbacks", "debug", "propagate_positions", "tree_class", "postlex")
)


def load_lalr(
    grammar_text: str,
    start: str | Sequence[str],
    kind: str,
    *,
    lexer: str | type[Lexer] = "contextual",
    **options: Any,
) -> lark.Lark:
    """A LALR parser of ``grammar_text``, from the cache entry of ``kind`` where there is one.

    ``lexer`` is ``"contextual"``, ``"basic"`` or a class of the caller's. Further ``options``
    are lark's; those that shape the tables must be JSON data (a ``TypeError`` otherwise).
    Raises ``lark.GrammarError`` where the grammar is wrong.
    """
    starts = [start] if isinstance(start, str) else list(start)
    given = {name: value for name, value in options.items() if name in _GIVEN_ON_LOADING}
    shaping = {name: value for name, value in options.items() if name not in given}
    kept = sorted(given["postlex"].always_accept) if given.get("postlex") else []
    plain = lexer if isinstance(lexer, str) else "basic"
    facts = [lark.__version__, grammar_text, starts, plain, shaping, kept]

    def build() -> Json:
        parser = lark.Lark(
            grammar_text, parser="lalr", start=starts, lexer=lexer, **shaping, **given
        )
        return _tables(parser)

    def read(tables: Json) -> lark.Lark:
        return _parser(tables, lexer, given)

    return cached_as(kind, json.dumps(facts, sort_keys=True).encode(), build, read)


def _tables(parser: lark.Lark) -> Json:
    """The tables as JSON data: lists take the place of dictionaries with numbers as keys."""
    data, memo = parser.memo_serialize([TerminalDef, Rule])
    options = data["options"]
    for name in _GIVEN_ON_LOADING.union(("lexer", "_plugins")):
        options.pop(name, None)
    frontend = data["parser"]
    frontend["lexer_conf"].pop("lexer_type")
    table = frontend["parser"]
    table["tokens"] = list(table["tokens"].items())
    table["states"] = [(state, list(row.items())) for state, row in table["states"].items()]
    return {"data": data, "memo": list(memo.items())}


def _parser(tables: Json, lexer: str | type[Lexer], given: dict[str, Any]) -> lark.Lark:
    data = tables["data"]
    frontend = data["parser"]
    table = frontend["parser"]
    table = {
        **table,
        "tokens": dict(table["tokens"]),
        "states": {state: dict(row) for state, row in table["states"]},
    }
    conf = {**frontend["lexer_conf"], "lexer_type": lexer}
    options = {**data["options"], "lexer": lexer, "_plugins": {}, **given}
    frontend = {**frontend, "lexer_conf": conf, "parser": table}
    # Lark.load takes the unpickled dictionary as well, so that no pickle is ever read.
    return lark.Lark.load(
        {"memo": dict(tables["memo"]), "data": {**data, "options": options, "parser": frontend}}
    )
