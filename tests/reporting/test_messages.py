"""A message says the facts of its finding in words, and nothing that it must not."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.forms import EDITIONS, load_form
from linter.model.finding import Equation, Fact, Finding, NotEvaluated, Ref, Term
from linter.model.place import Place
from linter.model.report import Doubt
from linter.model.rule import Language, Text
from linter.records import replace
from linter.reporting.cell_lists import cells_text
from linter.reporting.equations import equation_text, equation_with_difference
from linter.reporting.labels import column_label, path_label
from linter.reporting.messages import UnknownFactError, message
from linter.reporting.places import place_text
from linter.reporting.quantities import date_text, number_text
from linter.reporting.quoting import one_line, path_text
from linter.reporting.reasons import doubt_reason, untold_reason
from tests.reporting.samples import FORM, RULES


def _said(template: str, language: Language = "zh", **finding: Any) -> str:
    rule = replace(RULES["A301"], message=Text(template, template))
    return message(Finding("A301", "error", **finding), rule, FORM, language, strict=True)


def _fact(name: str, fact: Fact, language: Language = "zh") -> str:
    return _said(f"{{{name}}}", language, facts={name: fact})


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        (
            "applications.new.natural_person",
            "一、本年新收政府信息公开申请数量 · 自然人",
            "I. new applications in the year · natural persons",
        ),
        (
            "applications.refused.security_stability.total",
            "（三）不予公开 · 3.危及“三安全一稳定” · 总计",
            "(3) refused · 3. endangers the “three securities and one stability” · total",
        ),
        ("applications.closed.other", "（六）其他处理 · 3.其他", "(6) otherwise closed · 3. other"),
        (
            "review.litigation_after_reconsideration.other",
            "复议后起诉 · 其他结果",
            "litigation after reconsideration · other outcome",
        ),
        ("applications.partial", "（二）部分公开", "(2) partly granted"),
        ("applications.closed", "（六）其他处理", "(6) otherwise closed"),
        ("applications", "收到和处理政府信息公开申请情况", "Applications for information"),
        ("applications.total", "总计", "total"),
        ("sections.review", "四、政府信息公开行政复议、行政诉讼情况", None),
        ("sections.applications.text", "三、收到和处理政府信息公开申请情况", None),
        ("problems", "五、存在的主要问题及改进情况", "V. Main problems and improvements"),
        ("signed_on", "落款日期", "sign-off date"),
        ("applications.nothing", "applications.nothing", "applications.nothing"),
    ],
)
def test_path_is_shown_by_its_label(path: str, zh: str, en: str | None) -> None:
    assert _fact("about", Ref(path)) == _fact("about", path) == zh
    if en is not None:
        assert _fact("about", Ref(path), "en") == en


def test_row_that_is_a_group_of_its_own_is_named_once() -> None:
    form = load_form("2019")

    label = path_label("applications.closed.other.total", form, "zh")

    assert label == "（六）其他处理 · 总计"


def test_column_is_named_alone() -> None:
    assert _fact("column", Ref("applications.new.natural_person")) == "自然人"
    assert _fact("column", Ref("applications.new")) == "一、本年新收政府信息公开申请数量"
    assert column_label("title", None, "zh") == "标题"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_cell_of_the_form_has_a_label_of_its_own(edition: str, language: Language) -> None:
    form = load_form(edition)
    labels = [path_label(cell, form, language) for cell in form.cells()]

    assert len(set(labels)) == len(labels)
    assert not any("_" in label for label in labels)


def test_without_a_form_the_newest_one_names_the_paths() -> None:
    rule = replace(RULES["A301"], message=Text("{about}", ""))
    finding = Finding("A301", "error", facts={"about": Ref("disclosure.fees.amount")})

    assert message(finding, rule, None, "zh") == "行政事业性收费 · 本年收费金额（单位：万元）"


def test_numbers_dates_and_codes_in_words() -> None:
    assert _fact("found", Decimal("12.50")) == "12.5"
    assert _fact("signed_on", datetime.date(2024, 1, 7)) == "2024年1月7日"
    assert _fact("signed_on", datetime.date(2024, 1, 7), "en") == "2024-01-07"
    assert _fact("missing", "both") == "机关名称和日期"
    assert _fact("format", "PDF", "en") == "PDF document"
    assert _fact("issuer_kind", "township") == "乡镇人民政府"


def test_doubled_braces_are_braces() -> None:
    assert _said("{{{left}}}", equation=Equation((Term(None, 3),), "=", ())) == "{3}"


def test_parts_of_the_equation_and_values_of_the_finding_may_be_named() -> None:
    equation = Equation((Term(None, 3),), "=", (Term(None, 5),))
    finding: dict[str, Any] = {"equation": equation, "expected": 3, "actual": "五"}

    assert _said("{left} {right} {difference} {expected} {actual}", **finding) == "3 5 2 3 五"


def test_difference_is_said_once() -> None:
    equation = Equation((Term(None, 3),), "=", (Term(None, 5),))

    assert _said("{equation}。", equation=equation) == "3 ≠ 5，差 2。"
    assert _said("{equation}，差{difference}。", equation=equation) == "3 ≠ 5，差2。"


def test_fact_of_that_name_goes_before_what_is_derived() -> None:
    assert _said("{left}", facts={"left": 7}, equation=Equation((), "=", ())) == "7"


@pytest.mark.parametrize("name", ["nothing", "equation", "left", "expected"])
def test_name_that_is_no_fact_is_an_error_in_tests_and_never_at_run_time(name: str) -> None:
    rule = replace(RULES["A301"], message=Text(f"甲{{{name}}}乙", f"a {{{name}}} b"))
    finding = Finding("A301", "error")

    assert message(finding, rule, FORM, "zh") == "甲（未知）乙"
    with pytest.raises(UnknownFactError, match="A301"):
        message(finding, rule, FORM, "en", strict=True)


def test_unknown_part_of_an_equation_is_unknown() -> None:
    with pytest.raises(UnknownFactError):
        _said("{middle}", equation=Equation((), "=", ()))


def test_report_s_own_words_stay_on_one_line_and_hide_nothing() -> None:
    found = "结转\n下年\x1b[31m度\u202e办\t理" + "很长" * 200

    said = _fact("found", found)

    assert said.startswith("结转 下年[31m度办 理很长")
    assert said.endswith("很…")
    assert len(said) <= 61


@given(st.text(), st.sampled_from(["zh", "en"]))
def test_quoted_text_never_breaks_the_line(text: str, language: Language) -> None:
    said = _fact("found", text, language)

    assert said.isprintable()
    assert len(said.splitlines()) <= 1


def test_short_text_is_quoted_whole() -> None:
    assert one_line("  五、 问题\u3000和打算 ") == "五、 问题 和打算"


def test_path_with_control_characters_is_shown_with_escapes() -> None:
    assert path_text("报告\n\udcff\u202e.txt") == "报告\\n\\udcff\\u202e.txt"


def _equation(left: list[Term], relation: str, right: list[Term]) -> Equation:
    return Equation(tuple(left), relation, tuple(right))


def _terms(*values: int) -> list[Term]:
    return [Term("applications.new.total", value) for value in values]


@pytest.mark.parametrize(
    ("relation", "left", "right", "text"),
    [
        ("=", _terms(5, 1), _terms(4, 0), "5 + 1 ≠ 4 + 0，差 2"),
        ("<=", _terms(5), _terms(3), "5 > 3，差 2"),
        (">=", _terms(3), _terms(5), "3 < 5，差 2"),
        ("<", _terms(5), _terms(5), "5 ≥ 5"),
        (">", _terms(5), _terms(5), "5 ≤ 5"),
        ("!=", _terms(5), _terms(5), "5 = 5"),
        ("=", [Term(None, 7, negative=True), Term(None, 2, negative=True)], [], "-7 - 2 ≠ 0，差 9"),
        ("=", _terms(4, -3), _terms(-2), "4 + (-3) ≠ (-2)，差 3"),
        ("=", [Term("c", 0, blank=True), *_terms(1)], _terms(2), "空白 + 1 ≠ 2，差 1"),
        ("=", [Term("c", Decimal("0.1"))], [Term("c", Decimal("0.30"))], "0.1 ≠ 0.3，差 0.2"),
        ("=", _terms(9, 2, 10, *[0] * 18), _terms(22), "9 + 2 + 10（其余为 0） ≠ 22，差 1"),
        ("=", _terms(*[0] * 21), _terms(5), "0（21 项均为 0） ≠ 5，差 5"),
        ("=", _terms(*range(1, 10)), _terms(44), "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 ≠ 44，差 1"),
        ("=", _terms(*range(1, 22)), _terms(230), "231（21 项之和） ≠ 230，差 1"),
    ],
)
def test_equation_is_spelled_out(
    relation: str, left: list[Term], right: list[Term], text: str
) -> None:
    assert equation_with_difference(_equation(left, relation, right), "zh") == text


def test_blanks_that_are_left_out_of_a_long_sum_are_not_called_zero() -> None:
    blanks = [Term("c", 0, blank=True)] * 9

    def spelled(*left: Term) -> str:
        return equation_text(_equation(list(left), "=", _terms(3)), "en")

    assert spelled(*_terms(1), *blanks) == "1 (the rest are blank) ≠ 3"
    assert spelled(*_terms(1, 0), *blanks) == "1 (the rest are 0 or blank) ≠ 3"
    assert spelled(*blanks) == "0 (all 9 are blank) ≠ 3"
    assert spelled(*blanks, *_terms(0)) == "0 (all 10 are 0 or blank) ≠ 3"


def test_subtracted_terms_count_in_the_sum_of_many() -> None:
    left = [Term("c", 1, negative=True)] * 13

    assert equation_text(_equation(left, "=", _terms(0)), "zh") == "-13（13 项之和） ≠ 0"


def test_few_cells_are_named_many_are_summed_up() -> None:
    rows = FORM.tables["applications"].rows
    columns = tuple(
        cell for row in rows for cell in row.cells() if cell.endswith((".research", ".other"))
    )
    new = rows[0].cells()

    assert cells_text(new[:2], FORM, "zh").count("、") == 3
    assert cells_text(columns, FORM, "zh") == "科研机构、其他 2 列共 50 格"
    assert (
        cells_text(columns, FORM, "en") == "50 cells in 2 column(s): research institutions, others"
    )
    assert cells_text(new, FORM, "zh") == "「一、本年新收政府信息公开申请数量」行 7 格"


def test_very_many_names_are_cut() -> None:
    cells = tuple(cell for row in FORM.tables["disclosure"].rows for cell in row.cells())
    every = (*FORM.tables["applications"].cells(), *cells)

    text = cells_text(every, FORM, "zh")

    assert text.endswith(f"等 12 列共 {len(every)} 格")
    assert cells_text(every, FORM, "en").startswith("185 cells in 12 column(s): natural persons")


def test_several_cells_in_one_fact() -> None:
    refs = (Ref("applications.new.total"), Ref("review.reconsideration.total"))

    assert _fact("parts", refs) == "一、本年新收政府信息公开申请数量 · 总计、行政复议 · 总计"
    assert _said("{cells}", cells=("review.reconsideration.total",)) == "行政复议 · 总计"
    assert _said("{culprit}", culprit=("review.reconsideration.total",)) == "行政复议 · 总计"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-12, "-12"),
        (Decimal("59237.2449"), "59237.2449"),
        (Decimal(100), "100"),
        (Decimal("1E+3"), "1000"),
        (10**80, "1.000000E+80"),
        (Decimal("1E+9999999"), "1.000000E+9999999"),
        (Decimal("NaN"), "NaN"),
    ],
)
def test_numbers_are_plain_and_short(value: int | Decimal, text: str) -> None:
    assert number_text(value) == text


@given(st.dates())
def test_date_reads_back(date: datetime.date) -> None:
    assert datetime.date.fromisoformat(date_text(date, "en")) == date
    year, rest = date_text(date, "zh").split("年")
    month, day = rest.removesuffix("日").split("月")
    assert datetime.date(int(year), int(month), int(day)) == date


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (Place(), "", ""),
        (Place(line=12), "第12行", "line 12"),
        (Place(12, 3, None, 2, 5, 4), "第12行第3列，表2第5行第4格", None),
        (Place(page=3, table=2), "第3页，表2", "page 3, table 2"),
        (Place(table=2, row=5, cell=4), "表2第5行第4格", "table 2, row 5, cell 4"),
    ],
)
def test_place_in_words(place: Place, zh: str, en: str | None) -> None:
    assert place_text(place, "zh") == zh
    if en is not None:
        assert place_text(place, "en") == en


def test_reasons_in_words() -> None:
    item = NotEvaluated("A301", "row-missing", {"row": Ref("applications.carried_in"), "n": 3})

    assert untold_reason(item, FORM, "zh") == "缺少相关行：二、上年结转政府信息公开申请数量"
    assert untold_reason(NotEvaluated("A301", "value-missing"), None, "zh") == "报告没有写明"
    assert untold_reason(item, FORM, "en").endswith(
        ": II. applications carried over from last year"
    )
    assert doubt_reason(Doubt("review", "columns-guessed"), "en") == "its columns were inferred"
