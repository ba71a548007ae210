"""Left-overs, slips of the pen and what is not plausible: what is said, and how often."""

from __future__ import annotations

import pytest

from linter.examples import NAME, example_source
from linter.model.finding import Finding
from linter.model.rule import Example, Text
from linter.reporting.messages import message
from tests.product import checked, rules

ANY_RULE = rules().rules["C530"]
TOWNSHIP = (
    ("# 云溪县水务局2023年", "# 云溪县青石镇人民政府2023年"),
    ("云溪县水务局\n\n2024年1月18日", "云溪县青石镇人民政府\n\n2024年1月18日"),
)
CALM = "各项工作平稳有序"


def found(
    *edits: tuple[str, str], cells: dict[str, object] | None = None, name: str = NAME
) -> tuple[Finding, ...]:
    example = Example(Text("", ""), "2021", set=cells or {}, edit=edits)  # type: ignore[arg-type]
    return checked(example_source(ANY_RULE, example), name).findings


def ids(*edits: tuple[str, str], **facts: object) -> list[str]:
    return [finding.rule for finding in found(*edits, **facts)]  # type: ignore[arg-type]


def issued_by(name: str) -> tuple[tuple[str, str], ...]:
    return (
        ("# 云溪县水务局2023年", f"# {name}2023年"),
        ("云溪县水务局\n\n2024年1月18日", f"{name}\n\n2024年1月18日"),
    )


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("培训XX人次", "C530"),
        ("培训情况待填写", "C530"),
        ("下载地址见网站（）", "C531"),
        ("对申请进行进行登记", "C533"),
        ("保障保障机制健全", "C534"),
        ("各项工作平稳，，有序", "C539"),
        ("贯彻新《条例》精神", "C541"),
        ("我镇各项工作平稳", "C538"),
    ],
)
def test_one_slip_is_one_finding(words: str, rule: str) -> None:
    assert ids((CALM, words)) == [rule]


def test_many_marks_of_one_template_sentence_are_one_finding() -> None:
    assert ids((CALM, "落款日期为20XX年XX月XX日")) == ["C530"]


def test_the_same_instruction_in_three_sections_is_one_finding() -> None:
    sections = ("## 二、主动公开政府信息情况", "## 三、收到和处理政府信息公开申请情况")
    edits = tuple((f"{one}\n", f"{one}\n\n该部分以表格形式报告。表格如下：\n") for one in sections)
    (finding,) = found(*edits)
    assert (finding.rule, finding.facts["count"]) == ("C532", 2)


def test_a_list_that_lost_its_third_item_is_one_finding_with_what_is_due() -> None:
    edits = (
        ("（三）政府信息管理。", "（四）政府信息管理。"),
        ("（四）政府信息公开平台建设。", "（五）政府信息公开平台建设。"),
        ("（五）监督保障。", "（六）监督保障。"),
    )
    (finding,) = found(*edits)
    text = message(finding, rules().rules["C535"], None, "zh", strict=True)
    assert text.startswith(
        "「（四）政府信息管理。落实」的序号是“（四）”，前一项是“（二）”，应为“（三）”"
    )


def test_a_sentence_borrowed_once_from_another_office_is_told_once() -> None:
    assert ids((CALM, "我镇工作平稳，我镇群众满意")) == ["C538"]


def test_an_office_that_calls_itself_so_throughout_is_not_told() -> None:
    # 我局 stands in five places: as many of another name, and nobody can tell which is meant.
    assert ids((CALM, "我委、我委、我委、我委、我委、我委、我委、我委均按要求公开")) == []


@pytest.mark.parametrize(
    ("sentence", "rules_found"),
    [
        ("2022年，我局共收到申请3件。2023年工作有序", []),
        ("公开2022年度部门决算", []),
        ("公开信息数较2022年增加12条", []),
        ("（六）其他。2022年，我局公开视频3条", ["D414"]),
    ],
)
def test_another_year_is_told_only_where_nothing_compares(
    sentence: str, rules_found: list[str]
) -> None:
    assert ids((CALM, CALM + "。\n\n" + sentence)) == rules_found


