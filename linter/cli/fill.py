"""``nianbao fill``: a report written from its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.cli.arguments import Arguments
from linter.cli.exit_status import ExitStatus
from linter.cli.report_files import require_target, stopped_by, write_report
from linter.cli.report_source import Source, source_of
from linter.cli.streams import write_err
from linter.cli.wording import say
from linter.corpus.discovery import STANDARD_INPUT
from linter.forms import load_form
from linter.model.problem import InputProblem
from linter.model.rule import Language
from linter.reporting.quoting import path_text

if TYPE_CHECKING:
    from linter.writing.report_data import ReportData


def fill(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Writes the report that the data describes, its totals worked out."""
    from linter.writing.mistakes import DataMistakes
    from linter.writing.totals import with_totals

    operand = arguments.operands[0]
    source = source_of(arguments, stated, operand)
    language = source.language
    read = [] if operand == STANDARD_INPUT else [operand]
    output = require_target(arguments.output, read, language, force=arguments.force)
    try:
        data = _data(source, operand)
        form = load_form(data.edition)
        complete = with_totals(data, form, zeros=arguments.zeros)
    except InputProblem as problem:
        write_err(source.reason(source.name, problem))
        return ExitStatus.NOT_CHECKED
    except DataMistakes as mistakes:
        raise stopped_by(mistakes, path_text(source.name), language) from mistakes
    write_report(complete, form, output, language)
    return ExitStatus.CLEAN


def _data(source: Source, operand: str) -> ReportData:
    from linter.readers.limits import MAX_BYTES, require
    from linter.writing.data_checking import checked
    from linter.writing.data_files import data_format, data_of_report, parsed

    data = source.content(operand)
    kind = data_format(data, source.name)
    if kind != "report":
        require("bytes", len(data), MAX_BYTES)
        return checked(parsed(data, kind), source.own, source.edition)
    report = source.report(data)
    if report.other_tables:
        count = len(report.other_tables)
        write_err(say("note.other_tables", source.language, count=count) + "\n")
    return data_of_report(report, load_form(report.edition))
