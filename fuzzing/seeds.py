"""The sound files that are damaged: examples, and one report as the tests print it."""

from __future__ import annotations

import base64
import codecs
import json
import quopri
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from fuzzing.mutations.packages import packed
from fuzzing.open_document import flat_spreadsheet, spreadsheet
from tests.examples import example_report
from tests.readers.pdf_writer import PdfPage, pdf
from tests.readers.word import cell, document_xml, paragraph, row, run, table, word
from tests.readers.workbook import workbook
from tests.rendering import BY_NAME
from tests.writing.written import filled

ROOT = Path(__file__).resolve().parent.parent


def texts() -> Sequence[bytes]:
    """Reports as plain text."""
    return [*_examples(".txt"), *_printed("txt-")]


def markdowns() -> Sequence[bytes]:
    """Reports in Markdown."""
    return [*_examples(".md"), *_printed("md-")]


def pages() -> Sequence[bytes]:
    """Reports as web pages."""
    return [*_examples(".html"), *_printed("html-")]


def word_files() -> Sequence[bytes]:
    """Reports from Word, and one document with all that the reader knows."""
    return [*_examples(".docx"), *_printed("docx-"), _everything_in_word(), _with_chunks()]


def workbooks() -> Sequence[bytes]:
    """A report as the product writes it, and a small workbook of every kind of cell."""
    return [_workbook(), _every_cell()]


def open_spreadsheets() -> Sequence[bytes]:
    """The report as a spreadsheet of LibreOffice, zipped and flat."""
    return [spreadsheet(_workbook()), flat_spreadsheet(_workbook())]


def binary_workbooks() -> Sequence[bytes]:
    """A workbook of Excel 97."""
    return [(ROOT / "tests/readers/files/figures.xls").read_bytes()]


def pdf_files() -> Sequence[bytes]:
    """Printed reports, and a small file whose objects lie open."""
    page = PdfPage().text(60, 40, "一、总体情况", 16)
    page.rows([60, 200, 300], 80, [["事项", "本年数量"], ["规章", "4"], ["规范性文件", "12"]])
    turned = PdfPage(rotate=90).text(60, 40, "二、主动公开").picture(60, 300, 200, 400)
    return [*_examples(".pdf"), pdf(page, turned), pdf(PdfPage().picture(0, 0, 500, 700))]


def web_archives() -> Sequence[bytes]:
    """Reports saved as one file."""
    page = BY_NAME["html-page"].print(example_report())
    quoted = quopri.encodestring(page).replace(b"\n", b"\r\n")
    return [
        _web_archive((b"quoted-printable", quoted)),
        _web_archive((b"base64", base64.encodebytes(page)), (b"7bit", b"<p>frame</p>")),
    ]


def archives() -> Sequence[bytes]:
    """A site's page with attachments, a Word file among other things."""
    page = BY_NAME["html-page"].print(example_report())
    text = BY_NAME["txt-cell-a-line"].print(example_report())
    return [
        packed([("nb/index.html", page), ("nb/index_files/a.css", b"p {}")]),
        packed([("附件.docx", _everything_in_word()), ("a.txt", text), ("说明.md", b"# 1")]),
        packed([("a.xlsx", _every_cell()), ("a.mht", web_archives()[0]), ("a.pdf", b"%PDF-")]),
    ]


def office_files() -> Sequence[bytes]:
    """What LibreOffice would be asked to convert: the beginnings tell which it is."""
    ole = codecs.decode("d0cf11e0a1b11ae1", "hex") + bytes(504)
    xml = b'<?xml version="1.0"?>'
    mime = b"application/vnd.oasis.opendocument.text"
    flat = b'<office:document xmlns:office="x" office:mimetype="%s"></office:document>'
    return [
        *(ole + name.encode("utf-16-le") for name in ("WordDocument", "EncryptedPackage", "1")),
        b"{\\rtf1\\ansi\\ansicpg936 {\\b \\'d2\\'bb}\\par}",
        packed([("mimetype", mime), ("content.xml", xml)]),
        xml + flat % mime,
        xml + b'<w:wordDocument xmlns:w="x"><w:body><w:p/></w:body></w:wordDocument>',
        xml + b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
    ]


