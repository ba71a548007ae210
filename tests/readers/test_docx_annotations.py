"""What a Word file carries beside the text that is shown: changes, comments, hidden text, names."""

from __future__ import annotations

import time

import pytest

from linter.model.document import Annotation
from linter.readers import limits, read
from linter.readers.ooxml.annotations import excerpt
from tests.readers.blocks import outline, paragraphs
from tests.readers.word import (
    STRICT,
    TRANSITIONAL,
    cell,
    document_xml,
    package,
    paragraph,
    relationships,
    row,
    run,
    styles_xml,
    table,
    word,
)

Told = tuple[str, str, str | None]


def marks(data: bytes) -> list[Told]:
    return [(one.kind, one.text, one.author) for one in read(data).annotations]


def inserted(runs: str, author: str = "甲") -> str:
    return f'<w:ins w:id="1" w:author="{author}" w:date="2024-01-05T09:00:00Z">{runs}</w:ins>'


def deleted(text: str, author: str = "甲", tag: str = "del") -> str:
    return (
        f'<w:{tag} w:id="2" w:author="{author}"><w:r><w:rPr><w:b/></w:rPr>'
        f"<w:delText>{text}</w:delText></w:r></w:{tag}>"
    )


def in_package(parts: dict[str, str | bytes], body: str = "") -> bytes:
    return package({"word/document.xml": document_xml(body or paragraph("正文")), **parts})


def comments_xml(*comments: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<w:comment w:id="{key}"{author}>{text}</w:comment>' for key, author, text in comments
    )
    return f'<w:comments xmlns:w="{TRANSITIONAL}">{inner}</w:comments>'


def reference(key: str) -> str:
    return f'<w:r><w:commentReference w:id="{key}"/></w:r>'


@pytest.mark.parametrize("namespace", [TRANSITIONAL, STRICT])
def test_insertions_and_deletions_are_told_and_the_final_text_is_read(namespace: str) -> None:
    body = paragraph(runs=run("收到") + deleted("12") + inserted(run("13")) + run("件"))

    document = read(word(body, namespace=namespace))

    assert paragraphs(document) == ["收到13件"]
    assert [(one.kind, one.text, one.author) for one in document.annotations] == [
        ("deletion", "12", "甲"),
        ("insertion", "13", "甲"),
    ]


def test_what_moved_is_deleted_in_one_place_and_inserted_in_another() -> None:
    moved = deleted("旧处", tag="moveFrom")
    body = paragraph(runs=moved) + paragraph(
        runs=f'<w:moveTo w:author="乙">{run("新处")}</w:moveTo>'
    )

    assert marks(word(body)) == [("deletion", "旧处", "甲"), ("insertion", "新处", "乙")]


def test_runs_of_one_change_are_one() -> None:
    body = paragraph(runs=inserted(run("甲") + run("乙")) + inserted(run("丙")) + run("丁"))
    body += paragraph(runs=inserted(run("戊")) + inserted(run("己"), author="乙"))

    assert [text for _, text, _ in marks(word(body))] == ["甲乙丙", "戊", "己"]


def test_a_change_may_go_on_over_paragraphs() -> None:
    mark = '<w:rPr><w:ins w:author="甲"/></w:rPr>'
    body = paragraph(properties=mark, runs=inserted(run("第一段"))) + paragraph(
        runs=inserted(run("第二段"))
    )

    assert marks(word(body)) == [("insertion", "第一段¶第二段", "甲")]


def test_a_paragraph_mark_of_its_own_is_a_change() -> None:
    body = paragraph("甲", '<w:rPr><w:ins w:author="甲"/></w:rPr>')
    body += paragraph("乙", '<w:rPr><w:del w:author="乙"/><w:ins w:author="甲"/></w:rPr>')
    body += paragraph("丙")

    document = read(word(body))

    assert paragraphs(document) == ["甲", "乙丙"]
    assert [(one.kind, one.text) for one in document.annotations] == [
        ("insertion", "¶"),
        ("deletion", "¶"),
    ]


def test_an_inserted_and_deleted_text_is_deleted() -> None:
    assert marks(word(paragraph(runs=inserted(run("留") + deleted("去", "乙")) + run("余")))) == [
        ("insertion", "留", "甲"),
        ("deletion", "去", "乙"),
    ]


def test_a_change_of_blanks_is_visible() -> None:
    assert marks(word(paragraph(runs=run("甲") + deleted(" ") + run("乙")))) == [
        ("deletion", "␣", "甲")
    ]


def test_rows_and_cells_that_were_deleted_are_told_by_their_text() -> None:
    body = table(
        row(cell("甲"), cell("1")),
        row(cell("乙"), cell("2"), properties='<w:del w:author="甲"/>'),
        row(cell("丙"), cell("3", "<w:cellDel/>")),
        row(cell("丁"), cell("4"), properties='<w:ins w:author="甲"/>'),
        row(cell(), properties="<w:del/>"),
    )

    document = read(word(body))

    assert outline(document) == [[["甲", "1"], ["丙"], ["丁", "4"]]]
    assert [(one.kind, one.text) for one in document.annotations] == [
        ("deletion", "乙 2"),
        ("deletion", "3"),
    ]


