"""The text of Word documents, as it reads with all tracked changes accepted."""

from __future__ import annotations

import io

import docx
import pytest

from linter.model.document import Document, Paragraph
from linter.model.place import Place
from linter.readers import read
from tests.readers import word
from tests.readers.blocks import outline, paragraphs, pictures
from tests.readers.word import cell, paragraph, row, run, table


def _texts(body: str, styles: str = "") -> list[str]:
    return paragraphs(read(word.word(body, styles)))


def _levels(document: Document) -> list[tuple[str, int | None]]:
    return [(b.text, b.level) for b in document.blocks if isinstance(b, Paragraph)]


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def _box(content: str) -> str:
    box = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict>{box}</w:pict></w:r>"


@pytest.mark.parametrize("namespace", [word.TRANSITIONAL, word.STRICT])
def test_runs_join_to_paragraphs(namespace: str) -> None:
    body = paragraph(runs=run("20") + run("23") + run("年度")) + paragraph() + paragraph(" 甲　 ")

    document = read(word.word(body, namespace=namespace))

    assert paragraphs(document) == ["2023年度", "甲"]
    assert document.format == "docx"
    assert document.blocks[0].place == Place(paragraph=1)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (f"{run('甲')}<w:r><w:tab/></w:r>{run('乙')}", ["甲\t乙"]),
        (f"{run('甲')}<w:r><w:br/></w:r>{run('乙')}", ["甲", "乙"]),
        ("<w:r><w:t>甲</w:t><w:cr/><w:t>乙</w:t></w:r>", ["甲", "乙"]),
        (f"{run('0527')}<w:r><w:noBreakHyphen/></w:r>{run('8')}", ["0527-8"]),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:t>甲</w:t></w:r>", ["甲"]),
        (f"<w:hyperlink>{run('链接')}</w:hyperlink>", ["链接"]),
        (f"<w:smartTag>{run('2023')}</w:smartTag>{run('年')}", ["2023年"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", ["控件"]),
        (f"<w:fldSimple w:instr='DATE'>{run('2024年')}</w:fldSimple>", ["2024年"]),
        (f"{run('甲')}<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", ["甲x=1"]),
        (
            f"<w:ruby><w:rt>{run('bai')}</w:rt><w:rubyBase>{run('百')}</w:rubyBase></w:ruby>",
            ["百"],
        ),
        (f"{run('甲')}{run('密', '<w:vanish/>')}{run('乙')}", ["甲乙"]),
        (run("甲", '<w:vanish w:val="0"/>'), ["甲"]),
        (run("密", '<w:rStyle w:val="Secret"/>') + run("甲"), ["甲"]),
        (f"<w:del>{run('旧')}</w:del><w:ins>{run('新')}</w:ins>", ["新"]),
        ("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>" + run("新"), ["新"]),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", ["新"]),
    ],
)
def test_what_a_run_may_hold(runs: str, expected: list[str]) -> None:
    hidden = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'

    assert _texts(paragraph(runs=runs), hidden) == expected


def test_tab_stops_and_hidden_paragraph_marks_are_no_text() -> None:
    properties = (
        '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'
        '<w:rPr><w:rStyle w:val="x"/><w:vanish/></w:rPr>'
    )

    assert _texts(paragraph("甲", properties)) == ["甲"]


def test_of_a_field_only_its_result_is_text() -> None:
    inner = f"{_field('begin')}{_code('PAGE')}{_field('separate')}{run('否')}{_field('end')}"
    body = paragraph(
        runs=f"{run('前')}{_field('begin')}{_code('IF')}{inner}{_field('separate')}{run('果')}"
        f"{_field('end')}{run('后')}"
    )

    assert _texts(body) == ["前果后"]


def test_broken_fields_do_not_eat_the_document() -> None:
    body = paragraph(runs=f"{run('甲')}{_field('begin')}{_code('TOC')}") + paragraph("乙")
    body += paragraph(runs=f"{_field('end')}{_field('end')}{_field('separate')}{run('丙')}")

    assert _texts(body) == ["甲", "乙", "丙"]


def test_old_properties_of_a_change_mean_nothing() -> None:
    properties = (
        '<w:outlineLvl w:val="1"/>'
        '<w:pPrChange><w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:pPrChange>'
    )

    assert _levels(read(word.word(paragraph("甲", properties)))) == [("甲", 2)]


def test_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"

    assert _texts(paragraph("一、总体", deleted) + paragraph("情况") + paragraph("乙")) == [
        "一、总体情况",
        "乙",
    ]
    in_cells = table(row(cell(content=paragraph("甲", deleted)), cell("1")))
    assert outline(read(word.word(paragraph("前", deleted) + in_cells))) == ["前", [["甲", "1"]]]


