"""``nianbao check --fix`` and ``--diff``: files mended, or what would be changed in them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from linter.cli.exit_status import ExitStatus
from linter.cli.failures import Stopped, UsageError
from linter.cli.settling import settled
from linter.cli.streams import write, write_err
from linter.cli.wording import say
from linter.corpus.checking import Task, check_task
from linter.corpus.run import checked
from linter.fingerprints import finding_fingerprint
from linter.model.finding import FileResult
from linter.model.fix import Fix
from linter.model.rule import Language
from linter.records import record, replace
from linter.repair.backup import keep
from linter.repair.difference import difference
from linter.repair.rounds import in_rounds
from linter.repair.tidying import tidying

if TYPE_CHECKING:
    from linter.cli.arguments import Arguments
    from linter.cli.planning import Planned


@record
class _Mended:
    """A file before and after; ``made`` counts the fixes, ``unsafe`` those that wait for a word."""

    task: Task
    result: FileResult
    before: bytes
    after: bytes
    made: int
    unsafe: int

    @property
    def changed(self) -> bool:
        return self.before != self.after


def require_sense(arguments: Arguments, language: Language) -> None:
    """Refuses options that say how to fix where nothing is to be fixed."""
    if arguments.fix or arguments.diff:
        return
    given = {"--unsafe-fixes": arguments.unsafe_fixes, "--no-backup": arguments.no_backup}
    for option in (name for name, stated in given.items() if stated):
        raise UsageError(say("error.fix_alone", language, option=option), language)


def differences(plan: Planned, tasks: Sequence[Task], arguments: Arguments) -> ExitStatus:
    """Prints what fixing would change; 1 if anything, 2 if a file could not be checked."""
    mended = list(_mended(plan, tasks, arguments))
    diffs = (difference(m.before, m.after, m.task.shown_as) for m in mended if m.changed)
    write("".join(diffs), arguments.output, plan.language)
    _tell("note.would_fix", mended, plan.language, arguments)
    if plan.without_files or any(one.result.status != "checked" for one in mended):
        return ExitStatus.NOT_CHECKED
    return ExitStatus.FINDINGS if any(one.changed for one in mended) else ExitStatus.CLEAN


def mended_tasks(plan: Planned, tasks: Sequence[Task], arguments: Arguments) -> list[Task]:
    """Writes the files that can be mended; the tasks to check what they are now.

    Standard input goes to standard output, mended or not.
    """
    mended = list(_mended(plan, tasks, arguments))
    for one in mended:
        if one.task.data is not None:
            write(one.after, None, plan.language)
        elif one.changed:
            _write(one, plan.language, backup=not arguments.no_backup)
    _tell("note.mended", mended, plan.language, arguments)
    return [
        one.task if one.task.data is None else replace(one.task, data=one.after) for one in mended
    ]


def _mended(plan: Planned, tasks: Sequence[Task], arguments: Arguments) -> Iterator[_Mended]:
    after = settled(plan, checked(tasks, arguments.jobs), None)
    for task, result in zip(tasks, after.results, strict=True):
        yield _of_file(task, result, unsafe=arguments.unsafe_fixes)


def _of_file(task: Task, result: FileResult, *, unsafe: bool) -> _Mended:
    """The file with all fixes made, those of suppressed findings left out."""
    if result.status != "checked":
        return _Mended(task, result, task.data or b"", task.data or b"", 0, 0)
    before = task.path.read_bytes() if task.data is None else task.data
    suppressed = {finding_fingerprint(one.finding) for one in result.suppressed}

    def wanted(now: FileResult) -> list[Fix]:
        return [fix for fix in _fixes(now, suppressed) if unsafe or fix.safe]

    done = in_rounds(
        before,
        task.shown_as,
        result,
        wanted,
        lambda data: check_task(replace(task, data=data)),
        datetime.datetime.now(datetime.UTC),
    )
    waiting = 0 if unsafe else sum(not fix.safe for fix in _fixes(done.result, suppressed))
    return _Mended(task, result, before, done.data, done.made, waiting)


def _fixes(result: FileResult, suppressed: set[str]) -> list[Fix]:
    found = [
        finding.fix
        for finding in result.findings
        if finding.fix and finding_fingerprint(finding) not in suppressed
    ]
    return [*found, *(tidying(result.report) if result.report else ())]


def _write(mended: _Mended, language: Language, *, backup: bool) -> None:
    from linter.atomic_file import write_atomically
    from linter.file_errors import file_error

    path = mended.task.path.resolve()
    try:
        if backup:
            keep(path, mended.before)
        write_atomically(path, mended.after)
    except OSError as error:
        reason = file_error(error).in_language(language)
        message = say("error.output", language, path=mended.task.shown_as, reason=reason)
        raise Stopped(message, language) from error


def _tell(key: str, mended: Sequence[_Mended], language: Language, arguments: Arguments) -> None:
    if arguments.quiet:
        return
    made, unsafe = sum(one.made for one in mended), sum(one.unsafe for one in mended)
    files = sum(one.changed for one in mended)
    write_err(say(key, language, count=made, files=files) + "\n")
    if unsafe:
        write_err(say("note.unsafe", language, count=unsafe) + "\n")
