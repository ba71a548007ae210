"""The grammar of ``schemas/narrative.lark`` at work, without lark once its tables are cached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from linter.cache import cached
from linter.narrative.claims.tokens import Token
from linter.resources import SCHEMAS
from linter.structure.automaton import END, lalr_tables

PIECE, AMOUNT, PERCENT = STARTS = ("piece", "amount", "percent")

_Tables = tuple[Mapping[str, int], Mapping[str, int], Mapping[int, Mapping[str, Any]]]


class Node(NamedTuple):
    """What a rule of the grammar stands for: ``parts`` are tokens and other nodes."""

    rule: str
    parts: tuple[Token | Node, ...]

    def node(self, rule: str) -> Node | None:
        """The first node of ``rule`` among the parts."""
        return next((p for p in self.parts if isinstance(p, Node) and p.rule == rule), None)

    def tokens(self) -> list[Token]:
        """All its words."""
        found: list[Token] = []
        waiting: list[Token | Node] = list(reversed(self.parts))
        while waiting:
            part = waiting.pop()
            if isinstance(part, Node):
                waiting += reversed(part.parts)
            else:
                found.append(part)
        return found


def parsed(words: Sequence[Token], start: str) -> Node | None:
    """What the words are derived from, None where the grammar does not have them."""
    starts, ends, actions = _tables()
    states = [starts[start]]
    values: list[Token | Node] = []
    for terminal, word in [*((one.kind, one) for one in words), (END, None)]:
        while True:
            action = actions[states[-1]].get(terminal)
            if action is None:
                return None
            if isinstance(action, int):
                states.append(action)
                if word is not None:
                    values.append(word)
                break
            _reduce(action, states, values, actions)
            if word is None and states[-1] == ends[start]:
                break
    (result,) = values
    return result if isinstance(result, Node) else None


def _reduce(
    action: Sequence[Any],
    states: list[int],
    values: list[Token | Node],
    actions: Mapping[int, Mapping[str, Any]],
) -> None:
    rule, length = action
    children = values[len(values) - length :]
    del states[len(states) - length :], values[len(values) - length :]
    states.append(actions[states[-1]][rule])
    values.append(Node(rule, tuple(children)))


@cache
def _tables() -> _Tables:
    grammar = (SCHEMAS / "narrative.lark").read_text(encoding="utf-8")
    tables = cached("narrative", grammar.encode(), lambda: lalr_tables(grammar, STARTS))
    actions = {state: dict(row) for state, row in tables["actions"]}
    return tables["starts"], tables["ends"], actions
