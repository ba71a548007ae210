"""``nianbao check --watch``: checks again whenever a file changes.

Files are looked at from time to time. Notifications of the operating system would be faster by
half a second, but do not come for network shares and many virtual machines, where reports lie.
"""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from linter.cli.arguments import Arguments
from linter.cli.check import check_once
from linter.cli.exit_status import ExitStatus
from linter.cli.failures import Stopped, UsageError
from linter.cli.planning import watched
from linter.cli.rule_loading import as_seen
from linter.cli.streams import write_err
from linter.cli.wording import PROGRAM, listed, say
from linter.corpus.checking import Plan, Task, forget_rules
from linter.corpus.discovery import STANDARD_INPUT
from linter.corpus.run import checked
from linter.model.finding import FileResult
from linter.model.rule import Language
from linter.records import record
from linter.reporting.quoting import path_text

Stamp = tuple[int, int, int] | None

_INTERVAL = 0.5
_LEAST_REST = 20
"""How many times as long as looking takes nothing is done."""
_LONGEST_REST = 5.0
_QUIET = 0.1
_MOST_QUIET = 20
"""How often in a row a file may change before it is checked nonetheless."""
_NAMED = 3


@record
class Sight:
    """What was seen of the files checked, and of those that say how, at one moment."""

    reports: Mapping[Path, Stamp]
    rest: Mapping[Path, Stamp]

    def changes(self, before: Sight) -> list[Path]:
        """The files that are new, gone or different, in order."""
        now, then = {**self.reports, **self.rest}, {**before.reports, **before.rest}
        return [path for path in {**now, **then} if now.get(path, ()) != then.get(path, ())]


def watch(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Checks until it is interrupted; the status is that of the last check."""
    language = stated or "zh"
    _require_sense(arguments, language)
    memory = _Memory()
    status = ExitStatus.INTERRUPTED
    try:
        seen = _quiet(arguments, _look(arguments))
        status = _first(arguments, stated, memory, language)
        while True:
            start = time.monotonic()
            now = _look(arguments)
            if now != seen:
                now = _quiet(arguments, now)
                _announce(now.changes(seen), arguments, language)
                if now.rest != seen.rest:
                    memory.forget()
                seen = now
                status = _again(arguments, stated, memory, language)
            rest = _LEAST_REST * (time.monotonic() - start)
            sleep(min(max(_INTERVAL, rest), _LONGEST_REST))
    except KeyboardInterrupt:
        return status


sleep = time.sleep


def _require_sense(arguments: Arguments, language: Language) -> None:
    """Refuses what writes into the files that are watched, and what cannot be read twice."""
    given = {
        "--fix": arguments.fix,
        "--diff": arguments.diff,
        "--annotate": arguments.annotate is not None,
        "--write-baseline": arguments.write_baseline is not None,
        STANDARD_INPUT: STANDARD_INPUT in arguments.operands,
    }
    for option in (name for name, stated in given.items() if stated):
        raise UsageError(say("error.watch", language, option=option), language)


class _Memory:
    """The results so far: what has not changed need not be checked again."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Stamp, Plan, FileResult]] = {}

    def forget(self) -> None:
        self._known.clear()
        forget_rules()

    def checked(self, tasks: Sequence[Task], jobs: int | None) -> Iterator[FileResult]:
        """The result of each task, as :func:`linter.corpus.run.checked`."""
        stamps = {task.path: _stamp(task.path) for task in tasks}
        new = [task for task in tasks if not self._knows(task, stamps[task.path])]
        for task, result in zip(new, checked(new, jobs), strict=True):
            self._known[task.path] = (stamps[task.path], task.plan, result)
        yield from (self._known[task.path][2] for task in tasks)

    def _knows(self, task: Task, stamp: Stamp) -> bool:
        known = self._known.get(task.path)
        return stamp is not None and known is not None and known[:2] == (stamp, task.plan)


def _first(
    arguments: Arguments, stated: Language | None, memory: _Memory, language: Language
) -> ExitStatus:
    """The first check, which a mistake on the command line ends."""
    _clear(arguments)
    try:
        status = check_once(arguments, stated, memory.checked)
    except Stopped as error:
        status = _told(error)
    _wait(arguments, language)
    return status


def _again(
    arguments: Arguments, stated: Language | None, memory: _Memory, language: Language
) -> ExitStatus:
    try:
        status = check_once(arguments, stated, memory.checked)
    except (Stopped, UsageError) as error:
        status = _told(error)
    _wait(arguments, language)
    return status


def _told(error: Stopped | UsageError) -> ExitStatus:
    """Says what keeps files from being checked now; it may be put right any moment."""
    details = error.details if isinstance(error, Stopped) else ()
    message = say("error", error.language, prog=f"{PROGRAM} check", message=error.message)
    write_err("".join(f"{line}\n" for line in (*details, message)))
    return ExitStatus.NOT_CHECKED


def _clear(arguments: Arguments) -> None:
    """An empty screen, where a person looks at one; the findings go there."""
    if arguments.output is None and sys.stdout.isatty():
        from rich.console import Console

        Console().clear()


def _announce(changes: Sequence[Path], arguments: Arguments, language: Language) -> None:
    _clear(arguments)
    names = [path_text(as_seen(path)) for path in changes[:_NAMED]]
    files = listed(names, language)
    if len(changes) > _NAMED:
        files = say("watch.more", language, files=files, count=len(changes))
    clock = datetime.datetime.now(datetime.UTC).astimezone().strftime("%H:%M:%S")
    write_err(say("watch.again", language, time=clock, files=files) + "\n")


def _wait(arguments: Arguments, language: Language) -> None:
    if not arguments.quiet:
        write_err(say("watch.waiting", language) + "\n")


def _look(arguments: Arguments) -> Sight:
    reports, rest = watched(arguments)
    return Sight(_stamps(reports), _stamps(rest))


def _quiet(arguments: Arguments, sight: Sight) -> Sight:
    """What is seen once nothing changes any more: editors write a file in several steps."""
    for _ in range(_MOST_QUIET):
        sleep(_QUIET)
        now = _look(arguments)
        if now == sight:
            break
        sight = now
    return sight


def _stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    """What tells one state of a file from another; None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
