"""Two reports in every respect: versions of one, and those of two years."""

from __future__ import annotations

import pytest

from linter.comparison.comparing import compare, finding_changes
from linter.model.finding import Finding
from tests.comparison.reports import YEAR_LATER, comparison, report, text_of
from tests.product import checked

_CARRIED = "|二、上年结转政府信息公开申请数量|||2|1|0|0|0|0|3|"
_TABLE = "附：其他\n\n|项目|数量|\n|---|---|\n|信箱|2|\n\n"
_NEXT = "|二、上年结转政府信息公开申请数量|||1|1|0|0|0|0|2|"


def test_a_report_does_not_differ_from_itself() -> None:
    found = comparison()
    assert not found.differs
    assert (found.relation, found.consecutive) == ("versions", False)
    assert found.continuations == ()
    assert (found.compared, found.one_sided) == (200, 0)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("326条", "327条", "overview"),
        ("## 五、存在的主要问题及改进情况", "## 五、存在的主要问题和改进情况", "problems"),
        ("（地址：云溪县滨河路18号", "（地址：云溪县滨河路20号", "opening"),
        ("## 六、其他需要报告的事项", _TABLE + "## 六、其他需要报告的事项", "other_tables"),
    ],
)  # fmt: skip
def test_a_change_of_the_prose_is_found_where_it_is(old: str, new: str, where: str) -> None:
    found = comparison((old, new))
    assert found.differs
    assert text_of(found, where).differs


def test_a_section_that_is_gone_is_told() -> None:
    found = comparison(("## 六、其他需要报告的事项", ""))
    assert (text_of(found, "other").in_old, text_of(found, "other").in_new) == (True, False)


def test_what_a_report_says_of_itself_is_compared() -> None:
    found = comparison(
        ("云溪县水务局2023年政府", "云溪县林业局2023年政府"), ("云溪县水务局\n", "云溪县林业局\n")
    )
    assert {change.about for change in found.facts} >= {"title", "issuer"}


def test_findings_appear_stay_and_go() -> None:
    wrong = ("|14|5|1|0|2|0|22|", "|15|5|1|0|2|0|22|")
    late = ("2024年1月18日", "2024年4月18日")
    old, new = report(late), report(late, wrong)
    forth, back = compare(old, new).findings, compare(new, old).findings
    assert [finding.rule for finding in forth.appeared] == ["A301"]
    assert forth.gone == ()
    assert {finding.rule for finding in forth.stayed} == {finding.rule for finding in old.findings}
    assert (back.appeared, back.gone) == (forth.gone, forth.appeared)


def test_equal_findings_are_counted() -> None:
    one, other = Finding("A301", "error"), Finding("A302", "error")
    changes = finding_changes((one, one, one, other), (one, other, other))
    assert (changes.appeared, changes.stayed, changes.gone) == ((other,), (one, other), (one, one))


def test_the_next_year_begins_where_the_last_one_ended() -> None:
    later = (*YEAR_LATER, (_CARRIED, _NEXT), ("|行政规范性文件|2|1|9|", "|行政规范性文件|2|1|10|"))
    found = compare(report(), report(*later))
    assert (found.relation, found.consecutive) == ("years", True)
    assert len(found.continuations) == 9
    assert all(one.holds for one in found.continuations)


def test_what_does_not_carry_over_is_told_by_column() -> None:
    broken = [one for one in comparison(*YEAR_LATER).continuations if not one.holds]
    assert [(one.path, one.expected, one.actual) for one in broken] == [
        ("disclosure.normative_documents.in_force", 10, 9),
        ("applications.carried_in.natural_person", 1, 2),
        ("applications.carried_in.total", 2, 3),
    ]


def test_blanks_carry_nothing_over_and_what_is_no_number_is_left_out() -> None:
    blank = (_CARRIED, "|二、上年结转政府信息公开申请数量|||—|1|无效|0|0|0|2|")
    found = {one.path: one for one in comparison(*YEAR_LATER, blank).continuations}
    assert found["applications.carried_in.natural_person"].actual == 0
    assert "applications.carried_in.research" not in found


def test_a_text_taken_over_from_the_year_before_is_told() -> None:
    found = comparison(*YEAR_LATER, ("2025年，我局将继续", "2024年，我局将继续"))
    assert text_of(found, "problems").copied
    overview = text_of(found, "overview")
    assert not overview.copied
    assert 0 < overview.same < overview.new_sentences


def test_years_apart_and_editions_apart_do_not_carry_over() -> None:
    found = compare(report(edition="2019"), report())
    assert (found.relation, found.consecutive, found.continuations) == ("years", False, ())
    assert (found.compared, found.one_sided) == (172, 54)
    assert any(change.about == "edition" for change in found.facts)


def test_editions_of_neighbouring_years_carry_requests_over_but_no_stock() -> None:
    next_year = (("2024年", "2022年"), ("2023年", "2021年"))
    found = compare(report(edition="2019"), report(*next_year))
    assert found.consecutive
    assert {one.path.rpartition(".")[0] for one in found.continuations} == {
        "applications.carried_in"
    }


def test_what_is_no_report_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match=r"letter\.txt"):
        compare(report(), checked("张三：\n你好。\n".encode(), "letter.txt"))
