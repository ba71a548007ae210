"""``nianbao extract``: one report as JSON data, or how it was read."""

from __future__ import annotations

import json
import sys

from linter.cli.arguments import Arguments
from linter.cli.exit_status import ExitStatus
from linter.cli.report_source import source_of
from linter.cli.streams import write, write_err
from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.model.report import Report
from linter.model.rule import Language


def extract(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Prints the data of one report, or on standard error why there is none."""
    operand = arguments.operands[0]
    source = source_of(arguments, stated, operand)
    try:
        document, report = source.both(source.content(operand))
    except InputProblem as problem:
        write_err(source.reason(source.name, problem))
        return ExitStatus.NOT_CHECKED
    if arguments.explain:
        text = _explained(document, report, arguments.output, source.language)
    else:
        text = _as_json(report)
    write(text, arguments.output, source.language)
    return ExitStatus.CLEAN


def _as_json(report: Report) -> str:
    from linter.extraction import report_as_data
    from linter.forms import load_form

    data = report_as_data(report, load_form(report.edition))
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _explained(document: Document, report: Report, output: str | None, language: Language) -> str:
    """How the report was read, as the terminal shows it, or without colours for a file."""
    from rich.console import Console

    from linter.forms import load_form
    from linter.reporting.resolution_page import resolution

    console = Console() if output is None and sys.stdout.isatty() else None
    return resolution(document, report, load_form(report.edition), language, console)
