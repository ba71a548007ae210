"""Every identity of a report is evaluated, with both sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from linter.engine import balances as module
from linter.engine.balances import Identities
from linter.engine.identities import Identity
from linter.engine.packs import load_rules
from linter.model.balance import Balance
from linter.model.finding import Term
from linter.model.report import Report, Value
from linter.records import replace
from tests.product import rules
from tests.reporting.samples import sample_report

_A = "applications."
_IDENTITIES = Identities(rules())


def _balances(report: Report, **outcomes: Any) -> tuple[Balance, ...]:
    return _IDENTITIES.balances(report, outcomes)


def _of(balances: tuple[Balance, ...], rule: str, path: str) -> Balance:
    (found,) = (one for one in balances if one.rule == rule and path in one.bindings.values())
    return found


def _numbers(side: tuple[Term, ...]) -> list[Any]:
    return [term.value for term in side]


def _with(cells: Mapping[str, Any]) -> tuple[Balance, ...]:
    return _balances(sample_report(cells))


def test_both_sides_are_those_of_the_form() -> None:
    cells = {"new": 14, "carried_in": 2, "results_total": 15, "carried_out": 1}
    balance = _of(
        _with({f"{_A}{row}.natural_person": number for row, number in cells.items()}),
        *("A301", _A + "new.natural_person"),
    )

    assert (balance.relation, balance.holds, balance.unknown) == ("=", True, ())
    assert _numbers(balance.left) == [14, 2]
    assert _numbers(balance.right) == [15, 1]
    assert [term.cell for term in balance.left] == [
        _A + "new.natural_person",
        _A + "carried_in.natural_person",
    ]


def test_every_row_and_column_of_tables_three_and_four_is_there_once() -> None:
    of_rules = [one.rule for one in _with({})]

    assert of_rules.count("A301") == 7
    assert of_rules.count("A302") == 7
    assert of_rules.count("A303") == 25
    assert of_rules.count("A304") == 3


def test_sides_that_differ_do_not_hold() -> None:
    balance = _of(_with({_A + "new.total": 3}), "A303", _A + "new")

    assert balance.holds is False
    assert _numbers(balance.left) == [0] * 6
    assert _numbers(balance.right) == [3]


def test_a_blank_cell_counts_as_0_and_is_known_as_blank() -> None:
    balance = _of(_with({_A + "new.total": None}), "A303", _A + "new")

    assert balance.holds is True
    assert balance.right == (Term(_A + "new.total", 0, blank=True),)


def test_a_total_that_was_left_blank_is_no_second_identity() -> None:
    balances = _with({_A + "new.total": None, _A + "new.natural_person": 4})

    assert [one.rule for one in balances if one.holds is False and "row" in one.bindings] == [
        "A303"
    ]


@pytest.mark.parametrize("value", [Value("absent"), Value("invalid", text="若干")])
def test_without_a_number_nothing_is_said(value: Value) -> None:
    report = sample_report({_A + "new.enterprise": 2})
    cell = _A + "new.natural_person"
    report = replace(report, values={**report.values, cell: value})

    balance = _of(_balances(report), "A303", _A + "new")

    assert balance.holds is None
    assert balance.unknown == (cell,)


def test_what_was_read_with_doubt_is_not_certain() -> None:
    report = sample_report({_A + "new.total": 3})

    balances = _balances(report, A303="doubtful", A301="violated")

    assert not _of(balances, "A303", _A + "new").certain
    assert _of(balances, "A301", _A + "new.total").certain


def test_a_bound_for_one_cell_is_no_identity() -> None:
    # C562: the amount of fees stays below a bound.
    assert all(len((*one.left, *one.right)) > 1 for one in _with({}))


def test_an_identity_on_a_condition_is_there_where_the_condition_is_met() -> None:
    stock = "disclosure.normative_documents."
    met = _with({stock + "issued": 4, stock + "in_force": 2, stock + "repealed": 0})

    balance = _of(met, "A307", stock.rstrip("."))
    assert (balance.relation, balance.holds) == ("<=", False)


@pytest.mark.parametrize(
    ("constant", "left", "right"), [(-3, [0], [0, 3]), (3, [0, 3], [0]), (0, [0], [0])]
)
def test_a_constant_stands_on_the_side_where_it_is_added(
    constant: int, left: list[int], right: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = {_A + "new.total": 1, _A + "carried_in.total": -2}
    identity = Identity("A303", {}, cells, constant, "=")
    monkeypatch.setattr(module, "identities", lambda *_: (identity,))

    (balance,) = Identities(rules()).balances(sample_report({}), {})

    assert (_numbers(balance.left), _numbers(balance.right)) == (left, right)
    assert balance.holds is (constant == 0)


def test_a_cell_that_counts_twice_stands_with_its_double(monkeypatch: pytest.MonkeyPatch) -> None:
    identity = Identity("A303", {}, {_A + "new.total": 2, _A + "new.other": -1}, 0, "=")
    monkeypatch.setattr(module, "identities", lambda *_: (identity,))

    (balance,) = Identities(rules()).balances(sample_report({_A + "new.total": 4}), {})

    assert (_numbers(balance.left), _numbers(balance.right)) == ([8], [0])


def test_only_rules_that_are_on_are_evaluated() -> None:
    only = Identities(load_rules().only(["A304"]))

    assert {one.rule for one in only.balances(sample_report({}), {})} == {"A304"}
