"""What is done with a damaged file, and what of it is no crash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from linter.engine.packs import load_rules
from linter.extraction import report_as_data
from linter.forms import load_form
from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.pipeline import check_bytes
from linter.readers import read
from linter.reporting.formats import written as written_run
from linter.reporting.run import Run

if TYPE_CHECKING:
    from cv2.typing import MatLike

    from linter.readers.ocr import engine as ocr_engine

Reading = Callable[[bytes, str], object]

_rules = cache(load_rules)
_UNREADABLE = tuple(f"E9{number:02}" for number in (2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 16))
_FORMATS = ("json", "plain", "sarif")


class Unpromised(Exception):
    """Neither what a reader promises to give nor what it promises to raise."""


def document_or_problem(data: bytes, name: str) -> Document | None:
    """The document, None where the file is said to be unreadable for a reason that has a rule."""
    try:
        document = read(data, name)
    except InputProblem as problem:
        if problem.rule not in _UNREADABLE:
            raise Unpromised(problem.rule) from problem
        return None
    if not document.blocks:
        raise Unpromised("an empty document")
    return document


def result_in_every_language(data: bytes, name: str) -> None:
    """All that ``nianbao check`` does with a file, and what ``nianbao extract`` says of it."""
    result = check_bytes(data, name, _rules())
    if result.status != "checked" and not result.findings:
        raise Unpromised("unreadable without a reason")
    if result.report is not None:
        report_as_data(result.report, load_form(result.report.edition))
    for language in ("zh", "en"):
        run = Run((result,), _rules().rules, language)
        for form in _FORMATS:
            written_run(run, form)


def unconverted(reading: Reading) -> Reading:
    """``reading`` as on a machine without LibreOffice."""

    def read_here(data: bytes, name: str) -> object:
        missing = InputProblem("E912", format="DOC")
        with patch("linter.readers.libreoffice_documents.converted", side_effect=missing):
            return reading(data, name)

    return read_here


class _Recogniser:
    """Reads the same in every line."""

    name = "none"

    def read(self, lines: Sequence[MatLike]) -> list[ocr_engine.Reading]:
        from linter.readers.ocr.engine import Reading as ReadLine

        return [ReadLine("12", 0.5) for _ in lines]


def recognised(data: bytes, name: str) -> Document | None:
    """What a picture holds: decoded in this process, with a recogniser that knows one word."""
    with (
        patch("linter.readers.ocr.document.is_installed", return_value=True),
        patch("linter.readers.ocr.document.recognised_pages", side_effect=_recognised_pages),
    ):
        return document_or_problem(data, name)


def _recognised_pages(data: bytes) -> tuple[str, list[dict[str, Any]]]:
    from linter.readers.ocr.worker import answers_to

    *pages, last = answers_to(data, _Recogniser())
    if "rule" in last:
        raise InputProblem(last["rule"], **last["facts"])
    return last["end"], pages


def written(data: bytes, name: str) -> None:
    """The report that ``nianbao fill`` writes of data, in every format that it writes."""
    from linter.writing.data_checking import checked
    from linter.writing.data_files import data_format, parsed
    from linter.writing.drafting import drafted
    from linter.writing.formats import written as written_report
    from linter.writing.mistakes import DataMistakes
    from linter.writing.totals import with_totals

    kind = data_format(data, name)
    try:
        report = checked(parsed(data, "json" if kind == "json" else "toml"))
        complete = with_totals(report, load_form(report.edition))
        draft = drafted(complete, load_form(complete.edition))
        for suffix in ("docx", "md", "html", "xlsx"):
            written_report(draft, suffix)
    except DataMistakes as mistakes:
        if not mistakes.messages:
            raise Unpromised("mistakes without a message") from mistakes
