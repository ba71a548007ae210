"""Labels of rows that a page of text has wrapped over several lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.model.document import Cell
from linter.records import replace

_MOST_LINES = 6
_LONGEST_LABEL = 80


def unwrapped(
    lines: Sequence[list[Cell]],
    is_label: Callable[[str], bool],
    is_number: Callable[[Cell], bool],
) -> list[list[Cell]]:
    """``lines`` with each wrapped label in one cell and the numbers beside it behind.

    The numbers of a row stand beside the first, a middle or the last line of its label. Only
    what makes a label of the form together is joined.
    """
    joined: list[list[Cell]] = []
    index = 0
    while index < len(lines):
        whole, count = _whole(lines, index, is_label, is_number)
        joined.append(whole)
        index += count
    return joined


def _whole(
    lines: Sequence[list[Cell]],
    start: int,
    is_label: Callable[[str], bool],
    is_number: Callable[[Cell], bool],
) -> tuple[list[Cell], int]:
    first = lines[start]
    if not first or is_label(first[0].text):
        return first, 1
    label = ""
    values: list[Cell] = []
    for count, cells in enumerate(lines[start : start + _MOST_LINES], 1):
        if not cells or not cells[0].text.strip() or is_number(cells[0]):
            break
        behind = cells[1:]
        if (behind and values) or not all(map(is_number, behind)):
            break
        label += cells[0].text
        values += behind
        if len(label) > _LONGEST_LABEL:
            break
        if count > 1 and is_label(label):
            return [replace(first[0], text=label), *values], count
    return first, 1
