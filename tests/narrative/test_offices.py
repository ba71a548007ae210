"""How a report names its own office, and another's name left over."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from linter.model.report import Value
from linter.narrative.offices import named_offices, own_names
from linter.narrative.prose import Prose, prose_of
from linter.records import replace
from tests.narrative.texts import report


def _prose(
    texts: Sequence[str], office: str | None, signed: str | None = None, section: str = "overview"
) -> Prose:
    title = f"{office}2023年政府信息公开工作年度报告" if office else None
    values = {"issuer": Value("filled", signed, signed)} if signed else {}
    return prose_of(replace(report({section: texts, None: texts}, values), title=title))


def _others(office: str | None, *texts: str, signed: str | None = None) -> list[str]:
    records = named_offices(_prose(texts, office, signed))
    return sorted({one.text for one in records if one.fields["same"] == 0})


@pytest.mark.parametrize(
    ("office", "text", "other"),
    [
        (
            "云溪县青石镇",
            "云溪县柳湾镇人民政府按照《条例》要求，编制本报告。",
            "云溪县柳湾镇人民政府",
        ),
        ("云溪县青石镇", "2023年，柳湾镇人民政府认真落实公开要求。", "柳湾镇人民政府"),
        ("青石镇人民政府", "现公布柳湾镇2023年政府信息公开工作年度报告。", "柳湾镇"),
        (
            "青石镇人民政府",
            "现将2023年柳湾镇人民政府政府信息公开工作年度报告公布如下。",
            "柳湾镇人民政府",
        ),
        ("青石镇人民政府", "本报告由柳湾镇人民政府办公室编制。", "柳湾镇人民政府"),
        ("青石镇人民政府", "如有疑问，请与柳湾镇党政办公室联系。", "柳湾镇"),
        ("东门街道办事处", "西坝街道办事处严格按照要求公开。", "西坝街道办事处"),
        ("云溪县水务局", "现公布云溪县教育局2023年政府信息公开工作年度报告。", "云溪县教育局"),
        ("松坪乡人民政府", "柏木乡人民政府高度重视公开工作。", "柏木乡人民政府"),
    ],
)
def test_another_office_of_the_same_kind_is_told(office: str, text: str, other: str) -> None:
    assert _others(office, text) == [other]


@pytest.mark.parametrize(
    ("office", "text"),
    [
        ("云溪县青石镇", "青石镇人民政府认真落实公开要求。"),
        ("青石镇人民政府", "云溪县青石镇人民政府按照《条例》编制本报告。"),
        ("青石镇人民政府", "各乡镇人民政府认真落实公开要求。"),
        ("青石镇人民政府", "全镇认真落实公开要求，特色小镇建设有序。"),
        ("青石镇人民政府", "与柳湾镇联合开展宣传。"),
        ("青石镇人民政府", "云溪县人民政府认真落实公开要求。"),
        ("青石镇人民政府", "本报告由青石镇党政办公室编制。"),
        ("青石镇人民政府", "请与云溪县政务公开办公室联系。"),
        ("云溪县卫生健康局", "现公布卫健局2023年政府信息公开工作年度报告。"),
        ("云溪县水务局", "现公布云溪县水利局2023年政府信息公开工作年度报告。"),
        ("云溪县水务局", "现公布我局2023年政府信息公开工作年度报告。"),
        ("云溪县水务局", "会同云溪县教育局公开信息。"),
        ("云溪县人民政府", "柳湾镇人民政府认真落实公开要求。"),
        (None, "柳湾镇人民政府认真落实公开要求。"),
    ],
)
def test_its_own_office_and_others_in_passing_are_silent(office: str | None, text: str) -> None:
    assert _others(office, text) == []


def test_the_sign_off_of_another_office_than_the_titles_is_told() -> None:
    (record,) = named_offices(_prose([], "云溪县水务局", "云溪县教育局"))
    assert (record.text, record.fields["same"]) == ("云溪县教育局", 0)
    assert record.fields["issuer_name"] == "云溪县水务局"


@pytest.mark.parametrize(
    ("title", "signed"),
    [
        ("青石镇", "云溪县青石镇人民政府"),
        ("云溪县卫健委", "云溪县卫生健康委员会"),
        ("云溪县水务局", "云溪县水务局办公室"),
        ("云溪县", "云溪县人民政府办公室"),
    ],
)
def test_two_names_of_one_office_are_the_same(title: str, signed: str) -> None:
    assert _others(title, signed=signed) == []


def _own(office: str | None, *texts: str) -> list[tuple[str, object, object, object]]:
    prose = prose_of(
        replace(_prose((), office).report, sections=report({"overview": texts}).sections)
    )
    return [
        (one.text, one.fields["fits"], one.fields["times"], one.fields["proper"])
        for one in own_names(prose)
    ]


def test_a_town_that_says_our_bureau_is_told_with_how_often_it_names_itself_rightly() -> None:
    assert _own("青石镇", "我镇公开信息。", "我局积极配合，并结合我镇实际。") == [
        ("我镇", 1, 2, 2),
        ("我局", 0, 1, 2),
        ("我镇", 1, 2, 2),
    ]


def test_the_offices_name_counts_as_naming_itself_rightly() -> None:
    assert _own("青石镇", "青石镇公开信息，我局配合。") == [("我局", 0, 1, 1)]


@pytest.mark.parametrize(
    ("office", "text"),
    [
        ("青石镇", "我镇、我县、我市、我办、我单位、我中心"),
        ("东门街道办事处", "我街道、我区"),
        ("云溪县发展和改革委员会", "我委委托第三方评估"),
        ("江南省财政厅", "我厅"),
        ("云溪县水务局", "自我镇静，我委托律师，我委员会，我委（局）"),
    ],
)
def test_names_that_fit_or_are_no_names_are_right(office: str, text: str) -> None:
    assert all(fits == 1 for _, fits, _, _ in _own(office, text))


def test_without_an_office_nothing_is_judged() -> None:
    assert _own(None, "我局公开信息。") == []