def pictures() -> Sequence[bytes]:
    """Small scans in every format that a decoder is known for."""
    import io

    from PIL import Image, ImageDraw

    page = Image.new("RGB", (360, 240), "white")
    draw = ImageDraw.Draw(page)
    for at in range(20, 221, 40):
        draw.line((20, at, 340, at), fill="black")
        draw.line((at + 20, 20, at + 20, 220), fill="black")
        draw.text((at + 26, at + 8), str(at), fill="black")
    more: dict[str, Any] = {"save_all": True, "append_images": [page]}
    found = []
    for name in ("PNG", "JPEG", "BMP", "TIFF", "WEBP", "GIF"):
        out = io.BytesIO()
        page.save(out, name, **(more if name == "TIFF" else {}))
        found.append(out.getvalue())
    return found


def data_files() -> Sequence[bytes]:
    """The data of a report, as it is filled in."""
    toml = (
        'title = "石泉镇2023年政府信息公开工作年度报告"\nyear = 2023\nsigned_on = 2024-01-17\n'
        '[sections]\noverview = "无。"\n[disclosure]\nregulations = { made = 1, in_force = 2.5 }\n'
    )
    return [json.dumps(example_report(), ensure_ascii=False).encode(), toml.encode()]


@cache
def _workbook() -> bytes:
    return filled(example_report(), "xlsx")


def _examples(suffix: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(ROOT.glob(f"examples/*/*{suffix}"))]


def _printed(prefix: str) -> list[bytes]:
    return [
        layout.print(example_report())
        for name, layout in sorted(BY_NAME.items())
        if name.startswith(prefix)
    ]


def _web_archive(*parts: tuple[bytes, bytes]) -> bytes:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_1"\r\n\r\n'
    bodies = (
        b"------=_1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: a%d.htm\r\n"
        b"Content-Transfer-Encoding: %s\r\n\r\n%s\r\n" % (number, encoding, body)
        for number, (encoding, body) in enumerate(parts)
    )
    return head + b"".join(bodies) + b"------=_1--\r\n"


def _everything_in_word() -> bytes:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    return word(
        paragraph("总体情况", numbered + '<w:outlineLvl w:val="0"/>')
        + paragraph(runs=f"<w:del>{run('旧')}</w:del><w:ins>{run('新')}</w:ins><w:r><w:br/></w:r>")
        + paragraph(runs=f"<w:r><w:fldChar w:fldCharType='begin'/></w:r>{run('1')}")
        + f"<w:sdt><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>"
        + f"<w:p><w:r><w:txbxContent>{paragraph('框')}</w:txbxContent></w:r></w:p>"
        + table(
            row(cell("甲", '<w:vMerge w:val="restart"/>'), cell("1", '<w:gridSpan w:val="2"/>')),
            row(cell("", "<w:vMerge/>"), cell(content=table(row(cell("2"))) + paragraph())),
        ),
        styles='<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>',
        numbering=f'<w:abstractNum w:abstractNumId="0">{level}<w:lvlText w:val="%1、"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )


def _with_chunks() -> bytes:
    """A document that takes in a page, a web archive and another document."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    chunks = {"c.htm": pages()[0], "c.mht": web_archives()[0], "c.docx": _everything_in_word()}
    links = "".join(
        f'<Relationship Id="{name}" Type="{office}/aFChunk" Target="{name}"/>' for name in chunks
    )
    names = "".join(f'<w:altChunk xmlns:r="{office}" r:id="{name}"/>' for name in chunks)
    inside = paragraph("前") + names
    return packed(
        [
            ("word/document.xml", document_xml(inside).encode()),
            ("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>".encode()),
            *((f"word/{name}", content) for name, content in chunks.items()),
        ]
    )


def _every_cell() -> bytes:
    cells = (
        '<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c><c r="C1" t="b"><v>1</v></c>'
        '<c t="inlineStr"><is><t>项目</t></is></c><c t="str"><f>A1</f><v>3</v></c>'
        '<c t="e"><v>#N/A</v></c>'
    )
    return workbook(
        '<cols><col min="9" max="12" hidden="1"/></cols><sheetData>'
        + "".join(f'<row r="{number}">{cells.replace("1", str(number))}</row>' for number in (1, 2))
        + '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        strings="<si><r><t>年</t></r><rPh><t>x</t></rPh></si><si><t>报</t></si>",
        styles='<numFmts><numFmt numFmtId="170" formatCode="yyyy年m月d日"/></numFmts>'
        '<borders><border/><border><left style="thin"/></border></borders>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170" borderId="1"/></cellXfs>',
    )
