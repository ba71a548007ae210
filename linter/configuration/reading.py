"""A configuration file read, checked against its schema and made usable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.configuration import wording
from linter.configuration.model import (
    Configuration,
    ConfigurationErrors,
    ConfigurationProblem,
)
from linter.configuration.source import Source, read_source
from linter.configuration.validation import problems
from linter.model.rule import Rule
from linter.selection import UnknownRule, require_known


def read_configuration(file: Path) -> Configuration:
    """The configuration in ``file``; raises :class:`ConfigurationErrors`."""
    source = read_source(file)
    found = problems(source) or list(_missing_folders(source))
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


def _missing_folders(source: Source) -> Iterator[ConfigurationProblem]:
    for position, folder in enumerate(source.settings.get("rules", ())):
        if not _beside(source.file, folder).is_dir():
            message = wording.no_such_folder("rules", folder)
            yield source.problem(("rules", position), message)


def _beside(file: Path, name: str) -> Path:
    return file.absolute().parent / name
