"""Help and usage lines, made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from linter.cli.commands import COMMANDS, TOP_OPTIONS, Command, Operand, Option
from linter.cli.wording import PROGRAM, listed, say
from linter.corpus.suffixes import REPORT_SUFFIXES
from linter.reporting.typesetting import text_width, wrapped

if TYPE_CHECKING:
    from linter.model.rule import Language

_WIDTH = 88
_TEXT_COLUMN = 34
_STATUSES = {"check": "status", "diff": "diff_status", "rules_check": "rules_status"}
"""What the texts about the exit status of a command are called."""

_GROUPS = ("what", "report", "rules", "known", "repair", "output", "other")


def usage_line(command: Command | None, language: Language) -> str:
    """「用法：nianbao check [选项] 路径…」."""
    options = say("usage.options", language)
    if command is None:
        words = [PROGRAM, options, say("usage.command", language), "…"]
    else:
        words = [PROGRAM, command.name, options]
        if command.operand is not None:
            words.append(_operand(command.operand, language))
    return say("usage", language) + " ".join(words) + "\n"


def program_help(language: Language) -> str:
    """What ``nianbao --help`` prints."""
    commands = [(name, say(f"command.{name}", language)) for name in COMMANDS]
    parts = [
        usage_line(None, language) + "\n" + say("about", language) + "\n",
        _section("heading.commands", commands, language),
        _options("heading.other", TOP_OPTIONS, language),
        say("help.more", language) + "\n",
    ]
    return "\n".join(parts)


def command_help(command: Command, language: Language) -> str:
    """What ``nianbao COMMAND --help`` prints."""
    about = say(f"command.{command.key}", language)
    ending = "。" if language == "zh" else "."
    parts = [usage_line(command, language) + "\n" + about[:1].upper() + about[1:] + ending + "\n"]
    if command.operand is not None:
        text = say(f"operand.{command.key}", language, suffixes=suffixes(language))
        operand = (_operand(command.operand, language), text)
        parts.append(_section("heading.operands", [operand], language))
    if command.subcommands:
        entries = [(one.name, say(f"command.{one.key}", language)) for one in command.subcommands]
        parts.append(_section("heading.subcommands", entries, language))
    for group in _GROUPS:
        options = [option for option in command.options if option.group == group]
        if options:
            parts.append(_options(f"heading.{group}", options, language))
    if command.key in _STATUSES:
        prefix = _STATUSES[command.key]
        statuses = [(status, say(f"{prefix}.{status}", language)) for status in "012"]
        parts.append(_section("heading.status", statuses, language))
    return "\n".join(parts)


def suffixes(language: Language) -> str:
    """「txt、md、docx」: what a folder is searched for."""
    return listed((suffix.lstrip(".") for suffix in REPORT_SUFFIXES), language)


def option_text(option: Option, language: Language) -> str:
    """What an option does, without its default."""
    return say(option.text or f"option.{option.key}", language)


def _operand(operand: Operand, language: Language) -> str:
    return operand.value_name(language) + ("…" if operand.several else "")


def _options(heading: str, options: Iterable[Option], language: Language) -> str:
    return _section(heading, [_option(option, language) for option in options], language)


def _option(option: Option, language: Language) -> tuple[str, str]:
    value = f" {option.value_name(language)}" if option.takes_value else ""
    text = option_text(option, language)
    if option.default is not None:
        text += say("default", language, value=option.default)
    return ", ".join(option.flags) + value, text


def _section(heading: str, entries: Iterable[tuple[str, str]], language: Language) -> str:
    lines = [say(heading, language)]
    for term, text in entries:
        first, *others = wrapped(text, _WIDTH - _TEXT_COLUMN)
        gap = _TEXT_COLUMN - 2 - text_width(term)
        if gap < 2:
            lines.append(f"  {term}")
            lines.append(" " * _TEXT_COLUMN + first)
        else:
            lines.append(f"  {term}{' ' * gap}{first}")
        lines.extend(" " * _TEXT_COLUMN + line for line in others)
    return "\n".join(lines) + "\n"
