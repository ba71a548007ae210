"""What a run is written to: standard output or a file, and any number of files besides."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from linter.cli.failures import Stopped, UsageError
from linter.cli.streams import append, write
from linter.cli.wording import say
from linter.reporting.formats import FORMATS, is_missing, written

if TYPE_CHECKING:
    from linter.cli.arguments import Arguments
    from linter.model.rule import Language
    from linter.reporting.run import Run

RULE_PAGES = "NIANBAO_RULE_PAGES"
"""The variable that says under which address the pages of rules are published."""


STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file of the summary which GitHub shows for a step."""


class Output(NamedTuple):
    """A format and the file to write, None for standard output; ``option`` asked for it."""

    option: str
    format: str
    file: str | None


def outputs_of(
    arguments: Arguments, configured: str | None, language: Language
) -> tuple[Output, ...]:
    """All outputs of a run; raises ``UsageError`` and ``Stopped`` for those that cannot be.

    ``configured`` is the format of the first one, None if unsaid.
    """
    name = configured or _default_format(arguments.output)
    first = Output("--output", name, arguments.output)
    outputs = (first, *(arguments.output_format or ()))
    if FORMATS[name].binary and first.file is None and sys.stdout.isatty():
        raise UsageError(say("error.binary", language, format=name), language)
    _require_distinct(outputs, language)
    for output in outputs:
        form = FORMATS[output.format]
        if is_missing(form):
            facts = {"format": output.format, "needs": form.needs, "extra": form.extra}
            raise Stopped(say("error.extra", language, **facts), language)
    return outputs


def write_outputs(run: Run, outputs: Sequence[Output]) -> None:
    """Writes them all, each file all or nothing."""
    for output in outputs:
        write(_content(run, output), output.file, run.language)
    summary = os.environ.get(STEP_SUMMARY)
    if summary and any(output.format == "github" for output in outputs):
        from linter.reporting.exchange.markdown import job_summary

        append(job_summary(run), summary, run.language)


def rule_pages() -> str | None:
    """Where the pages of rules are published, as the environment says."""
    return os.environ.get(RULE_PAGES) or None


def _default_format(file: str | None) -> str:
    return "rich" if file is None and sys.stdout.isatty() else "plain"


def _content(run: Run, output: Output) -> str | bytes:
    if output.format == "rich" and output.file is None:
        from rich.console import Console

        from linter.reporting.drawn import drawn

        return drawn(run, Console())
    return written(run, output.format)


def _require_distinct(outputs: Sequence[Output], language: Language) -> None:
    seen: dict[str, str] = {}
    for output in outputs:
        if output.file is None:
            continue
        path = os.path.realpath(output.file)
        if path in seen:
            facts = {"option": output.option, "other": seen[path], "path": output.file}
            raise UsageError(say("error.same_output", language, **facts), language)
        seen[path] = output.option
