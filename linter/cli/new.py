"""``nianbao new``: the blank statutory form for a year and an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.cli.arguments import Arguments
from linter.cli.exit_status import ExitStatus
from linter.cli.failures import Stopped, UsageError
from linter.cli.report_files import require_target, write_report
from linter.cli.report_source import Source, source_of
from linter.cli.streams import write_err
from linter.cli.wording import say
from linter.forms import load_form
from linter.model.problem import InputProblem
from linter.model.rule import Language
from linter.reporting.quoting import printable

if TYPE_CHECKING:
    from linter.model.report import Report

_LAST_YEAR = 2100


def new(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Writes the form; with ``--previous`` what last year's report gives it stands in it."""
    source = source_of(arguments, stated, None)
    language = source.language
    previous_file = arguments.previous
    read = [previous_file] if previous_file else []
    output = require_target(arguments.output, read, language, force=arguments.force)
    previous = None
    if previous_file:
        try:
            previous = source.report(source.content(previous_file), previous_file)
        except InputProblem as problem:
            write_err(source.reason(previous_file, problem))
            return ExitStatus.NOT_CHECKED
    year = _year(arguments.year, previous, language)
    issuer = _issuer(arguments.issuer, previous, language)
    _write(source, previous, year, issuer, output)
    return ExitStatus.CLEAN


def _write(source: Source, previous: Report | None, year: int, issuer: str, output: str) -> None:
    from linter.writing.blank import blank_report
    from linter.writing.carrying import carried_over, offices_differ
    from linter.writing.editions import edition_in_force

    language = source.language
    form = load_form(source.edition or edition_in_force(year, source.own))
    if previous is None:
        write_report(blank_report(form, year, issuer), form, output, language)
        return
    figures = carried_over(previous, form)
    write_report(blank_report(form, year, issuer, figures), form, output, language)
    if offices_differ(previous, issuer):
        facts = {"previous": printable(previous.issuer or ""), "issuer": issuer}
        write_err(say("note.other_office", language, **facts) + "\n")
    write_err(say("note.carried_over", language, count=len(figures)) + "\n")


def _year(stated: str | None, previous: Report | None, language: Language) -> int:
    """The year of the report: what is stated, else the one after ``previous``."""
    from linter.structure.editions import first_year

    first, earlier = first_year(), previous.year if previous else None
    if stated is None:
        if earlier is None:
            raise _missing("--year", "metavar.year", language)
        return earlier + 1
    if not (stated.isascii() and stated.isdecimal() and first <= int(stated[:5]) <= _LAST_YEAR):
        facts = {"first": first, "last": _LAST_YEAR, "value": stated}
        raise UsageError(say("error.no_year", language, **facts), language)
    year = int(stated)
    if earlier is not None and earlier != year - 1:
        facts = {"found": earlier, "expected": year - 1}
        raise Stopped(say("error.previous_year", language, **facts), language)
    return year


def _issuer(stated: str | None, previous: Report | None, language: Language) -> str:
    issuer = (stated or "").strip() or (previous and previous.issuer)
    if not issuer:
        raise _missing("--issuer", "metavar.issuer", language)
    from linter.writing.drafting import one_line

    return one_line(issuer)


def _missing(option: str, metavar: str, language: Language) -> UsageError:
    value = say(metavar, language)
    return UsageError(say("error.option_missing", language, option=option, value=value), language)
