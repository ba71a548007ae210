"""What a comparison has to say, in words and in order, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from linter.comparison.model import (
    CellChange,
    Comparison,
    Continuation,
    FactChange,
    SentenceChange,
    TextComparison,
)
from linter.forms import Form, load_form
from linter.model.finding import Finding, Number
from linter.model.report import Value
from linter.model.rule import Language, Rule, Severity
from linter.records import record
from linter.reporting.comparison.wording import told
from linter.reporting.labels import path_label
from linter.reporting.messages import message
from linter.reporting.quantities import number_text
from linter.reporting.quoting import one_line, printable

_MOST_OF_A_CELL = 24


@record
class Compared:
    """A comparison and how it is to be told; ``rules`` are those that its findings name."""

    comparison: Comparison
    rules: Mapping[str, Rule]
    language: Language


@record
class Changed:
    """``label`` was ``old`` and is ``new``; ``difference`` may be empty."""

    label: str
    old: str
    new: str
    difference: str = ""


@record
class Remark:
    """A line of information; ``holds`` is None where it is about nothing that could hold."""

    text: str
    holds: bool | None = None


@record
class Found:
    """A finding and whether it is new, gone or still there."""

    kind: Literal["appeared", "gone", "stayed"]
    severity: Severity
    rule: str
    sentence: str


Line = Remark | Found | SentenceChange
Entry = Changed | Line


@record
class Group:
    """What is said under one heading."""

    heading: str
    entries: tuple[Entry, ...]


def relation_lines(compared: Compared) -> Iterator[str]:
    """What is compared with what, and what therefore is not compared."""
    comparison, language = compared.comparison, compared.language
    old, new = comparison.old_report, comparison.new_report
    if not comparison.differs:
        yield told("relation.same", language)
    else:
        yield told(f"relation.{comparison.relation}", language, old=old.year, new=new.year)
    if comparison.relation == "years" and not comparison.consecutive:
        backwards = (new.year or 0) < (old.year or 0)
        yield told("relation.backwards" if backwards else "relation.apart", language)
    if old.edition != new.edition:
        facts = {"shared": comparison.compared, "one_sided": comparison.one_sided}
        yield told("relation.editions", language, old=old.edition, new=new.edition, **facts)


def groups(compared: Compared) -> Iterator[Group]:
    """Everything that is different, and what carries over, under headings in the form's order."""
    comparison, language = compared.comparison, compared.language
    form = load_form(comparison.new_report.edition)
    texts = {text.key: text for text in comparison.texts}
    for key in ("facts", *dict.fromkeys((*texts, *form.sections))):
        entries: list[Entry] = []
        if key == "facts":
            entries += (_fact(change, form, language) for change in comparison.facts)
        entries += (
            _cell(one, form, language) for one in comparison.cells if one.path.startswith(f"{key}.")
        )
        if key in texts:
            entries += _text_entries(texts[key], comparison, language)
        if entries:
            yield Group(_heading(key, form, language), tuple(entries))
    carried = tuple(_continued(one, form, language) for one in comparison.continuations)
    if carried:
        yield Group(told("group.continuations", language), carried)
    found = tuple(_found(compared))
    if found:
        yield Group(told("group.findings", language), found)


def summary_line(compared: Compared) -> str:
    """How much is different."""
    comparison = compared.comparison
    return told(
        "summary",
        compared.language,
        facts=len(comparison.facts),
        cells=len(comparison.cells),
        sentences=sum(len(text.changes) for text in comparison.texts),
        appeared=len(comparison.findings.appeared),
        gone=len(comparison.findings.gone),
        stayed=len(comparison.findings.stayed),
    )


def _heading(key: str, form: Form, language: Language) -> str:
    if key in form.sections:
        return path_label(f"sections.{key}", form, language)
    return told(f"group.{key}", language)


def _fact(change: FactChange, form: Form, language: Language) -> Changed:
    old, new = (
        told("fact.none", language) if text is None else printable(text)
        for text in (change.old, change.new)
    )
    return Changed(path_label(change.about, form, language), old, new)


def _cell(change: CellChange, form: Form, language: Language) -> Changed:
    return Changed(
        path_label(change.path, form, language),
        _value(change.old, language),
        _value(change.new, language),
        difference_text(change, language),
    )


def _value(value: Value, language: Language) -> str:
    if isinstance(value.value, int | Decimal):
        return number_text(value.value)
    text = one_line(value.text, _MOST_OF_A_CELL)
    return told(f"state.{value.state}", language, text=text)


def difference_text(change: CellChange, language: Language) -> str:
    """「+5，+22.7%」; empty where there is no difference to be told."""
    if change.difference is None:
        return ""
    parts = [_signed(change.difference)]
    if change.percent is not None:
        parts.append(f"{_signed(change.percent)}%")
    return told("difference.item", language).join(parts)


def _signed(number: Number) -> str:
    return f"{'+' if number > 0 else ''}{number_text(number)}"


def _text_entries(
    text: TextComparison, comparison: Comparison, language: Language
) -> Iterator[Entry]:
    if text.in_old != text.in_new:
        yield Remark(told("part.added" if text.in_new else "part.removed", language))
    elif text.old_heading != text.new_heading:
        none = told("fact.none", language)
        old, new = (printable(one or none) for one in (text.old_heading, text.new_heading))
        yield Changed(told("part.heading", language), old, new)
    if comparison.relation == "years" and text.key in comparison.new_report.sections:
        yield from _repeated(text, comparison.old_report.year, language)
    yield from text.changes


def _repeated(text: TextComparison, year: int | None, language: Language) -> Iterator[Remark]:
    """How much of the text was taken over from the report of another year."""
    facts = {"year": year, "count": text.same, "whole": text.new_sentences}
    if text.copied:
        yield Remark(told("part.copied", language, **facts))
    elif text.same > 1 and text.changes:
        yield Remark(told("part.same", language, **facts))


def _continued(one: Continuation, form: Form, language: Language) -> Remark:
    key = "continued.stock" if one.new_cells else "continued.in"
    figures = {"expected": number_text(one.expected), "actual": number_text(one.actual)}
    verdict = told("continued.holds", language)
    if not one.holds:
        apart = _signed(one.actual - one.expected)
        verdict = told("continued.broken", language, difference=apart)
    said = told("difference.item", language).join((told(key, language, **figures), verdict))
    label = path_label(one.path, form, language)
    return Remark(told("remark", language, label=label, text=said), one.holds)


def _found(compared: Compared) -> Iterator[Found]:
    comparison, changes = compared.comparison, compared.comparison.findings
    old, new = (
        load_form(report.edition) for report in (comparison.old_report, comparison.new_report)
    )
    for finding in changes.appeared:
        yield _finding("appeared", finding, new, compared)
    for finding in changes.gone:
        yield _finding("gone", finding, old, compared)
    for finding in changes.stayed:
        yield _finding("stayed", finding, new, compared)


def _finding(
    kind: Literal["appeared", "gone", "stayed"], finding: Finding, form: Form, compared: Compared
) -> Found:
    sentence = message(finding, compared.rules[finding.rule], form, compared.language)
    return Found(kind, finding.severity, finding.rule, sentence)
