"""The cheapest way to make a sequence of terminals a sentence of the grammar.

A report that departs from the form is still read: what is missing is inserted, what is out
of place is left out, and the edits with the lowest total cost say what is wrong. The search
is Dijkstra's over (position, parser state), so that one missing or misplaced part is one
edit and everything around it is kept.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Literal, cast

from linter.grammars import load_lalr
from linter.resources import SCHEMAS

if TYPE_CHECKING:
    from lark import Lark
    from lark.parsers.lalr_interactive_parser import InteractiveParser

END = "$END"
STARTS = ("report", "disclosure_table", "applications_table", "review_table")


@dataclass(frozen=True, slots=True)
class Step:
    """``keep`` or ``delete`` the terminal at ``index``, or ``insert`` ``terminal`` before it."""

    action: Literal["keep", "delete", "insert"]
    index: int
    terminal: str


@dataclass(frozen=True, slots=True)
class _Node:
    parser: InteractiveParser
    parent: _Node | None
    step: Step | None


@cache
def _grammar(edition: str) -> Lark:
    text = (SCHEMAS / edition / "structure.lark").read_text(encoding="utf-8")
    return load_lalr(text, STARTS, f"structure-{edition}")


def repair(
    edition: str,
    start: str,
    terminals: Sequence[str],
    costs: Mapping[str, tuple[float, float]],
) -> tuple[Step, ...]:
    """The steps that turn ``terminals`` into a sentence of ``start``, in order.

    ``costs`` gives what inserting and deleting a terminal costs where that is not 1; a
    terminal that the grammar does not know can only be deleted.
    """
    parser = _start(edition, start)
    if _is_sentence(parser, terminals):
        return tuple(Step("keep", i, terminal) for i, terminal in enumerate(terminals))
    return _steps(_cheapest(parser, terminals, costs))


def _start(edition: str, start: str) -> InteractiveParser:
    parser = _grammar(edition).parse_interactive("", start)
    # Trees are not needed, and callbacks would be run anew on every path that is tried.
    conf = copy(parser.parser_state.parse_conf)
    conf.callbacks = {}
    parser.parser_state.parse_conf = conf
    return parser


def _is_sentence(parser: InteractiveParser, terminals: Sequence[str]) -> bool:
    parser = _copy(parser)
    return all(_feed(parser, terminal) for terminal in (*terminals, END))


def _copy(parser: InteractiveParser) -> InteractiveParser:
    copied: InteractiveParser = parser.copy(deepcopy_values=False)  # type: ignore[no-untyped-call]
    return copied


def _feed(parser: InteractiveParser, terminal: str) -> bool:
    from lark import Token, UnexpectedToken

    try:
        parser.feed_token(Token(terminal, ""))
    except UnexpectedToken:
        return False
    return True


def _cheapest(
    parser: InteractiveParser, terminals: Sequence[str], costs: Mapping[str, tuple[float, float]]
) -> _Node:
    order = count()
    queue: list[tuple[float, int, int, _Node]] = [(0.0, 0, next(order), _Node(parser, None, None))]
    settled: set[tuple[int, tuple[int, ...]]] = set()
    last = len(terminals)
    while queue:
        cost, progress, _, node = heapq.heappop(queue)
        position = -progress
        state = (position, tuple(node.parser.parser_state.state_stack))
        if state in settled:
            continue
        settled.add(state)
        if position > last:
            return node
        terminal = terminals[position] if position < last else END
        following = _advanced(node, Step("keep", position, terminal))
        if following:
            heapq.heappush(queue, (cost, -position - 1, next(order), following))
        if terminal != END:
            left_out = _Node(node.parser, node, Step("delete", position, terminal))
            price = costs.get(terminal, (1, 1))[1]
            heapq.heappush(queue, (cost + price, -position - 1, next(order), left_out))
        for missing in sorted(_choices(node.parser)):
            if missing.isupper() and missing != END:
                inserted = _advanced(node, Step("insert", position, missing))
                if inserted:
                    price = costs.get(missing, (1, 1))[0]
                    heapq.heappush(queue, (cost + price, -position, next(order), inserted))
    raise AssertionError("every sequence can be deleted and a sentence inserted")


def _choices(parser: InteractiveParser) -> Iterable[str]:
    state = parser.parser_state
    return cast("Iterable[str]", state.parse_conf.parse_table.states[state.position])


def _advanced(node: _Node, step: Step) -> _Node | None:
    parser = _copy(node.parser)
    return _Node(parser, node, step) if _feed(parser, step.terminal) else None


def _steps(node: _Node | None) -> tuple[Step, ...]:
    steps: list[Step] = []
    while node is not None:
        if node.step and node.step.terminal != END:
            steps.append(node.step)
        node = node.parent
    return tuple(reversed(steps))
