"""``nianbao check``: reports checked, findings shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from linter.cli.arguments import Arguments
from linter.cli.exit_status import ExitStatus, exit_status
from linter.cli.outputs import Output, outputs_of, rule_pages, write_outputs
from linter.cli.planning import Assignment, Planned, planned
from linter.cli.progress import followed
from linter.cli.settling import Settled, disabled, settled
from linter.cli.streams import read_in, write_err
from linter.cli.wording import say
from linter.corpus.checking import Task
from linter.corpus.run import checked
from linter.model.finding import FileResult
from linter.model.fix import Replacement
from linter.model.rule import Language
from linter.reporting.quoting import path_text
from linter.reporting.run import Run, Worksheet

if TYPE_CHECKING:
    from linter.cli.annotating import Copy


CheckAll = Callable[[Sequence[Task], int | None], Iterable[FileResult]]


def check(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Checks what ``arguments`` name, once or whenever it changes; the status says how it went."""
    if arguments.watch:
        from linter.cli.watch import watch

        return watch(arguments, stated)
    return check_once(arguments, stated)


def check_once(
    arguments: Arguments, stated: Language | None, check_all: CheckAll = checked
) -> ExitStatus:
    """Checks what ``arguments`` name; ``check_all`` gives the results of its files."""
    plan = planned(arguments, stated)
    outputs = outputs_of(arguments, plan.format, plan.language)
    tasks = [_task(assignment, plan.language) for assignment in plan.assignments]
    if arguments.previous is not None:
        from linter.cli.last_year import with_previous

        tasks = with_previous(tasks, arguments, plan.language)
    copies = _copies(arguments, tasks, plan.language)
    if arguments.fix or arguments.diff or arguments.unsafe_fixes or arguments.no_backup:
        from linter.cli import fixing

        fixing.require_sense(arguments, plan.language)
        if arguments.diff:
            return fixing.differences(plan, tasks, arguments)
        tasks = fixing.mended_tasks(plan, tasks, arguments)
        copies = _copies(arguments, tasks, plan.language)
        if any(task.data is not None for task in tasks):
            # Standard output is the mended file.
            outputs = tuple(output for output in outputs if output.file is not None)
    results = followed(
        check_all(tasks, arguments.jobs),
        len(tasks),
        plan.language,
        quiet=arguments.quiet,
    )
    after = settled(plan, results, arguments.write_baseline)
    status = _status(plan, after)
    run = Run(
        (*after.results, *(result for result, _ in after.configurations)),
        plan.rules,
        plan.language,
        statistics=arguments.statistics,
        quiet=arguments.quiet,
        verbose=arguments.verbose,
        baseline=any(assignment.baseline for assignment in plan.assignments),
        disabled=disabled(plan),
        exit_status=status,
        rule_pages=rule_pages(),
        replacements=_replacements(outputs, tasks, after),
        worksheets=_worksheets(outputs, tasks, after),
    )
    write_outputs(run, outputs)
    if copies:
        from linter.cli.annotating import write_copies

        if not write_copies(copies, run, quiet=arguments.quiet):
            status = ExitStatus.NOT_CHECKED
    for note in _notes(plan, after, arguments):
        write_err(note + "\n")
    return status


def _replacements(
    outputs: Sequence[Output], tasks: Sequence[Task], after: Settled
) -> Mapping[str, Sequence[Sequence[Replacement]]]:
    if all(output.format != "sarif" for output in outputs):
        return {}
    from linter.cli.replacing import replacements_of

    return replacements_of(tasks, after.results)


def _worksheets(
    outputs: Sequence[Output], tasks: Sequence[Task], after: Settled
) -> Mapping[str, Worksheet]:
    if all(output.format != "html" for output in outputs):
        return {}
    from linter.cli.worksheets import worksheets_of

    return worksheets_of(tasks, after.results)


def _copies(arguments: Arguments, tasks: Sequence[Task], language: Language) -> list[Copy]:
    if arguments.annotate is None:
        return []
    from linter.cli.annotating import planned_copies

    return planned_copies(arguments.annotate, tasks, language)


def _status(plan: Planned, after: Settled) -> ExitStatus:
    if plan.without_files:
        return ExitStatus.NOT_CHECKED
    severities = (assignment.fail_on for assignment in plan.assignments)
    return exit_status((*zip(after.results, severities, strict=True), *after.configurations))


def _task(assignment: Assignment, language: Language) -> Task:
    source = assignment.source
    data = None
    if source.standard_input:
        from linter.readers.limits import MAX_BYTES

        data = read_in(MAX_BYTES, language)
    return Task(source.path, source.shown_as, assignment.plan, data)


def _notes(plan: Planned, after: Settled, arguments: Arguments) -> Iterator[str]:
    """What the findings do not tell about the run."""
    for folder in plan.without_files:
        from linter.cli.help_page import suffixes

        yield say(
            "note.nothing_found",
            plan.language,
            path=path_text(folder),
            suffixes=suffixes(plan.language),
        )
    if arguments.quiet:
        return
    if not after.results and not plan.without_files:
        yield say("note.excluded", plan.language)
    no_reports = sum(
        assignment.source.searched and result.status == "not_a_report"
        for assignment, result in zip(plan.assignments, after.results, strict=True)
    )
    if no_reports:
        yield say("note.no_reports", plan.language, count=no_reports)
    if after.written is not None:
        path = path_text(str(arguments.write_baseline))
        yield say("note.written", plan.language, count=after.written, path=path)
    elif after.fixed:
        yield say("note.fixed", plan.language, count=after.fixed)
