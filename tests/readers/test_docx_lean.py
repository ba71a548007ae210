"""What only sets type is not parsed, and nothing else is lost for it."""

from __future__ import annotations

import pytest

from linter.model.document import Paragraph
from linter.readers import read
from linter.readers.ooxml.lean import lean, plain_root
from linter.readers.ooxml.style_source import style_source
from tests.readers.word import (
    STRICT,
    TRANSITIONAL,
    document_xml,
    package,
    paragraph,
    run,
    styles_xml,
    word,
)  # fmt: skip

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FONT = '<w:rFonts w:ascii="x"/><w:sz w:val="32"/><w:b/>'


def _lean(source: str) -> str:
    return lean(source.encode()).decode()


@pytest.mark.parametrize("namespace", [TRANSITIONAL, STRICT])
@pytest.mark.parametrize("declaration", ["", _DECLARATION, "\ufeff" + _DECLARATION])
def test_fonts_sizes_and_widths_go(namespace: str, declaration: str) -> None:
    with_type = document_xml(paragraph("", '<w:jc w:val="center"/>', run("甲", _FONT)), namespace)
    without = document_xml("<w:p>" + run("甲") + "</w:p>", namespace)

    assert _lean(declaration + with_type) == declaration + without


def test_what_says_something_stays() -> None:
    kept = document_xml(
        paragraph("", '<w:pStyle w:val="1"/>', run("甲", "<w:vanish/>") + "<w:r><w:tab/></w:r>")
        + "<w:p><w:r><w:br/></w:r></w:p><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr></w:tc>"
    )

    assert _lean(kept) == kept


@pytest.mark.parametrize(
    "source",
    [
        document_xml("<w:p><w:r><w:t><![CDATA[<w:sz/>]]></w:t></w:r></w:p>"),
        document_xml("<!-- <w:sz/> --><w:p/>"),
        document_xml("<w:sz/>").replace("w:", "x:"),
        document_xml("<w:sz/>").replace(TRANSITIONAL, "urn:other"),
        '<?xml version="1.0" encoding="gbk"?>' + document_xml("<w:sz/>"),
        "<w:sz/>",
    ],
)
def test_unusual_xml_is_left_as_it_is(source: str) -> None:
    assert plain_root(source.encode()) is None
    assert _lean(source) == source


_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="heading 3"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="c"/>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="A&amp;B"><w:basedOn w:val="b"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="标"><w:name w:val="heading 1"/></w:style>'
)
_BODY = "".join(
    paragraph(name, f'<w:pStyle w:val="{style}"/>' if style else "")
    for name, style in (
        ("甲", ""), ("乙", "b"), ("丙", "A&amp;B"), ("丁", "标"), ("戊", "c"), ("己", "无"),
        ("庚", "B"),
    )
)  # fmt: skip
_LEVELS = [3, 2, 2, 1, None, None, None]


_LATENT = '<w:latentStyles><w:lsdException w:name="heading 1"/></w:latentStyles>'
_LATENT += '<w:style w:styleId="t"><w:tblStylePr><w:b/></w:tblStylePr></w:style><w:latentStyles/>'


@pytest.mark.parametrize("more", ["", "<!-- 注 -->", "<w:x w:y='1'/>", "<!-- 注 -->" + _LATENT])
def test_styles_are_the_same_whether_all_are_parsed_or_those_in_use(more: str) -> None:
    """A comment or a quotation mark of the other kind leaves the styles to the parser."""
    styles = _STYLES + more
    blocks = read(word(_BODY, styles)).blocks

    assert (style_source(styles_xml(styles).encode()) is None) == bool(more)
    assert [b.level for b in blocks if isinstance(b, Paragraph)] == _LEVELS


def test_tag_that_claims_to_be_a_style_means_nothing() -> None:
    styles = '<w:other w:styleId="b" w:default="1"/>' + _STYLES.replace('w:styleId="b"', "")
    blocks = read(word(_BODY, styles)).blocks

    assert [b.level for b in blocks if isinstance(b, Paragraph)] == [3, None, None, 1, *[None] * 3]


def test_part_that_holds_no_styles_is_no_source_of_them() -> None:
    assert style_source(document_xml("").encode()) is None
    parts: dict[str, str | bytes] = {"word/document.xml": document_xml(paragraph("甲"))}
    assert read(package({**parts, "word/styles.xml": document_xml("")})).blocks


def test_many_styles_are_read_at_once() -> None:
    many = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="heading {n % 6 + 1}"/>'
        "</w:style>"
        for n in range(250)
    )
    body = "".join(paragraph("甲", f'<w:pStyle w:val="s{n}"/>') for n in range(300))

    levels = [b.level for b in read(word(body, many)).blocks if isinstance(b, Paragraph)]

    assert levels == [n % 6 + 1 for n in range(250)] + [None] * 50


def test_styles_that_name_many_defaults_are_for_the_parser() -> None:
    many = '<w:style w:type="paragraph" w:default="1" w:styleId="x"/>' * 50

    assert style_source(styles_xml(many).encode()) is None


def test_style_without_an_end_is_none() -> None:
    source = style_source(styles_xml('<w:style w:styleId="a"><w:name w:val="Title"/>').encode())

    assert source is not None
    assert b"Title" not in (source.part("a") or b"")
