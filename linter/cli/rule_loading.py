"""Rules and configurations loaded, or the command stopped with all that is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.failures import Stopped
from linter.cli.wording import say
from linter.configuration.lookup import Configurations
from linter.configuration.model import ConfigurationProblem
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
            _line(error.file, error.line, error.column, error.message, language)
            for error in errors.errors
        ]
        raise Stopped(say("error.packs", language), language, details) from errors


def require_sound(problems: Iterable[ConfigurationProblem], language: Language) -> None:
    """Stops where anything is wrong with a configuration."""
    details = [
        _line(_as_seen(problem.file), problem.line, problem.column, problem.message, language)
        for problem in problems
    ]
    if details:
        raise Stopped(say("error.configuration", language), language, details)


def configurations_for(config: str | None) -> Configurations:
    """The configurations of a run: ``config`` for everything, or else the nearest of each."""
    return Configurations(None if config is None else absolute(config))


def rules_here(config: str | None, stated: Language | None) -> tuple[RuleSet, Language]:
    """The rules and the language that hold in the working folder."""
    configurations = configurations_for(config)
    configuration = configurations.governing(absolute("."))
    language = stated or configuration.lang or "zh"
    require_sound(configurations.problems, language)
    return rules_in(configuration.rules, language), language


def _line(file: str, line: int, column: int, message: Text, language: Language) -> str:
    place = f":{line}:{column}" if line else ""
    return f"{path_text(file)}{place}: {message.in_language(language)}"


def _as_seen(file: Path) -> str:
    """The path as short as it is from the working folder."""
    here = absolute(".")
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
