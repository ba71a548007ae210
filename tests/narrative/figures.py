"""Sentences as they are read beside the tables of the example report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from linter.examples import NAME, example_report
from linter.model.document import Paragraph
from linter.model.place import Place
from linter.model.report import ABSENT, Record, Report, Section, Value
from linter.narrative.claims.claims import claims
from linter.narrative.prose import Prose, prose_of
from linter.pipeline import read_report
from linter.records import replace

GOVERNMENT = "云溪县人民政府"
DEPARTMENT = "云溪县水务局"
TOWNSHIP = "云溪县青石镇人民政府"
_KINDS = {GOVERNMENT: "government", DEPARTMENT: "department", TOWNSHIP: "township"}


@cache
def _example(edition: str) -> Report:
    return read_report(example_report(edition).encode(), NAME)


def prose(
    *paragraphs: str,
    section: str = "overview",
    issuer: str | None = DEPARTMENT,
    edition: str = "2021",
    cells: Mapping[str, int | str | None] | None = None,
) -> Prose:
    """The running text of the example report with these paragraphs in place of its own."""
    report = _example(edition)
    texts = _paragraphs(paragraphs)
    sections = {key: Section(key, None, Place(line=1), ()) for key in report.sections}
    sections[section] = Section(section, None, Place(line=1), texts)
    values = {"issuer": ABSENT, "issuer_kind": ABSENT}
    if issuer is not None:
        values = {
            "issuer": Value("filled", issuer),
            "issuer_kind": Value("filled", _KINDS.get(issuer, "unknown")),
        }
    for cell, number in (cells or {}).items():
        values[cell] = _value(number)
    return prose_of(replace(report, sections=sections, values={**report.values, **values}))


def _value(number: int | str | None) -> Value:
    """A number, None for a blank cell, or a text for one that holds no number."""
    if number is None:
        return Value("blank")
    return Value("filled", number) if isinstance(number, int) else Value("invalid", text=number)


def _paragraphs(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, Place(line=line)) for line, text in enumerate(texts, 1))


def figures(*paragraphs: str, **facts: object) -> list[str]:
    """What is read: ``received=22``, ``granted=300..399``, ``received=none`` for a denial."""
    return [_shown(claim) for claim in claims(prose(*paragraphs, **facts))]  # type: ignore[arg-type]


def _shown(claim: Record) -> str:
    fields = claim.fields
    if fields["denied"]:
        return f"{fields['quantity']}=none"
    value = fields.get("value")
    return f"{fields['quantity']}={value if value is not None else _range(fields)}"


def _range(fields: Mapping[str, object]) -> str:
    return f"{fields['least']}..{fields['most']}"
