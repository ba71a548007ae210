"""Cell by cell: what differs, by how much, and what is no difference."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.comparison.cells import cell_changes, shared_cells
from linter.comparison.model import CellChange
from linter.forms import load_form
from linter.model.report import Report, Value

FORM = load_form("2021")
NEW = "applications.new.natural_person"
FEES = "disclosure.fees.amount"


def _report(values: dict[str, Value]) -> Report:
    return Report("2021", 2023, None, None, None, {}, {}, values)


def _filled(number: int | Decimal) -> Value:
    return Value("filled", number)


def _change(path: str, old: Value, new: Value) -> CellChange | None:
    found = list(cell_changes((path,), _report({path: old}), _report({path: new}), FORM))
    assert len(found) < 2
    return found[0] if found else None


def test_a_number_that_changed_has_a_difference_and_a_percentage() -> None:
    change = _change(NEW, _filled(20), _filled(25))
    assert change == CellChange(NEW, _filled(20), _filled(25), 5, Decimal("25.0"))


@pytest.mark.parametrize(("old", "new"), [(3, 6), (0, 40), (9, 1)])
def test_a_percentage_of_less_than_ten_is_not_told(old: int, new: int) -> None:
    change = _change(NEW, _filled(old), _filled(new))
    assert change is not None
    assert (change.difference, change.percent) == (new - old, None)


def test_a_change_given_in_the_table_itself_has_no_percentage() -> None:
    form = load_form("2019")
    path = "disclosure.licensing.change"
    old, new = _report({path: _filled(20)}), _report({path: _filled(-5)})
    (change,) = cell_changes((path,), old, new, form)
    assert (change.difference, change.percent) == (-25, None)


def test_amounts_of_money_are_exact() -> None:
    change = _change(FEES, _filled(Decimal("318.52")), _filled(Decimal("318.5")))
    assert change is not None
    assert (change.difference, change.percent) == (Decimal("-0.02"), Decimal("0.0"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Value("blank"), _filled(0)),
        (Value("absent"), Value("blank")),
        (Value("absent"), _filled(0)),
        (Value("invalid", None, "2件"), _filled(2)),
        (Value("invalid", None, "2件"), Value("invalid", None, "3件")),
    ],
)
def test_blank_absent_and_invalid_are_told_apart(old: Value, new: Value) -> None:
    for first, second in ((old, new), (new, old)):
        change = _change(NEW, first, second)
        assert change == CellChange(NEW, first, second)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Value("filled", 2, "2"), Value("filled", 2, "２")),
        (Value("blank", None, "—"), Value("blank", None, "")),
        (_filled(Decimal("1.50")), _filled(Decimal("1.5"))),
    ],
)
def test_what_comes_to_the_same_is_no_change(old: Value, new: Value) -> None:
    assert _change(NEW, old, new) is None


def test_numbers_of_absurd_length_differ_without_being_calculated_with() -> None:
    huge = _filled(10**5000)
    change = _change(NEW, huge, _filled(Decimal("1E+999999")))
    assert change is not None
    assert (change.difference, change.percent) == (None, None)


def test_editions_share_what_means_the_same_in_both() -> None:
    old, new = load_form("2019"), load_form("2021")
    shared = shared_cells(old, new)
    assert NEW in shared
    assert "disclosure.licensing.decisions" in shared
    # Only one of them has it.
    assert FEES not in shared
    assert "disclosure.procurement.items" not in shared
    # In 2019 the whole of 「（六）其他处理」, in 2021 one of its three rows.
    assert "applications.closed.other.total" not in shared
    assert shared_cells(new, new) == new.cells()
