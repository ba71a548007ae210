"""Reports that consist of the running text at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.forms import load_form
from linter.model.document import Paragraph
from linter.model.place import Place
from linter.model.report import Report, Section, Value
from linter.narrative.prose import Prose, prose_of


def report(
    texts: Mapping[str | None, Sequence[str]],
    values: Mapping[str, Value] | None = None,
    *,
    issuer: str | None = None,
    year: int | None = 2023,
    closing: Sequence[str] = (),
) -> Report:
    """A report with these paragraphs by section; those of None stand before section one."""
    form = load_form("2021")
    sections = {
        key: Section(key, None, Place(line=1), _paragraphs(texts[key])) if key in texts else None
        for key in form.sections
    }
    return Report(
        edition="2021",
        year=year,
        title=None,
        issuer=issuer,
        signed_on=None,
        sections=sections,
        tables={},
        values=values or {},
        opening=_paragraphs(texts.get(None, ())),
        closing=_paragraphs(closing),
    )


def prose(texts: Mapping[str | None, Sequence[str]], **facts: object) -> Prose:
    """The running text of such a report."""
    return prose_of(report(texts, **facts))  # type: ignore[arg-type]


def _paragraphs(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, Place(line=line)) for line, text in enumerate(texts, 1))
