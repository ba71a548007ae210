"""What is noted at a place of the file about a finding, and at which places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.forms import Form, load_form
from linter.model.finding import FileResult, Finding
from linter.model.place import NOWHERE, Place
from linter.model.report import Report
from linter.model.rule import Rule
from linter.records import record
from linter.reporting.catalogue import phrase
from linter.reporting.equations import equation_with_difference
from linter.reporting.fixes import fix_text
from linter.reporting.messages import message
from linter.reporting.run import Run

_MOST_PLACES = 8


@record
class Note:
    """A finding in words: the ``heading`` says severity and rule, the ``lines`` the rest.

    ``places`` are where it belongs: the cells that are wrong, else where it was found.
    """

    heading: str
    lines: tuple[str, ...]
    places: tuple[Place, ...]


def notes(result: FileResult, run: Run) -> tuple[Note, ...]:
    """A note for each finding, those about nothing in particular at the title."""
    report = result.report
    if report is None:
        return ()
    form = load_form(report.edition)
    return tuple(
        Note(
            _heading(run.rules[finding.rule], finding, run),
            tuple(_lines(finding, run.rules[finding.rule], form, run)),
            tuple(_places(finding, report)),
        )
        for finding in result.findings
    )


def _heading(rule: Rule, finding: Finding, run: Run) -> str:
    severity = phrase(f"severity.{finding.severity}", run.language)
    what = f"{severity} {rule.id}"
    return phrase("line.about", run.language, what=what, more=rule.title.in_language(run.language))


def _lines(finding: Finding, rule: Rule, form: Form, run: Run) -> Iterator[str]:
    """The sentence, the sum spelled out, what else it breaks, the law, and the proposal."""
    language = run.language
    said = message(finding, rule, form, language)
    yield said
    if finding.equation is not None:
        sum_text = equation_with_difference(finding.equation, language)
        if sum_text not in said:
            yield _field("sum", sum_text, run)
    others = [one.rule for one in finding.violations if one.rule != finding.rule]
    if others:
        titles = (run.rules[other].title.in_language(language) for other in dict.fromkeys(others))
        yield _field("related", phrase("list.item", language).join(titles), run)
    yield _field("source", rule.source, run)
    if finding.fix is not None:
        yield _field("advice", fix_text(finding.fix, form, language), run)


def _field(name: str, text: str, run: Run) -> str:
    what = phrase(f"field.{name}", run.language)
    return phrase("line.about", run.language, what=what, more=text)


def _places(finding: Finding, report: Report) -> Iterable[Place]:
    named = [report.value(cell).place for cell in finding.culprit]
    named = [place for place in named if place != NOWHERE]
    if named:
        return tuple(dict.fromkeys(named))[:_MOST_PLACES]
    if finding.place != NOWHERE:
        return (finding.place,)
    cells = (report.value(cell).place for cell in finding.cells)
    return (next((place for place in cells if place != NOWHERE), report.value("title").place),)
