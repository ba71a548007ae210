"""What a finding of an assertion says: numbers, cells, place, facts."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from linter.engine.evaluation import evaluate
from linter.forms import load_form
from linter.model.finding import Equation, Finding, Ref, Term
from linter.model.place import NOWHERE, Place
from linter.model.report import Deviation, Value
from tests.engine.builders import (
    ABSENT,
    BLANK,
    asserting,
    outcome,
    record,
    report,
    rule_toml,
    rules_of,
)

BALANCE = """
each column in columns(applications):
    applications.new[column] + applications.carried_in[column]
        = applications.results_total[column] + applications.carried_out[column]
"""
ROW = "applications.{}.natural_person"


def only(assertion: str, *arguments: object, **keys: object) -> Finding:
    one = report(*arguments)  # type: ignore[arg-type]
    (finding,) = outcome(assertion, one, **keys).findings
    return finding


class TestEquations:
    def test_both_sides_are_spelled_out_in_reading_order(self) -> None:
        values = {
            ROW.format("new"): 5,
            ROW.format("carried_in"): 1,
            ROW.format("results_total"): 4,
            ROW.format("carried_out"): BLANK,
        }
        finding = only(BALANCE, values)
        assert finding.equation == Equation(
            (Term(ROW.format("new"), 5), Term(ROW.format("carried_in"), 1)),
            "=",
            (Term(ROW.format("results_total"), 4), Term(ROW.format("carried_out"), 0, blank=True)),
        )
        assert finding.cells == tuple(values)
        assert (finding.expected, finding.actual) == (6, 4)
        assert finding.facts == {
            "column": Ref("applications.new.natural_person"),
            "left": 6,
            "right": 4,
            "difference": 2,
        }
        assert finding.section == "applications"

    def test_one_finding_for_each_part_of_the_form(self) -> None:
        values = {ROW.format("new"): 1, "applications.new.total": 1}
        findings = outcome(BALANCE, report(values)).findings
        assert [finding.facts["column"] for finding in findings] == [
            Ref("applications.new.natural_person"),
            Ref("applications.new.total"),
        ]

    def test_signs_are_kept(self) -> None:
        finding = only("review.reconsideration.total - review.reconsideration.other = -1")
        assert finding.equation is not None
        assert finding.equation.left == (
            Term("review.reconsideration.total", 0),
            Term("review.reconsideration.other", 0, negative=True),
        )
        assert finding.equation.right == (Term(None, 1, negative=True),)

    def test_what_is_no_plain_cell_is_a_constant(self) -> None:
        values = {"review.reconsideration.total": 3, "year": 2023}
        finding = only("-2 * review.reconsideration.total + year = 0.5 * max(year, 1)", values)
        assert finding.equation is not None
        assert finding.equation.left == (Term(None, 6, negative=True), Term(None, 2023))
        assert finding.equation.right == (Term(None, Decimal("1011.5")),)
        assert finding.cells == ("review.reconsideration.total",)

    @pytest.mark.parametrize(
        ("assertion", "expected", "actual"),
        [
            ("review.reconsideration.total = year + 1", 2024, 3),
            ("year + 1 = review.reconsideration.total", 2024, 3),
            ("review.reconsideration.total = year", 2023, 3),
            ("review.reconsideration.total + 1 = year + 1", 4, 2024),
            ("2 * review.reconsideration.total = year + 1", 6, 2024),
        ],
    )
    def test_a_side_that_is_a_single_value_is_what_is_wrong(
        self, assertion: str, expected: int, actual: int
    ) -> None:
        finding = only(assertion, {"review.reconsideration.total": 3, "year": 2023})
        assert (finding.expected, finding.actual) == (expected, actual)

    def test_of_several_demands_the_first_that_fails_is_told(self) -> None:
        finding = only("1 = 1 and (year = 2023 and year = 2024) and year = 2025", {"year": 2023})
        assert finding.expected == 2024


class TestOtherFindings:
    def test_dates(self) -> None:
        signed = datetime.date(2024, 4, 2)
        finding = only("signed_on <= date(year + 1, 3, 31)", {"year": 2023, "signed_on": signed})
        assert (finding.expected, finding.actual) == ("2024-03-31", "2024-04-02")
        assert finding.facts == {
            "signed_on": signed,
            "year": 2023,
            "left": signed,
            "right": datetime.date(2024, 3, 31),
            "difference": 2,
        }
        assert finding.equation is None
        assert finding.place == Place(line=1)
        other = only("date(year + 1, 3, 31) >= signed_on", {"year": 2023, "signed_on": signed})
        assert (other.expected, other.actual) == ("2024-03-31", "2024-04-02")

    def test_texts(self) -> None:
        finding = only("edition = form_edition", {"edition": "2021", "form_edition": "2019"})
        assert (finding.expected, finding.actual) == ("2019", "2021")
        assert finding.facts["left"] == "2021"

    def test_other_demands_tell_their_cells_and_scalars(self) -> None:
        values = {"review.reconsideration.total": BLANK, "title": "年报"}
        finding = only("not blank(review.reconsideration.total) or title like '*报告'", values)
        assert finding.cells == ("review.reconsideration.total",)
        assert finding.facts == {"title": "年报"}
        assert (finding.expected, finding.actual, finding.equation) == (None, None, None)
        assert finding.place.line is not None

    def test_records(self) -> None:
        plans = {"plans": [record("力争2022年", 7, year=2022)]}
        (finding,) = outcome(
            "each plan in plans: plan.year > year", report({"year": 2023}, records=plans)
        ).findings
        assert finding.facts == {
            "text": "力争2022年",
            "plan_text": "力争2022年",
            "plan_year": 2022,
            "year": 2023,
            "left": 2022,
            "right": 2023,
            "difference": 1,
        }
        assert finding.place.line == 7
        assert (finding.expected, finding.actual, finding.section) == (2023, 2022, None)

    def test_the_section_is_the_rules_own_where_it_has_one(self) -> None:
        assert only("year = 1", {"year": 2023}, section="overview").section == "overview"
        assert only("year = 1", {"year": 2023}).section is None


class TestPlaces:
    CELLS = ("review.reconsideration.upheld", "review.reconsideration.total")

    def test_of_the_single_cell_even_when_it_is_blank(self) -> None:
        one = report({self.CELLS[1]: BLANK, self.CELLS[0]: 1})
        (finding,) = outcome(" + 0 = ".join(self.CELLS), one).findings
        assert finding.place == one.value(self.CELLS[1]).place

    def test_else_of_the_first_filled_cell_on_the_right(self) -> None:
        names = [f"review.reconsideration.{name}" for name in ("upheld", "corrected", "other")]
        one = report({names[0]: 1, names[1]: BLANK})
        (finding,) = outcome(f"{names[0]} + 0 = {names[1]} + {names[2]}", one).findings
        assert finding.place == one.value(names[2]).place

    def test_else_of_whatever_has_one(self) -> None:
        one = report({"year": Value("filled", 2023), **dict.fromkeys(self.CELLS, BLANK)})
        (finding,) = outcome(f"{self.CELLS[0]} + {self.CELLS[1]} = 1 * 1 + 1", one).findings
        assert finding.place == one.value(self.CELLS[0]).place

    def test_nowhere_where_nothing_has_one(self) -> None:
        assert only("present(year)", {"year": ABSENT}).place == NOWHERE
        assert only("1 = 1 * 2").place == NOWHERE


class TestOnce:
    def test_all_violations_are_one_finding_with_all_cells(self) -> None:
        blank = ["review.reconsideration.total", "review.litigation_direct.other"]
        finding = only(
            "each cell in cells(review): not blank(cell)", dict.fromkeys(blank, BLANK), once=True
        )
        assert finding.cells == tuple(blank)
        assert finding.facts == {"count": 2, "cell": tuple(Ref(path) for path in blank)}
        assert finding.place.line is not None

    def test_a_single_one_is_as_it_would_be_alone(self) -> None:
        finding = only(
            "each cell in cells(review): cell = 0", {"review.reconsideration.total": 1}, once=True
        )
        assert finding.facts == {
            "count": 1,
            "cell": Ref("review.reconsideration.total"),
            "left": 1,
            "right": 0,
            "difference": 1,
        }
        assert finding.equation is None

    def test_none_is_none(self) -> None:
        assert not outcome("year = 2023", report({"year": 2023}), once=True).findings


class TestDeviations:
    DEVIATION = Deviation(
        "row-missing",
        "applications.new",
        Place(line=3),
        "applications",
        ("applications.new.total",),
        {"expected": "一、本年新收"},
    )

    def test_a_rule_is_told_of_the_kinds_that_it_subscribes_to(self) -> None:
        rules = rules_of(
            rule_toml(id="T001", slug="a", on=["row-missing", "row-added"]),
            rule_toml(id="T002", slug="b", on=["row-added"]),
            rule_toml(id="T003", slug="c", on=["row-missing"], editions=["2019"]),
        )
        one = report(deviations=[self.DEVIATION])
        (finding,) = evaluate(one, load_form("2021"), rules).findings
        assert finding == Finding(
            "T001",
            "error",
            section="applications",
            cells=("applications.new.total",),
            expected="一、本年新收",
            place=Place(line=3),
            facts={"expected": "一、本年新收", "about": Ref("applications.new")},
        )

    def test_facts_that_are_no_number_and_no_text_are_only_facts(self) -> None:
        date = datetime.date(2023, 1, 1)
        deviation = Deviation("row-added", "review", facts={"found": date})
        rules = rules_of(rule_toml(on=["row-added"], section="review"))
        (finding,) = evaluate(report(deviations=[deviation]), load_form("2021"), rules).findings
        assert (finding.actual, finding.facts["found"]) == (None, date)
        assert finding.section == "review"


def test_findings_come_in_the_order_of_the_document() -> None:
    deviations = [
        Deviation("row-added", "review", Place(line=40)),
        Deviation("row-added", "review", Place(line=2, column=5)),
        Deviation("row-added", "review", NOWHERE),
    ]
    rules = rules_of(
        rule_toml(id="T900", slug="t", on=["row-added"]),
        rule_toml("each row in rows(applications): row.total = 1 * 0", id="A900", slug="a"),
    )
    total = "applications.carried_out.total"
    one = report({total: 1}, deviations=deviations)
    lines = [finding.place.line for finding in evaluate(one, load_form("2021"), rules).findings]
    assert lines == [None, 2, 40, one.value(total).place.line]


def test_only_rules_of_the_reports_edition_run() -> None:
    rules = asserting("sum(disclosure.procurement.*) = 1", ["2019"])
    assert not evaluate(report(), load_form("2021"), rules).findings
    assert evaluate(report(edition="2019"), load_form("2019"), rules).findings


def test_only_chosen_rules_run() -> None:
    rules = asserting("year = 1")
    one = report({"year": 2})
    assert evaluate(one, load_form("2021"), rules.only(["A999", "A000"])).findings
    assert not evaluate(one, load_form("2021"), rules.only(["A000"])).findings