def test_old_formatting_is_no_change_of_the_text() -> None:
    old = '<w:rPrChange w:author="甲"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'

    assert marks(word(paragraph(runs=run("甲", old)))) == []


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (paragraph(runs=run("甲") + run("密", "<w:vanish/>") + run("文", "<w:vanish/>")), ["甲"]),
        (paragraph(runs=run("密文", '<w:rStyle w:val="secret"/>') + run("甲")), ["甲"]),
        (paragraph("密文", '<w:pStyle w:val="hidden"/>') + paragraph("甲"), ["甲"]),
        (
            paragraph(
                "密文", '<w:pStyle w:val="hidden"/>', runs=run("甲", '<w:vanish w:val="0"/>')
            ),
            ["甲"],
        ),
        (
            paragraph(runs=inserted(run("密文", "<w:vanish/>")) + run("甲")),
            ["甲"],
        ),
    ],
    ids=["run", "style of the run", "style of the paragraph", "shown again", "inserted"],
)
def test_hidden_text_is_told_and_not_read(body: str, shown: list[str]) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    )

    document = read(word(body, styles))

    assert paragraphs(document) == shown
    assert [(one.kind, one.text) for one in document.annotations] == [("hidden", "密文")]


@pytest.mark.parametrize(
    "runs",
    [
        run("  ", "<w:vanish/>"),
        run("窗体顶端", "<w:vanish/>"),
        run("甲", "<w:webHidden/>"),
        run("甲", '<w:vanish w:val="false"/>'),
        "<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE 索引</w:instrText></w:r>",
    ],
)
def test_what_hides_nothing_is_not_told(runs: str) -> None:
    assert marks(word(paragraph(runs=run("正文") + runs))) == []


def test_a_hidden_paragraph_mark_hides_no_text() -> None:
    properties = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"

    document = read(word(paragraph("标题", properties) + paragraph("正文")))

    assert (paragraphs(document), document.annotations) == (["标题", "正文"], ())


def test_comments_stand_where_the_text_refers_to_them() -> None:
    body = paragraph(runs=run("甲") + reference("1") + deleted("旧") + reference("0"))
    data = in_package(
        {
            "word/comments.xml": comments_xml(
                ("0", ' w:author="李"', paragraph("后面的") + paragraph("第二段")),
                ("1", "", "\n" + paragraph("前面的")),
                ("2", ' w:author=" "', paragraph("没有位置的")),
                ("3", "", paragraph()),
            )
        },
        body + paragraph(runs=reference("9") + "<w:r><w:commentReference/></w:r>"),
    )

    assert marks(data) == [
        ("comment", "前面的", None),
        ("deletion", "旧", "甲"),
        ("comment", "后面的 第二段", "李"),
        ("comment", "没有位置的", None),
    ]


def test_comments_are_found_by_the_relationship() -> None:
    data = in_package(
        {
            "word/_rels/document.xml.rels": relationships(comments="notes/c.xml"),
            "word/notes/c.xml": comments_xml(("0", "", paragraph("请核对"))),
        }
    )

    assert marks(data) == [("comment", "请核对", None)]


def core_xml(content: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{content}</cp:coreProperties>'
    )


def test_properties_come_first_by_name() -> None:
    data = in_package(
        {
            "docProps/core.xml": core_xml(
                "<dc:title>年度报告</dc:title><dc:creator> 李明 </dc:creator>"
                "<cp:lastModifiedBy>王芳</cp:lastModifiedBy>"
            ),
            "docProps/app.xml": "<Properties><Company>水务局</Company><Manager/></Properties>",
        },
        paragraph(runs=inserted(run("新"))),
    )

    assert [(one.kind, one.name, one.text) for one in read(data).annotations] == [
        ("property", "creator", "李明"),
        ("property", "lastModifiedBy", "王芳"),
        ("property", "company", "水务局"),
        ("insertion", None, "新"),
    ]


def test_properties_are_found_by_the_relationship() -> None:
    links = relationships(officeDocument="word/document.xml").replace(
        "</Relationships>",
        '<Relationship Id="p" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
        'metadata/core-properties" Target="props.xml"/></Relationships>',
    )
    data = in_package(
        {"_rels/.rels": links, "props.xml": core_xml("<dc:creator>李明</dc:creator>")}
    )

    assert [one.text for one in read(data).annotations] == ["李明"]


@pytest.mark.parametrize(
    "broken", ["<", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "", b"\xff\xfe<x/>"]
)
def test_broken_properties_do_not_keep_a_report_from_being_read(broken: str | bytes) -> None:
    document = read(in_package({"docProps/core.xml": broken}))

    assert (paragraphs(document), document.annotations) == (["正文"], ())


def test_a_file_without_any_of_this_has_no_annotations() -> None:
    assert read(word(paragraph("正文"))).annotations == ()


def test_an_excerpt_is_one_line_of_limited_length() -> None:
    assert excerpt(" 甲\n乙 ") == "甲 乙"
    assert excerpt("甲" * 200) == "甲" * 200
    assert excerpt("甲" * 201) == "甲" * 200 + "……"
    long = word(paragraph(runs=inserted(run("甲" * 5_000) + run("乙" * 5_000))))
    assert len(read(long).annotations[0].text) == 202


def test_many_changes_are_kept_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ANNOTATIONS", 10)
    body = paragraph(runs=inserted(run("新"))) * 30
    comments = comments_xml(*((str(key), "", paragraph("注")) for key in range(30)))

    found = read(in_package({"word/comments.xml": comments}, body)).annotations

    assert found == (Annotation("insertion", "新", found[0].place, "甲"),) * 10


def test_a_document_full_of_changes_is_read_in_time() -> None:
    body = paragraph(runs=inserted(run("新")) + deleted("旧")) * 20_000
    started = time.perf_counter()

    assert len(read(word(body)).annotations) == limits.MAX_ANNOTATIONS
    assert time.perf_counter() - started < 10


def test_elements_out_of_place_do_no_harm() -> None:
    body = f"<w:p><w:ins>{deleted('')}</w:ins></w:p>{inserted('')}<w:del/><w:trPr><w:ins/></w:trPr>"

    assert paragraphs(read(word(body + paragraph("甲"), styles_xml("")))) == ["甲"]
