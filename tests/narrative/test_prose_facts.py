"""What the prose states: plans, dates, years, documents cited."""

from __future__ import annotations

import pytest

from linter.narrative.citations import cited_documents
from linter.narrative.dates import dates
from linter.narrative.plans import plans
from linter.narrative.prose import Prose
from linter.narrative.years import years
from tests.narrative.texts import prose


def _prose(*texts: str, section: str | None = "problems") -> Prose:
    return prose({section: texts})


def _plan_years(*texts: str) -> list[object]:
    return [record.fields["year"] for record in plans(_prose(*texts))]


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年，我局将继续加强队伍建设。",
        "2024年我镇将进一步规范依申请公开工作。",
        "２０２４年，我委将着力提升公开质量。",
        "2024 年度，我局将加大公开力度。",
        "2024年，我局将重点做好以下工作：",
        "2024年，将从以下几个方面改进：",
        "2024年，我局将采取以下措施：",
        "下一步，2024年我局将持续推进政务公开。",
        "在2024年的工作中，我局将进一步加强学习。",
        "2024年，县教育局将按照《条例》要求，继续做好公开工作。",
        "2024年，石泉镇人民政府将认真落实各项公开要求。",
        "2024年，我镇计划开展业务培训。",
        "公开内容不够全面。2024年，我局将不断完善公开目录。",
    ],
)
def test_a_sentence_that_announces_is_a_plan_for_its_year(sentence: str) -> None:
    assert _plan_years(sentence) == [2024]


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年，我局将政务公开纳入考核。",
        "2023年，我局将政府信息公开工作列入议事日程。",
        "2023年，我镇将工作任务分解到各科室，进一步压实责任。",
        "2023年，我局将主动公开的政府信息全部上网。",
        "2023年，我局将重点领域信息全部公开，群众满意。",
        "2023年，我局将坚持公开为原则贯穿工作始终。",
        "2023年，我局将全面从严治党信息全部主动公开。",
        "2023年，我局将继续教育信息全部公开。",
        "2023年，将深入学习贯彻《条例》作为首要任务。",
        "2023年，我局继续加强队伍建设。",
        "2023年，我镇进一步规范了公开流程。",
        "2023年，我局着力提升公开质量，取得成效。",
        "2023年，我局按照计划公开信息。",
        "按照2023年工作计划，公开信息100条。",
        "2023年计划任务全部完成。",
        "2023年，我局计划生育信息公开12条。",
        "2023年，我局拟定公开方案3个。",
        "2023年，我局拟发文件均经审查。",
        "2023年，针对2022年存在的问题，我局已完成整改。",
        "2021年至2023年，我局将公开目录逐年完善。",
        "2023年以来，我局将公开工作抓实抓细。",
        "2023年底，将完成情况通报全局。",
        "自2023年起，我局将全部文件公开。",
        "公开内容与群众需求仍有差距。",
    ],
)
def test_a_sentence_that_tells_what_was_done_is_no_plan(sentence: str) -> None:
    assert _plan_years(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("明年（2023年），我局加强公开。", 2023),
        ("下一年度（2023年）我局加强公开。", 2023),
        ("新的一年2024年，任务更重。", 2024),
        ("来年，即2024年，任务更重。", 2024),
        ("二〇二四年，我局将继续加强公开。", 2024),
    ],
)
def test_next_year_may_be_named_in_other_words(sentence: str, year: int) -> None:
    assert _plan_years(sentence) == [year]


@pytest.mark.parametrize(
    "heading",
    ["（二）整改措施", "（二）改进措施。", "二是下一步打算", "（二）努力方向", "（二）下步计划"],
)
def test_under_a_heading_that_announces_bare_resolve_is_a_plan(heading: str) -> None:
    text = heading if heading.startswith("（") else f"（二）{heading}"
    assert _plan_years(text, "2023年我局加大公开力度，提升公开质量。") == [2023]


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年，我局继续加强学习，取得明显成效。",
        "2023年，我局持续公开信息，累计发布100条。",
        "针对2022年指出的问题，持续改进公开工作。",
    ],
)
def test_under_such_a_heading_too_what_is_done_is_no_plan(sentence: str) -> None:
    assert _plan_years("（二）改进措施", sentence) == []


def test_under_a_heading_of_what_was_mended_bare_resolve_is_no_plan() -> None:
    assert _plan_years("（二）改进情况", "2023年，我局继续加强学习。") == []


def test_the_next_sub_heading_ends_the_announcement() -> None:
    texts = ("（一）整改措施", "加强学习。", "（二）存在的主要问题", "2023年我局加强培训不够。")
    assert _plan_years(*texts) == []


def test_only_section_five_has_plans() -> None:
    assert plans(_prose("2024年，我局将继续加强队伍建设。", section="overview")) == ()


def test_a_plan_remembers_its_sentence_and_its_place() -> None:
    (plan,) = plans(_prose("公开不够。", "2024年，我局将继续加强队伍建设。"))
    assert (plan.text, plan.place.line) == ("2024年，我局将继续加强队伍建设", 2)
    assert plan.section == "problems"


def test_every_plan_of_a_paragraph_is_found() -> None:
    text = "2024年，我局将继续加强公开；2025年，我局将进一步规范管理。"
    assert _plan_years(text) == [2024, 2025]


@pytest.mark.parametrize(
    "text",
    [
        "国办公开办函〔2021〕30号",
        "国办公开办函[2021]30号",
        "国办公开办函【2021】30号",
        "国办公开办函（2021）30号",
        "国办公开办函2021〕30 号",
        "国办公开办涵〔2021〕30号",
        "国办公开办函〔202130号",
    ],
)
def test_the_format_document_is_recognised_in_every_print(text: str) -> None:
    records = cited_documents(_prose(f"根据{text}要求，编制本报告。", section=None))
    assert [record.fields["number"] for record in records] == ["〔2021〕30号"]


@pytest.mark.parametrize(
    ("text", "intact"),
    [
        ("国办公开办函〔2021〕30号", 1),
        ("国办公开办函[2021]30号", 1),
        ("国办公开办函【2021】30号", 1),
        ("国办公开办函（2021）30号", 1),
        ("国办公开办涵〔2021〕30号", 0),
        ("国办公开办函〔202130号", 0),
        ("国办公开办函2021〕30号", 0),
        ("国办公开办〔2021〕30号", 0),
        ("国办公开函〔2021〕30号", 0),
    ],
)
def test_a_misprinted_number_of_the_format_document_is_told_apart(text: str, intact: int) -> None:
    (record,) = cited_documents(_prose(f"根据{text}要求，编制本报告。", section=None))
    assert record.fields == {"number": "〔2021〕30号", "intact": intact}


def test_other_documents_are_not_recorded() -> None:
    assert cited_documents(_prose("国办函〔2020〕109号、国务院令第711号")) == ()


def test_dates_are_recorded_with_whether_the_calendar_has_them() -> None:
    records = dates(_prose("自2023年1月1日起至2023年12月31日止。", "截至2023年2月30日。"))
    assert [(record.text, record.fields["valid"]) for record in records] == [
        ("2023年1月1日", 1),
        ("2023年12月31日", 1),
        ("2023年2月30日", 0),
    ]
    assert [record.place.line for record in records] == [1, 1, 2]


def test_years_are_recorded_in_either_writing() -> None:
    records = years(_prose("2023年和二〇二四年，编号12023年。"))
    assert [record.fields["year"] for record in records] == [2023, 2024]
