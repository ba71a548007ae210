"""The completion script for bash, which shows words and no descriptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.cli.commands import COMMANDS, TOP_OPTIONS, Operand, Option

_SCRIPT = """\
# bash: eval "$(nianbao completion bash)"
_nianbao() {
    local current=${COMP_WORDS[COMP_CWORD]} previous= command= before= words= index
    (( COMP_CWORD > 0 )) && previous=${COMP_WORDS[COMP_CWORD-1]}
    # bash takes --format=json for three words.
    if [[ $current == "=" ]]; then
        current=
    elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for (( index = 1; index < COMP_CWORD; index++ )); do
        case ${COMP_WORDS[index]} in
            @COMMANDS_BAR@) command=${COMP_WORDS[index]}; break ;;
        esac
    done
    local rules="@RULES@"
    COMPREPLY=()
    case $command:$previous in
@VALUES@
    esac
    if [[ -z $words ]]; then
        case $command:$current in
@WORDS@
        esac
    elif [[ $words == "$rules" && $current == *,* ]]; then
        before=${current%,*},
        current=${current##*,}
    fi
    # Without any word of ours, "-o default" completes file names.
    [[ -n $words ]] && COMPREPLY=($(compgen -P "$before" -W "$words" -- "$current"))
}
complete -o default -F _nianbao nianbao
"""


def bash_script(rule_names: Sequence[str]) -> str:
    """The script; ``rule_names`` are ids and slugs."""
    return (
        _SCRIPT.replace("@COMMANDS_BAR@", "|".join(COMMANDS))
        .replace("@RULES@", " ".join(rule_names))
        .replace("@VALUES@", "\n".join(_value_cases()))
        .replace("@WORDS@", "\n".join(_word_cases()))
    )


def _value_cases() -> Iterator[str]:
    """What may follow an option that takes a value; files and free words end here."""
    yield from _cases_of("", TOP_OPTIONS)
    for command in COMMANDS.values():
        yield from _cases_of(command.name, command.options)
        if command.subcommands:
            words = " ".join((*command.following, *_flags(command.options)))
            yield f'        {command.name}:{command.name}) words="{words}" ;;'


def _cases_of(command: str, options: Sequence[Option]) -> Iterator[str]:
    for option in options:
        if option.takes_value:
            flags = "|".join(f"{command}:{flag}" for flag in option.flags)
            words = _words(option)
            action = f"words={words}" if words else "return"
            yield f"        {flags}) {action} ;;"


def _word_cases() -> Iterator[str]:
    top = " ".join([*COMMANDS, *_flags(TOP_OPTIONS)])
    yield f'        :*) words="{top}" ;;'
    for command in COMMANDS.values():
        yield f'        {command.name}:-*) words="{" ".join(_flags(command.options))}" ;;'
        words = command.operand and _words(command.operand)
        if words:
            yield f"        {command.name}:*) words={words} ;;"


def _words(taker: Option | Operand) -> str:
    if taker.offered:
        return f'"{" ".join(taker.offered)}"'
    return "$rules" if taker.values == "rules" else ""


def _flags(options: Sequence[Option]) -> list[str]:
    return [flag for option in options for flag in option.flags]
