"""``nianbao check``: reports checked, findings shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from linter.cli.arguments import Arguments
from linter.cli.exit_status import ExitStatus, exit_status
from linter.cli.planning import Assignment, Planned, planned
from linter.cli.progress import followed
from linter.cli.streams import read_in, write, write_err
from linter.cli.wording import say
from linter.corpus.checking import Task
from linter.corpus.run import checked
from linter.model.finding import FileResult
from linter.model.rule import Language
from linter.reporting.quoting import path_text
from linter.reporting.run import Run

_FILE_WIDTH = 100


def check(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Checks what ``arguments`` name; the status says how it went."""
    plan = planned(arguments, stated)
    tasks = [_task(assignment, plan.language) for assignment in plan.assignments]
    results = tuple(
        followed(
            checked(tasks, arguments.jobs),
            len(tasks),
            plan.language,
            quiet=arguments.quiet,
        )
    )
    run = Run(
        results,
        plan.rules,
        plan.language,
        statistics=arguments.statistics,
        quiet=arguments.quiet,
        verbose=arguments.verbose,
    )
    write(shown(run, plan.format, arguments.output), arguments.output, plan.language)
    for note in _notes(plan, results, quiet=arguments.quiet):
        write_err(note + "\n")
    if plan.without_files:
        return ExitStatus.NOT_CHECKED
    severities = (assignment.fail_on for assignment in plan.assignments)
    return exit_status(zip(results, severities, strict=True))


def shown(run: Run, output_format: str | None, output: str | None) -> str:
    """The run in the format asked for; without one, drawn for a terminal and plain elsewhere."""
    if output_format is None:
        output_format = "rich" if output is None and sys.stdout.isatty() else "plain"
    match output_format:
        case "json":
            from linter.reporting.findings_json import findings_json

            return findings_json(run)
        case "plain":
            from linter.reporting.plain import plain

            return plain(run)
    return _drawn(run, output)


def _drawn(run: Run, output: str | None) -> str:
    import io

    from rich.console import Console

    from linter.reporting.terminal import print_report

    if output is None:
        console = Console()
    else:
        console = Console(file=io.StringIO(), width=_FILE_WIDTH, color_system=None)
    # Captured, so that a reader who leaves (| head) is met in one place only.
    with console.capture() as capture:
        print_report(run, console)
    return capture.get()


def _task(assignment: Assignment, language: Language) -> Task:
    source = assignment.source
    data = None
    if source.standard_input:
        from linter.readers.limits import MAX_BYTES

        data = read_in(MAX_BYTES, language)
    return Task(source.path, source.shown_as, assignment.plan, data)


def _notes(plan: Planned, results: Sequence[FileResult], *, quiet: bool) -> Iterator[str]:
    """What the findings do not tell about the run."""
    for folder in plan.without_files:
        from linter.cli.help_page import suffixes

        yield say(
            "note.nothing_found",
            plan.language,
            path=path_text(folder),
            suffixes=suffixes(plan.language),
        )
    if quiet:
        return
    if not results and not plan.without_files:
        yield say("note.excluded", plan.language)
    no_reports = sum(
        assignment.source.searched and result.status == "not_a_report"
        for assignment, result in zip(plan.assignments, results, strict=True)
    )
    if no_reports:
        yield say("note.no_reports", plan.language, count=no_reports)