def test_headings_are_known_by_level_style_and_name() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="9"><w:name w:val="heading 9"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="标题 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="d"><w:basedOn w:val="b"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="l1"><w:basedOn w:val="l2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="l2"><w:basedOn w:val="l1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="body"><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
        "</w:style>"
        '<w:latentStyles><w:lsdException w:name="heading 1"/></w:latentStyles>'
        "<w:latentStyles/>"
    )
    named = ["1", "9", "b", "t", "c", "d", "l1", "body", "unknown"]
    body = "".join(paragraph(name, f'<w:pStyle w:val="{name}"/>') for name in named)
    body += paragraph("own", '<w:pStyle w:val="1"/><w:outlineLvl w:val="3"/>')
    body += paragraph("none", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
    body += paragraph("plain")

    assert _levels(read(word.word(body, styles))) == [
        ("1", 1),
        ("9", 6),
        ("b", 2),
        ("t", 1),
        ("c", 2),
        ("d", 3),
        ("l1", None),
        ("body", None),
        ("unknown", None),
        ("own", 4),
        ("none", None),
        ("plain", None),
    ]


def test_text_box_is_read_after_the_paragraph_that_holds_it() -> None:
    body = paragraph(runs=run("甲") + _box(paragraph("框一") + paragraph("框二")) + run("乙"))

    assert _texts(body + paragraph("丙")) == ["甲乙", "框一", "框二", "丙"]


def test_text_box_may_hold_a_table_and_stand_in_a_cell() -> None:
    inner = table(row(cell("规章"), cell("0")))

    assert outline(read(word.word(paragraph(runs=_box(inner))))) == [[["规章", "0"]]]
    boxed = cell(content=paragraph(runs=_box(paragraph("注"))))
    assert outline(read(word.word(table(row(cell("甲"), boxed))))) == [[["甲", "注"]]]


def test_of_alternative_contents_one_is_read() -> None:
    body = paragraph(
        runs="<mc:AlternateContent>"
        f'<mc:Choice Requires="wps">{_box(paragraph("框"))}</mc:Choice>'
        f'<mc:Choice Requires="x">{_box(paragraph("否"))}</mc:Choice>'
        f"<mc:Fallback>{_box(paragraph('否'))}</mc:Fallback></mc:AlternateContent>"
        "<mc:AlternateContent>"
        f"<mc:Fallback>{_box(paragraph('退'))}</mc:Fallback></mc:AlternateContent>"
    )

    assert _texts(body) == ["框", "退"]


def test_pictures_keep_their_place_and_description() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="统计表"/><a:graphic><a:blip/>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    vml = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:imagedata/></w:pict></w:r>"

    document = read(word.word(paragraph(runs=run("甲") + drawing + vml + hidden) + paragraph("乙")))

    assert [picture.alt for picture in pictures(document)] == ["统计表", ""]
    assert [type(block).__name__ for block in document.blocks] == [
        "Paragraph",
        "Picture",
        "Picture",
        "Paragraph",
    ]


def test_headers_footers_and_notes_are_no_body_text() -> None:
    document = docx.Document()
    document.add_heading("一、总体情况", 1)
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    out = io.BytesIO()
    document.save(out)

    assert _levels(read(out.getvalue())) == [("一、总体情况", 1), ("正文", None)]


def test_elements_out_of_place_do_no_harm() -> None:
    body = (
        run("无段落")
        + '<w:pStyle w:val="1"/><w:outlineLvl w:val="1"/><w:numId w:val="1"/><w:ilvl w:val="0"/>'
        + row(cell("无表格", '<w:gridSpan w:val="2"/>'), properties='<w:gridBefore w:val="1"/>')
        + "<w:trPr><w:del/></w:trPr><w:vMerge/><w:cellDel/>"
        + "<mc:Choice/><mc:Fallback/><v:imagedata/>"
        + _box(paragraph("框"))
        + f"<w:p>{paragraph('内')}{run('外')}</w:p>"
    )

    assert "内" in _texts(body + paragraph("后"))


def _chrome(body: str) -> list[str]:
    blocks = read(word.word(body)).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph) and block.chrome]


def test_lines_of_a_field_that_makes_a_table_of_contents_are_none() -> None:
    page = _field("begin") + _code("PAGEREF x") + _field("separate") + run("3") + _field("end")
    body = (
        paragraph("目录 1")
        + paragraph(
            runs=_field("begin")
            + _code(" T")
            + _code('OC \\o "1-3"')
            + _field("separate")
            + run("甲 1")
        )
        + paragraph("乙 ", runs=page)
        + paragraph("说明")
        + paragraph(runs=_field("end"))
        + paragraph("二、2023")
    )

    assert _chrome(body) == ["甲 1", "乙 3"]


def test_a_table_of_contents_that_never_ends_takes_no_table_with_it() -> None:
    start = paragraph(runs=_field("begin") + _code("TOC") + _field("separate") + run("甲 1"))
    body = start + table(row(cell("规章"), cell("4"))) + paragraph("共计四件。")

    assert _chrome(body) == ["甲 1"]
    assert outline(read(word.word(body)))[1:] == [[["规章", "4"]], "共计四件。"]


def test_other_fields_make_no_contents() -> None:
    date = paragraph(runs=_field("begin") + _code("DATE") + _field("separate") + run("2023"))

    assert _chrome(date + paragraph(runs=_field("separate") + _field("end"))) == []


@pytest.mark.parametrize("name", ["toc 1", "TOC 2", "TOC Heading", "目录 3"])
def test_a_table_of_contents_is_no_part_of_the_text(name: str) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="c"><w:name w:val="{name}"/></w:style>'
    body = paragraph("一、总体情况 1", '<w:pStyle w:val="c"/>') + paragraph("一、总体情况")

    assert [
        block.chrome
        for block in read(word.word(body, styles)).blocks
        if isinstance(block, Paragraph)
    ] == [True, False]
