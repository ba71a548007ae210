"""The process that reads a binary workbook: alone with the library, which it may take down.

Run as a script with the folder of the library; the workbook comes on standard input, what is
found in it goes to standard output as JSON. It knows nothing of the package around it.
"""

from __future__ import annotations

import datetime
import io
import json
import sys
from typing import Any

MEMORY = 1 << 30
"""Bytes of address space, where the system can bound it: a grid is laid out in full."""

MOST_CELLS = 100_000


class TooLarge(Exception):
    """More cells with something in them than are read."""


def main() -> None:
    _bound_memory()
    sys.path.insert(0, sys.argv[1])
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))


def answer(data: bytes) -> dict[str, Any]:
    """The sheets in ``data``, or the ``problem`` with it."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {"sheets": _sheets(book)}
    except PasswordError:
        return {"problem": "password"}
    except TooLarge:
        return {"problem": "cells"}
    except (CalamineError, OSError, ValueError):
        return {"problem": "damaged"}


def _sheets(book: Any) -> list[dict[str, Any]]:
    sheets: list[dict[str, Any]] = []
    cells = 0
    for number, about in enumerate(book.sheets_metadata):
        if "WorkSheet" not in str(about.typ):
            continue
        sheet = book.get_sheet_by_index(number)
        found = _cells(sheet, MOST_CELLS - cells)
        cells += len(found)
        sheets.append(
            {
                "name": about.name,
                "hidden": not str(about.visible).endswith(".Visible"),
                "cells": found,
                "merged": [[*first, *last] for first, last in sheet.merged_cell_ranges or ()],
            }
        )
    return sheets


def _cells(sheet: Any, most: int) -> list[tuple[int, int, Any]]:
    """What stands on a sheet; the library leaves out the empty columns at its left."""
    found: list[tuple[int, int, Any]] = []
    _, last = sheet.end or (0, 0)
    for row, values in enumerate(sheet.iter_rows()):
        for column, value in enumerate(values, last + 1 - len(values)):
            if value != "":
                if len(found) == most:
                    raise TooLarge
                found.append((row, column, _plain(value)))
    return found


def _plain(value: Any) -> Any:
    """A value as JSON has it; a day is a list."""
    if isinstance(value, datetime.date):  # a moment is one as well
        return [value.year, value.month, value.day]
    return value if isinstance(value, (str, int, float)) else str(value)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
