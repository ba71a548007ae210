"""Which rules hold for the files of each configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.arguments import Arguments, with_nearest
from linter.cli.failures import UsageError
from linter.cli.rule_loading import require_sound, rules_in
from linter.cli.wording import say
from linter.configuration.model import Configuration, ConfigurationProblem
from linter.corpus.checking import Plan
from linter.model.rule import Language, Rule
from linter.selection import Choice, UnknownRule, require_known, selected

if TYPE_CHECKING:
    from linter.engine.packs import RuleSet


def plans_for(
    configurations: Sequence[Configuration], arguments: Arguments, language: Language
) -> tuple[Mapping[Configuration, Plan], Mapping[str, Rule]]:
    """The plan of each configuration under the command line, and all rules by their ids.

    Raises ``Stopped`` for a mistake in a pack or a configuration, ``UsageError`` for one on
    the command line.
    """
    rule_sets = {c.rules: rules_in(c.rules, language) for c in configurations}
    together = _together(rule_sets, language)
    command_line = _command_line_choice(arguments, together, language)
    require_sound(_unknown_names(configurations, rule_sets), language)
    plans = {
        c: Plan(
            c.rules,
            selected(rule_sets[c.rules].rules.values(), (Choice(c.select, c.ignore), command_line)),
            arguments.edition or c.edition or "auto",
        )
        for c in configurations
    }
    return plans, together.rules


def _together(rule_sets: Mapping[tuple[Path, ...], RuleSet], language: Language) -> RuleSet:
    """All rules that any file of the run may be checked by."""
    return rules_in(tuple(dict.fromkeys(pack for packs in rule_sets for pack in packs)), language)


def _unknown_names(
    configurations: Sequence[Configuration], rule_sets: Mapping[tuple[Path, ...], RuleSet]
) -> Iterator[ConfigurationProblem]:
    for configuration in configurations:
        if configuration.file is not None:
            from linter.configuration.reading import unknown_rules

            rules = rule_sets[configuration.rules].rules.values()
            yield from unknown_rules(configuration, rules)


def _command_line_choice(arguments: Arguments, rules: RuleSet, language: Language) -> Choice:
    select = None if arguments.select is None else _names(arguments.select)
    choice = Choice(select, _names(arguments.ignore or ()))
    try:
        require_known((*(choice.select or ()), *choice.ignore), rules.rules.values())
    except UnknownRule as error:
        message = say("error.no_rule", language, name=error.name)
        raise UsageError(with_nearest(message, error.nearest, language), language) from error
    return choice


def _names(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
