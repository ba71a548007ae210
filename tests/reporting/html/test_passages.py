"""The text of a report stands in the page, and what findings are about is marked in it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from linter.model.document import Paragraph
from linter.model.finding import Finding, Number
from linter.model.fix import Edit, Fix
from linter.model.place import Place
from linter.model.report import Report, Section, Value
from linter.records import replace
from linter.reporting.html.findings import FindingView, finding_view
from linter.reporting.html.passages import Passages, Prose, title_paragraph
from tests.reporting.html.pages import (
    EXAMPLES,
    FAULTY,
    attributes,
    example,
    page_of,
    run_of_files,
    run_of_text,
    texts,
)
from tests.reporting.samples import FORM, RESULTS, sample_report, sample_run

_TEXT = "2023年，我局新收申请22件，办结20件。"


def _report(*paragraphs: Paragraph) -> Report:
    section = Section("overview", "一、总体情况", Place(line=5), paragraphs)
    return replace(sample_report({}), sections={"overview": section})


def _views(*findings: Finding) -> list[tuple[Finding, FindingView]]:
    run = sample_run()
    return [
        (finding, finding_view(finding, f"f1-{n}", RESULTS[0], FORM, run))
        for n, finding in enumerate(findings, start=1)
    ]


def _prose(paragraph: Paragraph, *findings: Finding) -> Prose:
    passages = Passages(_report(paragraph), _views(*findings))
    (prose,) = passages.prose([paragraph], marked=False)
    return prose


def _marked(prose: Prose) -> list[str]:
    return [piece.text for piece in prose.pieces if piece.views]


def _finding(place: Place, actual: Number | str | None = None, **facts: str) -> Finding:
    return Finding("S108", "info", place=place, facts=facts, actual=actual)


@pytest.mark.parametrize("place", [Place(line=7, column=1), Place(paragraph=4), Place(page=2)])
def test_the_words_of_a_finding_are_marked_where_they_stand(place: Place) -> None:
    prose = _prose(Paragraph(_TEXT, place), _finding(place, found="新收申请22件"))

    assert _marked(prose) == ["新收申请22件"]
    assert "".join(piece.text for piece in prose.pieces) == _TEXT
    assert prose.others == ()


def test_a_place_inside_a_paragraph_is_of_that_paragraph() -> None:
    first, second = Paragraph(_TEXT, Place(line=7)), Paragraph("办结20件。", Place(line=9))
    finding = _finding(Place(line=8, column=3), found="办结20件")
    passages = Passages(_report(first, second), _views(finding))

    assert [one.marked for one in passages.prose([first, second], marked=False)] == [True, False]
    assert len(passages.prose([first, second], marked=True)) == 1


def test_a_place_far_behind_a_paragraph_is_not_of_it() -> None:
    assert not _prose(Paragraph(_TEXT, Place(line=7)), _finding(Place(line=70))).marked


def test_a_place_before_all_text_or_in_a_table_is_of_no_paragraph() -> None:
    paragraph = Paragraph(_TEXT, Place(line=7))
    assert not _prose(paragraph, _finding(Place(line=1), found="22")).marked
    assert not _prose(paragraph, _finding(Place(line=7, table=1), found="22")).marked
    assert not _prose(paragraph, _finding(Place(), found="22")).marked


def test_a_finding_that_quotes_nothing_stands_at_the_end_of_its_paragraph() -> None:
    place = Place(line=7)

    prose = _prose(Paragraph(_TEXT, place), _finding(place, found="没有这句话"))

    assert _marked(prose) == []
    assert [view.rule for view in prose.others] == ["S108"]


def test_of_several_words_the_longest_is_marked() -> None:
    place = Place(line=7)
    finding = _finding(place, short="办结", long="我局新收申请22件", letter="局")
    assert _marked(_prose(Paragraph(_TEXT, place), finding)) == ["我局新收申请22件"]


def test_what_would_be_replaced_goes_before_all_else() -> None:
    place = Place(line=7)
    fix = Fix("wording", True, (Edit(place, "办结20件", "办结22件"),))
    finding = replace(_finding(place, text="我局新收申请22件"), fix=fix)
    assert _marked(_prose(Paragraph(_TEXT, place), finding)) == ["办结20件"]


def test_a_date_that_is_wrong_is_marked_rather_than_others() -> None:
    place = Place(line=7)
    text = "自2022年1月1日起至2023年12月31日止"
    facts = {"end": datetime.date(2023, 12, 31), "start": datetime.date(2022, 1, 1)}
    finding = Finding("D404", "error", place=place, facts=facts, actual="2022-01-01")

    assert _marked(_prose(Paragraph(text, place), finding)) == ["2022年1月1日"]
    unsure = replace(finding, actual="去年")
    assert _marked(_prose(Paragraph(text, place), unsure)) == ["2023年12月31日"]


def test_findings_share_a_passage_and_overlapping_ones_stand_at_the_end() -> None:
    place = Place(line=7)
    same = (_finding(place, found="新收申请22件"), _finding(place, found="新收申请22件"))

    prose = _prose(Paragraph(_TEXT, place), *same, _finding(place, found="22件，办结"))

    (marked,) = [piece for piece in prose.pieces if piece.views]
    assert [view.anchor for view in marked.views] == ["f1-1", "f1-2"]
    assert [view.anchor for view in prose.others] == ["f1-3"]


def test_a_title_within_a_table_is_no_paragraph() -> None:
    report = sample_report({})
    assert title_paragraph(report) != ()
    cell = Value("filled", "标题", "标题", Place(table=1))
    assert title_paragraph(replace(report, values={"title": cell})) == ()
    assert title_paragraph(replace(report, title=None)) == ()


def test_all_of_the_text_is_there_in_its_order() -> None:
    page = page_of(run_of_text(example()))

    prose = texts(page, ".text")
    assert prose[0] == "云溪县水务局2023年政府信息公开工作年度报告"
    assert prose[1].startswith("根据《中华人民共和国政府信息公开条例》")
    assert len(prose) > 10
    # A heading stands as the title of its part, and again only where it is printed otherwise.
    assert "一、总体情况" not in prose


@pytest.mark.parametrize(
    ("file", "marked"),
    [
        (
            FAULTY,
            [
                "2023年，我镇将继续拓宽公开渠道，加强业务培训",
                "七、其他需要报告的事项",
                "2024年3月5日",
            ],
        ),
        (
            EXAMPLES / "faulty" / "2024-culture-bureau.docx",
            [
                "澄源县文化和旅游局2024年政府信息公开年度报告",
                "国办公开办函〔2019〕60号",
                "2023年1月1日",
                "2025年2月20日",
            ],
        ),
    ],
    ids=["txt", "docx"],
)
def test_the_passages_of_the_examples_are_marked_and_lead_to_their_findings(
    file: Path, marked: list[str]
) -> None:
    page = page_of(run_of_files(file))

    assert sorted(texts(page, "a.marked")) == sorted(marked)
    for target in attributes(page, "a.marked", "href"):
        assert page.css_first(f".finding{target}") is not None
