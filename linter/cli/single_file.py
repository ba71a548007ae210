"""One file checked as ``nianbao check`` would, for whoever asks from within a program."""

from __future__ import annotations

from collections.abc import Sequence

from linter.cli.arguments import parsed
from linter.cli.commands import COMMANDS
from linter.cli.outputs import rule_pages
from linter.cli.planning import planned
from linter.cli.settling import settled
from linter.configuration.lookup import Configurations
from linter.corpus.checking import Task, check_task
from linter.model.rule import Language
from linter.reporting.run import Run


def checked_alone(
    argv: Sequence[str],
    data: bytes | None,
    stated: Language | None,
    configurations: Configurations | None = None,
) -> Run:
    """The run of ``check`` with the arguments ``argv``, which name one file.

    It has one result, or none where the configuration excludes the file. ``data`` is the
    content, None where it is to be read. Raises ``UsageError`` for arguments and ``Stopped`` for a
    configuration, a pack or a baseline that cannot be used.
    """
    plan = planned(parsed(COMMANDS["check"], argv, stated or "zh"), stated, configurations)
    files = [(assignment.source, assignment.plan) for assignment in plan.assignments]
    results = [check_task(Task(one.path, one.shown_as, how, data)) for one, how in files]
    after = settled(plan, results, None).results
    return Run(after, plan.rules, plan.language, rule_pages=rule_pages())
