"""The blocks of a document sorted into the parts of a report."""

from __future__ import annotations

from linter.structure.outline import Outline, find_outline, frame_indexes, paragraphs
from tests.structure.documents import KEYS, SIX, WORDINGS, Part, blocks, chrome, parts


def _outline(*changed: Part) -> Outline:
    return find_outline(blocks(*changed), "2021")


def test_a_report_is_sorted_into_front_sections_and_frame() -> None:
    outline = _outline(*parts())
    assert outline.title is not None
    assert outline.title.text == "石泉镇2023年政府信息公开工作年度报告"
    assert list(outline.sections()) == list(KEYS)
    assert list(outline.front()) == [0]
    assert outline.sign_off.issuer == "石泉镇人民政府"


def test_what_follows_the_sign_off_belongs_to_the_page() -> None:
    outline = _outline(*parts(after="扫一扫在手机打开当前页"))
    assert outline.ends_at == len(outline.blocks) - 1


def test_without_a_sign_off_the_report_ends_with_the_document() -> None:
    outline = _outline(*parts(issuer=None, date=None))
    assert outline.ends_at == len(outline.blocks)
    assert frame_indexes(outline) == {0}


def test_the_frame_is_the_title_and_the_sign_off() -> None:
    outline = _outline(*parts())
    last = len(outline.blocks)
    assert frame_indexes(outline) == {0, last - 2, last - 1}


def test_an_empty_document_has_no_parts() -> None:
    outline = _outline()
    assert (outline.headings, outline.title, outline.ends_at) == ((), None, 0)
    assert list(outline.front()) == []
    assert frame_indexes(outline) == frozenset()


def test_without_headings_everything_is_front() -> None:
    outline = _outline("正文。", "正文。")
    assert list(outline.front()) == [0, 1]


def test_the_whole_article_marked_as_furniture_is_opened() -> None:
    outline = _outline(*(chrome(six) for six in SIX))
    assert list(outline.sections()) == list(KEYS)


def test_furniture_without_headings_stays_furniture() -> None:
    outline = _outline(chrome("首页"), "正文。")
    assert outline.blocks[0].chrome


def test_of_a_doubled_section_the_print_with_text_counts() -> None:
    outline = _outline(SIX[0], "甲。", SIX[1], SIX[1], "乙。", *SIX[2:])
    heading, region = outline.sections()["disclosure"]
    assert (heading.index, list(region)) == (3, [4])


def test_a_heading_of_another_wording_is_named_by_its_number_and_place() -> None:
    outline = _outline(SIX[0], "甲。", "二、政务公开工作", "乙。", *SIX[2:])
    assert [h.key for h in outline.headings] == list(KEYS)
    assert not outline.headings[1].exact


def test_the_first_heading_too_is_named_by_its_number() -> None:
    for first in ("一、基本情况", "一、概述", "一、工作概况"):
        outline = _outline("石泉镇2023年政府信息公开工作年度报告", first, "甲。", *SIX[1:])
        assert [h.key for h in outline.headings] == list(KEYS), first


def test_a_heading_whose_number_is_taken_is_not_named() -> None:
    outline = _outline(*(p for six in SIX for p in (six, "甲。")), "七、附件", "无。")
    assert [h.key for h in outline.headings] == [*KEYS, None]


def test_a_heading_out_of_its_place_is_not_named() -> None:
    wrong = ["一、总体情况", "甲。", f"二、{WORDINGS[2]}", "甲。", f"三、{WORDINGS[3]}", "甲。"]
    outline = _outline(*wrong, "四、附则", "甲。", f"五、{WORDINGS[5]}", "甲。")
    assert [h.key for h in outline.headings][-2:] == [None, "other"]


def test_prose_leaves_out_furniture_tables_and_what_is_used() -> None:
    outline = _outline(SIX[0], "甲。", chrome("打印"), "乙。", "丙。")
    found = paragraphs(outline, range(1, 5), frozenset({4}))
    assert [paragraph.text for paragraph in found] == ["甲。", "乙。"]
