"""The LALR automaton of an edition's grammar of structure.

Lark builds its tables from ``schemas/<edition>/structure.lark``; they are kept in the cache as
plain data and run here, since a check that starts instantly cannot afford to load lark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from linter.cache import cached
from linter.forms import structure_grammar

END = "$END"
STARTS = ("report", "disclosure_table", "applications_table", "review_table")

Stack = tuple[int, ...]


class Automaton(NamedTuple):
    """``actions[state][symbol]`` is the next state, or ``[nonterminal, length]`` to reduce."""

    start: int
    end: int
    actions: Mapping[int, Mapping[str, Any]]

    def advanced(self, stack: Stack, terminal: str) -> Stack | None:
        """The stack after ``terminal``, None where the grammar does not allow it there."""
        states = list(stack)
        while True:
            action = self.actions[states[-1]].get(terminal)
            if action is None:
                return None
            if isinstance(action, int):
                return (*states, action)
            nonterminal, length = action
            if length:
                del states[-length:]
            states.append(self.actions[states[-1]][nonterminal])
            if terminal == END and states[-1] == self.end:
                return tuple(states)

    def expected(self, stack: Stack) -> list[str]:
        """The terminals that may be allowed behind ``stack``, in alphabetical order."""
        return sorted(s for s in self.actions[stack[-1]] if s.isupper() and s != END)


@cache
def automaton(edition: str, start: str) -> Automaton:
    """The automaton of the rule ``start`` of an edition's grammar."""
    tables = _tables(edition)
    actions = {state: dict(row) for state, row in tables["actions"]}
    return Automaton(tables["starts"][start], tables["ends"][start], actions)


@cache
def _tables(edition: str) -> Any:
    grammar = structure_grammar(edition)
    return cached(f"structure-{edition}", grammar.encode(), lambda: lalr_tables(grammar, STARTS))


def lalr_tables(grammar: str, starts: Sequence[str]) -> dict[str, Any]:
    """Lark's tables of a grammar as JSON data: ``starts``, ``ends`` and ``actions`` by state."""
    import lark
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    parser = lark.Lark(grammar, parser="lalr", lexer="basic", start=list(starts))
    data, memo = parser.memo_serialize([TerminalDef, Rule])
    table = data["parser"]["parser"]
    names = table["tokens"]
    rules = {
        key: [_name(entry["origin"]), len(entry["expansion"])]
        for key, entry in memo.items()
        if entry["__type__"] == "Rule"
    }
    return {
        "starts": table["start_states"],
        "ends": table["end_states"],
        "actions": [
            [
                state,
                [
                    [names[token], to if kind == 0 else rules[to["@"]]]
                    for token, (kind, to) in row.items()
                ],
            ]
            for state, row in table["states"].items()
        ],
    }


def _name(origin: Mapping[str, Any]) -> str:
    name = origin["name"]
    return name if isinstance(name, str) else str(name["value"])
