"""A configuration file read, checked against its schema and made usable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from linter.configuration import wording
from linter.configuration.entries import disablings, impossible_dates, suppressions
from linter.configuration.model import (
    Configuration,
    ConfigurationErrors,
    ConfigurationProblem,
)
from linter.configuration.source import Source, read_source, shown
from linter.configuration.validation import problems
from linter.model.rule import Rule
from linter.nearest_name import nearest
from linter.selection import UnknownRule, require_known


def read_configuration(file: Path) -> Configuration:
    """The configuration in ``file``; raises :class:`ConfigurationErrors`."""
    source = read_source(file)
    found = problems(source) or [*_missing_folders(source), *impossible_dates(source)]
    if found:
        raise ConfigurationErrors(found)
    settings = source.settings
    return Configuration(
        file=file,
        select=tuple(settings["select"]) if "select" in settings else None,
        ignore=tuple(settings.get("ignore", ())),
        fail_on=settings.get("fail_on"),
        edition=settings.get("edition"),
        lang=settings.get("lang"),
        format=settings.get("format"),
        exclude=tuple(settings.get("exclude", ())),
        rules=tuple(_beside(file, folder) for folder in settings.get("rules", ())),
        preview=settings.get("preview", False),
        baseline=_beside(file, settings["baseline"]) if "baseline" in settings else None,
        suppress=suppressions(source),
        disable=disablings(source),
    )


def unknown_rules(
    configuration: Configuration, rules: Iterable[Rule]
) -> Iterator[ConfigurationProblem]:
    """What ``configuration`` selects or ignores although no rule is called so."""
    if configuration.file is None:
        return
    known = tuple(rules)
    for key, names in (("select", configuration.select or ()), ("ignore", configuration.ignore)):
        for position, name in enumerate(names):
            try:
                require_known((name,), known)
            except UnknownRule as error:
                message = wording.unknown_rule(key, name, error.nearest)
                yield read_source(configuration.file).problem((key, position), message)


def unknown_edition(
    configuration: Configuration, editions: Sequence[str]
) -> Iterator[ConfigurationProblem]:
    """The edition that ``configuration`` names although there is none of that name."""
    name = configuration.edition
    if configuration.file is not None and name is not None and name not in editions:
        message = wording.not_one_of("edition", shown(name), editions, nearest(name, editions))
        yield read_source(configuration.file).problem(("edition",), message)


def _missing_folders(source: Source) -> Iterator[ConfigurationProblem]:
    for position, folder in enumerate(source.settings.get("rules", ())):
        if not _beside(source.file, folder).is_dir():
            message = wording.no_such_folder("rules", folder)
            yield source.problem(("rules", position), message)


def _beside(file: Path, name: str) -> Path:
    return file.absolute().parent / name
