"""The completion script for fish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.cli.commands import COMMANDS, TOP_OPTIONS, Command, Option
from linter.cli.help_page import option_text
from linter.cli.wording import PROGRAM, say
from linter.model.rule import Language


def fish_script(rule_names: Sequence[str], language: Language) -> str:
    """The script; ``rule_names`` are ids and slugs."""
    lines = [
        "# fish: nianbao completion fish | source",
        f"set -g __nianbao_rules {' '.join(rule_names)}",
        *_lines(language),
    ]
    return "".join(f"{line}\n" for line in lines)


def _lines(language: Language) -> Iterator[str]:
    yield f"complete -c {PROGRAM} -f"
    for command in COMMANDS.values():
        about = _quoted(say(f"command.{command.name}", language))
        yield f"complete -c {PROGRAM} -n __fish_use_subcommand -a {command.name} -d {about}"
    for option in TOP_OPTIONS:
        yield _option(option, "__fish_use_subcommand", language)
    for command in COMMANDS.values():
        seen = f"'__fish_seen_subcommand_from {command.name}'"
        yield from _operand(command, seen)
        for word, subcommand in zip(command.following, command.subcommands, strict=True):
            about = _quoted(say(f"command.{subcommand.key}", language))
            yield f"complete -c {PROGRAM} -n {seen} -a {word} -d {about}"
        for option in command.options:
            yield _option(option, seen, language)


def _operand(command: Command, seen: str) -> Iterator[str]:
    operand = command.operand
    if operand is None:
        return
    if operand.choices:
        yield f"complete -c {PROGRAM} -n {seen} -a '{' '.join(operand.choices)}'"
    elif operand.values == "rules":
        yield f"complete -c {PROGRAM} -n {seen} -a '$__nianbao_rules'"
    else:
        yield f"complete -c {PROGRAM} -n {seen} -F"


def _option(option: Option, condition: str, language: Language) -> str:
    parts = [f"complete -c {PROGRAM} -n {condition}"]
    parts += [f"{'-l' if flag[:2] == '--' else '-s'} {flag.lstrip('-')}" for flag in option.flags]
    if option.offered:
        parts.append(f"-x -a '{' '.join(option.offered)}'")
    elif option.values == "rules":
        parts.append("-x -a '$__nianbao_rules'")
    elif option.values == "file":
        parts.append("-r -F")
    elif option.takes_value:
        parts.append("-x")
    parts.append(f"-d {_quoted(option_text(option, language))}")
    return " ".join(parts)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
