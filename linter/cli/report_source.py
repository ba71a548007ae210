"""One report that a command reads: its bytes, on which form it is, why it cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from linter.cli.arguments import Arguments
from linter.cli.rule_loading import (
    configurations_for,
    packs_of,
    require_edition,
    require_sound,
    rules_in,
)
from linter.cli.streams import read_in
from linter.configuration.model import Configuration
from linter.corpus.discovery import STANDARD_INPUT, absolute
from linter.file_errors import unreadable_reason
from linter.model.document import Document
from linter.model.edition import OwnEdition
from linter.model.problem import InputProblem
from linter.model.report import Report
from linter.model.rule import Language
from linter.pipeline import read_both, read_report
from linter.records import record
from linter.structure.reading import AUTO


@record
class Source:
    """What governs the file ``name``; ``edition`` is None where nobody asks for one.

    ``own`` are the editions that packs declare.
    """

    name: str
    language: Language
    configuration: Configuration
    edition: str | None
    own: Sequence[OwnEdition]

    def content(self, operand: str) -> bytes:
        """The bytes of the file ``operand``, or of standard input."""
        from linter.readers.limits import MAX_BYTES

        if operand == STANDARD_INPUT:
            return read_in(MAX_BYTES, self.language)
        try:
            with Path(operand).open("rb") as stream:
                return stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise InputProblem("E901", reason=unreadable_reason(error)) from error

    def report(self, data: bytes, name: str | None = None) -> Report:
        """The report that ``data`` holds; raises :class:`InputProblem`."""
        return read_report(data, name or self.name, self.edition or AUTO, self.own)

    def both(self, data: bytes) -> tuple[Document, Report]:
        """As :meth:`report`, with the document from which it was read."""
        return read_both(data, self.name, self.edition or AUTO, self.own)

    def reason(self, name: str, problem: InputProblem) -> str:
        """The finding that ``check`` would make of ``problem``, in one line."""
        from linter.pipeline import failed
        from linter.reporting.plain import plain
        from linter.reporting.run import Run

        rules = rules_in(self.configuration.rules, self.language)
        results = (failed(name, problem, rules),)
        return plain(Run(results, rules.rules, self.language, quiet=True))


def source_of(arguments: Arguments, stated: Language | None, operand: str | None) -> Source:
    """What governs the file ``operand``, or where there is none the working folder."""
    name = operand or ""
    if operand == STANDARD_INPUT:
        name = arguments.stdin_filename or operand
    configurations = configurations_for(arguments.config)
    folder = absolute(name).parent if operand else absolute(".")
    configuration = configurations.governing(folder)
    language = stated or configuration.lang or "zh"
    require_sound(configurations.problems, language)
    stated_edition = arguments.edition or configuration.edition
    own = _own_editions(packs_of(configuration, arguments.rules), stated_edition, language)
    edition = None if stated_edition == AUTO else stated_edition
    return Source(name, language, configuration, edition, own)


def _own_editions(
    packs: Sequence[Path], edition: str | None, language: Language
) -> Sequence[OwnEdition]:
    """The editions that the packs declare; nothing is loaded where no pack could."""
    if not packs and (edition is None or "-" not in edition):
        return ()
    rules = rules_in(packs, language)
    require_edition(edition, rules, language)
    return rules.editions
