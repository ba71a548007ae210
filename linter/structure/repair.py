"""The cheapest way to make a sequence of terminals a sentence of the grammar.

A report that departs from the form is still read: what is missing is inserted, what is out
of place is left out, and the edits with the lowest total cost say what is wrong. The search
is Dijkstra's over (position, parser state), so that one missing or misplaced part is one
edit and everything around it is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from linter.records import record
from linter.structure.automaton import END, Automaton, Stack, automaton


@record
class Step:
    """``keep`` or ``delete`` the terminal at ``index``, or ``insert`` ``terminal`` before it."""

    action: Literal["keep", "delete", "insert"]
    index: int
    terminal: str


class _Node(NamedTuple):
    stack: Stack
    parent: _Node | None
    step: Step | None


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
    grammar = automaton(edition, start)
    if _is_sentence(grammar, terminals):
        return tuple(Step("keep", i, terminal) for i, terminal in enumerate(terminals))
    return _steps(_cheapest(grammar, terminals, costs))


def _is_sentence(grammar: Automaton, terminals: Sequence[str]) -> bool:
    stack: Stack | None = (grammar.start,)
    for terminal in (*terminals, END):
        stack = stack and grammar.advanced(stack, terminal)
    return stack is not None


def _cheapest(
    grammar: Automaton, terminals: Sequence[str], costs: Mapping[str, tuple[float, float]]
) -> _Node:
    from heapq import heappop, heappush
    from itertools import count

    order = count()
    queue = [(0.0, 0, next(order), _Node((grammar.start,), None, None))]
    settled: set[tuple[int, Stack]] = set()
    while queue:
        cost, progress, _, node = heappop(queue)
        position = -progress
        if (position, node.stack) in settled:
            continue
        settled.add((position, node.stack))
        if position > len(terminals):
            return node
        for price, step in _choices(grammar, node.stack, terminals, position, costs):
            stack = node.stack
            if step.action != "delete":
                stack = grammar.advanced(node.stack, step.terminal) or ()
            if stack:
                onward = position + (step.action != "insert")
                entry = (cost + price, -onward, next(order), _Node(stack, node, step))
                heappush(queue, entry)
    raise AssertionError("every sequence can be deleted and a sentence inserted")


def _choices(
    grammar: Automaton,
    stack: Stack,
    terminals: Sequence[str],
    position: int,
    costs: Mapping[str, tuple[float, float]],
) -> list[tuple[float, Step]]:
    """What can be done at a position, with its cost."""
    terminal = terminals[position] if position < len(terminals) else END
    choices = [(0.0, Step("keep", position, terminal))]
    if terminal != END:
        choices.append((costs.get(terminal, (1, 1))[1], Step("delete", position, terminal)))
    choices += [
        (costs.get(missing, (1, 1))[0], Step("insert", position, missing))
        for missing in grammar.expected(stack)
    ]
    return choices


def _steps(node: _Node | None) -> tuple[Step, ...]:
    steps: list[Step] = []
    while node is not None:
        if node.step and node.step.terminal != END:
            steps.append(node.step)
        node = node.parent
    return tuple(reversed(steps))
