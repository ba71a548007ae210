"""Two checked reports compared in every respect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.comparison.cells import cell_changes, shared_cells
from linter.comparison.continuity import continuations
from linter.comparison.model import Comparison, FactChange, FindingChanges
from linter.comparison.prose import text_comparisons
from linter.comparison.sentences import without_layout
from linter.fingerprints import finding_fingerprint
from linter.forms import load_form
from linter.model.finding import FileResult, Finding
from linter.model.report import Report


def compare(old: FileResult, new: FileResult) -> Comparison:
    """Everything in which the report of ``new`` differs from that of ``old``.

    Raises ``ValueError`` where one of them could not be read as a report.
    """
    before, after = _report(old), _report(new)
    first, second = load_form(before.edition), load_form(after.edition)
    cells = shared_cells(first, second)
    one_sided = len(first.cells()) + len(second.cells()) - 2 * len(cells)
    years = before.year is not None and after.year is not None and before.year != after.year
    consecutive = before.year is not None and after.year == before.year + 1
    return Comparison(
        old,
        new,
        before,
        after,
        "years" if years else "versions",
        consecutive,
        tuple(_facts(before, after)),
        tuple(cell_changes(cells, before, after, second)),
        len(cells),
        one_sided,
        tuple(text_comparisons(before, after)),
        tuple(continuations(before, after, first, second)) if consecutive else (),
        finding_changes(old.findings, new.findings),
    )


def finding_changes(old: tuple[Finding, ...], new: tuple[Finding, ...]) -> FindingChanges:
    """The findings that came, stayed and went, known by what they are about."""
    known = Counter((finding.rule, finding_fingerprint(finding)) for finding in old)
    appeared: list[Finding] = []
    stayed: list[Finding] = []
    for finding in new:
        key = (finding.rule, finding_fingerprint(finding))
        (stayed if known[key] > 0 else appeared).append(finding)
        known[key] -= 1
    gone: list[Finding] = []
    for finding in reversed(old):
        key = (finding.rule, finding_fingerprint(finding))
        if known[key] > 0:
            known[key] -= 1
            gone.append(finding)
    return FindingChanges(tuple(appeared), tuple(stayed), tuple(reversed(gone)))


def _report(result: FileResult) -> Report:
    if result.report is None:
        raise ValueError(result.path)
    return result.report


def _facts(old: Report, new: Report) -> Iterator[FactChange]:
    """What either report says of itself, where that differs."""
    for about, before, after in (
        ("title", _words(old.title), _words(new.title)),
        ("issuer", _words(old.issuer), _words(new.issuer)),
        ("year", old.year and str(old.year), new.year and str(new.year)),
        ("edition", old.edition, new.edition),
        (
            "signed_on",
            old.signed_on and old.signed_on.isoformat(),
            new.signed_on and new.signed_on.isoformat(),
        ),
    ):
        if before != after:
            yield FactChange(about, before or None, after or None)


def _words(text: str | None) -> str | None:
    return None if text is None else without_layout(text)
