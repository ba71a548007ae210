"""The sums of a table as evidence of how it was read."""

from __future__ import annotations

from typing import Any

import pytest

from linter.engine.identities import identities
from linter.engine.packs import load_rules
from linter.forms import EDITIONS, load_form
from linter.model.report import Value
from linter.structure.proof import is_proven, missing_number, row_sums, sums_of

APPLICATIONS = load_form("2021").tables["applications"]
REVIEW = load_form("2021").tables["review"]
SUMS = ("A301", "A302", "A303", "A304")


def _values(**numbers: Any) -> dict[str, Value]:
    """Table four with these outcomes of 行政复议 and zeros elsewhere."""
    values = dict.fromkeys(REVIEW.cells(), Value("filled", 0))
    for key, number in numbers.items():
        value = Value("filled", number) if isinstance(number, int) else number
        values[f"review.reconsideration.{key}"] = value
    return values


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_sums_are_those_that_the_rules_demand(edition: str) -> None:
    form = load_form(edition)
    demanded = {
        frozenset(identity.coefficients.items())
        for identity in identities(load_rules(), form)
        if identity.rule in SUMS
    }

    stated = [
        {cell: sign * (1 if cell in one.parts else -1) for cell in one.cells}
        for sign in (1, -1)
        for table in form.tables.values()
        for one in sums_of(table)
    ]

    assert demanded <= {frozenset(one.items()) for one in stated}
    assert len(stated) == 2 * len(demanded)


def test_a_table_without_sums_is_never_proven() -> None:
    form = load_form("2021").tables["disclosure"]
    assert not is_proven(form, dict.fromkeys(form.cells(), Value("filled", 0)))


def test_a_table_is_proven_by_all_its_sums() -> None:
    assert is_proven(REVIEW, _values(upheld=2, other=1, total=3))
    assert not is_proven(REVIEW, _values(upheld=2, other=1, total=4))


def test_blank_counts_as_zero_and_what_is_not_there_proves_nothing() -> None:
    assert is_proven(REVIEW, _values(upheld=2, total=2, pending=Value("blank")))
    assert not is_proven(REVIEW, _values(upheld=2, total=2, pending=Value("absent")))
    assert not is_proven(REVIEW, _values(upheld=2, total=2, pending=Value("invalid", text="若干")))


def test_a_sum_of_nothing_is_trivial() -> None:
    first = row_sums(REVIEW)[0]
    assert first.is_trivial(_values(upheld=Value("blank")))
    assert not first.is_trivial(_values(upheld=1))


@pytest.mark.parametrize(("total", "missing"), [(5, 2), (3, 0), (2, None)])
def test_a_missing_part_is_what_the_total_leaves(total: int, missing: int | None) -> None:
    values = _values(upheld=3, corrected=Value("absent"), total=total)
    found = missing_number("review.reconsideration.corrected", row_sums(REVIEW), values)
    assert found == missing


def test_a_missing_total_is_the_sum_of_the_parts() -> None:
    values = _values(upheld=3, corrected=1, total=Value("absent"))
    assert missing_number("review.reconsideration.total", row_sums(REVIEW), values) == 4


def test_nothing_is_made_of_two_missing_numbers() -> None:
    values = _values(upheld=Value("absent"), total=Value("absent"))
    assert missing_number("review.reconsideration.total", row_sums(REVIEW), values) is None
