"""What an assertion means on a report: blanks, gaps, dates, texts, records, logic."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import product

import pytest

from linter.engine.assertions import MOST_RECORDS
from linter.forms import load_form
from linter.model.finding import NotEvaluated, Ref
from linter.model.place import NOWHERE
from linter.model.report import Section
from tests.engine.builders import ABSENT, BLANK, INVALID, holds, outcome, record, report

NEW = "applications.new.total"
GRANTED = "applications.granted.total"


class TestCells:
    @pytest.mark.parametrize(
        ("assertion", "expected"),
        [
            (f"{NEW} = 5", True),
            (f"{NEW} + 1 = 6", True),
            (f"{NEW} - 6 = -1", True),
            (f"-{NEW} = -5", True),
            (f"2 * {NEW} = 10 and {NEW} * 2 = 10", True),
            (f"({NEW} + 1) * 2 - 3 * ({NEW} - 1) = 0", True),
            (f"{NEW} * {NEW} = 25", True),
            (f"0.1 * {NEW} = 0.5", True),
            (f"{NEW} != 5", False),
            (f"{NEW} < 5", False),
            (f"{NEW} <= 5", True),
            (f"{NEW} > 4.99", True),
            (f"{NEW} >= 5.01", False),
            (f"{NEW} in (1, 5)", True),
            (f"{NEW} in (1, 6)", False),
            (f"abs(3 - {NEW}) = 2", True),
            (f"min({NEW}, 7, 9) = 5 and max({NEW}, 7, 6) = 7", True),
            ("sum(applications.refused.*.total) = 0", True),
            ("sum(applications.*.total) = 5", True),
            ("count(applications.*.total) = 6", True),
        ],
    )
    def test_numbers(self, assertion: str, expected: bool) -> None:
        assert holds(assertion, report({NEW: 5})) is expected

    def test_decimals_are_exact(self) -> None:
        one = report({"disclosure.fees.amount": Decimal("59237.2449"), NEW: Decimal("0.1")})
        assert holds("disclosure.fees.amount + 0.0001 = 59237.2450", one)
        assert holds(f"{NEW} + 0.2 = 0.3", one)

    def test_large_numbers_are_exact(self) -> None:
        one = report({NEW: 10**30 + 1, GRANTED: 10**30})
        assert holds(f"{NEW} - {GRANTED} = 1", one)
        assert holds(f"{NEW} = {GRANTED}", one) is False

    def test_a_blank_cell_is_0(self) -> None:
        one = report({NEW: BLANK})
        assert holds(f"{NEW} = 0", one)
        assert holds(f"{NEW} = 1", one) is False

    @pytest.mark.parametrize("gap", [ABSENT, INVALID])
    def test_a_cell_that_is_not_there_counts_as_0_for_a_first_try_only(self, gap: object) -> None:
        one = report({NEW: gap})
        assert holds(f"{NEW} = 0", one) is True
        assert holds(f"{NEW} = 1", one) is None

    def test_a_condition_on_a_cell_that_is_not_there_accuses_nobody(self) -> None:
        one = report({NEW: ABSENT})
        assert holds(f"if {NEW} = 0 then 1 = 2", one) is None
        assert holds(f"each cell in cells(review) where {NEW} = 0: cell = 1", one) is None
        assert holds(f"if {NEW} = 1 then 1 = 2", one) is True

    @pytest.mark.parametrize(
        ("cell", "filled", "blank"),
        [(0, True, False), (BLANK, False, True), (ABSENT, False, False), (INVALID, False, False)],
    )
    def test_being_filled_or_blank_is_always_known(
        self, cell: object, filled: bool, blank: bool
    ) -> None:
        one = report({NEW: cell})
        assert holds(f"filled({NEW})", one) is filled
        assert holds(f"present({NEW})", one) is filled
        assert holds(f"blank({NEW})", one) is blank

    def test_counting_counts_what_is_filled(self) -> None:
        gaps = {"review.litigation_direct.total": ABSENT, "review.reconsideration.total": BLANK}
        assert holds("count(review.*.total) = 1", report(gaps))


class TestWhatCouldNotBeTold:
    @pytest.mark.parametrize(
        ("gaps", "reason", "about"),
        [
            ([NEW], "cell-missing", NEW),
            (load_form("2021").tables["applications"].rows[0].cells(), "row-missing", NEW[:16]),
            (
                [c for c in load_form("2021").cells() if c.endswith(".enterprise")],
                "column-missing",
                "applications.enterprise",
            ),
        ],
    )
    def test_a_gap_is_named_as_large_as_it_is(
        self, gaps: list[str], reason: str, about: str
    ) -> None:
        one = report(dict.fromkeys(gaps, ABSENT))
        assertion = "each column in columns(applications): applications.new[column] = 1"
        (item,) = outcome(assertion, one).not_evaluated
        assert item == NotEvaluated("A999", reason, {"about": Ref(about)})

    def test_a_missing_table_is_one_entry_for_a_rule(self) -> None:
        one = report(tables=["disclosure", "review"])
        evaluation = outcome("each cell in cells(applications): not blank(cell)", one)
        assert evaluation.findings == ()
        (item,) = evaluation.not_evaluated
        assert item == NotEvaluated("A999", "table-missing", {"about": Ref("applications")})

    def test_a_missing_table_does_not_hide_the_others(self) -> None:
        one = report(rest=BLANK, tables=["disclosure", "review"])
        evaluation = outcome("each row in rows(applications, review): not blank(row.total)", one)
        assert [finding.cells[0].split(".")[1] for finding in evaluation.findings] == [
            "reconsideration",
            "litigation_direct",
            "litigation_after_reconsideration",
        ]
        assert [item.reason for item in evaluation.not_evaluated] == ["table-missing"]

    def test_reasons_are_told_apart_and_their_cells_listed(self) -> None:
        one = report({NEW: INVALID, "applications.new.other": INVALID, GRANTED: ABSENT})
        evaluation = outcome(f"{NEW} + applications.new.other + {GRANTED} = 1", one)
        facts = {item.reason: item.facts for item in evaluation.not_evaluated}
        assert facts == {
            "cell-invalid": {"about": Ref(NEW), "about_2": Ref("applications.new.other")},
            "cell-missing": {"about": Ref(GRANTED)},
        }

    def test_of_very_many_cells_the_first_are_listed(self) -> None:
        evaluation = outcome(
            "sum(applications.*.*.total) + sum(review.*.total) = 1", report(rest=INVALID)
        )
        (item,) = evaluation.not_evaluated
        assert len(item.facts) == 8

    @pytest.mark.parametrize(
        ("assertion", "reason", "about"),
        [
            ("title = 'a'", "value-missing", "title"),
            ("year = 2023", "value-missing", "year"),
            ("signed_on >= date(2023, 1, 1)", "value-missing", "signed_on"),
            ("file_year = 2023", "value-invalid", "file_year"),
            ("sections.other.text contains 'a'", "value-missing", "sections.other.text"),
            ("each plan in plans: plan.year > 2023", "value-missing", "plans"),
            ("length(title) > 3", "value-missing", "title"),
            ("year(signed_on) = 1", "value-missing", "signed_on"),
            ("max(year, 1) = 1", "value-missing", "year"),
            ("date(year, 1, 1) = signed_on", "value-missing", "year"),
        ],
    )
    def test_a_value_that_is_not_there(self, assertion: str, reason: str, about: str) -> None:
        one = report({"file_year": "二〇二三"}, records={"plans": [record("计划")]})
        item, *_ = outcome(assertion, one).not_evaluated
        assert item == NotEvaluated("A999", reason, {"about": Ref(about), **item.facts})


class TestScalars:
    def test_texts(self) -> None:
        one = report({"title": "某局2023年政府信息公开工作年度报告"})
        assert holds("title like '*????年*年度报告' and title contains '政府信息公开工作'", one)
        assert holds("title like '*年度'", one) is False
        assert holds("title = '某局' or title != '某局'", one)
        assert holds("length(title) = 19", one)
        assert holds("title in ('甲', '乙')", one) is False

    def test_dates(self) -> None:
        one = report({"year": 2023, "signed_on": datetime.date(2024, 2, 29)})
        assert holds("signed_on = date(year + 1, 2, 29)", one)
        assert holds("signed_on <= date(year + 1, 1, 31)", one) is False
        assert holds("date(2024, 2, 28) < signed_on and signed_on < date(2024, 3, 1)", one)
        assert holds("year(signed_on) = 2024 and month(signed_on) = 2 and day(signed_on) = 29", one)

    @pytest.mark.parametrize("year", [2022, 0, 10**9, Decimal("2023.5")])
    def test_a_date_that_does_not_exist_is_unknown(self, year: object) -> None:
        one = report({"year": year, "signed_on": datetime.date(2024, 1, 1)})
        assertion = "signed_on != date(year + 1, 2, 29)"
        assert holds(f"1 = 1 or {assertion}", one)
        assert outcome(assertion, one).findings == ()

    def test_a_sections_text_is_known_without_a_value_of_its_own(self) -> None:
        section = Section("other", "六、其他需要报告的事项", NOWHERE, ())
        one = report(sections={"other": section, "overview": None})
        assert holds("sections.other.heading like '六*' and blank(sections.other.text)", one)
        assert holds("sections.other.text contains '无'", one) is False
        assert (
            holds("filled(sections.overview.text) or blank(sections.overview.text)", one) is False
        )


class TestRecords:
    def test_every_record_counts(self) -> None:
        plans = [record("2024年计划", 5, year=2024), record("2022年计划", 6, year=2022)]
        one = report({"year": 2023}, records={"plans": plans})
        evaluation = outcome("each plan in plans: plan.year > year", one)
        assert [finding.place.line for finding in evaluation.findings] == [6]
        assert holds("count(plans) = 2 and count(dates) = 0", one)
        assert holds("each plan in plans where plan.year < year: plan.text contains '2022'", one)

    def test_no_record_no_finding(self) -> None:
        assert holds("each plan in plans: 1 = 2", report())

    def test_records_combine_with_each_other_and_with_cells(self) -> None:
        years = [record("甲", year=1), record("乙", year=2)]
        one = report({"review.reconsideration.total": 2}, records={"years": years, "plans": years})
        pairs = outcome("each a in years: each b in plans: a.year != b.year", one)
        assert len(pairs.findings) == 2
        mixed = outcome("each row in rows(review): each a in years: row.total != a.year", one)
        assert [finding.facts["row"] for finding in mixed.findings] == [
            Ref("review.reconsideration")
        ]

    def test_too_many_combinations_are_not_tried(self) -> None:
        many = [record("甲", year=1)] * (MOST_RECORDS // 100 + 1)
        one = report(records={"years": many, "plans": many[:100]})
        evaluation = outcome("each a in years: each b in plans: a.year != b.year", one)
        assert evaluation.findings == ()
        assert [item.reason for item in evaluation.not_evaluated] == ["too-complex"]


TRUE, FALSE, UNKNOWN = "file_year = 1", "file_year = 2", "year = 1"
_VALUES = {TRUE: True, FALSE: False, UNKNOWN: None}


def told(condition: str) -> bool | None:
    return holds(condition, report({"file_year": 1}))


class TestLogic:
    """Three-valued, after Kleene: unknown wherever either answer is possible."""

    @pytest.mark.parametrize(("left", "right"), list(product(_VALUES, repeat=2)))
    def test_junctions(self, left: str, right: str) -> None:
        one, other = _VALUES[left], _VALUES[right]
        both = False if False in (one, other) else None if None in (one, other) else True
        either = True if True in (one, other) else None if None in (one, other) else False
        assert told(f"{left} and {right}") is both
        assert told(f"{left} or {right}") is either
        implied = True if one is False or other is True else None if None in (one, other) else False
        assert told(f"if {left} then {right}") is implied

    def test_negation(self) -> None:
        assert [told(f"not {one}") for one in _VALUES] == [False, True, None]
        assert told(f"not not ({TRUE})")

    def test_precedence(self) -> None:
        assert told(f"{TRUE} or {FALSE} and {FALSE}")
        assert told(f"({TRUE} or {FALSE}) and {FALSE}") is False
        assert told(f"not {FALSE} and {TRUE}")

    def test_a_text_can_be_compared_with_a_columns_name(self) -> None:
        one = report({"review.reconsideration.total": 1})
        assertion = (
            "each c in columns(review.reconsideration) where {}: review.reconsideration[c] = 0"
        )
        assert holds(assertion.format("c != 'total'"), one)
        assert holds(assertion.format("c = 'total'"), one) is False
        assert holds(assertion.format("not (c like 't*' or 1 = 2)"), one)
        assert holds(assertion.format("c = 'total' and year = 1"), one) is None
