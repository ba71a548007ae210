"""What is an assertion and what is not, and where the mistake is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.engine import compilation, expressions
from linter.engine.compilation import compile_assertion
from linter.engine.mistakes import Mistake
from linter.engine.syntax import LONGEST_ASSERTION, parse

ACCEPTED = [
    "year = 2023",
    "year != 2023 and (year < 1 or not year >= 3)",
    "year ≠ 2023 or year ≤ 1 or year ≥ 3",
    "each column in columns(applications): applications.new[column] >= 0",
    "each row in rows(review): row.upheld + row.corrected = row.total",
    "each row in rows(disclosure.regulations, disclosure.normative_documents): row.issued > 0",
    "each cell in cells(review): not blank(cell)",
    "each row in rows(review):\n  each column in columns(row):\n    row[column] >= 0",
    "each column in columns(applications) where column != 'total': applications.new[column] > 0",
    "each plan in plans where filled(plan.year): plan.year > year",
    "each document in cited_documents: not document.number contains '〔2019〕60号'",
    "each date in dates: date.valid = 1 and date.date < signed_on",
    "if present(title) then title like '*年度报告'",
    "signed_on <= date(year + 1, 3, 31)",
    'issuer_kind in ("township", "subdistrict")',
    "year in (2021, 2022)",
    "sum(applications.refused.*.total) = 0",
    "sum(applications.*.*.total) = 0",
    "count(applications.refused.*.total) = 8",
    "count(plans) > 0",
    "abs(year - title_year) <= 1",
    "max(year, title_year, 2) = min(year, title_year)",
    "year(signed_on) = year + 1 and month(signed_on) = 1 and day(signed_on) <= 31",
    "length(sections.overview.text) > 100 and sections.other.heading = '六'",
    "-year * 2 + 0.5 * (year - 3) < 1",
    "year = 1 # what follows a hash is a note\n and year = 2",
    "1 = 1",
    "　year　=　1",
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_it_is_accepted(text: str) -> None:
    assert compile_assertion(text, ["2021"])["2021"] or text == "1 = 1"


REJECTED = [
    # what is no sentence of the language
    ("", "", "断言不完整"),
    ("year =", "", "断言不完整，其后应为名称、数字、引号内的文字、“(”、“-”之一"),
    ("year 5", "5", "此处不能是“5”"),
    ("(year = 1", "", "断言不完整，其后应为“)”"),
    ("year = 1 = 1", "= 1", "此处不能是“=”，应为结束、“and”、“or”之一"),
    ("year == 1", "= 1", "此处不能是“=”"),
    ("year = $5", "$5", "此处不能有字符“$”"),
    ('title = "年', '"年', "引号没有在本行内结束"),
    ("title = “年", "“年", "引号没有在本行内结束"),
    ("each row rows(review): 1 = 1", "rows(", "此处不能是“rows”，应为“in”"),
    ("each row in rows(review) row.total = 1", "row.total", "应为“:”、“where”之一"),
    ("if year = 1", "", "断言不完整"),
    ("year = 1 if year = 2", "if", "此处不能是“if”"),
    ("title like title", "title", "此处不能是“title”，应为引号内的文字"),
    ("year in 5", "5", "此处不能是“5”，应为“(”"),
    ("sum(review.*.total,) = 1", ") =", "此处不能是“)”"),
    # names that nobody knows
    ("yaer = 1", "yaer", "没有名称“yaer”，是否想写“year”？"),
    ("xxxxxxxx = 1", "xxxxxxxx", "没有名称“xxxxxxxx”，应为“applications”、"),
    ("title.text = 'a'", "text", "“title”中没有“text”"),
    ("aplications.new.total = 1", "aplications", "是否想写“applications”？"),
    ("applications.nwe.total = 1", "nwe", "“applications”中没有“nwe”，是否想写“new”？"),
    ("applications.new.totl = 1", "totl", "“applications.new”中没有“totl”，是否想写“total”？"),
    ("applications.new.total.x = 1", "x = 1", "“applications.new.total”中没有“x”"),
    (
        "sections.ovreview.text = 'a'",
        "ovreview",
        "“sections”中没有“ovreview”，是否想写“overview”？",
    ),
    ("sections.overview.txt = 'a'", "txt", "“sections.overview”中没有“txt”，是否想写“text”？"),
    ("sections.overview.text.x = 'a'", "x =", "“sections.overview.text”中没有“x”"),
    ("each plan in plans: plan.yaer = 1", "yaer", "“plan”中没有“yaer”，是否想写“year”？"),
    ("each plan in plans: plan.year.x = 1", "x = 1", "“plan.year”中没有“x”"),
    ("each x in plan: 1 = 1", "plan:", "不能逐项列举“plan”，是否想写“plans”？"),
    ("each x in columsn(review): 1 = 1", "columsn", "是否想写“columns”？"),
    ("sume(review.*.total) = 1", "sume", "没有函数“sume”，是否想写“sum”？"),
    ("each c in columns(review): review.litigation_direct[d] = 1", "d]", "“d”不是"),
    # names used for what they are not
    (
        "applications = 1",
        "applications",
        "不是单元格，应写到单元格，如“applications.new.natural_person”",
    ),
    (
        "each row in rows(review): row = 1",
        "row = 1",
        "“row”不是单元格，应写到单元格，如“row.upheld”",
    ),
    ("sections.other = ''", "sections", "应写成如“sections.other.text”"),
    ("plans = 1", "plans", "应写成如“count(plans)”"),
    ("each plan in plans: plan = 1", "plan = 1", "应写成如“plan.text”"),
    ("each c in columns(review): c.total = 1", "total", "“c”代表列"),
    ("each x in rows(title): 1 = 1", "title", "“title”不是表格、行组或行"),
    ("each x in rows(review.litigation_direct.total): 1 = 1", "review", "不是表格、行组或行"),
    ("each c in columns(review): each x in rows(c): 1 = 1", "c): 1", "不是表格、行组或行"),
    ("each year in years: 1 = 1", "year in", "“year”已有含义"),
    ("each plans in years: 1 = 1", "plans in", "“plans”已有含义"),
    ("each left in years: 1 = 1", "left in", "“left”已有含义"),
    ("each a in years: each a in years: 1 = 1", "a in years: 1", "“a”已有含义"),
    # types
    ("year", "year", "此处应为条件，现为数字"),
    ("not title", "title", "此处应为条件，现为文字"),
    ("year = 1 and signed_on", "signed_on", "此处应为条件，现为日期"),
    ("title = 3", "title", "文字与数字不能比较"),
    ("signed_on > year", "signed_on", "日期与数字不能比较"),
    ("(year = 1) = (year = 2)", "year = 1", "条件与条件不能比较"),
    ("title < 'a'", "< 'a'", "文字不能用“<”比较"),
    ("year + title = 1", "title", "此处应为数字，现为文字"),
    ("-title = 1", "title", "此处应为数字，现为文字"),
    ("year contains '2'", "year", "此处应为文字，现为数字"),
    ("year in ('a', 'b')", "year", "数字与文字不能比较"),
    ("signed_on in (1, 2)", "signed_on", "日期与数字不能比较"),
    # functions
    ("date(2021, 1) = signed_on", "date", "函数“date”需要 3 个参数，现有 2 个"),
    ("date(2021, 13, 1) = signed_on", "date", "没有这一日期"),
    ("date(2021, 1, 31 * 1000000000000) = signed_on", "date", "没有这一日期"),
    ("max(year) = 1", "max", "函数“max”至少需要 2 个参数，现有 1 个"),
    ("abs() = 1", "abs", "函数“abs”需要 1 个参数，现有 0 个"),
    ("length(year) = 1", "year", "此处应为文字，现为数字"),
    ("filled(1)", "1)", "函数“filled”的参数应为一项数据的名称"),
    ("each c in columns(review): filled(c)", "c)", "函数“filled”的参数应为一项数据的名称"),
    ("sum(review.litigation_direct.total) = 1", "review", "函数“sum”的参数应为含“*”的路径"),
    ("count(plan) = 1", "plan", "含“*”的路径或记录集合的名称"),
    ("applications.*.total = 1", "applications", "“*”只能用在 sum(…) 和 count(…)"),
    ("sum(applications.*.totl) = 1", "applications", "没有与“applications.*.totl”相符的单元格"),
    ("sum(applicatons.*.total) = 1", "applicatons", "没有名称“applicatons”"),
]


@pytest.mark.parametrize(("text", "place", "message"), REJECTED)
def test_it_is_rejected_where_it_is_wrong(text: str, place: str, message: str) -> None:
    with pytest.raises(Mistake) as caught:
        compile_assertion(text, ["2021"])
    rest = text[caught.value.offset :]
    assert rest.startswith(place) if place else rest.strip() == ""
    assert message in caught.value.message.zh
    assert caught.value.message.en


def test_every_mistake_is_told_in_both_languages() -> None:
    for text, _, _ in REJECTED:
        with pytest.raises(Mistake) as caught:
            compile_assertion(text, ["2021"])
        spoken = caught.value.message.en.replace(text, "")
        assert not any("一" <= letter <= "鿿" for letter in spoken), spoken


def test_english_messages_read_well() -> None:
    expected = {
        "yaer = 1": 'there is no "yaer"; did you mean "year"?',
        "year = 1 = 1": '"=" cannot stand here; expected one of the end, "and", "or"',
        "title = 3": "a text cannot be compared with a number",
        "each row rows(review): 1 = 1": '"rows" cannot stand here; expected "in"',
        "filled(1)": '"filled" takes the name of a value',
    }
    for text, message in expected.items():
        with pytest.raises(Mistake) as caught:
            compile_assertion(text, ["2021"])
        assert caught.value.message.en == message


class TestEditions:
    def test_an_assertion_is_compiled_for_each_edition_of_its_rule(self) -> None:
        compiled = compile_assertion("sum(applications.closed.*.total) = 0", ["2019", "2021"])
        terms = {edition: len(one[0]["claim"][2]) for edition, one in compiled.items()}
        assert terms == {"2019": 1, "2021": 3}

    def test_parts_that_only_another_edition_has_are_left_out(self) -> None:
        text = "each row in rows(disclosure.licensing, disclosure.procurement): 1 = 1"
        compiled = compile_assertion(text, ["2019", "2021"])
        assert compiled["2019"][0]["over"] == [["disclosure.licensing"], ["disclosure.procurement"]]
        assert compiled["2021"][0]["over"] == [["disclosure.licensing"]]

    @pytest.mark.parametrize(
        "text",
        [
            "disclosure.procurement.items >= 0",
            "sum(disclosure.procurement.*) >= 0",
            "sum(disclosure.*.change) >= 0",
            "each row in rows(disclosure.penalties): row.change >= 0",
            "each row in rows(disclosure.penalties) where row.change >= 0: row.decisions >= 0",
        ],
    )
    def test_an_assertion_that_says_nothing_in_an_edition_is_a_mistake(self, text: str) -> None:
        assert compile_assertion(text, ["2019"])
        with pytest.raises(Mistake) as caught:
            compile_assertion(text, ["2019", "2021"])
        assert caught.value.message.zh == "断言对2021年版格式没有可检查的内容，规则不应列出该版"

    def test_a_name_that_no_edition_of_the_rule_has_is_a_mistake(self) -> None:
        with pytest.raises(Mistake) as caught:
            compile_assertion("disclosure.procurement.items >= 0", ["2021"])
        assert caught.value.message.zh.startswith("“disclosure”中没有“procurement”")

    def test_what_differs_in_nothing_but_its_part_of_the_form_is_one_statement(self) -> None:
        text = "each column in columns(review) where column != 'total': review.{}[column] >= 0"
        compiled = compile_assertion(text.format("litigation_direct"), ["2021"])
        ((statement,),) = compiled.values()
        assert len(statement["over"]) == 4
        assert "if" not in statement

    def test_a_condition_that_can_never_be_met_leaves_nothing_to_say(self) -> None:
        text = "each column in columns(review): if column = 'total' then 1 = 2"
        ((statement,),) = compile_assertion(text, ["2021"]).values()
        assert statement["over"] == [["review.reconsideration.total"]]
        with pytest.raises(Mistake):
            compile_assertion("if 1 = 2 then year = 1", ["2021"])


class TestBounds:
    def test_a_long_assertion(self) -> None:
        text = "year = 1" + " " * LONGEST_ASSERTION
        with pytest.raises(Mistake) as caught:
            parse(text)
        assert caught.value.message.zh == "断言超过 10000 个字符"

    @pytest.mark.parametrize(
        "text",
        [
            "not " * 2000 + "year = 1",
            "-" * 5000 + "1 = 1",
            "abs(" * 1500 + "1" + ")" * 1500 + "= 1",
        ],
    )
    def test_deep_nesting(self, text: str) -> None:
        with pytest.raises(Mistake) as caught:
            compile_assertion(text, ["2021"])
        assert caught.value.message.zh == "嵌套超过 40 层"

    def test_a_long_sum_is_not_nested(self) -> None:
        assert compile_assertion("+".join(["year"] * 1500) + " = 1", ["2021"])

    def test_redundant_parentheses_cost_nothing(self) -> None:
        assert compile_assertion("(" * 3000 + "year" + ")" * 3000 + " = 1", ["2021"])

    def test_loops_within_each_other(self) -> None:
        three = "each a in plans: each b in plans: each c in plans: "
        assert compile_assertion(three + "1 = 1", ["2021"])
        with pytest.raises(Mistake) as caught:
            compile_assertion(three + "each d in plans: 1 = 1", ["2021"])
        assert caught.value.message.zh == "each 嵌套超过 3 层"

    def test_the_number_of_bindings(self) -> None:
        text = "each a in cells(applications): each b in cells(applications): a = b"
        with pytest.raises(Mistake) as caught:
            compile_assertion(text, ["2021"])
        assert caught.value.message.zh == "断言展开后超过 5000 条，请缩小 each 的范围"

    def test_the_number_of_terms(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(compilation, "MOST_REFERENCES", 100)
        text = "each column in columns(applications): sum(applications.*.*[column]) = 0"
        with pytest.raises(Mistake) as caught:
            compile_assertion(text, ["2021"])
        assert "100 项" in caught.value.message.zh

    def test_long_texts_and_numbers(self) -> None:
        with pytest.raises(Mistake, match="longer than 500 characters"):
            compile_assertion(f"title like '{'*a' * 300}'", ["2021"])
        digits = "9" * (expressions.MOST_DIGITS + 1)
        with pytest.raises(Mistake, match="more than 30 digits"):
            compile_assertion(f"year = {digits}", ["2021"])
        with pytest.raises(Mistake, match="more than 30 digits"):
            compile_assertion("year = " + " * ".join(["9" * 30] * 3), ["2021"])


@given(st.text(alphabet="abc1.*()[]+-=<>!,:'\" \n#年each in if then not", max_size=60))
def test_any_text_is_parsed_or_refused_in_an_orderly_way(text: str) -> None:
    offset = 0
    try:
        compile_assertion(text, ["2021"])
    except Mistake as mistake:
        offset = mistake.offset
    assert 0 <= offset <= len(text)
