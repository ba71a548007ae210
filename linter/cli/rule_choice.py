"""Which rules hold for the files of each configuration."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.arguments import Arguments, with_nearest
from linter.cli.failures import UsageError
from linter.cli.rule_loading import (
    editions_in,
    packs_of,
    require_edition,
    require_sound,
    rules_in,
)
from linter.cli.wording import say
from linter.configuration.model import Configuration, ConfigurationProblem
from linter.corpus.checking import Plan
from linter.model.rule import Language, Rule
from linter.selection import Choice, UnknownRule, require_known, selected

if TYPE_CHECKING:
    from linter.engine.packs import RuleSet


def plans_for(
    configurations: Sequence[Configuration],
    arguments: Arguments,
    language: Language,
    today: datetime.date,
) -> tuple[Mapping[Configuration, Plan], Mapping[str, Rule]]:
    """The plan of each configuration under the command line, and all rules by their ids.

    Raises ``Stopped`` for a mistake in a pack or a configuration, ``UsageError`` for one on
    the command line.
    """
    packs = {c: packs_of(c, arguments.rules) for c in configurations}
    rule_sets = {c: rules_in(packs[c], language) for c in configurations}
    together = _together(packs.values(), language)
    command_line = _command_line_choice(arguments, together, language)
    require_sound(_unknown_names(configurations, rule_sets), language)
    for c in configurations:
        require_edition(arguments.edition, rule_sets[c], language)
    plans = {
        c: Plan(
            packs[c],
            selected(rule_sets[c].whole().rules.values(), (choice_of(c), command_line)),
            arguments.edition or c.edition or "auto",
            today,
        )
        for c in configurations
    }
    return plans, together.whole().rules


def choice_of(configuration: Configuration) -> Choice:
    """What a configuration selects: no protected rule is off but by name and with a reason."""
    return Choice(
        configuration.select,
        configuration.ignore,
        preview=configuration.preview,
        disabled=tuple(entry.rule for entry in configuration.disable),
        bound=True,
    )


def _together(packs: Iterable[Sequence[Path]], language: Language) -> RuleSet:
    """All rules that any file of the run may be checked by."""
    return rules_in(tuple(dict.fromkeys(pack for some in packs for pack in some)), language)


def _unknown_names(
    configurations: Sequence[Configuration], rule_sets: Mapping[Configuration, RuleSet]
) -> Iterator[ConfigurationProblem]:
    for configuration in configurations:
        if configuration.file is not None:
            from linter.configuration.reading import unknown_edition, unknown_rules
            from linter.configuration.rule_names import misnamed

            rules = rule_sets[configuration]
            yield from unknown_rules(configuration, rules.whole().rules.values())
            yield from misnamed(configuration, rules.whole().rules.values())
            yield from unknown_edition(configuration, editions_in(rules))


def _command_line_choice(arguments: Arguments, rules: RuleSet, language: Language) -> Choice:
    select = None if arguments.select is None else _names(arguments.select)
    choice = Choice(select, _names(arguments.ignore or ()), preview=arguments.preview)
    try:
        require_known((*(choice.select or ()), *choice.ignore), rules.whole().rules.values())
    except UnknownRule as error:
        message = say("error.no_rule", language, name=error.name)
        raise UsageError(with_nearest(message, error.nearest, language), language) from error
    return choice


def _names(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
