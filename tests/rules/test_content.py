"""What each section must report, through the whole product: one mistake is one finding."""

from __future__ import annotations

import pytest

from linter.examples import NAME, example_report
from tests.examples import example_report as township_report
from tests.product import checked, grave, ids
from tests.rendering import BY_NAME, Data, Layout

_LAYOUTS = [
    BY_NAME[name] for name in ("txt-cell-a-line", "md-pipes", "html-page", "docx-python-docx")
]
in_several_layouts = pytest.mark.parametrize("layout", _LAYOUTS, ids=lambda layout: layout.name)


def _told(section: str, text: str, *, edition: str = "2021") -> Data:
    report = township_report(edition)
    report["sections"][section]["text"] = text
    return report


def _content(report: Data, layout: Layout) -> list[str]:
    """The rules on content that are violated, whatever their severity."""
    result = checked(layout.print(report), layout.file_name)
    return [found.rule for found in result.findings if "C501" <= found.rule <= "C529"]


_WHOLE = township_report()["sections"]["overview"]["text"].split("\n")


@in_several_layouts
def test_the_report_in_which_all_is_right_lacks_nothing(layout: Layout) -> None:
    for edition in ("2019", "2021"):
        assert _content(township_report(edition), layout) == []


@in_several_layouts
@pytest.mark.parametrize("number", range(1, 6))
def test_each_aspect_left_out_is_one_finding(number: int, layout: Layout) -> None:
    text = "\n".join(line for at, line in enumerate(_WHOLE) if at != number)
    assert _content(_told("overview", text), layout) == ["C501"]


@in_several_layouts
@pytest.mark.parametrize("result", ["工作考核", "社会评议", "责任追究"])
def test_each_result_left_out_by_a_government_is_one_finding(result: str, layout: Layout) -> None:
    text = "\n".join(_WHOLE).replace(result, "日常检查")
    assert _content(_told("overview", text), layout) == ["C502"]


@in_several_layouts
def test_all_that_section_one_leaves_out_is_one_finding(layout: Layout) -> None:
    text = "2023年，我镇高度重视，公开信息12条，设置公开栏，先审查、后公开，明确职责，参加培训。"
    result = checked(layout.print(_told("overview", text)), layout.file_name)
    (finding,) = (found for found in result.findings if found.rule in ("C501", "C502"))
    assert finding.facts["text"] == "依申请公开、工作考核、社会评议、责任追究结果"


def test_departments_and_subdistricts_need_no_results() -> None:
    source = example_report("2021").replace(
        "通过网站开展社会评议，未发生需要追究责任的情形", "做好培训"
    )
    for office in ("云溪县水务局", "云溪县青石街道办事处"):
        result = checked(source.replace("云溪县水务局", office).encode(), NAME)
        assert "C502" not in ids(result.findings)


@in_several_layouts
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（一）主要问题。公开不够及时。\n（二）改进情况。已按周更新栏目。", []),
        ("（一）主要问题。公开不够及时。", ["C504"]),
        ("（一）主要问题。公开不够及时。\n（二）改进情况。无。", ["C504"]),
        ("（一）主要问题。无。\n（二）改进情况。组织培训2次。", ["C503"]),
        ("（一）主要问题。无。\n（二）改进情况。无。", ["C505"]),
        ("无。", ["C505"]),
        ("本年度不存在问题。", ["C505"]),
        ("公开不够及时。\n2024年，我镇将继续加强培训。", ["C511"]),
    ],
)
def test_section_five_is_found_wanting_once(text: str, found: list[str], layout: Layout) -> None:
    for edition in ("2019", "2021"):
        told = text.replace("2024", {"2019": "2021", "2021": "2024"}[edition])
        assert _content(_told("problems", told, edition=edition), layout) == found


@in_several_layouts
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本年度没有产生信息处理费。", []),
        ("对25件申请收取了信息处理费2950元。", []),
        ("无。", ["C506"]),
        ("没有其他需要报告的事项。", ["C506"]),
        ("对25件申请收取了信息处理费2950元，其中派出所24件2500元、司法所1件400元。", ["C507"]),
        ("对25件申请收取了信息处理费2950万元。", ["C508"]),
        ("未收取信息处理费，收取总金额为300元。", ["C509"]),
        ("对25件申请收取了信息处理费。", ["C513"]),
    ],
)
def test_section_six_is_found_wanting_once(text: str, found: list[str], layout: Layout) -> None:
    report = _told("other", text)
    report["tables"]["applications"]["closed"]["unpaid"] = dict.fromkeys(
        report["tables"]["applications"]["closed"]["unpaid"], 0
    )
    assert _content(report, layout) == found


@in_several_layouts
def test_applications_unpaid_for_contradict_that_nobody_was_asked_to_pay(layout: Layout) -> None:
    report = _told("other", "本年度未发出收费通知，未收取信息处理费。")
    result = checked(layout.print(report), layout.file_name)
    (finding,) = (found for found in result.findings if found.rule == "C510")
    assert finding.cells == ("applications.closed.unpaid.total",)
    assert _content(_told("other", "本年度未收取信息处理费。"), layout) == []


@in_several_layouts
def test_the_fee_stated_in_section_one_is_only_misplaced(layout: Layout) -> None:
    report = _told("other", "无。")
    report["sections"]["overview"]["text"] += "\n办理申请未收取信息处理费。"
    result = checked(layout.print(report), layout.file_name)
    assert "C506" not in ids(result.findings)
    (finding,) = (found for found in result.findings if found.rule == "C512")
    assert (finding.severity, finding.facts["text"]) == ("info", "办理申请未收取信息处理费")


@in_several_layouts
def test_before_the_fee_rules_nobody_had_to_state_it(layout: Layout) -> None:
    assert _content(_told("other", "无。", edition="2019"), layout) == []


@in_several_layouts
@pytest.mark.parametrize("section", ["overview", "problems", "other"])
def test_a_section_without_text_or_heading_is_left_to_structure(
    section: str, layout: Layout
) -> None:
    assert _content(_told(section, ""), layout) == []
    report = township_report()
    report["sections"][section] = None
    result = checked(layout.print(report), layout.file_name)
    assert ids(grave(result)) == ["S104"]
