"""The words for the keys that facts may hold in place of a text of their own.

Readers, structure and engine say *why* with a key (``reason="row-missing"``); what a person
reads for it stands here, in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.model.rule import Language, Text
from linter.reporting.quoting import one_line

CODES: Mapping[str, Mapping[str, Text]] = {
    "reason": {
        "table-missing": Text("缺少表格", "the table is missing"),
        "row-missing": Text("缺少相关行", "a row that it needs is missing"),
        "column-missing": Text("缺少相关列", "a column that it needs is missing"),
        "cell-missing": Text("缺少相关单元格", "a cell that it needs is missing"),
        "cell-invalid": Text("相关单元格不是数字", "a cell that it needs is not a number"),
        "value-missing": Text("报告没有写明", "the report does not state what it needs"),
        "value-invalid": Text("相关内容无法识别", "what it needs cannot be understood"),
        "not-found": Text("文件不存在", "it does not exist"),
        "permission": Text("没有读取权限", "permission was denied"),
        "not-a-file": Text("不是文件", "it is not a file"),
        "read-error": Text("读取时出错", "reading it failed"),
        "columns-guessed": Text("列的位置系推断", "its columns were inferred"),
        "labels-guessed": Text("行、列名称系推断", "its labels were inferred"),
        "edition-guessed": Text("格式版本系推断", "the edition of the form was inferred"),
    },
    "limit": {
        "bytes": Text("文件字节数", "the number of bytes"),
        "file-size": Text("文件字节数", "the number of bytes"),
        "lines": Text("行数", "the number of lines"),
        "blocks": Text("段落和表格数", "the number of paragraphs and tables"),
        "cells": Text("单元格数", "the number of table cells"),
        "columns": Text("表格列数", "the number of table columns"),
        "tags": Text("网页标签数", "the number of HTML tags"),
        "xml-tags": Text("文档内部标签数", "the number of XML tags"),
        "nesting": Text("嵌套程度", "the degree of nesting"),
        "zip-entries": Text("文档内部文件数", "the number of parts of the document"),
        "part-bytes": Text("解压后字节数", "the number of unpacked bytes"),
    },
    "format": {
        "BINARY": Text("二进制文件", "binary file"),
        "BMP": Text("BMP 图片", "BMP picture"),
        "GIF": Text("GIF 图片", "GIF picture"),
        "JPEG": Text("JPEG 图片", "JPEG picture"),
        "PNG": Text("PNG 图片", "PNG picture"),
        "TIFF": Text("TIFF 图片", "TIFF picture"),
        "WEBP": Text("WebP 图片", "WebP picture"),
        "DOC": Text("旧版 Word 或 WPS 文档", "old Word or WPS document"),
        "XLS": Text("旧版 Excel 工作簿", "old Excel workbook"),
        "PPT": Text("旧版演示文稿", "old presentation"),
        "OLE": Text("旧版 Office 文档", "old Office document"),
        "XLSX": Text("Excel 工作簿", "Excel workbook"),
        "PPTX": Text("演示文稿", "presentation"),
        "ODF": Text("OpenDocument 文档", "OpenDocument file"),
        "OFD": Text("OFD 版式文档", "OFD document"),
        "PDF": Text("PDF 文档", "PDF document"),
        "RTF": Text("RTF 文档", "RTF document"),
        "MHTML": Text("单文件网页", "web archive (MHTML)"),
        "WORD-XML": Text("Word XML 文档", "Word XML document"),
        "ZIP": Text("ZIP 压缩包", "ZIP archive"),
        "7Z": Text("7z 压缩包", "7z archive"),
        "RAR": Text("RAR 压缩包", "RAR archive"),
        "GZIP": Text("GZIP 压缩包", "GZIP archive"),
    },
    "missing": {
        "both": Text("机关名称和日期", "the issuing organ and the date"),
        "date": Text("日期", "the date"),
        "issuer": Text("机关名称", "the issuing organ"),
    },
    "issuer_kind": {
        "department": Text("政府部门", "government department"),
        "government": Text("县级以上人民政府", "government at or above county level"),
        "township": Text("乡镇人民政府", "township government"),
        "subdistrict": Text("街道办事处", "subdistrict office"),
        "unknown": Text("类别不明的机关", "organ of unknown kind"),
    },
    "path": {
        "title": Text("标题", "title"),
        "title_year": Text("标题中的年度", "year in the title"),
        "year": Text("报告年度", "report year"),
        "edition": Text("格式版本", "edition of the form"),
        "form_edition": Text("表格的格式版本", "edition of the tables"),
        "issuer": Text("发布机关", "issuing organ"),
        "issuer_kind": Text("机关类别", "kind of organ"),
        "signed_on": Text("落款日期", "sign-off date"),
        "period_start": Text("统计期间起始日", "start of the period"),
        "period_end": Text("统计期间截止日", "end of the period"),
        "file_year": Text("文件名中的年度", "year in the file name"),
        "plans": Text("工作打算", "plans"),
        "dates": Text("日期", "dates"),
        "cited_documents": Text("引用的文件", "cited documents"),
        "years": Text("年份", "years"),
        "sections": Text("各部分", "sections"),
    },
}
"""The kinds of key are named after the fact that holds them (``path``: what Refs point to)."""

_UNSAID = Text("原因不详", "for a reason that is not stated")
"""What stands for a reason that is a key without words: no key is ever shown."""

_KEY = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")


def code_text(kind: str, value: str, language: Language) -> str:
    """The words for ``value``: its own where it is a text already, never a bare key."""
    known = CODES[kind].get(value)
    if known is not None:
        return known.in_language(language)
    if kind == "reason" and _KEY.fullmatch(value):
        return _UNSAID.in_language(language)
    return one_line(value)
