"""Last year's report beside the one that is checked (``--previous``)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from linter.cli.arguments import Arguments
from linter.cli.failures import Stopped, UsageError
from linter.cli.report_source import source_of
from linter.cli.wording import say
from linter.corpus.checking import Task
from linter.model.previous import Previous
from linter.model.problem import InputProblem
from linter.model.rule import Language
from linter.records import replace


def with_previous(tasks: Sequence[Task], arguments: Arguments, language: Language) -> list[Task]:
    """The one task with last year's report.

    Raises ``UsageError`` where there are several files, ``Stopped`` where it cannot be read.
    """
    file = arguments.previous
    if file is None:
        return list(tasks)
    if len(tasks) > 1:
        raise UsageError(say("error.previous_of_several", language), language)
    source = source_of(arguments, language, file)
    try:
        report = source.report(source.content(file), file)
    except InputProblem as problem:
        reason = source.reason(file, problem).rstrip("\n")
        raise Stopped(say("error.previous", language, reason=reason), language) from problem
    numbers = {
        path: value.value
        for path, value in report.values.items()
        if path.split(".", 1)[0] in report.tables and isinstance(value.value, int | Decimal)
    }
    return [replace(task, previous=Previous(report.year, numbers)) for task in tasks]
