"""The words for the keys that facts may hold in place of a text of their own.

Readers, structure and engine say *why* with a key (``reason="row-missing"``); what a person
reads for it stands here, in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.rule import Language, Text
from linter.regex import regex
from linter.reporting.quantity_names import QUANTITY_NAMES
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
        "other-edition": Text("只适用于其他年版格式", "for another edition of the form"),
        "condition-unmet": Text(
            "报告中没有规则所针对的情形", "the report has no case that it is about"
        ),
        "no-record": Text("报告中没有相关表述", "the report says nothing of the kind"),
        "columns-guessed": Text("列的位置系推断", "its columns were inferred"),
        "labels-guessed": Text("行、列名称系推断", "its labels were inferred"),
        "edition-guessed": Text("格式版本系推断", "the edition of the form was inferred"),
        "rows-by-order": Text(
            "数字与行名称在文件中分离，各行系按先后顺序对应",
            "its numbers stand apart from the labels of their rows and were matched by order",
        ),
        "lines-of-page": Text(
            "表格从页面上的线条和文字还原，行列可能与原文件不同",
            "it was made of the lines and words of a page, its rows and columns may be others",
        ),
        "row-by-place": Text(
            "行名称与格式不同，系按所在位置对应", "its label is another, it was told by its place"
        ),
        "row-repeated": Text("同一行出现多次", "it stands in several places"),
        "row-fitted": Text(
            "数字个数不符，系按勾稽关系对应到各列",
            "it has a wrong count of numbers, which were matched to the columns by their sums",
        ),
        "numbers-miscounted": Text(
            "从文字中读取，数字可能缺失或多出", "read from running text, it may have lost numbers"
        ),
        "numbers-left-over": Text(
            "有数字无法归入任何一行", "there are numbers that belong to no row"
        ),
        "numbers-lost": Text(
            "只有行名称而没有数字，数字可能在转换中丢失",
            "it has a label and no numbers, which may have been lost in conversion",
        ),
        "table-cut-off": Text("表格在文件中不完整", "the table breaks off in the file"),
        "table-torn": Text(
            "该处有数字，但无法还原为表格", "there are numbers, but no table could be made of them"
        ),
        "sums-disagree": Text(
            "多数勾稽关系不成立，各列可能对应有误",
            "most of its sums disagree, its columns may have been mistaken",
        ),
        "read-by-ocr": Text(
            "文字系从图片识别，请对照原文",
            "its characters were recognised in a picture; compare it",
        ),
        "heading-lost": Text(
            "有该部分的内容，标题可能在转换中丢失",
            "its content is there, the heading may have been lost in conversion",
        ),
    },
    "slip": {
        "not-filled": Text("漏填", "it was not filled in"),
        "digits-transposed": Text("两位数字颠倒", "two digits were transposed"),
        "digit-added": Text("多写一位", "a digit too many"),
        "digit-lost": Text("少写一位", "a digit was lost"),
        "digit-wrong": Text("一位数字写错", "one digit is wrong"),
        "carry-missed": Text("漏进位", "a carry was missed"),
        "neighbour-copied": Text("误抄相邻格", "copied from a neighbouring cell"),
        "unit": Text("元与万元混淆", "yuan was taken for ten thousand yuan"),
        "total-not-updated": Text("合计未随之更新", "a total was not brought up to date"),
        "last-year-copied": Text("照抄了上年数字", "last year's number was left standing"),
        "cells-swapped": Text("两格数字填反", "two numbers were swapped"),
        "neighbours-swapped": Text(
            "数字错填在相邻格", "a number was written in the neighbouring cell"
        ),
        "lines-swapped": Text(
            "两行或两列数字填反", "the numbers of two rows or columns were swapped"
        ),
        "shifted": Text(
            "整行或整列数字错开一格", "the numbers of a row or column were shifted by one cell"
        ),
        "several": Text("几处数字有误", "several numbers are wrong"),
        "other": Text("数字有误", "a number is wrong"),
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
        "xls-seconds": Text("读取表格的秒数", "the number of seconds to read the workbook"),
        "part-bytes": Text("解压后字节数", "the number of unpacked bytes"),
        "pages": Text("页数", "the number of pages"),
        "chars": Text("字符数", "the number of characters"),
        "objects": Text("页面对象数", "the number of objects on pages"),
        "segments": Text("线条数", "the number of lines drawn"),
        "page-tables": Text("一页的表格数", "the number of tables on a page"),
        "rulings": Text("一页的表格线数", "the number of table lines on a page"),
        "pdf-seconds": Text("读取秒数", "the number of seconds to read it"),
        "archive-seconds": Text(
            "读取其中各文件的秒数", "the number of seconds to read the files in it"
        ),
        "ocr-seconds": Text("识别一页的秒数", "the number of seconds to recognise a page"),
        "pixels": Text("一页的像素数", "the number of pixels of a page"),
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
        "EML": Text("电子邮件", "e-mail message"),
        "MHTML": Text("单文件网页", "web archive (MHTML)"),
        "WORD-XML": Text("Word XML 文档", "Word XML document"),
        "ZIP": Text("ZIP 压缩包", "ZIP archive"),
        "7Z": Text("7z 压缩包", "7z archive"),
        "RAR": Text("RAR 压缩包", "RAR archive"),
        "GZIP": Text("GZIP 压缩包", "GZIP archive"),
    },
    "mistake": {
        "unknown-verb": Text("不是“忽略”或“全文忽略”", "is neither ignore nor ignore-file"),
        "no-rules": Text("之后没有写明规则", "is followed by no rule"),
        "unknown-rule": Text(
            "不是规则编号、编号开头或规则名称", "is no rule id, beginning of an id or slug"
        ),
        "not-suppressible": Text("不能抑制", "cannot be suppressed"),
        "protected": Text(
            "受保护，只能在配置中写明编号、单元格和理由来抑制",
            "is protected and can be suppressed in the configuration only, by its id, cells and "
            "with a reason",
        ),
        "no-reason": Text("没有写明理由", "gives no reason"),
        "no-such-date": Text("不是一个日期", "is no date"),
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
    "change": {
        "severity": Text("级别", "severity"),
        "enabled": Text("状态", "state"),
        "deadline": Text("期限", "deadline"),
        "limit": Text("上限", "limit"),
    },
    "quantity": QUANTITY_NAMES,
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
        "accounts": Text("关于某一年度的陈述", "accounts of a year"),
        "title_contradictions": Text(
            "与标题年度矛盾之处", "contradictions of the year in the title"
        ),
        "cut_offs": Text("数据截止日期", "days at which figures end"),
        "days_without_mark": Text("缺“日”字的日期", "dates whose day lacks its mark"),
        "units_in_cells": Text("单元格中的单位", "units in cells"),
        "personal_data": Text("个人信息", "personal data"),
        "annotations": Text("修订、批注、隐藏文字等", "tracked changes, comments, hidden text"),
        "placeholders": Text("待填写之处", "placeholders"),
        "instructions": Text("模板说明", "instructions of a template"),
        "superseded_terms": Text("过时的提法", "superseded terms"),
        "repetitions": Text("重复的词语", "doubled words"),
        "list_items": Text("编号的段落", "numbered paragraphs"),
        "named_offices": Text("提到的机关", "offices named"),
        "own_names": Text("机关自称", "names that the organ gives itself"),
        "overviews": Text("总体情况的内容", "the content of section one"),
        "shortcomings": Text("问题和改进的内容", "problems and improvements"),
        "fee_statements": Text("收费情况的陈述", "statements on fees"),
        "fee_denials": Text("未收费的陈述", "statements that nothing was collected"),
        "fee_amounts": Text("收费金额", "amounts of fees"),
        "fee_breakdowns": Text("收费明细", "itemised fees"),
        "claims": Text("正文中的数字", "figures in the text"),
        "breakdowns": Text("“其中”的分项", "parts of a whole"),
        "shares": Text("占比", "percentages"),
        "completions": Text("“全部办结”一类的表述", "statements that all is done"),
        "contradictions": Text("前后不一的数字", "figures that contradict each other"),
        "sections": Text("各部分", "sections"),
    },
}
"""The kinds of key are named after the fact that holds them (``path``: what Refs point to)."""

_UNSAID = Text("原因不详", "for a reason that is not stated")
"""What stands for a reason that is a key without words: no key is ever shown."""

_KEY = regex(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")


def code_text(kind: str, value: str, language: Language) -> str:
    """The words for ``value``: its own where it is a text already, never a bare key."""
    known = CODES[kind].get(value)
    if known is not None:
        return known.in_language(language)
    if kind == "reason" and _KEY.fullmatch(value):
        return _UNSAID.in_language(language)
    return one_line(value)
