"""Every text of the command line, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.model.rule import Language

PROGRAM = "nianbao"

# Chinese, English.
TEXTS: Mapping[str, tuple[str, str]] = {
    "about": (
        "检查政府信息公开工作年度报告是否符合法定格式和要求。",
        "Checks annual reports on open government information against the statutory form.",
    ),
    "usage": ("用法：", "Usage: "),
    "usage.command": ("命令", "COMMAND"),
    "usage.options": ("[选项]", "[OPTIONS]"),
    "heading.commands": ("命令：", "Commands:"),
    "heading.subcommands": ("另有：", "See also:"),
    "heading.operands": ("参数：", "Arguments:"),
    "heading.what": ("检查哪些文件：", "What to check:"),
    "heading.report": ("报告内容：", "What the report says:"),
    "heading.rules": ("按哪些规则检查：", "By which rules:"),
    "heading.known": ("已知的问题：", "What is known already:"),
    "heading.repair": ("修改和批注：", "Mending and annotating:"),
    "heading.output": ("输出：", "Output:"),
    "heading.other": ("其他：", "Other:"),
    "heading.status": ("退出状态：", "Exit status:"),
    "default": ("（默认 {value}）", " (default: {value})"),
    "status.0": (
        "没有达到 --fail-on 级别的问题",
        "nothing was found at or above the --fail-on severity",
    ),
    "status.1": ("有达到该级别的问题", "something was found at or above it"),
    "status.2": (
        "有内容无法检查：参数或配置有误、文件无法读取、不是年度报告、没有找到文件",
        "something could not be checked: wrong arguments or configuration, a file that is "
        "unreadable or no report, no file found",
    ),
    "rules_status.0": (
        "规则包均正确，示例均符合预期",
        "the packs are right, and so are all examples",
    ),
    "rules_status.1": ("规则包或示例有误", "something is wrong with a pack or an example"),
    "rules_status.2": (
        "无法检查：参数有误、没有这个文件夹、其中没有规则包",
        "nothing could be checked: wrong arguments, no such folder, no pack in it",
    ),
    "diff_status.0": ("两份报告没有不同", "the reports do not differ"),
    "diff_status.1": ("两份报告有不同", "the reports differ"),
    "diff_status.2": (
        "无法比较：参数或配置有误、文件无法读取、不是年度报告",
        "they could not be compared: wrong arguments or configuration, a file that is unreadable "
        "or no report",
    ),
    "help.more": (
        "各命令的选项见 nianbao 命令 --help。",
        "For the options of a command: nianbao COMMAND --help.",
    ),
    # What commands do.
    "command.check": ("检查报告，列出问题", "check reports and list what is wrong"),
    "command.extract": ("将报告提取为 JSON 数据", "print a report as JSON data"),
    "command.new": (
        "生成空白的法定格式（Word、Markdown、网页或 Excel 文件）",
        "write the blank statutory form as a Word, Markdown, HTML or Excel file",
    ),
    "command.fill": (
        "按数据生成报告，自动计算合计",
        "write a report from its data, with totals worked out",
    ),
    "command.diff": (
        "比较两份报告：同一报告的两个版本，或者两个年度",
        "compare two reports: versions of one, or those of two years",
    ),
    "command.explain": (
        "说明一条规则：要求、理由、依据和示例",
        "explain a rule: what it demands, why, by which law, with examples",
    ),
    "command.rules": ("列出全部规则", "list all rules"),
    "command.rules_check": (
        "检查规则包：写法是否正确，各规则的正例、反例是否符合预期",
        "check rule packs: whether they are well-formed and their examples come out as they should",
    ),
    "command.lsp": (
        "启动语言服务器，在编辑器中边写边检查",
        "start the language server: findings in an editor while a report is written",
    ),
    "command.completion": ("输出命令行补全脚本", "print a script for shell completion"),
    # What they work on.
    "metavar.path": ("路径", "PATH"),
    "metavar.file": ("文件", "FILE"),
    "metavar.two_files": ("旧文件 新文件", "OLD NEW"),
    "metavar.folder": ("文件夹", "DIR"),
    "metavar.edition": ("版本", "EDITION"),
    "metavar.format": ("格式", "FORMAT"),
    "metavar.output": ("格式:文件", "FORMAT:FILE"),
    "metavar.name": ("文件名", "NAME"),
    "metavar.year": ("年份", "YEAR"),
    "metavar.issuer": ("机关", "OFFICE"),
    "metavar.rule": ("规则", "RULE"),
    "metavar.rules": ("规则", "RULES"),
    "metavar.pattern": ("模式", "PATTERN"),
    "metavar.number": ("数量", "N"),
    "metavar.shell": ("bash|zsh|fish", "bash|zsh|fish"),
    "operand.check": (
        "文件或文件夹（在文件夹中逐级查找 {suffixes} 文件）；- 表示标准输入",
        "files and folders (which are searched for {suffixes} files); - is standard input",
    ),
    "operand.extract": ("一个报告文件；- 表示标准输入", "one report; - is standard input"),
    "operand.fill": (
        "报告数据：JSON 或 TOML 文件（结构同 extract 的输出，可省略合计等），或者一份报告，"
        "如 new 生成的 Excel 文件；- 表示标准输入",
        "the data: a JSON or TOML file in the shape that extract prints (totals and more may be "
        "left out), or a report, such as an Excel file that new has written; - is standard input",
    ),
    "operand.diff": (
        "两个报告文件，旧的在前；其中一个可以是 -，表示标准输入",
        "two reports, the old one first; one of them may be -, which is standard input",
    ),
    "operand.explain": (
        "规则编号或名称，如 A301、applications-balance",
        "id or slug of a rule, such as A301 or applications-balance",
    ),
    "operand.rules_check": (
        "存放规则包（*.toml）的文件夹；几个文件夹一起加载，在后的可以调整在前的规则",
        "folders with rule packs (*.toml); they are loaded together, and later ones can change "
        "the rules of earlier ones",
    ),
    "operand.completion": (
        '所用的 shell；启用：eval "$(nianbao completion bash)"，'
        "fish 用 nianbao completion fish | source",
        'your shell; to switch it on: eval "$(nianbao completion bash)", '
        "in fish: nianbao completion fish | source",
    ),
    # Options.
    "option.exclude": (
        "不检查的文件和文件夹，写法同 .gitignore；可重复",
        "leave out files and folders, written as in .gitignore; may be repeated",
    ),
    "option.stdin_filename": (
        "标准输入的内容按此文件名显示和查找配置",
        "the name under which standard input is shown and its configuration is found",
    ),
    "option.select": (
        "只检查这些规则：编号、编号开头（A3）、名称或 ALL，用逗号分隔；可重复",
        "check these rules only: ids, beginnings of ids (A3), slugs or ALL, separated by "
        "commas; may be repeated",
    ),
    "option.ignore": (
        "不检查这些规则，写法同上",
        "leave these rules out, written in the same way",
    ),
    "option.preview": ("也检查试行的规则", "check preview rules, too"),
    "option.check_previous": (
        "同一机关上一年度的报告：据此识别照抄上年的数字（只检查一个文件时）",
        "last year's report of the office, by which numbers left standing are told (one file only)",
    ),
    "option.baseline": (
        "基线文件：其中已有的问题不再计数",
        "a baseline: findings that it lists do not count",
    ),
    "option.write_baseline": (
        "将发现的问题全部写入此基线文件（已有的予以更新）",
        "write all findings into this baseline, or bring it up to date",
    ),
    "option.edition": (
        "年度报告格式的版本：auto、2019、2021，或规则包中规定的版本",
        "the edition of the statutory form: auto, 2019, 2021, or one that a rule pack declares",
    ),
    "option.rules": (
        "另用此文件夹中的规则包（*.toml），与配置项 rules 中的合用；可重复",
        "use the rule packs (*.toml) in this folder, too, beside those of the configuration; may "
        "be repeated",
    ),
    "option.rules_quiet": ("只列出问题，不显示结论", "print what is wrong only, no summary"),
    "option.config": (
        "使用此配置文件，不再逐级向上查找 nianbao.toml 或 pyproject.toml",
        "use this configuration instead of the nearest nianbao.toml or pyproject.toml",
    ),
    "option.fix": (
        "把写法有误而内容无疑的地方改好（全角数字、法定名称、落款格式等）；Word 文件以修订方式修改",
        "correct what is certain: spacing and full-width forms of numbers, statutory labels, the "
        "form of the sign-off; in Word files as tracked changes",
    ),
    "option.diff": (
        "只显示 --fix 会改什么，不写文件；有可改之处时退出状态为 1",
        "show what --fix would change and write nothing; the exit status is 1 if anything would",
    ),
    "option.unsafe_fixes": (
        "与 --fix 或 --diff 同用：连同推算出的数字、空白填 0 等须人工核对的修改",
        "with --fix or --diff: also changes that a person must verify, such as numbers worked out "
        "and 0 for blanks",
    ),
    "option.no_backup": (
        "与 --fix 同用：不另存原文件（默认存为“文件名.bak”）",
        "with --fix: do not keep the original (by default it is kept as FILE.bak)",
    ),
    "option.annotate": (
        "另存一份批注件：Word 文件加批注，网页加标记，PDF 文件加高亮附注；检查多个文件时指定文件夹",
        "write an annotated copy: comments in Word files, marks in web pages, highlights with "
        "notes in PDF files; a folder where several files are checked",
    ),
    "option.fail_on": (
        "出现此级别或更严重的问题时退出状态为 1",
        "the exit status is 1 if there is a finding of this severity or above",
    ),
    "option.format": (
        "输出格式：rich（终端上的默认格式）、plain（其他情况的默认格式）、json、jsonl、sarif、junit、"
        "github、gitlab、rdjson、checkstyle、markdown、html、xlsx",
        "format of the output: rich (the default on a terminal), plain (the default elsewhere), "
        "json, jsonl, sarif, junit, github, gitlab, rdjson, checkstyle, markdown, html, xlsx",
    ),
    "option.output_format": (
        "另以此格式写入文件，如 sarif:findings.sarif；可重复",
        "write a file in another format as well, as in sarif:findings.sarif; may be repeated",
    ),
    "option.diff_format": (
        "输出格式：rich（终端上的默认格式）、plain（其他情况的默认格式）、json、markdown",
        "format of the output: rich (the default on a terminal), plain (the default elsewhere), "
        "json, markdown",
    ),
    "option.rules_format": ("输出格式", "format of the output"),
    "option.output": (
        "写入文件，不输出到屏幕",
        "write to a file instead of standard output",
    ),
    "option.report_output": (
        "写入的文件，格式由后缀决定：.docx、.md、.html 或 .xlsx",
        "the file to write; its suffix says the format: .docx, .md, .html or .xlsx",
    ),
    "option.force": ("文件已存在时覆盖", "write over a file that exists"),
    "option.year": (
        "报告年度（默认为 --previous 的下一年）",
        "the year that is reported on (default: the one after --previous)",
    ),
    "option.issuer": (
        "机关全称（默认与 --previous 相同）",
        "the full name of the office (default: as in --previous)",
    ),
    "option.previous": (
        "上一年度的报告：填入上年结转数，以及规章、规范性文件的现行有效件数",
        "last year's report: applications carried over, and the regulations and normative "
        "documents in force, are filled in",
    ),
    "option.zeros": (
        "没有数据的单元格填 0",
        "write 0 into cells for which there is no figure",
    ),
    "option.statistics": ("另列各规则发现的问题数", "add the number of findings by rule"),
    "option.explain": (
        "不输出数据，而是画出每个表格是怎样读取的：各行各列归入格式的哪一行哪一列",
        "instead of the data, draw how each table was read: what each row and column is taken for",
    ),
    "option.quiet": (
        "只列出问题，不显示进度、结论和计数",
        "print findings only, without progress, verdict and counts",
    ),
    "option.verbose": (
        "另列不适用和未能评价的规则及原因",
        "add the rules that do not apply or could not be evaluated, with reasons",
    ),
    "option.jobs": (
        "同时使用的进程数（默认自动确定）",
        "number of processes (default: chosen automatically)",
    ),
    "option.watch": (
        "文件有改动时重新检查，按 Ctrl-C 结束；退出状态为最后一次检查的",
        "check again whenever a file changes, until Ctrl-C; the exit status is that of the last "
        "check",
    ),
    "option.stdio": (
        "通过标准输入输出与编辑器通信（仅有这种方式，可以不写）",
        "talk to the editor over standard streams (the only way there is; may be left out)",
    ),
    "option.lang": (
        "语言，也可用环境变量 NIANBAO_LANG 设置",
        "language, also set by NIANBAO_LANG in the environment",
    ),
    "option.help": ("显示本说明", "show this help"),
    "option.version": ("显示版本", "show the version"),
    # Mistakes on the command line.
    "error": ("{prog}：错误：{message}", "{prog}: error: {message}"),
    "error.see_help": ("完整说明见 {prog} --help", "For more, see {prog} --help"),
    "error.meant": ("{message}，是否想用“{nearest}”？", '{message}; did you mean "{nearest}"?'),
    "error.no_command": ("没有“{name}”这个命令", 'there is no command "{name}"'),
    "error.no_option": ("没有“{name}”这个选项", 'there is no option "{name}"'),
    "error.no_rule": (
        "“{name}”不是规则编号、编号开头或规则名称",
        '"{name}" is no rule id, beginning of an id or slug',
    ),
    "error.value_missing": (
        "选项 {option} 缺少值：{value}",
        "option {option} needs a value: {value}",
    ),
    "error.value_unwanted": ("选项 {option} 不带值", "option {option} takes no value"),
    "error.not_one_of": (
        "{option} 的值应为 {allowed} 之一，现为“{value}”",
        '{option} should be one of {allowed}, but is "{value}"',
    ),
    "error.not_a_number": (
        "{option} 的值应为 1 至 {most} 的整数，现为“{value}”",
        '{option} should be a whole number from 1 to {most}, but is "{value}"',
    ),
    "error.no_operand": ("缺少{operand}", "{operand} is missing"),
    "error.two_reports": (
        "需要两个报告文件（其中至多一个是 -），现有 {count} 个",
        "two reports are needed (at most one of them -), but there are {count}",
    ),
    "error.more_operands": (
        "只能有一个{operand}，多余的是“{value}”",
        'only one {operand} is possible; "{value}" is too many',
    ),
    "error.unwanted_operand": ("不需要参数“{value}”", 'unexpected argument "{value}"'),
    "error.overwrites": (
        "{option} 会覆盖要读取的文件“{path}”",
        '{option} would overwrite "{path}", which is to be read',
    ),
    "error.option_missing": (
        "缺少选项 {option} {value}",
        "option {option} {value} is missing",
    ),
    "error.no_report_format": (
        "“{path}”的后缀应为 {allowed} 之一",
        'the suffix of "{path}" should be one of {allowed}',
    ),
    "error.exists": (
        "文件“{path}”已存在，未写入；需要覆盖时加 --force",
        '"{path}" exists and was left alone; add --force to write over it',
    ),
    "error.no_year": (
        "--year 应为 {first} 至 {last} 的年份，现为“{value}”",
        '--year should be a year from {first} to {last}, but is "{value}"',
    ),
    "error.previous_year": (
        "--previous 应为 {expected} 年度的报告，实为 {found} 年度",
        "--previous should be the report of {expected}, but is that of {found}",
    ),
    "error.data": (
        "数据有误，未写文件",
        "nothing was written: the data is wrong",
    ),
    "error.more_mistakes": ("另有 {count} 处错误", "{count} more mistakes"),
    "note.other_office": (
        "请核对：上一年度报告的机关是“{previous}”，本次是“{issuer}”",
        'please check: last year\'s report is by "{previous}", this one by "{issuer}"',
    ),
    "note.carried_over": (
        "已按上一年度报告填入 {count} 格；现行有效件数是上年末的，请按本年制发、废止情况调整",
        "filled in {count} cells from last year's report; what is in force is as of the end of "
        "that year: adjust it for what was issued and repealed",
    ),
    "note.other_tables": (
        "有 {count} 张表格不属于法定格式，未写入",
        "{count} tables that are not part of the statutory form were left out",
    ),
    "error.no_output_file": (
        "{option} 的值应为“格式:文件”，如 sarif:findings.sarif，现为“{value}”",
        '{option} should be FORMAT:FILE, as in sarif:findings.sarif, but is "{value}"',
    ),
    "error.previous_of_several": (
        "--previous 只用于检查一个文件：上一年度的报告是一个机关的",
        "--previous is for one file: last year's report is that of one office",
    ),
    "error.previous": ("无法使用上一年度的报告：{reason}", "last year's report: {reason}"),
    "error.same_output": (
        "{option} 与 {other} 写入同一个文件“{path}”",
        '{option} and {other} would both write "{path}"',
    ),
    "error.binary": (
        "{format} 格式不能在终端上显示，请用 --output 写入文件",
        "{format} cannot be shown on a terminal; write it to a file with --output",
    ),
    # What could not be done.
    "error.extra": (
        "输出 {format} 格式需要 {needs}，请安装：pip install 'nianbao[{extra}]'",
        "{format} output needs {needs}; install it: pip install 'nianbao[{extra}]'",
    ),
    "error.lsp_extra": (
        "语言服务器需要 pygls 2，请安装：pip install 'nianbao[lsp]'",
        "the language server needs pygls 2; install it: pip install 'nianbao[lsp]'",
    ),
    "note.lsp": (
        "正在等待编辑器连接。此命令由编辑器启动；按 Ctrl-C 结束。",
        "Waiting for an editor. This command is started by editors; press Ctrl-C to end it.",
    ),
    "error.watch": (
        "--watch 不能与 {option} 同用",
        "--watch does not go with {option}",
    ),
    "watch.waiting": (
        "正在等待文件改动，按 Ctrl-C 结束",
        "waiting for changes; press Ctrl-C to end",
    ),
    "watch.again": (
        "{time} 文件有改动，重新检查：{files}",
        "{time} checking again, changed: {files}",
    ),
    "watch.more": ("{files} 等 {count} 个文件", "{files} and others, {count} in all"),
    "error.configuration": (
        "配置有误，未作检查",
        "nothing was checked: the configuration is wrong",
    ),
    "error.packs": ("规则包有误，未作检查", "nothing was checked: a rule pack is wrong"),
    "error.baseline": (
        "基线不能使用，未作检查",
        "nothing was checked: the baseline cannot be used",
    ),
    "error.output": ("无法写入 {path}：{reason}", "{path} cannot be written: {reason}"),
    "error.stdout": ("无法输出：{reason}", "the output cannot be written: {reason}"),
    "error.stdin": ("没有可读的标准输入", "there is no standard input to read"),
    "error.defect": (
        "程序内部错误（{error}，{where}）。请将此信息反馈给开发者；"
        "设置环境变量 NIANBAO_TRACEBACK=1 可显示详情。",
        "Internal error ({error} at {where}). Please report it; NIANBAO_TRACEBACK=1 in the "
        "environment shows more.",
    ),
    "error.no_edition": (
        "没有“{name}”版格式，应为 {allowed} 之一",
        'there is no edition "{name}" of the form; expected one of {allowed}',
    ),
    "trial.wrong_packs": ("{count} 处错误", "{count} mistakes"),
    "trial.passed": (
        "规则 {rules} 条，调整 {changes} 项，版本 {editions} 个，示例 {examples} 个：全部符合预期",
        "{rules} rules, {changes} changes, {editions} editions, {examples} examples: "
        "all as they should be",
    ),
    "trial.failed": (
        "规则 {rules} 条，调整 {changes} 项，版本 {editions} 个，示例 {examples} 个："
        "{count} 处不符合预期",
        "{rules} rules, {changes} changes, {editions} editions, {examples} examples: "
        "{count} not as they should be",
    ),
    "error.no_pack_folder": ("没有文件夹“{path}”", 'there is no folder "{path}"'),
    "error.no_packs": (
        "文件夹“{path}”中没有规则包（*.toml）",
        'the folder "{path}" holds no rule pack (*.toml)',
    ),
    "note.nothing_found": (
        "文件夹“{path}”中没有可检查的文件（查找的是 {suffixes} 文件）",
        'there is no file to check in the folder "{path}" (looking for {suffixes} files)',
    ),
    "note.excluded": (
        "指定的文件均已排除，没有需要检查的文件",
        "every file that was named is excluded; there is nothing to check",
    ),
    "note.no_reports": (
        "文件夹中有 {count} 个文件不是年度报告；不需要检查的，可用 --exclude 或配置项 exclude 排除",
        "{count} files in the folders are no annual reports; leave out what need not be checked "
        "with --exclude or exclude in the configuration",
    ),
    "note.fixed": (
        "基线中有 {count} 个问题已不再出现，可用 --write-baseline 更新基线",
        "{count} findings of the baseline are not found any more; --write-baseline updates it",
    ),
    "note.written": (
        "已将 {count} 个问题写入基线 {path}",
        "{count} findings were written into the baseline {path}",
    ),
    "error.fix_alone": (
        "{option} 要与 --fix 或 --diff 同用",
        "{option} goes with --fix or --diff",
    ),
    "note.mended": (
        "已修改 {count} 处（{files} 个文件）",
        "made {count} fixes in {files} files",
    ),
    "note.would_fix": (
        "可修改 {count} 处（{files} 个文件），未写文件",
        "would make {count} fixes in {files} files; nothing was written",
    ),
    "annotation.heading": (
        "年度报告检查：{count} 处",
        "Check of the annual report: {count} findings",
    ),
    "note.annotated": (
        "已写入 {count} 份批注件",
        "wrote {count} annotated copies",
    ),
    "note.not_annotated": (
        "{path}：不能加批注（只有 Word 文件、网页和含文字的 PDF 文件可以）",
        "{path}: cannot be annotated (only Word files, web pages and PDF files with text can)",
    ),
    "note.unsafe": (
        "另有 {count} 处修改须人工核对，加 --unsafe-fixes 一并修改",
        "{count} more fixes need a person to verify them; add --unsafe-fixes to make them, too",
    ),
    "progress": ("正在检查", "Checking"),
}


def say(key: str, language: Language, **values: object) -> str:
    """The text of ``key`` with ``values`` in its placeholders."""
    chinese, english = TEXTS[key]
    return (chinese if language == "zh" else english).format(**values)


def listed(items: Iterable[str], language: Language) -> str:
    """「甲、乙、丙」 / “a, b, c”."""
    return ("、" if language == "zh" else ", ").join(items)
