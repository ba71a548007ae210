"""The data of a report from a file: JSON, TOML, or a report itself."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, Literal, NoReturn

from linter.forms import Form
from linter.model.report import Report
from linter.writing.mistakes import (
    DataMistakes,
    not_json,
    not_toml,
    not_utf8,
    too_deep,
    unusable_number,
)
from linter.writing.report_data import Closing, Figure, Prose, ReportData

DataFormat = Literal["json", "toml", "report"]
_BOM = b"\xef\xbb\xbf"


def data_format(data: bytes, name: str) -> DataFormat:
    """What kind of file ``data`` is, by its name, else by its first character."""
    suffix = name.rpartition(".")[2].lower()
    if suffix == "toml":
        return "toml"
    opened = data[:64].removeprefix(_BOM).lstrip()[:1]
    return "json" if suffix == "json" or opened == b"{" else "report"


def parsed(data: bytes, kind: Literal["json", "toml"]) -> object:
    """What a file in JSON or TOML holds; raises :class:`DataMistakes`."""
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
        return _json(text) if kind == "json" else _toml(text)
    except UnicodeDecodeError as error:
        raise DataMistakes([not_utf8()]) from error
    except RecursionError as error:
        raise DataMistakes([too_deep()]) from error


def _json(text: str) -> object:
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise DataMistakes([not_json(error.lineno, error.colno)]) from error
    except (ValueError, ArithmeticError) as error:
        raise DataMistakes([unusable_number()]) from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _toml(text: str) -> dict[str, Any]:
    # Needed for TOML only.
    import tomllib

    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise DataMistakes([not_toml(str(error))]) from error
    except (ValueError, ArithmeticError) as error:
        raise DataMistakes([unusable_number()]) from error


def data_of_report(report: Report, form: Form) -> ReportData:
    """What ``report`` says. A cell that is blank or holds no number may be worked out."""
    figures: dict[str, Figure] = {}
    for cell in form.cells():
        number = report.value(cell).value
        if isinstance(number, int | Decimal):
            figures[cell] = number
    opening = "\n".join(paragraph.text for paragraph in report.opening)
    return ReportData(
        edition=form.edition,
        year=report.year,
        title=report.title,
        issuer=report.issuer,
        signed_on=report.signed_on,
        closing=_closing(report),
        sections={
            key: None if section is None else Prose(section.heading, section.text)
            for key, section in report.sections.items()
        },
        tables=frozenset(key for key, there in report.tables.items() if there),
        figures=figures,
        opening=opening or None,
    )


def _closing(report: Report) -> Closing:
    if report.signed_on is not None:
        return "signed"
    return "undated" if report.value("signed_on").state == "invalid" else "none"
