"""The completion script for zsh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.cli.commands import COMMANDS, TOP_OPTIONS, Command, Operand, Option
from linter.cli.help_page import option_text
from linter.cli.wording import say
from linter.model.rule import Language

_SCRIPT = """\
#compdef nianbao
# zsh: eval "$(nianbao completion zsh)"
_nianbao_rules() {
    local -a names=(@RULES@)
    _values -s , rule $names
}
_nianbao() {
    local curcontext=$curcontext state line
    local -a commands=(
@COMMANDS@
    )
    _arguments -C \\
@TOP@
        '1: :->command' \\
        '*:: :->arguments'
    case $state in
        command) _describe -t commands nianbao commands ;;
        arguments)
            case $line[1] in
@CASES@
            esac ;;
    esac
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
compdef _nianbao nianbao
"""


def zsh_script(rule_names: Sequence[str], language: Language) -> str:
    """The script; ``rule_names`` are ids and slugs."""
    commands = (
        f"        {_quoted(f'{name}:' + say(f'command.{name}', language))}" for name in COMMANDS
    )
    cases = (_case(command, language) for command in COMMANDS.values())
    top = (f"        {_option(option, language)} \\" for option in TOP_OPTIONS)
    return (
        _SCRIPT.replace("@RULES@", " ".join(rule_names))
        .replace("@COMMANDS@", "\n".join(commands))
        .replace("@TOP@", "\n".join(top))
        .replace("@CASES@", "\n".join(cases))
    )


def _case(command: Command, language: Language) -> str:
    specs = [_option(option, language) for option in command.options]
    specs.extend(_operand(command))
    indent = " " * 20
    body = " \\\n".join(f"{indent}    {spec}" for spec in specs)
    return f"                {command.name})\n{indent}_arguments \\\n{body} ;;"


def _operand(command: Command) -> Iterator[str]:
    operand = command.operand
    if command.subcommands:
        yield _quoted(f"1: :({' '.join(command.following)})")
        yield _quoted("*: :_files")
    if operand is not None:
        places = "*" if operand.several else "123456789"[: operand.number]
        yield from (_quoted(f"{place}: :{_action(operand)}") for place in places)


def _option(option: Option, language: Language) -> str:
    """One specification; the spellings of one option exclude each other."""
    text = option_text(option, language)
    for mark in "\\[]:":
        text = text.replace(mark, f"\\{mark}")
    value = f": :{_action(option)}" if option.takes_value else ""
    specs = []
    for flag in option.flags:
        again = "*" if option.repeatable else f"({' '.join(option.flags)})"
        joined = "=" if option.takes_value and flag.startswith("--") else ""
        specs.append(_quoted(f"{again}{flag}{joined}[{text}]{value}"))
    return " ".join(specs)


def _action(taker: Option | Operand) -> str:
    if taker.offered:
        return f"({' '.join(taker.offered)})"
    if taker.values == "rules":
        return "_nianbao_rules"
    return "_files" if taker.values == "file" else " "


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
