"""Which command is meant, and what a mistake on the way looks like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from linter import __version__
from linter.cli.exit_status import ExitStatus
from linter.cli.failures import Stopped, UsageError
from linter.cli.language import DEFAULT
from linter.cli.streams import write_err, write_out
from linter.cli.wording import PROGRAM, say

if TYPE_CHECKING:
    from linter.cli.arguments import Arguments
    from linter.cli.commands import Command
    from linter.model.rule import Language


_WORK: Mapping[str, tuple[str, str]] = {
    "check": ("check", "check"),
    "extract": ("extract", "extract"),
    "new": ("new", "new"),
    "fill": ("fill", "fill"),
    "diff": ("diff", "diff"),
    "explain": ("explain", "explain"),
    "rules": ("explain", "rules"),
    "rules check": ("rules_check", "rules_check"),
    "lsp": ("lsp", "lsp"),
    "completion": ("completion", "completion"),
}
"""The module and the function of each command."""


def dispatched(argv: Sequence[str], stated: Language | None) -> ExitStatus:
    """Does what ``argv`` asks for, and reports what keeps it from that."""
    language = stated or DEFAULT
    command: Command | None = None
    try:
        words = _after_language(argv, language)
        answer = _answered(words, language)
        if answer is not None:
            return answer
        command, rest = _command(words, language)
        return _commanded(command, rest, stated)
    except UsageError as error:
        write_err(_usage_trouble(error, command))
    except Stopped as error:
        lines = (*error.details, _line(_prog(command), error.message, error.language))
        write_err("".join(f"{line}\n" for line in lines))
    return ExitStatus.NOT_CHECKED


def _answered(words: Sequence[str], language: Language) -> ExitStatus | None:
    """Answers what needs no command; None where there is one."""
    if words and words[0] in ("-V", "--version"):
        write_out(f"{PROGRAM} {__version__}\n", language)
        return ExitStatus.CLEAN
    if words and words[0] not in ("-h", "--help"):
        return None
    from linter.cli.help_page import program_help

    if words:
        write_out(program_help(language), language)
        return ExitStatus.CLEAN
    write_err(program_help(language))
    return ExitStatus.NOT_CHECKED


def _commanded(command: Command, argv: Sequence[str], stated: Language | None) -> ExitStatus:
    from linter.cli.arguments import parsed

    arguments = parsed(command, argv, stated or DEFAULT)
    if arguments.help:
        from linter.cli.help_page import command_help

        write_out(command_help(command, stated or DEFAULT), stated or DEFAULT)
        return ExitStatus.CLEAN
    return _work(command.name)(arguments, stated)


def _work(name: str) -> Callable[[Arguments, Language | None], ExitStatus]:
    """What does the command; no other one is imported."""
    from importlib import import_module

    module, function = _WORK[name]
    work = getattr(import_module(f"linter.cli.{module}"), function)
    return cast("Callable[[Arguments, Language | None], ExitStatus]", work)


def _after_language(argv: Sequence[str], language: Language) -> Sequence[str]:
    """What follows any ``--lang`` before the command."""
    while argv and argv[0].split("=", 1)[0] == "--lang":
        from linter.cli.arguments import one_of

        flag, equals, value = argv[0].partition("=")
        if not equals and len(argv) < 2:
            message = say("error.value_missing", language, option=flag, value="zh|en")
            raise UsageError(message, language)
        one_of(flag, ("zh", "en"), language)(value if equals else argv[1])
        argv = argv[1:] if equals else argv[2:]
    return argv


def _command(words: Sequence[str], language: Language) -> tuple[Command, Sequence[str]]:
    """The command that is meant, and what follows it."""
    from linter.cli.commands import COMMANDS, TOP_OPTIONS

    name, *rest = words
    if name in COMMANDS:
        command = COMMANDS[name]
        for word, subcommand in zip(command.following, command.subcommands, strict=True):
            if rest[:1] == [word]:
                return subcommand, rest[1:]
        return command, rest
    from pathlib import Path

    from linter.cli.arguments import unknown

    if name.startswith("-"):
        flags = [flag for option in TOP_OPTIONS for flag in option.flags]
        raise unknown("error.no_option", name.split("=", 1)[0], flags, language)
    if Path(name).exists():
        message = say("error.no_command", language, name=name)
        meant = f"{PROGRAM} check {name}"
        raise UsageError(say("error.meant", language, message=message, nearest=meant), language)
    raise unknown("error.no_command", name, COMMANDS, language)


def _usage_trouble(error: UsageError, command: Command | None) -> str:
    from linter.cli.help_page import usage_line

    prog = _prog(command)
    return (
        _line(prog, error.message, error.language)
        + "\n"
        + usage_line(command, error.language)
        + say("error.see_help", error.language, prog=prog)
        + "\n"
    )


def _line(prog: str, message: str, language: Language) -> str:
    return say("error", language, prog=prog, message=message)


def _prog(command: Command | None) -> str:
    return PROGRAM if command is None else f"{PROGRAM} {command.name}"