def test_a_whole_text_of_another_year_is_one_finding() -> None:
    edits = (
        ("2023年，我局按照《条例》要求", "2022年，我局按照《条例》要求"),
        ("（二）依申请公开。全年新收", "（二）依申请公开。2022年新收"),
        ("（四）政府信息公开平台建设。调整", "（四）政府信息公开平台建设。2022年调整"),
    )
    assert ids(*edits) == ["D414"]


@pytest.mark.parametrize(
    ("issuer", "rules_found"),
    [
        ("云溪县青石镇人民政府", ["C560"]),
        ("东门街道办事处", ["C560"]),
        ("云溪县水务局", ["C561"]),
        ("左岸旗人民政府", ["C561"]),
        ("江南市南浦区人民政府", ["C561"]),
        ("江南市水务局", []),
        ("江南市人民政府", []),
        ("江南省财政厅", []),
        ("江南自治区水利厅", []),
    ],
)
def test_regulations_are_asked_about_by_who_can_make_them(
    issuer: str, rules_found: list[str]
) -> None:
    cells: dict[str, object] = {"disclosure.regulations.in_force": 6}
    told = ids(*issued_by(issuer), cells=cells)
    assert [rule for rule in told if rule.startswith("C56")] == rules_found


def test_every_cell_of_the_row_is_named_in_one_finding() -> None:
    row = "disclosure.regulations"
    cells: dict[str, object] = {f"{row}.{key}": 2 for key in ("issued", "repealed", "in_force")}
    (finding,) = [one for one in found(*TOWNSHIP, cells=cells) if one.rule == "C560"]
    assert finding.cells == (f"{row}.issued", f"{row}.repealed", f"{row}.in_force")


@pytest.mark.parametrize(
    ("issuer", "amount", "rules_found"),
    [
        ("云溪县水务局", 99999, []),
        ("云溪县水务局", 100000, ["C562"]),
        ("云溪县人民政府", 3185200, ["C562"]),
        ("江南市人民政府", 3185200, []),
        ("江南省财政厅", 3185200, []),
        ("云溪县青石镇人民政府", 999, []),
        ("云溪县青石镇人民政府", 25800, ["C563"]),
        ("云溪县青石镇人民政府", 258000, ["C562"]),
        ("云溪县水务局", "3185200元", ["T211"]),
        ("云溪县青石镇人民政府", "25800元", ["T211"]),
    ],
)
def test_fees_that_look_like_yuan_are_asked_about_once(
    issuer: str, amount: object, rules_found: list[str]
) -> None:
    told = ids(*issued_by(issuer), cells={"disclosure.fees.amount": amount})
    assert [rule for rule in told if rule[:3] in ("C56", "T21")] == rules_found


@pytest.mark.parametrize(
    ("name", "rules_found"),
    [
        ("2022年年度报告.md", ["D412"]),
        ("2022政府信息公开工作年度报告.md", ["D412"]),
        ("水务局2024年年报.md", []),
        ("20220118.md", []),
    ],
)
def test_the_file_name_may_tell_another_year(name: str, rules_found: list[str]) -> None:
    assert ids(name=name) == rules_found


@pytest.mark.parametrize(
    ("period", "rules_found"),
    [
        ("为2023年1月至12月", []),
        ("为2023年1月至11月", ["D402"]),
        ("自2023年1月1日起至2023年12月31止", ["D413"]),
    ],
)
def test_periods_by_months_and_without_the_last_mark(period: str, rules_found: list[str]) -> None:
    assert ids(("自2023年1月1日起至2023年12月31日止", period)) == rules_found


def test_a_plan_for_next_year_that_names_a_past_one_is_told() -> None:
    assert ids(("2024年，我局将继续", "明年（2023年），我局将继续")) == ["D409"]
    assert ids(("2024年，我局将继续", "二〇二三年，我局将继续")) == ["D409"]
    assert ids(("2024年，我局将继续", "明年（2024年），我局将继续")) == []
