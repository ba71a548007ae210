"""Every text of the user interface that is not a rule's own, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.model.rule import Language, Text

PHRASES: Mapping[str, Text] = {
    "severity.error": Text("错误", "error"),
    "severity.warning": Text("警告", "warning"),
    "severity.info": Text("提示", "info"),
    "status.unreadable": Text("无法读取，未检查", "unreadable, not checked"),
    "status.not_a_report": Text("不是年度报告，未检查", "not an annual report, not checked"),
    "status.checked": Text("已检查，有问题", "checked, with findings"),
    "status.clean": Text("未发现问题", "no findings"),
    "file.year": Text("{year}年度", "report year {year}"),
    "file.edition": Text("{edition}年版格式", "{edition} edition of the form"),
    "heading.whole": Text("报告整体", "The report as a whole"),
    "heading.statistics": Text("各规则发现数", "Findings by rule"),
    "heading.doubts": Text("读取存疑", "Read with doubt"),
    "heading.not_applicable": Text("不适用的规则", "Rules that do not apply"),
    "heading.not_evaluated": Text("未评价的规则", "Rules not evaluated"),
    "field.place": Text("位置", "Where"),
    "field.advice": Text("处理", "To do"),
    "field.source": Text("依据", "Basis"),
    "field.related": Text("连带", "Breaks"),
    "field.sum": Text("算式", "Sum"),
    "field.cells": Text("格位", "Cells"),
    "field.rule": Text("规则", "Rule"),
    "field.severity": Text("级别", "Severity"),
    "field.title": Text("要求", "Demand"),
    "heading.suppressed": Text("已抑制的问题", "Suppressed findings"),
    "field.findings": Text("发现", "Findings"),
    "field.files": Text("文件", "Files"),
    "field.why": Text("理由", "Why"),
    "field.section": Text("部分", "Section"),
    "field.editions": Text("适用格式", "Editions"),
    "field.message": Text("报告为", "Reported"),
    "field.remedy": Text("怎样改正", "To mend"),
    "field.shown": Text("检查输出", "Output"),
    "field.enabled": Text("状态", "State"),
    "field.changes": Text("各地调整", "Changed"),
    "field.preview": Text("试行", "Preview"),
    "field.protected": Text("保护", "Protected"),
    "value.preview": Text(
        "默认不检查；用 --preview 或按编号选用",
        "not checked by default; use --preview or select its id",
    ),
    "value.protected": Text(
        "配置须写明规则和理由才能关闭", "a configuration can switch it off by name and reason only"
    ),
    "value.off": Text(
        "默认停用；按编号选用，或由各地规则包启用",
        "off by default; selected by its id, or switched on by a local rule pack",
    ),
    "change.what": Text("{name}由“{before}”改为“{after}”", "{name} from “{before}” to “{after}”"),
    "change.why": Text("{what}（{pack}，依据：{source}）", "{what} ({pack}; basis: {source})"),
    "field.accepted": Text("合格示例", "Accepted"),
    "field.rejected": Text("不合格示例", "Rejected"),
    "list.item": Text("、", ", "),
    "list.clause": Text("，", ", "),
    "list.sentence": Text("；", "; "),
    "label.joint": Text(" · ", " · "),
    "place.page": Text("第{n}页", "page {n}"),
    "place.line": Text("第{n}行", "line {n}"),
    "place.column": Text("第{n}列", "column {n}"),
    "place.table": Text("表{n}", "table {n}"),
    "place.row": Text("第{n}行", "row {n}"),
    "place.cell": Text("第{n}格", "cell {n}"),
    "place.sheet": Text("工作表“{name}”{cell}", "sheet “{name}” {cell}"),
    "place.joint": Text("", ", "),
    "value.blank": Text("空白", "blank"),
    "value.absent": Text("缺", "absent"),
    "value.unknown": Text("（未知）", "(unknown)"),
    "equation.difference": Text("，差 {n}", ", difference {n}"),
    "equation.rest_zero": Text("（其余为 0）", " (the rest are 0)"),
    "equation.rest_blank": Text("（其余为空白）", " (the rest are blank)"),
    "equation.rest_mixed": Text("（其余为 0 或空白）", " (the rest are 0 or blank)"),
    "equation.all_zero": Text("（{n} 项均为 0）", " (all {n} are 0)"),
    "equation.all_blank": Text("（{n} 项均为空白）", " (all {n} are blank)"),
    "equation.all_mixed": Text("（{n} 项均为 0 或空白）", " (all {n} are 0 or blank)"),
    "equation.total": Text("（{n} 项之和）", " (the sum of {n})"),
    "cells.columns": Text("{names} {k} 列共 {n} 格", "{n} cells in {k} column(s): {names}"),
    "cells.rows": Text("{names} {k} 行共 {n} 格", "{n} cells in {k} row(s): {names}"),
    "cells.column": Text("「{names}」列 {n} 格", "{n} cells of the column “{names}”"),
    "cells.row": Text("「{names}」行 {n} 格", "{n} cells of the row “{names}”"),
    "cells.more": Text("{names}等", "{names} and others"),
    "table.excerpt": Text("{table}（节选）", "{table} (excerpt)"),
    "resolution.name": Text("{name}：", "{name}: "),
    "resolution.where": Text("  ← {where}", "  ← {where}"),
    "resolution.source": Text(
        "← 文件中第 {numbers} 个表格；行、列名称前的数字是它在该表格中的行号、列号",
        "← table {numbers} of the file; numbers before labels count its rows and columns",
    ),
    "resolution.doubt": Text("存疑：{about}，{reason}", "Doubt: {about}; {reason}"),
    "resolution.label": Text(
        "名称不同：「{printed}」按相近的名称归入「{label}」",
        "Other label: “{printed}” was taken for “{label}”",
    ),
    "resolution.number": Text(
        "数字写法：「{cell}」的「{text}」读作 {number}", "“{cell}”: “{text}” was read as {number}"
    ),
    "resolution.missing": Text("没有找到的行：「{label}」", "Row not found: “{label}”"),
    "resolution.heading": Text("表头 {where}：{text}", "Heading, {where}: {text}"),
    "resolution.unused": Text("未归入 {where}：{text}", "Not used, {where}: {text}"),
    "legend.culprit": Text("最可能有误", "most likely wrong"),
    "legend.clash": Text("涉及的单元格", "cells concerned"),
    "culprit.wrong": Text(
        "；经推算，错在“{cell}”：现为 {actual}，应为 {expected}。",
        "; the wrong cell is “{cell}”: it says {actual} and should say {expected}.",
    ),
    "culprit.likely": Text(
        "；很可能错在“{cell}”（{slip}）：现为 {actual}，应为 {expected}。",
        "; most likely the wrong cell is “{cell}” ({slip}): it says {actual} and should say "
        "{expected}.",
    ),
    "culprit.likely_blank": Text(
        "；很可能“{cell}”漏填，应为 {expected}。",
        "; most likely the cell “{cell}” was left blank and should say {expected}.",
    ),
    "culprit.blank": Text(
        "；经推算，“{cell}”漏填，应为 {expected}。",
        "; the cell “{cell}” was left blank and should say {expected}.",
    ),
    "candidates.one": Text("。疑似{slip}：{cells}。", ". Probably {slip}: {cells}."),
    "candidates.not_filled": Text("{cells}未填：{numbers}。", "Not filled in: {cells}; {numbers}."),
    "candidates.several": Text("。可能是：{candidates}。", ". It may be that {candidates}."),
    "candidates.joint": Text("；或者", "; or that "),
    "candidates.more": Text("；等等", "; and others"),
    "candidates.with_slip": Text("{cells}（{slip}）", "{cells} ({slip})"),
    "candidates.cell": Text("「{cell}」应为 {number}", "“{cell}” should be {number}"),
    "candidates.cells_more": Text("{cells} 等 {n} 格", "{cells} and others, {n} cells in all"),
    "fix.number": Text("把「{cell}」改为 {number}", "put {number} into “{cell}”"),
    "fix.blank": Text("在空白单元格中填 0（{cells}）", "put 0 into the blank cells ({cells})"),
    "fix.wording": Text(
        "把「{found}」改为「{replacement}」", "replace “{found}” by “{replacement}”"
    ),
    "markdown.left_out": Text(
        "其余 {count} 个文件的问题未列出。", "The findings of {count} more files are left out."
    ),
    "field.finding": Text("问题", "Finding"),
    "field.file": Text("文件", "File"),
    "field.state": Text("检查情况", "State"),
    "field.errors": Text("错误", "Errors"),
    "field.warnings": Text("警告", "Warnings"),
    "field.infos": Text("提示", "Infos"),
    "field.issuer": Text("发布机关", "Issuing organ"),
    "field.year": Text("年度", "Year"),
    "field.actual": Text("现为", "Found"),
    "field.expected": Text("应为", "Expected"),
    "advice.culprits": Text("先核对{cells}。", "Check these first: {cells}."),
    "advice.equation": Text(
        "对照原始台账核对标出的单元格。", "Check the marked cells against the original records."
    ),
    "advice.input": Text(
        "检查文件本身，或换成可读取的格式后重新检查。",
        "Look at the file itself, or save it in a readable format and check again.",
    ),
    "verdict.errors": Text(
        "不符合要求，须改正错误。", "Not in order: the errors must be corrected."
    ),
    "verdict.warnings": Text(
        "没有错误，但有警告须人工核对。", "No errors, but a person must look at the warnings."
    ),
    "verdict.infos": Text("没有错误和警告。", "No errors and no warnings."),
    "verdict.clean": Text("未发现问题。", "Nothing was found."),
    "verdict.unreadable": Text("有文件无法检查。", "Some files could not be checked."),
    "verdict.nothing": Text("没有可检查的文件。", "There was nothing to check."),
    "summary.line": Text("检查 {files}：{findings}", "Checked {files}: {findings}"),
    "outcome.holds": Text("符合 {n}", "{n} hold"),
    "outcome.violated": Text("不符合 {n}", "{n} violated"),
    "outcome.doubtful": Text("存疑 {n}", "{n} doubtful"),
    "outcome.not_applicable": Text("不适用 {n}", "{n} not applicable"),
    "outcome.not_evaluated": Text("未评价 {n}", "{n} not evaluated"),
    "not_applicable.word": Text("不适用", "not applicable"),
    "not_evaluated.word": Text("未评价", "not evaluated"),
    "doubt.word": Text("读取存疑", "read with doubt"),
    "doubt.clause": Text(
        "读取存疑（{reason}），请先对照原件核对。",
        " Read with doubt ({reason}); compare it with the original first.",
    ),
    "suppressed.word": Text("已抑制", "suppressed"),
    "suppressed.configuration": Text("配置 {n}", "configuration {n}"),
    "suppressed.inline": Text("文内 {n}", "in the text {n}"),
    "suppressed.baseline": Text("基线 {n}", "baseline {n}"),
    "suppressed.known": Text("已列入基线", "listed in the baseline"),
    "suppressed.until": Text("至 {date}", "until {date}"),
    "disabled.line": Text("已停用规则 {rule}：{reason}", "rule {rule} is off: {reason}"),
    "line.in_brackets": Text("{what}（{more}）", "{what} ({more})"),
    "line.about": Text("{what}：{more}", "{what}: {more}"),
}

COUNTED: Mapping[str, tuple[str, str, str]] = {
    "files": ("{n} 个文件", "{n} file", "{n} files"),
    "errors": ("{n} 处错误", "{n} error", "{n} errors"),
    "warnings": ("{n} 处警告", "{n} warning", "{n} warnings"),
    "infos": ("{n} 处提示", "{n} info", "{n} infos"),
    "findings": ("{n} 处", "{n} finding", "{n} findings"),
    "unreadable": (
        "{n} 个文件无法检查",
        "{n} file could not be checked",
        "{n} files could not be checked",
    ),
    "doubted": (
        "{n} 个文件读取存疑",
        "{n} file was read with doubt",
        "{n} files were read with doubt",
    ),
    "suppressed": (
        "已抑制 {n} 个问题",
        "{n} finding suppressed",
        "{n} findings suppressed",
    ),
    "rules": ("{n} 条规则", "{n} rule", "{n} rules"),
}
"""Numbered units: Chinese, English singular, English plural."""


def phrase(key: str, language: Language, **values: object) -> str:
    """The text of ``key`` with ``values`` in its placeholders."""
    return PHRASES[key].in_language(language).format(**values)


def counted(unit: str, number: int, language: Language) -> str:
    """「3 处错误」 / “3 errors”, in the singular where English has one."""
    chinese, singular, plural = COUNTED[unit]
    if language == "zh":
        return chinese.format(n=number)
    return (singular if number == 1 else plural).format(n=number)


def listed(items: Iterable[str], language: Language) -> str:
    """「甲、乙、丙」 / “a, b, c”."""
    return phrase("list.item", language).join(items)
