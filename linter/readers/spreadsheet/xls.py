"""Binary workbooks (``.xls`` of Excel 97 and later, ``.et`` of WPS)."""

from __future__ import annotations

import datetime
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers import limits
from linter.readers.spreadsheet.layout import workbook_document
from linter.readers.spreadsheet.numbers import shown_date, shown_number
from linter.readers.spreadsheet.sheet import Sheet

SECONDS = 10
"""How long the reading of one file may take; a report takes a tenth of one."""

_LIBRARY = "python_calamine"
_WORKER = Path(__file__).with_name("worker.py")


def xls_document(data: bytes) -> Document:
    """The sheets with the values that were last computed, read in a process of its own.

    Raises E911 where the library is not installed, E904 where it breaks down over the file,
    E905 for an encrypted one, E906 where it takes too long.
    """
    answer = _answer(data)
    match answer.get("problem"):
        case "password":
            raise InputProblem("E905", container="OLE")
        case "cells":
            allowed = limits.MAX_CELLS
            raise InputProblem("E906", limit="cells", found=allowed + 1, allowed=allowed)
        case "damaged":
            raise InputProblem("E904", reason="xls")
    return workbook_document("xls", map(_sheet, answer["sheets"]))


def _answer(data: bytes) -> dict[str, Any]:
    found = importlib.util.find_spec(_LIBRARY)
    if found is None or found.origin is None:
        raise InputProblem("E911", format="XLS", extra="nianbao[xlsx]")
    library = str(Path(found.origin).parent.parent)
    try:
        done = subprocess.run(  # noqa: S603 - this program's own interpreter and file
            [sys.executable, "-I", "-S", str(_WORKER), library],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputProblem("E906", limit="xls-seconds", found=SECONDS, allowed=SECONDS) from None
    if done.returncode:
        raise InputProblem("E904", reason="xls-crash")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _sheet(found: dict[str, Any]) -> Sheet:
    sheet = Sheet(found["name"])
    sheet.hidden = found["hidden"]
    for row, column, value in found["cells"]:
        sheet.put(row, column, _shown(value))
    for range_ in found["merged"]:
        sheet.merge(*range_)
    return sheet


def _shown(value: Any) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return shown_number(value)
        case list():
            return shown_date(datetime.date(*value))
    return str(value)
