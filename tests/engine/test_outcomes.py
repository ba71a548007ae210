"""Every rule of a run comes to one of five outcomes, the idle ones with a reason."""

from __future__ import annotations

import pytest

from linter.engine.evaluation import Evaluation, evaluate
from linter.engine.outcomes import unchecked
from linter.engine.rule_set import RuleSet
from linter.forms import TABLES, load_form
from linter.model.finding import Finding, NotApplicable, Ref
from linter.model.report import Deviation, Doubt, Report
from linter.records import replace
from tests.engine.builders import ABSENT, asserting, outcome, record, report, rule_toml, rules_of

HOLDS = "applications.new.total = 0"
VIOLATED = "applications.new.total = 1"
CELL = "applications.new.total"


def _outcome(assertion: str, one: Report) -> str:
    return outcome(assertion, one).outcomes["A999"]


def _reason(assertion: str, one: Report) -> NotApplicable:
    evaluation = outcome(assertion, one)
    assert evaluation.outcomes == {"A999": "not_applicable"}
    (reason,) = evaluation.not_applicable
    return reason


def _evaluated(rules: RuleSet, one: Report) -> Evaluation:
    return evaluate(one, load_form(one.edition), rules)


class TestAssertions:
    def test_hold_or_are_violated(self) -> None:
        assert _outcome(HOLDS, report()) == "holds"
        assert _outcome(VIOLATED, report()) == "violated"

    def test_are_not_evaluated_where_something_is_missing(self) -> None:
        assert _outcome(VIOLATED, report({CELL: ABSENT})) == "not_evaluated"
        assert _outcome(VIOLATED, report(tables=[])) == "not_evaluated"

    def test_are_violated_though_part_of_them_is_not_evaluated(self) -> None:
        each = "each row in rows(review): row.total = 1"
        one = report({"review.reconsideration.total": ABSENT})
        assert outcome(each, one).not_evaluated
        assert _outcome(each, one) == "violated"

    def test_are_doubtful_where_all_they_found_rests_on_doubt(self) -> None:
        doubt = Doubt("applications.new", "numbers-lost")
        one = replace(report(), doubts=(doubt,))
        assert _outcome(VIOLATED, one) == "doubtful"
        both = "each row in rows(applications.new, applications.granted): row.total = 1"
        assert _outcome(both, one) == "violated"


class TestIdleAssertions:
    def test_a_condition_that_is_not_met(self) -> None:
        reason = _reason(f"if {VIOLATED} then {HOLDS}", report())
        assert reason == NotApplicable("A999", "condition-unmet")

    def test_a_restriction_that_nothing_meets(self) -> None:
        each = "each row in rows(review) where row.total > 0: row.upheld > 0"
        assert _reason(each, report()).reason == "condition-unmet"

    def test_a_condition_that_is_met_once_is_enough(self) -> None:
        each = "each row in rows(review): if row.total > 0 then row.upheld = 0"
        assert _outcome(each, report({"review.reconsideration.total": 1})) == "holds"

    def test_nothing_of_the_kind_in_the_text(self) -> None:
        reason = _reason("each plan in plans: plan.year > 2023", report())
        assert reason == NotApplicable("A999", "no-record", {"about": Ref("plans")})
        some = report(records={"plans": [record("2024年，……", year=2024)]})
        assert _outcome("each plan in plans: plan.year > 2023", some) == "holds"

    def test_a_condition_that_cannot_be_told_is_no_such_reason(self) -> None:
        assert _outcome("if year(signed_on) = 2024 then 1 > 2", report()) == "not_evaluated"

    def test_a_rule_of_another_edition(self) -> None:
        rules = asserting(HOLDS, ["2019"])
        evaluation = _evaluated(rules, report())
        assert evaluation.not_applicable == (NotApplicable("A999", "other-edition"),)
        assert evaluation.outcomes == {"A999": "not_applicable"}


class TestOtherRules:
    def test_a_rule_about_deviations_holds_unless_there_is_one(self) -> None:
        rules = rules_of(rule_toml(id="T202", slug="one", on=["row-missing"]))
        assert _evaluated(rules, report()).outcomes == {"T202": "holds"}
        missing = report(deviations=[Deviation("row-missing", "applications.new")])
        assert _evaluated(rules, missing).outcomes == {"T202": "violated"}

    @pytest.mark.parametrize("kind", ["row-missing", "cell-count", "label-deviates"])
    def test_rows_and_labels_need_a_table(self, kind: str) -> None:
        rules = rules_of(rule_toml(id="T202", slug="one", on=[kind]))
        reasons = _evaluated(rules, report(tables=[])).not_applicable
        assert reasons == (NotApplicable("T202", "table-missing"),)
        assert _evaluated(rules, report(tables=["review"])).outcomes == {"T202": "holds"}

    def test_a_rule_about_one_table_needs_that_table(self) -> None:
        rules = rules_of(
            rule_toml(id="T212", slug="one", section="applications", on=["rows-merged"])
        )
        without = report(tables=["review"])
        assert _evaluated(rules, without).outcomes == {"T212": "not_applicable"}
        assert _evaluated(rules, report()).outcomes == {"T212": "holds"}

    def test_a_missing_table_or_section_can_always_be_told(self) -> None:
        rules = rules_of(
            rule_toml(id="T201", slug="one", on=["table-missing"]),
            rule_toml(id="S104", slug="two", on=["section-missing"]),
        )
        assert set(_evaluated(rules, report(tables=[])).outcomes.values()) == {"holds"}

    def test_what_the_schema_finds_needs_a_table(self) -> None:
        rules = rules_of(rule_toml(id="T205", slug="one"), rule_toml(id="E901", slug="two"))
        none = {"T205": "not_applicable", "E901": "holds"}
        assert _evaluated(rules, report(tables=[])).outcomes == none
        assert _evaluated(rules, report()).outcomes == dict.fromkeys(none, "holds")
        wrong = report({CELL: -1})
        minus = rules_of(rule_toml(id="T206", slug="one"))
        assert _evaluated(minus, wrong).outcomes == {"T206": "violated"}


@pytest.mark.parametrize("tables", [TABLES, (), ("review",)])
def test_every_rule_has_one_outcome_and_idle_ones_one_reason(tables: tuple[str, ...]) -> None:
    rules = rules_of(
        rule_toml(VIOLATED, id="A901", slug="one"),
        rule_toml(f"if {VIOLATED} then {HOLDS}", id="A902", slug="two"),
        rule_toml(HOLDS, id="A903", slug="three", editions=["2019"]),
        rule_toml(id="T205", slug="four"),
        rule_toml(id="S104", slug="five", on=["section-missing"]),
    )
    evaluation = _evaluated(rules, report(tables=tables))
    outcomes = evaluation.outcomes
    assert outcomes.keys() == rules.rules.keys()
    assert {item.rule for item in evaluation.not_applicable} == {
        rule for rule, one in outcomes.items() if one == "not_applicable"
    }
    assert {item.rule for item in evaluation.not_evaluated} == {
        rule for rule, one in outcomes.items() if one == "not_evaluated"
    }


def test_of_a_file_that_is_not_read_only_the_reason_is_known() -> None:
    outcomes = unchecked(["A301", "E903"], [Finding("E903", "error")])
    assert outcomes == {"A301": "not_evaluated", "E903": "violated"}
