"""Section six: what it states of 信息处理费, and whether it agrees with itself."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.narrative.fee_amounts import amounts, fee_amounts, fee_breakdowns
from linter.narrative.fees import fee_denials, fee_statements
from linter.narrative.prose import Prose
from tests.narrative.texts import prose


def _section(*texts: str, **others: Sequence[str]) -> Prose:
    sections: dict[str | None, Sequence[str]] = {"other": texts}
    sections.update(others)
    return prose(sections, issuer="云溪县水务局")


def _statement(*texts: str, **others: Sequence[str]) -> dict[str, object]:
    (record,) = fee_statements(_section(*texts, **others))
    return dict(record.fields)


def _stated(*texts: str, **others: Sequence[str]) -> tuple[object, object]:
    fields = _statement(*texts, **others)
    return fields["stated"], fields["elsewhere"]


@pytest.mark.parametrize(
    "text",
    [
        "本年度未收取信息处理费。",
        "2023年度，本机关没有收取政府信息公开信息处理费。",
        "2023年，县水务局未发生政府信息公开收费情况。",
        "本年度没有产生信息处理费。",
        "2023年收取信息处理费0元。",
        "收取信息处理费的情况：本年度无发出收费通知，无收取信息处理费用。",
        "收费总金额为0。",
        "本单位办理政府信息公开申请未向申请人收取任何费用。",
        "无收费事项，无其他需要报告的事项。",
        "信息公开处理费收费情况：无。",
        "我局不涉及收费。",
        "依据《政府信息公开信息处理费管理办法》，2023年发出收费通知0件，总金额0元。",
        "我街道免费提供政府信息。",
        "2023年，全市实际收取信息处理费共计400元。",
        "没有收取信息处理费情况，并严格落实工作要点。",
        "一是完成年度任务。二是对25件申请收取了信息处理费2950元。",
        "未因信息公开收取公民、法人和其他组织任何费用。",
        "本年度收到信息处理费用0元",
    ],
)
def test_every_wording_of_the_statement_is_recognised(text: str) -> None:
    assert _stated(text) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "无。",
        "无",
        "无其他需要报告的事项。",
        "本年度没有其他需要报告的事项。",
        "严格执行《政府信息公开信息处理费管理办法》。",
        "认真办理人大代表建议5件、政协委员提案3件。",
        "安排专项经费2万元用于网站维护。",
        "完成了年度各项工作目标、任务。",
    ],
)
def test_what_does_not_speak_of_the_fee_does_not_state_it(text: str) -> None:
    assert _stated(text) == (0, 0)


def test_a_statement_broken_over_lines_is_recognised() -> None:
    assert _stated("按照有关规定，2023年我局办理政府信息公开申请未收取信息处", "理费。") == (1, 0)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("overview", "（二）依申请公开。收到申请6件，未因信息公开向公民收取任何费用。"),
        ("overview", "办理申请，没有收取信息处理费。"),
        ("applications", "本年度未收取信息处理费，无结转。"),
        ("problems", "未对依申请公开收取费用。"),
    ],
)
def test_a_statement_in_another_section_is_one_elsewhere(section: str, text: str) -> None:
    (record,) = fee_statements(_section("无。", **{section: [text]}))
    assert (record.fields["stated"], record.fields["elsewhere"]) == (0, 1)
    assert record.section == section


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("overview", "公开涉企收费目录清单和行政事业性收费标准。"),
        ("overview", "组织学习《政府信息公开信息处理费管理办法》。"),
        (
            "applications",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        ),
    ],
)
def test_other_charges_elsewhere_are_no_statement(section: str, text: str) -> None:
    assert _stated("无。", **{section: [text]}) == (0, 0)


def test_a_report_without_section_six_has_no_record() -> None:
    other = prose({"overview": ["未收取信息处理费。"]})
    for find in (fee_statements, fee_denials, fee_amounts, fee_breakdowns):
        assert find(other) == ()


@pytest.mark.parametrize(
    ("text", "unquantified"),
    [
        ("对3件申请收取了信息处理费。", 1),
        ("2023年收取了政府信息公开信息处理费。", 1),
        ("对3件申请收取了信息处理费600元。", 0),
        ("对三件申请收取了信息处理费，共六百元。", 0),
        ("严格按照《办法》收取信息处理费，2023年未收取。", 0),
        ("依法可以收取信息处理费。", 0),
        ("本年度未收取信息处理费。", 0),
    ],
)
def test_a_fee_collected_needs_an_amount(text: str, unquantified: int) -> None:
    assert _statement(text)["unquantified"] == unquantified


def _collected(*texts: str) -> list[object]:
    return [record.fields["collected"] for record in fee_denials(_section(*texts))]


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局未向申请人收取信息处理费，收取总金额为200元。",
        "云溪县水务局没有收取信息处理费，收费金额200元。",
        "按照规定（国办函〔2020〕109号）办理，未收取信息处理费。全年收取信息处理费200元。",
        "本年度无收取信息处理费用；收取信息处理费二百元。",
        "本年度未收取信息处理费，对2件申请收取200元。",
    ],
)
def test_none_collected_beside_an_amount_collected_is_a_contradiction(text: str) -> None:
    assert _collected(text) == [200]


@pytest.mark.parametrize(
    "text",
    [
        "未收取信息处理费，收取总金额为0元。",
        "市本级未收取信息处理费。全市收取信息处理费2950元。",
        "市公安局收取信息处理费600元，其他部门未收取信息处理费。",
        "县政府未收取信息处理费，县住建局收取信息处理费200元。",
        "收取信息处理费200元，除此之外未收取任何费用。",
        "按件收取信息处理费200元，未按量收取信息处理费。",
        "发出收费通知1件，金额200元，申请人逾期未缴纳，未收取信息处理费。",
        "申请10件以下的不收取信息处理费，超出部分收取信息处理费200元。",
        "上年收取信息处理费200元，本年度未收取信息处理费。",
        "未收取信息处理费。按照100元/件的标准执行。",
        "未收取信息处理费。安排工作经费200元。",
        "各乡镇未收取信息处理费，收取200元的为县级部门。",
    ],
)
def test_statements_of_another_scope_do_not_contradict(text: str) -> None:
    assert set(_collected(text)) <= {0}


@pytest.mark.parametrize(
    ("text", "unnoticed"),
    [
        ("本年度未发出收费通知。", [1]),
        ("本年度无发出收费通知，无收取信息处理费用。", [1]),
        ("没有产生信息处理费。", [1]),
        ("本年度不涉及收费。", [1]),
        ("未发生政府信息公开收费事项。", [1]),
        ("本年度未收取信息处理费。", [0]),
        ("没有其他需要报告的事项。", []),
    ],
)
def test_that_nobody_was_asked_to_pay_is_told_apart(text: str, unnoticed: list[int]) -> None:
    found = fee_denials(_section(text))
    assert [record.fields["unnoticed"] for record in found] == unnoticed


def test_a_denial_quotes_its_clause() -> None:
    (record,) = fee_denials(_section("2023年，我局依规办理，未收取信息处理费，无其他事项。"))
    assert (record.text, record.place.line) == ("未收取信息处理费", 1)


def _money(text: str) -> list[tuple[object, object]]:
    found = fee_amounts(_section(text))
    return [(record.fields["yuan"], record.fields["unit"]) for record in found]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("收取信息处理费2950元。", [(2950, "元")]),
        ("收取信息处理费2,950元。", [(2950, "元")]),
        ("收取信息处理费２９５０元。", [(2950, "元")]),
        ("收取信息处理费 2 950 元。", [(2950, "元")]),
        ("收取信息处理费二千九百五十元整。", [(2950, "元")]),
        ("收取信息处理费人民币贰佰元。", [(200, "元")]),
        ("收取信息处理费120.5元。", [(Decimal("120.5"), "元")]),
        ("收取信息处理费0.295万元。", [(2950, "万元")]),
        ("收取信息处理费2950万元。", [(29_500_000, "万元")]),
        ("收费标准为100元/件。", []),
        ("公开行政事业性收费36.5万元。", []),
        ("安排经费3万元，未收取信息处理费。", []),
        ("对25件，收取420元。", [(420, "元")]),
        ("信息处理费为0。", []),
        ("收取信息处理费十百元。", []),
    ],
)
def test_amounts_are_read_in_every_writing(text: str, money: list[tuple[object, str]]) -> None:
    assert _money(text) == money


@given(st.integers(0, 10**9))
def test_a_number_is_read_with_and_without_thousands(number: int) -> None:
    for printed in (f"{number}", f"{number:,}"):
        assert [amount.yuan for amount in amounts(f"收取信息处理费{printed}元")] == [number]


def _differing(*texts: str) -> list[tuple[object, ...]]:
    found = fee_breakdowns(_section(*texts))
    return [tuple(record.fields[name] for name in ("whole", "parts", "unit")) for record in found]


_LIST = "水利局1件，收取420元；民政局2件，收取290元；公安局15件，收取1500元"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"对18件申请收取了信息处理费2210元。其中，{_LIST}，收费标准符合规定。", []),
        (f"对18件申请收取了信息处理费2250元。其中，{_LIST}。", [(2250, 2210, "元")]),
        (f"对25件申请收取了信息处理费2210元，其中{_LIST}。", [(25, 18, "件")]),
        (f"对18件申请收取信息处理费2210元，具体为：{_LIST}。", []),
        ("按件收费3件300元、按量收费2件150元，合计5件450元。", []),
        ("按件收费3件300元、按量收费2件150元，合计5件500元。", [(500, 450, "元")]),
        ("共收取信息处理费3000元，其中公安局3500元。", [(3000, 3500, "元")]),
        ("共收取信息处理费一千元，其中公安局六百元、民政局三百元。", [(1000, 900, "元")]),
        # Sure to be right, or not sure to be wrong.
        ("共收取信息处理费3000元，其中公安局2000元。", []),
        ("共收取信息处理费3000元，其中公安局2000元、民政局500元等。", []),
        ("共收取信息处理费约3000元，其中公安局2000元、民政局500元。", []),
        ("共收取信息处理费3000余元，其中公安局2000元、民政局500元。", []),
        ("收取0.3万元，其中公安局2000元、民政局500元。", []),
        ("发出收费通知5件、金额900元，实际收取600元，其中公安局500元、民政局400元。", []),
        ("收取600元，其中应收900元，民政局减免300元。", []),
        ("收取信息处理费600元，其中按100元/件收取400元、按200元/件收取200元。", []),
        ("收取600元，其中公安局400元，其中派出所200元、交警队200元，民政局200元。", []),
        ("其中公安局400元、民政局200元。", []),
        ("共收取600元，其中公安局、民政局均符合规定。", []),
        ("收取信息处理费600元。未发生退费100元、200元的情形。", []),
    ],
)
def test_parts_are_compared_with_the_whole(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _differing(text) == expected


def test_the_quotation_begins_with_the_whole() -> None:
    text = f"我局严格执行规定，对18件申请收取了信息处理费2250元。其中，{_LIST}。"
    (record,) = fee_breakdowns(_section(text))
    assert record.text.startswith("对18件申请收取了信息处理费2250元。其中，水利局1件")
    assert len(record.text) <= 62


def test_hostile_text_takes_no_longer_than_it_is_long() -> None:
    for piece in ("1,111,", "其中100元、", "未收取", "收取信息处理费", "一" * 9, "（一）"):
        text = piece * 4000
        fee_statements(_section(text))
        fee_denials(_section(text))
        fee_amounts(_section(text))
        fee_breakdowns(_section(text))
