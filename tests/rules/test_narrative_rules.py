"""What is reported where the prose and the tables of a report disagree."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from linter.examples import NAME, example_report, example_source
from linter.forms import load_form
from linter.model.finding import FileResult, Finding
from linter.model.rule import Example, Language, Text
from linter.reporting.messages import message
from tests.product import checked, grave, rules

ANY_RULE = rules().rules["A301"]
CLOSED = "办结23件，结转下年度继续办理2件。"


def report(*edits: tuple[str, str], cells: Mapping[str, int | None] | None = None) -> FileResult:
    example = Example(Text("", ""), "2021", edit=edits, set=cells or {})
    return checked(example_source(ANY_RULE, example), NAME)


def adding(sentence: str) -> tuple[str, str]:
    return (CLOSED, CLOSED + sentence)


def told(result: FileResult) -> list[str]:
    return [finding.rule for finding in result.findings]


def only(result: FileResult) -> Finding:
    (finding,) = result.findings
    return finding


def words(finding: Finding, language: Language = "zh") -> str:
    rule = rules().rules[finding.rule]
    return message(finding, rule, load_form("2021"), language, strict=True)


def test_a_finding_tells_the_sentence_how_it_was_read_and_the_cell() -> None:
    finding = only(report(("新收政府信息公开申请22件", "新收政府信息公开申请28件")))
    assert (finding.rule, finding.severity) == ("N601", "warning")
    assert finding.cells == ("applications.new.total",)
    assert (finding.actual, finding.expected) == (28, 22)
    line = example_report("2021").split("\n").index("## 一、总体情况") + 1
    assert finding.place.line is not None
    assert finding.place.line > line
    assert "全年新收政府信息公开申请28件" in words(finding)
    assert "本年新收申请 = 28" in words(finding)
    assert "为22" in words(finding)
    assert "new applications = 28" in words(finding, "en")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("新收政府信息公开申请22件", "新收政府信息公开申请二十八件", "N601"),
        ("新收政府信息公开申请22件", "共受理政府信息公开申请220件", "N601"),
        ("办结23件", "办结32件", "N602"),
        ("上年结转3件", "上年结转13件", "N603"),
        ("结转下年度继续办理2件", "结转至2024年继续办理7件", "N603"),
        ("部分公开3件", "部分公开8件", "N604"),
        ("不予处理1件", "不予处理0件", "N604"),
        ("法人或其他组织9件", "法人或其他组织90件", "N605"),
        ("行政规范性文件2件", "行政规范性文件20余件", "N608"),
        ("废止1件", "废止11件", "N608"),
        ("现行有效9件", "现行有效0件", "N608"),
        (CLOSED, CLOSED + "未发生因政府信息公开引起的行政复议。", "N612"),
        (CLOSED, CLOSED + "因政府信息公开引起的行政复议、行政诉讼共9件。", "N606"),
        (CLOSED, CLOSED + "因政府信息公开引起的行政诉讼案件近9件。", "N607"),
    ],
)
def test_one_wrong_figure_is_one_finding(old: str, new: str, rule: str) -> None:
    assert told(report((old, new))) == [rule]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("新收政府信息公开申请22件", "新收政府信息公开申请二十二件"),
        ("新收政府信息公开申请22件", "新收政府信息公开申请２２件，同比下降12%"),
        ("新收政府信息公开申请22件", "收到政府信息公开申请20余件"),
        ("新收政府信息公开申请22件", "受理政府信息公开申请25件"),
        ("办结23件", "答复22件"),
        ("办结23件", "办结22件，其他方式处理1件"),
        (CLOSED, CLOSED + "全县共收到政府信息公开申请310件。"),
        (CLOSED, CLOSED + "2022年收到政府信息公开申请31件，未发生行政复议。"),
        (CLOSED, CLOSED + "因政府信息公开引起的行政复议和行政诉讼各2件。"),
        (CLOSED, CLOSED + "其余均已办结。"),
        ("予以公开11件，", "予以公开11件，占47.8%，"),
        ("予以公开11件，", "予以公开11件，占48%，"),
        ("予以公开11件，", "予以公开11件，占新收的50%，"),
    ],
)
def test_what_can_be_meant_is_right(old: str, new: str) -> None:
    assert [rule for rule in told(report((old, new))) if rule.startswith(("N", "C57"))] == []


def test_a_wrong_number_of_the_table_is_told_of_the_table_alone() -> None:
    for cell in ("applications.new.total", "applications.carried_out.natural_person"):
        assert {f.rule[:2] for f in grave(report(cells={cell: 9}))} == {"A3"}


def test_without_the_table_its_figures_are_not_judged() -> None:
    text = example_report("2021")
    start, end = text.index("|行政复议|||"), text.index("## 五、")
    source = text[:start] + text[end:]
    changed = source.replace(CLOSED, CLOSED + "因政府信息公开引起的行政复议9件。")
    result = checked(changed.encode(), NAME)
    assert [rule for rule in told(result) if rule.startswith(("N", "C57"))] == []
    assert "N606" in {one.rule for one in result.not_evaluated}


def test_all_closed_names_the_row_that_says_otherwise() -> None:
    finding = only(report(adding("所有申请均已办结。")))
    assert finding.rule == "C570"
    assert "applications.carried_out.total" in finding.cells
    assert "继续办理2件" in words(finding)


def test_all_closed_is_right_where_nothing_is_carried_over() -> None:
    row = "applications.carried_out"
    done = {
        f"{row}.natural_person": 0,
        f"{row}.enterprise": 0,
        f"{row}.total": 0,
        "applications.results_total.natural_person": 16,
        "applications.results_total.enterprise": 6,
        "applications.results_total.total": 25,
        "applications.granted.natural_person": 7,
        "applications.granted.enterprise": 4,
        "applications.granted.total": 13,
    }
    edits = (
        (CLOSED, "办结25件，无结转下年度继续办理件。所有申请均已办结。"),
        ("予以公开11件", "予以公开13件"),
    )
    assert told(report(*edits, cells=done)) == []


def test_parts_that_exceed_their_whole_are_added_up_in_the_message() -> None:
    finding = only(report(("其中工程建设与招标投标信息118条", "其中工程建设与招标投标信息181条")))
    assert finding.rule == "N611"
    assert "181 + 96 + 74 + 38 = 389条" in words(finding)
    assert (finding.actual, finding.expected) == (389, 326)


def test_parts_that_leave_something_over_are_told_where_the_last_is_the_rest() -> None:
    assert told(report(("财政预算决算及其他信息38条", "其他信息28条"))) == ["N611"]


def test_a_percentage_is_told_with_the_right_one() -> None:
    finding = only(report(("予以公开11件，", "予以公开11件，占57.8%，")))
    assert finding.rule == "N610"
    assert "以23为总数，应为47.83%" in words(finding)


def test_two_figures_that_both_fit_are_a_question_not_a_warning() -> None:
    edits = (
        ("新收政府信息公开申请22件，", "收到政府信息公开申请22件，"),
        adding("全年收到政府信息公开申请25件。"),
    )
    finding = only(report(*edits))
    assert (finding.rule, finding.severity) == ("C571", "info")
    assert "22" in words(finding)
