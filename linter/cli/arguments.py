"""The arguments of a command, or what is wrong with them in the user's language."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from linter.cli.commands import Command, Option
from linter.cli.failures import UsageError
from linter.cli.outputs import Output
from linter.cli.wording import listed, say
from linter.reporting.formats import FORMATS

if TYPE_CHECKING:
    from linter.model.rule import Language

MOST_JOBS = 256


class Arguments(argparse.Namespace):
    """What a command was given: ``operands`` and each option by its key, None if absent."""

    operands: tuple[str, ...]
    annotate: str | None
    baseline: str | None
    config: str | None
    diff: bool
    edition: str | None
    exclude: list[str] | None
    explain: bool
    fail_on: str | None
    fix: bool
    force: bool
    format: str | None
    help: bool
    ignore: list[str] | None
    issuer: str | None
    jobs: int | None
    lang: Language | None
    no_backup: bool
    output: str | None
    output_format: list[Output] | None
    preview: bool
    previous: str | None
    quiet: bool
    rules: list[str] | None
    select: list[str] | None
    statistics: bool
    stdin_filename: str | None
    unsafe_fixes: bool
    verbose: bool
    watch: bool
    write_baseline: str | None
    year: str | None
    zeros: bool


def parsed(command: Command, argv: Sequence[str], language: Language) -> Arguments:
    """The arguments in ``argv``, which stands after the command; raises :class:`UsageError`.

    argparse finds the options and converts their values. It says nothing itself, for it
    speaks English only.
    """
    options, operands = _at_double_dash(argv)
    parser = argparse.ArgumentParser(
        prog=command.name,
        # A width that is given need not be asked for, which would import shutil.
        formatter_class=partial(argparse.HelpFormatter, width=80),
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    for option in command.options:
        parser.add_argument(*option.flags, **_settings(option, language))
    try:
        found, rest = parser.parse_known_args(options, namespace=Arguments())
    except argparse.ArgumentError as error:
        raise UsageError(_value_trouble(command, error, language), language) from error
    if not found.help:
        found.operands = _operands(command, rest, operands, language)
    return found


def with_nearest(message: str, nearest: str | None, language: Language) -> str:
    """The message, asking whether ``nearest`` was meant where there is something near."""
    if nearest is None:
        return message
    return say("error.meant", language, message=message, nearest=nearest)


def unknown(key: str, name: str, known: Iterable[str], language: Language) -> UsageError:
    """The error for a name that is none of ``known``."""
    from linter.nearest_name import nearest

    message = say(key, language, name=name)
    return UsageError(with_nearest(message, nearest(name, known), language), language)


def one_of(option: str, allowed: Sequence[str], language: Language) -> Callable[[str], str]:
    """A conversion that takes one of ``allowed`` only."""

    def convert(value: str) -> str:
        if value in allowed:
            return value
        from linter.nearest_name import nearest

        message = say(
            "error.not_one_of",
            language,
            option=option,
            allowed=listed(allowed, language),
            value=value,
        )
        raise UsageError(with_nearest(message, nearest(value, allowed), language), language)

    return convert


def _at_double_dash(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands before ``--``, and the operands after it."""
    words = list(argv)
    if "--" not in words:
        return words, []
    place = words.index("--")
    return words[:place], words[place + 1 :]


def _settings(option: Option, language: Language) -> dict[str, Any]:
    """What argparse is told about an option."""
    if not option.takes_value:
        return {"dest": option.key, "action": "store_true"}
    settings: dict[str, Any] = {
        "dest": option.key,
        "action": "append" if option.repeatable else "store",
    }
    if option.choices:
        settings["type"] = one_of(option.name, option.choices, language)
    elif option.suggested:
        settings["type"] = _name_or_one_of(option.name, option.suggested, language)
    elif option.values == "number":
        settings["type"] = _number(option.name, language)
    elif option.values == "output":
        settings["type"] = _output(option.name, language)
    return settings


def _name_or_one_of(
    option: str, allowed: Sequence[str], language: Language
) -> Callable[[str], str]:
    """A conversion that takes one of ``allowed``, or a name with a hyphen: rule packs give such."""
    convert = one_of(option, allowed, language)
    return lambda value: value if "-" in value else convert(value)


def _output(option: str, language: Language) -> Callable[[str], Output]:
    """A conversion of ``sarif:findings.sarif``."""
    known = one_of(option, tuple(FORMATS), language)

    def convert(value: str) -> Output:
        name, _, file = value.partition(":")
        if not file:
            message = say("error.no_output_file", language, option=option, value=value)
            raise UsageError(message, language)
        return Output(option, known(name), file)

    return convert


def _number(option: str, language: Language) -> Callable[[str], int]:
    def convert(value: str) -> int:
        if value.isdecimal() and len(value) < 6 and 1 <= int(value) <= MOST_JOBS:
            return int(value)
        message = say("error.not_a_number", language, option=option, most=MOST_JOBS, value=value)
        raise UsageError(message, language)

    return convert


def _value_trouble(command: Command, error: argparse.ArgumentError, language: Language) -> str:
    """What argparse can still find wrong: a value that is missing or not wanted."""
    name = (error.argument_name or "").rsplit("/", 1)[-1]
    option = command.option(name)
    if option is None or not option.takes_value:
        return say("error.value_unwanted", language, option=name)
    return say("error.value_missing", language, option=name, value=option.value_name(language))


def _operands(
    command: Command, rest: Sequence[str], after_dash: Sequence[str], language: Language
) -> tuple[str, ...]:
    for word in rest:
        if word.startswith("-") and word != "-":
            flags = [flag for option in command.options for flag in option.flags]
            raise unknown("error.no_option", word.split("=", 1)[0], flags, language)
    operands = (*rest, *after_dash)
    operand = command.operand
    if operand is None:
        if operands:
            message = say("error.unwanted_operand", language, value=operands[0])
            raise UsageError(message, language)
        return ()
    name = operand.value_name(language)
    if not operands:
        raise UsageError(say("error.no_operand", language, operand=name), language)
    if len(operands) > operand.number and not operand.several:
        excess = operands[operand.number]
        message = say("error.more_operands", language, operand=name, value=excess)
        raise UsageError(message, language)
    return operands
