"""What is to be checked, and how: paths, configurations and command line put together."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from linter.cli.arguments import Arguments
from linter.cli.failures import UsageError
from linter.cli.rule_choice import plans_for
from linter.cli.rule_loading import configurations_for, packs_of, require_sound
from linter.cli.wording import say
from linter.configuration.lookup import Configurations
from linter.configuration.model import NO_CONFIGURATION, Configuration
from linter.corpus.checking import Plan
from linter.corpus.discovery import STANDARD_INPUT, Discovery, Source, absolute, discover
from linter.corpus.exclusion import Exclusion
from linter.corpus.territory import Territory
from linter.model.rule import Language, Rule
from linter.records import record
from linter.suppression import clock

_DEFAULT_FAIL_ON = "error"


@record
class Assignment:
    """One file, how to check it, and the severity (or ``never``) that fails it.

    ``baseline`` is the file that lists what is known already, None where there is none.
    """

    source: Source
    plan: Plan
    fail_on: str
    configuration: Configuration = NO_CONFIGURATION
    baseline: Path | None = None


@record
class Planned:
    """A whole run: ``rules`` are all that findings may name, ``format`` is None if unsaid.

    ``territory`` is what it sees of the file system on the day ``today``.
    """

    assignments: tuple[Assignment, ...]
    without_files: tuple[str, ...]
    rules: Mapping[str, Rule]
    language: Language
    format: str | None
    territory: Territory
    today: datetime.date


def planned(
    arguments: Arguments, stated: Language | None, configurations: Configurations | None = None
) -> Planned:
    """The run that ``arguments`` ask for; raises ``UsageError`` and ``Stopped``.

    What a run has only one of, its language and its format, is up to the command line, else
    to the configuration of the first path. ``configurations`` are looked up anew where none
    are given.
    """
    configurations = configurations or configurations_for(arguments.config)
    first = configurations.governing(_first_folder(arguments))
    language = stated or first.lang or "zh"
    _spare_sources(arguments, language)
    discovery = _discovered(arguments, configurations)
    governing = [configurations.governing(source.path.parent) for source in discovery.sources]
    require_sound(configurations.problems, language)
    distinct = tuple(dict.fromkeys((first, *governing)))
    today = clock.today()
    plans, rules = plans_for(distinct, arguments, language, today)
    assignments = tuple(
        Assignment(
            source,
            plans[c],
            arguments.fail_on or c.fail_on or _DEFAULT_FAIL_ON,
            c,
            c.baseline if arguments.baseline is None else absolute(arguments.baseline),
        )
        for source, c in zip(discovery.sources, governing, strict=True)
    )
    return Planned(
        assignments,
        discovery.without_files,
        rules,
        language,
        arguments.format or first.format,
        _territory(arguments, discovery),
        today,
    )


def watched(arguments: Arguments) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The files that a run checks, and those that say how it does: each may change."""
    configurations = configurations_for(arguments.config)
    sources = _discovered(arguments, configurations).sources
    governing = [configurations.governing(source.path.parent) for source in sources]
    governing.append(configurations.governing(_first_folder(arguments)))
    folders = (folder for c in governing for folder in packs_of(c, arguments.rules))
    packs = (file for folder in dict.fromkeys(folders) for file in folder.glob("*.toml"))
    stated = (arguments.baseline, *(c.baseline for c in governing))
    baselines = (absolute(file) for file in stated if file is not None)
    rest = dict.fromkeys((*configurations.files, *packs, *baselines))
    return tuple(source.path for source in sources), tuple(rest)


def _territory(arguments: Arguments, discovery: Discovery) -> Territory:
    operands = (absolute(one) for one in arguments.operands if one != STANDARD_INPUT)
    folders = tuple(operand for operand in operands if operand.is_dir())
    files = (source.path for source in discovery.sources)
    return Territory(files, folders, complete=not arguments.exclude)


def _first_folder(arguments: Arguments) -> Path:
    operand = arguments.operands[0]
    if operand == STANDARD_INPUT:
        return absolute(arguments.stdin_filename or operand).parent
    path = absolute(operand)
    return path if path.is_dir() else path.parent


def _discovered(arguments: Arguments, configurations: Configurations) -> Discovery:
    command_line = Exclusion(arguments.exclude or (), absolute("."))
    outputs = {absolute(file) for _, file in _outputs(arguments)}
    configured: dict[Path, Exclusion] = {}

    def excluded(path: Path, root: Path, folder: bool) -> bool:
        if path in outputs or command_line.covers(path, root, folder=folder):
            return True
        configuration = configurations.governing(path.parent)
        file = configuration.file
        if file is None:
            return False
        if file not in configured:
            configured[file] = Exclusion(configuration.exclude, file.parent)
        return configured[file].covers(path, root, folder=folder)

    return discover(arguments.operands, excluded, arguments.stdin_filename)


def _outputs(arguments: Arguments) -> Iterator[tuple[str, str]]:
    """The files that a run writes its findings to, each with the option that says so."""
    if arguments.output is not None:
        yield "--output", arguments.output
    for output in arguments.output_format or ():
        if output.file is not None:
            yield output.option, output.file


def _spare_sources(arguments: Arguments, language: Language) -> None:
    """Refuses to write over a file that is to be read."""
    read = [*arguments.operands, *filter(None, (arguments.config, arguments.baseline))]
    for option, file in _outputs(arguments):
        _spare(option, file, read, language)
    if arguments.write_baseline is not None:
        _spare("--write-baseline", arguments.write_baseline, arguments.operands, language)


def _spare(option: str, file: str, read: Iterable[str], language: Language) -> None:
    for path in read:
        if os.path.realpath(path) == os.path.realpath(file):
            message = say("error.overwrites", language, option=option, path=path)
            raise UsageError(message, language)
