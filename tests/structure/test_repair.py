"""The cheapest way to make a sequence of parts a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.forms import EDITIONS, TABLES, load_form
from linter.structure.repair import Step, repair

_COSTS = {"TEXT": (0.5, 0.01)}


def _rows(edition: str, table: str) -> list[str]:
    paths = [row.path for row in load_form(edition).tables[table].rows]
    return [path.split(".", 1)[1].upper().replace(".", "_") for path in paths]


def _report() -> list[str]:
    parts = ["TITLE", "H_OVERVIEW", "TEXT"]
    for table in TABLES:
        parts += [f"H_{table.upper()}", f"T_{table.upper()}"]
    return [*parts, "H_PROBLEMS", "TEXT", "H_OTHER", "TEXT", "SIGNER", "SIGN_DATE"]


def _sentence(steps: Sequence[Step]) -> list[str]:
    return [step.terminal for step in steps if step.action != "delete"]


def _cost(steps: Sequence[Step], costs: Mapping[str, tuple[float, float]]) -> float:
    price = {"keep": lambda terminal: 0.0}
    price["insert"] = lambda terminal: costs.get(terminal, (1, 1))[0]
    price["delete"] = lambda terminal: costs.get(terminal, (1, 1))[1]
    return sum(price[step.action](step.terminal) for step in steps)


@st.composite
def _mistaken(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """An edition, a start and its terminals in any number and order, unknown ones among them."""
    edition = draw(st.sampled_from(EDITIONS))
    table = draw(st.sampled_from((*TABLES, "report")))
    right = _report() if table == "report" else _rows(edition, table)
    start = table if table == "report" else f"{table}_table"
    mixed = st.lists(st.sampled_from([*right, "UNKNOWN"]), max_size=12)
    return edition, start, draw(st.one_of(mixed, _shaken(right)))


@st.composite
def _shaken(draw: st.DrawFn, right: list[str]) -> list[str]:
    terminals = list(right)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, max(len(terminals) - 1, 0)))
        change: Any = draw(st.sampled_from(("drop", "double", "swap", "stranger")))
        if change == "stranger" or not terminals:
            terminals.insert(at, "UNKNOWN")
        elif change == "drop":
            del terminals[at]
        elif change == "double":
            terminals.insert(at, terminals[at])
        else:
            terminals.append(terminals.pop(at))
    return terminals


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_right_report_is_kept_as_it_is(edition: str) -> None:
    parts = _report()
    expected = tuple(Step("keep", index, part) for index, part in enumerate(parts))
    assert repair(edition, "report", parts, _COSTS) == expected


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table", TABLES)
def test_a_right_table_is_kept_as_it_is(edition: str, table: str) -> None:
    rows = _rows(edition, table)
    assert [step.action for step in repair(edition, f"{table}_table", rows, {})] == ["keep"] * len(
        rows
    )


@settings(max_examples=60)
@given(_mistaken())
def test_what_is_kept_and_inserted_is_a_sentence(case: tuple[str, str, list[str]]) -> None:
    edition, start, terminals = case
    sentence = _sentence(repair(edition, start, terminals, _COSTS))
    again = repair(edition, start, sentence, _COSTS)
    assert [step.action for step in again] == ["keep"] * len(sentence)


@settings(max_examples=60)
@given(_mistaken())
def test_every_part_is_kept_or_deleted_once_and_in_order(
    case: tuple[str, str, list[str]],
) -> None:
    edition, start, terminals = case
    steps = repair(edition, start, terminals, _COSTS)
    printed = [(step.index, step.terminal) for step in steps if step.action != "insert"]
    assert printed == list(enumerate(terminals))


@settings(max_examples=60)
@given(_mistaken())
def test_no_repair_costs_more_than_to_begin_anew(case: tuple[str, str, list[str]]) -> None:
    edition, start, terminals = case
    anew = repair(edition, start, [], _COSTS)
    most = _cost(anew, _COSTS) + sum(_COSTS.get(t, (1, 1))[1] for t in terminals)
    assert _cost(repair(edition, start, terminals, _COSTS), _COSTS) <= most + 1e-9


@settings(max_examples=60)
@given(st.sampled_from(EDITIONS), st.sampled_from(TABLES), st.data())
def test_one_missing_row_is_one_insertion(edition: str, table: str, data: st.DataObject) -> None:
    rows = _rows(edition, table)
    missing = data.draw(st.integers(0, len(rows) - 1))
    steps = repair(edition, f"{table}_table", rows[:missing] + rows[missing + 1 :], {})
    changes = [(step.action, step.terminal) for step in steps if step.action != "keep"]
    assert changes == [("insert", rows[missing])]


def test_a_part_that_the_grammar_does_not_know_is_left_out() -> None:
    rows = _rows("2021", "review")
    steps = repair("2021", "review_table", [*rows[:1], "UNKNOWN", *rows[1:]], {})
    assert [step.terminal for step in steps if step.action == "delete"] == ["UNKNOWN"]


def test_nothing_at_all_is_repaired_by_inserting_the_smallest_report() -> None:
    steps = repair("2021", "report", [], _COSTS)
    assert {step.action for step in steps} == {"insert"}
    assert _sentence(steps) == _report()


def test_costs_decide_which_repair_is_the_cheapest() -> None:
    parts = [part for part in _report() if part != "TEXT"]
    steps = repair("2021", "report", parts, _COSTS)
    assert [s.terminal for s in steps if s.action == "insert"] == ["TEXT"] * 3
