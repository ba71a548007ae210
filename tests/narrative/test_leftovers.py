"""What is left of the form's instructions and of law no longer in force."""

from __future__ import annotations

import pytest

from linter.narrative.leftovers import instructions, superseded_terms
from tests.narrative.texts import prose


@pytest.mark.parametrize(
    "text",
    [
        "该部分以表格形式报告。表格如下：",
        "本部分以表格形式报告。",
        "此部分内容以表格形式填报。",
        "这一项报告本机关政府信息公开工作总体情况。",
        "对本机关贯彻落实《中华人民共和国政府信息公开条例》情况进行综述，主要包括主动公开等。",
        "监督保障（含《中华人民共和国政府信息公开条例》第五十条第四项规定的各级人民政府工作考核）。",
        "报告内容不能遗漏，也不宜泛化。",
    ],
)
def test_sentences_of_the_form_are_recognised(text: str) -> None:
    assert len(instructions(prose({"overview": [text]}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "主动公开政府信息情况见下表。",
        "以表格形式公开惠民资金发放情况。",
        "按照《条例》第五十条的规定编制本报告。",
        "本报告对2023年贯彻落实《条例》的情况作了综述。",
        "这一项工作由局办公室负责。",
    ],
)
def test_an_offices_own_sentences_are_none(text: str) -> None:
    assert instructions(prose({"overview": [text]})) == ()


def test_a_sentence_that_the_page_broke_is_found_where_it_begins() -> None:
    (one,) = instructions(prose({"disclosure": ["情况如下。", "该部分以表", "格形式报告。"]}))
    assert (one.text, one.section, one.place.line) == ("该部分以表格形式报告", "disclosure", 2)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("《中华人民共和国政府信息公开条例》（国务院令第492号）", "decree-492"),
        ("按照国务院令492号要求", "decree-492"),
        ("认真贯彻新《条例》", "new-regulations"),
        ("认真贯彻新修订的《中华人民共和国政府信息公开条例》", "new-regulations"),
        ("学习新条例精神", "new-regulations"),
        ("均在法定的15个工作日内答复申请人", "fifteen-days"),
        ("按照《条例》规定的十五个工作日内予以答复", "fifteen-days"),
    ],
)
def test_superseded_law_is_recognised(text: str, kind: str) -> None:
    (one,) = superseded_terms(prose({"overview": [text]}))
    assert one.fields == {"kind": kind}


@pytest.mark.parametrize(
    "text",
    [
        "《中华人民共和国政府信息公开条例》（国务院令第711号）",
        "条例（国务院令第492号公布，国务院令第711号修订）",
        "云政办发〔2023〕492号",
        "认真贯彻《条例》",
        "学习新修订的《中华人民共和国行政复议法》",
        "我局承诺在15个工作日内办结许可事项",
        "平均在15个工作日内答复申请人",
        "公示期为15个工作日",
        "新《云溪县供水条例》已公开",
    ],
)
def test_law_in_force_and_promises_are_none(text: str) -> None:
    assert superseded_terms(prose({"overview": [text]})) == ()
