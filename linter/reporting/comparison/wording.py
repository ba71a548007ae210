"""The texts of a comparison, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.rule import Language, Text

_TEXTS: Mapping[str, Text] = {
    "relation.versions": Text("同一份报告的两个版本", "Two versions of one report"),
    "relation.years": Text(
        "两个年度的报告：{old}年度 → {new}年度", "Reports of two years: {old} → {new}"
    ),
    "relation.same": Text("两份报告没有不同", "The two reports do not differ"),
    "relation.backwards": Text(
        "新报告的年度早于旧报告，请核对两个文件的先后",
        "The new report is of the earlier year; check the order of the files",
    ),
    "relation.apart": Text(
        "两份报告不是相邻年度，不核对接续",
        "The years do not follow each other; nothing carries over",
    ),
    "relation.editions": Text(
        "两份报告的格式版本不同（{old}年版、{new}年版）：比较两版共有的 {shared} 格，"
        "另有 {one_sided} 格只见于一版，不比较",
        "The reports are on different editions of the form ({old} and {new}): {shared} cells are "
        "in both and compared, {one_sided} are in one only and left out",
    ),
    "group.facts": Text("报告信息", "The report"),
    "group.opening": Text("开头部分", "Before the first section"),
    "group.closing": Text("落款", "Sign-off"),
    "group.other_tables": Text("其他表格", "Further tables"),
    "group.continuations": Text("接续", "Carried over"),
    "group.findings": Text("检查发现的问题", "Findings"),
    "part.heading": Text("标题", "heading"),
    "part.added": Text("新增此部分", "this part is new"),
    "part.removed": Text("此部分已不在", "this part is gone"),
    "part.copied": Text(
        "正文与{year}年度完全相同（{count} 句）",
        "the text is that of {year}, word for word ({count} sentences)",
    ),
    "part.same": Text(
        "正文 {whole} 句中有 {count} 句与{year}年度一字不差",
        "{count} of {whole} sentences are those of {year}, word for word",
    ),
    "state.absent": Text("（无此格）", "(no such cell)"),
    "state.blank": Text("（空白）", "(blank)"),
    "state.invalid": Text("“{text}”", '"{text}"'),
    "fact.none": Text("（未写明）", "(not stated)"),
    "change": Text("{label}：{old} → {new}", "{label}: {old} → {new}"),
    "remark": Text("{label}：{text}", "{label}: {text}"),
    "difference": Text("（{difference}）", " ({difference})"),
    "difference.item": Text("，", ", "),
    "continued.in": Text(
        "上年结转下年 {expected}，本年记上年结转 {actual}",
        "{expected} carried out of the old year, {actual} carried into the new one",
    ),
    "continued.stock": Text(
        "上年现行有效 + 本年制发 - 本年废止 = {expected}，本年记现行有效 {actual}",
        "in force before + issued - repealed = {expected}, {actual} in force now",
    ),
    "continued.holds": Text("相接", "agrees"),
    "continued.broken": Text("不相接，相差 {difference}", "does not agree: {difference} apart"),
    "finding.appeared": Text("新出现", "new"),
    "finding.gone": Text("已消除", "gone"),
    "finding.stayed": Text("仍存在", "still there"),
    "column.item": Text("项目", "Item"),
    "column.old": Text("旧", "Old"),
    "column.new": Text("新", "New"),
    "column.difference": Text("增减", "Change"),
    "summary": Text(
        "报告信息 {facts} 项、数据 {cells} 格、文字 {sentences} 处不同；"
        "问题：新出现 {appeared}，已消除 {gone}，仍存在 {stayed}",
        "Differences: {facts} in the particulars, {cells} in cells, {sentences} in the text. "
        "Findings: {appeared} new, {gone} gone, {stayed} still there",
    ),
}


def told(key: str, language: Language, **values: object) -> str:
    """The text of ``key`` with ``values`` in its placeholders."""
    return _TEXTS[key].in_language(language).format(**values)
