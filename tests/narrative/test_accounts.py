"""For which year a report renders account, and whether its title agrees."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest

from linter.model.report import Value
from linter.narrative.accounts import accounts
from linter.narrative.prose import prose_of
from linter.narrative.years import title_contradictions
from linter.records import replace
from tests.narrative.texts import prose, report


def _years(*texts: str, section: str | None = "overview") -> list[object]:
    return [one.fields["year"] for one in accounts(prose({section: texts}))]


@pytest.mark.parametrize(
    "text",
    [
        "2022年，我镇共收到公开申请0件。",
        "2022年我镇收到依申请公开申请0件，按期答复0件。",
        "2022年度，我局未收到政府信息公开申请。",
        "（三）政府信息管理情况 2022年，镇政府办公室共制定规范性文件0件。",
        "（二）依申请公开情况。2022年受理申请3件。",
        "2.依申请公开。2022年受理申请3件。",
        "一是2022年公开信息30条。",
        "２０２２年，全年公开信息1,230条。",
        "二〇二二年，全年公开信息12条。",
        "2022年度举办培训2期。",
        "2022年，我局认真贯彻落实《条例》，各项工作平稳有序。",
        "2022年度，我镇按照上级要求推进政府信息公开工作。",
    ],
)
def test_a_sentence_that_tells_of_a_year_accounts_for_it(text: str) -> None:
    assert _years(text) == [2022]


@pytest.mark.parametrize(
    "text",
    [
        "2022年以来，我镇公开信息30条。",
        "2022年12月，我镇公开信息30条。",
        "2022年底公开信息30条。",
        "2022年至2023年，我镇公开信息30条。",
        "2022年1月1日起公开信息30条。",
        "2022年一季度公开信息30条。",
        "2022年结转的申请3件已全部办结。",
        "2022年收到申请3件，2023年收到申请5件。",
        "2022年收到申请3件。2023年收到申请5件。",
        "2022年收到的申请3件均已办结。",
        "与2022年相比，收到申请增加3件。",
        "2022年，我局将公开信息30条。",
        "2022年度部门决算均已公开，共3件。",
        "2022年印发的文件3件均已公开。",
        "2022年，我局在全县考核结果中名列前茅，未扣分。",
        "2022年成立的领导小组召开会议2次，公开信息3条。",
        "针对2022年存在的问题，全年开展培训2期。",
        "全年公开信息30条。",
        "按照2022年政务公开要点开展培训2期。",
    ],
)
def test_other_mentions_of_a_year_are_no_account(text: str) -> None:
    assert _years("我镇按照要求开展工作。", text) == []


def test_paragraphs_that_compare_years_account_for_none() -> None:
    assert _years("近年情况如下。", "2022年收到申请3件。", "2023年收到申请5件。") == []


def test_numbered_paragraphs_are_matters_of_their_own() -> None:
    texts = ("（一）主动公开。2023年公开信息30条。", "（二）依申请公开。2022年收到申请0件。")
    assert _years(*texts) == [2023, 2022]


def test_sections_two_to_five_are_not_asked() -> None:
    assert _years("2022年，我镇公开信息30条。", section="problems") == []


def test_section_six_accounts_for_its_fees() -> None:
    assert _years("2022年度，我镇未收取信息处理费。", section="other") == [2022]


@pytest.mark.parametrize(
    "text",
    [
        "现公布云溪县水务局2022年政府信息公开工作年度报告。",
        "现将2022年度政府信息公开工作报告如下：",
        "编制并公布本单位2022年政府信息公开工作年度报告，接受社会监督。",
        "现编制形成了《青石镇人民政府2022年政府信息公开工作年度报告》。",
    ],
)
def test_the_opening_announces_the_report_of_a_year(text: str) -> None:
    assert _years(text, section=None) == [2022]


@pytest.mark.parametrize(
    "text",
    [
        "根据《关于做好2022年政府信息公开工作年度报告编制和发布工作的通知》编制本报告。",
        "本报告按照《条例》编制。",
        "统计期限自2022年1月1日起至2022年12月31日止。",
        "公布2022年政府信息公开工作年度报告1份。",
    ],
)
def test_other_years_in_the_opening_are_no_announcement(text: str) -> None:
    assert _years(text, section=None) == []


def test_a_sentence_that_the_page_broke_is_read_whole() -> None:
    texts = (
        "我镇围绕中心工作推进政务公开，公开的内容涉及财政预决算、乡村振兴，与",
        "2022年相比公开信息增加30条。",
    )
    assert _years(*texts) == []


def _contradictions(
    texts: Sequence[str],
    title: int | None,
    period: tuple[int, int] | None = None,
    signed: datetime.date | None = None,
) -> list[object]:
    values: dict[str, Value] = {}
    if title:
        values["title_year"] = Value("filled", title)
    if period:
        first, last = (datetime.date(year, 1, 1) for year in period)
        values |= {"period_start": Value("filled", first), "period_end": Value("filled", last)}
    if signed:
        values["signed_on"] = Value("filled", signed)
    made = replace(report({"overview": texts}, values), title="标题")
    return [one.fields["year"] for one in title_contradictions(prose_of(made))]


_SIGNED = datetime.date(2024, 1, 18)
_TOLD = ("（一）主动公开。2023年公开信息3条。", "（二）申请。2023年收到申请3件。")


def test_two_of_period_sign_off_and_text_that_agree_outweigh_the_title() -> None:
    assert _contradictions((), 2022, (2023, 2023), _SIGNED) == [2023]
    assert _contradictions(_TOLD, 2022, (2023, 2023)) == [2023]
    assert _contradictions(_TOLD, 2022, None, _SIGNED) == [2023]
    assert _contradictions(_TOLD, 2022) == [2023]


def test_a_title_that_one_of_them_supports_stands() -> None:
    assert _contradictions(_TOLD, 2022, (2022, 2022), _SIGNED) == []
    assert _contradictions(_TOLD, 2022, (2023, 2023), datetime.date(2023, 1, 18)) == []


def test_one_witness_alone_says_nothing_against_the_title() -> None:
    assert _contradictions((), 2022, (2023, 2023)) == []
    assert _contradictions((), 2022, (2022, 2023), _SIGNED) == []
    assert _contradictions((), 2022, None, _SIGNED) == []
    assert _contradictions(_TOLD[:1], 2022) == []
    divided = (_TOLD[0], "（二）申请。2021年收到申请3件。")
    assert _contradictions(divided, 2022) == []


def test_a_title_that_agrees_or_names_no_year_contradicts_nothing() -> None:
    assert _contradictions(_TOLD, 2023, (2023, 2023), _SIGNED) == []
    assert _contradictions(_TOLD, None, (2023, 2023), _SIGNED) == []
