"""One file of a run as the page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.forms import EDITIONS, Form, TableForm, load_form
from linter.model.document import Paragraph
from linter.model.finding import FileResult, Finding
from linter.model.report import Report
from linter.records import record, replace
from linter.reporting.catalogue import phrase
from linter.reporting.html.cells import CellNote, cell_notes
from linter.reporting.html.findings import FindingView, finding_view
from linter.reporting.html.passages import (
    Passages,
    Prose,
    heading_paragraph,
    title_paragraph,
)
from linter.reporting.html.tables import Drawn, Grid, grid
from linter.reporting.html.words import words
from linter.reporting.html.worksheets import WorksheetView, rules_text, worksheet_view
from linter.reporting.outcomes import doubt_lines
from linter.reporting.quoting import one_line, path_text
from linter.reporting.run import Run
from linter.reporting.suppressed import suppression_text
from linter.reporting.verdict import verdict_key

_LONGEST_NAME = 100

Pair = tuple[Finding, FindingView]


@record
class SectionView:
    """A part of the report: ``prose`` begins with its heading as printed."""

    key: str
    title: str
    prose: tuple[Prose, ...]
    findings: tuple[FindingView, ...]
    table: Grid | None = None


@record
class SheetView:
    """One file. ``state`` is the worst that was found, as :func:`verdict_key` says."""

    anchor: str
    path: str
    state: str
    status: str
    issuer: str
    year: str
    edition: str
    form: str
    doubts: tuple[str, ...]
    findings: tuple[FindingView, ...]
    sections: tuple[SectionView, ...]
    suppressed: tuple[tuple[str, str, str], ...]
    worksheet: WorksheetView | None

    @property
    def name(self) -> str:
        """What the file is called in a list of offices: its issuer, else its path."""
        return self.issuer or self.path


class Sheets:
    """The files of a run; ``partial`` shows of each only what findings are about."""

    def __init__(self, run: Run, *, partial: bool) -> None:
        self._run = run
        self._partial = partial
        self._rules: dict[frozenset[str], str] = {}

    def __iter__(self) -> Iterator[SheetView]:
        for number, result in enumerate(self._run.results, start=1):
            yield self._sheet(result, f"f{number}")

    def _sheet(self, result: FileResult, anchor: str) -> SheetView:
        run, report = self._run, result.report
        form = load_form(report.edition if report else EDITIONS[-1])
        pairs = [
            (finding, finding_view(finding, f"{anchor}-{n}", result, form, run))
            for n, finding in enumerate(result.findings, start=1)
        ]
        language = run.language
        year, edition = report and report.year, report and report.edition
        own = tuple(view for finding, view in pairs if finding.section not in form.sections)
        return SheetView(
            anchor,
            path_text(result.path),
            verdict_key(replace(run, results=(result,))),
            phrase(f"status.{result.status}", language) if result.status != "checked" else "",
            one_line(report.issuer or "", _LONGEST_NAME) if report else "",
            phrase("file.year", language, year=year) if year else "",
            phrase("file.edition", language, edition=edition) if edition else "",
            form.document,
            doubt_lines(result.doubts, form, language),
            own,
            tuple(self._sections(report, form, pairs, anchor)) if report else (),
            tuple(self._suppressed(result, form)),
            worksheet_view(result, form, run, self._rules_of(result), partial=self._partial),
        )

    def _sections(
        self, report: Report, form: Form, pairs: list[Pair], anchor: str
    ) -> Iterator[SectionView]:
        language = self._run.language
        passages = Passages(report, pairs)
        notes = cell_notes(pairs, form, language)
        outer = {"opening": (*title_paragraph(report), *report.opening), "closing": report.closing}

        def prose(paragraphs: tuple[Paragraph, ...]) -> tuple[Prose, ...]:
            return passages.prose(paragraphs, marked=self._partial)

        opening, closing = (
            SectionView(key, words(f"text.{key}", language), prose(paragraphs), ())
            for key, paragraphs in outer.items()
        )
        if opening.prose:
            yield opening
        for key, label in form.sections.items():
            section = report.sections.get(key)
            paragraphs = section.paragraphs if section else ()
            title = label.text.in_language(language)
            view = SectionView(
                key,
                title,
                (*self._heading(passages, report, key, title), *prose(paragraphs)),
                tuple(view for finding, view in pairs if finding.section == key),
                self._table(report, form.tables.get(key), notes, anchor),
            )
            if not self._partial or view.prose or view.findings or view.table:
                yield view
        if closing.prose:
            yield closing

    def _table(
        self,
        report: Report,
        table: TableForm | None,
        notes: Mapping[str, CellNote],
        anchor: str,
    ) -> Grid | None:
        if table is None or not report.tables.get(table.key):
            return None
        if self._partial and notes.keys().isdisjoint(table.cells()):
            return None
        return grid(Drawn(table, report, notes, anchor, self._run.language))

    def _heading(
        self, passages: Passages, report: Report, key: str, title: str
    ) -> tuple[Prose, ...]:
        """The heading as printed, unless it is but the title and nothing is said about it."""
        printed = heading_paragraph(report, key)
        same = all(one.text == title for one in printed)
        return passages.prose(printed, marked=self._partial or same)

    def _suppressed(self, result: FileResult, form: Form) -> Iterator[tuple[str, str, str]]:
        run = self._run
        for number, one in enumerate(result.suppressed):
            view = finding_view(one.finding, f"s{number}", result, form, run)
            yield view.rule, view.message, suppression_text(one, run.language)

    def _rules_of(self, result: FileResult) -> str:
        ids = frozenset(result.outcomes)
        if ids not in self._rules:
            self._rules[ids] = rules_text(ids, self._run)
        return self._rules[ids]
