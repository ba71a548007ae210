"""The words of the rule language in Chinese: another spelling of the same names.

Cells, rows, columns and sections take theirs from the form (``engine.chinese_form``). All of
this is known only while packs are compiled; compiled rules hold the English names.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from linter.engine.script import is_chinese
from linter.engine.vocabulary import FUNCTIONS, RECORDS
from linter.regex import regex

_BEGINNING = regex(r"\b(如果|每个)\w+")

KEYWORDS: Mapping[str, str] = {
    "each": "每个",
    "in": "属于",
    "where": "其中",
    "if": "如果",
    "then": "则",
    "and": "且",
    "or": "或",
    "not": "非",
    "like": "形如",
    "contains": "包含",
    "contains any": "包含任一",
}

SCALARS: Mapping[str, str] = {
    "标题": "title",
    "标题年度": "title_year",
    "报告年度": "year",
    "格式版本": "edition",
    "表格版本": "form_edition",
    "发布机关": "issuer",
    "机关类型": "issuer_kind",
    "落款日期": "signed_on",
    "统计起始日": "period_start",
    "统计截止日": "period_end",
    "文件名年度": "file_year",
}

SECTIONS = "部分"
SECTION_PARTS: Mapping[str, str] = {"标题": "heading", "正文": "text"}

COLLECTIONS: Mapping[str, str] = {
    "打算": "plans",
    "日期": "dates",
    "引用文件": "cited_documents",
    "年份": "years",
    "年度陈述": "accounts",
    "标题年度矛盾": "title_contradictions",
    "截止日期": "cut_offs",
    "漏写日字": "days_without_mark",
    "单元格单位": "units_in_cells",
    "个人信息": "personal_data",
    "批注": "annotations",
    "占位": "placeholders",
    "模板说明": "instructions",
    "过时用语": "superseded_terms",
    "重复词语": "repetitions",
    "编号段落": "list_items",
    "提及机关": "named_offices",
    "本机关名称": "own_names",
    "总体情况要素": "overviews",
    "问题与改进": "shortcomings",
    "收费陈述": "fee_statements",
    "未收费陈述": "fee_denials",
    "收费数额": "fee_amounts",
    "收费明细": "fee_breakdowns",
    "数字表述": "claims",
    "分项表述": "breakdowns",
    "占比表述": "shares",
    "办结表述": "completions",
    "矛盾表述": "contradictions",
}

FIELDS: Mapping[str, str] = {
    "原文": "text",
    "年份": "year",
    "日期": "date",
    "有效": "valid",
    "文号": "number",
    "序号": "number",
    "完整": "intact",
    "种类": "kind",
    "作者": "author",
    "名称": "name",
    "属个人": "personal",
    "词语": "word",
    "应有序号": "due",
    "编号": "label",
    "应有编号": "due_label",
    "前项": "after",
    "同一机关": "same",
    "本机关": "issuer_name",
    "相符": "fits",
    "次数": "times",
    "专名": "proper",
    "缺项": "missing",
    "未报告": "unreported",
    "结果": "results",
    "问题数": "problems",
    "改进数": "improvements",
    "只有打算": "plans_only",
    "已说明": "stated",
    "另处说明": "elsewhere",
    "未写金额": "unquantified",
    "已收取": "collected",
    "未通知": "unnoticed",
    "元": "yuan",
    "单位": "unit",
    "总额": "whole",
    "分项和": "parts",
    "事项": "quantity",
    "否认": "denied",
    "数值": "value",
    "至少": "least",
    "至多": "most",
    "表中数": "table",
    "数量": "amount",
    "列全": "complete",
    "分项算式": "sum",
    "百分比": "percent",
    "应有百分比": "computed",
    "误差": "tolerance",
    "结转": "carried_out",
    "前数": "first",
    "后数": "second",
    "前文": "first_text",
}

DOMAINS: Mapping[str, str] = {"列": "columns", "行": "rows", "单元格": "cells"}

FUNCTION_NAMES: Mapping[str, str] = {
    "合计": "sum",
    "个数": "count",
    "绝对值": "abs",
    "最小": "min",
    "最大": "max",
    "已填": "filled",
    "有": "present",
    "空白": "blank",
    "日期": "date",
    "年": "year",
    "月": "month",
    "日": "day",
    "字数": "length",
}

VALUES: Mapping[str, Mapping[str, str]] = {
    "issuer_kind": {
        "部门": "department",
        "政府": "government",
        "乡镇": "township",
        "街道": "subdistrict",
        "不明": "unknown",
    },
}
"""What scalars and fields that hold one of a few words can be compared with."""

PARAMETERS: Mapping[str, str] = {"期限": "deadline", "上限": "limit"}
"""The parameters that the national rules declare."""

PARAMETER_PARTS: Mapping[str, str] = {"月": "month", "日": "day"}

FACTS: Mapping[str, str] = {
    "算式": "equation",
    "左边": "left",
    "右边": "right",
    "差额": "difference",
    "单元格": "cells",
    "疑误": "culprit",
    "应为": "expected",
    "实为": "actual",
    "处数": "count",
    "对象": "about",
    "原样": "found",
    "缺少": "missing",
}

DEVIATIONS: Mapping[str, str] = {
    "缺标题": "title-missing",
    "缺少部分": "section-missing",
    "部分重复": "section-duplicate",
    "部分次序不对": "section-misplaced",
    "序号不对": "section-misnumbered",
    "标题不符": "section-renamed",
    "增加部分": "section-added",
    "部分为空": "section-empty",
    "缺表": "table-missing",
    "表格重复": "table-duplicate",
    "表格为图片": "table-picture",
    "表格位置不对": "table-misplaced",
    "缺行": "row-missing",
    "缺多行": "rows-missing",
    "行重复": "row-duplicate",
    "增加行": "row-added",
    "行次序不对": "row-misplaced",
    "行合并": "rows-merged",
    "缺列": "column-missing",
    "增加列": "column-added",
    "名称不符": "label-deviates",
    "单元格带单位": "cell-unit",
    "格数不对": "cell-count",
    "格式版本不对": "wrong-edition",
    "缺落款": "signoff-missing",
}


def in_script_of(name: str, chinese: Collection[str], english: Collection[str]) -> Collection[str]:
    """The names among which somebody who wrote ``name`` looks for the right one."""
    return chinese if is_chinese(name) else english


def function_name(name: str) -> str:
    """The English name of a function; any other name as it is."""
    return name if name in FUNCTIONS else FUNCTION_NAMES.get(name, name)


def collection_name(name: str) -> str:
    """The English name of a collection of records; any other name as it is."""
    return name if name in RECORDS else COLLECTIONS.get(name, name)


def fields_of(collection: str) -> Mapping[str, str]:
    """The Chinese names of the fields that the records of a collection have."""
    return {zh: en for zh, en in FIELDS.items() if en in RECORDS[collection]}


def glued_keyword(word: str) -> str | None:
    """The Chinese keyword at one end of ``word``, which needs a blank beside it."""
    keywords = sorted(KEYWORDS.values(), key=len, reverse=True)
    at_an_end = (key for key in keywords if word.startswith(key) or word.endswith(key))
    return next((key for key in at_an_end if word != key), None)


def is_glued_to_name(word: str, known: Collection[str]) -> bool:
    """Whether ``word`` is a keyword and one of the ``known`` names with no blank between."""
    keyword = glued_keyword(word)
    if keyword is None:
        return False
    return word.removeprefix(keyword) in known or word.removesuffix(keyword) in known


def glued_beginning(text: str) -> tuple[int, str, str] | None:
    """The first word of ``text`` that begins with a keyword for a sentence: its offset, the word
    and the keyword.
    """
    match = _BEGINNING.search(text)
    return None if match is None else (match.start(), match[0], match[1])
