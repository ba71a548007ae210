"""What is to be checked, and how: paths, configurations and command line put together."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from linter.cli.arguments import Arguments
from linter.cli.failures import UsageError
from linter.cli.rule_choice import plans_for
from linter.cli.rule_loading import configurations_for, require_sound
from linter.cli.wording import say
from linter.configuration.lookup import Configurations
from linter.corpus.checking import Plan
from linter.corpus.discovery import STANDARD_INPUT, Discovery, Source, absolute, discover
from linter.corpus.exclusion import Exclusion
from linter.model.rule import Language, Rule
from linter.records import record

_DEFAULT_FAIL_ON = "error"


@record
class Assignment:
    """One file, how to check it, and the severity (or ``never``) that fails it."""

    source: Source
    plan: Plan
    fail_on: str


@record
class Planned:
    """A whole run: ``rules`` are all that findings may name, ``format`` is None if unsaid."""

    assignments: tuple[Assignment, ...]
    without_files: tuple[str, ...]
    rules: Mapping[str, Rule]
    language: Language
    format: str | None


def planned(arguments: Arguments, stated: Language | None) -> Planned:
    """The run that ``arguments`` ask for; raises ``UsageError`` and ``Stopped``.

    What a run has only one of, its language and its format, is up to the command line, else
    to the configuration of the first path.
    """
    configurations = configurations_for(arguments.config)
    first = configurations.governing(_first_folder(arguments))
    language = stated or first.lang or "zh"
    _spare_sources(arguments, language)
    discovery = _discovered(arguments, configurations)
    governing = [configurations.governing(source.path.parent) for source in discovery.sources]
    require_sound(configurations.problems, language)
    distinct = tuple(dict.fromkeys((first, *governing)))
    plans, rules = plans_for(distinct, arguments, language)
    assignments = tuple(
        Assignment(source, plans[c], arguments.fail_on or c.fail_on or _DEFAULT_FAIL_ON)
        for source, c in zip(discovery.sources, governing, strict=True)
    )
    output_format = arguments.format or first.format
    return Planned(assignments, discovery.without_files, rules, language, output_format)


def _first_folder(arguments: Arguments) -> Path:
    operand = arguments.operands[0]
    if operand == STANDARD_INPUT:
        return absolute(arguments.stdin_filename or operand).parent
    path = absolute(operand)
    return path if path.is_dir() else path.parent


def _discovered(arguments: Arguments, configurations: Configurations) -> Discovery:
    command_line = Exclusion(arguments.exclude or (), absolute("."))
    output = None if arguments.output is None else absolute(arguments.output)
    configured: dict[Path, Exclusion] = {}

    def excluded(path: Path, root: Path, folder: bool) -> bool:
        if path == output or command_line.covers(path, root, folder=folder):
            return True
        configuration = configurations.governing(path.parent)
        file = configuration.file
        if file is None:
            return False
        if file not in configured:
            configured[file] = Exclusion(configuration.exclude, file.parent)
        return configured[file].covers(path, root, folder=folder)

    return discover(arguments.operands, excluded, arguments.stdin_filename)


def _spare_sources(arguments: Arguments, language: Language) -> None:
    """Refuses to write over a file that is to be read."""
    if arguments.output is None:
        return
    output = os.path.realpath(arguments.output)
    for operand in arguments.operands:
        if os.path.realpath(operand) == output:
            raise UsageError(say("error.overwrites", language, path=operand), language)
