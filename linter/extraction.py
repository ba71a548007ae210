"""A report as the JSON data of the published contract."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from linter.forms import Form
from linter.model.document import Recognition
from linter.model.report import Report, Value

_TEXTS = ("title", "issuer", "signed_on")


def report_as_data(report: Report, form: Form, *, with_text: bool = False) -> dict[str, Any]:
    """The report as JSON data: numbers, texts and None only.

    An absent section or table is None, a blank or unreadable cell is None. With ``with_text``
    a cell that holds something that is no number is that text, so that the form's JSON
    Schema can say what is wrong with it. ``recognised`` is there for a report in pictures only.
    """
    tables: dict[str, Any] = {}
    for key, table in form.tables.items():
        if not report.tables.get(key):
            tables[key] = None
            continue
        rows: dict[str, Any] = {}
        tables[key] = rows
        for cell in table.cells():
            _put(rows, cell.split(".")[1:], _cell(report.value(cell), with_text))
    sections = {
        key: section and {"heading": section.heading, "text": section.text}
        for key, section in ((key, report.sections.get(key)) for key in form.sections)
    }
    data: dict[str, Any] = {
        "edition": report.edition,
        "year": report.year,
        "title": report.title,
        "issuer": report.issuer,
        "signed_on": report.signed_on and report.signed_on.isoformat(),
        "sections": sections,
        "tables": tables,
    }
    if report.recognised is not None:
        data["recognised"] = _recognised(report, report.recognised, form)
    return data


def _recognised(report: Report, recognition: Recognition, form: Form) -> dict[str, Any]:
    """What recognised the report in pictures, and how sure it is of each cell that holds something.

    Texts, which stand in the prose, have the confidence of their page.
    """
    paths = [cell for table in form.tables.values() for cell in table.cells()]
    places = {path: report.value(path).place for path in (*paths, *_TEXTS)}
    sure = recognition.confidence
    confidence = {path: sure[place] for path, place in places.items() if place in sure}
    return {"engine": recognition.engine, "confidence": confidence}


def _cell(value: Value, with_text: bool) -> int | float | str | None:
    if value.state == "invalid" and with_text:
        return value.text
    if isinstance(value.value, Decimal):
        return float(value.value)
    return value.value if isinstance(value.value, int) else None


def _put(data: dict[str, Any], path: list[str], value: object) -> None:
    for key in path[:-1]:
        data = data.setdefault(key, {})
    data[path[-1]] = value
