"""Rules and configurations loaded, or the command stopped with all that is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.arguments import with_nearest
from linter.cli.failures import Stopped, UsageError
from linter.cli.wording import listed, say
from linter.configuration.lookup import Configurations
from linter.configuration.model import Configuration, ConfigurationProblem
from linter.corpus.checking import rules_of
from linter.corpus.discovery import absolute
from linter.model.rule import Language, Text
from linter.reporting.quoting import path_text

if TYPE_CHECKING:
    from linter.engine.packs import RuleSet


def rules_in(packs: Sequence[Path], language: Language) -> RuleSet:
    """The rules that come with the tool and those of ``packs``."""
    from linter.engine.packs import PackErrors

    try:
        return rules_of(tuple(packs))
    except PackErrors as errors:
        details = [
            line_of(Path(error.file), error.line, error.column, error.message, language)
            for error in errors.errors
        ]
        raise Stopped(say("error.packs", language), language, details) from errors


def require_sound(problems: Iterable[ConfigurationProblem], language: Language) -> None:
    """Stops where anything is wrong with a configuration."""
    details = [
        line_of(problem.file, problem.line, problem.column, problem.message, language)
        for problem in problems
    ]
    if details:
        raise Stopped(say("error.configuration", language), language, details)


def configurations_for(config: str | None) -> Configurations:
    """The configurations of a run: ``config`` for everything, or else the nearest of each."""
    return Configurations(None if config is None else absolute(config))


def packs_of(configuration: Configuration, folders: Sequence[str] | None) -> tuple[Path, ...]:
    """The folders of packs that a configuration and the command line name together."""
    named = (absolute(folder) for folder in folders or ())
    return tuple(dict.fromkeys((*configuration.rules, *named)))


def editions_in(rules: RuleSet) -> tuple[str, ...]:
    """Every name that can be given for the edition of the form."""
    from linter.forms import EDITIONS
    from linter.structure.reading import AUTO

    return (AUTO, *EDITIONS, *(own.id for own in rules.editions))


def require_edition(name: str | None, rules: RuleSet, language: Language) -> None:
    """Stops where the command line names an edition that there is not."""
    editions = editions_in(rules)
    if name is not None and name not in editions:
        message = say("error.no_edition", language, name=name, allowed=listed(editions, language))
        from linter.nearest_name import nearest

        raise UsageError(with_nearest(message, nearest(name, editions), language), language)


def rules_here(
    config: str | None, packs: Sequence[str] | None, stated: Language | None
) -> tuple[RuleSet, Language]:
    """The rules and the language that hold in the working folder."""
    configurations = configurations_for(config)
    configuration = configurations.governing(absolute("."))
    language = stated or configuration.lang or "zh"
    require_sound(configurations.problems, language)
    return rules_in(packs_of(configuration, packs), language), language


def line_of(file: Path, line: int, column: int, message: Text, language: Language) -> str:
    """What is wrong with a file, behind its place there; line 0 is no place."""
    place = f":{line}:{column}" if line else ""
    return f"{path_text(as_seen(file))}{place}: {message.in_language(language)}"


def as_seen(file: Path) -> str:
    """The path as short as it is from the working folder."""
    here = absolute(".")
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
