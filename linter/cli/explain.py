"""``nianbao explain`` and ``nianbao rules``: what the rules demand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter.cli.arguments import Arguments, with_nearest
from linter.cli.exit_status import ExitStatus
from linter.cli.failures import UsageError
from linter.cli.rule_loading import rules_here
from linter.cli.streams import write, write_out
from linter.cli.wording import say
from linter.model.rule import Language
from linter.selection import UnknownRule, rule_named

if TYPE_CHECKING:
    from linter.engine.packs import RuleSet
    from linter.model.rule import Rule


def explain(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Prints all about one rule, drawn where a person watches."""
    rule_set, language = rules_here(arguments.config, arguments.rules, stated)
    try:
        rule = rule_named(arguments.operands[0], rule_set.whole().rules.values())
    except UnknownRule as error:
        message = say("error.no_rule", language, name=error.name)
        raise UsageError(with_nearest(message, error.nearest, language), language) from error
    from linter.reporting.explanation import explanation, print_explanation

    shown = _shown(rule, rule_set, language)
    if not sys.stdout.isatty():
        write_out(explanation(rule, language, shown), language)
        return ExitStatus.CLEAN
    from rich.console import Console

    console = Console()
    with console.capture() as capture:
        print_explanation(rule, language, console, shown)
    write_out(capture.get(), language)
    return ExitStatus.CLEAN


def _shown(rule: Rule, rule_set: RuleSet, language: Language) -> list[str]:
    """What a check of the rejected example prints; nothing where it stands for a whole file."""
    from linter.examples import ExampleMistake, example_result
    from linter.reporting.plain import plain
    from linter.reporting.run import Run

    try:
        result = example_result(rule, rule.rejected, rule_set)
    except ExampleMistake:
        # What is wrong with a pack's examples is for `nianbao rules check` to say.
        return []
    return plain(Run((result,), rule_set.whole().rules, language, quiet=True)).splitlines()


def rules(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Prints all rules as a table or as JSON."""
    rule_set, language = rules_here(arguments.config, arguments.rules, stated)
    from linter.reporting.explanation import rules_json, rules_table

    as_text = rules_json if arguments.format == "json" else rules_table
    write(as_text(rule_set.whole().rules.values(), language), arguments.output, language)
    return ExitStatus.CLEAN
