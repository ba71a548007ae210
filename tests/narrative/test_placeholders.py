"""What was left to be filled in is found, and nothing that only looks like it."""

from __future__ import annotations

import pytest

from linter.model.place import Place
from linter.model.report import Value
from linter.narrative.placeholders import placeholders
from linter.narrative.prose import prose_of
from linter.records import replace
from tests.narrative.texts import prose, report


def _kinds(text: str) -> list[object]:
    return [one.fields["kind"] for one in placeholders(prose({"overview": [text]}))]


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开政府信息XX条。",
        "全年主动公开政府信息ＸＸ条。",
        "全年主动公开政府信息××条。",
        "全年主动公开政府信息X条。",
        "全年主动公开政府信息xxx余条，其中动态xx条。".replace("余", ""),
        "收取信息处理费XX元。",
        "收取信息处理费×万元。",
        "培训×人次。",
        "XX年，我局按照要求编制本报告。",
        "20XX年，我局按照要求编制本报告。",
        "202X年，我局按照要求编制本报告。",
        "20__年，我局按照要求编制本报告。",
        "XX县水务局编制本报告。",
        "某某镇人民政府编制本报告。",
        "××局按照要求开展工作。",
        "○○局按照要求开展工作。",
        "〇〇年工作情况。",
        "全年主动公开政府信息____条。",
        "全年主动公开政府信息＿＿＿＿条。",
        "负责人：____。",
        "全年主动公开政府信息**条。",
        "全年主动公开政府信息……条。",
        "请与办公室联系（电话：XXXXXXXX）。",
        "请与办公室联系（电话：XXXX-XXXXXXX）。",
    ],
)
def test_signs_that_stand_for_something_are_placeholders(text: str) -> None:
    assert set(_kinds(text)) == {"letters"}


@pytest.mark.parametrize(
    "text",
    [
        "主动公开信息  条。",
        "主动公开信息　条，其中动态3条。",
        "全年主动公开政府信息 条，均已上网。",
        "全年收到    件申请。",
        "全年公开政府信息条，均已上网。",
        "2024年 月 日",
        "2024年1月 日",
        "2024年 月18日",
        "年  月  日",
        "根据国办公开办函〔〕30号编制。",
        "根据云政办发〔2023〕 号编制。",
    ],
)
def test_a_figure_that_is_not_there_is_a_gap(text: str) -> None:
    assert _kinds(text) == ["gap"]


@pytest.mark.parametrize(
    "text",
    [
        "其他需要报告的事项：待填写。",
        "其他需要报告的事项（待补充）。",
        "我局（请填写单位职责）编制本报告。",
        "（此处填写培训情况）",
        "【填写本单位情况】",
        "（单位名称）2023年编制本报告。",
        "〔本机关名称〕按照要求开展工作。",
        "共公开（具体数字）条。",
    ],
)
def test_a_bidding_to_fill_in_is_a_placeholder(text: str) -> None:
    assert _kinds(text) == ["words"]


@pytest.mark.parametrize(
    "text",
    [
        "本报告可在县政府网站（）下载。",
        "按照《》的要求。",
        "按照“”的要求。",
        "请与办公室联系（地址：滨河路18号，邮编：，电话：5550118）。",
        "请与办公室联系（电话：）。",
    ],
)
def test_brackets_and_labels_with_nothing_in_them_are_told_apart(text: str) -> None:
    assert _kinds(text) == ["empty"]


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开政府信息326条，其中动态12条。",
        "全年主动公开政府信息 326 条。",
        "全年主动公开政府信息一百余条。",
        "建立政府信息条目化管理制度。",
        "对收到的申请件逐件登记。",
        "按照政府信息 公开条例的要求。",
        "公开 件数逐年增加。",
        "开展X光机采购信息公开。",
        "提供7×24小时服务。",
        "展板规格3×4米。",
        "下载地址：http://www.example.gov.cn/a__b/XX_1.html。",
        "邮箱：yx_slj___1@example.com。",
        "申请人李××的申请已办结。",
        "申请人张某某的申请已办结。",
        "张某委托律师提出申请。",
        "工作人员电话138****1234已遮挡。",
        "**一、总体情况**",
        "共计**12**件，均已办结。",
        "二〇〇〇年以来的文件全部清理。",
        "二〇〇八年印发的文件。",
        "公开出生年月日等信息时作遮挡处理。",
        "2023年1月日均访问量3000次。",
        "信息内容有待补充，公开深度有待加强。",
        "引导群众填写申请表（填报说明见附件）。",
        "请填写《政府信息公开申请表》。",
        "信息公开目录（含名称、文号）已更新。",
        "云政办发〔2023〕12号已公开。",
        "国务院令第711号。",
        "电话：5550118，传真：5550119。",
        "电子邮箱：slj@example.com）。",
        "公开工作包括：（一）主动公开；（二）依申请公开。",
        "____________",
        "IX条规定",
        "内容有：政策、解读……等。",
    ],
)
def test_right_text_holds_no_placeholder(text: str) -> None:
    assert _kinds(text) == []


def test_placeholders_close_together_are_one() -> None:
    (one,) = placeholders(prose({"other": ["落款日期为20XX年XX月XX日。"]}))
    assert "20XX年XX月XX日" in one.text


def test_a_placeholder_is_quoted_with_the_words_around_it_and_its_place() -> None:
    (one,) = placeholders(prose({"overview": ["无。", "（一）主动公开。公开信息XX条，均已上网。"]}))
    assert one.text == "主动公开。公开信息XX条，均已上"
    assert (one.section, one.place.line) == ("overview", 2)


def test_of_a_paragraph_with_line_breaks_the_line_is_quoted() -> None:
    (one,) = placeholders(prose({"overview": ["第一行\n公开信息  条，\n第三行"]}))
    assert one.text == "公开信息  条，"


def test_a_placeholder_in_the_title_is_found() -> None:
    title = "云溪县水务局20XX年政府信息公开工作年度报告"
    made = report({}, {"title": Value("filled", title, title, Place(line=1))})
    (one,) = placeholders(prose_of(replace(made, title=title)))
    assert "20XX年" in one.text
    assert (one.section, one.place.line) == (None, 1)


def test_a_title_without_any_is_silent() -> None:
    title = "某县（XX）政府信息公开工作年度报告"
    assert placeholders(prose_of(replace(report({}), title=title))) == ()
