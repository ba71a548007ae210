"""The findings of a run as every exchange format needs them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from urllib.parse import quote

from linter.forms import EDITIONS, Form, load_form
from linter.model.finding import FileResult, Finding, Suppressed
from linter.model.rule import Language, Rule
from linter.records import record
from linter.regex import regex
from linter.reporting.catalogue import phrase
from linter.reporting.messages import message
from linter.reporting.places import place_text
from linter.reporting.quoting import path_text
from linter.reporting.run import Run

_DRIVE = regex("[A-Za-z]:/")
_NATIONAL = "national-"
"""How the packs that come with the program are called."""


@record
class Entry:
    """One finding: ``message`` is its sentence, ``where`` its place in words or empty."""

    result: FileResult
    finding: Finding
    rule: Rule
    form: Form
    message: str
    where: str

    @property
    def line(self) -> int | None:
        """The line in the file; None where the file has no lines, as in Word."""
        return self.finding.place.line

    @property
    def column(self) -> int | None:
        """The column in the line; None where there is no line."""
        return self.finding.place.column if self.line is not None else None

    @property
    def path(self) -> str:
        """The path as a printable text."""
        return shown_path(self.result)

    def sentence(self, language: Language) -> str:
        """The message, behind the place in words where no line tells it."""
        if self.line is not None or not self.where:
            return self.message
        return phrase("line.about", language, what=self.where, more=self.message)


def entries(run: Run) -> Iterator[Entry]:
    """Every finding of the run, file by file."""
    for result in run.results:
        yield from entries_of(result, run)


def entries_of(result: FileResult, run: Run) -> Iterator[Entry]:
    """The findings of one file."""
    form = _form(result)
    for finding in result.findings:
        yield _entry(finding, result, form, run)


def suppressed_entries(result: FileResult, run: Run) -> Iterator[tuple[Suppressed, Entry]]:
    """The findings of one file that do not count, and why."""
    form = _form(result)
    for suppressed in result.suppressed:
        yield suppressed, _entry(suppressed.finding, result, form, run)


def shown_path(result: FileResult) -> str:
    """The path of a file as a printable text, without ``./`` in front.

    Programs that know the files of a repository compare it with theirs.
    """
    return path_text(_without_dot(result.path))


def uri(path: str) -> str:
    """A path as a relative URI reference, an absolute one as a ``file:`` URI (RFC 3986)."""
    slashed = _without_dot(path).replace(os.sep, "/")
    encoded = quote(_bytes(slashed), safe="/!$&'()*+,;=@~")
    if slashed.startswith("/"):
        return f"file://{encoded}"
    if _DRIVE.match(slashed):
        return f"file:///{encoded}"
    # A colon in the first segment would read as a scheme, but quote has encoded it.
    return encoded


def page_address(rule: Rule, run: Run) -> str | None:
    """Where the page of a rule is published; None where that is unknown or it has none."""
    if run.rule_pages is None or not rule.pack.startswith(_NATIONAL):
        return None
    anchor = "中文" if run.language == "zh" else "english"
    return f"{run.rule_pages.rstrip('/')}/{rule.id}.md#{quote(anchor)}"


def _form(result: FileResult) -> Form:
    return load_form(result.report.edition if result.report else EDITIONS[-1])


def _entry(finding: Finding, result: FileResult, form: Form, run: Run) -> Entry:
    rule = run.rules[finding.rule]
    sentence = message(finding, rule, form, run.language)
    where = place_text(finding.place, run.language)
    return Entry(result, finding, rule, form, sentence, where)


def _without_dot(path: str) -> str:
    return re.sub(r"^(?:\./+)+(?=.)", "", path)


def _bytes(path: str) -> bytes:
    """The bytes of a file's name, also where they are no UTF-8."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")
