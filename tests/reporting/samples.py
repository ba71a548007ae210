"""Believable results of a check, of our own writing, for all reporters to show."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from linter.forms import Form, load_form
from linter.model.finding import (
    OUTCOMES,
    Equation,
    FileResult,
    Finding,
    NotApplicable,
    NotEvaluated,
    Outcome,
    Ref,
    Term,
    Violation,
)
from linter.model.place import Place
from linter.model.report import Doubt, Report, Scalar, Value
from linter.model.rule import Example, Language, Rule, Severity, Text
from linter.reporting.run import Run

FORM = load_form("2021")
BLANK = None
_FORM_SOURCE = "国办公开办函〔2021〕30号"
_SUMS = f"{_FORM_SOURCE}，表三：“第一项加第二项之和，等于第三项加第四项之和”"
_DEADLINE = "《中华人民共和国政府信息公开条例》第四十九条：部门应当在每年1月31日前"
_EXAMPLES = (
    Example(Text("新收14件＋结转2件＝办结14件＋结转下年2件", "14 + 2 = 14 + 2"), "2021"),
    Example(Text("新收15件＋结转2件 ≠ 办结15件＋结转下年1件", "15 + 2 ≠ 15 + 1"), "2021"),
)


def sample_rule(
    rule: str,
    slug: str,
    severity: Severity,
    title: tuple[str, str],
    message: tuple[str, str],
    section: str | None = None,
    source: str = _FORM_SOURCE,
) -> Rule:
    why = Text("办理情况要经得起核对。", "The figures must stand up to checking.")
    return Rule(
        *(rule, slug, severity, section, ("2019", "2021"), source, Text(*title), why),
        Text(*message),
        *_EXAMPLES,
    )


_RULES = (
    sample_rule(
        *("D404", "deadline-department", "error"),
        ("部门报告超过1月31日", "Department's report after 31 January"),
        (
            "落款日期{signed_on}晚于法定期限，{year}年度报告应在次年1月31日前公布。",
            "Signed on {signed_on}, past the deadline: 31 January of the year after {year}.",
        ),
        source=_DEADLINE,
    ),
    sample_rule(
        *("S108", "section-heading", "info"),
        ("部分的标题与格式不一致", "Section heading differs from the form"),
        (
            "标题「{found}」与格式不一致，建议改为「{expected}」。",
            "The heading “{found}” differs from the form; “{expected}” is the statutory one.",
        ),
        "problems",
    ),
    sample_rule(
        *("T202", "row-missing", "error"),
        ("表格缺行", "Row missing"),
        (
            "表格缺少「{about}」一行，应按格式补上，没有数据的填「0」。",
            "The row “{about}” is missing; add it, with 0 where there is nothing.",
        ),
    ),
    sample_rule(
        *("T204", "applications-blank", "warning"),
        ("申请情况表有空白单元格", "Blank cells in the table of applications"),
        (
            "申请情况表有空白单元格，请核对是否漏填；没有数据的应填「0」。",
            "The table has blank cells; check whether figures were forgotten.",
        ),
        "applications",
    ),
    sample_rule(
        *("T205", "cell-not-a-number", "error"),
        ("单元格不是数字", "Cell holds no number"),
        ("「{about}」填的是「{found}」，不是数字。", "“{about}” holds “{found}”, no number."),
    ),
    sample_rule(
        *("A301", "applications-balance", "error"),
        ("新收、结转与办理结果不平衡", "Applications received and handled do not balance"),
        (
            "「{column}」列：新收＋上年结转应等于（七）总计＋结转下年度：{equation}。",
            "“{column}”: new + carried in must equal the total + carried out: {equation}.",
        ),
        "applications",
        _SUMS,
    ),
    sample_rule(
        *("A302", "applications-results-total", "error"),
        ("“（七）总计”与各项办理结果之和不符", "Total of the results is not their sum"),
        (
            "「{column}」列：（一）至（六）各行之和为 {left}，「（七）总计」填的是 {right}。",
            "“{column}”: rows (1) to (6) add up to {left}, row (7) says {right}.",
        ),
        "applications",
    ),
    sample_rule(
        *("A303", "applications-row-total", "error"),
        ("“总计”与各类申请人之和不符", "Row total is not the sum of the applicants"),
        (
            "「{row}」行：各类申请人之和与「总计」不符（{equation}，差{difference}）。",
            "“{row}”: the applicants do not add up to the total "
            "({equation}, difference {difference}).",
        ),
        "applications",
    ),
    sample_rule(
        *("A304", "review-total", "error"),
        ("“总计”与各项结果之和不符", "Total is not the sum of its outcomes"),
        (
            "「{row}」：各项结果之和与「总计」不符（{equation}）。",
            "“{row}”: the outcomes do not add up to the total ({equation}).",
        ),
        "review",
    ),
    sample_rule(
        *("A307", "stock-in-force", "warning"),
        ("本年制发件数大于现行有效件数", "More issued than in force"),
        (
            "「{row}」：本年制发件数 {left} 大于现行有效件数 {right}，请核对。",
            "“{row}”: {left} issued in the year, but only {right} in force.",
        ),
        "disclosure",
    ),
    sample_rule(
        *("E903", "unsupported-format", "error"),
        ("不支持的文件格式", "Unsupported format"),
        ("不支持这种格式（{format}）。", "Files of this format are not supported: {format}."),
        source="",
    ),
    sample_rule(
        *("E907", "not-a-report", "error"),
        ("不是年度报告", "Not an annual report"),
        ("没有找到年度报告的内容。", "Nothing of an annual report was found."),
        source="",
    ),
)
RULES: Mapping[str, Rule] = {rule.id: rule for rule in _RULES}


def sample_report(cells: Mapping[str, int | str | None], form: Form = FORM, **known: Any) -> Report:
    """A report whose cells are 0 but for ``cells``: a text is no number, None is blank."""
    values = {cell: _value(cells.get(cell, 0)) for cell in form.cells()}
    facts: dict[str, Any] = {
        "year": 2023,
        "title": "青石县交通运输局2023年政府信息公开工作年度报告",
        "issuer": "青石县交通运输局",
        "signed_on": datetime.date(2024, 2, 20),
        "tables": dict.fromkeys(form.tables, True),
        **known,
    }
    return Report(form.edition, **facts, sections=dict.fromkeys(form.sections), values=values)


def _value(value: Scalar | None) -> Value:
    if value is None:
        return Value("blank")
    if isinstance(value, str):
        return Value("invalid", text=value)
    return Value("filled", value, str(value))


def terms(report: Report, cells: tuple[str, ...]) -> tuple[Term, ...]:
    """The cells as summands, blank and unreadable ones as 0."""
    values = [(cell, report.value(cell)) for cell in cells]
    return tuple(
        Term(cell, v.value if isinstance(v.value, int) else 0, blank=v.state == "blank")
        for cell, v in values
    )


def unequal(
    rule: str,
    report: Report,
    left: tuple[str, ...],
    right: tuple[str, ...],
    relation: str = "=",
    **rest: Any,
) -> Finding:
    """A finding that two sums of cells do not compare as they should."""
    equation = Equation(terms(report, left), relation, terms(report, right))
    facts = {"cells": (*left, *right)} | {
        "expected": equation.left_sum,
        "actual": equation.right_sum,
        "section": RULES[rule].section,
    }
    return Finding(rule, RULES[rule].severity, equation=equation, **(facts | rest))


_COLUMNS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")
_OUTCOMES = ("upheld", "corrected", "other", "pending")
_RESULTS = tuple(row.path for row in FORM.tables["applications"].rows[2:-2])


def balance_of(report: Report, column: str, place: Place) -> Finding:
    rows = ("new", "carried_in", "results_total", "carried_out")
    cells = tuple(f"applications.{row}.{column}" for row in rows)
    facts = {"column": Ref(cells[0])}
    return unequal("A301", report, cells[:2], cells[2:], facts=facts, place=place)


def column_sum_of(report: Report, column: str, place: Place, **rest: Any) -> Finding:
    cells = tuple(f"{row}.{column}" for row in _RESULTS)
    total = f"applications.results_total.{column}"
    facts = {"column": Ref(cells[0])}
    return unequal("A302", report, cells, (total,), facts=facts, place=place, **rest)


def row_sum_of(report: Report, row: str, place: Place, **rest: Any) -> Finding:
    cells = tuple(f"{row}.{column}" for column in _COLUMNS)
    facts = {"row": Ref(row)}
    return unequal("A303", report, cells, (f"{row}.total",), facts=facts, place=place, **rest)


def review_of(report: Report, row: str, place: Place) -> Finding:
    cells = tuple(f"{row}.{column}" for column in _OUTCOMES)
    return unequal("A304", report, cells, (f"{row}.total",), facts={"row": Ref(row)}, place=place)


_A = "applications."
SUMS_REPORT = sample_report(
    {
        _A + "new.natural_person": 5,
        _A + "new.enterprise": 3,
        _A + "new.total": 8,
        _A + "carried_in.natural_person": 1,
        _A + "carried_in.total": 1,
        _A + "granted.natural_person": 2,
        _A + "granted.enterprise": 3,
        _A + "granted.total": 6,
        _A + "refused.third_party.natural_person": 1,
        _A + "refused.third_party.total": 1,
        _A + "refused.internal_affairs.enterprise": "若干",
        _A + "unavailable.not_held.natural_person": 1,
        _A + "unavailable.not_held.total": 1,
        _A + "results_total.natural_person": 4,
        _A + "results_total.enterprise": 3,
        _A + "results_total.total": 7,
        "disclosure.normative_documents.issued": 4,
        "disclosure.normative_documents.in_force": 2,
    }
)


def _sums_result() -> FileResult:
    report = SUMS_REPORT
    culprit = _A + "granted.total"
    row = row_sum_of(
        report,
        _A + "granted",
        Place(line=168, column=2, table=2, row=6, cell=9),
        culprit=(culprit,),
        violations=(
            Violation("A302", (culprit, _A + "results_total.total"), 8, 7),
            Violation("A303", (culprit,), 5, 6),
        ),
    )
    return FileResult(
        "reports/2023-qingshi.txt",
        "checked",
        (
            Finding(
                *("D404", "error"),
                place=Place(line=412, column=1),
                facts={"signed_on": datetime.date(2024, 2, 20), "year": 2023},
                expected="2024-01-31",
                actual="2024-02-20",
            ),
            unequal(
                "A307",
                report,
                ("disclosure.normative_documents.issued",),
                ("disclosure.normative_documents.in_force",),
                "<=",
                facts={"row": Ref("disclosure.normative_documents")},
                place=Place(line=41, column=2, table=1, row=4, cell=4),
            ),
            balance_of(report, "natural_person", Place(line=84, column=2, table=2, row=4, cell=2)),
            row,
            Finding(
                *("T205", "error", "applications"),
                cells=(_A + "refused.internal_affairs.enterprise",),
                place=Place(line=231, column=2, table=2, row=12, cell=4),
                facts={
                    "about": Ref(_A + "refused.internal_affairs.enterprise"),
                    "found": "若干",
                },
            ),
            Finding(
                *("S108", "info", "problems"),
                place=Place(line=398, column=1),
                facts={
                    "found": "五、存在的主要问题及下一步打算",
                    "expected": "五、存在的主要问题及改进情况",
                },
            ),
        ),
        report,
        not_evaluated=(
            NotEvaluated("A302", "cell-invalid", {"column": Ref(_A + "new.enterprise")}),
        ),
        not_applicable=(
            NotApplicable("E903", "condition-unmet"),
            NotApplicable("E907", "condition-unmet"),
            NotApplicable("T202", "no-record", {"about": Ref("plans")}),
        ),
        outcomes=_outcomes(
            violated=("A301", "A303", "A304", "A307", "D404", "S108", "T205"),
            not_applicable=("E903", "E907", "T202"),
            not_evaluated=("A302",),
        ),
    )


def _outcomes(**rules: tuple[str, ...]) -> dict[str, Outcome]:
    """What all sample rules come to: they hold unless named."""
    outcomes: dict[str, Outcome] = dict.fromkeys(RULES, "holds")
    for outcome in OUTCOMES:
        outcomes |= dict.fromkeys(rules.get(outcome, ()), outcome)
    return outcomes


_LEGAL = _COLUMNS[1:]
_BLANKS = {
    f"{row.path}.{column}": BLANK for row in FORM.tables["applications"].rows for column in _LEGAL
}
BLANKS_REPORT = sample_report(
    {
        **_BLANKS,
        _A + "new.natural_person": 21,
        _A + "new.total": 21,
        _A + "granted.natural_person": 9,
        _A + "granted.total": 9,
        _A + "refused.third_party.natural_person": 2,
        _A + "refused.third_party.total": 2,
        _A + "closed.other.natural_person": 10,
        _A + "closed.other.total": 10,
        _A + "results_total.natural_person": 22,
        _A + "results_total.total": 22,
        "review.litigation_after_reconsideration.upheld": 1,
        "review.litigation_after_reconsideration.other": 1,
    },
    issuer="柳河镇人民政府",
    title="柳河镇人民政府2023年政府信息公开工作年度报告",
)


def _blanks_result() -> FileResult:
    report = BLANKS_REPORT
    after = "review.litigation_after_reconsideration"
    return FileResult(
        "reports/2023-liuhe.docx",
        "checked",
        (
            balance_of(report, "natural_person", Place(table=2, row=4, cell=2)),
            column_sum_of(
                report,
                "natural_person",
                Place(table=2, row=27, cell=3),
                culprit=(_A + "results_total.natural_person",),
                expected=21,
                actual=22,
            ),
            Finding(
                *("T204", "warning", "applications"),
                cells=tuple(_BLANKS),
                place=Place(table=2, row=4, cell=3),
            ),
            review_of(report, after, Place(table=3, row=4, cell=15)),
            Finding(
                *("T202", "error", "applications"),
                place=Place(table=2, row=24),
                facts={"about": Ref(_A + "closed.unpaid")},
            ),
        ),
        report,
        doubts=(Doubt("applications", "labels-guessed"),),
    )


def _unreadable_result() -> FileResult:
    finding = Finding("E903", "error", facts={"format": "PDF"})
    return FileResult("reports/2023-scan.pdf", "unreadable", (finding,))


RESULTS = (
    _sums_result(),
    _blanks_result(),
    FileResult("reports/2023-songling.html", "checked", (), sample_report({})),
    _unreadable_result(),
    FileResult("reports/notice.md", "not_a_report", (Finding("E907", "error"),)),
)


def sample_run(language: Language = "zh", **options: Any) -> Run:
    """The sample results as a run."""
    return Run(**({"results": RESULTS, "rules": RULES, "language": language} | options))
