"""Section one: which of its aspects it reports on, in whatever words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from linter.model.report import Deviation, Value
from linter.narrative.aspects import overviews
from linter.narrative.prose import prose_of
from linter.records import replace
from tests.narrative.texts import prose, report

_FIVE = (
    "主动公开",
    "依申请公开",
    "政府信息管理",
    "政府信息公开平台建设",
    "监督保障",
)
_WHOLE = (
    "2023年，我局扎实推进政府信息公开工作。",
    "（一）主动公开。全年主动公开政府信息126条。",
    "（二）依申请公开。全年未收到申请。",
    "（三）政府信息管理。逐件审核公文的公开属性。",
    "（四）政府信息公开平台建设。调整网站栏目3个。",
    "（五）监督保障。开展考核和社会评议，没有责任追究的情形。",
)


def _left_out(*texts: str, kind: str | None = None, **others: Sequence[str]) -> list[str]:
    values = {"issuer_kind": Value("filled", kind)} if kind else {}
    sections: dict[str | None, Sequence[str]] = {"overview": texts}
    sections.update(others)
    (record,) = overviews(prose(sections, values=values))
    return record.text.split("、") if record.text else []


def _without(number: int) -> list[str]:
    return [text for at, text in enumerate(_WHOLE) if at != number]


def test_a_section_under_the_forms_own_sub_headings_is_whole() -> None:
    assert _left_out(*_WHOLE) == []


@pytest.mark.parametrize("number", range(1, 6))
def test_where_the_section_follows_the_forms_list_a_missing_part_is_missed(number: int) -> None:
    assert _left_out(*_without(number)) == [_FIVE[number - 1]]


@pytest.mark.parametrize(
    "texts",
    [
        # One paragraph without sub-headings.
        [
            "我办依法公布各类文件38件，做好申请答复，落实发布审查，维护门户网站栏目，并安排专人负责。",
        ],
        # A list with 一是 … 五是.
        [
            "一是做实主动公开，更新民政救助信息96条。",
            "二是规范办理依申请公开，全年没有收到申请。",
            "三是回应关切，办理热线来电47件。",
            "四是强化监督保障，每周巡检网站链接和栏目更新，校对稿件，及时改正错漏。",
        ],
        # Several aspects under one sub-heading.
        [
            "（一）主动公开、依申请公开方面。全年主动公开政府信息0条，依申请公开0件，规范性文件0件。",
            "（二）监督保障方面。通过网站和公众号等平台公开信息，提高透明度。",
        ],
        # Names of their own for the last two.
        [
            "（一）主动公开情况。公开信息20条。",
            "（二）依法申请公开情况。累计收到3件。",
            "（三）信息管理情况。坚持先审查、后公开。",
            "（四）渠道建设情况。利用电子显示屏、户外公告栏和宣传栏发布办事指南。",
            "（五）教育培训情况。参加上级举办的培训2次。",
        ],
        # The office has no site of its own.
        [
            "（一）主动公开。公开信息20条。",
            "（二）依申请公开。未收到。",
            "（三）政府信息管理。专人负责。",
            "（四）平台建设。本单位没有网站，在县政府网站设有专栏。",
            "（五）监督保障。纳入年度目标考核。",
        ],
        # A summary of one sentence.
        [
            "我局夯实主动公开基础，规范依申请公开办理，健全政府信息全链条管理，推进公开平台建设，加大监督保障力度。",
        ],
        # Numbers with a full stop, deeper levels below.
        [
            "1.主动公开信息情况",
            "全年发布信息430条。",
            "2.依申请公开情况",
            "没有收到公民提出的申请。",
            "3.政府信息管理情况",
            "落实三审三校。",
            "4.平台建设情况",
            "政务微博、微信发布92条。",
            "5.监督保障情况",
            "召开专题会议2次。",
        ],
    ],
)
def test_any_reasonable_wording_counts(texts: list[str]) -> None:
    assert _left_out(*texts) == []


def test_lines_broken_within_words_are_read_as_one() -> None:
    torn = [text[at : at + 17] for text in _WHOLE for at in range(0, len(text), 17)]
    assert _left_out(*torn) == []


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("我局政府信息公开工作及时、准确、有效。", [*_FIVE]),
        ("我镇按照要求推进政府信息公开条例的贯彻。", [*_FIVE]),
        (
            "我镇加强领导，集体学习《条例》；落实保密审查；通过公开栏发布信息；参加网站培训。",
            ["依申请公开"],
        ),
        ("我局通过门户网站发布信息12条，未收到申请，落实审核制度。", []),
        ("我局发布信息12条，未收到申请。", ["政府信息管理", "政府信息公开平台建设", "监督保障"]),
    ],
)
def test_what_the_section_does_not_speak_of_is_left_out(text: str, left_out: list[str]) -> None:
    assert _left_out(text) == left_out


def test_naming_the_parts_of_the_report_is_no_report_on_them() -> None:
    text = (
        "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、"
        "存在的主要问题及改进情况、其他需要报告的事项六个部分组成。"
    )
    assert _left_out(text) == [*_FIVE]


def test_the_forms_own_list_of_aspects_is_no_report_on_them() -> None:
    text = "主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。"
    assert _left_out(text) == [*_FIVE]


def test_names_of_documents_state_nothing() -> None:
    assert "依申请公开" in _left_out("我局学习《政府信息公开申请办理规范》，公开信息3条。")


def test_an_aspect_told_in_the_prose_of_another_section_is_told() -> None:
    told = ["全年没有收到政府信息公开申请，无结转。"]
    assert _left_out(*_without(2), applications=told) == []


def test_labels_of_a_torn_table_tell_nothing() -> None:
    labels = ["一、本年新收政府信息公开申请数量", "信访举报投诉类申请", "重复申请"]
    assert _left_out(*_without(2), applications=labels) == ["依申请公开"]


def test_the_introduction_before_section_one_counts_but_not_its_frame() -> None:
    frame = "本报告电子版可在县政府网站下载，如有疑问请与办公室联系。"
    told = "全年未收到政府信息公开申请。"
    (framed,) = overviews(prose({None: [frame], "overview": _without(2)}))
    (introduced,) = overviews(prose({None: [frame, told], "overview": _without(2)}))
    assert (framed.text, introduced.text) == ("依申请公开", "")


def test_headings_beside_the_statutory_ones_count() -> None:
    added = [Deviation("section-missing", "sections.other")] + [
        Deviation("section-added", "", facts={"found": found})
        for found in (
            "四、政府信息公开申请情况",
            "五、政府信息管理",
            "六、平台建设",
            "二、机制保障",
        )
    ]
    given = replace(report({"overview": ["全年公开信息20条。"]}), deviations=tuple(added))
    (record,) = overviews(prose_of(given))
    assert record.text == ""


def test_a_report_without_section_one_or_its_text_has_no_record() -> None:
    assert overviews(prose({"problems": ["公开不够及时。"]})) == ()


@pytest.mark.parametrize("kind", ["government", "township"])
def test_a_government_also_reports_results(kind: str) -> None:
    assert _left_out(*_WHOLE, kind=kind) == []
    assert _left_out(*_without(5), kind=kind) == [
        "监督保障",
        "工作考核",
        "社会评议",
        "责任追究结果",
    ]


@pytest.mark.parametrize("kind", ["department", "subdistrict", "unknown", None])
def test_other_offices_need_not(kind: str | None) -> None:
    assert _left_out(*_without(5), kind=kind) == ["监督保障"]


@pytest.mark.parametrize(
    ("text", "unreported"),
    [
        ("将政务公开纳入绩效考核，开展满意度测评，未发生追责情形。", 0),
        ("组织年度考评；委托第三方评估；本年度无问责事项。", 0),
        ("纳入目标绩效，邀请群众代表评议，没有因公开工作被追究责任的。", 0),
        ("对考核靠后的单位通报批评，接受社会评价。", 0),
        ("印发通报4期，开展考核和社会评议。", 1),
        ("公开预算绩效信息，做好风险评估。", 3),
        ("接受社会监督，健全制度。", 3),
        ("含第五十条规定的各级人民政府“工作考核、社会评议和责任追究结果情况”。", 3),
    ],
)
def test_results_are_counted_by_what_the_whole_report_says(text: str, unreported: int) -> None:
    (record,) = overviews(prose({"overview": _WHOLE[:-1], "problems": [text]}))
    assert record.fields["unreported"] == unreported
    assert len(list(filter(None, str(record.fields["results"]).split("、")))) == unreported
