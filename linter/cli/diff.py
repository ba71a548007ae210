"""``nianbao diff``: what is different between two reports."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.arguments import Arguments
from linter.cli.exit_status import ExitStatus
from linter.cli.failures import UsageError
from linter.cli.rule_choice import plans_for
from linter.cli.rule_loading import configurations_for, require_sound
from linter.cli.streams import read_in, write, write_err
from linter.cli.wording import say
from linter.corpus.checking import Plan, Task, check_task
from linter.corpus.discovery import STANDARD_INPUT, absolute
from linter.model.finding import FileResult
from linter.model.rule import Language, Rule
from linter.suppression import clock

if TYPE_CHECKING:
    from linter.reporting.comparison.entries import Compared


def diff(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Compares the two reports; the status says whether they differ."""
    operands = arguments.operands
    names = [_name(operand, arguments) for operand in operands]
    configurations = configurations_for(arguments.config)
    configuration = configurations.governing(absolute(names[-1]).parent)
    language = stated or configuration.lang or "zh"
    _require_two(operands, language)
    require_sound(configurations.problems, language)
    plans, rules = plans_for([configuration], arguments, language, clock.today())
    plan = plans[configuration]
    results = [_checked(*pair, plan, language) for pair in zip(operands, names, strict=True)]
    if any(result.report is None for result in results):
        return _not_compared(results, rules, language)
    from linter.comparison.comparing import compare
    from linter.reporting.comparison.entries import Compared

    comparison = compare(*results)
    compared = Compared(comparison, rules, language)
    write(_written(compared, arguments), arguments.output, language)
    return ExitStatus.FINDINGS if comparison.differs else ExitStatus.CLEAN


def _require_two(operands: tuple[str, ...], language: Language) -> None:
    if len(operands) != 2 or operands.count(STANDARD_INPUT) > 1:
        raise UsageError(say("error.two_reports", language, count=len(operands)), language)


def _name(operand: str, arguments: Arguments) -> str:
    standard_input = operand == STANDARD_INPUT
    return (arguments.stdin_filename or operand) if standard_input else operand


def _checked(operand: str, name: str, plan: Plan, language: Language) -> FileResult:
    data = None
    if operand == STANDARD_INPUT:
        from linter.readers.limits import MAX_BYTES

        data = read_in(MAX_BYTES, language)
    return check_task(Task(Path(operand), name, plan, data))


def _not_compared(
    results: list[FileResult], rules: Mapping[str, Rule], language: Language
) -> ExitStatus:
    from linter.reporting.plain import plain
    from linter.reporting.run import Run

    unread = tuple(result for result in results if result.report is None)
    write_err(plain(Run(unread, rules, language, quiet=True)))
    return ExitStatus.NOT_CHECKED


def _written(compared: Compared, arguments: Arguments) -> str:
    on_terminal = arguments.output is None and sys.stdout.isatty()
    match arguments.format or ("rich" if on_terminal else "plain"):
        case "json":
            from linter.reporting.comparison.data import comparison_json as written
        case "markdown":
            from linter.reporting.comparison.markdown import markdown as written
        case "plain":
            from linter.reporting.comparison.plain import plain as written
        case _:
            return _drawn(compared, arguments)
    return written(compared)


def _drawn(compared: Compared, arguments: Arguments) -> str:
    from linter.reporting.comparison.terminal import drawn_comparison

    if arguments.output is not None:
        return drawn_comparison(compared)
    from rich.console import Console

    return drawn_comparison(compared, Console())
