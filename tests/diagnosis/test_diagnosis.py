"""One mistake is one finding that names the cell and what it should hold."""

from __future__ import annotations

import random

import pytest

from linter.engine.packs import load_rules
from linter.forms import load_form
from linter.model.finding import Finding
from linter.pipeline import check_bytes
from linter.reporting.messages import message
from tests.examples import example_report
from tests.product import checked, grave
from tests.rendering import BY_NAME, Data, with_cell

LAYOUT = BY_NAME["md-pipes"]
TABLE = load_form("2021").tables["applications"]


def findings(report: Data) -> list[Finding]:
    return grave(checked(LAYOUT.print(report), LAYOUT.file_name))


def number(report: Data, cell: str) -> int:
    node = report["tables"]
    for key in cell.split("."):
        node = node[key]
    return int(node)


def test_every_wrong_cell_of_table_three_is_one_finding_with_the_right_value() -> None:
    report = example_report()
    for cell in TABLE.cells():
        right = number(report, cell)
        (finding,) = findings(with_cell(report, cell, right + 3))
        assert finding.culprit == (cell,)
        assert (finding.expected, finding.actual) == (right, right + 3)
        assert cell in finding.cells
        assert len(finding.violations) >= 2


def test_two_wrong_cells_are_two_findings() -> None:
    rng = random.Random(11)
    report = example_report()
    for _ in range(10):
        cells = rng.sample(TABLE.cells(), 2)
        changed = report
        for step, cell in enumerate(cells, 1):
            changed = with_cell(changed, cell, number(report, cell) + 7 * step)
        found = findings(changed)
        assert {finding.culprit for finding in found} == {(cell,) for cell in cells}


def test_a_blank_total_is_told_once_and_by_the_rule_about_blank_totals() -> None:
    (finding,) = findings(with_cell(example_report(), "applications.granted.total", None))
    assert finding.rule == "A305"
    assert finding.culprit == ("applications.granted.total",)
    assert finding.actual is None
    assert {violation.rule for violation in finding.violations} >= {"A303", "A305"}


def test_totals_left_blank_in_most_rows_are_one_finding() -> None:
    """Zeros are blank as well, as in many reports; the column's own total is filled in."""
    report = example_report()
    forgotten = []
    for cell in TABLE.cells():
        row = cell.rpartition(".")[0]
        value = number(report, cell)
        is_part = row not in (
            "applications.new",
            "applications.carried_in",
            "applications.results_total",
            "applications.carried_out",
        )
        if value == 0 or (is_part and cell.endswith(".total")):
            report = with_cell(report, cell, None)
            forgotten += [cell] if value else []
    assert len(forgotten) > 3
    (finding,) = [one for one in findings(report) if one.severity == "error"]
    assert finding.rule == "A305"
    assert finding.culprit == tuple(forgotten)
    assert finding.candidates[0].expected == {
        cell: number(example_report(), cell) for cell in forgotten
    }
    said = message(finding, load_rules().rules["A305"], load_form("2021"), "zh")
    assert said.startswith(f"「总计」列 {len(forgotten)} 格未填：「（一）予以公开 · 总计」应为 ")


def test_a_blank_that_should_hold_a_number_is_named() -> None:
    report = example_report()
    cell = "applications.granted.enterprise"
    (finding,) = findings(with_cell(report, cell, None))
    assert finding.culprit == (cell,)
    assert (finding.expected, finding.actual) == (number(report, cell), None)


def test_a_lone_sum_of_table_four_names_no_culprit() -> None:
    report = example_report()
    cell = "review.reconsideration.total"
    (finding,) = findings(with_cell(report, cell, number(report, cell) + 1))
    assert finding.rule == "A304"
    assert finding.culprit == ()


def test_a_number_and_the_total_computed_of_it_are_one_mistake() -> None:
    report = example_report()
    for cell in ("applications.new.natural_person", "applications.new.total"):
        report = with_cell(report, cell, number(report, cell) + 2)
    (finding,) = findings(report)
    assert finding.rule == "A301"
    assert finding.culprit == ()
    assert [violation.rule for violation in finding.violations] == ["A301", "A301"]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_table_full_of_mistakes_is_reported_in_bounded_time(seed: int) -> None:
    rng = random.Random(seed)
    report = example_report()
    for cell in TABLE.cells():
        report = with_cell(report, cell, rng.randint(0, 99))
    assert len(findings(report)) > 5


def test_the_culprit_does_not_depend_on_the_rules_that_are_reported() -> None:
    report = with_cell(example_report(), "applications.granted.total", 3)
    chosen = load_rules().only(["A303"])
    (finding,) = check_bytes(LAYOUT.print(report), LAYOUT.file_name, chosen).findings
    assert finding.rule == "A303"
    assert finding.culprit == ("applications.granted.total",)


def test_identities_come_from_the_rules_themselves() -> None:
    from linter.engine.identities import identities

    found = identities(load_rules(), load_form("2021"))
    in_table_three = {
        frozenset(identity.coefficients)
        for identity in found
        if identity.relation == "=" and all(c.startswith("app") for c in identity.coefficients)
    }
    assert len(in_table_three) == 39
