"""``nianbao check --annotate``: copies of the files with their findings in them."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from pathlib import Path

from linter.annotation.copies import annotated
from linter.cli.failures import Stopped, UsageError
from linter.cli.streams import write, write_err
from linter.cli.wording import say
from linter.corpus.checking import Task
from linter.file_errors import file_error
from linter.model.finding import FileResult
from linter.model.rule import Language
from linter.records import record
from linter.reporting.quoting import path_text
from linter.reporting.run import Run


@record
class Copy:
    """A file and where its annotated copy goes."""

    task: Task
    target: Path


def planned_copies(stated: str, tasks: Sequence[Task], language: Language) -> list[Copy]:
    """The copy of each file: ``stated`` is the copy of a single one, a folder of several.

    Below the folder they stand as the files do. Raises ``UsageError`` rather than write over
    a file that is checked.
    """
    paths = [task.path.resolve() for task in tasks]
    out = Path(stated)
    if len(tasks) == 1 and not out.is_dir() and not stated.endswith(("/", os.sep)):
        targets = [out]
    else:
        root = Path(os.path.commonpath([path.parent for path in paths])) if paths else out
        targets = [out / path.relative_to(root) for path in paths]
    for target in targets:
        if target.resolve() in paths:
            message = say("error.overwrites", language, option="--annotate", path=target)
            raise UsageError(message, language)
    return [Copy(task, target) for task, target in zip(tasks, targets, strict=True)]


def write_copies(copies: Sequence[Copy], run: Run, *, quiet: bool) -> bool:
    """Writes the copies; False where one of the files cannot be annotated."""
    results = {result.path: result for result in run.results}
    written = [_write(copy, results[copy.task.shown_as], run) for copy in copies]
    if not quiet:
        write_err(say("note.annotated", run.language, count=sum(written)) + "\n")
    return all(written)


def _write(copy: Copy, result: FileResult, run: Run) -> bool:
    heading = say("annotation.heading", run.language, count=len(result.findings))
    now = datetime.datetime.now(datetime.UTC)
    try:
        data = copy.task.path.read_bytes() if copy.task.data is None else copy.task.data
        made = annotated(data, result, run, heading, now)
        if made is not None:
            copy.target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = file_error(error).in_language(run.language)
        message = say("error.output", run.language, path=copy.target, reason=reason)
        raise Stopped(message, run.language) from error
    if made is None:
        path = path_text(copy.task.shown_as)
        write_err(say("note.not_annotated", run.language, path=path) + "\n")
        return False
    write(made, str(copy.target), run.language)
    return True
