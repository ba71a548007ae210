"""The identities of the statutory tables, read off the rules that state them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from linter.engine.identities import Identity, applies, identities
from linter.engine.rule_set import RuleSet
from linter.forms import load_form
from tests.engine.builders import ABSENT, BLANK, asserting, report, rule_toml, rules_of

EDITIONS = ["2019", "2021"]
BALANCE = """
each column in columns(applications):
    applications.new[column] + applications.carried_in[column]
        = applications.results_total[column] + applications.carried_out[column]
"""
RESULTS = """
each column in columns(applications):
    applications.results_total[column] = applications.granted[column]
        + applications.partial[column] + sum(applications.refused.*[column])
        + sum(applications.unavailable.*[column]) + sum(applications.not_processed.*[column])
        + sum(applications.closed.*[column])
"""
ROWS = """
each row in rows(applications):
    row.natural_person + row.enterprise + row.research + row.nonprofit + row.legal_service
        + row.other = row.total
"""


def table_three() -> RuleSet:
    return rules_of(
        rule_toml(BALANCE, id="A301", slug="balance", editions=EDITIONS),
        rule_toml(RESULTS, id="A302", slug="results", editions=EDITIONS),
        rule_toml(ROWS, id="A303", slug="rows", editions=EDITIONS),
    )


def rank(equations: Sequence[Identity]) -> int:
    """The number of independent equations, by elimination in exact fractions."""
    rows = [{c: Fraction(w) for c, w in one.coefficients.items()} for one in equations]
    independent = 0
    while rows:
        pivot = rows.pop()
        if not pivot:
            continue
        independent += 1
        cell, weight = next(iter(pivot.items()))
        for row in rows:
            factor = row.get(cell, Fraction(0)) / weight
            for other, amount in pivot.items():
                left = row.get(other, Fraction(0)) - factor * amount
                row[other] = left
                if not left:
                    del row[other]
    return independent


def test_table_three_of_2021_has_39_identities_of_rank_37() -> None:
    found = identities(table_three(), load_form("2021"))
    by_rule = [sum(one.rule == rule for one in found) for rule in ("A301", "A302", "A303")]
    assert by_rule == [7, 7, 25]
    assert rank(found) == 37


def test_table_three_of_2019_has_two_rows_less() -> None:
    found = identities(table_three(), load_form("2019"))
    assert len(found) == 37
    assert rank(found) == 35


def test_an_identity_is_left_minus_right() -> None:
    first = identities(table_three(), load_form("2021"))[0]
    assert first == Identity(
        "A301",
        {"column": "applications.new.natural_person"},
        {
            "applications.new.natural_person": 1,
            "applications.carried_in.natural_person": 1,
            "applications.results_total.natural_person": -1,
            "applications.carried_out.natural_person": -1,
        },
        0,
        "=",
    )


def found(assertion: str) -> tuple[Identity, ...]:
    return identities(asserting(assertion), load_form("2021"))


CELL = "review.reconsideration.total"


def test_terms_of_the_same_cell_are_one() -> None:
    (one,) = found(f"sum(review.reconsideration.*) - {CELL} <= 2 * {CELL} + 3 - 0.5 * 2")
    assert one.coefficients[CELL] == -2
    assert (one.constant, one.relation) == (-2, "<=")
    assert len(one.coefficients) == 5


def test_several_demands_are_several_identities() -> None:
    assert len(found(f"{CELL} >= 1 and ({CELL} <= 9 and not blank({CELL}))")) == 2


def test_what_is_no_linear_relation_of_cells_is_none() -> None:
    for assertion in (
        f"{CELL} = 1 or {CELL} = 2",
        f"not {CELL} = 1",
        f"{CELL} * {CELL} = 4",
        f"{CELL} = year",
        f"{CELL} - {CELL} = 0",
        "signed_on >= date(2023, 1, 1)",
        f"each plan in plans: {CELL} = plan.year",
        f"each plan in plans: {CELL} = 1",
    ):
        assert found(assertion) == ()


def test_rules_without_an_assertion_or_of_another_edition_have_none() -> None:
    rules = rules_of(rule_toml(on=["row-added"]))
    assert identities(rules, load_form("2021")) == ()
    assert identities(asserting(f"{CELL} = 1"), load_form("2019")) == ()


def test_a_conditional_identity_applies_where_its_condition_is_met_beyond_doubt() -> None:
    always, *_ = identities(table_three(), load_form("2021"))
    assert applies(always, report())
    conditional = found("each row in rows(review): if not row.total = 0 then row.other = 1")
    assert len(conditional) == 3
    one = next(one for one in conditional if CELL.startswith(one.bindings["row"]))
    outcomes = [applies(one, report({CELL: cell})) for cell in (1, 0, BLANK, ABSENT)]
    assert outcomes == [True, False, False, False]
