"""Reports written by the product, for the tests of this folder."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from linter.forms import load_form
from linter.writing.data_checking import checked
from linter.writing.drafting import drafted
from linter.writing.formats import written
from linter.writing.mistakes import DataMistakes
from linter.writing.report_data import ReportData
from linter.writing.totals import with_totals
from tests.rendering import Data

SUFFIXES = ("docx", "md", "html", "xlsx")


def as_parsed(data: Any) -> Any:
    """``data`` as it is once it has been JSON."""
    return json.loads(json.dumps(data), parse_float=Decimal)


def filled(data: Data, suffix: str, *, zeros: bool = False) -> bytes:
    """The file that ``nianbao fill`` writes for data as ``extract`` prints it."""
    return printed(completed(data, zeros=zeros), suffix)


def completed(data: Data, *, zeros: bool = False) -> ReportData:
    """``data`` with its totals."""
    report = checked(as_parsed(data))
    return with_totals(report, load_form(report.edition), zeros=zeros)


def printed(report: ReportData, suffix: str) -> bytes:
    return written(drafted(report, load_form(report.edition)), suffix)


def mistakes_in(data: Any) -> list[str]:
    """What is said about ``data``, in Chinese."""
    try:
        completed(data)
    except DataMistakes as mistakes:
        return [message.zh for message in mistakes.messages]
    return []


def without(data: Data, *paths: str) -> Data:
    """A copy of ``data`` in which nothing stands at ``paths``."""
    copy: Data = json.loads(json.dumps(data))
    for path in paths:
        node: Any = copy
        *outer, last = path.split(".")
        for key in outer:
            node = node[key]
        del node[last]
    return copy
