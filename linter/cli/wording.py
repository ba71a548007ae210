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
    "heading.operands": ("参数：", "Arguments:"),
    "heading.what": ("检查哪些文件：", "What to check:"),
    "heading.rules": ("按哪些规则检查：", "By which rules:"),
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
    "help.more": (
        "各命令的选项见 nianbao 命令 --help。",
        "For the options of a command: nianbao COMMAND --help.",
    ),
    # What commands do.
    "command.check": ("检查报告，列出问题", "check reports and list what is wrong"),
    "command.extract": ("将报告提取为 JSON 数据", "print a report as JSON data"),
    "command.explain": (
        "说明一条规则：要求、理由、依据和示例",
        "explain a rule: what it demands, why, by which law, with examples",
    ),
    "command.rules": ("列出全部规则", "list all rules"),
    "command.completion": ("输出命令行补全脚本", "print a script for shell completion"),
    # What they work on.
    "metavar.path": ("路径", "PATH"),
    "metavar.file": ("文件", "FILE"),
    "metavar.name": ("文件名", "NAME"),
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
    "operand.explain": (
        "规则编号或名称，如 A301、applications-balance",
        "id or slug of a rule, such as A301 or applications-balance",
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
    "option.edition": (
        "年度报告格式的版本",
        "the edition of the statutory form",
    ),
    "option.config": (
        "使用此配置文件，不再逐级向上查找 nianbao.toml 或 pyproject.toml",
        "use this configuration instead of the nearest nianbao.toml or pyproject.toml",
    ),
    "option.fail_on": (
        "出现此级别或更严重的问题时退出状态为 1",
        "the exit status is 1 if there is a finding of this severity or above",
    ),
    "option.format": (
        "输出格式（默认：终端上为 rich，否则为 plain）",
        "format of the output (default: rich on a terminal, else plain)",
    ),
    "option.rules_format": ("输出格式", "format of the output"),
    "option.output": (
        "写入文件，不输出到屏幕",
        "write to a file instead of standard output",
    ),
    "option.statistics": ("另列各规则发现的问题数", "add the number of findings by rule"),
    "option.quiet": (
        "只列出问题，不显示进度、结论和计数",
        "print findings only, without progress, verdict and counts",
    ),
    "option.verbose": (
        "另列未能评价的规则及原因",
        "add the rules that could not be evaluated, with reasons",
    ),
    "option.jobs": (
        "同时使用的进程数（默认自动确定）",
        "number of processes (default: chosen automatically)",
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
    "error.more_operands": (
        "只能有一个{operand}，多余的是“{value}”",
        'only one {operand} is possible; "{value}" is too many',
    ),
    "error.unwanted_operand": ("不需要参数“{value}”", 'unexpected argument "{value}"'),
    "error.overwrites": (
        "--output 会覆盖要读取的文件“{path}”",
        '--output would overwrite "{path}", which is to be read',
    ),
    # What could not be done.
    "error.configuration": (
        "配置有误，未作检查",
        "nothing was checked: the configuration is wrong",
    ),
    "error.packs": ("规则包有误，未作检查", "nothing was checked: a rule pack is wrong"),
    "error.output": ("无法写入 {path}：{reason}", "{path} cannot be written: {reason}"),
    "error.stdout": ("无法输出：{reason}", "the output cannot be written: {reason}"),
    "error.stdin": ("没有可读的标准输入", "there is no standard input to read"),
    "error.defect": (
        "程序内部错误（{error}，{where}）。请将此信息反馈给开发者；"
        "设置环境变量 NIANBAO_TRACEBACK=1 可显示详情。",
        "Internal error ({error} at {where}). Please report it; NIANBAO_TRACEBACK=1 in the "
        "environment shows more.",
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
    "progress": ("正在检查", "Checking"),
}


def say(key: str, language: Language, **values: object) -> str:
    """The text of ``key`` with ``values`` in its placeholders."""
    chinese, english = TEXTS[key]
    return (chinese if language == "zh" else english).format(**values)


def listed(items: Iterable[str], language: Language) -> str:
    """「甲、乙、丙」 / “a, b, c”."""
    return ("、" if language == "zh" else ", ").join(items)
