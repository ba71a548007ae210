"""A report is read from a Word file however the file is put together."""

from __future__ import annotations

import functools
import io
import re
import zipfile
from collections.abc import Callable

import pytest

from tests.examples import example_report
from tests.product import checked, differences, extracted, ids
from tests.readers.word import STRICT, TRANSITIONAL, paragraph, relationships
from tests.rendering import BY_NAME, STATUTORY, content_of

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = ' xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
_BODY = re.compile(r"(<w:body>)(.*?)((?:<w:sectPr.*?)?</w:body>)", re.DOTALL)

Parts = dict[str, bytes]


@functools.cache
def _word() -> bytes:
    return BY_NAME["docx-python-docx"].render(content_of(example_report()), STATUTORY)


def _parts() -> Parts:
    with zipfile.ZipFile(io.BytesIO(_word())) as package:
        return {name: package.read(name) for name in package.namelist()}


def _package(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _with_body(change: Callable[[str], str]) -> bytes:
    parts = _parts()
    xml = parts["word/document.xml"].decode()
    xml = _BODY.sub(lambda found: found[1] + change(found[2]) + found[3], xml)
    parts["word/document.xml"] = xml.replace("<w:document ", f"<w:document{_NAMESPACES} ").encode()
    return _package(parts)


def _with_tables(change: Callable[[str], str]) -> bytes:
    return _with_body(
        lambda body: re.sub(
            r"<w:tbl>.*?</w:tbl>", lambda found: change(found[0]), body, flags=re.DOTALL
        )
    )


def _in_table(content: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{content}{paragraph()}</w:tc></w:tr></w:tbl>"


def _in_text_box(content: str) -> str:
    box = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
    shape = f"<w:pict><w:txbxContent>{content}</w:txbxContent></w:pict>"
    return paragraph(
        runs=f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _contents(body: str) -> str:
    """A table of contents before the report, as a field in a content control."""
    lines = re.findall("<w:t[^>]*>([一二三四五六]、[^<]*)</w:t>", body)
    entries = "".join(
        paragraph(
            runs=f"<w:r><w:t>{line}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{page}</w:t></w:r>"
        )
        for page, line in enumerate(lines, 1)
    )
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    control = f"{paragraph('目录')}{paragraph(runs=begin)}{entries}{paragraph(runs=end)}"
    first = body.index("</w:p>") + len("</w:p>")
    wrapped = f"<w:sdt><w:sdtContent>{control}</w:sdtContent></w:sdt>"
    return body[:first] + wrapped + body[first:]


def _inserted(body: str) -> str:
    """Every run as an insertion, and a sentence deleted and another moved away before it."""
    runs = re.sub(
        r"(<w:r>.*?</w:r>)", r'<w:ins w:id="1" w:author="甲">\1</w:ins>', body, flags=re.DOTALL
    )
    gone = '<w:del w:id="2"><w:r><w:delText>六、其他</w:delText></w:r></w:del>'
    away = '<w:moveFrom w:id="3"><w:r><w:t>二、主动公开</w:t></w:r></w:moveFrom>'
    return paragraph(runs=gone) + paragraph(runs=away) + runs


def _without_content_types() -> bytes:
    parts = _parts()
    del parts["[Content_Types].xml"]
    parts["_rels/.rels"] = relationships(officeDocument="/word/document.xml").encode()
    return _package(parts)


def _strict() -> bytes:
    other = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = {
        name: content.replace(TRANSITIONAL.encode(), STRICT.encode()).replace(
            _R.encode(), other.encode()
        )
        for name, content in _parts().items()
    }
    return _package(parts)


_FILES: dict[str, Callable[[], bytes]] = {
    "a table around the report": lambda: _with_body(_in_table),
    "tables in tables": lambda: _with_tables(lambda table: _in_table(_in_table(table))),
    "tables in text boxes": lambda: _with_tables(_in_text_box),
    "a content control around everything": lambda: _with_body(
        lambda body: f"<w:sdt><w:sdtPr/><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    ),
    "a table of contents": lambda: _with_body(_contents),
    "changes that were tracked": lambda: _with_body(_inserted),
    "grids that say nothing true": lambda: _with_body(
        lambda body: re.sub(
            "<w:tblGrid>.*?</w:tblGrid>",
            '<w:tblGrid><w:gridCol w:w="5"/></w:tblGrid>',
            body,
            flags=re.DOTALL,
        )
    ),
    "no content types": _without_content_types,
    "the strict namespaces": _strict,
}


@pytest.mark.parametrize("build", _FILES.values(), ids=_FILES.keys())
def test_report_is_read_from_a_file_with(build: Callable[[], bytes]) -> None:
    data = build()

    assert data != _word()
    assert differences(extracted(_word(), "a.docx"), extracted(data, "a.docx")) == {}
    assert set(ids(checked(data, "a.docx").findings)) <= {"P805"}
