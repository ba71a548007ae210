"""What the HTML report says beside what all reports say, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.rule import Language, Text
from linter.reporting.catalogue import PHRASES

WORDS: Mapping[str, Text] = {
    "title": Text(
        "政府信息公开工作年度报告检查结果", "Annual reports on open government information, checked"
    ),
    "skip": Text("跳到正文", "Skip to the content"),
    "back": Text("返回总览", "Back to the overview"),
    "filter": Text("按级别筛选", "Show"),
    "filter.count": Text("显示 {shown} 个问题，共 {all} 个", "{shown} of {all} findings shown"),
    "overview": Text("总览", "Overview"),
    "overview.files": Text("各文件检查结果", "Results by file"),
    "overview.caption": Text(
        "各单位（行）违反各规则（列）的处数，颜色越深越多；空格表示没有",
        "Findings of each file (rows) by rule (columns), the darker the more; none where blank",
    ),
    "overview.rules": Text("规则说明", "The rules"),
    "overview.partial": Text(
        "文件较多，各文件只列出有问题的段落、表格和勾稽关系；单独检查一个文件时列出全部。",
        "There are many files: of each only the paragraphs, tables and identities with findings "
        "are shown. A check of one file shows all.",
    ),
    "overview.sort": Text("排序：", "Sort by "),
    "state": Text("结论", "Result"),
    "state.errors": Text("有错误", "errors"),
    "state.warnings": Text("有警告", "warnings"),
    "state.infos": Text("有提示", "infos"),
    "state.clean": Text("未发现问题", "no findings"),
    "state.unreadable": Text("无法检查", "not checked"),
    "unit": Text("单位", "Office"),
    "findings.whole": Text("报告整体的问题", "Findings on the report as a whole"),
    "text.opening": Text("标题和导语", "Title and opening"),
    "text.closing": Text("落款", "Sign-off"),
    "table": Text("表格：{table}", "Table: {table}"),
    "table.explained": Text(
        "指向标记的单元格，或用 Tab 键移到那里，可看到说明。",
        "Point at a marked cell, or move to it with the Tab key, to see what is said about it.",
    ),
    "mark.culprit": Text("最可能有误", "most likely wrong"),
    "mark.clash": Text("涉及的单元格", "concerned"),
    "legend": Text("图例：", "Marks: "),
    "mark.noted": Text("列入问题的单元格", "listed in a finding"),
    "cell.expected": Text("应为 {n}", "should be {n}"),
    "cell.possible": Text("可能应为 {n}", "may be {n}"),
    "remedy": Text("怎样改正", "To mend"),
    "fix": Text("建议修改", "Proposal"),
    "fix.safe": Text("可用 --fix 自动修改", "--fix makes it"),
    "fix.verify": Text("须人工核对后修改", "a person must verify it first"),
    "rule.page": Text("规则说明", "About the rule"),
    "worksheet": Text("数据校核单", "Verification sheet"),
    "worksheet.print": Text("打印校核单", "Print this sheet"),
    "worksheet.file": Text("文件", "File"),
    "worksheet.hash": Text("文件 SHA-256", "SHA-256 of the file"),
    "worksheet.gone": Text("未能计算", "could not be computed"),
    "worksheet.issuer": Text("报告单位", "Issuing organ"),
    "worksheet.year": Text("报告年度", "Report year"),
    "worksheet.form": Text("格式", "Form"),
    "worksheet.rules": Text("规则", "Rules"),
    "worksheet.rules.text": Text("{n}，指纹 {fingerprint}", "{n}, fingerprint {fingerprint}"),
    "worksheet.tool": Text("检查工具", "Tool"),
    "worksheet.outcomes": Text("规则检查情况", "What the rules came to"),
    "worksheet.verdict": Text("结论", "Result"),
    "worksheet.totals": Text(
        "勾稽关系 {n} 项：符合 {holds}，不符 {violated}，未判 {untold}",
        "{n} identities: {holds} hold, {violated} violated, {untold} untold",
    ),
    "worksheet.caption": Text("勾稽关系逐项校核", "Every identity, evaluated"),
    "worksheet.part": Text(
        "仅列出不符和未判的各项；单独检查该文件时列出全部。",
        "Only those that do not hold are shown; a check of this file alone shows all.",
    ),
    "worksheet.number": Text("序号", "No."),
    "worksheet.about": Text("校核项目", "Item"),
    "worksheet.left": Text("左边", "Left side"),
    "worksheet.relation": Text("关系", "Relation"),
    "worksheet.right": Text("右边", "Right side"),
    "worksheet.mark": Text("结果", "Result"),
    "worksheet.holds": Text("符合", "holds"),
    "worksheet.violated": Text("不符", "violated"),
    "worksheet.untold": Text("未判", "untold"),
    "worksheet.doubtful": Text("存疑", "doubtful"),
    "worksheet.unknown": Text("缺少或不是数字：{cells}", "missing or no number: {cells}"),
    "worksheet.by": Text("填报人（签字）", "Prepared by (signature)"),
    "worksheet.reviewed": Text("审核人（签字）", "Reviewed by (signature)"),
    "worksheet.head": Text("单位负责人（签字）", "Head of the office (signature)"),
    "worksheet.date": Text("日期", "Date"),
    "worksheet.day": Text("　　　　年　　月　　日", "          "),
    "worksheet.seal": Text("（单位盖章）", "(seal of the office)"),
    "footer": Text(
        "由 nianbao {version} 生成。检查结果供校核参考，以法律法规和格式文件为准。",
        "Made by nianbao {version}. What binds is the law and the statutory form.",
    ),
}


def words(key: str, language: Language, **values: object) -> str:
    """The text of ``key``, here or in the catalogue, with ``values`` in its placeholders."""
    text = WORDS[key] if key in WORDS else PHRASES[key]
    return text.in_language(language).format(**values)
