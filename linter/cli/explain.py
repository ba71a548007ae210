"""``nianbao explain`` and ``nianbao rules``: what the rules demand."""

from __future__ import annotations

import sys

from linter.cli.arguments import Arguments, with_nearest
from linter.cli.exit_status import ExitStatus
from linter.cli.failures import UsageError
from linter.cli.rule_loading import rules_here
from linter.cli.streams import write, write_out
from linter.cli.wording import say
from linter.model.rule import Language
from linter.selection import UnknownRule, rule_named


def explain(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Prints all about one rule, drawn where a person watches."""
    rule_set, language = rules_here(arguments.config, stated)
    try:
        rule = rule_named(arguments.operands[0], rule_set.rules.values())
    except UnknownRule as error:
        message = say("error.no_rule", language, name=error.name)
        raise UsageError(with_nearest(message, error.nearest, language), language) from error
    from linter.reporting.explanation import explanation, print_explanation

    if not sys.stdout.isatty():
        write_out(explanation(rule, language), language)
        return ExitStatus.CLEAN
    from rich.console import Console

    console = Console()
    with console.capture() as capture:
        print_explanation(rule, language, console)
    write_out(capture.get(), language)
    return ExitStatus.CLEAN


def rules(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Prints all rules as a table or as JSON."""
    rule_set, language = rules_here(arguments.config, stated)
    from linter.reporting.explanation import rules_json, rules_table

    as_text = rules_json if arguments.format == "json" else rules_table
    write(as_text(rule_set.rules.values(), language), arguments.output, language)
    return ExitStatus.CLEAN
