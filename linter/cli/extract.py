"""``nianbao extract``: one report as JSON data, or how it was read."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from linter.cli.arguments import Arguments
from linter.cli.exit_status import ExitStatus
from linter.cli.rule_loading import (
    configurations_for,
    packs_of,
    require_edition,
    require_sound,
    rules_in,
)
from linter.cli.streams import read_in, write, write_err
from linter.configuration.model import Configuration
from linter.corpus.discovery import STANDARD_INPUT, absolute
from linter.file_errors import unreadable_reason
from linter.model.document import Document
from linter.model.edition import OwnEdition
from linter.model.problem import InputProblem
from linter.model.report import Report
from linter.model.rule import Language
from linter.pipeline import read_both


def extract(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Prints the data of one report, or on standard error why there is none."""
    operand = arguments.operands[0]
    name = operand
    if operand == STANDARD_INPUT:
        name = arguments.stdin_filename or operand
    configurations = configurations_for(arguments.config)
    configuration = configurations.governing(absolute(name).parent)
    language = stated or configuration.lang or "zh"
    require_sound(configurations.problems, language)
    edition = arguments.edition or configuration.edition
    own = _own_editions(packs_of(configuration, arguments.rules), edition, language)
    try:
        data = _content(operand, language)
        document, report = read_both(data, name, edition or "auto", own)
    except InputProblem as problem:
        write_err(_reason(name, problem, configuration, language))
        return ExitStatus.NOT_CHECKED
    if arguments.explain:
        write(_explained(document, report, arguments.output, language), arguments.output, language)
    else:
        write(_as_json(report), arguments.output, language)
    return ExitStatus.CLEAN


def _content(operand: str, language: Language) -> bytes:
    from linter.readers.limits import MAX_BYTES

    if operand == STANDARD_INPUT:
        return read_in(MAX_BYTES, language)
    try:
        with Path(operand).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputProblem("E901", reason=unreadable_reason(error)) from error


def _own_editions(
    packs: Sequence[Path], edition: str | None, language: Language
) -> Sequence[OwnEdition]:
    """The editions that the packs declare; nothing is loaded where no pack could."""
    if not packs and (edition is None or "-" not in edition):
        return ()
    rules = rules_in(packs, language)
    require_edition(edition, rules, language)
    return rules.editions


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


def _reason(
    name: str, problem: InputProblem, configuration: Configuration, language: Language
) -> str:
    """The finding that ``check`` would make of it, in one line."""
    from linter.pipeline import failed
    from linter.reporting.plain import plain
    from linter.reporting.run import Run

    rules = rules_in(configuration.rules, language)
    return plain(Run((failed(name, problem, rules),), rules.rules, language, quiet=True))
